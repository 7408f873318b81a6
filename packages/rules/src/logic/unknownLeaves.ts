import { compareRational, type Missing } from "@eldercare/core";
import { compileTruth, compileValue, type ParameterValues } from "./closures.js";
import { compileInterval } from "./interval.js";
import { type Leaf, type Node, operands } from "./node.js";
import type { Scope } from "./scope.js";
import { FALSE, TRUE, UNKNOWN } from "./value.js";

/** A leaf as a caller reads it: a fact by its pointer, or a parameter by its id. */
export function toMissing(leaf: Leaf): Missing {
  const title = leaf.title === undefined ? {} : { title: leaf.title };
  return leaf.parameter === undefined ? { fact: leaf.pointer ?? leaf.key, ...title } : { parameter: leaf.parameter, ...title };
}

function visitList(list: Node, into: Map<string, Leaf>): void {
  if (list.op === "fact") into.set(list.leaf.key, list.leaf);
}

function collect(node: Node, scope: Scope, parameters: ParameterValues, into: Map<string, Leaf>): void {
  const visit = (child: Node): void => collect(child, scope, parameters, into);
  switch (node.op) {
    case "fact":
      if (node.read(scope) === undefined) into.set(node.leaf.key, node.leaf);
      return;
    case "param":
      // what nobody can supply is not asked for
      if (parameters.get(node.id) === undefined && (node.leaf.parameter ?? node.leaf.pointer) !== undefined) into.set(node.leaf.key, node.leaf);
      return;
    case "aggregate": {
      const found = compileInterval(node, parameters)(scope);
      if (found === undefined || compareRational(found.least, found.most) !== 0) into.set(node.leaf.key, node.leaf);
      return;
    }
    case "some":
    case "all":
    case "none":
    case "count":
      // members are not records of the subject: the list as a whole is what is asked for
      if (compileValue(node, parameters)(scope) === undefined) visitList(node.list, into);
      return;
    case "if": {
      visit(node.condition);
      const truth = compileTruth(node.condition, parameters)(scope);
      if (truth !== FALSE) visit(node.whenTrue);
      if (truth !== TRUE) visit(node.whenFalse);
      return;
    }
    case "and":
    case "or": {
      // what is decided already is not worth asking about
      const truth = compileTruth(node, parameters)(scope);
      if (truth !== UNKNOWN) return;
      for (const arg of node.args) if (compileTruth(arg, parameters)(scope) === UNKNOWN) visit(arg);
      return;
    }
    default:
      for (const operand of operands(node)) visit(operand);
  }
}

/** Everything unknown that some values are made of. */
export function unknownLeaves(nodes: readonly (Node | undefined)[], scope: Scope, parameters: ParameterValues): Missing[] {
  const found = new Map<string, Leaf>();
  for (const node of nodes) if (node !== undefined) collect(node, scope, parameters, found);
  return [...found.values()].map(toMissing);
}
