import { type Issue, jsonPointer } from "@eldercare/core";
import { legSeconds } from "../travel/leg.js";
import { reportSchedulerIssue } from "./codes.js";
import { factsOf, isFact } from "./facts.js";
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
export function validateFacts(problem: Problem): Issue[] {
  const { now, visits, transports = [], tours = [] } = problem;
  const issues: Issue[] =
    now === undefined || (transports.length === 0 && tours.length === 0) ? [] : [reportSchedulerIssue("NOW_WITH_TRANSPORTS", "/now", { seen: now })];
  const onTour = tours.length === 0 ? [] : [...visits.entries()].filter(([, visit]) => isFact(visit));
  for (const [row, { id }] of onTour) issues.push(reportSchedulerIssue("BEGUN_WITH_TOURS", jsonPointer(["visits", row, "fixed"]), { seen: id }));
  const seen = new Set<string>();
  for (const [row, visit] of visits.entries()) {
    if (!isFact(visit)) continue;
    const { caregiver, date, start } = visit.fixed ?? {};
    const key = JSON.stringify([caregiver, date, start]);
    if (start !== undefined && seen.has(key))
      issues.push(reportSchedulerIssue("BEGUN_AT_ONCE", jsonPointer(["visits", row, "fixed", "start"]), { seen: `${date}T${start}` }));
    seen.add(key);
  }
  return [...issues, ...withoutWay(problem)];
}

/** What has begun where no road leads. */
function withoutWay(problem: Problem): Issue[] {
  if (!problem.visits.some(isFact)) return [];
  const places = new Map(problem.places.map((place, index) => [place.id, { place, index }]));
  const rows = new Map(problem.visits.map(({ id }, row) => [id, row]));
  const read = factsOf(problem);
  return problem.caregivers.flatMap((caregiver) =>
    caregiver.shifts.flatMap((shift) => {
      const profile = problem.travel.profiles[caregiver.profile];
      let from = places.get(shift.start);
      return read(caregiver, shift).facts.flatMap(({ kind, id }) => {
        const row = rows.get(id);
        const to = kind === "visit" && row !== undefined ? places.get(problem.visits[row]?.place ?? "") : undefined;
        if (to === undefined || from === undefined || profile === undefined) return [];
        const way = legSeconds(profile, from, to, problem.places.length);
        from = to;
        return Number.isFinite(way) ? [] : [reportSchedulerIssue("BEGUN_WITHOUT_WAY", jsonPointer(["visits", row ?? 0, "fixed"]), { seen: id })];
      });
    }),
  );
}
