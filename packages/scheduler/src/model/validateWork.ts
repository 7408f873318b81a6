import { addDays, didYouMean, type Issue, isCivilDate, jsonPointer } from "@eldercare/core";
import type { Caregiver } from "./caregiver.js";
import { reportSchedulerIssue } from "./codes.js";
import { fullObjective } from "./objective.js";
import type { Problem } from "./problem.js";
import { daysOfWeekBefore, overtimeBefore } from "./workBefore.js";

function checkHistory({ caregivers, history = {}, horizon }: Problem): Issue[] {
  const known = caregivers.map(({ id }) => id);
  return (["workedMinutes", "overtimeMinutes"] as const).flatMap((list) =>
    Object.entries(history[list] ?? {}).flatMap(([id, entries]) => {
      if (!known.includes(id))
        return [reportSchedulerIssue("HISTORY_OF_NOBODY", jsonPointer(["history", list, id]), { seen: id, values: didYouMean(id, known) })];
      return Object.keys(entries).flatMap((when) => {
        const day = list === "overtimeMinutes" ? `${when}-01` : when;
        const code = isCivilDate(day) ? "HISTORY_INSIDE_HORIZON" : "NOT_A_MONTH";
        return isCivilDate(day) && day < horizon.from ? [] : [reportSchedulerIssue(code, jsonPointer(["history", list, id, when]), { seen: when })];
      });
    }),
  );
}

function checkOvertime(caregiver: Caregiver, pointer: string, problem: Problem): Issue[] {
  const { perDay, perWeek, overtimePerDay, overtimePerMonth } = caregiver.workMinutes ?? {};
  const without = (field: string, lacking: string) =>
    reportSchedulerIssue("OVERTIME_WITHOUT_EFFECT", `${pointer}/workMinutes/${field}`, { seen: field, values: { lacking } });
  if (overtimePerDay === undefined) return overtimePerMonth === undefined ? [] : [without("overtimePerMonth", "overtimePerDay")];
  if (perDay === undefined && perWeek === undefined) return [without("overtimePerDay", "perDay, perWeek")];
  const month = problem.horizon.from.slice(0, 7);
  const isKnown = overtimePerDay === 0 || overtimePerMonth === undefined || overtimeBefore(problem, caregiver.id, month) !== undefined;
  return isKnown
    ? []
    : [
        reportSchedulerIssue("MONTH_OVERTIME_UNKNOWN", `${pointer}/workMinutes/overtimePerMonth`, {
          seen: month,
          values: { caregiver: caregiver.id },
        }),
      ];
}

/** Days before the horizon of which nothing is known are worth a word where more shifts are left than may be worked. */
function checkRestDays({ id, restDaysPerWeek, shifts }: Caregiver, pointer: string, problem: Problem): Issue[] {
  if (restDaysPerWeek === undefined) return [];
  const before = daysOfWeekBefore(problem, id);
  const unknown = before.filter(({ minutes }) => minutes === undefined).length;
  const { horizon } = problem;
  const weekEnds = addDays(horizon.from, 6 - before.length);
  const ahead = shifts.filter(({ date }) => date >= horizon.from && date <= weekEnds && date <= horizon.to).length;
  const most = Math.max(0, 7 - restDaysPerWeek - before.filter(({ minutes }) => minutes !== 0).length);
  return unknown === 0 || ahead <= most
    ? []
    : [
        reportSchedulerIssue("REST_DAYS_UNKNOWN", `${pointer}/restDaysPerWeek`, {
          seen: unknown,
          values: { caregiver: id, most: String(most) },
        }),
      ];
}

function checkCosts({ caregivers, objective }: Problem): Issue[] {
  const stated = caregivers.flatMap(({ costPerHourFen }) => costPerHourFen ?? []);
  const priced = fullObjective(objective).caregiverYuan > 0;
  if (!priced && stated.length === 0) return [];
  const most = String(Math.max(0, ...stated));
  return caregivers.flatMap(({ id, costPerHourFen }, row) => {
    const pointer = jsonPointer(["caregivers", row]);
    if (costPerHourFen === undefined) return priced ? [reportSchedulerIssue("COST_UNKNOWN", pointer, { seen: id, values: { most } })] : [];
    return priced ? [] : [reportSchedulerIssue("COST_NOT_PRICED", `${pointer}/costPerHourFen`, { seen: id })];
  });
}

function checkRatings({ caregivers, objective }: Problem): Issue[] {
  const isPriced = fullObjective(objective).ratingPoint > 0;
  const isRated = caregivers.some(({ rating }) => rating !== undefined);
  if (isPriced) return isRated ? [] : [reportSchedulerIssue("NOBODY_RATED", "/objective/ratingPoint")];
  return caregivers.flatMap(({ id, rating }, row) =>
    rating === undefined ? [] : [reportSchedulerIssue("RATING_NOT_PRICED", jsonPointer(["caregivers", row, "rating"]), { seen: id })],
  );
}

/** What is wrong, or worth knowing, with the limits on working time of a problem of the right shape, with what its history tells of them, and with what its caregivers cost and how they are rated. */
export function validateWork(problem: Problem): Issue[] {
  const each = problem.caregivers.flatMap((caregiver, row) => {
    const pointer = jsonPointer(["caregivers", row]);
    return [...checkOvertime(caregiver, pointer, problem), ...checkRestDays(caregiver, pointer, problem)];
  });
  return [...checkHistory(problem), ...each, ...checkCosts(problem), ...checkRatings(problem)];
}
