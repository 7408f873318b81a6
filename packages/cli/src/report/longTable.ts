import type { Wording } from "@eldercare/core";
import { html, type Markup, nothing, say, sayInto } from "./markup.js";
import { countedWords } from "./words.js";

/** A table column: its heading, and whether it holds numbers. */
export interface Column {
  readonly heading: Wording;
  readonly numeric?: boolean;
  /** True where a phone may leave the column out. */
  readonly dispensable?: boolean;
}

/** One entry of a table: its cells in the order of the columns, and what unfolds below it. */
export interface Row {
  readonly cells: readonly (Markup | string | number)[];
  /** Unfolds below the row. */
  readonly more?: Markup;
  /** Identifies the row in the page. */
  readonly id?: string;
}

const classOf = ({ numeric, dispensable }: Column): Markup =>
  numeric === true || dispensable === true
    ? html` class="${[numeric === true ? "n" : "", dispensable === true ? "wide" : ""].join(" ").trim()}"`
    : nothing;

function printRow(row: Row, columns: readonly Column[]): Markup {
  const cells = columns.map((column, i) => {
    const cell = row.cells[i] ?? "";
    if (i > 0) return html`<td${classOf(column)}>${cell}</td>`;
    return html`<th scope="row">${row.more === undefined ? cell : html`<button type="button" class="unfold" aria-expanded="false">${cell}</button>`}</th>`;
  });
  const more = row.more === undefined ? nothing : html`<tr class="more"><td colspan="${columns.length}">${row.more}</td></tr>`;
  return html`<tbody${row.id === undefined ? nothing : html` id="${row.id}"`}><tr>${cells}</tr>${more}</tbody>
`;
}

/**
 * A table that stays readable when it is long: it shows the first rows and a button that shows all. The rest lies in a
 * template element, which costs the browser nothing until then.
 *
 * @param caption what the table holds, for those who hear it
 * @param limit rows shown at first
 */
export function longTable(caption: Wording, columns: readonly Column[], rows: readonly Row[], limit = Number.POSITIVE_INFINITY): Markup {
  // on a phone an entry's first cell takes a line of its own above the others
  const kept = columns.filter((column) => column.dispensable !== true).length - 1;
  const shown = rows.slice(0, limit);
  const rest = rows.slice(limit);
  return html`<div class="scroll" tabindex="0" role="region" ${sayInto("aria-label", caption)}><table class="k${kept}">
<thead><tr>${columns.map((column) => html`<th scope="col"${classOf(column)}>${say(column.heading)}</th>`)}</tr></thead>
${shown.map((row) => printRow(row, columns))}${rest.length === 0 ? nothing : html`<template>${rest.map((row) => printRow(row, columns))}</template>`}</table></div>${
    rest.length === 0
      ? nothing
      : html`<div class="rest"><button type="button" class="show-all">${say(countedWords.showAll(rows.length))}</button><p>${say(countedWords.shownOf(limit, rows.length))}</p></div>`
  }`;
}
