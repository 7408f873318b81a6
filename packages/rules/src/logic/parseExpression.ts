import { didYouMean, type FieldSpec, type FieldType, type Issue, isAreaCode, isCivilDate, jsonPointer, type SubjectKind } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import type { Table } from "../pack/pack.js";
import { booleanType, type Node } from "./node.js";
import type { Operator } from "./operator.js";
import { printType, sameKind } from "./typeWords.js";

/** A table of a pack, about to be read where it is used. */
export interface TableUse {
  readonly table: Table;
  /** Pointer of the table in its pack. */
  readonly pointer: string;
  /** Takes what is wrong with the table itself; each issue counts once however often the table is used. */
  report(issue: Issue): void;
  /**
   * Reads the table while no definition that it reads may look it up again; undefined where one does.
   *
   * @param shared true where it is looked up with its own inputs, so that one reading serves all who do
   */
  read(read: () => Node | undefined, shared: boolean): Node | undefined;
}

/** What names mean where an expression stands. */
export interface Meaning {
  readonly subject: SubjectKind;
  /** The node that a `var` reads; undefined (with issues reported) where there is no such name. */
  variable(path: string, pointer: string, issues: Issue[]): Node | undefined;
  /** The node that a `param` reads. */
  parameter(id: string, pointer: string, issues: Issue[]): Node | undefined;
  /** The table that a `table` looks up, with where its own issues are to be reported. */
  table(name: string, pointer: string, issues: Issue[]): TableUse | undefined;
  /** Ids of the plug-ins given. */
  readonly plugins: readonly string[];
  /** The operator of a plug-in; undefined where no plug-in given has it. */
  operator(name: string): Operator | undefined;
  /** Names within one member of a list. */
  within(list: string, fields: readonly FieldSpec[]): Meaning;
}

/** Where in the pack an expression stands, and what was found wrong so far. */
export interface Parsing {
  /** The operators of the dialect by their names. */
  readonly operators: Readonly<Record<string, Operator>>;
  readonly meaning: Meaning;
  readonly issues: Issue[];
  /** Nodes made so far, so that size stays bounded. */
  readonly size: { nodes: number };
}

const mostNodes = 2000;
/** How deep an expression, or a chain of definitions, may go. */
export const mostLevels = 50;

/** Refuses an operand of another kind than wanted. */
export function expectKind(node: Node | undefined, wanted: FieldType, pointer: string, parsing: Parsing): Node | undefined {
  if (node === undefined || sameKind(node.type, wanted)) return node;
  parsing.issues.push(reportRules("TYPE_MISMATCH", pointer, { seen: printType(node.type), values: { expected: printType(wanted) } }));
  return undefined;
}

/** A literal text, read as what stands opposite it: a choice of a field, a date, an area. */
export function literalFor(text: string, opposite: FieldType, pointer: string, parsing: Parsing): Node | undefined {
  if (opposite.kind === "enum" && !opposite.values.includes(text)) {
    parsing.issues.push(
      reportRules("VALUE_NOT_IN_CHOICE", pointer, {
        seen: text,
        values: { known: opposite.values.join(", "), ...didYouMean(text, opposite.values) },
      }),
    );
    return undefined;
  }
  const fits =
    opposite.kind === "enum" ||
    opposite.kind === "text" ||
    (opposite.kind === "date" && isCivilDate(text)) ||
    (opposite.kind === "area" && isAreaCode(text));
  if (fits) return { op: "literal", value: text, type: opposite };
  parsing.issues.push(reportRules("TYPE_MISMATCH", pointer, { seen: `"${text}"`, values: { expected: printType(opposite) } }));
  return undefined;
}

/**
 * Parses JSON-Logic of the strict dialect into a typed tree; undefined where issues were reported.
 *
 * A text on its own has no type: operators that allow one (`==`, `in`, …) read it by what stands opposite.
 */
export function parseExpression(logic: unknown, pointer: string, parsing: Parsing, level = 0): Node | undefined {
  const { issues, operators } = parsing;
  parsing.size.nodes += 1;
  if (level > mostLevels || parsing.size.nodes > mostNodes) {
    if (parsing.size.nodes !== Number.POSITIVE_INFINITY)
      issues.push(reportRules("LOGIC_TOO_LARGE", pointer, { values: { most: String(mostNodes), depth: String(mostLevels) } }));
    parsing.size.nodes = Number.POSITIVE_INFINITY;
    return undefined;
  }
  if (typeof logic === "boolean") return { op: "literal", value: logic, type: booleanType };
  if (typeof logic === "number") {
    issues.push(reportRules("NUMBER_WITHOUT_CLAUSE", pointer, { seen: logic }));
    return undefined;
  }
  if (typeof logic === "string") {
    issues.push(reportRules("TEXT_ALONE", pointer, { seen: logic }));
    return undefined;
  }
  if (typeof logic !== "object" || logic === null || Array.isArray(logic)) {
    issues.push(reportRules("LOGIC_SHAPE", pointer, { seen: logic }));
    return undefined;
  }
  const keys = Object.keys(logic);
  const definitionOf = (key: string) => (Object.hasOwn(operators, key) ? operators[key] : parsing.meaning.operator(key));
  const operator = keys.find((key) => definitionOf(key)?.beside !== undefined) ?? keys[0];
  const definition = operator === undefined ? undefined : definitionOf(operator);
  if (operator === undefined || keys.some((key) => key !== operator && key !== definition?.beside)) {
    issues.push(reportRules("LOGIC_SHAPE", pointer, { seen: logic }));
    return undefined;
  }
  const at = pointer + jsonPointer([operator]);
  if (definition === undefined) {
    const [plugin = "", ...names] = operator.split(".");
    if (names.length === 1 && !parsing.meaning.plugins.includes(plugin)) {
      issues.push(reportRules("PLUGIN_NOT_GIVEN", at, { seen: operator, values: { plugin } }));
      return undefined;
    }
    const known = Object.keys(operators);
    issues.push(reportRules("OPERATOR_NOT_FOUND", at, { seen: operator, values: { known: known.join(" "), ...didYouMean(operator, known) } }));
    return undefined;
  }
  const given: unknown = (logic as Record<string, unknown>)[operator];
  // as in json-logic-js, one argument may stand without its array
  const args: readonly unknown[] = Array.isArray(given) ? given : [given];
  const { least, most } = definition;
  if (args.length < least || args.length > most) {
    const expected = least === most ? String(least) : most === Number.POSITIVE_INFINITY ? `${least}+` : `${least}–${most}`;
    issues.push(reportRules("OPERATOR_ARITY", at, { seen: args.length, values: { operator, expected } }));
    return undefined;
  }
  const beside = definition.beside === undefined ? undefined : (logic as Record<string, unknown>)[definition.beside];
  return definition.build(args, Array.isArray(given) ? at : undefined, at, parsing, level + 1, beside);
}
