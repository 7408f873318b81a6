import * as v from "valibot";
import { parseShape } from "../register/parse.js";
import type { QuestionCheck } from "./questionCheck.js";

/** Adds what is wrong with the rows of a table: their shapes, and ids that occur twice. True where every row has its shape. */
export function checkRows(check: QuestionCheck, pointer: string, shape: v.GenericSchema, rows: readonly { readonly id: string }[]): boolean {
  const { issues } = parseShape(v.array(shape), rows, pointer);
  for (const issue of issues) check.add(issue);
  if (!Array.isArray(rows)) return false;
  check.unique(
    (index) => `${pointer}/${index}/id`,
    // what is no row has no id
    rows.map((row: { readonly id: string } | null | undefined) => row?.id),
  );
  return issues.length === 0;
}
