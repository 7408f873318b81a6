import type { RouteState } from "../../evaluate/routeState.js";
import { bedChange, type FreeFrom, freeBeds } from "../../model/bed.js";
import type { Compiled } from "../../model/compiled.js";
import { CarriedTimes, type Times } from "../carriedTimes.js";
import type { FeatureSearch, RouteLimit } from "../searchHalf.js";

/** The beds of one place, and who takes and leaves them: transports by their place in the problem's list. */
interface Ward {
  readonly free: readonly FreeFrom[];
  readonly takers: readonly number[];
  readonly leavers: readonly number[];
}

function wardsOf({ problem }: Compiled): Ward[] {
  const { beds = [], transports = [], horizon } = problem;
  const changes = transports.map((transport) => bedChange(transport, problem));
  const those = (place: string, takes: boolean): number[] =>
    changes.flatMap((change, transport) => (change?.place === place && change.takes === takes ? [transport] : []));
  return beds
    .map((each) => ({ free: freeBeds(each, horizon.from), takers: those(each.place, true), leavers: those(each.place, false) }))
    .filter(({ takers }) => takers.length > 0);
}

/**
 * Never more people in the beds of a place than there are: who is brought takes one when she begins to alight, who is fetched
 * leaves hers when she has boarded. Times are those of the plan, over all routes; no route waits for another to have left a bed:
 * where the shortest timetables of two orders clash, another order or day is taken.
 */
class BedLimit implements RouteLimit {
  readonly reason = "BED_NOT_FREE";
  readonly isLiftedByOthers = true;
  private readonly wards: readonly Ward[];
  private readonly times: CarriedTimes;

  constructor(compiled: Compiled, wards: readonly Ward[]) {
    const tracked = new Set(wards.flatMap(({ takers, leavers }) => [...takers, ...leavers]));
    this.wards = wards;
    this.times = new CarriedTimes(compiled, (transport) => tracked.has(transport));
  }

  admits(state: RouteState, route: number, visit: number, after: number): boolean {
    return !this.times.imagine(state, route, visit, after) || this.hold(this.times.then);
  }

  refresh(state: RouteState, route: number): boolean {
    return !this.times.refresh(state, route) || this.hold(this.times.now);
  }

  private hold(times: Times): boolean {
    return this.wards.every((ward) => holds(ward, times));
  }
}

function holds({ free, takers, leavers }: Ward, { alights, boarded }: Times): boolean {
  const coming: number[] = [];
  const going: number[] = [];
  for (const transport of takers) if (!Number.isNaN(alights[transport])) coming.push(alights[transport] as number);
  for (const transport of leavers) if (!Number.isNaN(boarded[transport])) going.push(boarded[transport] as number);
  coming.sort((a, b) => a - b);
  going.sort((a, b) => a - b);
  let come = 0;
  let gone = 0;
  // nobody is there too many just before somebody comes, nor before fewer beds are free
  const moments = [...coming, ...free.map(({ from }) => from)].sort((a, b) => a - b);
  for (const moment of moments) {
    while (come < coming.length && (coming[come] as number) <= moment) come++;
    while (gone < going.length && (going[gone] as number) <= moment) gone++;
    let count = 0;
    for (const each of free) if (each.from <= moment) count = each.count;
    if (come - gone > count) return false;
  }
  return true;
}

/** Nobody is brought to a bed that is not free. */
export const bedsSearch: FeatureSearch = {
  limit: (compiled) => {
    const wards = wardsOf(compiled);
    return wards.length === 0 ? undefined : new BedLimit(compiled, wards);
  },
};
