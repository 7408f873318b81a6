import { createHash } from "node:crypto";
import { clientScript } from "./clientScript.js";
import { printDate } from "./figures.js";
import { embeddedJson, html, Markup, say, sayInto } from "./markup.js";
import type { ReportData } from "./reportData.js";
import { type Scene, sceneOf } from "./scene.js";
import { askNext } from "./sections/askNext.js";
import { banners } from "./sections/banners.js";
import { entitlements } from "./sections/entitlements.js";
import { facilitiesSection } from "./sections/facilities.js";
import { grounds } from "./sections/grounds.js";
import { overview } from "./sections/overview.js";
import { personLookUp } from "./sections/personLookUp.js";
import { targetsSection } from "./sections/targets.js";
import { unassignedSection } from "./sections/unassigned.js";
import { visitsSection } from "./sections/visits.js";
import { reportStyle } from "./style.js";
import { clientWords, pageWords } from "./words.js";

/** What the page's script reads. */
export interface EmbeddedData {
  readonly scene: Scene;
  /** Single people, or null where they are left out; `ruleRows` gives each rule's row in the table of entitlements, -1 for none. */
  readonly people: (NonNullable<ReportData["people"]["listed"]> & { readonly ruleRows: readonly number[] }) | null;
  /** Names of townships and villages by code. */
  readonly places: Readonly<Record<string, string>>;
  readonly words: typeof clientWords;
}

/**
 * What a report embeds for its script.
 *
 * @throws RangeError where `status` does not hold one character a person and rule
 */
export function embeddedData(data: ReportData): EmbeddedData {
  const { listed } = data.people;
  if (listed !== null && listed.status.length !== listed.ids.length * listed.rules.length)
    throw new RangeError(`${listed.status.length} outcomes for ${listed.ids.length} people and ${listed.rules.length} rules`);
  const rowOf = new Map(data.rules.map((rule, row) => [rule.id, row]));
  return {
    scene: sceneOf(data),
    people: listed === null ? null : { ...listed, ruleRows: listed.rules.map((rule) => rowOf.get(rule) ?? -1) },
    places: Object.fromEntries([...data.townships, ...data.villages].map(({ code, name }) => [code, name])),
    words: clientWords,
  };
}

const cspHash = (text: string): string => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

/**
 * The report as one HTML file that opens offline: it makes no request, and its policy lets no other script or style run.
 * Chinese and English; Chinese unless the reader's browser is set to another language.
 *
 * @returns the file's text, to be written as UTF-8; the same data give the same bytes
 * @throws RangeError where the outcomes of people do not fit people and rules, or a time is no time of day
 * @example
 * await writeFile("report.html", renderReport(data));
 */
export function renderReport(data: ReportData): string {
  const embedded = embeddedData(data);
  const policy = `default-src 'none'; script-src ${cspHash(clientScript)}; style-src ${cspHash(reportStyle)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const contents = [
    ["overview", pageWords.overview],
    ["visits", pageWords.visits],
    ["entitlements", pageWords.entitlements],
    ["look-up", pageWords.lookUp],
    ["ask-next", pageWords.askNext],
    ["facilities", pageWords.facilities],
    ["targets", pageWords.targets],
    ["unassigned", pageWords.unassigned],
    ["grounds", pageWords.grounds],
  ] as const;
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title ${sayInto("text", data.title)}>${data.title.zh}</title>
<style>${new Markup(reportStyle)}</style>
</head>
<body>
<a class="skip" href="#content">${say(pageWords.skip)}</a>
<header><div class="masthead"><div><h1>${say(data.title)}</h1>
<p>${say(pageWords.askedOn)} <b>${say(printDate(data.on))}</b> · ${say(pageWords.periodOf)} <b>${say(printDate(data.period.from))}</b> ${say(pageWords.to)} <b>${say(printDate(data.period.to))}</b></p></div>
<div class="actions"><button type="button" id="language" lang="en" ${sayInto("text", clientWords.language)}>${clientWords.language.zh}</button> <button type="button" id="print">${say(pageWords.print)}</button></div></div>
<nav ${sayInto("aria-label", pageWords.contents)}><ul>${contents.map(([id, title]) => html`<li><a href="#${id}">${say(title)}</a></li>`)}</ul></nav></header>
<main id="content">
${banners(data)}
${overview(data)}
${visitsSection(data, embedded.scene)}
${entitlements(data)}
${personLookUp(data)}
${askNext(data)}
${facilitiesSection(data)}
${targetsSection(data)}
${unassignedSection(data)}
${grounds(data)}
</main>
<footer><p>${say(pageWords.licence)}</p></footer>
<script type="application/json" id="data">${embeddedJson(embedded)}</script>
<script>${new Markup(clientScript)}</script>
</body>
</html>
`.text;
}
