import type { SitingChange, SitingPlan, SitingRelaxation } from "../answer.js";
import type { SiteCandidate, SitingProblem, SitingRules } from "../problem.js";
import { ruleBreaches, type SitingBreach } from "./ruleBreaches.js";

const ofSites = new Set<SitingChange["rule"]>(["capacity", "leastHouseholds", "leastPersons"]);

/** The problem as it would be after the changes. */
function changed(problem: SitingProblem, { site: id, changes }: SitingRelaxation): SitingProblem {
  const own: Record<string, number> = {};
  const rules: Record<string, unknown> = { ...problem.rules };
  for (const { rule, to } of changes) {
    if (ofSites.has(rule)) own[rule] = to;
    else if (rule === "sites") rules.sites = { most: to };
    else rules[rule] = to;
  }
  const sites = problem.sites.map((site): SiteCandidate => (site.id === id ? { ...site, ...own } : site));
  return { ...problem, sites, rules: rules as SitingRules };
}

/** Changes proposed for people left out that would not serve them, the rest of the plan as it is. */
export function relaxationBreaches(problem: SitingProblem, plan: SitingPlan): SitingBreach[] {
  const opened = plan.opened.map(({ site }) => site);
  return plan.unserved.flatMap(({ demand, relax }) =>
    relax.flatMap((relaxation): SitingBreach[] => {
      const { site } = relaxation;
      const choice = { opened: opened.includes(site) ? opened : [...opened, site], assignments: [...plan.assignments, { demand, site }] };
      if (ruleBreaches(changed(problem, relaxation), choice).length === 0) return [];
      return [{ code: "SITING_RELAXATION_WRONG", demand, site, values: { seen: JSON.stringify(relaxation) } }];
    }),
  );
}
