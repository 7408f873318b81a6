import { didYouMean, type FieldType } from "@eldercare/core";
import { reportRules } from "../../errors/codes.js";
import type { TableCell } from "../../pack/pack.js";
import { compare } from "../compare.js";
import { holds, memberType } from "../listOperators.js";
import { booleanType, type CompareOperator, type Node } from "../node.js";
import { expectKind, literalFor, type Parsing, parseExpression } from "../parseExpression.js";
import { comparable, printType } from "../typeWords.js";
import type { Value } from "../value.js";
import { valueOfType } from "./tableType.js";

/** What a cell asks of its input, in a form in which two cells can be held against one another. */
export type Demand =
  | { readonly kind: "any" }
  | { readonly kind: "oneOf"; readonly values: readonly Value[] }
  | { readonly kind: "range"; readonly limits: readonly { readonly op: CompareOperator; readonly value: Value }[] }
  | { readonly kind: "inside"; readonly area: string }
  /** A list has this member, which says nothing of its others. */
  | { readonly kind: "member" }
  /** Depends on a parameter or another fact. */
  | { readonly kind: "open" };

/** A cell, read: its condition (absent where anything will do) and what it demands. */
export interface ReadCell {
  readonly condition?: Node;
  readonly demand: Demand;
}

/** What stands in a cell that any value satisfies. */
export const anything = "-";

const orderings: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);
const cellOperators = ["==", "!=", "<", "<=", ">", ">=", "inside"];

const disjunction = (args: readonly Node[]): Node => (args.length === 1 && args[0] !== undefined ? args[0] : { op: "or", args, type: booleanType });

/** A value written in a cell, as one that the input can have; undefined where it cannot. */
function literalOf(value: boolean | number | string | null, type: FieldType, nullable: boolean, pointer: string, parsing: Parsing): Node | undefined {
  if (value === null && nullable) return { op: "literal", value, type };
  if (typeof value === "string" && type.kind !== "number") return literalFor(value, type, pointer, parsing);
  const read = value === null ? undefined : valueOfType(value, type);
  if (read !== undefined) return { op: "literal", value: read, type };
  parsing.issues.push(reportRules("TYPE_MISMATCH", pointer, { seen: value === null ? "null" : value, values: { expected: printType(type) } }));
  return undefined;
}

const literalValue = (node: Node): Value => (node.op === "literal" ? node.value : undefined);

/** One or more values, of which the input must be one; of a list, of which it must hold one. */
function oneOf(values: readonly (boolean | number | string | null)[], input: Node, at: readonly string[], parsing: Parsing): ReadCell | undefined {
  const member = memberType(input.type);
  const nullable = input.op === "fact" && input.nullable;
  const literals = values.map((value, index) => literalOf(value, member ?? input.type, nullable && member === undefined, at[index] ?? "", parsing));
  const read = literals.filter((literal) => literal !== undefined);
  if (read.length < literals.length) return undefined;
  if (member !== undefined) return { condition: disjunction(read.map((literal) => holds(input, literal))), demand: { kind: "member" } };
  const equal = read.map((literal) => asked(input, literal));
  return { condition: disjunction(equal), demand: { kind: "oneOf", values: read.map(literalValue) } };
}

// a boolean input is its own condition
const asked = (input: Node, literal: Node): Node =>
  input.type.kind === "boolean"
    ? literalValue(literal) === true
      ? input
      : { op: "!", arg: input, type: booleanType }
    : compare("==", input, literal);

/** What an operator of a cell holds the input against: a value with the row's clause behind it, or an expression. */
function operandOf(value: unknown, input: Node, pointer: string, parsing: Parsing, level: number): Node | undefined {
  if (typeof value !== "object") return literalOf(value as boolean | number | string, input.type, false, pointer, parsing);
  const node = parseExpression(value, pointer, parsing, level);
  if (node === undefined || comparable(node.type, input.type)) return node;
  return expectKind(node, input.type, pointer, parsing);
}

function limited(cell: Readonly<Record<string, unknown>>, input: Node, pointer: string, parsing: Parsing, level: number): ReadCell | undefined {
  const entries = Object.entries(cell);
  const conditions: Node[] = [];
  const limits: { op: CompareOperator; value: Value }[] = [];
  let demand: Demand | undefined;
  let sound = entries.length > 0;
  for (const [op, value] of entries) {
    const at = `${pointer}/${op.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const kind = input.type.kind;
    const fits = op === "inside" ? kind === "area" : orderings.has(op) ? kind === "number" || kind === "date" : kind !== "list";
    if (!cellOperators.includes(op) || !fits) {
      const known = cellOperators.filter((name) =>
        name === "inside" ? kind === "area" : !orderings.has(name) || kind === "number" || kind === "date",
      );
      parsing.issues.push(reportRules("TABLE_CELL", at, { seen: op, values: { known: known.join(" "), ...didYouMean(op, known) } }));
      sound = false;
      continue;
    }
    const operand = operandOf(value, input, at, parsing, level);
    if (operand === undefined) {
      sound = false;
      continue;
    }
    const against = literalValue(operand);
    if (op === "inside") {
      conditions.push({ op: "inside", area: input, container: operand, type: booleanType });
      demand = typeof against === "string" && entries.length === 1 ? { kind: "inside", area: against } : { kind: "open" };
      continue;
    }
    conditions.push(compare(op as CompareOperator, input, operand));
    if (operand.op !== "literal" || op === "!=") demand = { kind: "open" };
    else limits.push({ op: op as CompareOperator, value: against });
  }
  if (!sound) {
    if (entries.length === 0)
      parsing.issues.push(reportRules("TABLE_CELL", pointer, { seen: cell, values: { known: cellOperators.join(" "), ...didYouMean("", []) } }));
    return undefined;
  }
  const condition: Node = conditions.length === 1 && conditions[0] !== undefined ? conditions[0] : { op: "and", args: conditions, type: booleanType };
  return { condition, demand: demand ?? { kind: "range", limits } };
}

/** Reads one cell of a row against its input; undefined where issues were reported. */
export function readCell(cell: TableCell, input: Node, pointer: string, parsing: Parsing, level: number): ReadCell | undefined {
  if (cell === anything) return { demand: { kind: "any" } };
  if (Array.isArray(cell)) {
    const values = cell as readonly (boolean | number | string | null)[];
    return oneOf(
      values,
      input,
      values.map((_, index) => `${pointer}/${index}`),
      parsing,
    );
  }
  if (typeof cell !== "object" || cell === null) return oneOf([cell as boolean | number | string | null], input, [pointer], parsing);
  return limited(cell as Readonly<Record<string, unknown>>, input, pointer, parsing, level);
}
