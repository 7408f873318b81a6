import { html, type Markup, nothing, say } from "../markup.js";
import type { ReportData } from "../reportData.js";
import { countedWords, pageWords } from "../words.js";

/** A box to look up one person's results by id; the page fills in the answer. */
export function personLookUp({ people }: ReportData): Markup {
  const heading = html`<h2>${say(pageWords.lookUp)}</h2>`;
  if (people.listed === null) return html`<section id="look-up">${heading}<p class="none">${say(pageWords.lookUpLeftOut)}</p></section>`;
  const first = people.listed.ids[0];
  if (first === undefined) return html`<section id="look-up">${heading}<p class="none">${say(pageWords.lookUpEmpty)}</p></section>`;
  return html`<section id="look-up">${heading}
<form id="look-up-form"><label for="person-id">${say(pageWords.personId)}</label> <input id="person-id" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" required> <button type="submit">${say(pageWords.find)}</button> <small>${say(countedWords.example(first))}</small></form>
<div id="look-up-answer" aria-live="polite">${nothing}</div></section>`;
}
