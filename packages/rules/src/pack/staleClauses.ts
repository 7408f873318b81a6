import type { CivilDate, Issue } from "@eldercare/core";
import type { Pack } from "./pack.js";
import { staleSources } from "./staleSources.js";

/** The clauses of some packs whose source was not checked for too long, each with the warning about the source. */
export function staleClauses(chain: readonly Pack[], on: CivilDate, months: number): ReadonlyMap<string, Issue> {
  return new Map(staleSources(chain, on, months).flatMap(({ clauses, warning }) => clauses.map((clause) => [clause, warning] as const)));
}
