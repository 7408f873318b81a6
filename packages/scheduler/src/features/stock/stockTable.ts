import type { Compiled } from "../../model/compiled.js";
import { drivenOn } from "../driven.js";

/** What visits use up and what is carried on each route, by kind of goods. */
export interface StockTable {
  readonly goods: number;
  /** Row-major visits × goods. */
  readonly needed: Float64Array;
  /** Row-major routes × goods; infinite where neither the caregiver nor her vehicle declares a `stock`. */
  readonly carried: Float64Array;
}

/** Reads the goods off a compiled problem; undefined where none could run short. */
export function stockTable({ problem, routeCount, routeCaregiver, routeShift }: Compiled): StockTable | undefined {
  const { visits, caregivers, vehicles = [] } = problem;
  const goods = [...new Set(visits.flatMap((visit) => Object.keys(visit.needs?.stock ?? {})))].sort();
  const isLimited = [...caregivers, ...vehicles].some(({ stock }) => stock !== undefined);
  if (goods.length === 0 || !isLimited) return undefined;
  const carried = new Float64Array(routeCount * goods.length);
  for (let route = 0; route < routeCount; route++) {
    const caregiver = caregivers[routeCaregiver[route] as number];
    const shift = caregiver?.shifts[routeShift[route] as number];
    const own = caregiver?.stock;
    const onBoard = shift === undefined ? undefined : drivenOn(problem, { shift })?.stock;
    for (const [column, good] of goods.entries())
      carried[route * goods.length + column] =
        own === undefined && onBoard === undefined ? Number.POSITIVE_INFINITY : (own?.[good] ?? 0) + (onBoard?.[good] ?? 0);
  }
  const needed = Float64Array.from(visits.flatMap((visit) => goods.map((good) => visit.needs?.stock?.[good] ?? 0)));
  return { goods: goods.length, needed, carried };
}
