import { compileTruth, type ParameterValues } from "../closures.js";
import { type Node, operands, type TableNode } from "../node.js";
import type { Row, Scope } from "../scope.js";
import { FALSE, type Value } from "../value.js";
import { type TracePlan, tracePlan } from "./tracePlan.js";

/** One node of a condition with what it came to about one record: `undefined` is unknown, `null` none. */
export interface Trace {
  readonly node: Node;
  readonly value: Value;
  /** What it was made of, in the order of the condition; of a deciding trace only what decided. */
  readonly parts: readonly Trace[];
  /** The record that the node was asked about: a member of a list and a joined record are asked about themselves. */
  readonly about: Scope;
}

/** How much of a condition a trace shows: what decided, or all of it. */
export type TraceExtent = "deciding" | "full";

/** Conditions evaluated about one record, every value kept; trees are built from it only when they are wanted. */
export class TraceRun {
  readonly scope: Scope;
  private readonly plan: TracePlan;
  private readonly values: readonly Value[];

  constructor(plan: TracePlan, scope: Scope) {
    this.plan = plan;
    this.scope = scope;
    this.values = plan.values(scope);
  }

  /** What the condition came to; of several, the last. */
  get value(): Value {
    return this.valueOf(this.plan.last);
  }

  /** What one of the conditions, or a part of one, came to. */
  valueOf(node: Node): Value {
    const place = this.plan.placeOf(node);
    return place === undefined ? undefined : this.values[place];
  }

  /** The tree of a condition; of several, of the last unless said. */
  tree(extent: TraceExtent = "deciding", root: Node = this.plan.last): Trace {
    return this.treeOf(root, extent);
  }

  private treeOf(node: Node, extent: TraceExtent): Trace {
    const value = this.valueOf(node);
    return { node, value, parts: this.partsOf(node, value, extent), about: this.scope };
  }

  private each(nodes: readonly Node[], extent: TraceExtent): Trace[] {
    return nodes.map((node) => this.treeOf(node, extent));
  }

  private partsOf(node: Node, value: Value, extent: TraceExtent): readonly Trace[] {
    const full = extent === "full";
    const { parameters } = this.plan;
    switch (node.op) {
      case "and":
      case "or": {
        // what holds, where all must, is every part; what fails is those that fail; what is open is those that are
        const all = value === (node.op === "and");
        return this.each(
          node.args.filter((arg) => full || all || this.valueOf(arg) === value),
          extent,
        );
      }
      case "!":
        return this.each([node.arg], extent);
      case "if": {
        const taken = this.valueOf(node.condition);
        const branches = [...(full || taken !== false ? [node.whenTrue] : []), ...(full || taken !== true ? [node.whenFalse] : [])];
        return this.each([node.condition, ...branches], extent);
      }
      case "defined": {
        if (node.join === undefined) return this.each([node.body], extent);
        const record = this.scope.joined(node.join);
        return record === undefined ? [] : [traceOf(node.body, this.scope.about(node.subject, record), parameters).tree(extent)];
      }
      case "some":
      case "all":
      case "none":
      case "count":
        return membersOf(node, this.valueOf(node.list), value, this.scope, parameters, extent);
      case "table":
        return tableParts(node, this.scope, parameters, extent);
      case "literal":
      case "fact":
      case "param":
      case "adopted":
      case "aggregate":
      case "dateAsked":
        return [];
      default:
        return this.each(operands(node), extent);
    }
  }
}

type Quantified = Extract<Node, { op: "some" | "all" | "none" | "count" }>;

/** The members that made a quantifier what it is; all of them where none did alone. */
function membersOf(
  { op, body }: Quantified,
  list: Value,
  value: Value,
  scope: Scope,
  parameters: ParameterValues,
  extent: TraceExtent,
): readonly Trace[] {
  if (!Array.isArray(list)) return [];
  const members = (list as readonly Row[]).map((member) => traceOf(body, scope.about(scope.subject, member), parameters));
  const decisive = op === "all" ? value === false : op === "some" ? value === true : op === "none" && value === false;
  const shown = extent === "full" || !decisive ? members : members.filter((run) => run.value === (op !== "all"));
  return shown.map((run) => run.tree(extent));
}

/** The rows of a table that apply or may, each with its condition; where it is held against something, both sides as well. */
function tableParts(table: TableNode, scope: Scope, parameters: ParameterValues, extent: TraceExtent): readonly Trace[] {
  const sides = table.held === undefined ? [] : [table.held.left, table.held.right].map((side) => traceOf(side, scope, parameters).tree(extent));
  const applying = table.rows.filter((row) => extent === "full" || compileTruth(row.when, parameters)(scope) !== FALSE);
  return [...sides, ...applying.map((row) => traceOf(row.when, scope, parameters).tree(extent))];
}

/** Evaluates a condition about one record and keeps what every part of it came to; no words are made. */
export function traceOf(node: Node, scope: Scope, parameters: ParameterValues): TraceRun {
  return new TraceRun(tracePlan(node, parameters), scope);
}

/** The same of several conditions in one pass: what they share is evaluated once. The list itself is what a plan is kept for. */
export function traceAll(conditions: readonly Node[], scope: Scope, parameters: ParameterValues): TraceRun {
  return new TraceRun(tracePlan(conditions, parameters), scope);
}
