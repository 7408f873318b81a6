import { EldercareError, type Issue, isCivilDate, jsonPointer, reportIssue } from "@eldercare/core";
import { printedSeconds } from "../model/clock.js";
import { reportSchedulerIssue } from "../model/codes.js";
import type { Plan } from "../model/plan.js";
import { requirePlan } from "../model/planSchema.js";
import type { Problem } from "../model/problem.js";
import { stopNouns } from "../model/stopNouns.js";

const nouns = {
  ...stopNouns,
  shift: { "what.zh": "班次", "what.en": "shift" },
  place: { "what.zh": "地点", "what.en": "place" },
} as const;

/**
 * Refuses a plan that cannot be drawn or read out for a problem: of another shape, with dates and times that are none, or
 * with caregivers' days, visits, transports and places that the problem does not have. Whether the plan holds is for `verify` to say.
 *
 * @throws EldercareError every issue of its shape; else every `NOT_A_DATE`, `NOT_A_CLOCK_TIME` and `UNKNOWN_IN_ROUTE`
 */
export function requirePlanOf(problem: Problem, plan: Plan): void {
  requirePlan(plan, "");
  const days = new Set(problem.caregivers.flatMap(({ id, shifts }) => shifts.map(({ date }) => JSON.stringify([id, date]))));
  const visits = new Set(problem.visits.map(({ id }) => id));
  const transports = new Set(problem.transports?.map(({ id }) => id));
  const places = new Set(problem.places.map(({ id }) => id));
  const issues: Issue[] = [];
  const unknown = (what: keyof typeof nouns, pointer: string, seen: string): void => {
    issues.push(reportSchedulerIssue("UNKNOWN_IN_ROUTE", pointer, { seen, values: nouns[what] }));
  };
  const checkTimes = (pointer: string, times: Readonly<Record<string, string>>): void => {
    for (const [field, seen] of Object.entries(times))
      if (printedSeconds(seen) === undefined) issues.push(reportIssue("NOT_A_CLOCK_TIME", `${pointer}/${field}`, { seen }));
  };
  for (const [row, { caregiver, date, departs, returns, stops }] of plan.routes.entries()) {
    const pointer = jsonPointer(["routes", row]);
    if (!isCivilDate(date)) issues.push(reportIssue("NOT_A_DATE", `${pointer}/date`, { seen: date }));
    else if (!days.has(JSON.stringify([caregiver, date]))) unknown("shift", pointer, `${caregiver} ${date}`);
    checkTimes(pointer, { departs, returns });
    for (const [index, { kind, id, place, arrive, start, end }] of stops.entries()) {
      const at = `${pointer}/stops/${index}`;
      const known = kind === "visit" ? visits : transports;
      if (kind !== "break" && !(kind === "lodging" ? places : known).has(id)) unknown(kind, `${at}/id`, id);
      if (!places.has(place)) unknown("place", `${at}/place`, place);
      checkTimes(at, { arrive, start, end });
    }
  }
  if (issues.length > 0) throw new EldercareError(issues);
}
