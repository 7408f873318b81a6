import type { Locale, Wording } from "@eldercare/core";
import type { ChangeAbove } from "@eldercare/rules/explain";
import { html, type Markup, nothing } from "../../report/markup.js";
import type { PackPageData } from "../packPageData.js";
import { pageTable } from "../pageTable.js";
import { periodText } from "../periodText.js";
import { quotes } from "../quotes.js";
import { withoutTitle } from "../withoutTitle.js";
import { type Tell, verbWords, packPageWords as words } from "../words.js";

/** What is changed, and what is made of it: the value of a parameter, or what is done to a rule. */
function changed({ rule, parameter, title, value, does, from, to, holds }: ChangeAbove, tell: Tell): Markup {
  const verbs = does.map((verb) => tell(verbWords[verb])).join(tell(words.between));
  const made = value === undefined ? nothing : html` <b>${tell(value)}</b>`;
  const idle = holds ? nothing : html` <em class="chip">${tell(words.notInForce)}</em>`;
  const period = periodText({ from, ...(to === undefined ? {} : { to }) }, tell);
  return html`<span class="title">${tell(title)}</span> <code>${rule ?? parameter ?? ""}</code> <em class="chip">${verbs}</em>${made} <small>${period}</small>${idle}`;
}

/** The rules above that read otherwise here, each once. */
function rulesAsChanged({ changes, parents, sentence }: PackPageData, tell: Tell, locale: Locale): Markup {
  const keys = [...new Set(changes.flatMap(({ rules }) => rules))];
  if (keys.length === 0) return nothing;
  const titles = new Map<string, Wording>(parents.flatMap(({ id, rules }) => rules.map((rule) => [`${id}/${rule.id}`, rule.title] as const)));
  return html`<h3>${tell(words.affected)}</h3>${keys.map((key) => {
    const title = titles.get(key);
    return html`<h4>${title === undefined ? key : tell(title)} <code>${key}</code></h4>
<p class="facts">${withoutTitle(sentence(key, locale), title?.[locale] ?? "")}</p>
`;
  })}`;
}

/** What the pack makes of rules and parameters of the packs above, with the clauses of both sides, and the rules as they are here. */
export function overridesTable(data: PackPageData, tell: Tell, locale: Locale): Markup {
  const { pack, parents, changes } = data;
  if (changes.length === 0) return nothing;
  const ids = (basis: ChangeAbove["above"]): string[] => basis.map(({ clause }) => clause);
  const rows = changes.map((change) => {
    const note = pack.overrides?.[change.index]?.note;
    return {
      id: `override-${change.index}`,
      cells: [
        changed(change, tell),
        quotes(ids(change.above), parents, tell),
        html`${quotes(ids(change.here), [pack], tell)}${note === undefined ? nothing : html`<small lang="zh-CN">${note}</small>`}`,
      ],
    };
  });
  const columns = [words.overrides, words.above, words.here].map((heading) => ({ heading: tell(heading) }));
  return html`<h3>${tell(words.overrides)}</h3>${pageTable(tell(words.overrides), columns, rows)}${rulesAsChanged(data, tell, locale)}`;
}
