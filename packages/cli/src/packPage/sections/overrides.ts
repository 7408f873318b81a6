import type { Override } from "@eldercare/rules";
import { wordParameterValue } from "@eldercare/rules/explain";
import { html, type Markup, nothing } from "../../report/markup.js";
import type { PackPageData } from "../packPageData.js";
import { pageTable } from "../pageTable.js";
import { periodText } from "../periodText.js";
import { quotes } from "../quotes.js";
import { type Tell, verbWords, packPageWords as words } from "../words.js";

/** What an override is of, and what it makes of it: the value of a parameter, or what it does to a rule. */
function overridden({ rule, parameter, does, value, from, to }: Override, { pack, parents }: PackPageData, tell: Tell): Markup {
  const above = parents
    .flatMap(({ id, rules }) => rules.map((each) => ({ key: `${id}/${each.id}`, title: each.title })))
    .find(({ key }) => key === rule);
  const declared = parents.map(({ parameters }) => parameters[parameter ?? ""]).find((each) => each !== undefined);
  const title = above?.title ?? declared?.title;
  const verbs = (typeof does === "string" ? [does] : does).map((verb) => tell(verbWords[verb])).join(tell(words.between));
  const made = value === undefined || declared === undefined ? nothing : html` <b>${tell(wordParameterValue(declared, value))}</b>`;
  const period =
    from === undefined && to === undefined
      ? nothing
      : html` <small>${periodText({ from: from ?? pack.inForce.from, ...(to === undefined ? {} : { to }) }, tell)}</small>`;
  return html`<span class="title">${title === undefined ? "" : tell(title)}</span> <code>${rule ?? parameter ?? ""}</code> <em class="chip">${verbs}</em>${made}${period}`;
}

/** What the pack makes of rules and parameters of the packs above. */
export function overridesTable(data: PackPageData, tell: Tell): Markup {
  const { pack, parents } = data;
  const rows = (pack.overrides ?? []).map((override, index) => ({
    id: `override-${index}`,
    cells: [
      overridden(override, data, tell),
      html`${quotes(override.clauses, [pack, ...parents], tell)}${override.note === undefined ? nothing : html`<small lang="zh-CN">${override.note}</small>`}`,
    ],
  }));
  if (rows.length === 0) return nothing;
  const columns = [{ heading: tell(words.overrides) }, { heading: tell(words.basis) }];
  return html`<h3>${tell(words.overrides)}</h3>${pageTable(tell(words.overrides), columns, rows)}`;
}
