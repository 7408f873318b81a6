import { field } from "@eldercare/core";
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
/** A number above zero, up to `most`. */
export const positive = (most: number) =>
  v.pipe(v.number(), v.finite("NOT_A_NUMBER"), v.gtValue(0, "OUT_OF_RANGE"), v.maxValue(most, "OUT_OF_RANGE"));
