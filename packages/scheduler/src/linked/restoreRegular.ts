import { secondsPerDay } from "../model/clock.js";
import type { LinkedState } from "./linkedState.js";
import { type KeptOrder, restoreOrder } from "./restoreOrder.js";

/** No visit begins so long after midnight. */
const latestSeconds = 10 * secondsPerDay;
/** Times that rhythms are put off before they count as impossible to keep. */
const mostPasses = 100;

/** Visits of a rhythm that are made. */
function madeOf({ model: { rhythms } }: LinkedState, rhythm: number, routeOf: Int32Array): number[] {
  return Array.from(rhythms.member.subarray(rhythms.first[rhythm], rhythms.first[rhythm + 1])).filter((visit) => (routeOf[visit] as number) >= 0);
}

/** Puts rhythms off until what begins latest is early enough; true where there were any. */
function putOff(state: LinkedState): boolean {
  const { rhythms, compiled } = state.model;
  let raised = false;
  for (let rhythm = 0; rhythm < rhythms.count; rhythm++) {
    const starts = madeOf(state, rhythm, state.routeOf).map(
      (visit) => (state.start[visit] as number) - (compiled.routeMidnight[state.routeOf[visit] as number] as number),
    );
    const from = Math.max(0, ...starts) - (rhythms.tolerance[rhythm] as number);
    if (from <= (state.rhythmFrom[rhythm] as number)) continue;
    state.setRhythm(rhythm, from);
    raised = true;
  }
  return raised;
}

/**
 * Begins from an order read: its rhythms as the starts have them, or where those are not all known as early as its visits can
 * keep them. False where they cannot. Cannot be rolled back.
 *
 * @param starts by visit: when it begins, seconds since midnight; −1 where that is not known
 */
export function restoreRegular(state: LinkedState, order: Omit<KeptOrder, "rhythmFrom">, starts: Int32Array): boolean {
  const { rhythms } = state.model;
  const rhythmFrom = new Int32Array(rhythms.count);
  let isKnown = true;
  for (let rhythm = 0; rhythm < rhythms.count; rhythm++) {
    const begins = madeOf(state, rhythm, order.routeOf).map((visit) => starts[visit] as number);
    rhythmFrom[rhythm] = begins.length === 0 ? 0 : Math.min(...begins);
    if (begins.includes(-1)) isKnown = false;
  }
  if (isKnown) return restoreOrder(state, { ...order, rhythmFrom }) !== Number.POSITIVE_INFINITY;
  state.rhythmSpan.fill(latestSeconds);
  let cost = restoreOrder(state, { ...order, rhythmFrom: rhythmFrom.fill(0) });
  for (let pass = 0; pass < mostPasses; pass++) {
    // limits may be kept once rhythms are; hours that are over stay so
    if (cost === Number.POSITIVE_INFINITY && state.brokenLimit === undefined) return false;
    if (!putOff(state)) {
      state.rhythmSpan.set(rhythms.tolerance);
      return cost !== Number.POSITIVE_INFINITY;
    }
    cost = state.settle();
  }
  return false;
}
