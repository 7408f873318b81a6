import type { FieldType, SubjectKind, Wording } from "@eldercare/core";
import type { PluginFailure } from "../plugin/guardedCall.js";
import type { Scope } from "./scope.js";
import type { Value } from "./value.js";

/** Something that may be unknown: a field of a record or an open parameter. */
export interface Leaf {
  /**
   * Stable name: the JSON pointer of a fact, `param:<id>` of a parameter. A leaf with neither pointer nor parameter is
   * what nobody can ever supply: the amount of a table of which two rows apply.
   */
  readonly key: string;
  readonly pointer?: string;
  readonly parameter?: string;
  readonly title?: Wording;
  readonly type: FieldType;
  readonly nullable: boolean;
  /** True of a list that may hold more than is known of it. */
  readonly open?: boolean;
  /** The record that it is a field of, where that may be known to be none as a whole, and all its fields with it. */
  readonly record?: LeafRecord;
}

/** A record that may be known to be none as a whole. */
export interface LeafRecord {
  readonly key: string;
  /** Whether it is known to be there. */
  readonly isThere: (scope: Scope) => boolean;
}

/** The binary comparisons. */
export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** How a decision table chooses among its rows. */
export type Hit = "unique" | "first" | "sum";

/** One row of a decision table, with its period lowered into its condition. */
export interface TableRow {
  readonly when: Node;
  readonly then: Node;
  readonly clause: string;
  /** Its place in the pack's list of rows. */
  readonly index: number;
}

/**
 * A decision table, looked up. Every back-end evaluates `body`, the same meaning as `if` and `+`; `rows` serve explanation
 * and analysis. Where a table is held against something, the comparison is lowered into the body row by row, and `held`
 * keeps it as it was written.
 */
export interface TableNode {
  readonly op: "table";
  readonly name: string;
  readonly hit: Hit;
  readonly rows: readonly TableRow[];
  readonly body: Node;
  readonly type: FieldType;
  readonly held?: { readonly op: CompareOperator; readonly left: Node; readonly right: Node };
}

/** An operator of a plug-in: opaque, called on known arguments only. */
export interface CallNode {
  readonly op: "call";
  /** `<plug-in>.<operator>` */
  readonly operator: string;
  /** What it computes, `{0}`, `{1}`, … standing for its arguments. */
  readonly title: Wording;
  readonly args: readonly Node[];
  readonly type: FieldType;
  /** Where it stands in its pack. */
  readonly pointer: string;
  /** Unknown where an argument is, or the plug-in failed; none where an argument is known to be none. */
  readonly evaluate: (args: readonly Value[]) => Value;
  /** Why the plug-in gave nothing on some arguments that it was called on. */
  readonly failureOn: (args: readonly Value[]) => PluginFailure | undefined;
}

/** A condition or value, typed and resolved: the one tree from which every back-end is made. */
export type Node =
  | { readonly op: "literal"; readonly value: Value; readonly type: FieldType }
  | { readonly op: "fact"; readonly leaf: Leaf; readonly read: (scope: Scope) => Value; readonly type: FieldType; readonly nullable: boolean }
  | { readonly op: "param"; readonly id: string; readonly leaf: Leaf; readonly type: FieldType }
  | {
      readonly op: "defined";
      readonly name: string;
      readonly subject: SubjectKind;
      readonly title: Wording;
      readonly join?: Join;
      readonly body: Node;
      readonly type: FieldType;
    }
  | {
      readonly op: "aggregate";
      readonly name: string;
      readonly join?: Join;
      readonly among?: Node;
      readonly where: Node;
      readonly type: FieldType;
      readonly leaf: Leaf;
    }
  | { readonly op: "adopted"; readonly clauses: readonly string[]; readonly type: FieldType }
  | { readonly op: "and" | "or"; readonly args: readonly Node[]; readonly type: FieldType }
  | { readonly op: "!"; readonly arg: Node; readonly type: FieldType }
  | { readonly op: "if"; readonly condition: Node; readonly whenTrue: Node; readonly whenFalse: Node; readonly type: FieldType }
  | { readonly op: CompareOperator; readonly left: Node; readonly right: Node; readonly type: FieldType }
  | { readonly op: "in"; readonly item: Node; readonly list: Node; readonly type: FieldType }
  | { readonly op: "inside"; readonly area: Node; readonly container: Node; readonly type: FieldType }
  | { readonly op: "+" | "-" | "*" | "/" | "min" | "max"; readonly args: readonly Node[]; readonly type: FieldType }
  | { readonly op: "dateAsked"; readonly type: FieldType }
  | { readonly op: "ageOn"; readonly date: Node; readonly type: FieldType }
  | { readonly op: "daysBetween" | "monthsBetween" | "yearsBetween"; readonly from: Node; readonly to: Node; readonly type: FieldType }
  | { readonly op: "addDays" | "addMonths" | "addYears"; readonly date: Node; readonly amount: Node; readonly type: FieldType }
  | { readonly op: "tierOf"; readonly area: Node; readonly type: FieldType }
  | { readonly op: "some" | "all" | "none"; readonly list: Node; readonly body: Node; readonly type: FieldType }
  /** How many members satisfy a condition; of a list that is `open`, only that they are at least so many. */
  | { readonly op: "count"; readonly list: Node; readonly body: Node; readonly open: boolean; readonly type: FieldType }
  | TableNode
  | CallNode;

/** Records that a subject leads to: its household, the areas around it, its facility, and the person whom a member of a list is. */
export type Join = "household" | "village" | "township" | "county" | "person" | "facility";

export const booleanType: FieldType = { kind: "boolean" };
export const integerType = { kind: "number", integer: true } as const satisfies FieldType;
export const numberType = { kind: "number", integer: false } as const satisfies FieldType;

/**
 * A value that is never known, whatever else is.
 *
 * @param asked what to ask for all the same: an open list, of which more may be known; nothing where it is absent
 */
export function neverKnown(id: string, type: FieldType, asked: Leaf = { key: id, type, nullable: false }): Node {
  return { op: "param", id, type, leaf: asked };
}

/** Name of a defined fact of another record: it is asked for, and supposed, as a whole. */
export const joinedKey = (node: Extract<Node, { op: "defined" }>): string => `/${node.join}/${node.name}`;

/** The operands of a node, in order. */
export function operands(node: Node): readonly Node[] {
  switch (node.op) {
    case "literal":
    case "fact":
    case "param":
    case "adopted":
    case "dateAsked":
      return [];
    case "defined":
    case "table":
      return [node.body];
    case "aggregate":
      return node.among === undefined ? [node.where] : [node.among, node.where];
    case "and":
    case "or":
    case "+":
    case "-":
    case "*":
    case "/":
    case "min":
    case "max":
    case "call":
      return node.args;
    case "!":
      return [node.arg];
    case "if":
      return [node.condition, node.whenTrue, node.whenFalse];
    case "in":
      return [node.item, node.list];
    case "inside":
      return [node.area, node.container];
    case "ageOn":
      return [node.date];
    case "daysBetween":
    case "monthsBetween":
    case "yearsBetween":
      return [node.from, node.to];
    case "addDays":
    case "addMonths":
    case "addYears":
      return [node.date, node.amount];
    case "tierOf":
      return [node.area];
    case "some":
    case "all":
    case "none":
    case "count":
      return [node.list, node.body];
    default:
      return [node.left, node.right];
  }
}

/** Every node that a node is made of, itself included, each once however often it is shared. */
export function nodesOf(root: Node, seen: Set<Node> = new Set()): ReadonlySet<Node> {
  if (seen.has(root)) return seen;
  seen.add(root);
  for (const operand of operands(root)) nodesOf(operand, seen);
  return seen;
}

/** The ids of all parameters that a node may read, defined facts included. */
export function parametersOf(root: Node): Set<string> {
  return new Set([...nodesOf(root)].flatMap((node) => (node.op === "param" && node.leaf.parameter !== undefined ? [node.id] : [])));
}

/** The names of all defined facts that a node may read. */
export function definedFactsOf(root: Node): Set<string> {
  return new Set([...nodesOf(root)].flatMap((node) => (node.op === "defined" || node.op === "aggregate" ? [node.name] : [])));
}

/** What has been found of the cost of nodes. */
interface Costs {
  readonly steps: Map<Node, number>;
  readonly bits: Map<Node, number>;
}

// a number of a record or a pack, with its denominator
const bitsOfLeaf = { whole: 53, fraction: 166 } as const;

/** How many binary digits a number may come to: sums and products of fractions have those of all their parts together. */
function bitsOf(node: Node, costs: Costs): number {
  const before = costs.bits.get(node);
  if (before !== undefined) return before;
  const all = operands(node).map((operand) => (operand.type.kind === "number" ? bitsOf(operand, costs) : 0));
  const own = node.type.kind === "number" && !node.type.integer ? bitsOfLeaf.fraction : bitsOfLeaf.whole;
  const isSum = node.op === "+" || node.op === "-" || node.op === "*" || node.op === "/";
  const bits = isSum ? all.reduce((sum, each) => sum + each, 0) : Math.max(own, ...all);
  costs.bits.set(node, bits);
  return bits;
}

/** What one node takes beyond its operands: arithmetic on long fractions takes as the square of their length. */
function ownSteps(node: Node, costs: Costs): number {
  if (node.op !== "+" && node.op !== "-" && node.op !== "*" && node.op !== "/") return 1;
  const bits = bitsOf(node, costs);
  const isWhole = node.type.kind === "number" && node.type.integer;
  return 1 + Math.floor((node.args.length * bits * (isWhole ? 1 : bits)) / 2 ** 16);
}

/** How many steps evaluating a node may take: shared parts count as often as they are reached. */
export function stepsOf(root: Node, costs: Costs = { steps: new Map(), bits: new Map() }): number {
  const before = costs.steps.get(root);
  if (before !== undefined) return before;
  const steps = operands(root).reduce((sum, operand) => sum + stepsOf(operand, costs), ownSteps(root, costs));
  costs.steps.set(root, steps);
  return steps;
}
