import { dayOf } from "../../evaluate/toPlan.js";
import type { Compiled } from "../../model/compiled.js";
import type { PlanCost, PlanRoute } from "../../model/plan.js";
import { roundCost } from "../../model/roundCost.js";
import type { Visit } from "../../model/visit.js";
import type { MovedStop } from "./advice.js";

const minutesBetween = (before: number, after: number): number => Math.round(((after - before) * 100) / 60) / 100;

/** What the features ask for visits on routes, by component. */
export function featurePrices({ problem, features, ...compiled }: Compiled): (visit: number, route: number) => Record<string, number> {
  const priced = features.flatMap(({ search }) =>
    search.price === undefined ? [] : [{ component: search.price.component, of: search.price.of(problem) }],
  );
  return (visit, route) => {
    const prices: Record<string, number> = {};
    for (const { component, of } of priced)
      prices[component] =
        (prices[component] ?? 0) + of(problem.visits[visit] as Visit, dayOf({ compiled: { problem, features, ...compiled } }, route));
    return prices;
  };
}

/** A change of cost by component, without what does not change. */
export function changeOfCost(components: Readonly<Record<string, number>>): PlanCost {
  const { total, ...cost } = roundCost(components);
  return { ...Object.fromEntries(Object.entries(cost).filter(([, amount]) => amount !== 0)), total };
}

/** Seconds since midnight of a time that a plan of this library prints. */
const secondsOf = (clock: string): number => clock.split(":").reduce((sum, part, index) => sum + Number(part) * 60 ** (2 - index), 0);

/** The stops that begin at other times on a route than they did. */
export function movedStops(before: PlanRoute, after: PlanRoute): MovedStop[] {
  const { caregiver, date } = after;
  const starts = new Map(before.stops.map(({ kind, id, start }) => [`${kind} ${id}`, start]));
  return after.stops.flatMap(({ kind, id, start }) => {
    const then = starts.get(`${kind} ${id}`);
    return then === undefined || then === start ? [] : [{ caregiver, date, kind, id, minutes: minutesBetween(secondsOf(then), secondsOf(start)) }];
  });
}
