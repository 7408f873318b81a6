import { isCivilDate, type Wording } from "@eldercare/core";
import * as v from "valibot";
import { secondsOfDay } from "./clock.js";

/** Gives a field the titles that people read. */
export const titled = <Schema extends v.GenericSchema>(schema: Schema, zh: string, en: string) =>
  v.pipe(schema, v.metadata({ title: { zh, en } satisfies Wording }));

/** An identifier: not empty, no line break. */
export const id = v.pipe(v.string(), v.regex(/^[^\r\n]{1,200}$/, "NOT_AN_ID"));
/** A civil date that exists. */
export const civilDate = v.pipe(
  v.string(),
  v.check((text) => isCivilDate(text), "NOT_A_DATE"),
);
/** A time of day, to the minute or the second. */
export const clockTime = v.pipe(
  v.string(),
  v.check((text) => secondsOfDay(text) !== undefined, "NOT_A_CLOCK_TIME"),
);
/** A whole number from `least` to `most`, both included. */
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger("NOT_A_WHOLE_NUMBER"), v.minValue(least, "OUT_OF_RANGE"), v.maxValue(most, "OUT_OF_RANGE"));
/** A finite number from `least` to `most`, both included. */
export const measure = (least: number, most: number) =>
  v.pipe(v.number(), v.finite("NOT_A_NUMBER"), v.minValue(least, "OUT_OF_RANGE"), v.maxValue(most, "OUT_OF_RANGE"));
/** A number above zero, up to `most`. */
export const positive = (most: number) =>
  v.pipe(v.number(), v.finite("NOT_A_NUMBER"), v.gtValue(0, "OUT_OF_RANGE"), v.maxValue(most, "OUT_OF_RANGE"));
