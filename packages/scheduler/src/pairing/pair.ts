import { EldercareError, type Issue } from "@eldercare/core";
import { Budget } from "../improve/stop/budget.js";
import { Slices } from "../improve/stop/slices.js";
import { reportSchedulerIssue } from "../model/codes.js";
import type { Steps } from "../model/steps.js";
import { schedulerVersion } from "../version.js";
import { reportPairingIssue } from "./codes.js";
import { pairingOf } from "./explain/pairingOf.js";
import type { Pairing, PairingRun } from "./model/pairing.js";
import type { PairingProblem } from "./model/problem.js";
import { requireValidPairing } from "./model/validatePairing.js";
import { cheapestPairs } from "./search/cheapestPairs.js";
import { clashesOf } from "./search/clashes.js";
import { compilePairing } from "./search/compilePairing.js";
import { formGrids } from "./search/formGrids.js";
import { isExact, type Market, marketOf } from "./search/market.js";
import type { Solved } from "./search/optimalityOf.js";
import { priceBound } from "./search/priceBound.js";
import { requireVerifiedPairing } from "./verify/verifyPairing.js";

/** How `pair` is to go about grids; pairs one to one are always the best there are, unless `signal` stops them. */
export interface PairOptions {
  /** Milliseconds to search for grids; 5,000 where neither this nor `maxIterations` is given. */
  readonly timeLimitMs?: number;
  /** Matchings and bounds to compute for grids; the pairing then depends on the problem and this number alone. */
  readonly maxIterations?: number;
  /** Stops when aborted; what is found so far is returned. */
  readonly signal?: AbortSignal;
}

const usualTimeLimitMs = 5_000;

function budgetOf({ timeLimitMs, maxIterations, signal }: PairOptions): Budget {
  const issues: Issue[] = [];
  for (const [field, seen, isWhole] of [
    ["timeLimitMs", timeLimitMs, false],
    ["maxIterations", maxIterations, true],
  ] as const)
    if (seen !== undefined && !(seen >= 0 && (!isWhole || Number.isSafeInteger(seen))))
      issues.push(reportSchedulerIssue("NOT_A_BUDGET", `/${field}`, { seen, values: { field } }));
  if (issues.length > 0) throw new EldercareError(issues);
  const time = timeLimitMs ?? (maxIterations === undefined ? usualTimeLimitMs : undefined);
  return new Budget({
    ...(time === undefined ? {} : { timeLimitMs: time }),
    ...(maxIterations === undefined ? {} : { maxIterations }),
    ...(signal === undefined ? {} : { signal }),
  });
}

function* pairOneToOne(market: Market, signal: AbortSignal | undefined): Steps<Solved> {
  const { pairOf, value, price, finished } = yield* cheapestPairs(market, { most: market.most }, () => signal?.aborted === true);
  return { market, pairOf, lowerBound: finished ? value : (yield* priceBound(market, price, { most: market.most })).value, prices: price, finished };
}

function requireExact(...markets: readonly Market[]): void {
  if (!markets.every(isExact)) throw new EldercareError([reportPairingIssue("PAIRING_COSTS_TOO_LARGE", "/objective")]);
}

/**
 * Pairs persons with volunteers (结对扶老, 银龄互助): one to one for key persons, in compact grids for the others, each volunteer
 * of the age and health asked for, within load and distance.
 *
 * First as many persons as possible are paired one to one, the more urgent before the less, at least cost: exactly. Then grids
 * are formed of the others with the volunteers who have room left, again as many persons as possible (by the weight of their
 * priorities, 5 … 1) and then at least cost: exactly where nothing but greatest sizes limits them, and on small problems;
 * else nearly, with the gap reported. Whoever a limit depends on and nobody knows (birth date, health, hours) is not paired,
 * unless `acceptUnknown` says so, and `unpaired` says what to ask. What is returned has passed `verifyPairing`.
 *
 * @param problem persons, volunteers and limits; the order of its lists has no say
 * @param options budget of the search for grids, and a signal
 * @throws EldercareError every error that `validatePairing` finds; `NOT_A_BUDGET`; `PAIRING_COSTS_TOO_LARGE`
 * @example
 * const { pairing } = await pair(pairingProblem, { maxIterations: 200 });
 * pairing.pairs //=> [{ person: "p-1", volunteer: "v-2", distanceMetres: 0 }]
 * pairing.unpaired.map(({ person, kind, relax }) => [person, kind, relax[0]]) //=> [["p-2", "impossible", { kind: "distance", volunteer: "v-1", longestMetres: 3777 }]]
 * pairing.optimality.oneToOne.proven //=> true
 * Source: CK-2.7-b (一对一结对帮扶), CK-2.7-d (网格化、划片式), NC-4.2.7-b (低龄健康老年人).
 */
export async function pair(problem: PairingProblem, options: PairOptions = {}): Promise<{ pairing: Pairing; run: PairingRun }> {
  const budget = budgetOf(options);
  const slices = new Slices();
  await slices.finish(requireValidPairing(problem));
  const compiled = compilePairing(problem);
  const none = new Int32Array(compiled.volunteers.length);
  const oneMarket = await slices.finish(marketOf(compiled, "oneToOne", none));
  requireExact(oneMarket);
  const one = await slices.finish(pairOneToOne(oneMarket, options.signal));
  const taken = none.slice();
  for (const found of one.pairOf) if (found >= 0) taken[oneMarket.volunteer[found] ?? 0] = (taken[oneMarket.volunteer[found] ?? 0] ?? 0) + 1;
  const gridMarket = await slices.finish(marketOf(compiled, "grid", taken));
  requireExact(gridMarket);
  const found = await slices.finish(formGrids(gridMarket, clashesOf(compiled, gridMarket), budget));
  const stoppedBy = budget.spent(found.iterations);
  const pairing = await slices.finish(pairingOf(compiled, one, { ...found, market: gridMarket, finished: found.settled }));
  const isDone = one.finished && (pairing.optimality.grid?.proven ?? true);
  await slices.finish(requireVerifiedPairing(problem, pairing));
  return {
    pairing,
    run: {
      iterations: found.iterations,
      elapsedMs: Math.round(budget.elapsedMs()),
      stoppedBy: isDone || (stoppedBy !== "signal" && stoppedBy !== "time" && stoppedBy !== "iterations") ? "done" : stoppedBy,
      version: schedulerVersion,
    },
  };
}
