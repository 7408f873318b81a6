import type { Wording } from "@eldercare/core";
import type { Table, TableCell } from "@eldercare/rules";
import { wordParameterValue } from "@eldercare/rules/explain";
import { html, type Markup, nothing } from "../../report/markup.js";
import type { PackPageData } from "../packPageData.js";
import { pageTable } from "../pageTable.js";
import { periodText } from "../periodText.js";
import { quotes } from "../quotes.js";
import { type Tell, packPageWords as words } from "../words.js";

const limit: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", "!=": "≠", "==": "=" };

/** What a row asks of one input, as a reader writes it. */
function cellText(cell: TableCell | undefined, tell: Tell): string {
  if (cell === "-" || cell === undefined) return tell(words.any);
  if (cell === null) return "—";
  if (typeof cell === "boolean") return tell(cell ? words.yes : words.no);
  if (Array.isArray(cell)) return cell.map((each: TableCell) => cellText(each, tell)).join("、");
  if (typeof cell !== "object") return String(cell);
  return Object.entries(cell)
    .map(([comparison, value]) => `${limit[comparison] ?? comparison} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join("，");
}

/** What a row gives, as a parameter of its type would be written. */
function givesText({ type }: Table, { then, clause }: Table["rows"][number], tell: Tell): string {
  if (typeof then === "object") return JSON.stringify(then);
  if (type === undefined || type === "enum") return String(then);
  return tell(wordParameterValue({ type, title: { zh: "", en: "" }, clause }, then));
}

/** How an input of a table is called: a fact by its title, an expression as it is written. */
function inputTitle(input: Table["inputs"][number], packs: PackPageData["parents"], tell: Tell): string {
  if (typeof input !== "string") return JSON.stringify(input);
  const title: Wording | undefined = packs
    .map(({ facts }) => (Object.hasOwn(facts, input) ? facts[input]?.title : undefined))
    .find((each) => each !== undefined);
  return title === undefined ? input : tell(title);
}

/** The decision tables of the pack, row by row. */
export function tablesSection({ pack, parents }: PackPageData, tell: Tell): Markup {
  const entries = Object.entries(pack.tables ?? {});
  if (entries.length === 0) return nothing;
  const tables = entries.map(([name, table]) => {
    const inputs = table.inputs.map((input) => inputTitle(input, [pack, ...parents], tell));
    const rows = table.rows.map((row) => ({
      cells: [
        inputs.map((input, index) => `${input}${tell(words.colon)}${cellText(row.if[index], tell)}`).join(tell(words.semicolon)),
        html`<b>${givesText(table, row, tell)}</b> <small>${periodText(row, tell)}</small>`,
        html`${quotes([row.clause], [pack, ...parents], tell)}${row.note === undefined ? nothing : html`<small lang="zh-CN">${row.note}</small>`}`,
      ],
    }));
    const columns = [words.table, words.gives, words.basis].map((heading) => ({ heading: tell(heading) }));
    const title = table.title === undefined ? name : tell(table.title);
    return html`<h3 id="table-${name}">${title} <code>${name}</code></h3>${pageTable(title, columns, rows)}`;
  });
  return html`<section id="tables"><h2>${tell(words.tables)}</h2>${tables}</section>`;
}
