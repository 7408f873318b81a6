import type { Changes } from "../changes.js";
import { LinkedInsertion } from "../insertion.js";
import { LikelyRoutes } from "../likelyRoutes.js";
import type { Move } from "./move.js";

const inExchangeRate = 0.5;

const places = 3;

/** Leaves a bundle out that may be, or puts one in that is left out, at times in exchange for another on its way. */
export const inOrOut = (changes: Changes): Move => {
  const { state, random } = changes;
  const { bundleCount, bundleFirst, bundled, isOptional, memberFirst, member } = state.model;
  const insertion = new LinkedInsertion(changes, places, new LikelyRoutes(changes));
  return () => {
    const bundle = random.below(bundleCount);
    if (state.isMade(bundle)) {
      if (isOptional[bundle] === 0) return false;
      changes.leaveOut(bundle);
      return true;
    }
    if (!changes.isSingle(bundle)) return insertion.insert(bundle);
    const appointment = bundled[bundleFirst[bundle] as number] as number;
    const first = memberFirst[appointment] as number;
    const visit = member[first + random.below((memberFirst[appointment + 1] as number) - first)] as number;
    const neighbour = changes.drawNear(visit);
    const beside = neighbour < 0 ? -1 : (state.routeOf[neighbour] as number);
    const isNear = beside >= 0 && state.mayBe(visit, beside);
    const route = isNear ? beside : changes.drawRoute(visit);
    if (route < 0) return false;
    const at = isNear ? neighbour : (state.visitsOn[route] as number) > 0 ? changes.drawFrom(route) : -1;
    const end = state.model.compiled.routeEnd[route] as number;
    const key = at >= 0 ? changes.keyBeside(at, -1) : changes.order.between(state.prev[end] as number, end);
    if (Number.isNaN(key) || !changes.putIn(appointment, key, visit, route)) return false;
    if (random.unit() < inExchangeRate) {
      const other = changes.bundleOf(changes.drawFrom(route));
      if (other !== bundle && isOptional[other] === 1) changes.leaveOut(other);
    }
    return true;
  };
};
