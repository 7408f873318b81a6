import type { RouteState } from "../../evaluate/routeState.js";
import type { FeatureSearch, RouteLimit } from "../searchHalf.js";
import { StockInOrder } from "./linkedLimit.js";
import { type StockTable, stockTable } from "./stockTable.js";

/**
 * The goods that a route's visits need, or those of all days of a tour, are no more than what its caregivers and their vehicle can
 * carry together; where none of them declares a `stock`, nothing is limited.
 */
class StockLimit implements RouteLimit {
  readonly reason = "STOCK_SHORT";
  private readonly goods: number;
  private readonly needed: Float64Array;
  private readonly carried: Float64Array;
  private readonly loadOf: Int32Array;
  /** What is taken along by each load, and what of it is for each route. */
  private readonly load: Float64Array;
  private readonly share: Float64Array;

  constructor({ goods, needed, carried, loadOf }: StockTable) {
    this.goods = goods;
    this.needed = needed;
    this.carried = carried;
    this.loadOf = loadOf;
    this.load = new Float64Array(carried.length);
    this.share = new Float64Array(loadOf.length * goods);
  }

  hasRoom(route: number, visit: number, gone = -1): boolean {
    const count = this.goods;
    const row = (this.loadOf[route] as number) * count;
    for (let column = 0; column < count; column++) {
      const freed = gone < 0 ? 0 : (this.needed[gone * count + column] as number);
      const needed = (this.needed[visit * count + column] as number) - freed;
      if (needed > 0 && (this.load[row + column] as number) + needed > (this.carried[row + column] as number)) return false;
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
    const count = this.goods;
    const { compiled, next } = state;
    const row = (this.loadOf[route] as number) * count;
    let kept = true;
    for (let column = 0; column < count; column++) {
      let sum = 0;
      for (let node = next[compiled.routeStart[route] as number] as number; node !== compiled.routeEnd[route]; node = next[node] as number)
        if (node < compiled.visitCount) sum += this.needed[node * count + column] as number;
      const share = route * count + column;
      this.load[row + column] = (this.load[row + column] as number) + sum - (this.share[share] as number);
      this.share[share] = sum;
      if ((this.load[row + column] as number) > (this.carried[row + column] as number)) kept = false;
    }
    return kept;
  }
}

/** What visits use up is carried from the start of the shift, or of the tour. */
export const stockSearch: FeatureSearch = {
  limit: (compiled) => {
    const table = stockTable(compiled);
    return table === undefined ? undefined : new StockLimit(table);
  },
  linkedLimit: (compiled) => {
    const table = stockTable(compiled);
    return table === undefined ? undefined : new StockInOrder(table);
  },
};
