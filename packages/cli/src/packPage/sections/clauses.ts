import type { ClauseHome } from "@eldercare/rules/clauses";
import { html, type Markup, nothing } from "../../report/markup.js";
import { modalityWords } from "../../report/words.js";
import type { PackPageData } from "../packPageData.js";
import { pageTable } from "../pageTable.js";
import { placeWords } from "../placeWords.js";
import { anchorOf, placeTitle } from "../titles.js";
import { type Tell, packPageWords as words } from "../words.js";

function homeCell({ status, where, reason }: ClauseHome, { pack }: PackPageData, tell: Tell): Markup {
  if (status === "recorded")
    return html`<em class="chip">${tell(words.recorded)}</em> ${reason === undefined ? html`<em class="chip notMet">${tell(words.homeless)}</em>` : tell(reason)}`;
  return html`<ul class="reasons">${where.map((place) => {
    const [anchor, title] = [anchorOf(place, pack), tell(placeTitle(place, pack))];
    const named = anchor === undefined ? html`<code>${title}</code>` : html`<a href="#${anchor}">${title}</a>`;
    return html`<li><small>${tell(placeWords[place.kind])}</small> ${named}</li>`;
  })}</ul>`;
}

/** Every clause of the document, in the order of the files, with what carries it out. */
export function clausesSection(data: PackPageData, tell: Tell): Markup {
  const { clauses } = data;
  if (clauses.length === 0) return nothing;
  const rows = clauses.map((clause) => ({
    id: `clause-${clause.id}`,
    cells: [
      html`<q lang="zh-CN">${clause.quote}</q> <small><span lang="zh-CN">${clause.section}</span> · ${tell(modalityWords[clause.modality])} · <code>${clause.id}</code></small>${
        clause.note === undefined ? nothing : html`<br><small lang="zh-CN">${clause.note}</small>`
      }`,
      homeCell(clause, data, tell),
    ],
  }));
  const columns = [words.clause, words.where].map((heading) => ({ heading: tell(heading) }));
  return html`<section id="clauses"><h2>${tell(words.clauses)}</h2>${pageTable(tell(words.clauses), columns, rows)}</section>`;
}
