import type { CivilDate, Wording } from "@eldercare/core";
import type { ClockTime } from "../../model/clock.js";
import type { PlanCost, PlanStop, Reason, RouteOrder } from "../../model/plan.js";

/** A stop of the plan that begins at another time because of a new visit. */
export interface MovedStop {
  readonly caregiver: string;
  readonly date: CivilDate;
  readonly kind: PlanStop["kind"];
  readonly id: string;
  /** Later where positive, earlier where negative; to the hundredth. */
  readonly minutes: number;
}

/** When and by whom a visit would be made. */
export interface Appointment {
  readonly visit: string;
  readonly caregiver: string;
  readonly date: CivilDate;
  readonly start: ClockTime;
  readonly end: ClockTime;
}

/** One place for a visit: the best of a caregiver's day. */
export interface Suggestion extends Appointment {
  /**
   * Between which times the visit could begin in this gap, within its own hours, while everything that follows stays within
   * its hours; null where visits may be late or wait for one another.
   */
  readonly slot: { readonly from: ClockTime; readonly to: ClockTime } | null;
  /** What the plan costs more, by component; what is not listed stays as it is. */
  readonly price: PlanCost;
  /** By how much visits of others become later than their hours, in all; negative where they become less late. */
  readonly addedLatenessMinutes: number;
  /** By how much routes return later than their shifts, in all. */
  readonly addedOvertimeMinutes: number;
  /** Other stops that would begin at another time. */
  readonly movedStops: readonly MovedStop[];
  /** Where the visits that stand or fall with it would be made. */
  readonly linked: readonly Appointment[];
  /**
   * The routes that it would be in, in order: with the plan's other routes, without the visit and its alternatives, `evaluate`
   * makes a plan of them. Stops that stay may be given their times from the plan, so that patterns keep their hours.
   */
  readonly routes: readonly RouteOrder[];
}

/** Why a caregiver cannot make the visit, with its words. */
export interface WordedReason extends Reason {
  readonly message: Wording;
}

/** Where a visit could go, the cheapest place first, and who cannot make it. */
export interface Advice {
  readonly visit: string;
  /** What leaving the visit out costs, with those that stand or fall with it (of alternatives, all of them): a place that costs more is not worth it by the objective. */
  readonly leaveOutPrice: number;
  readonly suggestions: readonly Suggestion[];
  /** Of the caregivers with no place on any day, each reason once. */
  readonly cannot: readonly WordedReason[];
}
