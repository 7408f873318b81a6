import { newState } from "../../evaluate/newState.js";
import type { RouteState } from "../../evaluate/routeState.js";
import { dayOf } from "../../evaluate/toPlan.js";
import type { Why } from "../../explain/explainUnassigned.js";
import { whyNotAlone } from "../../explain/whyNotAlone.js";
import { fitsAlone, notKept, withoutLinks } from "../../linked/explainLinked.js";
import { hoursEnd } from "../../linked/hours.js";
import { type TimedRoute, timeRoute } from "../../linked/linkedPlan.js";
import type { LinkedState } from "../../linked/linkedState.js";
import { newLinkedState } from "../../linked/newLinkedState.js";
import { fullObjective } from "../../model/objective.js";
import type { Appointment, Suggestion } from "./advice.js";
import type { Desk } from "./desk.js";
import { type LinkedPlace, LinkedPlaces } from "./linkedPlaces.js";
import { changeOfCost, featurePrices, movedStops } from "./pricedChange.js";

const minutes = (seconds: number): number => Math.round((seconds * 100) / 60) / 100;

/** Times of a plan, to be compared with those that it has with more in it. */
const timesOf = ({ start, finish, arrive, breakStart, delay, visitsOn }: LinkedState) =>
  [start, finish, arrive, breakStart, delay, visitsOn].map((times) => times.slice());

/** Where a visit could go where routes are bound to one another, or may exceed their hours. */
export class LinkedDesk implements Desk {
  readonly suggestions: readonly Suggestion[];
  private readonly state: LinkedState;
  private readonly visit: number;
  private readonly places: LinkedPlaces;
  private readonly limitedOn = new Map<number, string | undefined>();
  private readonly timedBefore = new Map<number, TimedRoute | undefined>();
  private readonly priceOf: (visit: number, route: number) => Record<string, number>;
  private empties: { readonly linked: LinkedState; readonly plain: RouteState } | undefined;

  /** @param state routes without the visit and those that stand or fall with it, as a plan has them */
  constructor(state: LinkedState, visit: number) {
    const { compiled } = state.model;
    this.state = state;
    this.visit = visit;
    this.places = new LinkedPlaces(state, visit);
    this.priceOf = featurePrices(compiled);
    const before = { times: timesOf(state), latest: state.latest, idlest: state.idlest, tallied: state.tallies.map(({ cost }) => cost) };
    const found: (readonly [number, LinkedPlace])[] = [];
    for (const route of compiled.allowed.subarray(compiled.allowedFirst[visit], compiled.allowedTo[visit])) {
      const place = this.places.bestIn(route);
      if (place === undefined) this.limitedOn.set(route, this.places.limited);
      else found.push([route, place]);
    }
    for (let route = 0; route < compiled.routeCount; route++)
      this.timedBefore.set(route, state.visitsOn[route] === 0 ? undefined : timeRoute(state, route));
    this.suggestions = found.map(([route, place]) => this.describe(route, place, before));
  }

  alone(route: number): Why | undefined {
    const { compiled } = this.state.model;
    this.empties ??= {
      linked: newLinkedState(withoutLinks(compiled)),
      plain: newState(compiled),
    };
    const { linked, plain } = this.empties;
    return fitsAlone(linked, this.visit, route) ? undefined : (whyNotAlone(plain, route, this.visit) ?? { code: "DAY_TOO_SHORT" });
  }

  beside(route: number): Why {
    const { state, visit, places } = this;
    if (!state.ties.allow(visit, route)) return { code: notKept(state.model.compiled, visit) };
    return { code: places.isLinked ? "LINK_NOT_KEPT" : (this.limitedOn.get(route) ?? "NO_TIME_LEFT") };
  }

  /** Routes whose times differ from those before. */
  private changed(times: readonly Int32Array[]): number[] {
    const { state } = this;
    const { routeBreak, routeCount } = state.model.compiled;
    const [start, finish, arrive, breakStart, delay, visitsOn] = times as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
    const routes = new Set<number>();
    for (let visit = 0; visit < state.visitCount; visit++)
      if (state.start[visit] !== start[visit] || state.finish[visit] !== finish[visit] || state.arrive[visit] !== arrive[visit])
        if ((state.routeOf[visit] as number) >= 0) routes.add(state.routeOf[visit] as number);
    for (let route = 0; route < routeCount; route++) {
      if (state.delay[route] !== delay[route] || state.visitsOn[route] !== visitsOn[route]) routes.add(route);
      for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++)
        if (state.visitsOn[route] !== 0 && state.breakStart[pause] !== breakStart[pause]) routes.add(route);
    }
    return [...routes].sort((a, b) => a - b);
  }

  private describe(
    route: number,
    place: LinkedPlace,
    before: {
      readonly times: readonly Int32Array[];
      readonly latest: number;
      readonly idlest: number;
      readonly tallied: readonly number[];
    },
  ): Suggestion {
    const { state } = this;
    const { problem, costScale } = state.model.compiled;
    const objective = fullObjective(problem.objective);
    this.places.put(place);
    const pairs = this.changed(before.times).map((changed) => ({ old: this.timedBefore.get(changed), now: timeRoute(state, changed) }));
    const prices: Record<string, number> = {};
    let ownLate = 0;
    for (const { visit, route: to } of place.spots) {
      for (const [component, amount] of Object.entries(this.priceOf(visit, to))) prices[component] = (prices[component] ?? 0) + amount;
      const start = state.start[visit] as number;
      ownLate += Math.max(0, start - hoursEnd(state, visit, to, start));
    }
    for (const [row, { component, cost }] of state.tallies.entries())
      prices[component] = (prices[component] ?? 0) + (cost - (before.tallied[row] as number)) / costScale;
    const added = { latest: state.latest - before.latest, idlest: state.idlest - before.idlest };
    state.rollBack();
    const sum = (of: (timed: TimedRoute) => number): number =>
      pairs.reduce((all, { old, now }) => all + of(now) - (old === undefined ? 0 : of(old)), 0);
    const [late, over] = [sum(({ lateSeconds }) => lateSeconds), sum(({ overSeconds }) => overSeconds)];
    const appointments = this.appointmentsOf(
      place,
      pairs.map(({ now }) => now),
    );
    const own = appointments.find(({ visit }) => visit === problem.visits[this.visit]?.id);
    if (own === undefined) throw new Error(`no visit on route ${route}`);
    return {
      ...own,
      slot: null,
      price: changeOfCost({
        ...prices,
        travel: (sum(({ travelSeconds }) => travelSeconds) * objective.travelMinute) / 60,
        waiting: (sum(({ waitingSeconds }) => waitingSeconds) * objective.waitingMinute) / 60,
        caregiverDay: pairs.filter(({ old }) => old === undefined).length * objective.caregiverDay,
        lateness: (late * objective.latenessMinute) / 60,
        latest: (added.latest * objective.latestMinute) / 60,
        overtime: (over * objective.overtimeMinute) / 60,
        idlest: (added.idlest * objective.idlestMinute) / 60,
        missedBreak: sum(({ missedBreaks }) => missedBreaks) * objective.missedBreak,
      }),
      addedLatenessMinutes: minutes(late - ownLate),
      addedOvertimeMinutes: minutes(over),
      movedStops: pairs.flatMap(({ old, now }) => (old === undefined ? [] : movedStops(old.route, now.route))),
      linked: appointments.filter((appointment) => appointment !== own),
      routes: pairs
        .filter(({ now }) => place.spots.some((spot) => this.isRoute(spot.route, now)))
        .map(({ now }) => ({
          caregiver: now.route.caregiver,
          date: now.route.date,
          stops: now.route.stops.map(({ kind, id }) => ({ kind, id })),
        })),
    };
  }

  private isRoute(route: number, { route: { caregiver, date } }: TimedRoute): boolean {
    const day = dayOf(this.state.model, route);
    return day.caregiver.id === caregiver && day.date === date;
  }

  /** When and by whom the visits of a place are made, by what was timed. */
  private appointmentsOf({ spots }: LinkedPlace, timed: readonly TimedRoute[]): Appointment[] {
    const { problem } = this.state.model.compiled;
    const ids = new Set(spots.map(({ visit }) => problem.visits[visit]?.id));
    return timed.flatMap(({ route: { caregiver, date, stops } }) =>
      stops.flatMap(({ kind, id, start, end }) => (kind === "visit" && ids.has(id) ? [{ visit: id, caregiver, date, start, end }] : [])),
    );
  }
}
