import type { CivilDate } from "@eldercare/core";
import { type Node, nodesOf } from "../logic/node.js";
import { overriddenValues } from "../override/overriddenValue.js";
import { parameterOn } from "../pack/parametersOn.js";
import type { ParsedRule } from "./compiledRule.js";
import type { Context } from "./context.js";
import { parametersReadBy } from "./parametersReadBy.js";

/** The clauses behind the values that the parameters of a rule have on a date. */
export function clausesOfParameters(parsed: ParsedRule, { chain, meaning, overlays }: Context, on: CivilDate): string[] {
  const instead = overriddenValues(chain, on);
  return [...parametersReadBy(parsed)].flatMap((id) => {
    const declared = meaning.parameters.get(id)?.thing;
    return declared === undefined ? [] : [parameterOn(id, declared, overlays, on, instead.get(id)).clause];
  });
}

/** The clauses behind a word that a rule uses, or behind the rows of a table that are in force on a date. */
function clausesOfNode(node: Node, { chain, meaning }: Context, on: CivilDate): readonly string[] {
  if (node.op === "table") {
    const rows = meaning.tables.get(node.name)?.thing.rows ?? [];
    return rows.flatMap(({ from, to = on, clause }) => (from <= on && on <= to ? [clause] : []));
  }
  if (node.op !== "defined" && node.op !== "aggregate") return [];
  return chain.flatMap(({ facts }) => (Object.hasOwn(facts, node.name) ? (facts[node.name]?.clauses ?? []) : []));
}

/** The clauses behind everything that a rule reads on a date: the values of its parameters, its words, the rows of its tables. */
export function clausesRead(parsed: ParsedRule, context: Context, on: CivilDate): string[] {
  const nodes = new Set([parsed.condition, ...Object.values(parsed.values)].flatMap((node) => (node === undefined ? [] : [...nodesOf(node)])));
  return [...clausesOfParameters(parsed, context, on), ...[...nodes].flatMap((node) => clausesOfNode(node, context, on))];
}
