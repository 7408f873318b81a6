import type { DecisionStatus, Step } from "@eldercare/core";
import { clauseQuotes } from "../clauseQuotes.js";
import { printCount, printYuan } from "../figures.js";
import { type Column, longTable, type Row } from "../longTable.js";
import { html, type Markup, nothing, say } from "../markup.js";
import type { FacilityStaffing, ReportData, ReportFacility } from "../reportData.js";
import { countedWords, facilityKindWords, modalityWords, pageWords, statusWords } from "../words.js";

const shownAtFirst = 15;
const unknown = say({ zh: "—", en: "—" });

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const shortOf = (facility: ReportFacility): number => facility.staffing.reduce((sum, { short = 0 }) => sum + short, 0);
const failingOf = (facility: ReportFacility): number => facility.standards.filter((standard) => standard.status === "notMet").length;
const openOf = (facility: ReportFacility): number =>
  facility.standards.filter((standard) => standard.status === "undetermined").length +
  facility.staffing.filter((each) => each.short === undefined).length;

const worstFirst = (a: ReportFacility, b: ReportFacility): number =>
  shortOf(b) - shortOf(a) || failingOf(b) - failingOf(a) || openOf(b) - openOf(a) || (b.fundingFen ?? 0) - (a.fundingFen ?? 0) || byText(a.id, b.id);

/** Sum of a figure over a facility's staffing rules; undefined where no rule could compute it. */
function total(staffing: readonly FacilityStaffing[], figure: "required" | "present" | "short"): number | undefined {
  const known = staffing.flatMap((each) => each[figure] ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, each) => sum + each, 0);
}

const figure = (value: number | undefined): Markup => (value === undefined ? unknown : html`${printCount(value)}`);

function workings(steps: readonly Step[]): Markup {
  if (steps.length === 0) return nothing;
  return html`<ol class="steps">${steps.map((step) => html`<li><span>${say(step)}</span> <b>${step.value}</b></li>`)}</ol>`;
}

const statusChip = (status: DecisionStatus): Markup => html`<em class="chip ${status}">${say(statusWords[status])}</em>`;

function standardsSummary(facility: ReportFacility): Markup {
  const counts = [
    ["notMet", failingOf(facility), countedWords.notMet],
    ["undetermined", facility.standards.filter((standard) => standard.status === "undetermined").length, countedWords.toAsk],
    ["met", facility.standards.filter((standard) => standard.status === "met").length, countedWords.met],
  ] as const;
  const chips = counts.flatMap(([status, count, words]) => (count === 0 ? [] : [html`<em class="chip ${status}">${say(words(count))}</em> `]));
  return chips.length === 0 ? unknown : html`${chips}`;
}

function details(facility: ReportFacility, data: ReportData): Markup {
  const staffing = facility.staffing.map(
    ({ title, steps, clauses, required, present, short }) =>
      html`<h4>${say(title)}</h4>${
        short === undefined
          ? html`<p>${statusChip("undetermined")}</p>`
          : html`<p>${say(pageWords.required)} ${figure(required)} · ${say(pageWords.present)} ${figure(present)} · ${say(pageWords.short)} ${figure(short)}</p>`
      }${workings(steps)}${clauseQuotes(clauses, data)}`,
  );
  const standards = facility.standards.map(({ title, status, observed, required, modality, clauses }) => {
    // 应 goes without saying; a softer word is said with the standard's name
    const softness = modality === "required" ? nothing : html` <small>（${say(modalityWords[modality])}）</small>`;
    const figures = [
      ...(required === undefined ? [] : [html`${say(pageWords.requirement)} ${required}`]),
      ...(observed === undefined ? [] : [html`${say(pageWords.observed)} ${observed}`]),
    ];
    return html`<h4>${say(title)}${softness} ${statusChip(status)}</h4><p>${figures.map((each, i) => html`${i === 0 ? "" : " · "}${each}`)}</p>${clauseQuotes(clauses, data)}`;
  });
  const funding =
    facility.fundingFen === undefined && facility.fundingSteps.length === 0
      ? nothing
      : html`<h4>${say(pageWords.funding)} ${facility.fundingFen === undefined ? statusChip("undetermined") : printYuan(facility.fundingFen)}</h4>${workings(facility.fundingSteps)}${clauseQuotes(facility.fundingClauses ?? [], data)}`;
  return html`<div class="workings">${staffing}${standards}${funding}<p class="ids"><code>${facility.id}</code></p></div>`;
}

function rowOf(facility: ReportFacility, data: ReportData): Row {
  const kind = facilityKindWords[facility.kind] ?? { zh: facility.kind, en: facility.kind };
  const township = data.townships.find((each) => each.code === facility.township)?.name ?? facility.township;
  const short = total(facility.staffing, "short");
  return {
    cells: [
      html`<span class="title">${facility.name}</span> <small>${say(kind)} · ${township}</small>`,
      figure(total(facility.staffing, "required")),
      figure(total(facility.staffing, "present")),
      short !== undefined && short > 0 ? html`<b class="alarm">${printCount(short)}</b>` : figure(short),
      standardsSummary(facility),
      facility.fundingFen === undefined ? unknown : printYuan(facility.fundingFen),
    ],
    more: details(facility, data),
  };
}

function totals(facilities: readonly ReportFacility[]): Markup {
  const staffing = facilities.flatMap((facility) => facility.staffing);
  const funding = facilities.reduce((sum, facility) => sum + (facility.fundingFen ?? 0), 0);
  return html`<p class="facts">${say(pageWords.total)}${say(pageWords.colon)}${say(pageWords.required)} <b>${figure(total(staffing, "required"))}</b> · ${say(pageWords.present)} <b>${figure(total(staffing, "present"))}</b> · ${say(pageWords.short)} <b>${figure(total(staffing, "short"))}</b> · ${say(pageWords.funding)} <b>${printYuan(funding)}</b></p>`;
}

/** Each facility's staff, standards and running cost, the greatest shortfalls first; how each figure came about unfolds. */
export function facilitiesSection(data: ReportData): Markup {
  const columns: readonly Column[] = [
    { heading: pageWords.facility },
    { heading: pageWords.required, numeric: true },
    { heading: pageWords.present, numeric: true },
    { heading: pageWords.short, numeric: true },
    { heading: pageWords.standards },
    { heading: pageWords.funding, numeric: true },
  ];
  const rows = [...data.facilities].sort(worstFirst).map((facility) => rowOf(facility, data));
  return html`<section id="facilities"><h2>${say(pageWords.facilities)}</h2>
${
  rows.length === 0
    ? html`<p class="none">${say(pageWords.noFacilities)}</p>`
    : html`${totals(data.facilities)}<p class="hint">${say(pageWords.workingsHint)}</p>${longTable(pageWords.facilities, columns, rows, shownAtFirst)}`
}</section>`;
}
