/** A time of day `HH:MM`, from `00:00` to `24:00`, the end of the day. */
export type ClockTime = string;

/** What a time of day looks like. */
export const clockTimePattern = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/**
 * Whether a text is a time of day.
 *
 * @example
 * isClockTime("24:00") //=> true
 * isClockTime("8:30") //=> false
 */
export function isClockTime(text: unknown): text is ClockTime {
  return typeof text === "string" && clockTimePattern.test(text);
}

/**
 * The minutes from midnight to a time of day.
 *
 * @returns minutes, from 0 to 1440
 * @example
 * minuteOfDay("08:30") //=> 510
 */
export function minuteOfDay(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
