import { notWanted, stoodFor } from "../model/link.js";
import type { LinkedState } from "./linkedState.js";

/** Visits that are in no route, beside those one of whose alternatives is made; and of these, those that count. */
export function leftOut({ routeOf, model: { compiled } }: Pick<LinkedState, "routeOf" | "model">): {
  readonly left: number[];
  readonly unserved: number[];
} {
  const { links = [], visits } = compiled.problem;
  const made = new Set(visits.flatMap(({ id }, visit) => ((routeOf[visit] as number) >= 0 ? [id] : [])));
  const unwanted = notWanted(links, (id) => made.has(id));
  const others = stoodFor(links, (id) => made.has(id));
  const left = visits.flatMap(({ id }, visit) => (made.has(id) || unwanted.has(id) ? [] : [visit]));
  return { left, unserved: left.filter((visit) => !others.has(visits[visit]?.id ?? "")) };
}
