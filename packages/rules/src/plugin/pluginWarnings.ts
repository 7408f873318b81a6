import type { Issue } from "@eldercare/core";
import { compileTruth, compileValue, type ParameterValues } from "../logic/closures.js";
import { type Node, nodesOf, operands } from "../logic/node.js";
import type { Row, Scope } from "../logic/scope.js";
import { FALSE, TRUE, UNKNOWN } from "../logic/value.js";
import { warnOf } from "./guardedCall.js";

const calling = new WeakMap<Node, boolean>();

/** Whether a plug-in is asked anywhere below a node. */
function callsPlugin(node: Node): boolean {
  const known = calling.get(node);
  if (known !== undefined) return known;
  const made = [...nodesOf(node)].some(({ op }) => op === "call");
  calling.set(node, made);
  return made;
}

class FailedCalls {
  readonly found = new Map<string, Issue>();
  private readonly rule: string;
  private readonly parameters: ParameterValues;

  constructor(rule: string, parameters: ParameterValues) {
    this.rule = rule;
    this.parameters = parameters;
  }

  private isOpen(node: Node, scope: Scope): boolean {
    return node.type.kind === "boolean"
      ? compileTruth(node, this.parameters)(scope) === UNKNOWN
      : compileValue(node, this.parameters)(scope) === undefined;
  }

  /** Looks below what is not known: what is known does without the plug-in. */
  visit(node: Node, scope: Scope): void {
    if (!callsPlugin(node) || !this.isOpen(node, scope)) return;
    switch (node.op) {
      case "call": {
        const args = node.args.map((arg) => compileValue(arg, this.parameters)(scope));
        const failure = node.failureOn(args);
        if (failure !== undefined) this.found.set(node.pointer, warnOf(failure, node.operator, node.pointer, this.rule));
        break;
      }
      case "defined": {
        const record = node.join === undefined ? undefined : scope.joined(node.join);
        if (record !== undefined) this.visit(node.body, scope.about(node.subject, record));
        else if (node.join === undefined) this.visit(node.body, scope);
        return;
      }
      case "some":
      case "all":
      case "none":
      case "count": {
        const members = compileValue(node.list, this.parameters)(scope);
        for (const member of Array.isArray(members) ? (members as readonly Row[]) : []) this.visit(node.body, scope.about(scope.subject, member));
        return;
      }
      case "aggregate": {
        const record = node.join === undefined ? scope.record : scope.joined(node.join);
        const facilities = typeof record?.code === "string" ? scope.index.facilitiesIn(record.code) : [];
        for (const facility of facilities)
          for (const operand of operands(node)) this.visit(operand, scope.about("facility", facility as unknown as Row));
        return;
      }
      case "if": {
        this.visit(node.condition, scope);
        const truth = compileTruth(node.condition, this.parameters)(scope);
        if (truth !== FALSE) this.visit(node.whenTrue, scope);
        if (truth !== TRUE) this.visit(node.whenFalse, scope);
        return;
      }
      default:
    }
    for (const operand of operands(node)) this.visit(operand, scope);
  }
}

/**
 * Warnings about plug-ins that failed on what they were asked for one record, where the answer is open because of it:
 * PLUGIN_THREW, PLUGIN_OVER_BUDGET, PLUGIN_WRONG_TYPE, each with the rule and the place of the operator in its pack.
 *
 * @param roots the condition, or the values of the effect
 */
export function pluginWarnings(rule: string, roots: readonly (Node | undefined)[], scope: Scope, parameters: ParameterValues): Issue[] {
  if (!roots.some((root) => root !== undefined && callsPlugin(root))) return [];
  const failed = new FailedCalls(rule, parameters);
  for (const root of roots) if (root !== undefined) failed.visit(root, scope);
  return [...failed.found.values()];
}
