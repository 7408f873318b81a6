import type { Compiled } from "../model/compiled.js";
import type { RouteState } from "./routeState.js";

/** Most ways of spending the nights of a tour that are all looked at; of a tour with more, one night at a time is changed. */
const mostWays = 64;

/** All lists of so many places; undefined where there are too many to look at. */
function allWays(places: Int32Array, nights: number): Int32Array[] | undefined {
  if (places.length ** nights > mostWays) return undefined;
  let ways: number[][] = [[]];
  for (let night = 0; night < nights; night++) ways = ways.flatMap((way) => Array.from(places, (place) => [...way, place]));
  return ways.map((way) => Int32Array.from(way));
}

/** Where tours spend their nights: which ways there are, and the cheapest for the order at hand. */
export class Nights {
  private readonly state: RouteState;
  /** For each tour all ways of spending its nights, where these are not too many. */
  private readonly ways: readonly (readonly Int32Array[] | undefined)[];

  constructor(state: RouteState) {
    const { tourRoutes, tourLodgings } = state.compiled;
    this.state = state;
    this.ways = tourRoutes.map((routes, tour) => allWays(tourLodgings[tour] as Int32Array, routes.length - 1));
  }

  /** Whether a tour has nights to be chosen at all. */
  hasChoice(tour: number): boolean {
    const { tourRoutes, tourLodgings } = this.state.compiled;
    return (tourRoutes[tour] as Int32Array).length > 1 && (tourLodgings[tour] as Int32Array).length > 1;
  }

  /** Where a tour spends its nights as it stands. */
  read(tour: number): Int32Array {
    return (this.state.compiled.tourRoutes[tour] as Int32Array).slice(0, -1).map((route) => this.state.nightAfter(route));
  }

  /** Lets a tour spend its nights so; false where it cannot be kept. */
  spend(tour: number, way: Int32Array): boolean {
    const routes = this.state.compiled.tourRoutes[tour] as Int32Array;
    for (const [night, place] of way.entries()) this.state.spendNight(routes[night] as number, place);
    return this.state.refresh(routes[0] as number);
  }

  /** Ways to try for a tour that makes no stop yet and is to make its first on a day: all, or those with one place before and one after it. */
  waysThrough(tour: number, route: number): readonly Int32Array[] {
    const known = this.ways[tour];
    if (known !== undefined) return known;
    const { tourRoutes, tourLodgings } = this.state.compiled;
    const day = (tourRoutes[tour] as Int32Array).indexOf(route);
    const nights = (tourRoutes[tour] as Int32Array).length - 1;
    const places = Array.from(tourLodgings[tour] as Int32Array);
    return places.flatMap((before) => places.map((after) => Int32Array.from({ length: nights }, (_, night) => (night < day ? before : after))));
  }

  /**
   * Spends the nights of a tour where the order at hand costs least: of all ways that can be kept the cheapest, timed exactly. Where
   * there are too many ways, one night after another is moved until no such change is cheaper.
   *
   * @returns false where no way can be kept; the shortest is then taken
   */
  settle(tour: number): boolean {
    if (!this.hasChoice(tour) || this.state.isDormant((this.state.compiled.tourRoutes[tour] as Int32Array)[0] as number)) return true;
    const known = this.ways[tour];
    if (known !== undefined) return this.takeBest(tour, known);
    for (;;) {
      const before = this.read(tour);
      const kept = this.takeBest(tour, this.neighboursOf(tour, before));
      if (this.read(tour).every((place, night) => place === before[night])) return kept;
    }
  }

  private neighboursOf(tour: number, way: Int32Array): Int32Array[] {
    const places = this.state.compiled.tourLodgings[tour] as Int32Array;
    return Array.from(way.keys()).flatMap((changed) => Array.from(places, (place) => way.map((known, night) => (night === changed ? place : known))));
  }

  private takeBest(tour: number, ways: readonly Int32Array[]): boolean {
    const { state } = this;
    const { compiled } = state;
    const routes = compiled.tourRoutes[tour] as Int32Array;
    const now = this.read(tour);
    const priceOf = (way: Int32Array): number => {
      let waiting = 0;
      for (const route of routes) waiting += state.waitingOn[route] as number;
      return this.travelOf(tour, way) * compiled.travelSecondCost + waiting * compiled.waitingSecondCost;
    };
    let best = now;
    let least = state.refresh(routes[0] as number) ? priceOf(now) : Number.POSITIVE_INFINITY;
    const sorted = ways.map((way) => ({ way, least: this.travelOf(tour, way) * compiled.travelSecondCost })).sort((a, b) => a.least - b.least);
    let spent = now;
    for (const { way, least: bound } of sorted) {
      // waiting only adds to the price of the road, so that the rest is no cheaper
      if (bound >= least) break;
      spent = way;
      if (!this.spend(tour, way)) continue;
      const price = priceOf(way);
      if (price >= least) continue;
      best = way;
      least = price;
    }
    if (least < Number.POSITIVE_INFINITY) return spent === best || this.spend(tour, best);
    this.spend(tour, sorted[0]?.way ?? now);
    return false;
  }

  /** Seconds on the road that depend on where the nights of a tour are spent. */
  private travelOf(tour: number, way: Int32Array): number {
    const { where, ahead, prev, stopsOn, compiled } = this.state;
    const { placeCount, routeStart, routeEnd, routeTravel } = compiled;
    const routes = compiled.tourRoutes[tour] as Int32Array;
    let seconds = 0;
    for (const [day, route] of routes.entries()) {
      const [start, end] = [routeStart[route] as number, routeEnd[route] as number];
      const travel = routeTravel[route] as Int32Array;
      const from = (day === 0 ? where[start] : way[day - 1]) as number;
      const to = (day === way.length ? where[end] : way[day]) as number;
      seconds +=
        stopsOn[route] === 0
          ? (travel[from * placeCount + to] as number)
          : (travel[from * placeCount + (ahead[start] as number)] as number) +
            (travel[(where[prev[end] as number] as number) * placeCount + to] as number);
    }
    return seconds;
  }
}

/** Spends the nights of every tour where the order at hand costs least; false where some tour cannot be kept. */
export function settleNights(state: RouteState, nights = new Nights(state)): boolean {
  let kept = true;
  for (const [tour] of state.compiled.tourRoutes.entries()) if (!nights.settle(tour)) kept = false;
  return kept;
}

/** The tours of a compiled problem that have nights to choose. */
export const hasNights = ({ tourRoutes, tourLodgings }: Pick<Compiled, "tourRoutes" | "tourLodgings">): boolean =>
  tourRoutes.some((routes, tour) => routes.length > 1 && (tourLodgings[tour] as Int32Array).length > 1);
