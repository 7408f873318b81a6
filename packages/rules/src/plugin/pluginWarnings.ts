import type { Issue } from "@eldercare/core";
import { askedBelow } from "../logic/askedBelow.js";
import { compileTruth, compileValue, type ParameterValues } from "../logic/closures.js";
import { type Node, nodesOf } from "../logic/node.js";
import type { Scope } from "../logic/scope.js";
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
      case "if": {
        this.visit(node.condition, scope);
        const truth = compileTruth(node.condition, this.parameters)(scope);
        if (truth !== FALSE) this.visit(node.whenTrue, scope);
        if (truth !== TRUE) this.visit(node.whenFalse, scope);
        return;
      }
      default:
    }
    for (const [inner, about] of askedBelow(node, scope, this.parameters)) this.visit(inner, about);
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
