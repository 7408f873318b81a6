import type { SubjectKind } from "@eldercare/core";
import { clauseQuotes } from "../clauseQuotes.js";
import { printCount, printShare } from "../figures.js";
import { longTable, type Row } from "../longTable.js";
import { html, type Markup, nothing, say } from "../markup.js";
import type { ReportData, ReportRule } from "../reportData.js";
import { effectWords, pageWords, statusWords, subjectWords } from "../words.js";

const barWidth = 120;

/** Granted, undetermined and denied as parts of a bar. */
function shareBar({ granted, undetermined, denied }: ReportRule): Markup {
  const total = granted + undetermined + denied;
  if (total === 0) return html`—`;
  const units = (count: number): number => Math.round((barWidth * count * 10) / total) / 10;
  const [first, second] = [units(granted), units(undetermined)];
  return html`<svg class="share" viewBox="0 0 ${barWidth} 10" width="${barWidth}" height="10" aria-hidden="true"><rect class="denied" width="${barWidth}" height="10"/><rect class="granted" width="${first}" height="10"/><rect class="undetermined" x="${first}" width="${second}" height="10"/></svg> <small>${printShare(granted, total)}</small>`;
}

function rowOf(rule: ReportRule, index: number, data: ReportData): Row {
  const mark = rule.illustrative ? html` <em class="chip example">${say(pageWords.illustrativeMark)}</em>` : nothing;
  return {
    id: `rule-${index}`,
    cells: [
      html`<span class="title">${say(rule.title)}</span>`,
      html`${say(effectWords[rule.kind])}${mark}`,
      printCount(rule.granted),
      printCount(rule.undetermined),
      printCount(rule.denied),
      shareBar(rule),
    ],
    more: html`${clauseQuotes(rule.clauses, data)}<p class="ids"><code>${rule.id}</code></p>`,
  };
}

/** Every rule about people, households and areas with what it came to; its clauses unfold. */
export function entitlements(data: ReportData): Markup {
  const subjects = [...new Set(data.rules.map((rule) => rule.subject))];
  const columns = [
    { heading: pageWords.rule },
    { heading: pageWords.kind },
    { heading: statusWords.granted, numeric: true },
    { heading: statusWords.undetermined, numeric: true },
    { heading: statusWords.denied, numeric: true },
    { heading: pageWords.shareGranted, dispensable: true },
  ];
  const table = (subject: SubjectKind): Markup =>
    html`${subjects.length > 1 ? html`<h3>${say(subjectWords[subject])}</h3>` : nothing}${longTable(
      pageWords.entitlements,
      columns,
      data.rules.flatMap((rule, index) => (rule.subject === subject ? [rowOf(rule, index, data)] : [])),
    )}`;
  return html`<section id="entitlements"><h2>${say(pageWords.entitlements)}</h2>
${data.rules.length === 0 ? html`<p class="none">${say(pageWords.noRules)}</p>` : html`<p class="hint">${say(pageWords.unfoldHint)}</p>${subjects.map(table)}`}</section>`;
}
