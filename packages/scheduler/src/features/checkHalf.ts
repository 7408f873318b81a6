import type { CivilDate, Wording } from "@eldercare/core";
import type { Caregiver, Shift } from "../model/caregiver.js";
import type { Plan, PlanStop } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import type { Demand } from "../model/requiredPrice.js";
import type { Tour } from "../model/tour.js";
import type { Transport } from "../model/transport.js";
import type { Visit } from "../model/visit.js";

/** A caregiver's day, or a crew's, as features see it. */
export interface CaregiverDay {
  /** Whose route it is: of a tour, who leads the crew. */
  readonly caregiver: Caregiver;
  /** Everybody who comes: the caregiver alone, or the crew of a tour. */
  readonly crew: readonly Caregiver[];
  /** The tour of which this is a day; undefined on ordinary days. */
  readonly tour: Tour | undefined;
  readonly shift: Shift;
  readonly date: CivilDate;
}

/** One stop of a plan with its times in seconds since midnight, as the checker reads them. */
export interface CheckedStop {
  readonly kind: PlanStop["kind"];
  readonly id: string;
  readonly visit: Visit | undefined;
  /** Who boards or alights. */
  readonly transport: Transport | undefined;
  /** Where the plan says that it is. */
  readonly place: string;
  readonly arrive: number;
  readonly start: number;
  readonly end: number;
}

/** One route of a plan, as the checker reads it: only of caregivers and shifts that exist. */
export interface CheckedRoute extends CaregiverDay {
  readonly departs: number;
  readonly returns: number;
  readonly stops: readonly CheckedStop[];
  /** Where and how long the night after it is spent, as the plan says; undefined where it says nothing. */
  readonly night: CheckedNight | undefined;
}

/** A night of a tour, in seconds since the midnight that begins its evening. */
export interface CheckedNight {
  readonly place: string;
  readonly arrive: number;
  readonly start: number;
  readonly end: number;
}

/** What the checker knows of a plan; check halves read it and nothing of the search. */
export interface CheckedPlan {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly routes: readonly CheckedRoute[];
  /** Visits that are in no route, beside those one of whose alternatives is made. */
  readonly left: readonly Visit[];
  /** Transports that board nowhere. */
  readonly leftTransports: readonly Transport[];
  /** What counts as left out of these: all, but of alternatives none of which is made the first. */
  readonly unserved: readonly Demand[];
}

/** What a breach is about, and the values of its wording. */
export interface Breach {
  readonly code: string;
  readonly visit?: string;
  readonly transport?: string;
  readonly caregiver?: string;
  readonly date?: CivilDate;
  readonly values?: Readonly<Record<string, string>>;
}

/** The check half of a feature: how its breach is found and worded, and what the plan costs under it. */
export interface FeatureCheck {
  /** Wording of each code of `breaches`; `{visit}`, `{transport}`, `{caregiver}`, `{date}` and the breach's own values are filled in. */
  readonly codes: Readonly<Record<string, Wording>>;
  readonly breaches?: (checked: CheckedPlan) => readonly Breach[];
  /** Cost components by name, objective units. */
  readonly cost?: (checked: CheckedPlan) => Readonly<Record<string, number>>;
}

/** A feature as the checker sees it. */
export interface CheckedFeature {
  readonly name: string;
  readonly check: FeatureCheck;
  /** Words for the reasons that the search half gives; the checker knows no reasons but these and those of hours and roads. */
  readonly reasons?: Readonly<Record<string, Wording>>;
}
