import { addDays, jsonPointer, type SubjectKind } from "@eldercare/core";
import { sameJson } from "../compare/sameJson.js";
import { type Node, nodesOf, type TableNode } from "../logic/node.js";
import type { TableRowDeclaration } from "../pack/pack.js";
import type { Analysis, RuleAt } from "./analysis.js";
import { allOf, not } from "./domain/formula.js";
import { type Finding, finding } from "./finding.js";

/** A table of the pack where some rule or definition looks it up. */
interface TableUse {
  readonly table: TableNode;
  readonly subject: SubjectKind;
  /** The rule whose effect looks it up, so that its condition is known to hold there. */
  readonly rule: RuleAt | undefined;
}

const tablesIn = (node: Node): TableNode[] => [...nodesOf(node)].flatMap((part) => (part.op === "table" ? [part] : []));

function usesOf(analysis: Analysis): TableUse[] {
  const { pack, rules, context } = analysis;
  const inRules = rules.flatMap((rule) => {
    const { condition, values, info } = rule.parsed;
    const uses = (nodes: readonly (Node | undefined)[], granted: RuleAt | undefined): TableUse[] =>
      nodes.flatMap((node) => (node === undefined ? [] : tablesIn(node).map((table) => ({ table, subject: info.subject, rule: granted }))));
    return [...uses(Object.values(values), rule), ...uses([condition], undefined)];
  });
  const inFacts = Object.entries(pack.facts).flatMap(([name, { subject, is }]) => {
    const node = is === undefined ? undefined : context.meaning.of(subject).variable(name, "", []);
    return node === undefined ? [] : tablesIn(node).map((table): TableUse => ({ table, subject, rule: undefined }));
  });
  return [...inRules, ...inFacts].filter(({ table }) => Object.hasOwn(pack.tables ?? {}, table.name));
}

/** Each table once for each kind of record, whatever it is held against. */
function distinct(uses: readonly TableUse[]): TableUse[] {
  const seen = new Set<string>();
  return uses.filter(({ table, subject }) => {
    const key = `${subject} ${table.name}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

const rowPointer = (name: string, row: number): string => jsonPointer(["tables", name, "rows", row]);

const question = (name: string) => ({
  zh: `表 ${name} 的各行是否互斥、齐全`,
  en: `whether the rows of table ${name} exclude one another and leave nothing out`,
});

/** Rows of a table that hits once of which two apply to somebody. */
function overlappingRows(analysis: Analysis, { table, subject }: TableUse): Finding[] {
  if (table.hit !== "unique") return [];
  return table.rows.flatMap((second, index) =>
    table.rows.slice(0, index).flatMap((first) => {
      const pointer = rowPointer(table.name, second.index);
      const conditions = [first, second].map(({ when }) => ({ node: when, wanted: true }));
      const found = analysis.find(analysis.asSupplied(subject), conditions, { pointer, question: question(table.name), rules: [] });
      if (found.kind !== "found") return [];
      const values = { name: table.name, row: String(second.index + 1), other: String(first.index + 1) };
      return [finding("TABLE_ROWS_MEET", pointer, { values }, { clauses: [...new Set([first.clause, second.clause])], witness: found.witness })];
    }),
  );
}

/** A row of the same cells that stands before another, holds from later, and so takes its place from that day on. */
function laterTwin(declared: readonly TableRowDeclaration[], index: number): number | undefined {
  const row = declared[index];
  if (row === undefined) return undefined;
  const found = declared.slice(0, index).findIndex((other) => other.from > row.from && sameJson(other.if, row.if));
  return found < 0 ? undefined : found;
}

const noHint = { "hint.zh": "", "hint.en": "", "more.zh": "", "more.en": "" };

/** What hides a row, where it is another version of itself, and how both are kept. */
function twinHint(declared: readonly TableRowDeclaration[], index: number): typeof noHint {
  const place = laterTwin(declared, index);
  const twin = place === undefined ? undefined : declared[place];
  if (place === undefined || twin === undefined) return noHint;
  const until = addDays(twin.from, -1);
  return {
    "hint.zh": `：第 ${place + 1} 行条件相同，排在它前面，自 ${twin.from} 起施行`,
    "hint.en": `: row ${place + 1}, which stands before it, asks the same and holds from ${twin.from}`,
    "more.zh": `；该行只用到那一日之前的，加上 "to": "${until}"`,
    "more.en": `; where it holds until that day, add "to": "${until}"`,
  };
}

/** Rows in force that no one comes to: their condition holds for nobody, or a row before them takes all. */
function idleRows(analysis: Analysis, { table, subject }: TableUse): Finding[] {
  const world = analysis.asWritten(subject);
  const formulas = table.rows.map(({ when }) => analysis.formula(world, when));
  const declared = analysis.pack.tables?.[table.name]?.rows ?? [];
  return table.rows.flatMap((row, index) => {
    const own = formulas[index];
    const { from = "", to } = declared[row.index] ?? {};
    // a row of another time is not judged by today's
    if (own === undefined || from > analysis.on || (to !== undefined && to < analysis.on)) return [];
    const before = table.hit === "first" ? formulas.slice(0, index).map(not) : [];
    const pointer = rowPointer(table.name, row.index);
    if (analysis.isPossible([{ formula: allOf([own, ...before]), wanted: true }], { pointer, question: question(table.name), rules: [] })) return [];
    const values = { name: table.name, row: String(row.index + 1), ...(table.hit === "first" ? twinHint(declared, row.index) : noHint) };
    return [finding("TABLE_ROW_NEVER_HIT", pointer, { values }, { clauses: [row.clause] })];
  });
}

/** Somebody to whom a rule grants, for whom the table that its effect looks up has no row. */
function missingRows(analysis: Analysis, uses: readonly TableUse[]): Finding[] {
  const asked = new Set<string>();
  return uses.flatMap(({ table, subject, rule }) => {
    const key = `${rule?.key} ${table.name}`;
    if (rule === undefined || table.hit === "sum" || asked.has(key)) return [];
    asked.add(key);
    const pointer = jsonPointer(["tables", table.name]);
    const rows = table.rows.map(({ when }) => ({ node: when, wanted: false }));
    const conditions = [{ node: rule.condition, wanted: true }, ...rows];
    const found = analysis.find(analysis.asSupplied(subject), conditions, { pointer, question: question(table.name), rules: [rule.key] });
    if (found.kind !== "found") return [];
    const values = { name: table.name, rule: rule.key };
    const clauses = [...new Set([...rule.parsed.info.clauses, ...table.rows.map(({ clause }) => clause)])];
    return [finding("TABLE_LEAVES_GAP", pointer, { values }, { rules: [rule.key], clauses, witness: found.witness })];
  });
}

/** What is wrong with the rows of the pack's tables: two that apply together, one that never does, one that is missing. */
export function tableFindings(analysis: Analysis): Finding[] {
  const uses = usesOf(analysis);
  return [...distinct(uses).flatMap((use) => [...overlappingRows(analysis, use), ...idleRows(analysis, use)]), ...missingRows(analysis, uses)];
}
