import type { CivilDate } from "@eldercare/core";
import { printedSeconds } from "../model/clock.js";

/** How far a time zone is ahead of UTC at an instant: milliseconds. */
function offsetMs(zone: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(zone.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) - instant;
}

/**
 * The instant at which a clock in a time zone shows a date and time; where it never does (clocks put forward), the time as
 * much later as they were put. Hours of 24 and more lie on the days after.
 *
 * @throws RangeError where the text is no time
 *
 * @example
 * instantOf("2026-11-23", "08:30", "Asia/Shanghai").toISOString() //=> "2026-11-23T00:30:00.000Z"
 */
export function instantOf(date: CivilDate, clock: string, timeZone: string): Date {
  const zone = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const seconds = printedSeconds(clock);
  if (seconds === undefined) throw new RangeError(`not a time: ${clock}`);
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + seconds * 1000;
  const guess = asIfUtc - offsetMs(zone, asIfUtc);
  return new Date(asIfUtc - offsetMs(zone, guess));
}
