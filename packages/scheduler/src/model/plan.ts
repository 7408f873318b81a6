import type { CivilDate } from "@eldercare/core";
import type { ClockTime } from "./clock.js";

/** One stop of a route: a visit, or a break where the caregiver then is. */
export interface PlanStop {
  readonly kind: "visit" | "break";
  /** The visit's id; of a break `break-1` for the first of the shift, and so on. */
  readonly id: string;
  readonly place: string;
  readonly arrive: ClockTime;
  readonly start: ClockTime;
  readonly end: ClockTime;
}

/** One caregiver's day. */
export interface PlanRoute {
  readonly caregiver: string;
  readonly date: CivilDate;
  readonly departs: ClockTime;
  readonly returns: ClockTime;
  readonly stops: readonly PlanStop[];
}

/** Why a caregiver does not make a visit; `relax` names the smallest change that would remove the reason. */
export interface Reason {
  readonly code: string;
  readonly caregiver?: string;
  readonly relax?: Readonly<Record<string, unknown>>;
}

/** A visit that is not in the plan: impossible for everybody even on an empty day, or crowded out by the rest of the plan. */
export interface Unassigned {
  readonly visit: string;
  readonly kind: "impossible" | "crowdedOut";
  readonly reasons: readonly Reason[];
}

/** What a plan costs: each component by name, in objective units, and their `total`. */
export type PlanCost = Readonly<Record<string, number>> & { readonly total: number };

/** Who visits whom, when; which visits are left out, and why; what it costs. */
export interface Plan {
  readonly routes: readonly PlanRoute[];
  readonly unassigned: readonly Unassigned[];
  readonly cost: PlanCost;
}

/** The order of a route without its times. Where it names no break, breaks are placed for it. */
export interface RouteOrder {
  readonly caregiver: string;
  readonly date: CivilDate;
  readonly stops: readonly { readonly kind: "visit" | "break"; readonly id: string }[];
}

/** How a plan was made. Kept apart from the plan, so that plans compare byte for byte. */
export interface Run {
  readonly seed: number;
  readonly iterations: number;
  readonly elapsedMs: number;
  readonly stoppedBy: "iterations" | "time" | "signal" | "nothingToSearch";
  readonly threads: 1;
  /** Version of this package. */
  readonly version: string;
  /** Cost of the best plan whenever it improved: `[elapsed ms, objective units]`. */
  readonly trace: readonly (readonly [number, number])[];
}

/** One way in which a plan breaks the problem's rules. */
export interface Violation {
  readonly code: string;
  readonly visit?: string;
  readonly caregiver?: string;
  readonly date?: CivilDate;
  readonly message: { readonly zh: string; readonly en: string };
}
