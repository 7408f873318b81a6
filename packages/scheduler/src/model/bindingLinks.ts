import { isFact } from "./facts.js";
import type { Link } from "./link.js";
import type { Problem } from "./problem.js";

/** The links that bind: one of which a part has begun would leave out what can still be made, so it only says what is meant. */
export function bindingLinks({ links = [], visits }: Pick<Problem, "links" | "visits">): readonly Link[] {
  const begun = new Set(visits.flatMap((visit) => (isFact(visit) ? [visit.id] : [])));
  return begun.size === 0 ? links : links.filter((link) => !link.visits.some((id) => begun.has(id)));
}
