import type { CivilDate } from "@eldercare/core";
import type { ClockTime } from "./clock.js";

/** One stop of a route: a visit, a person boarding or alighting, a break where the caregiver then is, or the night of a tour. */
export interface PlanStop {
  readonly kind: "visit" | "board" | "alight" | "break" | "lodging";
  /** The visit's or transport's id; of a break `break-1` for the first of the shift, and so on; of a night its place. */
  readonly id: string;
  readonly place: string;
  readonly arrive: ClockTime;
  readonly start: ClockTime;
  readonly end: ClockTime;
}

/**
 * One caregiver's day, or one of a tour: a tour that makes any stop has a route on each of its dates, and each but the last ends
 * with the stop at which the night is spent, until the next day's departure (in hours that go on from 24).
 */
export interface PlanRoute {
  /** Of a tour, who leads the crew. */
  readonly caregiver: string;
  readonly date: CivilDate;
  /** The tour of which this is a day; absent on ordinary days. */
  readonly tour?: string;
  /** What she drives; null where her shift names no vehicle. */
  readonly vehicle: string | null;
  readonly departs: ClockTime;
  readonly returns: ClockTime;
  readonly stops: readonly PlanStop[];
}

/** Why a caregiver does not make a visit or transport; `relax` names the smallest change that would remove the reason. */
export interface Reason {
  readonly code: string;
  readonly caregiver?: string;
  readonly relax?: Readonly<Record<string, unknown>>;
}

/** Why something is left out: impossible for everybody even on an empty day, or crowded out by the rest of the plan. */
export interface LeftOut {
  readonly kind: "impossible" | "crowdedOut";
  /** What is impossible has everybody's reasons; what is crowded out the reasons of those who could do it on an empty day. */
  readonly reasons: readonly Reason[];
  /** What is crowded out: what bars all others from it. Absent where nobody is barred. */
  readonly barred?: readonly Reason[];
}

/** A visit that is not in the plan. */
export interface Unassigned extends LeftOut {
  readonly visit: string;
}

/** A transport that is not in the plan, and why. */
export interface UnassignedTransport extends LeftOut {
  readonly transport: string;
}

/** What a plan costs: each component by name, in objective units, and their `total`. */
export type PlanCost = Readonly<Record<string, number>> & { readonly total: number };

/** Who visits whom and carries whom, when; what is left out, and why; what it costs. */
export interface Plan {
  readonly routes: readonly PlanRoute[];
  readonly unassigned: readonly Unassigned[];
  /** Transports left out; present where the problem has transports. */
  readonly unassignedTransports?: readonly UnassignedTransport[];
  readonly cost: PlanCost;
}

/**
 * The order of a route without its times. Where it names no break, breaks are placed for it; where no route of a tour names a
 * lodging, the cheapest are chosen.
 */
export interface RouteOrder {
  readonly caregiver: string;
  readonly date: CivilDate;
  readonly stops: readonly { readonly kind: PlanStop["kind"]; readonly id: string }[];
}

/** How a plan was made. Kept apart from the plan, so that plans compare byte for byte. */
export interface Run {
  readonly seed: number;
  readonly iterations: number;
  readonly elapsedMs: number;
  /** `cost`: the plan was good enough; `idle`: it had long been the same. */
  readonly stoppedBy: "iterations" | "time" | "cost" | "idle" | "signal" | "nothingToSearch";
  /** How many threads searched to the end. */
  readonly threads: number;
  /** Version of this package. */
  readonly version: string;
  /** Cost of the best plan whenever it improved: `[elapsed ms, objective units]`. */
  readonly trace: readonly (readonly [number, number])[];
}

/** One way in which a plan breaks the problem's rules. */
export interface Violation {
  readonly code: string;
  readonly visit?: string;
  readonly transport?: string;
  readonly caregiver?: string;
  readonly date?: CivilDate;
  readonly message: { readonly zh: string; readonly en: string };
}
