import type { CheckedPlan } from "../../features/checks.js";
import { paidSeconds } from "../../features/workingTime/check.js";
import { knownSecondsOfDay } from "../../model/clock.js";
import { minutesOf, ratio, sumOf } from "./hundredths.js";
import { byText, type Day } from "./readDays.js";

/** What one caregiver works, alone or in a crew. */
export interface LoadOfCaregiver {
  readonly caregiver: string;
  readonly days: number;
  readonly visits: number;
  /** From departure to return, without unpaid breaks. */
  readonly workedMinutes: number;
  /** Length of her shifts within the horizon. */
  readonly shiftMinutes: number;
  /** Share of her shifts that she works; overtime can take it above 1. */
  readonly workedShare: number | null;
}

/** How evenly the work is shared by those who have shifts. */
export interface LoadFigures {
  /** By caregiver. */
  readonly perCaregiver: readonly LoadOfCaregiver[];
  readonly meanWorkedMinutes: number | null;
  readonly leastWorkedMinutes: number | null;
  readonly mostWorkedMinutes: number | null;
  /** The most less the least. */
  readonly spreadMinutes: number | null;
  /**
   * The share of all work that would have to pass to others for everybody to work the same share of her shifts: 0 where the load
   * is even. (The Hoover index of working minutes by shift minutes.)
   */
  readonly shareToPassOn: number | null;
}

/** How much of the shifts on hand is used. */
export interface ShiftFigures {
  /** Shifts within the horizon. */
  readonly onHand: number;
  /** Those with a route. */
  readonly used: number;
  readonly usedShare: number | null;
  readonly onHandMinutes: number;
  readonly usedMinutes: number;
}

const shiftSeconds = ({ from, to }: { readonly from: string; readonly to: string }): number => knownSecondsOfDay(to) - knownSecondsOfDay(from);

function shiftsWithin({ problem }: CheckedPlan) {
  const { from, to } = problem.horizon;
  return problem.caregivers.map(({ id, shifts }) => ({ id, shifts: shifts.filter(({ date }) => from <= date && date <= to) }));
}

/** Half of what two ways of sharing one whole differ by. */
const differing = (shares: readonly (readonly [number, number])[]): number => sumOf(shares.map(([a, b]) => Math.abs(a - b))) / 2;

/** Figures of the load. */
export function loadOf(checked: CheckedPlan, days: readonly Day[]): LoadFigures {
  const loads = shiftsWithin(checked)
    .filter(({ shifts }) => shifts.length > 0)
    .sort(byText(({ id }) => id))
    .map(({ id, shifts }) => {
      const own = days.flatMap(({ route }) => (route.crew.some((member) => member.id === id) ? [route] : []));
      return {
        caregiver: id,
        days: own.length,
        visits: sumOf(own.map(({ stops }) => stops.filter(({ kind }) => kind === "visit").length)),
        worked: sumOf(own.map(paidSeconds)),
        shift: sumOf(shifts.map(shiftSeconds)),
      };
    });
  const worked = loads.map((load) => load.worked);
  const [allWorked, allShifts] = [sumOf(worked), sumOf(loads.map(({ shift }) => shift))];
  const most = worked.length === 0 ? null : worked.reduce((a, b) => Math.max(a, b));
  const least = worked.length === 0 ? null : worked.reduce((a, b) => Math.min(a, b));
  const toPassOn = differing(loads.map((load) => [load.worked / allWorked, load.shift / allShifts]));
  return {
    perCaregiver: loads.map(({ caregiver, days: count, visits, worked: own, shift }) => ({
      caregiver,
      days: count,
      visits,
      workedMinutes: minutesOf(own),
      shiftMinutes: minutesOf(shift),
      workedShare: ratio(own, shift),
    })),
    meanWorkedMinutes: ratio(allWorked / 60, worked.length),
    leastWorkedMinutes: least === null ? null : minutesOf(least),
    mostWorkedMinutes: most === null ? null : minutesOf(most),
    spreadMinutes: most === null || least === null ? null : minutesOf(most - least),
    shareToPassOn: allWorked <= 0 || allShifts <= 0 ? null : ratio(toPassOn, 1),
  };
}

/** Figures of the shifts. */
export function shiftsOf(checked: CheckedPlan, days: readonly Day[]): ShiftFigures {
  const used = new Set(days.flatMap(({ route: { crew, date } }) => crew.map(({ id }) => JSON.stringify([id, date]))));
  const shifts = shiftsWithin(checked).flatMap(({ id, shifts: own }) =>
    own.map((shift) => ({ seconds: shiftSeconds(shift), isUsed: used.has(JSON.stringify([id, shift.date])) })),
  );
  const inUse = shifts.filter(({ isUsed }) => isUsed);
  return {
    onHand: shifts.length,
    used: inUse.length,
    usedShare: ratio(inUse.length, shifts.length),
    onHandMinutes: minutesOf(sumOf(shifts.map(({ seconds }) => seconds))),
    usedMinutes: minutesOf(sumOf(inUse.map(({ seconds }) => seconds))),
  };
}
