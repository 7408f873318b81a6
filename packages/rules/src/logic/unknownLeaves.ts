import type { Missing } from "@eldercare/core";
import type { ParameterValues } from "./closures.js";
import { compileInterval } from "./interval.js";
import { type Leaf, type Node, operands } from "./node.js";
import type { Scope } from "./scope.js";

/** A leaf as a caller reads it: a fact by its pointer, or a parameter by its id. */
export function toMissing(leaf: Leaf): Missing {
  const title = leaf.title === undefined ? {} : { title: leaf.title };
  return leaf.parameter === undefined ? { fact: leaf.pointer ?? leaf.key, ...title } : { parameter: leaf.parameter, ...title };
}

function collect(node: Node, scope: Scope, parameters: ParameterValues, into: Map<string, Leaf>): void {
  if (node.op === "fact") {
    if (node.read(scope) === undefined) into.set(node.leaf.key, node.leaf);
  } else if (node.op === "param") {
    if (parameters.get(node.id) === undefined) into.set(node.leaf.key, node.leaf);
  } else if (node.op === "aggregate") {
    const found = compileInterval(node, parameters)(scope);
    if (found === undefined || found.least !== found.most) into.set(node.leaf.key, node.leaf);
  } else for (const operand of operands(node)) collect(operand, scope, parameters, into);
}

/** Everything unknown that some values are made of. */
export function unknownLeaves(nodes: readonly (Node | undefined)[], scope: Scope, parameters: ParameterValues): Missing[] {
  const found = new Map<string, Leaf>();
  for (const node of nodes) if (node !== undefined) collect(node, scope, parameters, found);
  return [...found.values()].map(toMissing);
}
