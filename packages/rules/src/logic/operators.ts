import { type FieldType, tierDigits } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { comparison, ofEachPair } from "./compare.js";
import { dateOperators } from "./dateOperators.js";
import { listOperators } from "./listOperators.js";
import { booleanType, integerType, type Node, numberType } from "./node.js";
import { allOf, argumentPointer, type Operator } from "./operator.js";
import { expectKind, literalFor, type Parsing, parseExpression } from "./parseExpression.js";
import { table } from "./table/tableOperator.js";
import { comparable, printType } from "./typeWords.js";

const many = Number.POSITIVE_INFINITY;

const connective = (op: "and" | "or"): Operator => ({
  least: 2,
  most: many,
  build(args, list, at, parsing, level) {
    const nodes = allOf(args, booleanType, list, at, parsing, level);
    return nodes === undefined ? undefined : { op, args: nodes, type: booleanType };
  },
});

const arithmetic = (op: "+" | "-" | "*" | "/" | "min" | "max", most: number): Operator => ({
  least: 2,
  most,
  build(args, list, at, parsing, level) {
    const nodes = allOf(args, numberType, list, at, parsing, level);
    if (nodes === undefined) return undefined;
    const integer = op !== "/" && nodes.every(({ type }) => type.kind === "number" && type.integer);
    // sums of money are money; a product of two amounts is not
    const fen = integer && op !== "*" && nodes.every(({ type }) => type.kind === "number" && type.fen === true);
    return { op, args: nodes, type: fen ? { ...integerType, fen } : integer ? integerType : numberType };
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

const areaType: FieldType = { kind: "area" };

const areaOperand = (logic: unknown, pointer: string, parsing: Parsing, level: number): Node | undefined =>
  typeof logic === "string"
    ? literalFor(logic, areaType, pointer, parsing)
    : expectKind(parseExpression(logic, pointer, parsing, level), areaType, pointer, parsing);

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
      const condition = expectKind(parseExpression(args[0], `${at}/0`, parsing, level), booleanType, `${at}/0`, parsing);
      const whenTrue = parseExpression(args[1], `${at}/1`, parsing, level);
      const whenFalse = parseExpression(args[2], `${at}/2`, parsing, level);
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
  inside: {
    least: 2,
    most: 2,
    build(args, _list, at, parsing, level) {
      const area = areaOperand(args[0], `${at}/0`, parsing, level);
      const container = areaOperand(args[1], `${at}/1`, parsing, level);
      if (area === undefined || container === undefined) return undefined;
      return ofEachPair(area, container, (inner, outer) => ({ op: "inside", area: inner, container: outer, type: booleanType }));
    },
  },
  "+": arithmetic("+", many),
  "*": arithmetic("*", many),
  "-": arithmetic("-", 2),
  "/": arithmetic("/", 2),
  min: arithmetic("min", many),
  max: arithmetic("max", many),
  tierOf: {
    least: 1,
    most: 1,
    build(args, list, at, parsing, level) {
      const area = areaOperand(args[0], argumentPointer(list, at, 0), parsing, level);
      return area === undefined ? undefined : { op: "tierOf", area, type: { kind: "enum", values: Object.keys(tierDigits) } };
    },
  },
  ...listOperators,
  ...dateOperators,
  table,
};

/** The names of all operators. */
export const operatorNames: readonly string[] = Object.keys(operators);
