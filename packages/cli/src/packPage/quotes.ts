import type { Pack } from "@eldercare/rules";
import { html, type Markup, nothing } from "../report/markup.js";
import { modalityWords } from "../report/words.js";
import type { Tell } from "./words.js";

/** Clauses quoted verbatim, each with its document, section and how strongly it binds. */
export function quotes(ids: readonly string[], packs: readonly Pack[], tell: Tell): Markup {
  if (ids.length === 0) return nothing;
  return html`<ul class="quotes">${ids.map((id) => {
    const pack = packs.find(({ clauses }) => Object.hasOwn(clauses, id));
    const clause = pack?.clauses[id];
    if (pack === undefined || clause === undefined) return html`<li><code>${id}</code></li>`;
    const source = pack.sources[clause.source];
    return html`<li><q lang="zh-CN">${clause.quote}</q> <small><span lang="zh-CN">${source?.number ?? source?.title ?? clause.source} ${clause.section}</span> · ${tell(modalityWords[clause.modality])} · <code>${id}</code></small></li>`;
  })}</ul>`;
}
