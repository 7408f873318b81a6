import type { RouteState } from "../evaluate/routeState.js";
import { placeBreaks } from "./placeBreaks.js";

/** Puts what has begun into routes that lack it, in its order: nothing else could come before it later. */
export function placeBegun(state: RouteState): void {
  const { compiled } = state;
  const { isFact, visitCount, allowed, allowedFirst, allowedTo, allowedPrice, windowFirst, windowFrom, routeBreak, breakFrom, routeMidnight } =
    compiled;
  const begun = new Map<number, number[]>();
  for (let visit = 0; visit < visitCount; visit++) {
    const entry = allowedFirst[visit] as number;
    if (isFact[visit] === 0 || (state.routeOf[visit] as number) >= 0 || entry === allowedTo[visit]) continue;
    const route = allowed[entry] as number;
    begun.set(route, [...(begun.get(route) ?? []), visit]);
  }
  for (const [route, visits] of begun) {
    const midnight = routeMidnight[route] as number;
    const startOf = (node: number): number =>
      node < visitCount ? (windowFrom[windowFirst[node] as number] as number) : (breakFrom[node] as number) - midnight;
    const nodes = [...visits];
    for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++) {
      if (isFact[pause] === 0) continue;
      state.unlink(pause);
      nodes.unshift(pause);
    }
    nodes.sort((a, b) => startOf(a) - startOf(b) || (a < visitCount ? 1 : 0) - (b < visitCount ? 1 : 0) || a - b);
    let last = compiled.routeStart[route] as number;
    for (const node of nodes) {
      if (node < visitCount) state.insert(node, route, last, allowedPrice[allowedFirst[node] as number] as number);
      else state.link(node, last);
      last = node;
    }
    state.refresh(route);
    placeBreaks(state, route);
  }
}
