import type { FieldType, SubjectKind, Wording } from "@eldercare/core";
import type { Scope } from "./scope.js";
import type { Value } from "./value.js";

/** Something that may be unknown: a field of a record or an open parameter. */
export interface Leaf {
  /** Stable name: the JSON pointer of a fact, `param:<id>` of a parameter. */
  readonly key: string;
  readonly pointer?: string;
  readonly parameter?: string;
  readonly title?: Wording;
  readonly type: FieldType;
  readonly nullable: boolean;
}

/** The binary comparisons. */
export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

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
  | { readonly op: "some" | "all" | "none"; readonly list: Node; readonly body: Node; readonly type: FieldType };

/** Records that a subject leads to: its household, and the areas around it. */
export type Join = "household" | "village" | "township" | "county";

export const booleanType: FieldType = { kind: "boolean" };
export const integerType: FieldType = { kind: "number", integer: true };
export const numberType: FieldType = { kind: "number", integer: false };

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
    case "some":
    case "all":
    case "none":
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
  return new Set([...nodesOf(root)].flatMap((node) => (node.op === "param" ? [node.id] : [])));
}

/** The names of all defined facts that a node may read. */
export function definedFactsOf(root: Node): Set<string> {
  return new Set([...nodesOf(root)].flatMap((node) => (node.op === "defined" || node.op === "aggregate" ? [node.name] : [])));
}

/** How many steps evaluating a node may take: shared parts count as often as they are reached. */
export function stepsOf(root: Node, known: Map<Node, number> = new Map()): number {
  const before = known.get(root);
  if (before !== undefined) return before;
  const steps = operands(root).reduce((sum, operand) => sum + stepsOf(operand, known), 1);
  known.set(root, steps);
  return steps;
}
