import type { Pack } from "../pack/pack.js";
import type { ClausePlace, ClausePlaceKind } from "./clauseRecord.js";

/** What a pack builds on each clause, in the order: rules, overrides, facts, parameters, tables, linkages, contradictions. */
export function citationsOf(pack: Pack): ReadonlyMap<string, readonly ClausePlace[]> {
  const cited = new Map<string, ClausePlace[]>();
  const cite = (clauses: Iterable<string | undefined>, kind: ClausePlaceKind, key: string): void => {
    for (const clause of new Set(clauses)) {
      if (clause === undefined) continue;
      const places = cited.get(clause) ?? [];
      cited.set(clause, places);
      places.push({ kind, key });
    }
  };
  for (const { id, then, clauses } of pack.rules) cite(clauses, then.kind, `${pack.id}/${id}`);
  for (const [index, { clauses }] of (pack.overrides ?? []).entries()) cite(clauses, "override", `/overrides/${index}`);
  for (const [name, { clauses = [] }] of Object.entries(pack.facts)) cite(clauses, "fact", name);
  for (const [id, { clause, values = [] }] of Object.entries(pack.parameters))
    cite([clause, ...values.map((value) => value.clause)], "parameter", id);
  for (const [name, { rows }] of Object.entries(pack.tables ?? {}))
    cite(
      rows.map(({ clause }) => clause),
      "table",
      name,
    );
  for (const [index, { clauses }] of (pack.linkages ?? []).entries()) cite(clauses, "linkage", `/linkages/${index}`);
  for (const [index, { clauses }] of (pack.contradictions ?? []).entries()) cite(clauses, "contradiction", `/contradictions/${index}`);
  return cited;
}
