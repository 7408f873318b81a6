import type { FieldType } from "@eldercare/core";
import type { ShiftOperator, SpanOperator } from "./calendar.js";
import { compare } from "./compare.js";
import { booleanType, integerType, type Node } from "./node.js";
import { allOf, argumentPointer, type Operator } from "./operator.js";
import { expectKind, literalFor, type Parsing, parseExpression } from "./parseExpression.js";

const dateType: FieldType = { kind: "date" };

/** A date: an expression, or a day written out. */
function dateOperand(logic: unknown, pointer: string, parsing: Parsing, level: number): Node | undefined {
  return typeof logic === "string"
    ? literalFor(logic, dateType, pointer, parsing)
    : expectKind(parseExpression(logic, pointer, parsing, level), dateType, pointer, parsing);
}

const dates = (args: readonly unknown[], list: string | undefined, at: string, parsing: Parsing, level: number): Node[] | undefined => {
  const nodes = args.map((arg, index) => dateOperand(arg, argumentPointer(list, at, index), parsing, level));
  return nodes.every((node) => node !== undefined) ? nodes : undefined;
};

const span = (op: SpanOperator): Operator => ({
  least: 2,
  most: 2,
  build(args, list, at, parsing, level) {
    const [from, to] = dates(args, list, at, parsing, level) ?? [];
    return from === undefined || to === undefined ? undefined : { op, from, to, type: integerType };
  },
});

const shift = (op: ShiftOperator): Operator => ({
  least: 2,
  most: 2,
  build(args, _list, at, parsing, level) {
    const date = dateOperand(args[0], `${at}/0`, parsing, level);
    const amount = expectKind(parseExpression(args[1], `${at}/1`, parsing, level), integerType, `${at}/1`, parsing);
    return date === undefined || amount === undefined ? undefined : { op, date, amount, type: dateType };
  },
});

/** The operators over dates. */
export const dateOperators: Readonly<Record<string, Operator>> = {
  dateAsked: { least: 0, most: 0, build: () => ({ op: "dateAsked", type: dateType }) },
  ageOn: {
    least: 1,
    most: 1,
    build(args, list, at, parsing, level) {
      const date = allOf(args, dateType, list, at, parsing, level)?.[0];
      return date === undefined ? undefined : { op: "ageOn", date, type: integerType };
    },
  },
  daysBetween: span("daysBetween"),
  monthsBetween: span("monthsBetween"),
  yearsBetween: span("yearsBetween"),
  addDays: shift("addDays"),
  addMonths: shift("addMonths"),
  addYears: shift("addYears"),
  within: {
    least: 3,
    most: 3,
    build(args, list, at, parsing, level) {
      const [date, from, to] = dates(args, list, at, parsing, level) ?? [];
      if (date === undefined || from === undefined || to === undefined) return undefined;
      return { op: "and", args: [compare(">=", date, from), compare("<=", date, to)], type: booleanType };
    },
  },
};
