import type { Area } from "@eldercare/core";
import type { Join, Leaf } from "./node.js";
import type { Scope } from "./scope.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "./value.js";

/** Whether a clause holds where the record stands, and whose decision is not known. */
export interface Adoption {
  readonly truth: Truth;
  readonly unknown: readonly Leaf[];
}

const tiers: readonly Join[] = ["county", "township", "village"];

/**
 * Whether an area on the way up from the record `adopts` a clause that only offers (鼓励、有条件的地方). It is known not to
 * hold only where county, township and village have all said what they adopt.
 */
export function adoptionOf(clause: string, scope: Scope): Adoption {
  const unknown: Leaf[] = [];
  const self =
    scope.subject === "village" || scope.subject === "township" || scope.subject === "area" ? (scope.record as unknown as Area) : undefined;
  const records = new Map<string, Area | undefined>(tiers.map((join) => [join, scope.joined(join) as unknown as Area | undefined]));
  for (const [tier, area] of records) {
    // an area has no tiers below itself to ask
    if (area === undefined && self !== undefined && digits(tier) > self.code.length) continue;
    const adopts = area?.code === self?.code && self !== undefined ? self.adopts : area?.adopts;
    if (adopts?.includes(clause)) return { truth: TRUE, unknown: [] };
    if (adopts === undefined) unknown.push(adoptionLeaf(tier, clause));
  }
  const answers = unknown.map((leaf) => scope.supposed?.get(leaf.key));
  const truth = answers.includes(true) ? TRUE : answers.every((answer) => answer === false) ? FALSE : UNKNOWN;
  return { truth, unknown };
}

const digits = (tier: string): number => (tier === "county" ? 6 : tier === "township" ? 9 : 12);

const adoptionLeaf = (tier: string, clause: string): Leaf => ({
  key: `/${tier}/adopts/${clause}`,
  pointer: `/${tier}/adopts`,
  title: {
    zh: `${tier === "county" ? "县" : tier === "township" ? "乡镇" : "村"}是否已决定实施该条`,
    en: `whether the ${tier} has decided to apply the clause`,
  },
  type: { kind: "boolean" },
  nullable: false,
});
