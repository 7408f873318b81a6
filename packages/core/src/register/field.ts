import * as v from "valibot";
import { isAreaCode } from "../area/areaCode.js";
import type { Wording } from "../errors/issue.js";
import { isCivilDate } from "../time/civilDate.js";
import { clockTimePattern } from "../time/clockTime.js";

/** What a field says beyond its JSON type, for forms, tables and policy conditions. */
export type FieldMeaning = "date" | "area" | "fen" | "clockTime";

/** Gives a field the titles that people read. */
// @__NO_SIDE_EFFECTS__
export const titled = <Schema extends v.GenericSchema>(schema: Schema, zh: string, en: string) =>
  v.pipe(schema, v.metadata({ title: { zh, en } satisfies Wording }));

// @__NO_SIDE_EFFECTS__
const meaning = <Value>(kind: FieldMeaning) => v.metadata<Value, { readonly meaning: FieldMeaning }>({ meaning: kind });

/** A civil date that exists. */
export const date = v.pipe(
  v.string(),
  v.check((text) => isCivilDate(text), "NOT_A_DATE"),
  meaning<string>("date"),
);
/** An area code of 2, 4, 6, 9 or 12 digits. */
export const areaCode = v.pipe(
  v.string(),
  v.check((text) => text !== "" && isAreaCode(text), "NOT_AN_AREA_CODE"),
  meaning<string>("area"),
);
/** A time of day `HH:MM` from 00:00 to 24:00. */
export const clockTime = v.pipe(v.string(), v.regex(clockTimePattern, "NOT_A_CLOCK_TIME"), meaning<string>("clockTime"));
/** Money in whole fen, not negative. */
export const fen = v.pipe(v.number(), v.safeInteger("NOT_A_WHOLE_NUMBER"), v.minValue(0, "OUT_OF_RANGE"), meaning<number>("fen"));
/** A whole number from `least` to `most`, both included. */
// @__NO_SIDE_EFFECTS__
export const whole = (least: number, most: number = Number.MAX_SAFE_INTEGER) =>
  v.pipe(v.number(), v.safeInteger("NOT_A_WHOLE_NUMBER"), v.minValue(least, "OUT_OF_RANGE"), v.maxValue(most, "OUT_OF_RANGE"));
/** A finite number from `least` to `most`, both included. */
// @__NO_SIDE_EFFECTS__
export const measure = (least: number, most: number = Number.MAX_VALUE) =>
  v.pipe(v.number(), v.finite("NOT_A_NUMBER"), v.minValue(least, "OUT_OF_RANGE"), v.maxValue(most, "OUT_OF_RANGE"));
/** An identifier: not empty, no line break. */
export const id = titled(v.pipe(v.string(), v.regex(/^[^\r\n]{1,200}$/, "NOT_AN_ID")), "编号", "identifier");
/** A place on the earth, WGS-84 unless said otherwise. */
export const place = v.strictObject({ lng: measure(-180, 180), lat: measure(-90, 90), crs: v.exactOptional(v.picklist(["WGS84"])) });
/** What a pack asks about beyond the fields of the register. */
export const packFacts = v.record(v.string(), v.union([v.boolean(), v.number(), v.string(), v.null(), v.array(v.string())]));
