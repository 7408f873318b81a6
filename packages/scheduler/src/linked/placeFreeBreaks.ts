import { afterLast, type LinkedState, whenDue } from "./linkedState.js";

/** Visits of a route, in its order. */
function visitsOf({ next, visitCount, model: { compiled } }: LinkedState, route: number): number[] {
  const visits: number[] = [];
  for (let node = next[compiled.routeStart[route] as number] as number; node < visitCount; node = next[node] as number) visits.push(node);
  return visits;
}

/**
 * Takes each break of some routes that may be missed where that costs least beside the others: when it is due, before a visit,
 * after the last, or not at all. To be called on routes that are kept.
 */
export function placeFreeBreaks(state: LinkedState, routes: readonly number[]): void {
  const { routeBreak, breakRequired } = state.model.compiled;
  for (const route of routes)
    for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++) {
      if (breakRequired[pause] === 1) continue;
      const now = state.breakMode[pause] as number;
      let [best, least] = [now, state.totalCost];
      for (const mode of [whenDue, ...visitsOf(state, route), afterLast]) {
        if (mode === now) continue;
        state.begin();
        state.setBreakMode(route, pause, mode);
        const cost = state.settle();
        if (cost < least) [best, least] = [mode, cost];
        state.rollBack();
      }
      if (best === now) continue;
      state.begin();
      state.setBreakMode(route, pause, best);
      state.settle();
    }
}
