import type { Changes } from "../changes.js";
import type { Move } from "./move.js";

const nearRate = 0.5;

/** Exchanges two visits, and the places of their appointments in the order. */
export const exchange =
  (changes: Changes): Move =>
  () => {
    const { state, random } = changes;
    const { appointmentOf } = state.model;
    const one = changes.drawMade();
    const other = one < 0 ? -1 : random.unit() < nearRate ? changes.drawNear(one) : changes.drawMade();
    if (other < 0) return false;
    const [first, second] = [appointmentOf[one] as number, appointmentOf[other] as number];
    const [from, to] = [state.routeOf[one] as number, state.routeOf[other] as number];
    if (to < 0 || first === second) return false;
    const [firstKey, secondKey] = [state.key[first] as number, state.key[second] as number];
    // both out before either comes in: no two appointments ever share a key
    changes.takeOut(first);
    changes.takeOut(second);
    return changes.putBack(first, secondKey, one, to) && changes.putBack(second, firstKey, other, from);
  };
