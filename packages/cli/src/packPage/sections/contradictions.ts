import { html, type Markup, nothing } from "../../report/markup.js";
import type { PackPageData } from "../packPageData.js";
import { quotes } from "../quotes.js";
import { type Tell, packPageWords as words } from "../words.js";

/** Sentences of the document that cannot both be right, as they stand. */
export function contradictionsSection({ pack, parents }: PackPageData, tell: Tell): Markup {
  const { contradictions = [] } = pack;
  if (contradictions.length === 0) return nothing;
  const items = contradictions.map(
    ({ title, clauses, note }, index) =>
      html`<li id="contradiction-${index}"><b>${tell(title)}</b>${quotes(clauses, [pack, ...parents], tell)}${
        note === undefined ? nothing : html`<small lang="zh-CN">${note}</small>`
      }</li>`,
  );
  return html`<section id="contradictions"><h2>${tell(words.contradictions)}</h2><p class="hint">${tell(words.contradictionsText)}</p><ul class="plain">${items}</ul></section>`;
}
