import type { Steps } from "../model/steps.js";
import type { Layout } from "./compileSiting.js";

/** What a relaxation is to bound: the people left out, or the cost of leaving out no more than so many. */
export type Bounded = { readonly kind: "unserved" } | { readonly kind: "cost"; readonly unservedMost: number };

const mostRounds = 400;
const patience = 15;
const smallestStep = 0.004;
/** What floating point may have lost, as a share of what was added up. */
const lostShare = 1e-9;

/** The sum of all people who have no candidate within reach. */
export function unreachablePersons({ persons, firstPair }: Layout): number {
  return persons.reduce((sum, each, demand) => sum + (firstPair[demand] === firstPair[demand + 1] ? each : 0), 0);
}

/**
 * A lower bound by Lagrangian relaxation: that everyone is served is not demanded but priced, each site then serves whom it
 * likes, and the prices are raised where nobody, lowered where too many serve (subgradients, step by Held & Karp). Capacities
 * are kept fractionally, least loads each by itself; budgets and the people left out are priced as well.
 *
 * Source: Fisher, "The Lagrangian relaxation method for solving integer programming problems", Management Science 1981;
 * Cornuéjols, Fisher & Nemhauser, "Location of bank accounts to optimize float", Management Science 1977.
 */
export class Relaxation {
  /** No plan is better: whole, rounded up. */
  bound = Number.NEGATIVE_INFINITY;
  private readonly layout: Layout;
  private readonly cost: Float64Array;
  private readonly opening: Float64Array;
  /** What leaving a demand out costs; `Infinity` where it may not be left out. */
  private readonly out: Float64Array;
  private readonly outMost: number;
  private readonly constant: number;
  private readonly price: Float64Array;
  private readonly budgetPrices: Float64Array;
  private outPrice = 0;
  /** How much of each pair, site by site, the relaxed plan uses. */
  private readonly use: Float64Array;
  private readonly value: Float64Array;
  private readonly chosen: Uint8Array;
  private readonly slack: Float64Array;

  constructor(layout: Layout, bounded: Bounded) {
    this.layout = layout;
    const { persons, pairCost, openCost, unservedCost, baseCost, firstPair } = layout;
    const isReached = (demand: number): boolean => firstPair[demand] !== firstPair[demand + 1];
    const counting = bounded.kind === "unserved";
    this.cost = counting ? new Float64Array(pairCost.length) : pairCost;
    this.opening = counting ? new Float64Array(openCost.length) : openCost;
    const unreachable = unreachablePersons(layout);
    const unservedMost = counting ? Number.POSITIVE_INFINITY : bounded.unservedMost;
    const priced = counting ? persons : unservedCost;
    const outOf = (demand: number): number => priced?.[demand] ?? (unservedMost > unreachable ? 0 : Number.POSITIVE_INFINITY);
    this.out = persons.map((_, demand) => (isReached(demand) ? outOf(demand) : 0));
    this.outMost = priced === undefined ? unservedMost - unreachable : Number.POSITIVE_INFINITY;
    this.constant =
      (counting ? unreachable : baseCost) +
      (counting || unservedCost === undefined ? 0 : unservedCost.reduce((sum, each, demand) => sum + (isReached(demand) ? 0 : each), 0));
    this.price = persons.map((each, demand) => (counting ? each / 2 : isReached(demand) ? (pairCost[firstPair[demand] as number] as number) : 0));
    this.budgetPrices = new Float64Array(layout.budgets.length);
    this.use = new Float64Array(pairCost.length);
    this.value = new Float64Array(openCost.length);
    this.chosen = new Uint8Array(openCost.length);
    this.slack = new Float64Array(persons.length);
  }

  /** Raises the bound towards the worth of the best plan known; `look` is shown the sites of relaxed plans. */
  *raise(best: () => number, look: (open: Uint8Array) => void, isOver: () => boolean): Steps<void> {
    let step = 2;
    let idle = 0;
    for (let round = 0; round < mostRounds && step > smallestStep && !isOver(); round++) {
      const value = yield* this.solve();
      const before = this.bound;
      this.take(value);
      if (round % 5 === 0) look(this.chosen);
      if (this.bound >= best()) return;
      if (this.bound > before) idle = 0;
      else if (++idle >= patience) [step, idle] = [step / 2, 0];
      if (!this.move(step * (Math.max(best(), value + 1) - value))) return;
    }
  }

  private take(value: number): void {
    const scale = this.price.reduce((sum, each) => sum + Math.abs(each), Math.abs(this.constant));
    this.bound = Math.max(this.bound, Math.ceil(value - scale * lostShare - 1e-6));
  }

  /** The relaxed plan at the prices that hold: its value. */
  private *solve(): Steps<number> {
    const { layout, price, out, slack, value, outPrice } = this;
    const { persons, firstPair, sites, budgets } = layout;
    let total = this.constant - (this.outMost === Number.POSITIVE_INFINITY ? 0 : outPrice * this.outMost);
    for (let demand = 0; demand < price.length; demand++) {
      slack[demand] = 0;
      if (firstPair[demand] === firstPair[demand + 1]) continue;
      total += price[demand] as number;
      slack[demand] = 1;
      const left = (out[demand] as number) + outPrice * (persons[demand] as number) - (price[demand] as number);
      if (left >= 0) continue;
      total += left;
      slack[demand] = 0;
    }
    for (const [row, { most }] of budgets.entries()) total -= (this.budgetPrices[row] as number) * most;
    for (let site = 0; site < sites.length; site++) {
      let open = (this.opening[site] as number) + this.serve(site);
      for (const [row, { of }] of budgets.entries()) open += (this.budgetPrices[row] as number) * (of[site] as number);
      value[site] = open;
      yield;
    }
    return total + this.choose();
  }

  /** Opens the sites that are worth most, as many as allowed; what they are worth together. */
  private choose(): number {
    const { chosen, value, layout } = this;
    chosen.set(layout.required);
    let count = 0;
    let total = 0;
    for (let site = 0; site < chosen.length; site++) {
      if (chosen[site] === 0) continue;
      count++;
      total += value[site] as number;
    }
    const rest = [...chosen.keys()].filter((site) => chosen[site] === 0).sort((a, b) => (value[a] as number) - (value[b] as number) || a - b);
    for (const site of rest) {
      if (count >= layout.mostSites || (count >= layout.fewestSites && (value[site] as number) >= 0)) break;
      chosen[site] = 1;
      count++;
      total += value[site] as number;
    }
    return total;
  }

  /** What serving is worth to a site at the prices that hold: not more than the true figure; `use` says whom it serves. */
  private serve(site: number): number {
    const { layout, use, cost, price } = this;
    const { firstOfSite, sitePairs, pairDemand, persons, households } = layout;
    const [from, to] = [firstOfSite[site] as number, firstOfSite[site + 1] as number];
    const reduced = (pair: number): number => (cost[pair] as number) - (price[pairDemand[pair] as number] as number);
    let [total, load, homes] = [0, 0, 0];
    for (let at = from; at < to; at++) {
      const pair = sitePairs[at] as number;
      const worth = reduced(pair);
      use[pair] = 0;
      if (worth >= 0) continue;
      use[pair] = 1;
      total += worth;
      load += persons[pairDemand[pair] as number] as number;
      homes += households[pairDemand[pair] as number] as number;
    }
    if (load > (layout.capacity[site] as number)) return this.fillUp(site, persons, layout.capacity[site] as number, (pair) => reduced(pair) < 0);
    const lacksPersons = load < (layout.leastPersons[site] as number);
    const lacksHomes = homes < (layout.leastHouseholds[site] as number);
    if (!lacksPersons && !lacksHomes) return total;
    // each least load by itself: either alone is no more than both together
    return lacksPersons
      ? total + this.fillUp(site, persons, (layout.leastPersons[site] as number) - load, (pair) => reduced(pair) >= 0)
      : total + this.fillUp(site, households, (layout.leastHouseholds[site] as number) - homes, (pair) => reduced(pair) >= 0);
  }

  /** Fills a measure up with the pairs that are best for their size, the last one in part; what they add. */
  private fillUp(site: number, size: Float64Array, measure: number, isOffered: (pair: number) => boolean): number {
    const { firstOfSite, sitePairs, pairDemand } = this.layout;
    const offered: { pair: number; size: number; worth: number }[] = [];
    for (let at = firstOfSite[site] as number; at < (firstOfSite[site + 1] as number); at++) {
      const pair = sitePairs[at] as number;
      if (!isOffered(pair)) continue;
      const demand = pairDemand[pair] as number;
      this.use[pair] = 0;
      if ((size[demand] as number) > 0)
        offered.push({ pair, size: size[demand] as number, worth: (this.cost[pair] as number) - (this.price[demand] as number) });
    }
    offered.sort((a, b) => a.worth / a.size - b.worth / b.size || a.pair - b.pair);
    let total = 0;
    let left = measure;
    for (const { pair, size: own, worth } of offered) {
      if (left <= 0) break;
      const share = Math.min(1, left / own);
      this.use[pair] = share;
      total += share * worth;
      left -= own;
    }
    return total;
  }

  /** Moves the prices along the subgradient; whether there was anywhere to go. */
  private move(length: number): boolean {
    const { layout, chosen, use, slack, price, budgetPrices } = this;
    const { firstOfSite, sitePairs, pairDemand, persons, firstPair, budgets } = layout;
    let outPersons = 0;
    for (let demand = 0; demand < slack.length; demand++)
      if (slack[demand] === 0 && firstPair[demand] !== firstPair[demand + 1]) outPersons += persons[demand] as number;
    for (let site = 0; site < chosen.length; site++) {
      if (chosen[site] === 0) continue;
      for (let at = firstOfSite[site] as number; at < (firstOfSite[site + 1] as number); at++) {
        const pair = sitePairs[at] as number;
        const demand = pairDemand[pair] as number;
        slack[demand] = (slack[demand] as number) - (use[pair] as number);
      }
    }
    // rows of people and of money are measured in parts of what they allow, so that no unit drowns another
    const outScale = Math.max(1, this.outMost);
    const outSlack = this.outMost === Number.POSITIVE_INFINITY ? 0 : pushed((outPersons - this.outMost) / outScale, this.outPrice);
    const scales = budgets.map(({ most }) => Math.max(1, Math.abs(most)));
    const spent = (of: Float64Array): number => of.reduce((sum, fen, site) => sum + (chosen[site] === 1 ? fen : 0), 0);
    const over = budgets.map(({ of, most }, row) => pushed((spent(of) - most) / (scales[row] as number), budgetPrices[row] as number));
    const square = (sum: number, each: number): number => sum + each * each;
    const norm = over.reduce(square, slack.reduce(square, outSlack * outSlack));
    if (norm === 0) return false;
    const step = length / norm;
    for (let demand = 0; demand < price.length; demand++) price[demand] = (price[demand] as number) + step * (slack[demand] as number);
    this.outPrice = Math.max(0, this.outPrice + (step * outSlack) / outScale);
    for (const [row, each] of over.entries())
      budgetPrices[row] = Math.max(0, (budgetPrices[row] as number) + (step * each) / (scales[row] as number));
    return true;
  }
}

/** A slack that can still move the price of what may not be exceeded: a price of nothing goes no lower. */
const pushed = (slack: number, price: number): number => (price === 0 && slack < 0 ? 0 : slack);
