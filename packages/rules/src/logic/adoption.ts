import type { Area } from "@eldercare/core";
import type { Leaf } from "./node.js";
import { areasAround, type Scope } from "./scope.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "./value.js";

/** Whether a clause holds where the record stands, and whose decision is not known. */
export interface Adoption {
  readonly truth: Truth;
  readonly unknown: readonly Leaf[];
}

/** Tiers whose silence leaves the question open, by the digits of their codes; those above need not be in the register. */
const tiers: Readonly<Record<number, { readonly zh: string; readonly en: string }>> = {
  6: { zh: "县", en: "county" },
  9: { zh: "乡镇", en: "township" },
  12: { zh: "村", en: "village" },
};

const areaSubjects = new Set(["village", "township", "area"]);

/**
 * Whether an area on the way up from the record `adopts` one of the clauses, which only offer (鼓励、有条件的地方). It is
 * known not to hold only where county, township and village, as far down as the record stands, have all said what they adopt.
 */
export function adoptionOf(clauses: readonly string[], scope: Scope): Adoption {
  const code = scope.area;
  const own = areaSubjects.has(scope.subject) ? (scope.record as Partial<Area>) : undefined;
  const adoptsOf = (area: string): readonly string[] | undefined =>
    (own !== undefined && area === code ? own.adopts : undefined) ?? scope.index.areas.get(area)?.adopts;
  const around = code === undefined ? [] : areasAround(code);
  if ([own?.adopts, ...around.map(adoptsOf)].some((adopts) => clauses.some((clause) => adopts?.includes(clause))))
    return { truth: TRUE, unknown: [] };
  const deepest = own === undefined || code === undefined ? 12 : code.length;
  const unknown = Object.entries(tiers).flatMap(([digits, words]) => {
    if (Number(digits) > deepest) return [];
    const said = around.some((area) => area.length === Number(digits) && adoptsOf(area) !== undefined);
    return said ? [] : [adoptionLeaf(words, clauses)];
  });
  const answers = unknown.map((leaf) => scope.supposed?.get(leaf.key));
  const truth = answers.includes(true) ? TRUE : answers.every((answer) => answer === false) ? FALSE : UNKNOWN;
  return { truth, unknown };
}

const adoptionLeaf = (tier: { readonly zh: string; readonly en: string }, clauses: readonly string[]): Leaf => ({
  key: `/${tier.en}/adopts/${clauses.join("+")}`,
  pointer: `/${tier.en}/adopts`,
  title: { zh: `${tier.zh}是否已决定实施该条`, en: `whether the ${tier.en} has decided to apply the clause` },
  type: { kind: "boolean" },
  nullable: false,
});
