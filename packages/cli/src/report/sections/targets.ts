import { clauseQuotes } from "../clauseQuotes.js";
import { type Column, longTable, type Row } from "../longTable.js";
import { html, type Markup, nothing, say } from "../markup.js";
import type { ReportData, ReportTarget } from "../reportData.js";
import { modalityWords, pageWords, targetStateWords } from "../words.js";

const order = Object.keys(targetStateWords);
const dash = html`—`;

function rowOf(target: ReportTarget, data: ReportData): Row {
  return {
    cells: [
      html`<span class="title">${say(target.title)}</span>`,
      target.required ?? dash,
      target.observed ?? dash,
      target.by ?? dash,
      html`${say(modalityWords[target.modality])}`,
      html`<em class="chip ${target.state}">${say(targetStateWords[target.state])}</em>`,
    ],
    more: html`${clauseQuotes(target.clauses, data)}<p class="ids"><code>${target.rule}</code></p>`,
  };
}

function warningsOf(data: ReportData): Markup {
  const warnings = data.targets.flatMap((target) => target.warnings);
  if (warnings.length === 0) return nothing;
  return html`<div class="banner warn"><h3>${say(pageWords.warnings)}</h3><ul>${warnings.map(
    ({ message, clauses }) => html`<li>${say(message)}${clauseQuotes(clauses, data)}</li>`,
  )}</ul></div>`;
}

/** The county's targets on the date asked, the overdue first, and where the documents' own figures do not agree. */
export function targetsSection(data: ReportData): Markup {
  const columns: readonly Column[] = [
    { heading: pageWords.target },
    { heading: pageWords.requirement, numeric: true },
    { heading: pageWords.observed, numeric: true },
    { heading: pageWords.deadline, numeric: true },
    { heading: pageWords.bindingForce, dispensable: true },
    { heading: pageWords.state },
  ];
  const rows = data.targets
    .map((target, i) => ({ target, i }))
    .sort((a, b) => order.indexOf(a.target.state) - order.indexOf(b.target.state) || a.i - b.i)
    .map(({ target }) => rowOf(target, data));
  return html`<section id="targets"><h2>${say(pageWords.targets)}</h2>
${warningsOf(data)}${rows.length === 0 ? html`<p class="none">${say(pageWords.noTargets)}</p>` : longTable(pageWords.targets, columns, rows)}</section>`;
}
