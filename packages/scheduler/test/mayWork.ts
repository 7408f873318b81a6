import { addDays, datesBetween, weekdayOf } from "@eldercare/core";
import type { Caregiver } from "../src/model/caregiver.js";
import type { Problem } from "../src/model/problem.js";

/** A day on which somebody works, and for how many minutes she is paid. */
export interface PaidDay {
  readonly date: string;
  readonly paid: number;
}

/** Whether a caregiver may work days like these in whole minutes: found by living through them minute by minute. */
export function mayWork({ horizon, history = {} }: Pick<Problem, "horizon" | "history">, caregiver: Caregiver, days: readonly PaidDay[]): boolean {
  const {
    id,
    workMinutes: { perDay = 9_999, perWeek = 99_999, overtimePerDay = 0, overtimePerMonth = 99_999 } = {},
    restDaysPerWeek = 0,
  } = caregiver;
  const known = history.workedMinutes?.[id] ?? {};
  const monday = addDays(horizon.from, 1 - weekdayOf(horizon.from));
  const [overtime, ofMonth] = [new Map<string, number>(), new Map<string, number>()];
  let [week, free] = [0, 0];
  for (const date of datesBetween(monday, addDays(horizon.to, 7 - weekdayOf(horizon.to)))) {
    if (weekdayOf(date) === 1) [week, free] = [0, 0];
    const isBefore = date < horizon.from;
    const planned = days.find((day) => day.date === date);
    const minutes = isBefore ? (known[date] ?? 0) : (planned?.paid ?? 0);
    for (let minute = 0; minute < minutes; minute++) {
      const isOver = minute >= perDay || week >= perWeek;
      // without overtime a week's work is all of it, else its ordinary work
      if (!isOver || overtimePerDay === 0) week++;
      if (!isOver || isBefore) continue;
      const month = date.slice(0, 7);
      overtime.set(date, (overtime.get(date) ?? 0) + 1);
      ofMonth.set(month, (ofMonth.get(month) ?? 0) + 1);
    }
    if (isBefore ? known[date] === 0 : planned === undefined) free++;
    const isWorked = days.some((day) => day.date > addDays(date, -7) && day.date <= date);
    if (weekdayOf(date) === 7 && isWorked && free < restDaysPerWeek) return false;
  }
  return (
    [...overtime.values()].every((minutes) => minutes <= overtimePerDay) &&
    [...ofMonth].every(([month, minutes]) => {
      const before = `${month}-01` >= horizon.from ? 0 : history.overtimeMinutes?.[id]?.[month];
      return overtimePerMonth === 99_999 || (before !== undefined && before + minutes <= overtimePerMonth);
    })
  );
}
