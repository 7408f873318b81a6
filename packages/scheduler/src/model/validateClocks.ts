import { addDays, type CivilDate, daysBetween, type Issue, jsonPointer } from "@eldercare/core";
import { type ClockTime, knownSecondsOfDay, secondsPerDay } from "./clock.js";
import { clockChanges } from "./clockChanges.js";
import { reportSchedulerIssue } from "./codes.js";
import type { Problem } from "./problem.js";
import { datesOf } from "./tour.js";

/** Times of a date that the clocks of the problem's time zone leave out, and shifts during which they change. */
export function validateClocks(problem: Problem): Issue[] {
  const { horizon, timeZone } = problem;
  const changes = clockChanges(timeZone, horizon);
  if (changes.length === 0) return [];
  const issues: Issue[] = [];
  const secondsOf = (date: CivilDate, clock: ClockTime): number => daysBetween(horizon.from, date) * secondsPerDay + knownSecondsOfDay(clock);
  const exists = (date: CivilDate, clock: ClockTime, pointer: string): boolean => {
    const at = secondsOf(date, clock);
    // 24:00 is the end of its day, whatever the next one begins with
    if (at % secondsPerDay === 0 && !clock.startsWith("00")) return true;
    if (!changes.some((change) => change.missing && change.fromSeconds <= at && at < change.toSeconds)) return true;
    issues.push(reportSchedulerIssue("TIME_DOES_NOT_EXIST", pointer, { seen: clock, values: { date, timeZone } }));
    return false;
  };
  const momentExists = (moment: string | undefined, pointer: string): void => {
    if (moment !== undefined && moment.length > 10) exists(moment.slice(0, 10), moment.slice(11), pointer);
  };
  for (const [row, { shifts }] of problem.caregivers.entries())
    for (const [index, { date, from, to, breaks = [] }] of shifts.entries()) {
      const pointer = jsonPointer(["caregivers", row, "shifts", index]);
      const [begins, ends] = [exists(date, from, `${pointer}/from`), exists(date, to, `${pointer}/to`)];
      for (const [at, pause] of breaks.entries()) {
        exists(date, pause.from, `${pointer}/breaks/${at}/from`);
        exists(date, pause.to, `${pointer}/breaks/${at}/to`);
      }
      const during = changes.some((change) => secondsOf(date, from) < change.toSeconds && change.fromSeconds < secondsOf(date, to));
      if (begins && ends && during)
        issues.push(reportSchedulerIssue("CLOCKS_CHANGE_DURING_SHIFT", pointer, { seen: `${date} ${from}–${to}`, values: { timeZone } }));
    }
  for (const [row, tour] of (problem.tours ?? []).entries())
    for (const date of datesOf(tour).slice(1)) {
      // a night, from the midday before it
      const midday = secondsOf(date, "12:00");
      if (changes.some((change) => midday - secondsPerDay < change.toSeconds && change.fromSeconds < midday))
        issues.push(
          reportSchedulerIssue("CLOCKS_CHANGE_DURING_SHIFT", jsonPointer(["tours", row, "dates"]), {
            seen: `${tour.id} ${addDays(date, -1)}–${date}`,
            values: { timeZone },
          }),
        );
    }
  for (const [row, { when, fixed }] of problem.visits.entries()) {
    const pointer = jsonPointer(["visits", row]);
    momentExists(when?.notBefore, `${pointer}/when/notBefore`);
    momentExists(when?.dueBy, `${pointer}/when/dueBy`);
    if (fixed?.start !== undefined) exists(fixed.date, fixed.start, `${pointer}/fixed/start`);
  }
  for (const [row, { when }] of (problem.transports ?? []).entries()) {
    const pointer = jsonPointer(["transports", row]);
    momentExists(when?.notBefore, `${pointer}/when/notBefore`);
    momentExists(when?.dueBy, `${pointer}/when/dueBy`);
  }
  return issues;
}
