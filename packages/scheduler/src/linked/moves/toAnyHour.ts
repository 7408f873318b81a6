import type { Changes } from "../changes.js";
import type { Move } from "./move.js";

/** Moves a visit to any route that it may be in, to where it would begin at a moment drawn from its hours. */
export const toAnyHour =
  (changes: Changes): Move =>
  () => {
    const { state, random, order } = changes;
    const { compiled, appointmentOf } = state.model;
    const visit = changes.drawMade();
    const route = visit < 0 ? -1 : changes.drawRoute(visit);
    if (route < 0 || !state.mayBe(visit, route)) return false;
    const first = compiled.windowFirst[visit] as number;
    const window = first + random.below((compiled.windowFirst[visit + 1] as number) - first);
    const [from, to] = [compiled.windowFrom[window] as number, compiled.windowTo[window] as number];
    const moment = (compiled.routeMidnight[route] as number) + from + random.unit() * (to - from);
    let after = state.next[compiled.routeStart[route] as number] as number;
    while (after < state.visitCount && (state.start[after] as number) < moment) after = state.next[after] as number;
    const before = state.prev[after] as number;
    const key = order.between(before === visit ? (state.prev[visit] as number) : before, after === visit ? (state.next[visit] as number) : after);
    return changes.move(appointmentOf[visit] as number, key, visit, route);
  };
