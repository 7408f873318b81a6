import type { Changes } from "../changes.js";
import type { Move } from "./move.js";

/** Moves a visit before or after one that is near. */
export const nextToANeighbour =
  (changes: Changes): Move =>
  () => {
    const { state } = changes;
    const visit = changes.drawMade();
    const neighbour = visit < 0 ? -1 : changes.drawNear(visit);
    const route = neighbour < 0 ? -1 : (state.routeOf[neighbour] as number);
    if (route < 0 || !state.mayBe(visit, route)) return false;
    return changes.move(state.model.appointmentOf[visit] as number, changes.keyBeside(neighbour, visit), visit, route);
  };
