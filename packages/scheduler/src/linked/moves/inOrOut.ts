import type { Changes } from "../changes.js";
import type { Move } from "./move.js";

const inExchangeRate = 0.5;

/** Leaves an appointment out that may be, or puts one in that is left out, at times in exchange for another on its way. */
export const inOrOut =
  (changes: Changes): Move =>
  () => {
    const { state, random } = changes;
    const { appointmentCount, appointmentOf, isOptional, memberFirst, member } = state.model;
    const appointment = random.below(appointmentCount);
    if (state.isMade(appointment)) {
      if (isOptional[appointment] === 0) return false;
      changes.leaveOut(appointment);
      return true;
    }
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
      const other = appointmentOf[changes.drawFrom(route)] as number;
      if (other !== appointment && isOptional[other] === 1) changes.leaveOut(other);
    }
    return true;
  };
