import { html, type Markup, nothing, say } from "./markup.js";
import type { ReportData } from "./reportData.js";
import { modalityWords } from "./words.js";

/** The clauses behind a result, each quoted verbatim with its document, section and how strongly it binds. */
export function clauseQuotes(ids: readonly string[], { clauses, sources }: Pick<ReportData, "clauses" | "sources">): Markup {
  if (ids.length === 0) return nothing;
  return html`<ul class="quotes">${ids.map((id) => {
    const clause = clauses[id];
    if (clause === undefined) return html`<li><code>${id}</code></li>`;
    const source = sources.find((each) => each.id === clause.source);
    return html`<li><q lang="zh-CN">${clause.quote}</q> <small><span lang="zh-CN">${source?.number ?? clause.source} ${clause.section}</span> · ${say(modalityWords[clause.modality])} · <code>${id}</code></small></li>`;
  })}</ul>`;
}
