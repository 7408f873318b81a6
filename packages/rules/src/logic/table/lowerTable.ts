import type { FieldType } from "@eldercare/core";
import { booleanType, type Hit, type Node, neverKnown, type TableRow } from "../node.js";

/** A row with the later rows that may apply together with it. */
export interface LoweredRow extends TableRow {
  readonly alsoMayApply: readonly number[];
}

/** Key of what a table gives where two rows of it apply: nobody can say. */
export const conflictKey = (table: string): string => `table:${table}`;

/** The days on which one of the rows applies whatever the inputs are, as a condition; absent where there are none. */
export type Covered = Node | undefined;

/**
 * A table as `if` and `+`: the value of the row that applies, none where no row does. Of a `unique` table, the value is
 * unknown where two rows apply; where cells and periods show that two never do, nothing is asked about it.
 */
export function lowerTable(name: string, hit: Hit, rows: readonly LoweredRow[], type: FieldType, covered: Covered): Node {
  if (hit === "sum") {
    const terms = rows.map(({ when, then }): Node => ({ op: "if", condition: when, whenTrue: then, whenFalse: zero(type), type }));
    return terms.length === 1 && terms[0] !== undefined ? terms[0] : { op: "+", args: terms, type };
  }
  const nothing: Node = { op: "literal", value: null, type };
  const last = rows.at(-1)?.then;
  // where some row always applies none is no candidate: what stands in its place is never reached
  const none: Node =
    covered === undefined || last === undefined ? nothing : { op: "if", condition: covered, whenTrue: last, whenFalse: nothing, type };
  return rows.reduceRight<Node>((otherwise, { when, then, alsoMayApply }) => {
    const others = hit === "unique" ? alsoMayApply.flatMap((index) => rows[index]?.when ?? []) : [];
    const [only] = others;
    if (only === undefined) return { op: "if", condition: when, whenTrue: then, whenFalse: otherwise, type };
    const second: Node = others.length === 1 ? only : { op: "or", args: others, type: booleanType };
    const conflict = neverKnown(conflictKey(name), type);
    const whenTrue: Node = { op: "if", condition: second, whenTrue: conflict, whenFalse: then, type };
    return { op: "if", condition: when, whenTrue, whenFalse: otherwise, type };
  }, none);
}

const zero = (type: FieldType): Node => ({ op: "literal", value: 0, type });
