import type { RouteState } from "../../evaluate/routeState.js";
import type { Compiled } from "../../model/compiled.js";
import { loadOf } from "../../model/transport.js";
import { holdOf } from "../../model/vehicle.js";
import { drivenOn, roomOn } from "../driven.js";
import type { FeatureSearch, PairAt, RouteLimit } from "../searchHalf.js";

/** Nobody boards a full vehicle: between boarding and alighting each passenger, or what is carried, takes what the transport says. */
class SeatLimit implements RouteLimit {
  readonly reason = "VEHICLE_FULL";
  /** Capacities counted at once: seats, places for wheelchairs, and each kind of goods. */
  private readonly kinds: number;
  /** Row-major transports × kinds. */
  private readonly needed: Int32Array;
  /** Row-major routes × kinds. */
  private readonly room: Float64Array;
  /** What is taken on leaving each node, row-major nodes × kinds. */
  private readonly taken: Float64Array;

  constructor({ problem, nodeCount, routeCount, days }: Compiled) {
    const { transports = [] } = problem;
    const goods = [...new Set(transports.flatMap((transport) => Object.keys(transport.goods ?? {})))];
    const kinds = 2 + goods.length;
    this.kinds = kinds;
    this.needed = Int32Array.from(
      transports.flatMap((transport) => {
        const { seats, wheelchairs } = loadOf(transport);
        return [seats, wheelchairs, ...goods.map((good) => transport.goods?.[good] ?? 0)];
      }),
    );
    this.room = new Float64Array(routeCount * kinds);
    this.taken = new Float64Array(nodeCount * kinds);
    for (const [route, day] of days.entries()) {
      const { seats, wheelchairs } = roomOn(problem, day);
      const vehicle = drivenOn(problem, day);
      this.room.set([seats, wheelchairs, ...goods.map((good) => holdOf(vehicle, good))], route * kinds);
    }
  }

  admits(): boolean {
    return true;
  }

  admitsPair(state: RouteState, route: number, { board, boardAfter, alightAfter }: PairAt): boolean {
    const { visitCount } = state.compiled;
    const { kinds } = this;
    const last = alightAfter === board ? boardAfter : alightAfter;
    for (let node = boardAfter; ; node = state.next[node] as number) {
      for (let kind = 0; kind < kinds; kind++) {
        const needed = this.needed[(board - visitCount) * kinds + kind] as number;
        if (needed > 0 && (this.taken[node * kinds + kind] as number) + needed > (this.room[route * kinds + kind] as number)) return false;
      }
      if (node === last) return true;
    }
  }

  refresh(state: RouteState, route: number): boolean {
    const { compiled, next } = state;
    const { kinds } = this;
    const { visitCount, jobCount, stopCount } = compiled;
    const end = compiled.routeEnd[route] as number;
    let before = compiled.routeStart[route] as number;
    let kept = true;
    this.taken.fill(0, before * kinds, (before + 1) * kinds);
    for (let node = next[before] as number; node !== end; node = next[node] as number) {
      const isTransport = node >= visitCount && node < stopCount;
      const sign = node < jobCount ? 1 : -1;
      const transport = node < jobCount ? node - visitCount : node - jobCount;
      for (let kind = 0; kind < kinds; kind++) {
        const change = isTransport ? sign * (this.needed[transport * kinds + kind] as number) : 0;
        const taken = (this.taken[before * kinds + kind] as number) + change;
        this.taken[node * kinds + kind] = taken;
        if (taken > (this.room[route * kinds + kind] as number)) kept = false;
      }
      before = node;
    }
    return kept;
  }
}

/** Who has a vehicle carries as many as it has seats for, and as many in wheelchairs as it has places for those. */
export const seatsSearch: FeatureSearch = {
  barTransport: (problem) => (transport, day) => {
    const vehicle = drivenOn(problem, day);
    if (vehicle === undefined) return { code: "NO_VEHICLE" };
    const room = roomOn(problem, day);
    const load = loadOf(transport);
    if (load.seats > room.seats) return { code: "SEATS_SHORT", relax: { seats: room.seats } };
    if (load.wheelchairs > room.wheelchairs) return { code: "WHEELCHAIRS_SHORT", relax: { wheelchair: false } };
    const excess = Object.entries(transport.goods ?? {}).filter(([good, count]) => count > holdOf(vehicle, good));
    if (excess.length === 0) return undefined;
    return { code: "HOLD_SHORT", relax: { goods: Object.fromEntries(excess.map(([good]) => [good, holdOf(vehicle, good)])) } };
  },
  limit: (compiled) => (compiled.jobCount > compiled.visitCount ? new SeatLimit(compiled) : undefined),
};
