import { createHash } from "node:crypto";
import type { Locale, Wording } from "@eldercare/core";
import { html, type Markup, nothing, Markup as RawMarkup } from "../report/markup.js";
import { reportStyle } from "../report/style.js";
import type { PackPageData } from "./packPageData.js";
import { periodText } from "./periodText.js";
import { casesSection } from "./sections/cases.js";
import { clausesSection } from "./sections/clauses.js";
import { contradictionsSection } from "./sections/contradictions.js";
import { definitionsSection } from "./sections/definitions.js";
import { documents } from "./sections/documents.js";
import { findingsSection } from "./sections/findings.js";
import { linkagesSection } from "./sections/linkages.js";
import { parametersSection } from "./sections/parameters.js";
import { rulesSection } from "./sections/rules.js";
import { tablesSection } from "./sections/tables.js";
import { countedPackWords, type Tell, tellIn, packPageWords as words } from "./words.js";

const cspHash = (text: string): string => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

const languages: Readonly<Record<Locale, string>> = { zh: "zh-CN", en: "en" };

/** The name of the file that holds a page. */
export const pageFile = (name: string, locale: Locale): string => `${name}.${locale}.html`;

/** What stands around the sections of a page: it makes no request, runs no script, and links to itself in the other language. */
export function pageAround(name: string, title: string, head: Markup, nav: Markup, sections: Markup, locale: Locale): string {
  const tell = tellIn(locale);
  const other: Locale = locale === "zh" ? "en" : "zh";
  const policy = `default-src 'none'; style-src ${cspHash(reportStyle)}; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="${languages[locale]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="alternate" hreflang="${languages[other]}" href="${pageFile(name, other)}">
<title>${title}</title>
<style>${new RawMarkup(reportStyle)}</style>
</head>
<body>
<a class="skip" href="#content">${tell(words.skip)}</a>
<header><div class="masthead"><div><h1>${title}</h1>
${head}</div>
<div class="actions"><a href="${pageFile(name, other)}" lang="${languages[other]}" hreflang="${languages[other]}">${tell(words.otherLanguage)}</a></div></div>
${nav}</header>
<main id="content">
${sections}
</main>
<footer><p>${tell(words.footer)}</p></footer>
</body>
</html>
`.text;
}

function overview(data: PackPageData, tell: Tell): Markup {
  const { pack, clauses, cases, found } = data;
  const open = Object.values(pack.parameters).filter((parameter) => parameter.open === true).length;
  const done = clauses.filter(({ status }) => status === "executable").length;
  const tile = (anchor: string, title: Wording, value: number, note = ""): Markup =>
    html`<li><a class="tile" href="#${anchor}"><span>${tell(title)}</span><strong>${value}</strong><span>${note}</span></a></li>`;
  return html`<section id="overview"><ul class="tiles">${[
    tile("rules", words.tileRules, pack.rules.length),
    tile("clauses", words.tileClauses, done, tell(countedPackWords.ofAll(clauses.length))),
    tile("parameters", words.tileOpen, open, tell(countedPackWords.ofAll(Object.keys(pack.parameters).length))),
    ...(cases === undefined ? [] : [tile("cases", words.tileCases, cases.length)]),
    tile("findings", words.tileFindings, found.length),
    ...(pack.contradictions === undefined ? [] : [tile("contradictions", words.tileContradictions, pack.contradictions.length)]),
  ]}</ul></section>`;
}

/**
 * A pack as one page to read, in one language: its documents, rules in sentences, parameters with their dates, tables,
 * linkages, contradictions, cases as run, findings and clauses with what carries them out.
 *
 * @returns the text of `<id>.<locale>.html`, to be written as UTF-8; the same pack gives the same bytes
 */
export function renderPackPage(data: PackPageData, locale: Locale): string {
  const { pack, parents, on, engine } = data;
  const tell = tellIn(locale);
  const sections: readonly (readonly [string, Wording, Markup])[] = [
    ["documents", words.sources, documents(data, tell)],
    ["rules", words.rules, rulesSection(data, tell, locale)],
    ["parameters", words.parameters, parametersSection(data, tell)],
    ["definitions", words.definitions, definitionsSection(data, tell)],
    ["tables", words.tables, tablesSection(data, tell)],
    ["linkages", words.linkages, linkagesSection(data, tell)],
    ["contradictions", words.contradictions, contradictionsSection(data, tell)],
    ["cases", words.cases, casesSection(data, tell)],
    ["findings", words.findings, findingsSection(data, tell, locale)],
    ["clauses", words.clauses, clausesSection(data, tell)],
  ];
  const shown = sections.filter(([, , section]) => section !== nothing);
  const standsOn = parents.filter(({ id }) => pack.extends.includes(id)).map(({ title, id }) => `${tell(title)} ${id}`);
  const head = html`<p><code>${pack.id}</code> ${pack.version} · ${tell(words.area)} <b>${pack.area === "" ? tell(words.country) : pack.area}</b> · ${tell(words.inForce)} <b>${periodText(pack.inForce, tell)}</b> · ${tell(words.lookedAt)} <b>${on}</b>${
    standsOn.length === 0 ? nothing : html` · ${tell(words.standsOn)} <b>${standsOn.join("、")}</b>`
  }</p>`;
  const nav = html`<nav aria-label="${tell(words.contents)}"><ul>${shown.map(([id, title]) => html`<li><a href="#${id}">${tell(title)}</a></li>`)}</ul></nav>`;
  const banner = engine.overlays.some(({ illustrative }) => illustrative)
    ? html`<p class="banner"><b>${tell(words.illustrativeTitle)}</b> ${tell(words.illustrativeText)}</p>`
    : nothing;
  const note = pack.note === undefined ? nothing : html`<p class="banner" lang="zh-CN">${pack.note}</p>`;
  const body = html`${banner}${note}${overview(data, tell)}
${shown.map(
  ([, , section]) => html`${section}
`,
)}`;
  return pageAround(pack.id, pack.title[locale], head, nav, body, locale);
}
