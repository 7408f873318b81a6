import { builtInChecks, type CheckedFeature } from "../../features/checks.js";
import type { Plan } from "../../model/plan.js";
import { requirePlan } from "../../model/planSchema.js";
import type { Problem } from "../../model/problem.js";
import { roundCost } from "../../model/roundCost.js";
import { runToEnd, type Steps } from "../../model/steps.js";
import { requireValid } from "../../model/validate.js";
import { costOf } from "../../verify/checkCost.js";
import { checkPlan } from "../../verify/checkPlan.js";
import { readPlan } from "../../verify/readPlan.js";
import type { Analysis, PricePart } from "./analysis.js";
import { featurePartsOf } from "./featureParts.js";
import { figuresOf } from "./figures.js";
import { pricePartsOf } from "./priceParts.js";
import { readDays } from "./readDays.js";
import { roundParts } from "./roundParts.js";

const sumOf = (parts: readonly PricePart[]): number => parts.reduce((sum, { amount }) => sum + amount, 0);

function* analysePlan(problem: Problem, plan: Plan, features: readonly CheckedFeature[]): Steps<Analysis> {
  const violations = yield* checkPlan(problem, plan, features);
  const { checked } = yield* readPlan(problem, plan);
  const days = readDays(checked);
  const places = new Map(problem.places.map((place, index) => [place.id, { place, index }]));
  const components = yield* costOf(checked, features, (id) => places.get(id));
  const parts = pricePartsOf(checked, days);
  for (const feature of features)
    for (const [component, more] of yield* featurePartsOf(checked, days, feature)) parts.set(component, [...(parts.get(component) ?? []), ...more]);
  // where there is no way the checker knows no cost: what can be driven is priced all the same
  const known = Object.entries(components).map(([name, cost]) => [name, Number.isFinite(cost) ? cost : sumOf(parts.get(name) ?? [])] as const);
  return {
    cost: roundCost(Object.fromEntries(known)),
    prices: [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([component, cost]) => roundParts(component, cost, parts.get(component) ?? [])),
    figures: figuresOf(checked, days),
    violations,
  };
}

/**
 * What a plan costs and why: each component of its cost with the visits, routes and shifts behind it, the figures that a manager
 * asks for, and what is wrong with the plan. It shares nothing with the search, and reads any plan, also one made by hand that
 * breaks rules: that is priced as it stands. The parts of each component add up to it.
 *
 * @param options.features the features that hold, by their check halves; the built-in ones unless given
 * @returns plain JSON; the order of the plan's routes makes no difference
 * @throws EldercareError every error that `validate` finds in the problem; every issue of the plan's shape
 * @example
 * const { cost, prices, figures } = analyse(problem, plan);
 * cost.total //=> 30
 * prices.find(({ component }) => component === "travel").parts[0] //=> { caregiver: "c-1", date: "2026-11-23", visit: "x-1", minutes: 10, amount: 10 }
 * figures.travel.minutesPerVisit //=> 15
 */
export function analyse(problem: Problem, plan: Plan, options: { readonly features?: readonly CheckedFeature[] } = {}): Analysis {
  runToEnd(requireValid(problem));
  requirePlan(plan, "");
  return runToEnd(analysePlan(problem, plan, options.features ?? builtInChecks));
}
