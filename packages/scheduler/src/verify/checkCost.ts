import type { Breach, CheckedFeature, CheckedPlan, CheckedRoute } from "../features/checks.js";
import { fullObjective } from "../model/objective.js";
import { roundCost } from "../model/roundCost.js";
import type { Steps } from "../model/steps.js";
import { journeySeconds, type PlaceFinder, placeOf } from "./checkTimes.js";
import { softCosts } from "./softCosts.js";

/** Differences that rounding alone can make. */
const tolerance = 1e-5;

function travelSeconds(checked: CheckedPlan, route: CheckedRoute, places: PlaceFinder): number {
  const { start, end } = route.shift;
  const ids = [start, ...route.stops.flatMap((stop) => placeOf(stop) ?? []), ...(end === undefined ? [] : [end])];
  let sum = 0;
  for (const [index, id] of ids.entries()) if (index > 0) sum += journeySeconds(checked, route, places(ids[index - 1] ?? ""), places(id));
  return sum;
}

/** What a plan costs by its problem, component by component. Resumable. */
export function* costOf(checked: CheckedPlan, features: readonly CheckedFeature[], places: PlaceFinder): Steps<Record<string, number>> {
  const objective = fullObjective(checked.problem.objective);
  let travel = 0;
  for (const route of checked.routes) {
    travel += travelSeconds(checked, route, places);
    yield;
  }
  const waiting = checked.routes.flatMap((route) => route.stops).reduce((sum, stop) => sum + stop.start - stop.arrive, 0);
  const components: Record<string, number> = {
    travel: (travel * objective.travelMinute) / 60,
    waiting: (waiting * objective.waitingMinute) / 60,
    // everybody in a crew has her day, on every date of a tour
    caregiverDay: checked.routes.reduce((sum, { crew }) => sum + crew.length, 0) * objective.caregiverDay,
    ...softCosts(checked, (route) => travelSeconds(checked, route, places)),
  };
  for (const { check } of features) {
    for (const [name, value] of Object.entries(check.cost?.(checked) ?? {})) components[name] = (components[name] ?? 0) + value;
    yield;
  }
  return components;
}

/** Recomputes what a plan costs, component by component, and compares it with what the plan says. Resumable. */
export function* checkCost(checked: CheckedPlan, features: readonly CheckedFeature[], places: PlaceFinder): Steps<Breach[]> {
  const expected = roundCost(yield* costOf(checked, features, places));
  const stated: Readonly<Record<string, number>> = checked.plan.cost;
  const names = [...new Set([...Object.keys(expected), ...Object.keys(stated)])].sort();
  return names.flatMap((name) => {
    const right: number | undefined = expected[name];
    const seen = stated[name];
    const agree = right !== undefined && seen !== undefined && Math.abs(right - seen) <= tolerance;
    return agree ? [] : [{ code: "WRONG_COST", values: { name, seen: String(seen ?? "—"), expected: String(right ?? "—") } }];
  });
}
