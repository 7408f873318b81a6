import type { Wording } from "@eldercare/core";
import { printCount } from "../figures.js";
import { type Column, longTable, type Row } from "../longTable.js";
import { html, type Markup, say } from "../markup.js";
import type { ReportData, UnassignedVisit } from "../reportData.js";
import { pageWords } from "../words.js";

const shownAtFirst = 20;

/** Each reason with the number of visits that it concerns, the most frequent first. */
function reasonCounts(visits: readonly UnassignedVisit[]): Row[] {
  const counts = new Map<string, { reason: Wording; visits: number }>();
  for (const visit of visits) {
    for (const reason of new Map(visit.reasons.map((each) => [each.zh, each])).values()) {
      const seen = counts.get(reason.zh);
      counts.set(reason.zh, { reason, visits: (seen?.visits ?? 0) + 1 });
    }
  }
  const ordered = [...counts.values()].sort((a, b) => b.visits - a.visits || (a.reason.zh < b.reason.zh ? -1 : 1));
  return ordered.map(({ reason, visits: concerned }) => ({ cells: [html`${say(reason)}`, printCount(concerned)] }));
}

function rowOf({ visit, person, service, township, reasons }: UnassignedVisit, data: ReportData): Row {
  const title = data.services[service] ?? { zh: service, en: service };
  const place = data.townships.find((each) => each.code === township)?.name ?? township;
  const why = html`<ul class="reasons">${reasons.map((reason) => html`<li>${say(reason)}</li>`)}</ul>`;
  return { cells: [html`<code>${visit}</code>`, html`<code>${person}</code>`, html`${say(title)}`, place, why] };
}

/** The visits that nobody could take: how often each reason occurs, then visit by visit. */
export function unassignedSection(data: ReportData): Markup {
  const heading = html`<h2>${say(pageWords.unassigned)}</h2>`;
  if (data.unassigned.length === 0)
    return html`<section id="unassigned">${heading}<p class="none">${say(data.visits.asked === 0 ? pageWords.nothingAsked : pageWords.noUnassigned)}</p></section>`;
  const columns: readonly Column[] = [
    { heading: pageWords.visit },
    { heading: pageWords.person },
    { heading: pageWords.service },
    { heading: pageWords.township },
    { heading: pageWords.reason },
  ];
  const reasonColumns: readonly Column[] = [{ heading: pageWords.reason }, { heading: pageWords.reasonVisits, numeric: true }];
  return html`<section id="unassigned">${heading}
${longTable(pageWords.reason, reasonColumns, reasonCounts(data.unassigned), shownAtFirst)}
<h3>${say(pageWords.unassignedEach)}</h3>${longTable(
    pageWords.unassigned,
    columns,
    data.unassigned.map((visit) => rowOf(visit, data)),
    shownAtFirst,
  )}</section>`;
}
