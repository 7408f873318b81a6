import { jsonPointer } from "@eldercare/core";
import type { Pack } from "../pack/pack.js";
import type { Analysis } from "./analysis.js";
import { type Finding, finding } from "./finding.js";

/** Every clause that something in the pack cites. */
function citedIn(pack: Pack): ReadonlySet<string> {
  return new Set([
    ...pack.rules.flatMap(({ clauses }) => clauses),
    ...Object.values(pack.facts).flatMap(({ clauses = [] }) => clauses),
    ...Object.values(pack.parameters).flatMap(({ clause, values = [] }) => [clause, ...values.flatMap((value) => value.clause ?? [])]),
    ...Object.values(pack.tables ?? {}).flatMap(({ rows }) => rows.map(({ clause }) => clause)),
    ...(pack.linkages ?? []).flatMap(({ clauses }) => clauses),
    ...(pack.overrides ?? []).flatMap(({ clauses }) => clauses),
    ...(pack.contradictions ?? []).flatMap(({ clauses }) => clauses),
  ]);
}

/** The day on which the document of a clause was issued. */
const issuedOf = ({ clauses, sources }: Pack, clause: string): string | undefined => sources[clauses[clause]?.source ?? ""]?.issued;

function unusedClauses(pack: Pack): Finding[] {
  const cited = citedIn(pack);
  return Object.keys(pack.clauses).flatMap((id) =>
    cited.has(id) ? [] : [finding("CLAUSE_UNUSED", jsonPointer(["clauses", id]), { seen: id }, { clauses: [id] })],
  );
}

function earlyValues(pack: Pack): Finding[] {
  const early = (from: string, clause: string, pointer: string): Finding[] => {
    const issued = issuedOf(pack, clause);
    if (issued === undefined || from >= issued) return [];
    return [finding("VALUE_BEFORE_SOURCE", pointer, { seen: from, values: { issued } }, { clauses: [clause] })];
  };
  return [
    ...Object.entries(pack.parameters).flatMap(([id, { clause, values = [] }]) =>
      values.flatMap((value, index) => early(value.from, value.clause ?? clause, jsonPointer(["parameters", id, "values", index, "from"]))),
    ),
    ...Object.entries(pack.tables ?? {}).flatMap(([name, { rows }]) =>
      rows.flatMap((row, index) => early(row.from, row.clause, jsonPointer(["tables", name, "rows", index, "from"]))),
    ),
  ];
}

function earlyRules({ pack, rules }: Analysis): Finding[] {
  const { from } = pack.inForce;
  return rules.flatMap(({ pointer, key, parsed: { info } }) => {
    // the first of the documents behind a rule is what it stands on
    const [issued] = info.clauses.flatMap((clause) => issuedOf(pack, clause) ?? []).sort();
    if (pointer === undefined || issued === undefined || from >= issued) return [];
    return [finding("RULE_BEFORE_SOURCE", pointer, { values: { rule: key, from, issued } }, { rules: [key], clauses: info.clauses })];
  });
}

/** Clauses that nothing cites, and values and rules that hold before the document behind them was issued. */
export function sourceFindings(analysis: Analysis): Finding[] {
  return [...unusedClauses(analysis.pack), ...earlyValues(analysis.pack), ...earlyRules(analysis)];
}
