import { reportRules } from "../errors/codes.js";
import { booleanType, type CompareOperator, type Node } from "./node.js";
import type { Operator } from "./operator.js";
import { literalFor, type Parsing, parseExpression } from "./parseExpression.js";
import { comparable, printType } from "./typeWords.js";

// lowering a choice out of both sides of a comparison multiplies their branches; out of one side, it only follows them
const mostBranches = 64;

/** How many values a node chooses among. */
function branchesOf(node: Node): number {
  if (node.op === "table") return branchesOf(node.body);
  return node.op === "if" ? branchesOf(node.whenTrue) + branchesOf(node.whenFalse) : 1;
}

/** Asks something of every value that a node chooses among, so that an unknown choice does not hide an answer that all share. */
export function ofEach(node: Node, ask: (value: Node) => Node): Node {
  if (node.op === "table") return { ...node, body: ofEach(node.body, ask), type: booleanType };
  if (node.op !== "if") return ask(node);
  return {
    op: "if",
    condition: node.condition,
    whenTrue: ofEach(node.whenTrue, ask),
    whenFalse: ofEach(node.whenFalse, ask),
    type: booleanType,
  };
}

/** The same of two nodes, unless both choose among so many values that the pairs would be too many. */
export function ofEachPair(left: Node, right: Node, ask: (a: Node, b: Node) => Node): Node {
  const [one, other] = [branchesOf(left), branchesOf(right)];
  if (Math.min(one, other) > 1 && one * other > mostBranches) return ask(left, right);
  return ofEach(left, (a) => ofEach(right, (b) => ask(a, b)));
}

/** A comparison of two nodes, lowered to the values that each chooses among. */
export function compare(op: CompareOperator, left: Node, right: Node): Node {
  const lowered = ofEachPair(left, right, (a, b) => ({ op, left: a, right: b, type: booleanType }));
  if (left.op === "table" && lowered.op === "table") return { ...lowered, held: { op, left, right } };
  return right.op === "table" && lowered.op === "table" ? { ...lowered, held: { op, left, right } } : lowered;
}

const isBare = (logic: unknown): logic is string | null => typeof logic === "string" || logic === null;

/** Whether a value may be known to be none, so that it can be held against `null`. */
const mayBeNone = (node: Node): boolean => (node.op === "fact" && node.nullable) || (node.op === "table" && node.hit !== "sum");

/** The two sides of a comparison; a bare text takes the type of the other side, `null` may stand opposite what may be none. */
function sides(args: readonly unknown[], at: string, parsing: Parsing, level: number): [Node, Node] | undefined {
  const [a, b] = args;
  const [left, right] = [`${at}/0`, `${at}/1`];
  if (isBare(a) && isBare(b)) {
    parsing.issues.push(reportRules("LOGIC_SHAPE", at, { seen: args }));
    return undefined;
  }
  if (isBare(a) || isBare(b)) {
    const [bare, barePointer, other, otherPointer] = isBare(a) ? [a, left, b, right] : [b as string | null, right, a, left];
    const node = parseExpression(other, otherPointer, parsing, level);
    if (node === undefined) return undefined;
    if (bare === null && !mayBeNone(node)) {
      parsing.issues.push(reportRules("TYPE_MISMATCH", barePointer, { seen: "null", values: { expected: printType(node.type) } }));
      return undefined;
    }
    const literal: Node | undefined =
      bare === null ? { op: "literal", value: null, type: node.type } : literalFor(bare, node.type, barePointer, parsing);
    if (literal === undefined) return undefined;
    return isBare(a) ? [literal, node] : [node, literal];
  }
  const nodes = [parseExpression(a, left, parsing, level), parseExpression(b, right, parsing, level)] as const;
  if (nodes[0] === undefined || nodes[1] === undefined) return undefined;
  if (comparable(nodes[0].type, nodes[1].type)) return [nodes[0], nodes[1]];
  parsing.issues.push(reportRules("TYPE_MISMATCH", right, { seen: printType(nodes[1].type), values: { expected: printType(nodes[0].type) } }));
  return undefined;
}

const ordered = new Set(["number", "date"]);

/** The operator that compares two values of one type. */
export const comparison = (op: CompareOperator): Operator => ({
  least: 2,
  most: 2,
  build(args, _list, at, parsing, level) {
    const both = sides(args, at, parsing, level);
    if (both === undefined) return undefined;
    if (op !== "==" && op !== "!=" && !ordered.has(both[0].type.kind)) {
      parsing.issues.push(reportRules("TYPE_MISMATCH", at, { seen: printType(both[0].type), values: { expected: "number, date" } }));
      return undefined;
    }
    return compare(op, both[0], both[1]);
  },
});
