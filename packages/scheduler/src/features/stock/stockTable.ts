import type { Compiled } from "../../model/compiled.js";
import { drivenOn } from "../driven.js";

/** What visits use up and what is carried, by kind of goods. Routes share a load where they are days of one tour; each other has its own. */
export interface StockTable {
  readonly goods: number;
  /** Row-major visits × goods. */
  readonly needed: Float64Array;
  /** Number of each route's load. */
  readonly loadOf: Int32Array;
  /** Row-major loads × goods; infinite where neither a caregiver nor the vehicle declares a `stock`. */
  readonly carried: Float64Array;
}

/** Reads the goods off a compiled problem; undefined where none could run short. */
export function stockTable({ problem, days }: Compiled): StockTable | undefined {
  const { visits, caregivers, vehicles = [] } = problem;
  const goods = [...new Set(visits.flatMap((visit) => Object.keys(visit.needs?.stock ?? {})))].sort();
  const isLimited = [...caregivers, ...vehicles].some(({ stock }) => stock !== undefined);
  if (goods.length === 0 || !isLimited) return undefined;
  const loads = new Map<unknown, number>();
  const loadOf = new Int32Array(days.length);
  const carried: number[] = [];
  for (const [route, day] of days.entries()) {
    const key = day.tour ?? day;
    const known = loads.get(key);
    loadOf[route] = known ?? loads.size;
    if (known !== undefined) continue;
    loads.set(key, loads.size);
    const declared = [...day.crew, drivenOn(problem, day)].flatMap((carrier) => (carrier?.stock === undefined ? [] : [carrier.stock]));
    for (const good of goods)
      carried.push(declared.length === 0 ? Number.POSITIVE_INFINITY : declared.reduce((sum, stock) => sum + (stock[good] ?? 0), 0));
  }
  const needed = Float64Array.from(visits.flatMap((visit) => goods.map((good) => visit.needs?.stock?.[good] ?? 0)));
  return { goods: goods.length, needed, loadOf, carried: Float64Array.from(carried) };
}
