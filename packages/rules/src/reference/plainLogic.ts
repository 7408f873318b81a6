import { compileTruth, compileValue, type ParameterValues } from "../logic/closures.js";
import type { Node } from "../logic/node.js";
import type { Row, Scope } from "../logic/scope.js";
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
 * Ages and other dates, areas and what is counted over the register are filled in as values: JSON-Logic has no words for them.
 * What several conditions share is written once and shared again. `undefined` where something is unknown (JSON-Logic would take it for an answer) or an exact fraction.
 */
export function plainLogic(node: Node, scope: Scope, parameters: ParameterValues, written: Map<Node, PlainLogic> = new Map()): PlainLogic {
  if (written.has(node)) return written.get(node);
  const made = write(node, scope, parameters, written);
  written.set(node, made);
  return made;
}

function write(node: Node, scope: Scope, parameters: ParameterValues, written: Map<Node, PlainLogic>): PlainLogic {
  const inner = (child: Node): PlainLogic => plainLogic(child, scope, parameters, written);
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
      // nor on what a sum comes to with none, or on a division by zero
      return compileValue(node, parameters)(scope) === null ? undefined : wrap(node.op, node.args);
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
    case "table":
      return inner(node.body);
    case "some":
    case "all":
    case "none":
    case "count": {
      // json-logic-js takes all members of an empty list for none: each member is written out instead
      const list = compileValue(node.list, parameters)(scope);
      if (list === undefined) return undefined;
      const members = (list ?? []) as readonly Row[];
      const made = members.map((member) => plainLogic(node.body, scope.about(scope.subject, member), parameters));
      const answers = made.flatMap((part) => (part === undefined ? [] : [part]));
      if (answers.length < members.length) return undefined;
      if (node.op === "count") return answers.length === 0 ? 0 : { "+": answers.map((answer) => ({ if: [answer, 1, 0] })) };
      if (answers.length === 0) return node.op !== "some";
      return node.op === "all" ? { and: answers } : node.op === "some" ? { or: answers } : { "!": [{ or: answers }] };
    }
    case "adopted":
    case "inside": {
      const truth = compileTruth(node, parameters)(scope);
      return truth === UNKNOWN ? undefined : truth === 1;
    }
    default: {
      const value = compileValue(node, parameters)(scope);
      return value === undefined ? undefined : plainValue(value);
    }
  }
}
