/**
 * Seconds since midnight of a time as problems and plans print it; past midnight the hours go on from 24.
 *
 * @throws RangeError where the text is no time
 */
export function clockSeconds(clock: string): number {
  const match = /^(\d{2,}):([0-5]\d)(?::([0-5]\d))?$/.exec(clock);
  if (match === null) throw new RangeError(`not a time of day: ${clock}`);
  const [, hours, minutes, seconds = "0"] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
