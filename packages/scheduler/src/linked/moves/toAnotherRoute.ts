import type { Changes } from "../changes.js";
import type { Move } from "./move.js";

/** Gives a visit to another route, its appointment staying where it is in the order. */
export const toAnotherRoute =
  (changes: Changes): Move =>
  () => {
    const { state } = changes;
    const visit = changes.drawMade();
    const route = visit < 0 ? -1 : changes.drawRoute(visit);
    if (route < 0 || route === state.routeOf[visit]) return false;
    const appointment = state.model.appointmentOf[visit] as number;
    const { routeMidnight } = state.model.compiled;
    if (routeMidnight[route] !== routeMidnight[state.routeOf[visit] as number])
      return changes.move(appointment, state.key[appointment] as number, visit, route);
    if (!state.mayBe(visit, route)) return false;
    state.take(visit);
    state.put(visit, route);
    return true;
  };
