import type { Random } from "../improve/random.js";
import { AssignmentLoads } from "./assignmentLoads.js";
import type { Layout } from "./compileSiting.js";

/** How good an assignment is: what is missing weighs before who is unserved, and that before what it costs. */
export interface Worth {
  /** Households and persons that opened sites lack. */
  readonly missing: number;
  readonly unserved: number;
  readonly cost: number;
}

/** Whether one worth is better than another. */
export function isBetter(a: Worth, b: Worth): boolean {
  if (a.missing !== b.missing) return a.missing < b.missing;
  return a.unserved === b.unserved ? a.cost < b.cost : a.unserved < b.unserved;
}

/** Passes of improvement after which an assignment is left as it is. */
const mostPasses = 8;

/**
 * Sends every demand to one of a set of opened sites: each to its cheapest where room allows, those that lose most by
 * waiting first where it does not; then makes room, fills sites that lack people, and improves by moves and exchanges.
 */
export class Assigner extends AssignmentLoads {
  private readonly regrets: Float64Array;
  private readonly order: Int32Array;
  /** Whether room or least loads had a say in the last assignment: where not, nothing is better. */
  isBound = false;
  private random: Random | undefined;

  constructor(layout: Layout) {
    super(layout);
    this.regrets = new Float64Array(layout.demands.length);
    this.order = Int32Array.from(layout.demands.keys());
  }

  /** Assigns everything anew; the result stands in this object. With random numbers, who goes first is a matter of chance as well. */
  assign(open: Uint8Array, random?: Random): Worth {
    this.random = random;
    this.reset(open);
    let bound = this.placeCheapest();
    if (bound) {
      this.reset(open);
      this.placeByRegret();
      this.makeRoom();
    }
    if (this.fill()) bound = true;
    this.isBound = bound;
    if (bound) for (let pass = 0; pass < mostPasses && this.improve(); pass++);
    return this.worth();
  }

  /** Everyone to the cheapest opened site; whether that is more than some site has room for. */
  private placeCheapest(): boolean {
    const { layout } = this;
    let full = false;
    for (let demand = 0; demand < layout.demands.length; demand++) {
      const pair = this.cheapest(demand, false);
      if (pair < 0) continue;
      this.put(demand, pair);
      const site = layout.pairSite[pair] as number;
      if ((this.loadPersons[site] as number) > (layout.capacity[site] as number)) full = true;
    }
    return full;
  }

  private placeByRegret(): void {
    const { regrets, order, layout } = this;
    for (let demand = 0; demand < regrets.length; demand++) regrets[demand] = this.regretOf(demand) * this.luck();
    order.sort((a, b) => (regrets[b] as number) - (regrets[a] as number) || (layout.persons[b] as number) - (layout.persons[a] as number) || a - b);
    for (const demand of order) {
      const pair = this.cheapest(demand, true);
      if (pair >= 0) this.put(demand, pair);
    }
  }

  private luck(): number {
    return this.random === undefined ? 1 : this.random.unit();
  }

  /** What a demand loses, for each of its people, where its cheapest site is full: a number beyond all costs where it then has none. */
  private regretOf(demand: number): number {
    const { firstPair, pairSite, pairCost, persons, unservedCost } = this.layout;
    const left = unservedCost?.[demand] ?? Number.MAX_SAFE_INTEGER;
    let first = -1;
    for (let pair = firstPair[demand] as number; pair < (firstPair[demand + 1] as number); pair++) {
      if (this.open[pairSite[pair] as number] === 0) continue;
      const cost = pairCost[pair] as number;
      if (first < 0) first = cost;
      else return (Math.min(left, cost) - first) / (persons[demand] as number);
    }
    return first < 0 ? -1 : (left - first) / (persons[demand] as number);
  }

  /** Brings in who was left out for want of room by moving one other elsewhere, or by leaving fewer people out instead. */
  private makeRoom(): void {
    const { layout } = this;
    const waiting = [...layout.demands.keys()].filter((demand) => this.pairOf[demand] === -1);
    waiting.sort((a, b) => (layout.persons[b] as number) - (layout.persons[a] as number) || a - b);
    for (const demand of waiting) {
      for (let pair = layout.firstPair[demand] as number; pair < (layout.firstPair[demand + 1] as number); pair++)
        if (this.open[layout.pairSite[pair] as number] === 1 && this.pays(demand, pair) && this.ejectFor(demand, pair)) break;
    }
  }

  private ejectFor(demand: number, pair: number): boolean {
    const { layout } = this;
    const site = layout.pairSite[pair] as number;
    const lacking = (layout.persons[demand] as number) - this.room(site);
    if (lacking <= 0) {
      this.put(demand, pair);
      return true;
    }
    let best = -1;
    let bestTo = -1;
    let bestCost = Number.POSITIVE_INFINITY;
    for (let at = layout.firstOfSite[site] as number; at < (layout.firstOfSite[site + 1] as number); at++) {
      const other = layout.pairDemand[layout.sitePairs[at] as number] as number;
      const from = this.pairOf[other] as number;
      if (from < 0 || layout.pairSite[from] !== site || (layout.persons[other] as number) < lacking) continue;
      for (let to = layout.firstPair[other] as number; to < (layout.firstPair[other + 1] as number); to++) {
        const there = layout.pairSite[to] as number;
        if (there === site || this.open[there] === 0 || this.room(there) < (layout.persons[other] as number)) continue;
        const cost = (layout.pairCost[to] as number) - (layout.pairCost[from] as number);
        if (cost < bestCost) [best, bestTo, bestCost] = [other, to, cost];
        break;
      }
    }
    if (best < 0) return this.replaceFewer(demand, pair, lacking);
    this.put(best, bestTo);
    this.put(demand, pair);
    return true;
  }

  /** Leaves out others who make room, the smallest first, where they are fewer people than those who come in; not where that has a price. */
  private replaceFewer(demand: number, pair: number, lacking: number): boolean {
    const { persons, unservedCost, pairSite } = this.layout;
    if (unservedCost !== undefined) return false;
    const site = pairSite[pair] as number;
    const there = this.servedAt(site).sort((a, b) => (persons[a] as number) - (persons[b] as number) || a - b);
    const leaving: number[] = [];
    let freed = 0;
    for (const other of there) {
      if (freed >= lacking) break;
      leaving.push(other);
      freed += persons[other] as number;
    }
    // the last one may have made the first ones needless
    const needed = leaving.filter((other) => {
      const isNeedless = freed - (persons[other] as number) >= lacking;
      if (isNeedless) freed -= persons[other] as number;
      return !isNeedless;
    });
    if (freed < lacking || freed >= (persons[demand] as number)) return false;
    const missing = this.missingAt(site);
    const before = needed.map((other) => this.pairOf[other] as number);
    for (const other of needed) this.put(other, -1);
    this.put(demand, pair);
    if (this.missingAt(site) <= missing) return true;
    this.put(demand, -1);
    for (const [at, other] of needed.entries()) this.put(other, before[at] as number);
    return false;
  }

  /** Draws people to sites that lack them, the cheapest first; whether any were drawn. */
  private fill(): boolean {
    const { layout } = this;
    let moved = false;
    for (let site = 0; site < layout.sites.length; site++) {
      while (this.open[site] === 1 && this.missingAt(site) > 0) {
        const pair = this.cheapestDraw(site);
        if (pair < 0) break;
        this.put(layout.pairDemand[pair] as number, pair);
        moved = true;
      }
    }
    return moved;
  }

  private cheapestDraw(site: number): number {
    const { layout } = this;
    let best = -1;
    let bestRate = Number.POSITIVE_INFINITY;
    for (let at = layout.firstOfSite[site] as number; at < (layout.firstOfSite[site + 1] as number); at++) {
      const pair = layout.sitePairs[at] as number;
      const demand = layout.pairDemand[pair] as number;
      if (!this.mayMove(demand, pair)) continue;
      const brought = this.missingAt(site) - this.missingWith(site, demand);
      if (brought <= 0) continue;
      const rate = (this.added(demand, pair) / brought) * this.luck();
      if (rate < bestRate) [best, bestRate] = [pair, rate];
    }
    return best;
  }

  /** One pass of moves and exchanges that save; whether any did. */
  private improve(): boolean {
    const { layout } = this;
    let improved = false;
    for (let demand = 0; demand < layout.demands.length; demand++) {
      for (let pair = layout.firstPair[demand] as number; pair < (layout.firstPair[demand + 1] as number); pair++) {
        const now = this.pairOf[demand] as number;
        if (pair === now || (now >= 0 && (layout.pairCost[pair] as number) >= (layout.pairCost[now] as number))) break;
        const site = layout.pairSite[pair] as number;
        if (this.open[site] === 0) continue;
        if (this.mayMove(demand, pair) && (now >= 0 || this.pays(demand, pair))) {
          this.put(demand, pair);
          improved = true;
          break;
        }
        if (now >= 0 && this.exchange(demand, pair)) {
          improved = true;
          break;
        }
      }
    }
    return improved;
  }

  /** Exchanges a demand with one at the site that it would rather go to, where the two together save. */
  private exchange(demand: number, pair: number): boolean {
    const { layout } = this;
    const from = this.pairOf[demand] as number;
    const [here, there] = [layout.pairSite[from] as number, layout.pairSite[pair] as number];
    const saved = (layout.pairCost[from] as number) - (layout.pairCost[pair] as number);
    for (let at = layout.firstOfSite[there] as number; at < (layout.firstOfSite[there + 1] as number); at++) {
      const other = layout.pairDemand[layout.sitePairs[at] as number] as number;
      const otherFrom = this.pairOf[other] as number;
      if (otherFrom < 0 || layout.pairSite[otherFrom] !== there) continue;
      const otherTo = this.pairBetween(other, here);
      if (otherTo < 0 || (layout.pairCost[otherTo] as number) - (layout.pairCost[otherFrom] as number) >= saved) continue;
      const before = this.missingAt(here) + this.missingAt(there);
      this.put(demand, pair);
      this.put(other, otherTo);
      const holds = this.room(here) >= 0 && this.room(there) >= 0 && this.missingAt(here) + this.missingAt(there) <= before;
      if (holds) return true;
      this.put(demand, from);
      this.put(other, otherFrom);
    }
    return false;
  }
}
