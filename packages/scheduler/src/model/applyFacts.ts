import { standInsHaveBegun } from "./bindingLinks.js";
import type { Compiled } from "./compiled.js";
import { type DayFacts, type Fact, isFact } from "./facts.js";
import { beyondSingleRoutes } from "./softTerms.js";
import { always, momentsOf } from "./when.js";

/** More than anything else can cost: what has begun is in every plan. Still exact when added to other costs. */
const neverLeftOut = 2 ** 42;

/** Lets a node last from its start until she leaves for what follows. */
function hold(compiled: Compiled, node: number, { start, end, leaves }: Fact): void {
  const { durations, stopCount, breakSeconds, heldSeconds } = compiled;
  compiled.isFact[node] = 1;
  heldSeconds[node] = leaves - end;
  if (node >= stopCount) breakSeconds[node] = leaves - start;
  else for (let at = node; at < durations.length; at += stopCount) durations[at] = leaves - start;
}

/** Bounds of a route in which something has begun, or which is not to begin before now. */
function bound(compiled: Compiled, route: number, { facts, from, backFrom }: DayFacts, isLinked: boolean): void {
  const { routeFrom, routeTo, routeOvertime, routeMidnight } = compiled;
  const midnight = routeMidnight[route] as number;
  const to = routeTo[route] as number;
  const latest = to + (routeOvertime[route] as number);
  // a shift that is over has no room left
  routeFrom[route] = Math.min(midnight + from, latest);
  if (facts.length === 0 || midnight + backFrom <= latest) return;
  if (isLinked) routeOvertime[route] = midnight + backFrom - to;
  else routeTo[route] = midnight + backFrom;
}

/**
 * Enters what has begun into a compiled problem: each fact begins at its moment alone and lasts until its caregiver leaves for
 * what follows, whatever hours, roads and lengths say; all else begins from now on.
 */
export function applyFacts(compiled: Compiled, days: readonly DayFacts[]): void {
  const { problem, visitCount, openFrom, openTo, soft, leaveOutCost, routeBreak, breakId } = compiled;
  const isLinked = beyondSingleRoutes(problem).length > 0;
  const visitOf = new Map(problem.visits.map(({ id }, index) => [id, index]));
  for (const [route, day] of days.entries()) {
    bound(compiled, route, day, isLinked);
    for (const fact of day.facts) {
      let node = fact.kind === "visit" ? visitOf.get(fact.id) : undefined;
      for (let pause = routeBreak[route] as number; fact.kind === "break" && pause < (routeBreak[route + 1] as number); pause++)
        if (breakId[pause] === fact.id) node = pause;
      if (node !== undefined) hold(compiled, node, fact);
    }
  }
  const isStoodInFor = standInsHaveBegun(problem);
  const now = problem.now === undefined ? -always : momentsOf({ notBefore: problem.now }, problem.horizon.from).from;
  for (let pause = compiled.stopCount; pause < compiled.nodeCount; pause++)
    if (compiled.isFact[pause] === 0) compiled.breakFrom[pause] = Math.max(compiled.breakFrom[pause] as number, now);
  for (let stop = 0; stop < compiled.stopCount; stop++) {
    const visit = problem.visits[stop];
    if (stop < visitCount && visit !== undefined && isFact(visit)) {
      openFrom[stop] = -always;
      openTo[stop] = always;
      soft[stop] = 0;
      leaveOutCost[stop] = (leaveOutCost[stop] as number) + neverLeftOut;
      continue;
    }
    openFrom[stop] = Math.max(openFrom[stop] as number, now);
    if (stop < visitCount && visit !== undefined && isStoodInFor.has(visit.id)) leaveOutCost[stop] = 0;
  }
}
