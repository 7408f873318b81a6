import type { Issue } from "@eldercare/core";
import { knownSecondsOfDay } from "./clock.js";
import { reportSchedulerIssue, type SchedulerCode } from "./codes.js";
import { horizonDates, mayBeOn } from "./mayBeOn.js";
import type { Problem } from "./problem.js";
import { momentsOf, type When } from "./when.js";

interface Timed {
  readonly when?: When & { readonly alight?: When["daily"] };
}

/** What is wrong with the dates, hours and moments of a visit or transport of the right shape. */
export function validateWhen(timed: Timed, problem: Problem, pointer: string, noDate: SchedulerCode): Issue[] {
  const { dates, daily, alight, notBefore, dueBy } = timed.when ?? {};
  const isBound = [dates, notBefore, dueBy].some((bound) => bound !== undefined);
  const moments = momentsOf(timed.when, problem.horizon.from);
  const late = moments.to < moments.from ? [reportSchedulerIssue("DUE_BEFORE_RELEASE", `${pointer}/when/dueBy`, { seen: dueBy })] : [];
  const upsideDown =
    dates !== undefined && !Array.isArray(dates) && dates.to < dates.from
      ? [reportSchedulerIssue("DATES_UPSIDE_DOWN", `${pointer}/when/dates/to`, { seen: dates.to })]
      : [];
  const missed =
    isBound && upsideDown.length + late.length === 0 && !horizonDates(problem).some((date) => mayBeOn(timed, date))
      ? [reportSchedulerIssue(noDate, dates === undefined ? `${pointer}/when` : `${pointer}/when/dates`, { seen: dates ?? timed.when })]
      : [];
  const windows = Object.entries({ daily, alight }).flatMap(([list, hours]) =>
    (hours ?? []).flatMap((window, index) =>
      knownSecondsOfDay(window.to) < knownSecondsOfDay(window.from)
        ? [reportSchedulerIssue("WINDOW_UPSIDE_DOWN", `${pointer}/when/${list}/${index}/to`, { seen: window.to })]
        : [],
    ),
  );
  return [...upsideDown, ...late, ...missed, ...windows];
}
