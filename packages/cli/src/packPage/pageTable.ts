import { html, type Markup, nothing } from "../report/markup.js";

/** A table's column: its heading, and whether it holds numbers. */
export interface PageColumn {
  readonly heading: string;
  readonly numeric?: boolean;
}

/** A row: its cells in the order of the columns, and the name by which it is linked to. */
export interface PageRow {
  readonly cells: readonly (Markup | string | number)[];
  readonly id?: string;
}

/** A table for reading: on a phone a row's first cell takes a line of its own above the others. */
export function pageTable(caption: string, columns: readonly PageColumn[], rows: readonly PageRow[]): Markup {
  const numeric = ({ numeric: isNumber }: PageColumn): Markup => (isNumber === true ? html` class="n"` : nothing);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="k${columns.length - 1}">
<thead><tr>${columns.map((column) => html`<th scope="col"${numeric(column)}>${column.heading}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ cells, id }) => html`<tr${id === undefined ? nothing : html` id="${id}"`}>${columns.map((column, index) =>
      index === 0 ? html`<th scope="row">${cells[index] ?? ""}</th>` : html`<td${numeric(column)}>${cells[index] ?? ""}</td>`,
    )}</tr>
`,
  )}</tbody></table></div>`;
}
