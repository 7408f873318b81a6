import type { Steps } from "../model/steps.js";
import type { Layout } from "./compileSiting.js";
import { type Milp, MilpRows } from "./milp.js";
import type { Found } from "./siteSearch.js";

/** What is to be least: people that opened sites lack, people left out, or cost with no more than so many left out. */
export type Purpose = { readonly kind: "missing" } | { readonly kind: "unserved" } | { readonly kind: "cost"; readonly unservedMost: number };

/** A programme, and where its columns are: sites, then pairs, then demands left out, then what sites lack. */
export interface ExactModel {
  readonly milp: Milp;
  /** What a unit of the programme's objective is in the search's own. */
  readonly scale: number;
  readonly constant: number;
  readonly start: Float64Array | undefined;
}

/** Coefficients much larger than this cost a solver its precision. */
const largestCost = 10_000;

/**
 * The choice of sites as a whole-number programme: capacitated facility location with single sourcing, in its tight form,
 * every pair at most as much as its site (x ≤ y), within reach only. Resumable between demands and between sites.
 *
 * Source: Balinski, "Integer programming: methods, uses, computation", Management Science 1965.
 */
export function* exactModel(layout: Layout, purpose: Purpose, known: Found | undefined): Steps<ExactModel> {
  const { demands, sites, pairCost, pairSite, firstPair, persons, households, firstOfSite, sitePairs, pairDemand } = layout;
  const [siteCount, pairCount, demandCount] = [sites.length, pairCost.length, demands.length];
  const outAt = siteCount + pairCount;
  const lackAt = outAt + demandCount;
  const columnCount = lackAt + 2 * siteCount;
  const isElastic = purpose.kind === "missing";
  const cost = new Float64Array(columnCount);
  if (purpose.kind === "cost") {
    cost.set(layout.openCost);
    cost.set(pairCost, siteCount);
    if (layout.unservedCost !== undefined) cost.set(layout.unservedCost, outAt);
  } else if (purpose.kind === "unserved") cost.set(persons, outAt);
  else cost.fill(1, lackAt);
  const scale = Math.max(1, cost.reduce((most, each) => Math.max(most, Math.abs(each)), 0) / largestCost);
  const upper = new Float64Array(columnCount).fill(1);
  upper.fill(isElastic ? Number.POSITIVE_INFINITY : 0, lackAt);
  const whole = new Int32Array(columnCount).fill(1, 0, outAt);
  const rows = new MilpRows();
  const unlimited = Number.POSITIVE_INFINITY;
  for (let demand = 0; demand < demandCount; demand++) {
    const terms: [number, number][] = [[outAt + demand, 1]];
    for (let pair = firstPair[demand] as number; pair < (firstPair[demand + 1] as number); pair++) terms.push([siteCount + pair, 1]);
    rows.add(1, 1, terms);
    for (const [column] of terms.slice(1))
      rows.add(-unlimited, 0, [
        [column, 1],
        [pairSite[column - siteCount] as number, -1],
      ]);
    yield;
  }
  for (let site = 0; site < siteCount; site++) {
    const load = (of: Float64Array): [number, number][] =>
      [...sitePairs.subarray(firstOfSite[site] as number, firstOfSite[site + 1] as number)].map((pair) => [
        siteCount + pair,
        of[pairDemand[pair] as number] as number,
      ]);
    const least = (of: Float64Array, fewest: number, lack: number): void => {
      if (fewest > 0) rows.add(0, unlimited, [...load(of), [site, -fewest], ...(isElastic ? [[lack, 1] as const] : [])]);
    };
    const capacity = layout.capacity[site] as number;
    if (capacity < unlimited) rows.add(-unlimited, 0, [...load(persons), [site, -capacity]]);
    least(persons, layout.leastPersons[site] as number, lackAt + site);
    least(households, layout.leastHouseholds[site] as number, lackAt + siteCount + site);
    if (layout.required[site] === 1) rows.add(1, 1, [[site, 1]]);
    yield;
  }
  const every = sites.map((_, site): [number, number] => [site, 1]);
  if (layout.fewestSites > 0 || layout.mostSites < siteCount) rows.add(layout.fewestSites, layout.mostSites, every);
  for (const { of, most } of layout.budgets) {
    const size = Math.max(
      1,
      of.reduce((largest, each) => Math.max(largest, Math.abs(each)), 0),
    );
    rows.add(
      -unlimited,
      most / size,
      every.map(([site]) => [site, (of[site] as number) / size]),
    );
  }
  if (purpose.kind === "cost" && layout.unservedCost === undefined)
    rows.add(
      -unlimited,
      purpose.unservedMost,
      demands.map((_, demand) => [outAt + demand, persons[demand] as number]),
    );
  const milp = rows.finish({ cost: cost.map((each) => each / scale), upper, whole });
  return { milp, scale, constant: purpose.kind === "cost" ? layout.baseCost : 0, start: isElastic ? undefined : startOf(layout, known, columnCount) };
}

/** A known choice by column. */
function startOf({ sites, demands, pairCost }: Layout, known: Found | undefined, columnCount: number): Float64Array | undefined {
  if (known === undefined || known.worth.missing > 0) return undefined;
  const start = new Float64Array(columnCount);
  start.set(known.open);
  for (const demand of demands.keys()) {
    const pair = known.pairOf[demand] as number;
    start[pair < 0 ? sites.length + pairCost.length + demand : sites.length + pair] = 1;
  }
  return start;
}

/** The choice that a solution of the programme stands for. */
export function choiceOf(
  { sites, pairCost, pairDemand, demands }: Layout,
  values: Float64Array,
): { readonly open: Uint8Array; readonly pairOf: Int32Array } {
  const open = Uint8Array.from(sites, (_, site) => Number((values[site] as number) > 0.5));
  const pairOf = new Int32Array(demands.length).fill(-1);
  for (let pair = 0; pair < pairCost.length; pair++) if ((values[sites.length + pair] as number) > 0.5) pairOf[pairDemand[pair] as number] = pair;
  return { open, pairOf };
}
