import type { FieldType, Issue } from "@eldercare/core";
import { reportRules } from "../../errors/codes.js";
import type { Table, TableRowDeclaration } from "../../pack/pack.js";
import { booleanType, type Node, nodesOf } from "../node.js";
import type { Operator } from "../operator.js";
import { expectKind, type Parsing, parseExpression } from "../parseExpression.js";
import { printType } from "../typeWords.js";
import { type Demand, readCell } from "./cell.js";
import { coversAll } from "./coversAll.js";
import { demandsMeet } from "./demandsMeet.js";
import { type LoweredRow, lowerTable } from "./lowerTable.js";
import { typeOfTable, valueOfType } from "./tableType.js";

/** A row, read: its condition, its value, and what its cells demand of the inputs. */
interface ReadRow {
  readonly declared: TableRowDeclaration;
  readonly when: Node;
  readonly then: Node;
  readonly demands: readonly Demand[];
}

const dateType: FieldType = { kind: "date" };

/** That the date asked lies in a period. */
function inForce({ from, to }: Pick<TableRowDeclaration, "from" | "to">): Node[] {
  const asked: Node = { op: "dateAsked", type: dateType };
  const held = (op: ">=" | "<=", day: string): Node => ({ op, left: asked, right: { op: "literal", value: day, type: dateType }, type: booleanType });
  return [held(">=", from), ...(to === undefined ? [] : [held("<=", to)])];
}

/** The value of a row: written out, with the row's clause behind it, or an expression. */
function readThen(then: TableRowDeclaration["then"], type: FieldType, pointer: string, parsing: Parsing, level: number): Node | undefined {
  if (typeof then === "object") return expectKind(parseExpression(then, pointer, parsing, level), type, pointer, parsing);
  const value = valueOfType(then, type);
  if (value !== undefined) return { op: "literal", value, type };
  parsing.issues.push(reportRules("TYPE_MISMATCH", pointer, { seen: then, values: { expected: printType(type) } }));
  return undefined;
}

function readRow(
  declared: TableRowDeclaration,
  inputs: readonly Node[],
  type: FieldType,
  at: string,
  parsing: Parsing,
  level: number,
): ReadRow | undefined {
  if (declared.if.length !== inputs.length) {
    const values = { seen: declared.if.length, expected: String(inputs.length) };
    parsing.issues.push(reportRules("TABLE_CELLS", `${at}/if`, { seen: values.seen, values: { expected: values.expected } }));
    return undefined;
  }
  const cells = declared.if.map((cell, column) => {
    const input = inputs[column];
    return input === undefined ? undefined : readCell(cell, input, `${at}/if/${column}`, parsing, level);
  });
  const then = readThen(declared.then, type, `${at}/then`, parsing, level);
  const read = cells.filter((cell) => cell !== undefined);
  if (then === undefined || read.length < cells.length) return undefined;
  const args = [...inForce(declared), ...read.flatMap(({ condition }) => condition ?? [])];
  const when: Node = args.length === 1 && args[0] !== undefined ? args[0] : { op: "and", args, type: booleanType };
  return { declared, when, then, demands: read.map(({ demand }) => demand) };
}

const overlap = (a: TableRowDeclaration, b: TableRowDeclaration): boolean =>
  (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to);

/** Whether two rows can apply at once; undefined where the cells do not say. */
function canBothApply(a: ReadRow, b: ReadRow, inputs: readonly Node[], independent: boolean): boolean | undefined {
  if (!overlap(a.declared, b.declared)) return false;
  const columns = inputs.map((input, column) => {
    const [one, other] = [a.demands[column], b.demands[column]];
    return one === undefined || other === undefined ? undefined : demandsMeet(one, other, input.type);
  });
  if (columns.includes(false)) return false;
  return independent && columns.every((meets) => meets === true) ? true : undefined;
}

/** Whether inputs are fields of which each may have any value whatever the others have. */
function areIndependent(inputs: readonly Node[]): boolean {
  const leaves = inputs.map((input) => [...nodesOf(input)].flatMap((node) => (node.op === "fact" || node.op === "param" ? [node.leaf.key] : [])));
  const counted = leaves.flatMap((keys) => [...new Set(keys)]);
  return inputs.length === 1 || (inputs.every(({ op }) => op === "fact") && new Set(counted).size === counted.length);
}

function lowered(name: string, table: Table, rows: readonly ReadRow[], inputs: readonly Node[], pointer: string, issues: Issue[]): LoweredRow[] {
  const independent = areIndependent(inputs);
  return rows.map((row, index) => {
    const alsoMayApply: number[] = [];
    for (const [later, other] of rows.entries()) {
      const both = later > index && table.hit === "unique" ? canBothApply(row, other, inputs, independent) : false;
      if (both === true)
        issues.push(
          reportRules("TABLE_ROWS_OVERLAP", `${pointer}/rows/${later}`, {
            seen: name,
            values: { first: String(index + 1), second: String(later + 1) },
          }),
        );
      if (both !== false) alsoMayApply.push(later);
    }
    return { when: row.when, then: row.then, clause: row.declared.clause, index, alsoMayApply };
  });
}

/** The days from the last beginning of a row on which rows without an end leave nothing uncovered: some row applies whatever the inputs are. */
function coveredDays(rows: readonly ReadRow[], inputs: readonly Node[]): Node | undefined {
  const today = rows.filter(({ declared }) => declared.to === undefined);
  const [from] = today
    .map(({ declared }) => declared.from)
    .sort()
    .reverse();
  if (from === undefined || !coversAll(today, inputs)) return undefined;
  return inForce({ from })[0];
}

/** The inputs of a table: those of the place that looks it up, or else its own. */
function readInputs(own: readonly Node[] | undefined, { inputs }: Table, pointer: string, parsing: Parsing, level: number): Node[] | undefined {
  if (own !== undefined) return [...own];
  const nodes = inputs.map((input, index) =>
    parseExpression(typeof input === "string" ? { var: input } : input, `${pointer}/inputs/${index}`, parsing, level),
  );
  return nodes.every((node) => node !== undefined) ? nodes : undefined;
}

function readTable(
  name: string,
  table: Table,
  given: readonly Node[] | undefined,
  pointer: string,
  parsing: Parsing,
  level: number,
): Node | undefined {
  const type = typeOfTable(table);
  if (type === undefined || (table.hit === "sum" && type.kind !== "number")) {
    parsing.issues.push(reportRules("TABLE_TYPE", `${pointer}/${type === undefined ? "type" : "hit"}`, { seen: name }));
    return undefined;
  }
  const inputs = readInputs(given, table, pointer, parsing, level);
  if (inputs === undefined) return undefined;
  // every cell becomes a node or two: a table counts towards the size of what looks it up
  parsing.size.nodes += table.rows.length;
  const rows = table.rows.map((row, index) => readRow(row, inputs, type, `${pointer}/rows/${index}`, parsing, level));
  const sound = rows.filter((row) => row !== undefined);
  if (sound.length < rows.length) return undefined;
  const before = parsing.issues.length;
  const made = lowered(name, table, sound, inputs, pointer, parsing.issues);
  if (parsing.issues.length > before) return undefined;
  return {
    op: "table",
    name,
    hit: table.hit,
    rows: made.map(({ alsoMayApply: _, ...row }) => row),
    body: lowerTable(name, table.hit, made, type, coveredDays(sound, inputs)),
    type,
  };
}

/** Looks a decision table up, with its own inputs or with those of `row`. */
export const table: Operator = {
  least: 1,
  most: 1,
  beside: "row",
  build([name], list, at, parsing, level, row) {
    const pointer = list === undefined ? at : `${list}/0`;
    if (typeof name !== "string" || (row !== undefined && !Array.isArray(row))) {
      parsing.issues.push(reportRules("LOGIC_SHAPE", pointer, { seen: typeof name === "string" ? row : name }));
      return undefined;
    }
    const use = parsing.meaning.table(name, pointer, parsing.issues);
    if (use === undefined) return undefined;
    const rowAt = `${at.slice(0, at.lastIndexOf("/"))}/row`;
    const args = row as readonly unknown[] | undefined;
    if (args !== undefined && args.length !== use.table.inputs.length) {
      const values = { operator: `table ${name}`, expected: String(use.table.inputs.length) };
      parsing.issues.push(reportRules("OPERATOR_ARITY", rowAt, { seen: args.length, values }));
      return undefined;
    }
    const given = args?.map((arg, index) => parseExpression(arg, `${rowAt}/${index}`, parsing, level));
    if (given?.some((node) => node === undefined)) return undefined;
    const issues: Issue[] = [];
    const inner: Parsing = { ...parsing, issues };
    const node = use.read(() => readTable(name, use.table, given as readonly Node[] | undefined, use.pointer, inner, level), given === undefined);
    for (const issue of issues) use.report(issue);
    return node;
  },
};
