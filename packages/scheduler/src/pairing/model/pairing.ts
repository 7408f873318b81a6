import type { PlanCost } from "../../model/plan.js";
import type { PairingMode } from "./problem.js";

/** A fact of a volunteer that nobody has stated and that a pair depends on. */
export type UnknownFact = "birthDate" | "healthy" | "hoursPerWeek" | "sex" | "languages" | "groups";

/** A person and who is paired with her. */
export interface Pair {
  readonly person: string;
  readonly volunteer: string;
  readonly distanceMetres: number;
  /** Facts that are unknown and were passed over because `acceptUnknown` says so; absent where there are none. */
  readonly unknown?: readonly UnknownFact[];
}

/** The persons whom one volunteer looks after together. */
export interface Grid {
  readonly leader: string;
  readonly members: readonly Omit<Pair, "volunteer">[];
  /** Sum of the members' distances from the leader. */
  readonly totalMetres: number;
  /** Longest distance between two members, either way; 0 where there is one. */
  readonly widthMetres: number;
}

/** Why volunteers are not paired with a person: how many for this reason, and the nearest of them. */
export interface PairingReason {
  readonly code: string;
  readonly volunteers: number;
  readonly nearest: string;
  readonly nearestMetres: number | null;
}

/**
 * The smallest change that would pair a person, everybody else staying paired: the distance allowed between her and one
 * volunteer, or one more person for a volunteer.
 */
export type PairingRelaxation =
  | { readonly kind: "distance"; readonly volunteer: string; readonly longestMetres: number }
  | { readonly kind: "load"; readonly volunteer: string; readonly persons: number };

/** A person who is not paired: impossible with every volunteer, crowded out by others, or not reached before the search was stopped. */
export interface Unpaired {
  readonly person: string;
  readonly mode: PairingMode;
  readonly kind: "impossible" | "crowdedOut" | "stopped";
  readonly reasons: readonly PairingReason[];
  readonly relax: readonly PairingRelaxation[];
}

/** A person whose present volunteer is not hers in the pairing; `to` is null where she has none, `reason` why he could not stay. */
export interface PartnerChange {
  readonly person: string;
  readonly from: string;
  readonly to: string | null;
  /** The rule that he breaks; absent where he could have stayed and a change pays. */
  readonly reason?: string;
}

/** What one volunteer carries; `spare` is how many more of a mode he could take, null where nothing limits it. */
export interface VolunteerLoad {
  readonly volunteer: string;
  readonly oneToOne: number;
  readonly grid: number;
  readonly spare: { readonly oneToOne: number | null; readonly grid: number | null };
  /** Why he cannot be paired in a mode, whoever the person; absent where he can. */
  readonly barred?: { readonly oneToOne?: string; readonly grid?: string };
}

/**
 * How good a pairing is known to be in one mode: first that nobody more could be paired (by the weight of priorities), then
 * what the pairs cost.
 */
export interface Optimality {
  /** No pairing leaves a smaller weight of persons unpaired (5 for priority 1 … 1 for priority 5). */
  readonly mostPaired: boolean;
  /** Cost of the pairs, objective units. */
  readonly cost: number;
  /** No pairing of as many costs less; null where it is not known that so many is the most. */
  readonly lowerBound: number | null;
  /** (cost − lowerBound) ÷ cost, per cent; null where `lowerBound` is. */
  readonly gapPercent: number | null;
  /** The pairing is as good as any. */
  readonly proven: boolean;
  /**
   * Prices of the persons by which anybody can recompute a bound (`verifyPairing` does): thousandths of an objective unit,
   * `unpaired` being what weight 1 of unpaired persons costs. For one to one that bound is the proof itself; for grids
   * `lowerBound` may be higher by what a search over leaders has ruled out.
   */
  readonly certificate: { readonly unpaired: number; readonly prices: readonly { readonly person: string; readonly price: number }[] };
}

/** Who is paired with whom, who is not and why, what it costs and how good that is. Lists are in the order of ids. */
export interface Pairing {
  readonly pairs: readonly Pair[];
  readonly grids: readonly Grid[];
  readonly unpaired: readonly Unpaired[];
  readonly changes: readonly PartnerChange[];
  readonly volunteers: readonly VolunteerLoad[];
  readonly cost: PlanCost;
  /** Of each mode that persons ask for; of grids given the one-to-one pairs, which come first. */
  readonly optimality: { readonly oneToOne?: Optimality; readonly grid?: Optimality };
}

/** How a pairing was made. Kept apart from it, so that pairings compare byte for byte. */
export interface PairingRun {
  readonly iterations: number;
  readonly elapsedMs: number;
  readonly stoppedBy: "done" | "iterations" | "time" | "signal";
  readonly version: string;
}
