import { settleNights } from "../evaluate/nights.js";
import type { RouteState } from "../evaluate/routeState.js";
import { BestInsertion } from "../improve/recreate/bestInsertion.js";
import type { Steps } from "../model/steps.js";
import { placeBegun } from "./placeBegun.js";

/**
 * A first plan: every visit that is in no route goes to its cheapest place, the dearest to leave out first, and of these the
 * one with the fewest routes and the narrowest hours. Resumable between visits.
 */
export function* insertCheapest(state: RouteState): Steps<void> {
  const { compiled } = state;
  if (compiled.isFact.includes(1)) placeBegun(state);
  const { allowedFirst, allowedTo, windowFirst, windowFrom, windowTo, leaveOutCost } = compiled;
  const choices = (visit: number): number => (allowedTo[visit] as number) - (allowedFirst[visit] as number);
  const width = (visit: number): number => {
    let seconds = 0;
    for (let window = windowFirst[visit] as number; window < (windowFirst[visit + 1] as number); window++)
      seconds += (windowTo[window] as number) - (windowFrom[window] as number);
    return seconds;
  };
  const waiting = Array.from({ length: compiled.jobCount }, (_, visit) => visit).filter((visit) => (state.routeOf[visit] as number) < 0);
  waiting.sort((a, b) => (leaveOutCost[b] as number) - (leaveOutCost[a] as number) || choices(a) - choices(b) || width(a) - width(b) || a - b);
  const best = new BestInsertion(state);
  let left = waiting;
  // a visit can make a later one's neighbour worth its cost, so what was refused is asked again until nothing more goes in
  for (;;) {
    const refused: number[] = [];
    for (const visit of left) {
      if (!best.find(visit, leaveOutCost[visit] as number)) refused.push(visit);
      else best.take(visit);
      yield;
    }
    const before = state.totalCost;
    settleNights(state);
    if (refused.length === left.length && state.totalCost >= before) return;
    left = refused;
  }
}
