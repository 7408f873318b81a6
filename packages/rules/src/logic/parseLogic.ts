import type { FieldType, Issue } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { type Node, stepsOf } from "./node.js";
import { operators } from "./operators.js";
import { expectKind, type Meaning, mostLevels, type Parsing, parseExpression } from "./parseExpression.js";

export { literalFor, type Meaning, mostLevels, type Parsing, type TableUse } from "./parseExpression.js";

/** How many steps a condition may take with all that it is defined by. */
export const mostSteps = 20_000;

/** Parses an expression of the strict dialect, of whatever type it is; undefined where issues were reported. */
export function parseNode(logic: unknown, pointer: string, parsing: Omit<Parsing, "operators">, level = 0): Node | undefined {
  return parseExpression(logic, pointer, { ...parsing, operators }, level);
}

/** Parses an expression that must be a condition or a value of a wanted type. */
export function parseLogic(logic: unknown, wanted: FieldType, pointer: string, meaning: Meaning, issues: Issue[]): Node | undefined {
  const parsing: Parsing = { operators, meaning, issues, size: { nodes: 0 } };
  const node = expectKind(parseExpression(logic, pointer, parsing), wanted, pointer, parsing);
  if (node === undefined || stepsOf(node) <= mostSteps) return node;
  issues.push(reportRules("LOGIC_TOO_LARGE", pointer, { values: { most: String(mostSteps), depth: String(mostLevels) } }));
  return undefined;
}
