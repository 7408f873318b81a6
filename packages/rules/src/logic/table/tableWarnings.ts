import type { Issue } from "@eldercare/core";
import { reportRules } from "../../errors/codes.js";
import { compileTruth, type ParameterValues } from "../closures.js";
import { type Node, nodesOf, type TableNode } from "../node.js";
import type { Scope } from "../scope.js";
import { FALSE, TRUE } from "../value.js";
import { conflictKey } from "./lowerTable.js";

/** The tables that a rule looks up for itself, where a warning may have to be given. */
interface Watched {
  /** `unique` tables of which two rows may apply. */
  readonly ambiguous: readonly TableNode[];
  /** Tables that give a value of the effect. */
  readonly giving: readonly TableNode[];
}

const watched = new WeakMap<Node, Watched>();

function tablesOf(root: Node): Watched {
  const known = watched.get(root);
  if (known !== undefined) return known;
  const nodes = [...nodesOf(root)];
  const tables = nodes.filter((node) => node.op === "table");
  const ambiguous = tables.filter((table) =>
    [...nodesOf(table.body)].some((node) => node.op === "param" && node.leaf.key === conflictKey(table.name)),
  );
  const made = { ambiguous, giving: root.op === "table" && root.hit !== "sum" ? [root] : [] };
  watched.set(root, made);
  return made;
}

/**
 * Warnings about tables that give no answer for one record: two rows of a `unique` table apply (TABLE_CONFLICT), or no row
 * applies where the effect needs a value (TABLE_WITHOUT_ROW).
 */
export function tableWarnings(condition: Node | undefined, values: readonly Node[], scope: Scope, parameters: ParameterValues): Issue[] {
  const found = new Map<string, Issue>();
  const roots = condition === undefined ? values : [condition, ...values];
  const applies = (table: TableNode) => table.rows.map((row) => ({ row, truth: compileTruth(row.when, parameters)(scope) }));
  for (const table of roots.flatMap((root) => tablesOf(root).ambiguous)) {
    const sure = applies(table).filter(({ truth }) => truth === TRUE);
    if (sure.length < 2 || found.has(table.name)) continue;
    const rows = sure.map(({ row }) => `${row.index + 1} (${row.clause})`).join(", ");
    found.set(table.name, reportRules("TABLE_CONFLICT", `/tables/${table.name}`, { seen: table.name, values: { rows } }));
  }
  for (const table of values.flatMap((root) => tablesOf(root).giving))
    if (!found.has(table.name) && applies(table).every(({ truth }) => truth === FALSE))
      found.set(table.name, reportRules("TABLE_WITHOUT_ROW", `/tables/${table.name}`, { seen: table.name }));
  return [...found.values()];
}
