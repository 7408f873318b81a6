import { secondsPerDay } from "../model/clock.js";
import type { LinkedState } from "./linkedState.js";
import { type KeptOrder, restoreOrder } from "./restoreOrder.js";

/** No visit begins so long after midnight. */
const latestSeconds = 10 * secondsPerDay;
/** Times that rhythms are put off before they count as impossible to keep. */
const mostPasses = 100;

/** Visits of a rhythm that are made. */
export function madeOf({ model: { rhythms } }: LinkedState, rhythm: number, routeOf: Int32Array): number[] {
  return Array.from(rhythms.member.subarray(rhythms.first[rhythm], rhythms.first[rhythm + 1])).filter((visit) => (routeOf[visit] as number) >= 0);
}

/** Puts rhythms off until what begins latest is early enough; true where there were any. */
function putOff(state: LinkedState, free: readonly number[]): boolean {
  const { rhythms, compiled } = state.model;
  let raised = false;
  for (const rhythm of free) {
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

/** Lets visits of rhythms begin whenever they can, until `settleFree`. */
export function openRhythms(state: LinkedState, free: readonly number[]): void {
  for (const rhythm of free) state.rhythmSpan[rhythm] = latestSeconds;
}

/** Holds rhythms to their tolerance again. */
export function closeRhythms({ rhythmSpan, model: { rhythms } }: LinkedState): void {
  rhythmSpan.set(rhythms.tolerance);
}

/**
 * Settles rhythms that were opened as early as their visits can keep them.
 *
 * @param opened what settling came to with them open
 * @returns the cost, infinite where they cannot be kept
 */
export function settleFree(state: LinkedState, free: readonly number[], opened: number): number {
  let cost = opened;
  for (let pass = 0; pass < mostPasses; pass++) {
    // limits may be kept once rhythms are; hours that are over stay so
    if (cost === Number.POSITIVE_INFINITY && state.brokenLimit === undefined) break;
    if (!putOff(state, free)) {
      closeRhythms(state);
      return cost;
    }
    cost = state.settle();
  }
  closeRhythms(state);
  return Number.POSITIVE_INFINITY;
}

/**
 * Begins from an order read: rhythms as the starts that are known have them, those of which none is known as early as their visits
 * can keep them. Where that cannot be kept, those of which only some are known are as early as can be, too. False where neither
 * can be kept. Cannot be rolled back.
 *
 * @param starts by visit: when it begins, seconds since midnight; −1 where that is not known
 */
export function restoreRegular(state: LinkedState, order: Omit<KeptOrder, "rhythmFrom">, starts: Int32Array): boolean {
  const rhythmFrom = new Int32Array(state.model.rhythms.count);
  const unknown: number[] = [];
  const inPart: number[] = [];
  for (let rhythm = 0; rhythm < rhythmFrom.length; rhythm++) {
    const begins = madeOf(state, rhythm, order.routeOf).map((visit) => starts[visit] as number);
    const known = begins.filter((start) => start >= 0);
    rhythmFrom[rhythm] = known.length === 0 ? 0 : Math.min(...known);
    if (begins.length > 0 && known.length === 0) unknown.push(rhythm);
    else if (known.length < begins.length) inPart.push(rhythm);
  }
  const restore = (free: readonly number[]): boolean => {
    for (const rhythm of free) rhythmFrom[rhythm] = 0;
    openRhythms(state, free);
    return settleFree(state, free, restoreOrder(state, { ...order, rhythmFrom })) !== Number.POSITIVE_INFINITY;
  };
  return restore(unknown) || (inPart.length > 0 && restore([...unknown, ...inPart]));
}
