import type { Locale, Wording } from "@eldercare/core";
import { html, nothing } from "../report/markup.js";
import { pageTable } from "./pageTable.js";
import { pageAround, pageFile } from "./renderPackPage.js";
import { tellIn, packPageWords as words } from "./words.js";

/** A page that the index leads to. */
export interface IndexedPage {
  readonly id: string;
  readonly version: string;
  readonly title: Wording;
  readonly area: string;
}

/** A page that leads to the pages of several packs, in one language. */
export function renderPackIndex(pages: readonly IndexedPage[], locale: Locale): string {
  const tell = tellIn(locale);
  const rows = pages.map(({ id, version, title, area }) => ({
    cells: [html`<a href="${pageFile(id, locale)}">${tell(title)}</a> <code>${id}</code> ${version}`, area === "" ? tell(words.country) : area],
  }));
  const columns = [{ heading: tell(words.index) }, { heading: tell(words.area) }];
  const section = html`<section>${pageTable(tell(words.index), columns, rows)}</section>`;
  return pageAround("index", tell(words.index), nothing, nothing, section, locale);
}
