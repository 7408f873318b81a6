/** A time of day `HH:MM` or `HH:MM:SS`, from `00:00` to `24:00`. */
export type ClockTime = string;

const shape = /^(?:([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?|24:00(?::00)?)$/;

/** Seconds in a day. */
export const secondsPerDay = 86_400;

/**
 * Seconds since midnight of a time of day; undefined where the text is none.
 *
 * @example
 * secondsOfDay("08:30") //=> 30600
 * secondsOfDay("25:00") //=> undefined
 */
export function secondsOfDay(clock: ClockTime): number | undefined {
  const match = shape.exec(clock);
  if (match === null) return undefined;
  const [, hours = "24", minutes = "0", seconds = "0"] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * The time of day of a problem that `validate` has accepted.
 *
 * @throws RangeError where the text is no time of day
 */
export function knownSecondsOfDay(clock: ClockTime): number {
  const seconds = secondsOfDay(clock);
  if (seconds === undefined) throw new RangeError(`not a time of day: ${clock}`);
  return seconds;
}

const printedShape = /^(\d{2,9}):([0-5]\d)(?::([0-5]\d))?$/;

/**
 * Seconds since midnight of a time as plans print it: of a route that runs past midnight, with hours of 24 and more;
 * undefined where the text is none.
 *
 * @example
 * printedSeconds("25:10") //=> 90600
 */
export function printedSeconds(clock: string): number | undefined {
  const match = printedShape.exec(clock);
  if (match === null) return undefined;
  const [, hours, minutes, seconds = "0"] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

const two = (value: number): string => String(value).padStart(2, "0");

/**
 * Prints seconds since midnight as a time of day; seconds are shown only where there are any.
 *
 * @param seconds whole seconds, at least 0; past midnight the hours go on from 24
 * @example
 * printClock(30600) //=> "08:30"
 * printClock(30615) //=> "08:30:15"
 */
export function printClock(seconds: number): ClockTime {
  const rest = seconds % 60;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return rest === 0 ? clock : `${clock}:${two(rest)}`;
}
