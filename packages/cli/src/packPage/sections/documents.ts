import { html, type Markup } from "../../report/markup.js";
import type { PackPageData } from "../packPageData.js";
import { pageTable } from "../pageTable.js";
import { type Tell, packPageWords as words } from "../words.js";

/** The documents that the pack stands on. */
export function documents({ pack }: PackPageData, tell: Tell): Markup {
  const rows = Object.entries(pack.sources).map(([id, { number, title, issuer, issued, checkedOn, verification, note }]) => ({
    id: `source-${id}`,
    cells: [
      html`<span class="title" lang="zh-CN">${title}</span>${number === undefined ? "" : html` <span lang="zh-CN">${number}</span>`}`,
      html`<span lang="zh-CN">${issuer}</span><br>${issued}`,
      html`${tell(words[verification])} <small>${checkedOn}</small>${note === undefined ? "" : html`<br><small lang="zh-CN">${note}</small>`}`,
    ],
  }));
  const columns = [words.documentTitle, words.issuerAndDate, words.checked].map((heading) => ({ heading: tell(heading) }));
  return html`<section id="documents"><h2>${tell(words.sources)}</h2>${pageTable(tell(words.sources), columns, rows)}</section>`;
}
