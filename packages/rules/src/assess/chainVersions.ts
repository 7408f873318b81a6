import type { CivilDate } from "@eldercare/core";
import type { ParsedOverride } from "../override/parsedOverride.js";
import type { ParsedRule } from "./compiledRule.js";

/** The rules of a chain on a date under its overrides. */
export interface RuleVersions {
  readonly rules: readonly ParsedRule[];
  /** Keys of rules that no longer speak. */
  readonly withdrawn: ReadonlySet<string>;
}

/** The rules of a chain of packs, as its overrides make them. */
export interface ChainVersions {
  /** Parents' before children's, each pack's in its order. */
  readonly overrides: readonly ParsedOverride[];
  /** The rules in force on a date under some of the overrides that hold then: all of them unless said. */
  on(date: CivilDate, wanted?: (by: ParsedOverride) => boolean): RuleVersions;
}

/** The rules that are in force on a date. */
export const rulesInForce = (rules: readonly ParsedRule[], date: CivilDate): readonly ParsedRule[] =>
  rules.filter(({ pack: { inForce } }) => inForce.from <= date && (inForce.to === undefined || date <= inForce.to));

/** The rules of packs that override nothing. */
export const asStated = (rules: readonly ParsedRule[]): ChainVersions => ({
  overrides: [],
  on: (date) => ({ rules: rulesInForce(rules, date), withdrawn: new Set() }),
});
