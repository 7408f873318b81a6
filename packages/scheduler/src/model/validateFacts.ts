import { type Issue, jsonPointer } from "@eldercare/core";
import { reportSchedulerIssue } from "./codes.js";
import { isFact } from "./facts.js";
import type { Problem } from "./problem.js";
import type { Visit } from "./visit.js";
import { momentsOf } from "./when.js";

/** What is wrong with what is said to have happened: it needs its moment, and what has begun lies behind us. No hours are held against it. */
export function validateFact({ fixed }: Visit, { horizon, now }: Problem, pointer: string): Issue[] {
  if (fixed === undefined || fixed === null) return [];
  const { date, start, state } = fixed;
  if (start === undefined) return [reportSchedulerIssue("BEGUN_WITHOUT_START", `${pointer}/fixed`, { seen: state })];
  if (now === undefined || state === "travelling") return [];
  const began = momentsOf({ notBefore: `${date}T${start}` }, horizon.from).from;
  return began <= momentsOf({ notBefore: now }, horizon.from).from
    ? []
    : [reportSchedulerIssue("BEGUN_AFTER_NOW", `${pointer}/fixed/start`, { seen: `${date}T${start}`, values: { now } })];
}

/** What is wrong with all that is said to have happened, taken together. */
export function validateFacts({ now, visits, transports = [] }: Problem): Issue[] {
  const issues: Issue[] = now === undefined || transports.length === 0 ? [] : [reportSchedulerIssue("NOW_WITH_TRANSPORTS", "/now", { seen: now })];
  const seen = new Set<string>();
  for (const [row, visit] of visits.entries()) {
    if (!isFact(visit)) continue;
    const { caregiver, date, start } = visit.fixed ?? {};
    const key = JSON.stringify([caregiver, date, start]);
    if (start !== undefined && seen.has(key))
      issues.push(reportSchedulerIssue("BEGUN_AT_ONCE", jsonPointer(["visits", row, "fixed", "start"]), { seen: `${date}T${start}` }));
    seen.add(key);
  }
  return issues;
}
