import { runToEnd, type Steps } from "../../model/steps.js";
import { distancesOf } from "../model/distance.js";
import type { Pairing } from "../model/pairing.js";
import { requirePairing } from "../model/pairingSchema.js";
import type { PairingProblem } from "../model/problem.js";
import { requireValidPairing } from "../model/validatePairing.js";
import { checkCertificate } from "./checkCertificate.js";
import { checkGrids } from "./checkGrids.js";
import { checkLoads, readPairs } from "./checkPairs.js";
import { checkChanges, checkPairingCost, checkUnpaired, checkVolunteers, costsOfPairs } from "./checkReports.js";
import type { PairingViolation } from "./pairingBreach.js";

function* checkPairing(problem: PairingProblem, pairing: Pairing): Steps<PairingViolation[]> {
  const distance = distancesOf(problem);
  const read = readPairs(problem, pairing, distance);
  yield;
  const broken = [...read.violations, ...checkLoads(problem, read.counts), ...checkGrids(problem, pairing, distance)];
  yield;
  const { byMode, parts } = costsOfPairs(problem, read, distance);
  const reports = [
    ...checkPairingCost(pairing, parts),
    ...checkVolunteers(problem, pairing, read),
    ...checkChanges(problem, pairing, read),
    ...(yield* checkUnpaired(problem, pairing, read, distance)),
  ];
  // of a pairing that breaks rules nothing can be said of how good it is
  if (broken.length > 0) return [...broken, ...reports];
  const shown: PairingViolation[] = [];
  for (const mode of ["oneToOne", "grid"] as const)
    shown.push(...(yield* checkCertificate(problem, pairing, mode, byMode[mode], read.counts, distance)));
  return [...reports, ...shown];
}

/**
 * Checks a pairing against its problem from first principles, sharing nothing with the search: every person once, every rule,
 * every load, distance and cost, and, by the prices in its certificate, that it is as good as it says: of one-to-one pairs
 * wholly; of grids that the bound lies between what the prices show and the cost.
 *
 * @returns every violation; empty where the pairing holds
 * @throws EldercareError every error that `validatePairing` finds in the problem; every issue of the pairing's shape
 * @example
 * const { pairing } = await pair(pairingProblem, { maxIterations: 200 });
 * verifyPairing(pairingProblem, pairing) //=> []
 * verifyPairing(pairingProblem, { ...pairing, pairs: [] })[0].code //=> "PAIRING_PERSON_LOST"
 */
export function verifyPairing(problem: PairingProblem, pairing: Pairing): PairingViolation[] {
  runToEnd(requireValidPairing(problem));
  requirePairing(pairing);
  return runToEnd(checkPairing(problem, pairing));
}

/**
 * Refuses to hand out a pairing that the checker does not accept: that would be a fault of this library. Resumable.
 *
 * @throws Error with the violations
 */
export function* requireVerifiedPairing(problem: PairingProblem, pairing: Pairing): Steps<void> {
  const violations = yield* checkPairing(problem, pairing);
  if (violations.length > 0)
    throw new Error(`the search made a pairing that does not hold, please report this: ${violations.map(({ message }) => message.en).join("; ")}`);
}
