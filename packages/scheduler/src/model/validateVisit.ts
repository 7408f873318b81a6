import { didYouMean, type Issue, jsonPointer, reportMissing } from "@eldercare/core";
import type { Caregiver } from "./caregiver.js";
import { knownSecondsOfDay } from "./clock.js";
import { reportSchedulerIssue } from "./codes.js";
import { isFact } from "./facts.js";
import { mayBeOn } from "./mayBeOn.js";
import type { Problem } from "./problem.js";
import { validateFact } from "./validateFacts.js";
import { validateWhen } from "./validateWhen.js";
import type { Visit } from "./visit.js";
import { momentsOf } from "./when.js";

/** What the checks of visits look up. */
export interface KnownNames {
  readonly places: ReadonlySet<string>;
  readonly caregivers: ReadonlyMap<string, Caregiver>;
  readonly skills: ReadonlySet<string>;
  readonly equipment: ReadonlySet<string>;
}

/** The names that visits may refer to. */
export function knownNames(problem: Problem): KnownNames {
  return {
    places: new Set(problem.places.map((place) => place.id)),
    caregivers: new Map(problem.caregivers.map((caregiver) => [caregiver.id, caregiver])),
    skills: new Set(problem.caregivers.flatMap((caregiver) => Object.keys(caregiver.skills ?? {}))),
    equipment: new Set((problem.vehicles ?? []).flatMap((vehicle) => vehicle.equipment ?? [])),
  };
}

function checkFixed(visit: Visit, problem: Problem, names: KnownNames, pointer: string): Issue[] {
  const { fixed } = visit;
  const { horizon } = problem;
  if (fixed === undefined || fixed === null) return [];
  const caregiver = names.caregivers.get(fixed.caregiver);
  if (caregiver === undefined) return [reportMissing("caregiver", `${pointer}/fixed/caregiver`, fixed.caregiver)];
  const issues: Issue[] = [];
  if (!caregiver.shifts.some((shift) => shift.date === fixed.date))
    issues.push(reportSchedulerIssue("FIXED_WITHOUT_SHIFT", `${pointer}/fixed/date`, { seen: fixed.date, values: { caregiver: fixed.caregiver } }));
  else if (fixed.date < horizon.from || fixed.date > horizon.to)
    issues.push(reportSchedulerIssue("FIXED_OUTSIDE_HORIZON", `${pointer}/fixed/date`, { seen: fixed.date }));
  if (isFact(visit)) return [...issues, ...validateFact(visit, problem, pointer)];
  if (!mayBeOn(visit, fixed.date)) issues.push(reportSchedulerIssue("FIXED_OUTSIDE_WHEN", `${pointer}/fixed/date`, { seen: fixed.date }));
  const { start } = fixed;
  if (start !== undefined) {
    const at = knownSecondsOfDay(start);
    const moments = momentsOf(visit.when, fixed.date);
    const inHours = visit.when?.daily?.some((window) => knownSecondsOfDay(window.from) <= at && at <= knownSecondsOfDay(window.to)) ?? true;
    if (mayBeOn(visit, fixed.date) && !(inHours && moments.from <= at && at <= moments.to))
      issues.push(reportSchedulerIssue("FIXED_OUTSIDE_WHEN", `${pointer}/fixed/start`, { seen: start }));
  }
  return issues;
}

function checkWanted({ when: { wantedBy, dueBy } = {} }: Visit, pointer: string): Issue[] {
  return wantedBy === undefined || dueBy === undefined || wantedBy <= dueBy.slice(0, 10)
    ? []
    : [reportSchedulerIssue("WANTED_AFTER_DUE", `${pointer}/when/wantedBy`, { seen: wantedBy, values: { due: dueBy } })];
}

/** What is wrong with one visit of a problem of the right shape. */
export function validateVisit(visit: Visit, row: number, problem: Problem, names: KnownNames): Issue[] {
  const pointer = jsonPointer(["visits", row]);
  const named = (["prefers", "only", "bars"] as const).flatMap((list) =>
    (visit[list] ?? []).flatMap((id, index) => (names.caregivers.has(id) ? [] : [reportMissing("caregiver", `${pointer}/${list}/${index}`, id)])),
  );
  const contradictory = (visit.only ?? []).flatMap((id, index) =>
    visit.bars?.includes(id) === true ? [reportSchedulerIssue("ONLY_AND_BARRED", `${pointer}/only/${index}`, { seen: id })] : [],
  );
  const skills = Object.keys(visit.needs?.skills ?? {}).flatMap((skill) =>
    names.skills.has(skill)
      ? []
      : [
          reportSchedulerIssue("NOBODY_HAS_SKILL", pointer + jsonPointer(["needs", "skills", skill]), {
            seen: skill,
            values: didYouMean(skill, [...names.skills]),
          }),
        ],
  );
  const equipment = (visit.needs?.equipment ?? []).flatMap((item, index) =>
    names.equipment.has(item)
      ? []
      : [
          reportSchedulerIssue("NOTHING_HAS_EQUIPMENT", `${pointer}/needs/equipment/${index}`, {
            seen: item,
            values: didYouMean(item, [...names.equipment]),
          }),
        ],
  );
  return [
    ...(names.places.has(visit.place) ? [] : [reportMissing("place", `${pointer}/place`, visit.place)]),
    ...validateWhen(visit, problem, pointer, "NO_DATE_IN_HORIZON"),
    ...checkWanted(visit, pointer),
    ...named,
    ...contradictory,
    ...checkFixed(visit, problem, names, pointer),
    ...skills,
    ...equipment,
  ];
}
