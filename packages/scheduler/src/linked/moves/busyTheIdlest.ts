import type { Changes } from "../changes.js";
import type { Move } from "./move.js";

const anywhereRate = 0.3;

/** Gives the idlest route something more to do. */
export const busyTheIdlest =
  (changes: Changes): Move =>
  () => {
    const { state, random, order } = changes;
    const { compiled, appointmentOf } = state.model;
    const route = state.idleOn.indexOf(state.idlest);
    if (route < 0) return false;
    const isEmpty = state.visitsOn[route] === 0;
    const beside = isEmpty ? -1 : changes.drawFrom(route);
    const visit = isEmpty || random.unit() < anywhereRate ? random.below(state.visitCount) : changes.drawNear(beside);
    if (visit < 0 || state.routeOf[visit] === route || !state.mayBe(visit, route)) return false;
    const appointment = appointmentOf[visit] as number;
    if (!isEmpty && appointmentOf[beside] === appointment) return false;
    const [start, end] = [compiled.routeStart[route] as number, compiled.routeEnd[route] as number];
    const key = isEmpty ? order.between(start, end) : changes.keyBeside(beside, -1);
    return changes.move(appointment, key, visit, route);
  };
