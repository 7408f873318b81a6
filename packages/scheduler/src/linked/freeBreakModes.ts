import { afterLast, type LinkedState, whenDue } from "./linkedState.js";
import type { KeptOrder } from "./restoreOrder.js";

/** Ways that are tried to place breaks, where orders can hardly be kept. */
const mostWays = 2000;

/** Ways in which so many of some breaks, from one on, are taken elsewhere than in a base. */
function* changed(
  base: Int32Array,
  breaks: readonly number[],
  placesOf: (pause: number) => readonly number[],
  count: number,
  from = 0,
): Generator<Int32Array> {
  if (count === 0) {
    yield base;
    return;
  }
  for (let index = from; index <= breaks.length - count; index++) {
    const pause = breaks[index] as number;
    for (const mode of placesOf(pause)) {
      if (mode === base[pause]) continue;
      const modes = base.slice();
      modes[pause] = mode;
      yield* changed(modes, breaks, placesOf, count - 1, index + 1);
    }
  }
}

/**
 * Ways to take the breaks that may be missed of routes that name none: first all when they are due, then none before the last
 * visit (one taken when due may leave no time for what follows), then with one of them elsewhere, with two, and so on: another
 * route may have to wait for one.
 */
export function* freeBreakModes(
  { model: { compiled } }: LinkedState,
  routes: readonly number[],
  { breakMode, routeOf }: Pick<KeptOrder, "breakMode" | "routeOf">,
): Generator<Int32Array> {
  const { routeBreak, breakRequired } = compiled;
  const places = new Map<number, readonly number[]>();
  for (const route of routes) {
    const visits = Array.from(routeOf.keys()).filter((visit) => routeOf[visit] === route);
    for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++)
      if (breakRequired[pause] === 0) places.set(pause, [whenDue, ...visits, afterLast]);
  }
  const breaks = [...places.keys()];
  const missed = breakMode.slice();
  for (const pause of breaks) missed[pause] = afterLast;
  let ways = 0;
  for (let count = 0; count <= breaks.length; count++)
    for (const base of breaks.length === 0 ? [breakMode] : [breakMode, missed])
      for (const modes of changed(base, breaks, (pause) => places.get(pause) ?? [], count)) {
        if (ways++ === mostWays) return;
        yield modes;
      }
}
