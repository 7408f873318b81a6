import type { Issue } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import type { Pack } from "./pack.js";

/** How many packs may stand on one another: country, province, prefecture, county, and as many again. */
const mostGenerations = 32;

/**
 * A pack with all that it stands on, parents first, each once.
 *
 * Issues are reported for parents that were not given and for packs that extend one another in a circle.
 */
export function chainOf(pack: Pack, packs: ReadonlyMap<string, Pack>, issues: Issue[]): Pack[] {
  const chain: Pack[] = [];
  const path: string[] = [];
  const visit = (current: Pack): void => {
    if (chain.includes(current)) return;
    if (path.length >= mostGenerations) {
      issues.push(reportRules("PACK_TOO_LARGE", "/extends", { seen: path.length, values: { what: "extends", most: String(mostGenerations) } }));
      return;
    }
    if (path.includes(current.id)) {
      issues.push(reportRules("PACK_CIRCLE", "/extends", { values: { path: [...path, current.id].join(" → ") } }));
      return;
    }
    path.push(current.id);
    for (const [index, parent] of current.extends.entries()) {
      const found = packs.get(parent);
      if (found === undefined) issues.push(reportRules("PACK_NOT_FOUND", `/extends/${index}`, { seen: parent }));
      else visit(found);
    }
    path.pop();
    chain.push(current);
  };
  visit(pack);
  return chain;
}
