import type { Caregiver } from "@eldercare/core";
import { syntheticAssumptions } from "./assumptions.js";
import type { Random } from "./random.js";

type Shifts = Caregiver["shifts"];

const fullDay = { from: "08:00", to: "17:00", breaks: [{ minutes: 60, from: "11:30", to: "13:30", paid: false }] };
const morning = { from: "08:00", to: "12:00" };

/** The week of someone who visits homes: whole days or mornings from Monday to Friday, for some Saturday morning too. */
export function drawVisitingShifts(random: Random): Shifts {
  const { halfDayShare, saturdayShare } = syntheticAssumptions.staff;
  const day = random.chance(halfDayShare) ? morning : fullDay;
  const saturday = random.chance(saturdayShare);
  return [{ weekdays: [1, 2, 3, 4, 5], ...day }, ...(saturday ? [{ weekdays: [6], ...morning }] : [])];
}

/** The week of someone who works in a facility that never closes: five days on, beginning on any of three weekdays. */
export function drawFacilityShifts(random: Random): Shifts {
  const first = random.whole(1, 3);
  return [{ weekdays: [0, 1, 2, 3, 4].map((step) => first + step), ...fullDay }];
}

/** The mornings of someone who looks after a village point beside other work. */
export const assistantShifts = (): Shifts => [{ weekdays: [1, 2, 3, 4, 5], ...morning }];
