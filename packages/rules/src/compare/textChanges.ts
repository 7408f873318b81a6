import type { Wording } from "@eldercare/core";
import type { Pack, Rule } from "../pack/pack.js";
import { type ParameterChange, parameterChanges } from "./parameterChanges.js";
import { changedMembers } from "./sameJson.js";

/** A named part of a pack that one version has and the other not, or that differs in some members. */
export interface PartChange {
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  readonly members: readonly string[];
}

/** A rule that one version of a pack has and the other not, that goes by another id, or that differs in some members. */
export interface RuleChange {
  /** Its id now; of a removed rule, the id that it had. */
  readonly id: string;
  readonly title: Wording;
  readonly change: "added" | "removed" | "renamed" | "changed";
  /** Of a renamed rule, the id that it had. */
  readonly was?: string;
  readonly members: readonly string[];
}

/** In what the text of two versions of a pack differs. */
export interface TextChanges {
  readonly rules: readonly RuleChange[];
  readonly parameters: readonly ParameterChange[];
  readonly clauses: readonly PartChange[];
  readonly facts: readonly PartChange[];
  readonly tables: readonly PartChange[];
  /** What the pack makes of rules and parameters above it, by their key or id. */
  readonly overrides: readonly PartChange[];
}

function partChanges(before: Readonly<Record<string, object>>, after: Readonly<Record<string, object>>): PartChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((id): PartChange[] => {
    const [was, is] = [before[id], after[id]];
    if (was === undefined || is === undefined) return [{ id, change: was === undefined ? "added" : "removed", members: [] }];
    const members = changedMembers(was, is);
    return members.length === 0 ? [] : [{ id, change: "changed", members }];
  });
}

/** The ids of rules that only got another id, old to new: nothing else about them differs, and neither id is in both versions. */
export function renamedRules(before: Pack, after: Pack): ReadonlyMap<string, string> {
  const gone = before.rules.filter(({ id }) => !after.rules.some((rule) => rule.id === id));
  const come = after.rules.filter(({ id }) => !before.rules.some((rule) => rule.id === id));
  const renamed = new Map<string, string>();
  for (const rule of gone) {
    const same = come.find((other) => changedMembers(rule, other, ["id"]).length === 0 && ![...renamed.values()].includes(other.id));
    if (same !== undefined) renamed.set(rule.id, same.id);
  }
  return renamed;
}

function ruleChanges(before: Pack, after: Pack): RuleChange[] {
  const renamed = renamedRules(before, after);
  const wasOf = new Map([...renamed].map(([was, is]) => [is, was]));
  const removed = before.rules
    .filter(({ id }) => !renamed.has(id) && !after.rules.some((rule) => rule.id === id))
    .map(({ id, title }): RuleChange => ({ id, title, change: "removed", members: [] }));
  const changeOf = (rule: Rule): RuleChange[] => {
    const { id, title } = rule;
    const was = wasOf.get(id);
    if (was !== undefined) return [{ id, title, change: "renamed", was, members: [] }];
    const earlier = before.rules.find((other) => other.id === id);
    if (earlier === undefined) return [{ id, title, change: "added", members: [] }];
    const members = changedMembers(earlier, rule);
    return members.length === 0 ? [] : [{ id, title, change: "changed", members }];
  };
  return [...removed, ...after.rules.flatMap(changeOf)];
}

/** Overrides by what they are of, and from when, where several follow one another. */
const overridesOf = ({ overrides = [] }: Pack): Readonly<Record<string, object>> =>
  Object.fromEntries(
    overrides.map((override) => [[override.rule ?? override.parameter, override.from].filter((part) => part !== undefined).join(" "), override]),
  );

/** In what the text of two versions of a pack differs: rules, dated values of parameters, clauses, definitions, tables and overrides. */
export function textChanges(before: Pack, after: Pack): TextChanges {
  return {
    rules: ruleChanges(before, after),
    parameters: parameterChanges(before, after),
    clauses: partChanges(before.clauses, after.clauses),
    facts: partChanges(before.facts, after.facts),
    tables: partChanges(before.tables ?? {}, after.tables ?? {}),
    overrides: partChanges(overridesOf(before), overridesOf(after)),
  };
}
