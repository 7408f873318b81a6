import { addDays } from "@eldercare/core";
import { printClock, printedSeconds } from "../src/model/clock.js";
import type { Plan, PlanRoute, PlanStop } from "../src/model/plan.js";

/** A plan with one value changed, and a word on which. */
export interface Changed {
  readonly what: string;
  readonly plan: Plan;
}

const earlier = (clock: string): string => printClock((printedSeconds(clock) ?? 60) - 60);
const later = (clock: string): string => printClock((printedSeconds(clock) ?? 0) + 60);
const clocks = (clock: string): string[] => [earlier(clock), later(clock), "9:5"];

const stopChanges = (stop: PlanStop): Partial<PlanStop>[] => [
  ...(["visit", "board", "alight", "break", "lodging"] as const).filter((kind) => kind !== stop.kind).map((kind) => ({ kind })),
  ...["x-2", "t-2", "break-2", "camp-1"].filter((id) => id !== stop.id).map((id) => ({ id })),
  ...["base", "home-2", "camp-2"].filter((place) => place !== stop.place).map((place) => ({ place })),
  ...clocks(stop.arrive).map((arrive) => ({ arrive })),
  ...clocks(stop.start).map((start) => ({ start })),
  ...clocks(stop.end).map((end) => ({ end })),
];

const routeChanges = (route: PlanRoute): Partial<PlanRoute>[] => [
  ...["c-2", "c-9"].map((caregiver) => ({ caregiver })),
  ...[addDays(route.date, -1), addDays(route.date, 1)].map((date) => ({ date })),
  ...["tour-9", "tour-1"].filter((tour) => tour !== route.tour).map((tour) => ({ tour })),
  ...[null, "van-9"].filter((vehicle) => vehicle !== route.vehicle).map((vehicle) => ({ vehicle })),
  ...clocks(route.departs).map((departs) => ({ departs })),
  ...clocks(route.returns).map((returns) => ({ returns })),
];

const spelled = (change: object): string => Object.entries(change).map(([key, value]) => `${key} ${value}`)[0] ?? "";

const put = <Item>(items: readonly Item[], at: number, ...by: readonly Item[]): Item[] => [...items.slice(0, at), ...by, ...items.slice(at + 1)];

function changesOfStops(stops: readonly PlanStop[]): { readonly what: string; readonly stops: readonly PlanStop[] }[] {
  return stops.flatMap((stop, at) => [
    ...stopChanges(stop).map((change) => ({ what: `${at} ${spelled(change)}`, stops: put(stops, at, { ...stop, ...change }) })),
    { what: `${at} dropped`, stops: put(stops, at) },
    { what: `${at} doubled`, stops: put(stops, at, stop, stop) },
    ...(at === 0 ? [] : [{ what: `${at} first`, stops: [stop, ...put(stops, at)] }]),
  ]);
}

/** A plan with each of its values changed in turn, and with each of its routes and stops dropped, doubled and moved. */
export function everyChange(plan: Plan): Changed[] {
  const { routes, cost } = plan;
  const ofRoutes = routes.flatMap((route, row) => {
    const { tour, ...untold } = route;
    const becomes = (what: string, ...by: readonly PlanRoute[]): Changed => ({
      what: `route ${row} ${what}`,
      plan: { ...plan, routes: put(routes, row, ...by) },
    });
    return [
      ...routeChanges(route).map((change) => becomes(spelled(change), { ...route, ...change })),
      ...changesOfStops(route.stops).map(({ what, stops }) => becomes(`stop ${what}`, { ...route, stops })),
      ...(tour === undefined ? [] : [becomes("without tour", untold)]),
      becomes("dropped"),
      becomes("doubled", route, route),
    ];
  });
  const ofCost = Object.entries(cost).flatMap(([name, value]) => {
    const { [name]: _, ...others } = cost;
    const dropped = { what: `cost ${name} dropped`, plan: { ...plan, cost: { ...others, total: cost.total } } };
    return [{ what: `cost ${name} up`, plan: { ...plan, cost: { ...cost, [name]: value + 1 } } }, ...(name === "total" ? [] : [dropped])];
  });
  return [...ofRoutes, ...ofCost];
}
