import type { Changes } from "../changes.js";
import type { Move } from "./move.js";

/** Gives a visit to someone who makes another of its circle, its appointment staying where it is in the order. */
export const toAKnownFace = (changes: Changes): Move => {
  const { state, random } = changes;
  const { fellows, compiled } = state.model;
  const { routeCaregiver, routeMidnight, routeCount } = compiled;
  const routesOf = compiled.problem.caregivers.map((): number[] => []);
  for (let route = 0; route < routeCount; route++) routesOf[routeCaregiver[route] as number]?.push(route);
  return () => {
    const visit = changes.drawMade();
    const others = visit < 0 ? [] : (fellows[visit] as readonly number[]);
    if (others.length === 0) return false;
    const beside = state.routeOf[others[random.below(others.length)] as number] as number;
    const own = state.routeOf[visit] as number;
    if (beside < 0 || routeCaregiver[beside] === routeCaregiver[own]) return false;
    for (const route of routesOf[routeCaregiver[beside] as number] as readonly number[]) {
      if (routeMidnight[route] !== routeMidnight[own]) continue;
      if (!state.mayBe(visit, route)) return false;
      state.take(visit);
      state.put(visit, route);
      return true;
    }
    return false;
  };
};
