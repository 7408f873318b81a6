import type { CivilDate } from "@eldercare/core";
import type { Context } from "../../assess/context.js";
import type { OverrideVerb } from "../../pack/pack.js";
import type { ParsedOverride } from "../parsedOverride.js";
import { periodOf } from "../periodOf.js";
import { targetOf, verbsOf, wordVerbs } from "../verbs.js";
import { readsOverridden } from "../versions.js";
import { Comparison, type Difference, differenceWords } from "./comparison.js";
import { type OverrideFinding, shownBy, undecided } from "./overrideFinding.js";
import type { Stages } from "./stages.js";

/** What nobody may show of an override that says what it does: all that is not named must stay as it was. */
function excludedBy(verbs: readonly OverrideVerb[]): readonly Difference[] {
  if (verbs.includes("replace") || verbs.includes("withdraw")) return [];
  const admission: readonly Difference[] = verbs.includes("widen") ? ["loses"] : verbs.includes("narrow") ? ["gains"] : ["loses", "gains"];
  return [...admission, verbs.includes("raise") ? "getsLess" : "getsOther"];
}

/** The rules that an override concerns on a date. */
function concernedBy(by: ParsedOverride, stages: Stages, place: number): string[] {
  if (by.override.rule !== undefined) return stages.rules(place).has(by.override.rule) ? [by.override.rule] : [];
  return [...stages.rules(place)].flatMap(([key, rule]) => (readsOverridden(rule, by) ? [key] : []));
}

/** What is found of one override under one rule on one date: the first difference that it excludes, or what could not be decided. */
function findingOf(context: Context, by: ParsedOverride, key: string, stages: Stages, place: number): OverrideFinding | undefined {
  const before = stages.rules(place).get(key);
  if (before === undefined) return undefined;
  const at = { pointer: `/overrides/${by.index}`, rule: key, on: stages.on };
  const does = wordVerbs(by.override);
  const comparison = new Comparison(context, before, stages.parameters(place), stages.stage(key, place + 1), stages.on, false);
  if (comparison.isSame) return undefined;
  let open: OverrideFinding | undefined;
  for (const difference of excludedBy(verbsOf(by.override))) {
    const found = comparison.find(difference);
    if (found.kind === "found") return shownBy("OVERRIDE_NOT_SO", at, found.witness, differenceWords[difference], does);
    if (found.kind === "undecided") open ??= undecided("OVERRIDE_UNDECIDED", at, found.because, does);
  }
  return open;
}

/**
 * Whether an override does what it says, on every day on which anything changes while it holds.
 *
 * @param days the days to look at, with the overrides that hold on each
 * @returns what is not so, one finding a rule; else what could not be decided, one a rule
 */
export function claimFindings(context: Context, by: ParsedOverride, days: readonly Stages[]): OverrideFinding[] {
  const found = new Map<string, OverrideFinding>();
  let concerned = 0;
  for (const stages of days) {
    const place = stages.overrides.indexOf(by);
    if (place < 0) continue;
    for (const key of concernedBy(by, stages, place)) {
      concerned += 1;
      const known = found.get(key);
      if (known?.severity === "error") continue;
      const finding = findingOf(context, by, key, stages, place);
      if (finding !== undefined && (known === undefined || finding.severity === "error")) found.set(key, finding);
    }
  }
  if (concerned === 0 && by.override.parameter !== undefined && excludedBy(verbsOf(by.override)).length > 0) return [unread(by)];
  return [...found.values()];
}

/** A parameter that no rule above reads: what its value does nobody can tell. */
function unread(by: ParsedOverride): OverrideFinding {
  const on: CivilDate = periodOf(by.pack, by.override).from;
  return undecided("OVERRIDE_UNDECIDED", { pointer: `/overrides/${by.index}`, rule: targetOf(by.override), on }, ["unread"], wordVerbs(by.override));
}
