import type { Worth } from "./assigner.js";
import type { Layout } from "./compileSiting.js";

/** Who goes where, and what that loads on each site: the books of an assignment. */
export class AssignmentLoads {
  /** The pair by which each demand is served; −1 where it is not. */
  readonly pairOf: Int32Array;
  readonly loadPersons: Float64Array;
  readonly loadHouseholds: Float64Array;
  protected readonly layout: Layout;
  protected open: Uint8Array;

  constructor(layout: Layout) {
    this.layout = layout;
    this.pairOf = new Int32Array(layout.demands.length).fill(-1);
    this.loadPersons = new Float64Array(layout.sites.length);
    this.loadHouseholds = new Float64Array(layout.sites.length);
    this.open = new Uint8Array(layout.sites.length);
  }

  /** Nobody is served, by these sites. */
  reset(open: Uint8Array): void {
    this.open = open;
    this.pairOf.fill(-1);
    this.loadPersons.fill(0);
    this.loadHouseholds.fill(0);
  }

  private load(pair: number, sign: number): void {
    if (pair < 0) return;
    const demand = this.layout.pairDemand[pair] as number;
    const site = this.layout.pairSite[pair] as number;
    this.loadPersons[site] = (this.loadPersons[site] as number) + sign * (this.layout.persons[demand] as number);
    this.loadHouseholds[site] = (this.loadHouseholds[site] as number) + sign * (this.layout.households[demand] as number);
  }

  /** Serves a demand by a pair, or not at all (−1). */
  put(demand: number, pair: number): void {
    this.load(this.pairOf[demand] as number, -1);
    this.pairOf[demand] = pair;
    this.load(pair, 1);
  }

  protected room(site: number): number {
    return (this.layout.capacity[site] as number) - (this.loadPersons[site] as number);
  }

  /** The demands that a site serves. */
  protected servedAt(site: number): number[] {
    const { firstOfSite, sitePairs, pairDemand, pairSite } = this.layout;
    const served: number[] = [];
    for (let at = firstOfSite[site] as number; at < (firstOfSite[site + 1] as number); at++) {
      const demand = pairDemand[sitePairs[at] as number] as number;
      const pair = this.pairOf[demand] as number;
      if (pair >= 0 && pairSite[pair] === site) served.push(demand);
    }
    return served;
  }

  protected missingAt(site: number, persons = 0, households = 0): number {
    const { leastPersons, leastHouseholds } = this.layout;
    return (
      Math.max(0, (leastPersons[site] as number) - (this.loadPersons[site] as number) - persons) +
      Math.max(0, (leastHouseholds[site] as number) - (this.loadHouseholds[site] as number) - households)
    );
  }

  protected missingWith(site: number, demand: number, sign = 1): number {
    return this.missingAt(site, sign * (this.layout.persons[demand] as number), sign * (this.layout.households[demand] as number));
  }

  /** Whether serving a demand by a pair costs no more than leaving it out. */
  protected pays(demand: number, pair: number): boolean {
    const { unservedCost, pairCost } = this.layout;
    return unservedCost === undefined || (pairCost[pair] as number) <= (unservedCost[demand] as number);
  }

  /** What moving a demand to a pair adds to the cost. */
  protected added(demand: number, pair: number): number {
    const { pairCost, unservedCost } = this.layout;
    const now = this.pairOf[demand] as number;
    return (pairCost[pair] as number) - (now >= 0 ? (pairCost[now] as number) : (unservedCost?.[demand] ?? 0));
  }

  /** Whether a demand may move to a pair: there is room, and the site that it leaves has enough people without it. */
  protected mayMove(demand: number, pair: number): boolean {
    const { pairSite, persons } = this.layout;
    const site = pairSite[pair] as number;
    const now = this.pairOf[demand] as number;
    if (this.open[site] === 0 || now === pair || this.room(site) < (persons[demand] as number)) return false;
    if (now < 0) return true;
    const left = pairSite[now] as number;
    return this.missingWith(left, demand, -1) <= this.missingAt(left);
  }

  /** The cheapest pair of a demand with an opened site, where asked with room for it; −1 where there is none, or leaving out costs less. */
  protected cheapest(demand: number, withRoom: boolean): number {
    const { firstPair, pairSite, persons } = this.layout;
    for (let pair = firstPair[demand] as number; pair < (firstPair[demand + 1] as number); pair++) {
      const site = pairSite[pair] as number;
      if (this.open[site] === 0 || (withRoom && this.room(site) < (persons[demand] as number))) continue;
      return this.pays(demand, pair) ? pair : -1;
    }
    return -1;
  }

  /** The pair of a demand and a site; −1 where they are out of reach of each other. */
  protected pairBetween(demand: number, site: number): number {
    const { firstPair, pairSite } = this.layout;
    for (let pair = firstPair[demand] as number; pair < (firstPair[demand + 1] as number); pair++) if (pairSite[pair] === site) return pair;
    return -1;
  }

  /** Whether everyone goes to an opened site that has room. */
  holds(): boolean {
    const { pairSite, sites } = this.layout;
    return this.pairOf.every((pair) => pair < 0 || this.open[pairSite[pair] as number] === 1) && sites.every((_, site) => this.room(site) >= 0);
  }

  /** What the assignment is worth, in whole numbers added up anew. */
  worth(): Worth {
    const { persons, pairCost, unservedCost, openCost, baseCost } = this.layout;
    let [missing, unserved, cost] = [0, 0, baseCost];
    for (let site = 0; site < this.open.length; site++) {
      if (this.open[site] === 0) continue;
      missing += this.missingAt(site);
      cost += openCost[site] as number;
    }
    for (let demand = 0; demand < persons.length; demand++) {
      const pair = this.pairOf[demand] as number;
      if (pair >= 0) cost += pairCost[pair] as number;
      else if (unservedCost === undefined) unserved += persons[demand] as number;
      else cost += unservedCost[demand] as number;
    }
    return { missing, unserved, cost };
  }
}
