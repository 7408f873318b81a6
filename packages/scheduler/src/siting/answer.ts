import type { Wording } from "@eldercare/core";

/** Why a site is among those opened. */
export type SiteReason =
  /** The problem requires it. */
  | { readonly code: "REQUIRED" }
  /** No other candidate is within reach of these demands. */
  | { readonly code: "ONLY_CANDIDATE"; readonly demands: readonly string[] }
  /** No other site that is opened is within reach of these demands. */
  | { readonly code: "ONLY_OPENED"; readonly demands: readonly string[] }
  /** The people that it serves would have so many metres more to the next opened site, in all; room there left aside. */
  | { readonly code: "NEARER"; readonly personMetresSaved: number };

/** A site that is opened or kept. */
export interface OpenedSite {
  readonly site: string;
  readonly persons: number;
  readonly households?: number;
  /** Demands that it serves, in the order of their ids. */
  readonly demands: readonly string[];
  /** Places left; absent where its capacity is not limited. */
  readonly spare?: number;
  readonly reasons: readonly SiteReason[];
}

/** Where the people of a demand go. */
export interface SitingAssignment {
  readonly demand: string;
  readonly site: string;
  readonly distanceMetres?: number;
  readonly durationSeconds?: number;
}

/** A rule that would have to read otherwise, and how. */
export interface SitingChange {
  readonly rule:
    | "furthestMetres"
    | "longestSeconds"
    | "capacity"
    | "leastHouseholds"
    | "leastPersons"
    | "sites"
    | "oneOffBudgetFen"
    | "yearlyBudgetFen";
  /** What it would have to be: of the site, for `capacity`, `leastHouseholds` and `leastPersons`; the most, for `sites`. */
  readonly to: number;
}

/** Changes by which a site could serve a demand, all other demands left where they are. */
export interface SitingRelaxation {
  readonly site: string;
  readonly changes: readonly SitingChange[];
}

/** A demand that no site serves. */
export interface UnservedDemand {
  readonly demand: string;
  readonly persons: number;
  /** No candidate is within reach; there are some, but what is opened has no room and no more can be opened; or serving costs more than its price. */
  readonly reason: "NO_SITE_WITHIN_REACH" | "CROWDED_OUT" | "DEARER_THAN_LEAVING_OUT";
  /**
   * Changes each of which would do: for every set of rules the smallest, and no set that holds a smaller one. One without
   * changes says that the site could serve it as things stand: the search was stopped before it saw that.
   */
  readonly relax: readonly SitingRelaxation[];
}

/** Cost in free units, each rounded to the thousandth: a journey, a site, a demand left out. */
export interface SitingCost {
  readonly travel: number;
  readonly oneOff: number;
  readonly yearly: number;
  readonly unserved: number;
  readonly total: number;
}

/** A choice of sites. Lists are in the order of ids. */
export interface SitingPlan {
  readonly opened: readonly OpenedSite[];
  /** Existing sites that are not kept. */
  readonly closed: readonly string[];
  readonly assignments: readonly SitingAssignment[];
  readonly unserved: readonly UnservedDemand[];
  readonly servedPersons: number;
  readonly unservedPersons: number;
  readonly oneOffFen: number;
  readonly yearlyFen: number;
  readonly cost: SitingCost;
}

/** What no plan can be better than. */
export interface SitingBound {
  /** No plan leaves fewer people unserved; absent where leaving out has a price. */
  readonly unservedPersons?: number;
  /** No plan that leaves as few people unserved costs less, in all. */
  readonly cost: number;
}

/** A site that lacks people, in the plan that lacks fewest. */
export interface SitingShortfall {
  readonly site: string;
  readonly missingHouseholds: number;
  readonly missingPersons: number;
}

/** How the answer was found. Two answers are the same where all but this is. */
export interface SitingRun {
  readonly method: "exact" | "heuristic";
  readonly seed: number;
  /** Choices of sites that the heuristic looked at. */
  readonly iterations: number;
  readonly elapsedMs: number;
  readonly stoppedBy: "proven" | "iterations" | "time" | "signal";
}

/**
 * What `site` found: a plan with the bound and the gap to it; or that there is none (`infeasible`, proven), or that none was
 * found (`notFound`), each with what the nearest one lacks.
 */
export type SitingAnswer =
  | {
      readonly outcome: "found";
      /** Whether no plan is better: the gap is at most a millionth, as exact as the arithmetic of the bounds. */
      readonly proven: boolean;
      readonly plan: SitingPlan;
      readonly bound: SitingBound;
      /** How much better a plan could be, at most: people served, and cost as a share of this plan's. */
      readonly gap: { readonly unservedPersons: number; readonly costShare: number };
      readonly run: SitingRun;
    }
  | {
      readonly outcome: "infeasible" | "notFound";
      /** Of the nearest plan that was found, sites with too few people. */
      readonly shortfalls: readonly SitingShortfall[];
      /** How many sites fewer than asked for it has. */
      readonly missingSites: number;
      /** By how much it exceeds budgets, in all. */
      readonly overBudgetFen: number;
      readonly run: SitingRun;
    };

/** One way in which a plan breaks the rules of its problem. */
export interface SitingViolation {
  readonly code: string;
  readonly demand?: string;
  readonly site?: string;
  readonly message: Wording;
}
