import type { Area } from "../area/area.js";
import type { AreaCode, Tier } from "../area/areaCode.js";
import type { AreaNaming } from "../area/tierTitle.js";
import type { Interval } from "../counting/comparison.js";
import type { Wording } from "../errors/issue.js";
import type { Facility, facilityKinds, facilityStates } from "../facility/facility.js";
import type { CivilDate } from "../time/civilDate.js";

/** What a network is to have at a tier: one of some kinds of facility for every unit of it. */
export interface CoverageExpectation {
  readonly tier: Tier;
  /** Kinds of facility of which any one covers a unit. */
  readonly kinds: readonly (typeof facilityKinds)[number][];
  /** How many such facilities the document asks for in all; absent where it gives no number. */
  readonly targetFacilities?: number;
}

/** A network of facilities over areas. Both lists are taken as complete: an area without a facility in them has none. */
export interface NetworkCoverageQuestion {
  readonly areas: readonly Pick<Area, "code" | "name" | "tier" | "hosts">[];
  readonly facilities: readonly Pick<Facility, "id" | "kind" | "area" | "name" | "events">[];
  /** Which facility is managed by which: a village point by the centre of its township. */
  readonly managedBy?: readonly { readonly facility: string; readonly manager: string }[];
  /** Joint facilities: the areas, beside its own, that a facility serves. */
  readonly serves?: readonly { readonly facility: string; readonly areas: readonly AreaCode[] }[];
  /** Kinds of facility that must have a manager. */
  readonly managedKinds?: readonly (typeof facilityKinds)[number][];
  /** States in which a facility counts on a date; absent where each that is listed counts. */
  readonly counting?: { readonly states: readonly (typeof facilityStates)[number][]; readonly on: CivilDate };
  readonly expectations: readonly CoverageExpectation[];
  /** How the tiers are called in the report. */
  readonly naming: AreaNaming;
  readonly clauses: readonly string[];
}

/** One area by code and name. */
export interface NamedArea {
  readonly code: AreaCode;
  readonly name: string;
}

/** How far a tier has what is expected of it. */
export interface TierCoverage {
  readonly tier: Tier;
  readonly title: Wording;
  readonly kinds: readonly (typeof facilityKinds)[number][];
  /** Areas of the tier. */
  readonly units: number;
  /** Areas that surely have such a facility. */
  readonly covered: number;
  /** Exact share of areas covered, with bounds where states of facilities are not known; absent where the tier has no areas. */
  readonly share?: Interval;
  /** Areas without such a facility, in ascending order of codes. */
  readonly missing: readonly NamedArea[];
  /** Areas of which it is not known: the state of their facilities is not recorded. */
  readonly undetermined: readonly NamedArea[];
  /** Facilities of these kinds in the list, but for those known to be in a state that does not count. */
  readonly namedFacilities: number;
  readonly targetFacilities?: number;
  /** Facilities that the document asks for and the list does not name, at least 0; absent where it gives no number. */
  readonly unnamedFacilities?: number;
}

/** Why a facility hangs from nothing. */
export type OrphanReason = "areaMissing" | "servedAreaMissing" | "managerMissing" | "managerNotRecorded" | "managedInACircle";

/** A facility whose area or manager does not exist. */
export interface OrphanPoint {
  readonly facility: string;
  readonly name?: string;
  readonly reason: OrphanReason;
  /** The code or id that leads nowhere. */
  readonly seen?: string;
}

/** Coverage of a network, expectation by expectation, with the facilities that hang from nothing. */
export interface Coverage {
  readonly tiers: readonly TierCoverage[];
  readonly orphans: readonly OrphanPoint[];
}
