import { printCount } from "../figures.js";
import { longTable } from "../longTable.js";
import { html, type Markup, say } from "../markup.js";
import type { ReportData } from "../reportData.js";
import { pageWords } from "../words.js";

const shownAtFirst = 10;

/** Which missing facts to ask for first. */
export function askNext({ askNext: questions }: ReportData): Markup {
  const rows = questions.map(({ fact, title, people }) => ({ cells: [html`${say(title)} <code>${fact}</code>`, printCount(people)] }));
  const columns = [{ heading: pageWords.fact }, { heading: pageWords.couldSettle, numeric: true }];
  return html`<section id="ask-next"><h2>${say(pageWords.askNext)}</h2>
${
  questions.length === 0
    ? html`<p class="none">${say(pageWords.nothingToAsk)}</p>`
    : html`<p class="hint">${say(pageWords.askNextText)}</p>${longTable(pageWords.askNext, columns, rows, shownAtFirst)}`
}</section>`;
}
