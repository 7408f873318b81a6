import type { Problem } from "../../model/problem.js";
import type { Visit } from "../../model/visit.js";

/** Tells of two visits to one person whether links mean them to be under way at once: together, or in sequence from the start of the first. */
export function meantAtOnce({ links = [] }: Problem): (a: Visit, b: Visit) => boolean {
  const linked = new Map<string, Set<string>>();
  for (const link of links)
    if (link.kind === "together" || (link.kind === "sequence" && link.from === "start"))
      for (const visit of link.visits) linked.set(visit, new Set([...(linked.get(visit) ?? []), ...link.visits]));
  return (a, b) => linked.get(a.id)?.has(b.id) === true;
}
