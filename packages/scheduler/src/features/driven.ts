import type { Problem } from "../model/problem.js";
import { roomOf, type Vehicle } from "../model/vehicle.js";
import type { CaregiverDay } from "./checkHalf.js";

/** The vehicle that a shift drives; undefined where it names none. */
export function drivenOn({ vehicles = [] }: Pick<Problem, "vehicles">, { shift }: Pick<CaregiverDay, "shift">): Vehicle | undefined {
  return shift.vehicle === undefined ? undefined : vehicles.find(({ id }) => id === shift.vehicle);
}

/** How many passengers a day's vehicle takes at once: whoever of a crew does not drive sits on a seat of her own. */
export function roomOn(problem: Pick<Problem, "vehicles">, day: Pick<CaregiverDay, "shift" | "crew">): ReturnType<typeof roomOf> {
  const { seats, wheelchairs } = roomOf(drivenOn(problem, day));
  return { seats: Math.max(0, seats - (day.crew.length - 1)), wheelchairs };
}
