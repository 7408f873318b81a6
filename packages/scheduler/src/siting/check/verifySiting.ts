import type { SitingPlan, SitingViolation } from "../answer.js";
import { sitingViolationCodes } from "../codes.js";
import type { SitingProblem } from "../problem.js";
import { figureBreaches } from "./figureBreaches.js";
import { relaxationBreaches } from "./relaxationBreaches.js";
import { ruleBreaches, type SitingBreach } from "./ruleBreaches.js";

/** Every demand is served or listed as unserved, and once. */
function countBreaches({ demands }: SitingProblem, { assignments, unserved }: SitingPlan): SitingBreach[] {
  const known = new Set(demands.map(({ id }) => id));
  const seen = new Set(assignments.map(({ demand }) => demand));
  const breaches: SitingBreach[] = [];
  for (const { demand } of unserved) {
    if (!known.has(demand)) breaches.push({ code: "SITING_UNKNOWN", values: { id: demand } });
    if (seen.has(demand)) breaches.push({ code: "SITING_LISTED_TWICE", values: { id: demand } });
    seen.add(demand);
  }
  for (const { id } of demands) if (!seen.has(id)) breaches.push({ code: "SITING_DEMAND_FORGOTTEN", demand: id });
  return breaches;
}

function worded({ code, values = {}, ...about }: SitingBreach): SitingViolation {
  const all: Readonly<Record<string, string | number>> = { ...about, ...values };
  const fill = (template: string): string => template.replace(/\{(\w+)\}/g, (whole, name: string) => String(all[name] ?? whole));
  const { zh, en } = sitingViolationCodes[code];
  return { code, ...about, message: { zh: fill(zh), en: fill(en) } };
}

/**
 * Checks a choice of sites, whoever made it: every rule of the problem, every figure of the plan, and that each change proposed
 * for people left out would serve them. It shares nothing with the search.
 *
 * @returns violations, none where the plan holds
 * @example
 * const { plan } = await site(siting);
 * verifySiting(siting, { ...plan, assignments: plan.assignments.slice(1) })[0].code //=> "SITING_DEMAND_FORGOTTEN"
 */
export function verifySiting(problem: SitingProblem, plan: SitingPlan): SitingViolation[] {
  const choice = { opened: plan.opened.map(({ site }) => site), assignments: plan.assignments };
  const rules = [...countBreaches(problem, plan), ...ruleBreaches(problem, choice)];
  // of a plan that speaks of what does not exist no figures can be worked out
  const known = rules.some(({ code }) => code === "SITING_UNKNOWN") ? [] : [...figureBreaches(problem, plan), ...relaxationBreaches(problem, plan)];
  return [...rules, ...known].map(worded);
}
