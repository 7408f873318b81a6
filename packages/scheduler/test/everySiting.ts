import type { SitingProblem } from "../src/siting/problem.js";
import { greatCircleMetres } from "../src/travel/straightLine.js";

/** The best that trying everything finds: people left out (0 where that has a price) and cost in thousandths. */
export interface BestOfAll {
  readonly unserved: number;
  readonly cost: number;
}

/**
 * Tries every set of sites and, for each, everyone at every site or nowhere. For tiny problems by straight line; undefined
 * where there is no plan. Written for the tests, from the rules as they are worded, and sharing nothing with the package.
 */
export function bestOfAll({ demands, sites, travel, rules = {}, weights = {} }: SitingProblem): BestOfAll | undefined {
  if (travel.kind !== "straightLine") throw new Error("by straight line only");
  const { personKilometre = 1, personMinute = 0, oneOffFen = 0, yearlyFen = 0, unservedPerson } = weights;
  const milli = (value: number) => Math.round(value * 1000);
  const ways = demands.map((demand) =>
    sites.map((site) => {
      const exact = greatCircleMetres(demand, site) * travel.circuity;
      const [metres, seconds] = [Math.ceil(exact), Math.ceil(exact / (travel.metresPerSecond ?? 1))];
      if (metres > (rules.furthestMetres ?? Infinity) || seconds > (rules.longestSeconds ?? Infinity)) return undefined;
      return Math.round(demand.persons * metres * personKilometre) + Math.round((demand.persons * seconds * personMinute * 1000) / 60);
    }),
  );
  let best: BestOfAll | undefined;
  for (let set = 0; set < 1 << sites.length; set++) {
    const isOpen = (site: number) => (set & (1 << site)) !== 0;
    if (sites.some((site, at) => (site.required === true && !isOpen(at)) || (site.barred === true && isOpen(at)))) continue;
    const count = sites.filter((_, at) => isOpen(at)).length;
    const { exactly = count, least = 0, most = Infinity } = rules.sites ?? {};
    if (count !== exactly || count < least || count > most) continue;
    const sum = (of: (site: (typeof sites)[number], open: boolean) => number) => sites.reduce((all, site, at) => all + of(site, isOpen(at)), 0);
    if (sum((site, open) => (open ? (site.openingFen ?? 0) : (site.closingFen ?? 0))) > (rules.oneOffBudgetFen ?? Infinity)) continue;
    if (sum((site, open) => (open ? (site.yearlyFen ?? 0) : 0)) > (rules.yearlyBudgetFen ?? Infinity)) continue;
    const fixed =
      sum((site, open) => milli((open ? (site.openingFen ?? 0) : (site.closingFen ?? 0)) * oneOffFen)) +
      sum((site, open) => (open ? milli((site.yearlyFen ?? 0) * yearlyFen) : 0));
    const persons = sites.map(() => 0);
    const households = sites.map(() => 0);
    const fits = () =>
      sites.every((site, at) => {
        if (!isOpen(at)) return true;
        const least = site.leastHouseholds ?? rules.leastHouseholds ?? 0;
        return (persons[at] ?? 0) >= (site.leastPersons ?? 0) && (households[at] ?? 0) >= least;
      });
    const go = (at: number, unserved: number, cost: number): void => {
      if (best !== undefined && (unserved > best.unserved || (unserved === best.unserved && cost >= best.cost))) return;
      const demand = demands[at];
      if (demand === undefined) {
        if (fits()) best = { unserved, cost };
        return;
      }
      for (const [site, { capacity = Infinity }] of sites.entries()) {
        const way = ways[at]?.[site];
        if (way === undefined || !isOpen(site) || (persons[site] ?? 0) + demand.persons > capacity) continue;
        persons[site] = (persons[site] ?? 0) + demand.persons;
        households[site] = (households[site] ?? 0) + (demand.households ?? 0);
        go(at + 1, unserved, cost + way);
        persons[site] = (persons[site] ?? 0) - demand.persons;
        households[site] = (households[site] ?? 0) - (demand.households ?? 0);
      }
      if (unservedPerson === undefined) go(at + 1, unserved + demand.persons, cost);
      else go(at + 1, unserved, cost + milli(demand.persons * unservedPerson));
    };
    go(0, 0, fixed);
  }
  return best;
}
