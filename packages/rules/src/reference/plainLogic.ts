import { compileTruth, compileValue, type ParameterValues } from "../logic/closures.js";
import type { Node } from "../logic/node.js";
import type { Scope } from "../logic/scope.js";
import { UNKNOWN, type Value } from "../logic/value.js";

/** An expression of plain JSON-Logic. */
export type JsonLogic = null | boolean | number | string | readonly JsonLogic[] | { readonly [operator: string]: JsonLogic };

/** An expression of plain JSON-Logic, or `undefined` where the strict dialect has something that JSON-Logic has not. */
export type PlainLogic = JsonLogic | undefined;

const plainValue = (value: Value): PlainLogic =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? undefined : (value as JsonLogic);

/**
 * Writes a condition as plain JSON-Logic with its facts and parameters filled in, for a second opinion by json-logic-js.
 *
 * Ages, areas and what is counted over the register are filled in as values: JSON-Logic has no words for them.
 * `undefined` where something is unknown (JSON-Logic would take it for an answer) or an exact fraction.
 */
export function plainLogic(node: Node, scope: Scope, parameters: ParameterValues): PlainLogic {
  const inner = (child: Node): PlainLogic => plainLogic(child, scope, parameters);
  const all = (children: readonly Node[]): JsonLogic[] | undefined => {
    const made = children.map(inner);
    return made.every((part) => part !== undefined) ? made : undefined;
  };
  const wrap = (operator: string, children: readonly Node[]): PlainLogic => {
    const args = all(children);
    return args === undefined ? undefined : { [operator]: args };
  };
  switch (node.op) {
    case "and":
    case "or":
    case "+":
    case "-":
    case "*":
    case "/":
    case "min":
    case "max":
      return wrap(node.op, node.args);
    case "!":
      return wrap("!", [node.arg]);
    case "if":
      return wrap("if", [node.condition, node.whenTrue, node.whenFalse]);
    case "==":
    case "!=":
      return wrap(`${node.op}=`, [node.left, node.right]);
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const sides = [node.left, node.right].map((side) => compileValue(side, parameters)(scope));
      // JavaScript takes null for 0 where it orders, so that json-logic-js has no opinion on none
      return sides.includes(null) ? undefined : wrap(node.op, [node.left, node.right]);
    }
    case "in":
      return wrap("in", [node.item, node.list]);
    case "defined":
      return node.join === undefined ? inner(node.body) : plainValue(compileValue(node, parameters)(scope));
    case "adopted":
    case "inside":
    case "some":
    case "all":
    case "none": {
      const truth = compileTruth(node, parameters)(scope);
      return truth === UNKNOWN ? undefined : truth === 1;
    }
    default: {
      const value = compileValue(node, parameters)(scope);
      return value === undefined ? undefined : plainValue(value);
    }
  }
}
