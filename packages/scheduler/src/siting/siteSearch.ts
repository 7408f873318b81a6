import { Random } from "../improve/random.js";
import type { Steps } from "../model/steps.js";
import { Assigner, isBetter, type Worth } from "./assigner.js";
import type { Layout } from "./compileSiting.js";
import type { SiteCandidate } from "./problem.js";

/** Candidates by which a site may be replaced: the nearest, so that large problems are not searched in vain. */
const nearSites = 24;
/** How often everyone is assigned to the same sites in other orders: to the best, and to each that comes of shaking it. */
const timesForBest = 12;
const timesForShaken = 4;
/** What a site too few weighs, against people that are missing elsewhere. */
const siteTooFew = 1e12;

/** The best choice of sites met, and who goes where. */
export interface Found {
  readonly open: Uint8Array;
  readonly pairOf: Int32Array;
  readonly worth: Worth;
}

/** Searches choices of sites: opens, closes and exchanges them for as long as that is better, then shakes the best one. */
export class SiteSearch {
  /** Choices looked at. */
  iterations = 0;
  best: Found | undefined;
  private readonly layout: Layout;
  private readonly assigner: Assigner;
  private readonly random: Random;
  private readonly near: (Int32Array | undefined)[] = [];
  /** Told before each choice whether the search is over. */
  private readonly isOver: () => boolean;

  constructor(layout: Layout, seed: number, isOver: () => boolean) {
    this.layout = layout;
    this.assigner = new Assigner(layout);
    this.random = new Random(seed);
    this.isOver = isOver;
  }

  private overBudget(open: Uint8Array): number {
    let over = 0;
    for (const { of, most } of this.layout.budgets) over += Math.max(0, of.reduce((sum, fen, site) => sum + (open[site] === 1 ? fen : 0), 0) - most);
    return over;
  }

  /** Looks at a choice of sites: how good it is; the best of all is kept. */
  look(open: Uint8Array, random?: Random): Worth {
    this.iterations++;
    this.assigner.assign(open, random);
    return this.weigh(open);
  }

  /** What the choice that the assigner holds is worth; the best of all is kept. */
  private weigh(open: Uint8Array): Worth {
    const { missing, unserved, cost } = this.assigner.worth();
    const tooFew = Math.max(0, this.layout.fewestSites - countOf(open));
    const worth = { missing: missing + this.overBudget(open) + siteTooFew * tooFew, unserved, cost };
    if (this.best === undefined || isBetter(worth, this.best.worth)) this.best = { open: open.slice(), pairOf: this.assigner.pairOf.slice(), worth };
    return worth;
  }

  /** Takes a choice found elsewhere, with who goes where, if it may be taken and is the best so far. */
  offerAssigned(open: Uint8Array, pairOf: Int32Array): void {
    if (!this.isAllowed(open)) return;
    this.assigner.reset(open);
    for (const [demand, pair] of pairOf.entries()) this.assigner.put(demand, pair);
    if (this.assigner.holds()) this.weigh(open);
  }

  /** Whether a choice from elsewhere is one that may be looked at. */
  private isAllowed(open: Uint8Array): boolean {
    return countOf(open) <= this.layout.mostSites && this.layout.required.every((required, site) => required === 0 || open[site] === 1);
  }

  /** Looks at a choice that comes from elsewhere, such as a relaxation, if it may be taken. */
  consider(open: Uint8Array): void {
    if (this.isAllowed(open)) this.look(open.slice());
  }

  /** The first choices: what is required, then one site after the other, that which seems to save most. */
  *begin(): Steps<void> {
    const { layout } = this;
    const open = layout.required.slice();
    const paid = startingPrices(layout, open);
    this.look(open);
    while (countOf(open) < layout.mostSites && !this.isOver()) {
      let bestSite = -1;
      let bestSaving = Number.NEGATIVE_INFINITY;
      for (let site = 0; site < open.length; site++) {
        if (open[site] === 1) continue;
        const saving = savingOf(layout, paid, site);
        if (saving > bestSaving) [bestSite, bestSaving] = [site, saving];
        yield;
      }
      if (bestSite < 0 || (bestSaving <= 0 && countOf(open) >= layout.fewestSites)) break;
      open[bestSite] = 1;
      settle(layout, paid, bestSite);
      this.look(open);
    }
  }

  /** Improves a choice by single moves until none is better. */
  private *descend(open: Uint8Array): Steps<Worth> {
    let now = this.look(open);
    for (let improved = true; improved && !this.isOver(); ) {
      improved = false;
      for (let site = 0; site < open.length && !this.isOver(); site++) {
        for (const change of this.changesAt(open, site)) {
          for (const each of change) open[each] = 1 - (open[each] as number);
          const worth = this.look(open);
          yield;
          if (isBetter(worth, now)) {
            now = worth;
            improved = true;
            break;
          }
          for (const each of change) open[each] = 1 - (open[each] as number);
          if (this.isOver()) break;
        }
      }
    }
    return now;
  }

  /** What may be done with one site: open it, or close it, or exchange it for one nearby. */
  private *changesAt(open: Uint8Array, site: number): Generator<readonly number[], void> {
    const { required, mostSites, fewestSites } = this.layout;
    const count = countOf(open);
    if (open[site] === 0) {
      if (count < mostSites) yield [site];
      return;
    }
    if (required[site] === 1) return;
    if (count > fewestSites) yield [site];
    for (const other of this.nearTo(site)) if (open[other] === 0) yield [site, other];
  }

  /** The nearest other candidates of a site, as the crow flies, worked out when first asked for. */
  private nearTo(site: number): Int32Array {
    this.near[site] ??= nearestTo(this.layout, site);
    return this.near[site];
  }

  private shake(open: Uint8Array): void {
    const { required, sites } = this.layout;
    const closable = [...sites.keys()].filter((site) => open[site] === 1 && required[site] === 0);
    for (let times = 1 + this.random.below(3); times > 0 && closable.length > 0; times--) {
      const [site] = closable.splice(this.random.below(closable.length), 1) as [number];
      const near = this.nearTo(site);
      const shut = near.filter((other) => open[other] === 0);
      if (shut.length === 0) continue;
      open[site] = 0;
      open[shut[this.random.below(shut.length)] as number] = 1;
    }
    // a choice of all or none of what may be closed has nothing to exchange
    if (closable.length === 0 && sites.length > 0) {
      const site = this.random.below(sites.length);
      if (required[site] === 0 && (open[site] === 1 || countOf(open) < this.layout.mostSites)) open[site] = 1 - (open[site] as number);
    }
  }

  /** Descends from the best choice. */
  *improve(): Steps<void> {
    if (this.best !== undefined) yield* this.descend(this.best.open.slice());
  }

  /** Assigns everyone to the same sites in other orders, where room or least loads have a say. */
  private *assignAgain(open: Uint8Array, times: number): Steps<void> {
    for (let nth = 0; nth < times && !this.isOver(); nth++) {
      this.look(open, this.random);
      yield;
      if (!this.assigner.isBound) return;
    }
  }

  /** Shakes the best choice and descends, again and again, until it is over. */
  *wander(): Steps<void> {
    while (this.best !== undefined && !this.isOver()) {
      const open = this.best.open.slice();
      yield* this.assignAgain(open, timesForBest);
      this.shake(open);
      yield* this.assignAgain(open, timesForShaken);
      yield* this.descend(open);
    }
  }
}

function countOf(open: Uint8Array): number {
  let count = 0;
  for (const each of open) count += each;
  return count;
}

/** What serving each demand costs with some sites, room left aside; above all costs where none of them is within reach. */
function startingPrices(layout: Layout, open: Uint8Array): Float64Array {
  const { pairCost, persons, unservedCost } = layout;
  const dear = 2 * pairCost.reduce((most, each) => Math.max(most, each), 1);
  const paid = unservedCost?.slice() ?? persons.map((each) => dear + each);
  for (const [site, isOpen] of open.entries()) if (isOpen === 1) settle(layout, paid, site);
  return paid;
}

/** What opening a site seems to save: journeys, as far as it has room, less what it costs. */
function savingOf({ firstOfSite, sitePairs, pairDemand, pairCost, persons, capacity, openCost }: Layout, paid: Float64Array, site: number): number {
  let [saving, load] = [0, 0];
  for (let at = firstOfSite[site] as number; at < (firstOfSite[site + 1] as number); at++) {
    const pair = sitePairs[at] as number;
    const demand = pairDemand[pair] as number;
    const saved = (paid[demand] as number) - (pairCost[pair] as number);
    if (saved <= 0) continue;
    saving += saved;
    load += persons[demand] as number;
  }
  return saving * Math.min(1, (capacity[site] as number) / Math.max(1, load)) - (openCost[site] as number);
}

function settle({ firstOfSite, sitePairs, pairDemand, pairCost }: Layout, paid: Float64Array, site: number): void {
  for (let at = firstOfSite[site] as number; at < (firstOfSite[site + 1] as number); at++) {
    const pair = sitePairs[at] as number;
    const demand = pairDemand[pair] as number;
    paid[demand] = Math.min(paid[demand] as number, pairCost[pair] as number);
  }
}

function nearestTo({ sites }: Layout, site: number): Int32Array {
  const { lng, lat } = sites[site] as SiteCandidate;
  const width = Math.cos((lat * Math.PI) / 180);
  const apart = Float64Array.from(sites, (other) => ((other.lng - lng) * width) ** 2 + (other.lat - lat) ** 2);
  const others = [...sites.keys()].filter((other) => other !== site);
  return Int32Array.from(others.sort((a, b) => (apart[a] as number) - (apart[b] as number) || a - b).slice(0, nearSites));
}
