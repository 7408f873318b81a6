import type { Changes } from "../changes.js";
import type { Move } from "./move.js";

/** Exchanges what two routes of a day do after a point in the order. */
export const swapTails = (changes: Changes): Move => {
  const { state } = changes;
  const { routeEnd, routeMidnight, routeCount } = state.model.compiled;
  const [mine, yours]: [number[], number[]] = [[], []];
  const collect = (tail: number[], route: number, key: number, to: number): boolean => {
    tail.length = 0;
    for (
      let visit = state.prev[routeEnd[route] as number] as number;
      visit < state.visitCount && state.keyOf(visit) > key;
      visit = state.prev[visit] as number
    ) {
      if (state.model.price[visit * routeCount + to] === Number.POSITIVE_INFINITY) return false;
      tail.push(visit);
    }
    return true;
  };
  const putAll = (tail: readonly number[], route: number): boolean => {
    for (let index = tail.length - 1; index >= 0; index--) {
      const visit = tail[index] as number;
      if (!state.mayBe(visit, route)) return false;
      state.put(visit, route);
    }
    return true;
  };
  return () => {
    const visit = changes.drawMade();
    const neighbour = visit < 0 ? -1 : changes.drawNear(visit);
    if (neighbour < 0) return false;
    const [one, other] = [state.routeOf[visit] as number, state.routeOf[neighbour] as number];
    if (other < 0 || one === other || routeMidnight[one] !== routeMidnight[other]) return false;
    const key = Math.min(state.keyOf(visit), state.keyOf(neighbour));
    if (!collect(mine, one, key, other) || !collect(yours, other, key, one)) return false;
    if (mine.length + yours.length === 0) return false;
    for (const each of mine) state.take(each);
    for (const each of yours) state.take(each);
    return putAll(mine, other) && putAll(yours, one);
  };
};
