import { weekdayOf } from "@eldercare/core";
import { bindingPatterns } from "../../model/bindingLinks.js";
import { printClock } from "../../model/clock.js";
import { fullObjective } from "../../model/objective.js";
import type { Pattern } from "../../model/pattern.js";
import type { Breach, CheckedPlan, FeatureCheck } from "../checkHalf.js";
import { type VisitMade, visitsOfRoutes } from "../visitsOfRoutes.js";

/** The visits of a pattern that are made, in the order in which it lists them. */
function madeOf(pattern: Pattern, made: ReadonlyMap<string, VisitMade>): VisitMade[] {
  return pattern.visits.flatMap((id) => made.get(id) ?? []);
}

function checkPattern({ sameWeekday, sameCaregiver, startToleranceMinutes }: Pattern, made: readonly VisitMade[]): Breach[] {
  const [first] = made;
  if (first === undefined) return [];
  const about = (each: VisitMade) => ({ visit: each.visit.id, caregiver: each.caregiver.id, date: each.date });
  const earliest = made.reduce((least, each) => (each.stop.start < least.stop.start ? each : least));
  return made.flatMap((each): Breach[] => [
    ...(sameWeekday === true && weekdayOf(each.date) !== weekdayOf(first.date)
      ? [{ code: "NOT_SAME_WEEKDAY", ...about(each), values: { other: first.visit.id, expected: first.date } }]
      : []),
    ...(sameCaregiver === "require" && each.caregiver.id !== first.caregiver.id
      ? [{ code: "NOT_SAME_CAREGIVER", ...about(each), values: { other: first.visit.id, expected: first.caregiver.id } }]
      : []),
    ...(startToleranceMinutes !== undefined && each.stop.start - earliest.stop.start > Math.round(startToleranceMinutes * 60)
      ? [
          {
            code: "NOT_REGULAR",
            ...about(each),
            values: {
              other: earliest.visit.id,
              seen: printClock(each.stop.start),
              expected: printClock(earliest.stop.start),
              minutes: String(startToleranceMinutes),
            },
          },
        ]
      : []),
  ]);
}

/** Caregivers beside the first who make visits of patterns that would rather have one. */
function furtherCaregivers({ problem }: CheckedPlan, made: ReadonlyMap<string, VisitMade>): number {
  return (problem.patterns ?? [])
    .filter(({ sameCaregiver }) => sameCaregiver === "prefer")
    .reduce((sum, pattern) => sum + Math.max(0, new Set(madeOf(pattern, made).map(({ caregiver }) => caregiver.id)).size - 1), 0);
}

const byVisit = (checked: CheckedPlan): Map<string, VisitMade> => new Map(visitsOfRoutes(checked).map((each) => [each.visit.id, each]));

/** Finds patterns that a plan does not keep, and prices those that would rather have one caregiver. */
export const patternsCheck: FeatureCheck = {
  codes: {
    NOT_SAME_WEEKDAY: {
      zh: "上门服务 {visit} 安排在 {date}，与 {other}（{expected}）不是同一星期几",
      en: "visit {visit} is made on {date}, not on the weekday of {other} ({expected})",
    },
    NOT_SAME_CAREGIVER: {
      zh: "{date}：上门服务 {visit} 由护理员 {caregiver} 承担，而 {other} 由 {expected} 承担，应为同一人",
      en: "{date}: visit {visit} is made by caregiver {caregiver}, {other} by {expected}, though they belong to one",
    },
    NOT_REGULAR: {
      zh: "{date}：上门服务 {visit} 于 {seen} 开始，{other} 于 {expected} 开始，相差应不超过 {minutes} 分钟",
      en: "{date}: visit {visit} begins at {seen}, {other} at {expected}, more than {minutes} minutes apart",
    },
  },
  breaches: (checked) => {
    const patterns = bindingPatterns(checked.problem);
    if (patterns.length === 0) return [];
    const made = byVisit(checked);
    return patterns.flatMap((pattern) => checkPattern(pattern, madeOf(pattern, made)));
  },
  cost: (checked): Record<string, number> => {
    const { newFace } = fullObjective(checked.problem.objective);
    return newFace === 0 ? {} : { newFaces: furtherCaregivers(checked, byVisit(checked)) * newFace };
  },
};
