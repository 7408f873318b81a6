import { type Issue, jsonPointer } from "@eldercare/core";
import type { ParsedRule } from "../assess/compiledRule.js";
import { type Node, nodesOf } from "../logic/node.js";
import { joinSubject, ownJoins } from "../logic/vocabulary.js";
import type { ClosedWorld, Pack } from "../pack/pack.js";
import { reportOverride } from "./codes.js";

/** The keys under which a rule about some subject may read a field of the closed world. */
function keysOf(rule: ParsedRule, { subject, field }: ClosedWorld): string[] {
  const own = [jsonPointer(field.split(".")), jsonPointer(["facts", field])];
  const joins = ownJoins(rule.info.subject).filter((join) => joinSubject[join] === subject);
  return [...(rule.info.subject === subject ? own : []), ...joins.flatMap((join) => own.map((key) => `/${join}${key}`))];
}

/**
 * Entries of a pack's closed world that decide, for a floor of a pack above, what an absent field means: by such an entry a
 * floor could be denied to people of whom it is merely not known.
 */
export function checkAssumptions(pack: Pack, above: readonly Pack[], rules: readonly ParsedRule[]): Issue[] {
  const declared = above.flatMap(({ closedWorld = [] }) => closedWorld);
  const floors = rules.filter((rule) => rule.rule.floor === true && above.includes(rule.pack));
  return (pack.closedWorld ?? []).flatMap((entry, index) => {
    if (declared.some(({ subject, field, value }) => subject === entry.subject && field === entry.field && value === entry.value)) return [];
    return floors.flatMap((rule) => {
      const nodes = [rule.condition, ...Object.values(rule.values)].filter((node): node is Node => node !== undefined);
      const read = new Set(nodes.flatMap((node) => [...nodesOf(node)].flatMap((part) => (part.op === "fact" ? [part.leaf.key] : []))));
      if (!keysOf(rule, entry).some((key) => read.has(key))) return [];
      return [reportOverride("FLOOR_BY_ASSUMPTION", `/closedWorld/${index}`, { seen: entry.field, values: { rule: rule.info.key } })];
    });
  });
}
