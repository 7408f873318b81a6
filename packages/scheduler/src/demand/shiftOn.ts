import { type CivilDate, type Caregiver as StaffMember, weekdayOf } from "@eldercare/core";
import { breaksFit } from "../model/breaksOf.js";
import type { Shift, ShiftBreak } from "../model/caregiver.js";
import { knownSecondsOfDay } from "../model/clock.js";

type WeeklyShift = StaffMember["shifts"][number];

const breaksOfShift = (shift: WeeklyShift): ShiftBreak[] =>
  (shift.breaks ?? []).map(({ minutes, from, to, paid }) => ({ minutes, from, to, ...(paid === undefined ? {} : { paid }) }));

/** Why the shifts of a day make no working day: codes of notes. */
export type ShiftNote = "ROSTER_SHIFTS_OVERLAP" | "SHIFT_WITHOUT_HOURS" | "BREAK_NOT_POSSIBLE";

/**
 * The working day that weekly shifts make of a date: several shifts on one weekday become one, with an unpaid break for the
 * hours between them. Undefined on a day off; the code of the note where the day cannot be planned.
 */
export function shiftOn(weekly: readonly WeeklyShift[], date: CivilDate, place: string): Shift | ShiftNote | undefined {
  const weekday = weekdayOf(date);
  const parts = weekly.filter(({ weekdays }) => weekdays.includes(weekday)).sort((a, b) => (a.from < b.from ? -1 : 1));
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const between: ShiftBreak[] = [];
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (part.to <= part.from) return "SHIFT_WITHOUT_HOURS";
    if (next !== undefined && next.from < part.to) return "ROSTER_SHIFTS_OVERLAP";
    if (next === undefined || next.from === part.to) continue;
    between.push({ minutes: (knownSecondsOfDay(next.from) - knownSecondsOfDay(part.to)) / 60, from: part.to, to: part.to, paid: false });
  }
  const breaks = [...parts.flatMap(breaksOfShift), ...between];
  const shift: Shift = { date, from: first.from, to: last.to, start: place, end: place, ...(breaks.length === 0 ? {} : { breaks }) };
  return breaksFit(shift) ? shift : "BREAK_NOT_POSSIBLE";
}
