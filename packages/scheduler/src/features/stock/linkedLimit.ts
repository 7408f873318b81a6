import type { LinkedState } from "../../linked/linkedState.js";
import type { LinkedLimit } from "../searchHalf.js";
import type { StockTable } from "./stockTable.js";

/** The goods that a route's visits need are no more than is carried on it. */
export class StockInOrder implements LinkedLimit {
  readonly reason = "STOCK_SHORT";
  private readonly table: StockTable;

  constructor(table: StockTable) {
    this.table = table;
  }

  keeps({ next, visitCount, model }: LinkedState, route: number): boolean {
    const { goods, needed, carried } = this.table;
    const begin = model.compiled.routeStart[route] as number;
    for (let column = 0; column < goods; column++) {
      let left = carried[route * goods + column] as number;
      for (let visit = next[begin] as number; visit < visitCount; visit = next[visit] as number) left -= needed[visit * goods + column] as number;
      if (left < 0) return false;
    }
    return true;
  }
}
