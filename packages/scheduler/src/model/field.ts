import { field, isCivilDate } from "@eldercare/core";
import * as v from "valibot";
import { secondsOfDay } from "./clock.js";

export const { titled, id, date: civilDate, whole, measure } = field;

/** An identifier that may be made of several others: not empty, no line break. */
export const derivedId = titled(v.pipe(v.string(), v.regex(/^[^\r\n]{1,500}$/, "NOT_AN_ID")), "编号", "identifier");
/** A time of day, to the minute or the second. */
export const clockTime = v.pipe(
  v.string(),
  v.check((text) => secondsOfDay(text) !== undefined, "NOT_A_CLOCK_TIME"),
);
/** A date, or a date with a time of day: `2026-11-24` or `2026-11-24T10:12`. */
export const moment = v.pipe(
  v.string(),
  v.check((text) => isCivilDate(text.slice(0, 10)), "NOT_A_DATE"),
  v.check(
    (text) => text.length === 10 || !isCivilDate(text.slice(0, 10)) || (text[10] === "T" && secondsOfDay(text.slice(11)) !== undefined),
    "NOT_A_CLOCK_TIME",
  ),
);
/** A number above zero, up to `most`. */
export const positive = (most: number) =>
  v.pipe(v.number(), v.finite("NOT_A_NUMBER"), v.gtValue(0, "OUT_OF_RANGE"), v.maxValue(most, "OUT_OF_RANGE"));
