import { fitsInTime, hasRoom, insertionCost, waitingCost, withinLimits } from "../../evaluate/insertion.js";
import { newState } from "../../evaluate/newState.js";
import type { RouteState } from "../../evaluate/routeState.js";
import { type TimedRoute, timeRoute } from "../../evaluate/toPlan.js";
import { earliestStart, latestStart } from "../../evaluate/windows.js";
import type { Why } from "../../explain/explainUnassigned.js";
import { whyNotAlone } from "../../explain/whyNotAlone.js";
import { printClock } from "../../model/clock.js";
import { fullObjective } from "../../model/objective.js";
import type { Suggestion } from "./advice.js";
import type { Desk } from "./desk.js";
import { changeOfCost, featurePrices, movedStops } from "./pricedChange.js";

/** Where a visit costs least in one route: the node that it follows; −1 where it fits nowhere, with the limit that alone keeps it out. */
function bestInRoute(state: RouteState, route: number, visit: number): { readonly after: number; readonly limited: string | undefined } {
  const { compiled, next, limits } = state;
  const end = compiled.routeEnd[route] as number;
  let [after, least] = [-1, Number.POSITIVE_INFINITY];
  let limited: string | undefined;
  const isFull = !hasRoom(state, route, visit);
  for (let at = compiled.routeStart[route] as number; at !== end; at = next[at] as number) {
    if (!fitsInTime(state, route, visit, at)) continue;
    if (isFull || !withinLimits(state, route, visit, at)) {
      limited ??= limits.find((limit) => limit.hasRoom?.(route, visit) === false || !limit.admits(state, route, visit, at))?.reason;
      continue;
    }
    const cost = insertionCost(state, route, visit, at, 0) + waitingCost(state, route, visit, at);
    if (cost >= least) continue;
    [after, least] = [at, cost];
  }
  return { after, limited };
}

/** Between which moments a visit could begin after a node, by hours alone. */
function slotAfter({ compiled, next, where, finish, latest }: RouteState, route: number, visit: number, after: number) {
  const { placeCount, stopCount, nodePlace, breakTo, breakSeconds, durations } = compiled;
  const travel = compiled.routeTravel[route] as Int32Array;
  const midnight = compiled.routeMidnight[route] as number;
  const here = nodePlace[visit] as number;
  const arrive = (finish[after] as number) + (travel[(where[after] as number) * placeCount + here] as number);
  const end = compiled.routeEnd[route] as number;
  const breaks: number[] = [];
  let node = next[after] as number;
  for (; node >= stopCount && node !== end; node = next[node] as number) breaks.push(node);
  let bound = (latest[node] as number) - (travel[here * placeCount + (nodePlace[node] as number)] as number);
  for (const pause of breaks.reverse()) bound = Math.min(bound - (breakSeconds[pause] as number), breakTo[pause] as number);
  bound -= durations[(compiled.routeFactor[route] as number) * stopCount + visit] as number;
  const clock = (moment: number): string => printClock(moment - midnight);
  return { from: clock(earliestStart(compiled, visit, arrive, midnight)), to: clock(latestStart(compiled, visit, bound, midnight)) };
}

const unused = { travelSeconds: 0, waitingSeconds: 0 };

/** Where a visit could go where each route stands alone within its hours. */
export class RouteDesk implements Desk {
  readonly suggestions: readonly Suggestion[];
  private readonly state: RouteState;
  private readonly visit: number;
  private empty: RouteState | undefined;
  private readonly limitedOn = new Map<number, string | undefined>();

  /** @param state routes without the visit, as a plan has them */
  constructor(state: RouteState, visit: number) {
    const { allowed, allowedFirst, allowedTo } = state.compiled;
    this.state = state;
    this.visit = visit;
    const prices = featurePrices(state.compiled);
    const broken = Array.from(state.stopsOn.keys()).filter((route) => (state.stopsOn[route] as number) > 0 && !state.refresh(route));
    const suggestions: Suggestion[] = [];
    for (const route of allowed.subarray(allowedFirst[visit], allowedTo[visit])) {
      const { after, limited } = bestInRoute(state, route, visit);
      const unmended = after < 0 ? limited : this.unmended(broken, route, after);
      if (after < 0 || unmended !== undefined) this.limitedOn.set(route, unmended);
      else suggestions.push(this.describe(route, after, prices(visit, route)));
    }
    this.suggestions = suggestions;
  }

  alone(route: number): Why | undefined {
    this.empty ??= newState(this.state.compiled);
    return whyNotAlone(this.empty, route, this.visit);
  }

  beside(route: number): Why {
    return { code: this.limitedOn.get(route) ?? "NO_TIME_LEFT" };
  }

  /**
   * Routes that hold with a visit need not hold without it: whom it kept waiting may now be with the same person as somebody else.
   * The limit that is still broken with the visit in its new place; undefined where all hold.
   */
  private unmended(broken: readonly number[], route: number, after: number): string | undefined {
    const { state, visit } = this;
    if (broken.length === 0) return undefined;
    state.insert(visit, route, after, 0);
    state.refresh(route);
    const still = broken.filter((other) => !state.refresh(other));
    const limit = state.limits.find((each) => still.some((other) => !each.refresh(state, other)));
    state.remove(visit);
    for (const other of new Set([route, ...broken])) state.refresh(other);
    return still.length === 0 ? undefined : (limit?.reason ?? "NO_TIME_LEFT");
  }

  private describe(route: number, after: number, prices: Readonly<Record<string, number>>): Suggestion {
    const { state, visit } = this;
    const { problem } = state.compiled;
    const objective = fullObjective(problem.objective);
    const wasUsed = (state.stopsOn[route] as number) > 0;
    const before: TimedRoute | undefined = wasUsed ? timeRoute(state, route) : undefined;
    const slot = slotAfter(state, route, visit, after);
    state.insert(visit, route, after, 0);
    state.refresh(route);
    const timed = timeRoute(state, route);
    state.remove(visit);
    state.refresh(route);
    const { caregiver, date, stops } = timed.route;
    const id = problem.visits[visit]?.id ?? "";
    const { start = "", end = "" } = stops.find((stop) => stop.kind === "visit" && stop.id === id) ?? {};
    const { travelSeconds, waitingSeconds } = before ?? unused;
    return {
      visit: id,
      caregiver,
      date,
      start,
      end,
      slot,
      price: changeOfCost({
        ...prices,
        travel: ((timed.travelSeconds - travelSeconds) * objective.travelMinute) / 60,
        waiting: ((timed.waitingSeconds - waitingSeconds) * objective.waitingMinute) / 60,
        caregiverDay: wasUsed ? 0 : objective.caregiverDay,
      }),
      addedLatenessMinutes: 0,
      addedOvertimeMinutes: 0,
      movedStops: before === undefined ? [] : movedStops(before.route, timed.route),
      linked: [],
      routes: [{ caregiver, date, stops: stops.map(({ kind, id: stop }) => ({ kind, id: stop })) }],
    };
  }
}
