import type { CivilDate } from "@eldercare/core";
import type { ClockTime } from "./clock.js";

/** One stop of a route: a visit, a person boarding or alighting, or a break where the caregiver then is. */
export interface PlanStop {
  readonly kind: "visit" | "board" | "alight" | "break";
  /** The visit's or transport's id; of a break `break-1` for the first of the shift, and so on. */
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

/** A visit that is not in the plan: impossible for everybody even on an empty day, or crowded out by the rest of the plan. */
export interface Unassigned {
  readonly visit: string;
  readonly kind: "impossible" | "crowdedOut";
  readonly reasons: readonly Reason[];
}

/** A transport that is not in the plan, and why. */
export interface UnassignedTransport {
  readonly transport: string;
  readonly kind: Unassigned["kind"];
  readonly reasons: readonly Reason[];
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

/** The order of a route without its times. Where it names no break, breaks are placed for it. */
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
