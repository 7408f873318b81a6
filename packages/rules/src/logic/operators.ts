import type { FieldType } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { booleanType, type CompareOperator, integerType, type Node, numberType } from "./node.js";
import { expectKind, literalFor, type Parsing, parseNode } from "./parseLogic.js";
import { comparable, printType } from "./typeWords.js";

/** One operator of the dialect: how many arguments it takes and how they become a node. */
export interface Operator {
  readonly least: number;
  readonly most: number;
  /**
   * @param list pointer of the argument list; undefined where a single argument stands without one
   * @param at pointer of the operator
   */
  build(args: readonly unknown[], list: string | undefined, at: string, parsing: Parsing, level: number): Node | undefined;
}

const many = Number.POSITIVE_INFINITY;

const argumentPointer = (list: string | undefined, at: string, index: number): string => (list === undefined ? at : `${list}/${index}`);

/** Parses every argument, wanting one type of each; undefined where one of them is wrong. */
function allOf(
  args: readonly unknown[],
  wanted: FieldType,
  list: string | undefined,
  at: string,
  parsing: Parsing,
  level: number,
): Node[] | undefined {
  const nodes = args.map((arg, index) => {
    const pointer = argumentPointer(list, at, index);
    return expectKind(parseNode(arg, pointer, parsing, level), wanted, pointer, parsing);
  });
  return nodes.every((node) => node !== undefined) ? nodes : undefined;
}

const connective = (op: "and" | "or"): Operator => ({
  least: 2,
  most: many,
  build(args, list, at, parsing, level) {
    const nodes = allOf(args, booleanType, list, at, parsing, level);
    return nodes === undefined ? undefined : { op, args: nodes, type: booleanType };
  },
});

const isBare = (logic: unknown): logic is string | null => typeof logic === "string" || logic === null;

/** The two sides of a comparison; a bare text takes the type of the other side, `null` may stand opposite a nullable field. */
function sides(args: readonly unknown[], at: string, parsing: Parsing, level: number): [Node, Node] | undefined {
  const [a, b] = args;
  const [left, right] = [`${at}/0`, `${at}/1`];
  if (isBare(a) && isBare(b)) {
    parsing.issues.push(reportRules("LOGIC_SHAPE", at, { seen: args }));
    return undefined;
  }
  if (isBare(a) || isBare(b)) {
    const [bare, barePointer, other, otherPointer] = isBare(a) ? [a, left, b, right] : [b as string | null, right, a, left];
    const node = parseNode(other, otherPointer, parsing, level);
    if (node === undefined) return undefined;
    const nullable = node.op === "fact" && node.nullable;
    if (bare === null && !nullable) {
      parsing.issues.push(reportRules("TYPE_MISMATCH", barePointer, { seen: "null", values: { expected: printType(node.type) } }));
      return undefined;
    }
    const literal: Node | undefined =
      bare === null ? { op: "literal", value: null, type: node.type } : literalFor(bare, node.type, barePointer, parsing);
    if (literal === undefined) return undefined;
    return isBare(a) ? [literal, node] : [node, literal];
  }
  const nodes = [parseNode(a, left, parsing, level), parseNode(b, right, parsing, level)] as const;
  if (nodes[0] === undefined || nodes[1] === undefined) return undefined;
  if (comparable(nodes[0].type, nodes[1].type)) return [nodes[0], nodes[1]];
  parsing.issues.push(reportRules("TYPE_MISMATCH", right, { seen: printType(nodes[1].type), values: { expected: printType(nodes[0].type) } }));
  return undefined;
}

const ordered = new Set(["number", "date"]);

// a choice between values is compared branch by branch, so that an unknown condition does not hide a sure answer
function compare(op: CompareOperator, left: Node, right: Node): Node {
  if (left.op === "if")
    return {
      op: "if",
      condition: left.condition,
      whenTrue: compare(op, left.whenTrue, right),
      whenFalse: compare(op, left.whenFalse, right),
      type: booleanType,
    };
  if (right.op === "if")
    return {
      op: "if",
      condition: right.condition,
      whenTrue: compare(op, left, right.whenTrue),
      whenFalse: compare(op, left, right.whenFalse),
      type: booleanType,
    };
  return { op, left, right, type: booleanType };
}

const comparison = (op: CompareOperator): Operator => ({
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

const arithmetic = (op: "+" | "-" | "*" | "/" | "min" | "max", most: number): Operator => ({
  least: 2,
  most,
  build(args, list, at, parsing, level) {
    const nodes = allOf(args, numberType, list, at, parsing, level);
    if (nodes === undefined) return undefined;
    const integer = op !== "/" && nodes.every((node) => node.type.kind === "number" && node.type.integer);
    return { op, args: nodes, type: integer ? integerType : numberType };
  },
});

const quantifier = (op: "some" | "all" | "none"): Operator => ({
  least: 2,
  most: 2,
  build(args, _list, at, parsing, level) {
    const list = parseNode(args[0], `${at}/0`, parsing, level);
    if (list === undefined) return undefined;
    if (list.op !== "fact" || list.type.kind !== "list" || list.type.of.kind !== "record") {
      parsing.issues.push(reportRules("TYPE_MISMATCH", `${at}/0`, { seen: printType(list.type), values: { expected: "list of record" } }));
      return undefined;
    }
    const meaning = parsing.meaning.within(list.leaf.key, list.type.of.fields);
    const inner: Parsing = { ...parsing, meaning };
    const body = expectKind(parseNode(args[1], `${at}/1`, inner, level), booleanType, `${at}/1`, inner);
    return body === undefined ? undefined : { op, list, body, type: booleanType };
  },
});

const named = (kind: "variable" | "parameter"): Operator => ({
  least: 1,
  most: 1,
  build([name], list, at, parsing) {
    const pointer = argumentPointer(list, at, 0);
    if (typeof name === "string") return parsing.meaning[kind](name, pointer, parsing.issues);
    parsing.issues.push(reportRules("LOGIC_SHAPE", pointer, { seen: name }));
    return undefined;
  },
});

const membership: Operator = {
  least: 2,
  most: 2,
  build([item, list], _list, at, parsing, level) {
    if (Array.isArray(list)) {
      const node = parseNode(item, `${at}/0`, parsing, level);
      if (node === undefined) return undefined;
      const literals = list.map((entry: unknown, index) => {
        if (typeof entry === "string") return literalFor(entry, node.type, `${at}/1/${index}`, parsing);
        parsing.issues.push(reportRules("LOGIC_SHAPE", `${at}/1/${index}`, { seen: entry }));
        return undefined;
      });
      if (literals.some((literal) => literal === undefined)) return undefined;
      return { op: "in", item: node, list: { op: "literal", value: list, type: { kind: "list", of: node.type } }, type: booleanType };
    }
    const node = parseNode(list, `${at}/1`, parsing, level);
    if (node === undefined) return undefined;
    if (node.type.kind !== "list" || node.type.of.kind === "record") {
      parsing.issues.push(reportRules("TYPE_MISMATCH", `${at}/1`, { seen: printType(node.type), values: { expected: "list" } }));
      return undefined;
    }
    const element = node.type.of;
    const wanted = typeof item === "string" ? literalFor(item, element, `${at}/0`, parsing) : parseNode(item, `${at}/0`, parsing, level);
    if (wanted === undefined) return undefined;
    if (comparable(wanted.type, element)) return { op: "in", item: wanted, list: node, type: booleanType };
    parsing.issues.push(reportRules("TYPE_MISMATCH", `${at}/0`, { seen: printType(wanted.type), values: { expected: printType(element) } }));
    return undefined;
  },
};

const areaType: FieldType = { kind: "area" };

const areaOperand = (logic: unknown, pointer: string, parsing: Parsing, level: number): Node | undefined =>
  typeof logic === "string"
    ? literalFor(logic, areaType, pointer, parsing)
    : expectKind(parseNode(logic, pointer, parsing, level), areaType, pointer, parsing);

/** Every operator of the strict dialect. */
export const operators: Readonly<Record<string, Operator>> = {
  var: named("variable"),
  param: named("parameter"),
  and: connective("and"),
  or: connective("or"),
  "!": {
    least: 1,
    most: 1,
    build(args, list, at, parsing, level) {
      const arg = allOf(args, booleanType, list, at, parsing, level)?.[0];
      return arg === undefined ? undefined : { op: "!", arg, type: booleanType };
    },
  },
  if: {
    least: 3,
    most: 3,
    build(args, _list, at, parsing, level) {
      const condition = expectKind(parseNode(args[0], `${at}/0`, parsing, level), booleanType, `${at}/0`, parsing);
      const whenTrue = parseNode(args[1], `${at}/1`, parsing, level);
      const whenFalse = parseNode(args[2], `${at}/2`, parsing, level);
      if (condition === undefined || whenTrue === undefined || whenFalse === undefined) return undefined;
      if (comparable(whenTrue.type, whenFalse.type)) return { op: "if", condition, whenTrue, whenFalse, type: whenTrue.type };
      parsing.issues.push(
        reportRules("TYPE_MISMATCH", `${at}/2`, { seen: printType(whenFalse.type), values: { expected: printType(whenTrue.type) } }),
      );
      return undefined;
    },
  },
  "==": comparison("=="),
  "!=": comparison("!="),
  "<": comparison("<"),
  "<=": comparison("<="),
  ">": comparison(">"),
  ">=": comparison(">="),
  in: membership,
  inside: {
    least: 2,
    most: 2,
    build(args, _list, at, parsing, level) {
      const area = areaOperand(args[0], `${at}/0`, parsing, level);
      const container = areaOperand(args[1], `${at}/1`, parsing, level);
      return area === undefined || container === undefined ? undefined : { op: "inside", area, container, type: booleanType };
    },
  },
  "+": arithmetic("+", many),
  "*": arithmetic("*", many),
  "-": arithmetic("-", 2),
  "/": arithmetic("/", 2),
  min: arithmetic("min", many),
  max: arithmetic("max", many),
  dateAsked: { least: 0, most: 0, build: () => ({ op: "dateAsked", type: { kind: "date" } }) },
  ageOn: {
    least: 1,
    most: 1,
    build(args, list, at, parsing, level) {
      const date = allOf(args, { kind: "date" }, list, at, parsing, level)?.[0];
      return date === undefined ? undefined : { op: "ageOn", date, type: integerType };
    },
  },
  some: quantifier("some"),
  all: quantifier("all"),
  none: quantifier("none"),
};

/** The names of all operators. */
export const operatorNames: readonly string[] = Object.keys(operators);
