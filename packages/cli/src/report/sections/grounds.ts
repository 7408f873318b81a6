import { clauseQuotes } from "../clauseQuotes.js";
import { longTable } from "../longTable.js";
import { html, type Markup, nothing, say } from "../markup.js";
import type { ReportData } from "../reportData.js";
import { pageWords } from "../words.js";

/** What the results rest on: parameters still open, documents, data. */
export function grounds(data: ReportData): Markup {
  const open =
    data.openParameters.length === 0
      ? html`<p class="none">${say(pageWords.noOpenParameters)}</p>`
      : html`<p class="hint">${say(pageWords.openParametersText)}</p>${longTable(
          pageWords.openParameters,
          [{ heading: pageWords.parameter }, { heading: pageWords.ground }],
          data.openParameters.map(({ id, title, clause }) => ({
            cells: [html`<span class="title">${say(title)}</span> <code>${id}</code>`, clauseQuotes([clause], data)],
          })),
        )}`;
  const sources = longTable(
    pageWords.sources,
    [
      { heading: pageWords.documentTitle },
      { heading: pageWords.documentNumber },
      { heading: pageWords.issuer },
      { heading: pageWords.issued, numeric: true },
      { heading: pageWords.checkedOn, numeric: true },
    ],
    data.sources.map(({ number, title, issuer, issued, checkedOn }) => ({ cells: [title, number, issuer, issued, checkedOn] })),
  );
  const credits =
    data.credits.length === 0
      ? nothing
      : html`<h3>${say(pageWords.credits)}</h3><ul class="plain">${data.credits.map((credit) => html`<li>${credit}</li>`)}</ul>`;
  return html`<section id="grounds"><h2>${say(pageWords.grounds)}</h2>
<h3>${say(pageWords.openParameters)}</h3>${open}
<h3>${say(pageWords.sources)}</h3>${sources}
${credits}</section>`;
}
