import type { CivilDate } from "@eldercare/core";
import type { PlanCost, Violation } from "../../model/plan.js";
import type { Figures } from "./figures.js";

/** What a part of a price is for: a stop of a route, a route, a visit or transport left out; nothing where it is for the whole plan. */
export interface PricePart {
  readonly caregiver?: string;
  readonly date?: CivilDate;
  readonly visit?: string;
  readonly transport?: string;
  /** A break that is missed. */
  readonly break?: string;
  /** What is priced by the minute: how many, to the hundredth. */
  readonly minutes?: number;
  /** Objective units, to the millionth. */
  readonly amount: number;
}

/** One component of a plan's cost and what it is made of. */
export interface Price {
  /** Its name, as `plan.cost` lists it. */
  readonly component: string;
  readonly amount: number;
  /** The sum of their amounts is `amount`. What costs nothing is not listed. */
  readonly parts: readonly PricePart[];
}

/** What a plan costs and why, what it comes to, and what is wrong with it. */
export interface Analysis {
  /** Recomputed from the problem, whatever the plan says it costs. */
  readonly cost: PlanCost;
  /** Every component of the cost, by name. */
  readonly prices: readonly Price[];
  readonly figures: Figures;
  /** What `verify` finds. A plan that breaks rules is priced as it stands. */
  readonly violations: readonly Violation[];
}
