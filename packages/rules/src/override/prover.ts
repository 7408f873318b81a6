import type { Issue } from "@eldercare/core";
import type { Context } from "../assess/context.js";

/** A finding about an override, with the rules concerned. */
export interface OverrideIssue extends Issue {
  /** Keys `<pack>/<rule>` of the rules concerned. */
  readonly rules: readonly string[];
}

/**
 * Checks what the overrides of a pack claim, and that no floor above it is narrowed: `proveOverrides` of
 * `@eldercare/rules/analyse`. Errors are what is not so; warnings what could not be proven.
 */
export type OverrideProver = (jurisdiction: Context) => readonly OverrideIssue[];
