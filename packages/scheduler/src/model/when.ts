import { daysBetween } from "@eldercare/core";
import * as v from "valibot";
import { secondsOfDay, secondsPerDay } from "./clock.js";
import { civilDate, clockTime, moment, titled } from "./field.js";

const dateRange = v.strictObject({ from: civilDate, to: civilDate });

/** Shape of hours in which something may begin. */
export const windowSchema = v.strictObject({ from: clockTime, to: clockTime });

/** Shape of a list of such hours. */
export const windowsSchema = v.pipe(v.array(windowSchema), v.minLength(1, "EMPTY_LIST"));

/** The entries of `when` that visits and transports share. */
export const whenEntries = {
  // chosen by the value's form, so that what is wrong inside is named rather than "neither of the two"
  dates: v.exactOptional(v.lazy((dates) => (Array.isArray(dates) ? v.array(civilDate) : dateRange))),
  daily: v.exactOptional(windowsSchema),
  notBefore: v.exactOptional(titled(moment, "最早日期或时刻", "earliest date or moment")),
  dueBy: v.exactOptional(titled(moment, "期限", "due date or moment")),
};

const whenSchema = v.strictObject(whenEntries);

/**
 * When something may begin: on which dates, in which hours of a day, and within which moments (`notBefore`, `dueBy`: a date, or
 * a local date with a time of day; as a deadline a date means the whole of it). What is absent does not restrict.
 */
export interface When extends v.InferOutput<typeof whenSchema> {}

/** Seconds that stand for "always": beyond any horizon, in 32 bits. */
export const always = 0x3fff_ffff;

const clamp = (seconds: number): number => Math.max(-always, Math.min(always, seconds));

/**
 * The moments between which something may begin, in seconds from the midnight that begins the horizon.
 *
 * @example
 * momentsOf({ notBefore: "2026-11-23T09:00", dueBy: "2026-11-24" }, "2026-11-23") //=> { from: 32400, to: 172800 }
 */
export function momentsOf(when: Pick<When, "notBefore" | "dueBy"> | undefined, horizonFrom: string): { readonly from: number; readonly to: number } {
  const at = (text: string, clockless: number): number => {
    const clock = text.length > 10 ? secondsOfDay(text.slice(11)) : undefined;
    return clamp(daysBetween(horizonFrom, text.slice(0, 10)) * secondsPerDay + (clock ?? clockless));
  };
  return {
    from: when?.notBefore === undefined ? -always : at(when.notBefore, 0),
    to: when?.dueBy === undefined ? always : at(when.dueBy, secondsPerDay),
  };
}
