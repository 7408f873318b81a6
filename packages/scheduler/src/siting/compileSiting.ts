import { EldercareError } from "@eldercare/core";
import type { Steps } from "../model/steps.js";
import { greatCircleMetres } from "../travel/straightLine.js";
import { reportSitingIssue } from "./codes.js";
import type { SiteCandidate, SitingDemand, SitingProblem } from "./problem.js";

/** Costs inside are whole thousandths of a unit. */
export const costScale = 1000;

/**
 * A problem for the search: demands and candidates that may be opened, in the order of their ids, and every pair of the two
 * that are within reach of each other.
 */
export interface Layout {
  readonly demands: readonly SitingDemand[];
  readonly sites: readonly SiteCandidate[];
  readonly persons: Float64Array;
  readonly households: Float64Array;
  /** Pairs of demand d: from `firstPair[d]` to `firstPair[d + 1]` − 1, the cheapest first. */
  readonly firstPair: Int32Array;
  readonly pairSite: Int32Array;
  readonly pairDemand: Int32Array;
  readonly pairCost: Float64Array;
  /** Pairs of site s by demand: `sitePairs[firstOfSite[s]]` and on. */
  readonly firstOfSite: Int32Array;
  readonly sitePairs: Int32Array;
  readonly openCost: Float64Array;
  /** What is paid whatever is opened: the closing of all that exists, which `openCost` gives back. */
  readonly baseCost: number;
  readonly capacity: Float64Array;
  readonly leastPersons: Float64Array;
  readonly leastHouseholds: Float64Array;
  readonly required: Uint8Array;
  readonly fewestSites: number;
  readonly mostSites: number;
  /** Limits on sums over opened sites: budgets. */
  readonly budgets: readonly { readonly of: Float64Array; readonly most: number }[];
  /** Price of leaving out each demand; undefined where serving goes before all costs. */
  readonly unservedCost: Float64Array | undefined;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Where things stood in the caller's lists, by id. */
const rowsById = <Item extends { readonly id: string }>(items: readonly Item[]) => items.map((item, row) => ({ item, row, id: item.id })).sort(byId);

const up = (value: number | null | undefined): number => Math.ceil(value ?? Number.POSITIVE_INFINITY);

/** How far, in whole metres, and how long, in whole seconds: undefined where it is not said, `Infinity` where there is no way. */
export interface Journey {
  readonly metres?: number;
  readonly seconds?: number;
}

/** The journey from a demand to a site of the caller's lists. */
export function journeyOf({ travel, demands, sites }: SitingProblem, demandRow: number, siteRow: number): Journey {
  if (travel.kind === "matrix") {
    const at = demandRow * sites.length + siteRow;
    return {
      ...(travel.distancesMetres === undefined ? {} : { metres: up(travel.distancesMetres[at]) }),
      ...(travel.durationsSeconds === undefined ? {} : { seconds: up(travel.durationsSeconds[at]) }),
    };
  }
  const metres = greatCircleMetres(demands[demandRow] as SitingDemand, sites[siteRow] as SiteCandidate) * travel.circuity;
  return { metres: up(metres), ...(travel.metresPerSecond === undefined ? {} : { seconds: up(metres / travel.metresPerSecond) }) };
}

/** Whether a journey is possible and within the service radius. */
export function isWithinReach({ rules = {} }: SitingProblem, { metres, seconds }: Journey): boolean {
  const { furthestMetres = Number.POSITIVE_INFINITY, longestSeconds = Number.POSITIVE_INFINITY } = rules;
  if (metres === Number.POSITIVE_INFINITY || seconds === Number.POSITIVE_INFINITY) return false;
  return (metres ?? 0) <= furthestMetres && (seconds ?? 0) <= longestSeconds;
}

/** What a journey of so many people costs, in thousandths. */
export function journeyCost({ weights = {} }: SitingProblem, persons: number, { metres = 0, seconds = 0 }: Journey): number {
  const { personKilometre = 1, personMinute = 0 } = weights;
  return Math.round(persons * metres * personKilometre) + Math.round((persons * seconds * personMinute * costScale) / 60);
}

/** What money costs, in thousandths. */
export const moneyCost = (amountFen: number, weight: number): number => Math.round(amountFen * weight * costScale);

/** Lays a valid problem out for the search. Resumable between demands. */
export function* compileSiting(problem: SitingProblem): Steps<Layout> {
  const { rules = {}, weights = {} } = problem;
  const demandRows = rowsById(problem.demands);
  const siteRows = rowsById(problem.sites).filter(({ item }) => item.barred !== true);
  const [demands, sites] = [demandRows.map(({ item }) => item), siteRows.map(({ item }) => item)];
  const [pairSite, pairDemand, pairCost]: [number[], number[], number[]] = [[], [], []];
  const firstPair = new Int32Array(demands.length + 1);
  let largest = 0;
  for (const [demand, { item, row }] of demandRows.entries()) {
    const near: { readonly site: number; readonly cost: number }[] = [];
    for (const [site, { row: siteRow }] of siteRows.entries()) {
      const journey = journeyOf(problem, row, siteRow);
      if ((sites[site]?.capacity ?? Number.POSITIVE_INFINITY) < item.persons || !isWithinReach(problem, journey)) continue;
      near.push({ site, cost: journeyCost(problem, item.persons, journey) });
    }
    near.sort((a, b) => a.cost - b.cost || a.site - b.site);
    for (const { site, cost } of near) {
      pairSite.push(site);
      pairDemand.push(demand);
      pairCost.push(cost);
    }
    largest += near.at(-1)?.cost ?? 0;
    firstPair[demand + 1] = pairSite.length;
    yield;
  }
  const firstOfSite = new Int32Array(sites.length + 1);
  for (const site of pairSite) firstOfSite[site + 1] = (firstOfSite[site + 1] as number) + 1;
  for (const site of sites.keys()) firstOfSite[site + 1] = (firstOfSite[site + 1] as number) + (firstOfSite[site] as number);
  const sitePairs = new Int32Array(pairSite.length);
  const filled = firstOfSite.slice();
  for (const [pair, site] of pairSite.entries()) {
    sitePairs[filled[site] as number] = pair;
    filled[site] = (filled[site] as number) + 1;
  }
  const ofSites = (value: (site: SiteCandidate) => number): Float64Array => Float64Array.from(sites, value);
  const { oneOffFen: oneOff = 0, yearlyFen: yearly = 0, unservedPerson } = weights;
  const closingFen = problem.sites.reduce((sum, site) => sum + (site.closingFen ?? 0), 0);
  const unservedCost = unservedPerson === undefined ? undefined : Float64Array.from(demands, ({ persons }) => moneyCost(persons, unservedPerson));
  const openCost = ofSites(
    (site) => moneyCost(site.openingFen ?? 0, oneOff) + moneyCost(site.yearlyFen ?? 0, yearly) - moneyCost(site.closingFen ?? 0, oneOff),
  );
  const baseCost = problem.sites.reduce((sum, site) => sum + moneyCost(site.closingFen ?? 0, oneOff), 0);
  const total = [baseCost, ...(unservedCost ?? []), ...openCost].reduce((sum, cost) => sum + Math.abs(cost), largest);
  if (!(total < Number.MAX_SAFE_INTEGER / 4)) throw new EldercareError([reportSitingIssue("SITING_SUMS_TOO_LARGE", "/weights")]);
  const { exactly, least = exactly ?? 0, most = exactly ?? sites.length } = rules.sites ?? {};
  const budgets = [
    ...(rules.oneOffBudgetFen === undefined
      ? []
      : [{ of: ofSites((site) => (site.openingFen ?? 0) - (site.closingFen ?? 0)), most: rules.oneOffBudgetFen - closingFen }]),
    ...(rules.yearlyBudgetFen === undefined ? [] : [{ of: ofSites((site) => site.yearlyFen ?? 0), most: rules.yearlyBudgetFen }]),
  ];
  return {
    demands,
    sites,
    persons: Float64Array.from(demands, ({ persons }) => persons),
    households: Float64Array.from(demands, ({ households }) => households ?? 0),
    firstPair,
    pairSite: Int32Array.from(pairSite),
    pairDemand: Int32Array.from(pairDemand),
    pairCost: Float64Array.from(pairCost),
    firstOfSite,
    sitePairs,
    openCost,
    baseCost,
    capacity: ofSites((site) => site.capacity ?? Number.POSITIVE_INFINITY),
    leastPersons: ofSites((site) => site.leastPersons ?? 0),
    leastHouseholds: ofSites((site) => site.leastHouseholds ?? rules.leastHouseholds ?? 0),
    required: Uint8Array.from(sites, (site) => Number(site.required === true)),
    fewestSites: least,
    mostSites: Math.min(most, sites.length),
    budgets,
    unservedCost,
  };
}
