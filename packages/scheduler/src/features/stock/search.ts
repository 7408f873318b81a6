import type { RouteState } from "../../evaluate/routeState.js";
import type { FeatureSearch, RouteLimit } from "../searchHalf.js";
import { StockInOrder } from "./linkedLimit.js";
import { type StockTable, stockTable } from "./stockTable.js";

/**
 * The goods that a route's visits need are no more than its caregiver and her vehicle can carry together; where neither declares
 * a `stock`, nothing is limited.
 */
class StockLimit implements RouteLimit {
  readonly reason = "STOCK_SHORT";
  private readonly goods: number;
  private readonly needed: Float64Array;
  private readonly carried: Float64Array;
  private readonly load: Float64Array;

  constructor({ goods, needed, carried }: StockTable) {
    this.goods = goods;
    this.needed = needed;
    this.carried = carried;
    this.load = new Float64Array(carried.length);
  }

  hasRoom(route: number, visit: number): boolean {
    const count = this.goods;
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
    const count = this.goods;
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
    const table = stockTable(compiled);
    return table === undefined ? undefined : new StockLimit(table);
  },
  linkedLimit: (compiled) => {
    const table = stockTable(compiled);
    return table === undefined ? undefined : new StockInOrder(table);
  },
};
