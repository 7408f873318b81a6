import type { SitingChange, SitingRelaxation, UnservedDemand } from "./answer.js";
import { isWithinReach, type Journey, journeyOf } from "./compileSiting.js";
import type { SiteCandidate, SitingDemand, SitingProblem } from "./problem.js";

/** What a choice of sites has used up. */
export interface Used {
  readonly opened: ReadonlySet<string>;
  readonly loads: ReadonlyMap<string, number>;
  readonly oneOffFen: number;
  readonly yearlyFen: number;
}

/** A change, and how much it changes. */
interface Sized extends SitingChange {
  readonly by: number;
}

function reachChanges({ rules = {} }: SitingProblem, { metres = 0, seconds = 0 }: Journey): Sized[] {
  const { furthestMetres = Number.POSITIVE_INFINITY, longestSeconds = Number.POSITIVE_INFINITY } = rules;
  return [
    ...(metres > furthestMetres ? [{ rule: "furthestMetres" as const, to: metres, by: metres - furthestMetres }] : []),
    ...(seconds > longestSeconds ? [{ rule: "longestSeconds" as const, to: seconds, by: seconds - longestSeconds }] : []),
  ];
}

/** What would have to change for a site to be opened for a demand alone. */
function openingChanges({ rules = {} }: SitingProblem, site: SiteCandidate, { persons, households = 0 }: SitingDemand, used: Used): Sized[] {
  const { exactly, most = exactly ?? Number.POSITIVE_INFINITY } = rules.sites ?? {};
  const count = used.opened.size + 1;
  const oneOff = used.oneOffFen + (site.openingFen ?? 0) - (site.closingFen ?? 0);
  const yearly = used.yearlyFen + (site.yearlyFen ?? 0);
  const above = (rule: SitingChange["rule"], seen: number, limit = Number.POSITIVE_INFINITY): Sized[] =>
    seen > limit ? [{ rule, to: seen, by: seen - limit }] : [];
  const below = (rule: SitingChange["rule"], seen: number, limit: number): Sized[] => (seen < limit ? [{ rule, to: seen, by: limit - seen }] : []);
  return [
    ...below("leastPersons", persons, site.leastPersons ?? 0),
    ...below("leastHouseholds", households, site.leastHouseholds ?? rules.leastHouseholds ?? 0),
    ...above("sites", count, most),
    ...above("oneOffBudgetFen", oneOff, rules.oneOffBudgetFen),
    ...above("yearlyBudgetFen", yearly, rules.yearlyBudgetFen),
  ];
}

const keyOf = (changes: readonly Sized[]): string => changes.map(({ rule }) => rule).join();

/** Whether one set of changes of the same rules is smaller than another: by the first that differs. */
function isSmaller(a: readonly Sized[], b: readonly Sized[]): boolean {
  for (const [index, { by }] of a.entries()) {
    const other = b[index]?.by ?? by;
    if (by !== other) return by < other;
  }
  return false;
}

/** Why nobody serves a demand, and by which smallest changes somebody could. */
export function explainUnserved(problem: SitingProblem, demandRow: number, siteRows: readonly number[], used: Used): UnservedDemand {
  const demand = problem.demands[demandRow] as SitingDemand;
  const smallest = new Map<string, { readonly site: string; readonly changes: readonly Sized[] }>();
  let isReached = false;
  for (const row of siteRows) {
    const site = problem.sites[row] as SiteCandidate;
    const journey = journeyOf(problem, demandRow, row);
    if (journey.metres === Number.POSITIVE_INFINITY || journey.seconds === Number.POSITIVE_INFINITY) continue;
    if (isWithinReach(problem, journey)) isReached = true;
    const load = (used.loads.get(site.id) ?? 0) + demand.persons;
    const room = site.capacity ?? Number.POSITIVE_INFINITY;
    const changes = [
      ...reachChanges(problem, journey),
      ...(load > room ? [{ rule: "capacity" as const, to: load, by: load - room }] : []),
      ...(used.opened.has(site.id) ? [] : openingChanges(problem, site, demand, used)),
    ];
    const key = keyOf(changes);
    const known = smallest.get(key);
    if (known === undefined || isSmaller(changes, known.changes)) smallest.set(key, { site: site.id, changes });
  }
  const sets = [...smallest.values()];
  const holds = (large: readonly Sized[], small: readonly Sized[]): boolean =>
    small.length < large.length && small.every(({ rule }) => large.some((change) => change.rule === rule));
  const relax = sets
    .filter(({ changes }) => !sets.some((other) => holds(changes, other.changes)))
    .sort((a, b) => a.changes.length - b.changes.length || (keyOf(a.changes) < keyOf(b.changes) ? -1 : 1))
    .map(({ site, changes }): SitingRelaxation => ({ site, changes: changes.map(({ rule, to }) => ({ rule, to })) }));
  const isPriced = problem.weights?.unservedPerson !== undefined;
  const isDearer = isPriced && relax.some(({ changes }) => changes.length === 0);
  return {
    demand: demand.id,
    persons: demand.persons,
    reason: isDearer ? "DEARER_THAN_LEAVING_OUT" : isReached ? "CROWDED_OUT" : "NO_SITE_WITHIN_REACH",
    relax: isDearer ? [] : relax,
  };
}
