import type { RouteState } from "../../evaluate/routeState.js";
import type { Compiled } from "../../model/compiled.js";
import { drivenOn } from "../driven.js";
import type { FeatureSearch, RouteLimit } from "../searchHalf.js";

/**
 * The goods that a route's visits need are no more than its caregiver and her vehicle can carry together; where neither declares
 * a `stock`, nothing is limited.
 */
class StockLimit implements RouteLimit {
  readonly reason = "STOCK_SHORT";
  private readonly goods: readonly string[];
  /** Row-major visits × goods. */
  private readonly needed: Float64Array;
  /** Row-major routes × goods. */
  private readonly carried: Float64Array;
  private readonly load: Float64Array;

  constructor({ problem, routeCount, routeCaregiver, routeShift }: Compiled, goods: readonly string[]) {
    this.goods = goods;
    this.needed = Float64Array.from(problem.visits.flatMap((visit) => goods.map((good) => visit.needs?.stock?.[good] ?? 0)));
    this.carried = new Float64Array(routeCount * goods.length);
    this.load = new Float64Array(routeCount * goods.length);
    for (let route = 0; route < routeCount; route++) {
      const caregiver = problem.caregivers[routeCaregiver[route] as number];
      const shift = caregiver?.shifts[routeShift[route] as number];
      const own = caregiver?.stock;
      const onBoard = shift === undefined ? undefined : drivenOn(problem, { shift })?.stock;
      const isLimited = own !== undefined || onBoard !== undefined;
      for (const [column, good] of goods.entries())
        this.carried[route * goods.length + column] = isLimited ? (own?.[good] ?? 0) + (onBoard?.[good] ?? 0) : Number.POSITIVE_INFINITY;
    }
  }

  hasRoom(route: number, visit: number): boolean {
    const count = this.goods.length;
    for (let column = 0; column < count; column++) {
      const needed = this.needed[visit * count + column] as number;
      if (needed > 0 && (this.load[route * count + column] as number) + needed > (this.carried[route * count + column] as number)) return false;
    }
    return true;
  }

  admits(_state: RouteState, route: number, visit: number): boolean {
    return this.hasRoom(route, visit);
  }

  // people bring nothing and use up nothing
  admitsPair(): boolean {
    return true;
  }

  refresh(state: RouteState, route: number): boolean {
    const count = this.goods.length;
    const { compiled, next } = state;
    this.load.fill(0, route * count, (route + 1) * count);
    for (let node = next[compiled.routeStart[route] as number] as number; node !== compiled.routeEnd[route]; node = next[node] as number) {
      if (node >= compiled.visitCount) continue;
      for (let column = 0; column < count; column++)
        this.load[route * count + column] = (this.load[route * count + column] as number) + (this.needed[node * count + column] as number);
    }
    for (let column = 0; column < count; column++)
      if ((this.load[route * count + column] as number) > (this.carried[route * count + column] as number)) return false;
    return true;
  }
}

/** What visits use up is carried from the start of the shift. */
export const stockSearch: FeatureSearch = {
  limit: (compiled) => {
    const { visits, caregivers, vehicles = [] } = compiled.problem;
    const goods = [...new Set(visits.flatMap((visit) => Object.keys(visit.needs?.stock ?? {})))].sort();
    const isLimited = [...caregivers, ...vehicles].some(({ stock }) => stock !== undefined);
    return goods.length > 0 && isLimited ? new StockLimit(compiled, goods) : undefined;
  },
};
