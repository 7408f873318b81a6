import type { SitingShortfall } from "./answer.js";
import type { Layout } from "./compileSiting.js";
import type { Found } from "./siteSearch.js";

/** What the nearest choice of sites lacks to be a plan. */
export function shortfallsOf(
  layout: Layout,
  best: Found | undefined,
): { readonly shortfalls: SitingShortfall[]; readonly missingSites: number; readonly overBudgetFen: number } {
  if (best === undefined) return { shortfalls: [], missingSites: layout.fewestSites, overBudgetFen: 0 };
  const { open, pairOf } = best;
  const loads = layout.sites.map(() => ({ persons: 0, households: 0 }));
  for (const [demand, pair] of pairOf.entries()) {
    const load = pair < 0 ? undefined : loads[layout.pairSite[pair] as number];
    if (load === undefined) continue;
    load.persons += layout.persons[demand] as number;
    load.households += layout.households[demand] as number;
  }
  const shortfalls = layout.sites.flatMap(({ id }, site): SitingShortfall[] => {
    const { persons = 0, households = 0 } = loads[site] ?? {};
    const missingPersons = Math.max(0, (layout.leastPersons[site] as number) - persons);
    const missingHouseholds = Math.max(0, (layout.leastHouseholds[site] as number) - households);
    return open[site] === 0 || missingPersons + missingHouseholds === 0 ? [] : [{ site: id, missingHouseholds, missingPersons }];
  });
  const spent = (of: Float64Array): number => of.reduce((sum, fen, site) => sum + (open[site] === 1 ? fen : 0), 0);
  return {
    shortfalls,
    missingSites: Math.max(0, layout.fewestSites - open.reduce((sum, each) => sum + each, 0)),
    overBudgetFen: layout.budgets.reduce((sum, { of, most }) => sum + Math.max(0, spent(of) - most), 0),
  };
}
