import type { Changes } from "../changes.js";
import { afterLast, whenDue } from "../linkedState.js";
import type { Move } from "./move.js";

/** Shares of breaks put back to when they fall due, and after the last visit; the others go before some visit. */
const dueRate = 0.3;
const lastRate = 0.2;

/** Takes a break at another place in its route. */
export const breakElsewhere =
  (changes: Changes): Move =>
  () => {
    const { state, random } = changes;
    const { routeCount, routeBreak } = state.model.compiled;
    const route = random.below(routeCount);
    const first = routeBreak[route] as number;
    const count = (routeBreak[route + 1] as number) - first;
    if (count === 0 || state.visitsOn[route] === 0) return false;
    const pause = first + random.below(count);
    const draw = random.unit();
    const mode = draw < dueRate ? whenDue : draw < dueRate + lastRate ? afterLast : changes.drawFrom(route);
    if (mode === state.breakMode[pause]) return false;
    state.setBreakMode(route, pause, mode);
    return true;
  };
