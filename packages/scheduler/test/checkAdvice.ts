import { EldercareError } from "@eldercare/core";
import { expect } from "vitest";
import type { Advice, Suggestion } from "../src/advise/desk/advice.js";
import { evaluate } from "../src/evaluate/evaluate.js";
import { isAllOrNone } from "../src/model/link.js";
import type { Plan, PlanCost, RouteOrder } from "../src/model/plan.js";
import type { Problem } from "../src/model/problem.js";
import { verify } from "../src/verify/verify.js";
import { keyOf } from "./tryEveryPlace.js";

/** The routes of a plan without some visits. */
export const without = (plan: Plan, visits: readonly string[]): Plan["routes"] =>
  plan.routes
    .map((route) => ({ ...route, stops: route.stops.filter(({ id }) => !visits.includes(id)) }))
    .filter(({ stops }) => stops.some(({ kind }) => kind !== "break"));

/** The routes with those of a suggestion in place of what they were; times of stops that stay are kept, as a plan has them. */
function withSuggestion(routes: Plan["routes"], { routes: changed }: Suggestion): RouteOrder[] {
  const stops = new Map(routes.flatMap((route) => route.stops.map((stop) => [`${keyOf(route)} ${stop.kind} ${stop.id}`, stop] as const)));
  const keys = new Set(changed.map(keyOf));
  return [
    ...routes.filter((route) => !keys.has(keyOf(route))),
    ...changed.map((route) => ({ ...route, stops: route.stops.map((stop) => stops.get(`${keyOf(route)} ${stop.kind} ${stop.id}`) ?? stop) })),
  ];
}

// what leaving a visit out costs counts among these as well: the total tells
const ofLeavingOut = ["unserved", "requiredUnserved", "overdueDays", "total"];
const isLeftOut = (component: string): boolean => ofLeavingOut.includes(component);

/** That two plans differ by a price, but for what leaving the visit out costs. */
function expectPrice({ price }: Suggestion, { leaveOutPrice }: Advice, before: PlanCost, after: PlanCost): void {
  for (const component of new Set([...Object.keys(before), ...Object.keys(price)])) {
    if (isLeftOut(component)) continue;
    expect([component, (after[component] ?? 0) - (before[component] ?? 0)]).toEqual([component, expect.closeTo(price[component] ?? 0, 4)]);
  }
  expect(after.total - before.total + leaveOutPrice).toBeCloseTo(price.total, 4);
}

/** That every place suggested costs exactly what it says and makes a plan that holds; `removed`: visits that are not in the plan compared with. */
export function check(problem: Problem, plan: Plan, advice: Advice, removed: readonly string[]): void {
  const base = without(plan, removed);
  const before = evaluate(problem, base);
  for (const suggestion of advice.suggestions) {
    const after = evaluate(problem, withSuggestion(base, suggestion));
    expect(verify(problem, after)).toEqual([]);
    expectPrice(suggestion, advice, before.cost, after.cost);
    const starts = (routes: Plan["routes"]) =>
      new Map(routes.flatMap((route) => route.stops.map(({ kind, id, start }) => [`${keyOf(route)} ${kind} ${id}`, start] as const)));
    const [then, now] = [starts(before.routes), starts(after.routes)];
    for (const own of [suggestion, ...suggestion.linked]) expect(now.get(`${keyOf(own)} visit ${own.visit}`)).toBe(own.start);
    const moved = [...then].flatMap(([stop, start]) => (now.has(stop) && now.get(stop) !== start ? [stop] : []));
    expect(suggestion.movedStops.map((stop) => `${keyOf(stop)} ${stop.kind} ${stop.id}`).sort()).toEqual(moved.sort());
    if (suggestion.slot !== null) expect(suggestion.slot.from <= suggestion.start && suggestion.start <= suggestion.slot.to).toBe(true);
  }
  const totals = advice.suggestions.map(({ price }) => price.total);
  expect(totals).toEqual([...totals].sort((a, b) => a - b));
  expect(new Set(advice.suggestions.map(keyOf)).size).toBe(advice.suggestions.length);
  // everybody can or cannot
  const able = new Set(advice.suggestions.map(({ caregiver }) => caregiver));
  const unable = new Set(advice.cannot.flatMap(({ caregiver }) => caregiver ?? []));
  expect(problem.caregivers.filter(({ id }) => able.has(id) === unable.has(id))).toEqual([]);
}

/** Whether routes, timed anew, can be kept. */
export function isKept(problem: Problem, routes: Plan["routes"]): boolean {
  try {
    evaluate(problem, routes);
    return true;
  } catch (error) {
    if (error instanceof EldercareError && error.issues.every(({ code }) => code === "ORDERS_NOT_KEPT")) return false;
    throw error;
  }
}

/** The visits that are all made or all left out with one. */
export const linkedTo = ({ links = [] }: Problem, id: string): string[] => {
  const together = new Set([id]);
  for (const link of [...links, ...links, ...links])
    if (isAllOrNone(link) && link.visits.some((visit) => together.has(visit))) for (const visit of link.visits) together.add(visit);
  return [...together];
};
