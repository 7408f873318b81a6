import type { Compiled } from "../model/compiled.js";

/**
 * Whether something of a route has begun, and everything else too: limits on work do not hold that against anybody, it only leaves
 * no room for more.
 *
 * @param next the node that follows each
 */
export function hasBegunWhole(compiled: Compiled, next: Int32Array, route: number): boolean {
  const { isFact, routeStart, routeEnd, visitCount } = compiled;
  let hasBegun = false;
  for (let node = next[routeStart[route] as number] as number; node !== routeEnd[route]; node = next[node] as number)
    if (node < visitCount) {
      if (isFact[node] === 0) return false;
      hasBegun = true;
    }
  return hasBegun;
}
