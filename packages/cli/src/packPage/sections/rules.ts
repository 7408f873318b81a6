import type { Locale, SubjectKind } from "@eldercare/core";
import type { Rule } from "@eldercare/rules";
import { html, type Markup, nothing } from "../../report/markup.js";
import { effectWords, modalityWords, subjectWords } from "../../report/words.js";
import type { PackPageData } from "../packPageData.js";
import { quotes } from "../quotes.js";
import { withoutTitle } from "../withoutTitle.js";
import { type Tell, packPageWords as words } from "../words.js";
import { overridesTable } from "./overrides.js";

/** A title as it begins a line; Chinese has no capitals. */
const capital = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);

const chip = (text: string): Markup => html`<em class="chip">${text}</em>`;

function ruleBlock(rule: Rule, data: PackPageData, tell: Tell, locale: Locale): Markup {
  const { pack, parents, rulesInForce, sentence } = data;
  const key = `${pack.id}/${rule.id}`;
  const modality = pack.clauses[rule.clauses[0] ?? ""]?.modality;
  const said = rulesInForce.has(key)
    ? html`<p class="facts">${withoutTitle(sentence(key, locale), rule.title[locale])}</p>`
    : html`<p class="none">${tell(words.notInForce)}</p>`;
  return html`<h4 id="rule-${rule.id}">${capital(tell(rule.title))} ${chip(tell(effectWords[rule.then.kind]))}${
    modality === undefined || modality === "required" ? nothing : html` ${chip(tell(modalityWords[modality]))}`
  }${rule.whereAdopted === true ? html` ${chip(tell(words.whereAdopted))}` : nothing}${rule.floor === true ? html` ${chip(tell(words.floor))}` : nothing}</h4>
${said}${quotes(rule.clauses, [pack, ...parents], tell)}${rule.note === undefined ? nothing : html`<p class="hint" lang="zh-CN">${rule.note}</p>`}
`;
}

/** Every rule in a sentence, by whom it is about. */
export function rulesSection(data: PackPageData, tell: Tell, locale: Locale): Markup {
  const { rules } = data.pack;
  const subjects = [...new Set(rules.map(({ subject }): SubjectKind => subject))];
  const groups = subjects.map(
    (subject) => html`<h3 id="rules-${subject}">${tell(subjectWords[subject])}</h3>
${rules.filter((rule) => rule.subject === subject).map((rule) => ruleBlock(rule, data, tell, locale))}`,
  );
  const none = rules.length === 0 ? html`<p class="none">${tell(words.noRules)}</p>` : html`<p class="hint">${tell(words.rulesHint)}</p>`;
  return html`<section id="rules"><h2>${tell(words.rules)}</h2>${none}${groups}${overridesTable(data, tell, locale)}</section>`;
}
