import type { Issue, Locale, Wording } from "@eldercare/core";
import { html, type Markup } from "../../report/markup.js";
import type { PackPageData } from "../packPageData.js";
import { pageTable } from "../pageTable.js";
import { type Tell, packPageWords as words } from "../words.js";

/** Findings that say the same and stay for the same reason, with all the places where they were made. */
function together(
  found: PackPageData["found"],
): { readonly issue: Issue; readonly why: Wording | undefined; readonly places: ReadonlySet<string> }[] {
  const groups = new Map<string, { readonly issue: Issue; readonly why: Wording | undefined; readonly places: Set<string> }>();
  for (const { issue, why } of found) {
    const key = JSON.stringify([issue.code, issue.message, why]);
    const group = groups.get(key) ?? { issue, why, places: new Set<string>() };
    groups.set(key, group);
    group.places.add(issue.pointer);
  }
  return [...groups.values()];
}

/** What the analysis still finds in the pack, and why it stays. */
export function findingsSection({ found }: PackPageData, tell: Tell, locale: Locale): Markup {
  if (found.length === 0) return html`<section id="findings"><h2>${tell(words.findings)}</h2><p class="none">${tell(words.noFindings)}</p></section>`;
  const rows = together(found).map(({ issue, why, places }) => ({
    cells: [
      html`<span class="title">${issue.message[locale]}</span> <code>${issue.code} ${[...places].join(" ")}</code>`,
      why === undefined ? html`<em class="chip undetermined">${tell(words.unexplained)}</em>` : tell(why),
    ],
  }));
  const columns = [words.finding, words.why].map((heading) => ({ heading: tell(heading) }));
  return html`<section id="findings"><h2>${tell(words.findings)}</h2><p class="hint">${tell(words.findingsHint)}</p>${pageTable(tell(words.findings), columns, rows)}</section>`;
}
