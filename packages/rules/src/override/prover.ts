import type { Issue } from "@eldercare/core";
import type { ChainVersions } from "../assess/chainVersions.js";
import type { ParsedRule } from "../assess/compiledRule.js";
import type { Context } from "../assess/context.js";
import type { ChainMeaning } from "../pack/meaning.js";
import type { Pack } from "../pack/pack.js";
import type { ParsedOverride } from "./parsedOverride.js";

/** A finding about an override, with the rules concerned. */
export interface OverrideIssue extends Issue {
  /** Keys `<pack>/<rule>` of the rules concerned. */
  readonly rules: readonly string[];
}

/** What it takes to read overrides: engines of packs that override nothing do without it. */
export interface OverrideReading {
  /** What a pack makes of the rules and parameters of the packs above it; what does not exist is reported. */
  parse(pack: Pack, above: readonly Pack[], rules: readonly ParsedRule[], meaning: ChainMeaning): readonly ParsedOverride[];
  versions(rules: readonly ParsedRule[], overrides: readonly ParsedOverride[], meaning: ChainMeaning): ChainVersions;
  /** What is wrong with how the overrides of a chain of packs meet in the pack at its end. */
  checkMeetings(pack: Pack, overrides: readonly ParsedOverride[]): readonly Issue[];
  /** Overrides of one thing by two packs of one area of which neither stands on the other. */
  checkNeighbours(
    packs: readonly { readonly pack: Pack; readonly chain: readonly Pack[] }[],
  ): readonly { readonly pack: Pack; readonly issue: Issue }[];
}

/**
 * Checks what the overrides of a pack claim, and that no floor above it is narrowed: `proveOverrides` of
 * `@eldercare/rules/analyse`. Errors are what is not so; warnings what could not be proven.
 */
export interface OverrideProver {
  (jurisdiction: Context): readonly OverrideIssue[];
  /** How the overrides are read that it checks. */
  readonly reading: OverrideReading;
}
