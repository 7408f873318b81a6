import { type DistanceBetween, distancesOf } from "../model/distance.js";
import {
  defaultPairingObjective,
  type PairedPerson,
  type PairingMode,
  type PairingObjective,
  type PairingProblem,
  type PairingVolunteer,
} from "../model/problem.js";
import type { Asked } from "./eligible.js";

/** A problem in canonical order, its defaults filled in. */
export interface CompiledPairing {
  readonly on: string;
  readonly persons: readonly PairedPerson[];
  readonly volunteers: readonly PairingVolunteer[];
  readonly distance: DistanceBetween;
  readonly asked: Readonly<Record<PairingMode, Asked>>;
  readonly exclusive: boolean;
  /** Weights in thousandths of an objective unit; `kilometre` so much a metre. */
  readonly weights: Required<PairingObjective>;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Puts a problem into the order of ids, so that the order in which it was given has no say. */
export function compilePairing(problem: PairingProblem): CompiledPairing {
  const { requirements = {}, objective } = problem;
  const weights = { ...defaultPairingObjective, ...objective };
  return {
    on: problem.on,
    persons: problem.persons.toSorted(byId),
    volunteers: problem.volunteers.toSorted(byId),
    distance: distancesOf(problem),
    asked: { oneToOne: requirements.oneToOne ?? {}, grid: requirements.grid ?? {} },
    exclusive: requirements.oneToOne?.exclusive === true,
    weights: {
      kilometre: weights.kilometre,
      change: Math.round(weights.change * 1000),
      notPreferred: Math.round(weights.notPreferred * 1000),
      furtherPerson: Math.round(weights.furtherPerson * 1000),
    },
  };
}

/** What a pair costs beside the load of the volunteer: whole thousandths of an objective unit, by component. */
export function costOfPair(person: PairedPerson, volunteer: PairingVolunteer, metres: number, weights: CompiledPairing["weights"]) {
  const { partner = null, prefers = [] } = person;
  return {
    distance: Math.round(weights.kilometre * metres),
    change: partner !== null && partner !== volunteer.id ? weights.change : 0,
    notPreferred: prefers.length > 0 && !prefers.includes(volunteer.id) ? weights.notPreferred : 0,
  };
}
