import { type CivilDate, daysBetween } from "@eldercare/core";
import { secondsPerDay } from "./clock.js";

/** A stretch of local time that clocks leave out (`missing`) or show twice, in seconds from the midnight that begins the horizon. */
export interface ClockChange {
  readonly fromSeconds: number;
  /** Exclusive. */
  readonly toSeconds: number;
  readonly missing: boolean;
}

const offsetShape = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** How far a time zone is ahead of UTC, in seconds, by instant in seconds. */
function offsetsOf(timeZone: string): (instant: number) => number {
  const zone = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  return (instant) => {
    const text = zone.formatToParts(instant * 1000).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign = "+", hours = "0", minutes = "0", seconds = "0"] = offsetShape.exec(text) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  };
}

/**
 * When the clocks of a time zone change within a horizon, or on the days beside it.
 *
 * @example
 * clockChanges("Europe/Berlin", { from: "2026-03-29", to: "2026-03-29" }) //=> [{ fromSeconds: 7200, toSeconds: 10800, missing: true }]
 */
export function clockChanges(timeZone: string, horizon: { readonly from: CivilDate; readonly to: CivilDate }): ClockChange[] {
  const offset = offsetsOf(timeZone);
  const midnight = Date.parse(`${horizon.from}T00:00:00Z`) / 1000;
  const changes: ClockChange[] = [];
  let from = midnight - secondsPerDay;
  let before = offset(from);
  const last = midnight + (daysBetween(horizon.from, horizon.to) + 2) * secondsPerDay;
  for (let to = from + secondsPerDay; to <= last; to += secondsPerDay) {
    const after = offset(to);
    if (after !== before) {
      let [early, late] = [from, to];
      while (late - early > 1) {
        const middle = Math.floor((early + late) / 2);
        if (offset(middle) === before) early = middle;
        else late = middle;
      }
      changes.push({
        fromSeconds: late + Math.min(before, after) - midnight,
        toSeconds: late + Math.max(before, after) - midnight,
        missing: after > before,
      });
    }
    from = to;
    before = after;
  }
  return changes;
}
