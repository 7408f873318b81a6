import { html, type Markup, nothing } from "../../report/markup.js";
import { subjectWords } from "../../report/words.js";
import type { PackPageData } from "../packPageData.js";
import { pageTable } from "../pageTable.js";
import { quotes } from "../quotes.js";
import { type Tell, packPageWords as words } from "../words.js";

/** The words that the pack defines or asks the register for. */
export function definitionsSection({ pack, parents }: PackPageData, tell: Tell): Markup {
  const entries = Object.entries(pack.facts);
  if (entries.length === 0) return nothing;
  const rows = entries.map(([name, { subject, title, is, count, share, clauses = [], note }]) => {
    const asked = is === undefined && count === undefined && share === undefined;
    return {
      id: `fact-${name}`,
      cells: [
        html`<span class="title">${tell(title)}</span> <code>${name}</code>`,
        html`${tell(subjectWords[subject])}${asked ? html` <em class="chip">${tell(words.asked)}</em>` : nothing}`,
        html`${quotes(clauses, [pack, ...parents], tell)}${note === undefined ? nothing : html`<small lang="zh-CN">${note}</small>`}`,
      ],
    };
  });
  const columns = [words.definition, words.subject, words.basis].map((heading) => ({ heading: tell(heading) }));
  return html`<section id="definitions"><h2>${tell(words.definitions)}</h2>${pageTable(tell(words.definitions), columns, rows)}</section>`;
}
