import { isFact } from "./facts.js";
import { type Link, notWanted } from "./link.js";
import type { Pattern } from "./pattern.js";
import type { Problem } from "./problem.js";

type Visits = Pick<Problem, "visits">;

const begunIn = ({ visits }: Visits): ReadonlySet<string> => new Set(visits.flatMap((visit) => (isFact(visit) ? [visit.id] : [])));

/** The links that bind: one of which a part has begun would leave out what can still be made, so it only says what is meant. */
export function bindingLinks({ links = [], visits }: Pick<Problem, "links"> & Visits): readonly Link[] {
  const begun = begunIn({ visits });
  return begun.size === 0 ? links : links.filter((link) => !link.visits.some((id) => begun.has(id)));
}

/** The patterns that bind, each with what has not begun of it, where that is two visits at least. */
export function bindingPatterns({ patterns = [], visits }: Pick<Problem, "patterns"> & Visits): readonly Pattern[] {
  const begun = begunIn({ visits });
  if (begun.size === 0) return patterns;
  return patterns
    .map((pattern) => ({ ...pattern, visits: pattern.visits.filter((id) => !begun.has(id)) }))
    .filter(({ visits: rest }) => rest.length > 1);
}

/** Visits that are not wanted any more because one of their alternatives has begun. */
export function standInsHaveBegun({ links = [], visits }: Pick<Problem, "links"> & Visits): ReadonlySet<string> {
  const begun = begunIn({ visits });
  return notWanted(links, (id) => begun.has(id));
}
