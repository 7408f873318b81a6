import type { Parameter } from "@eldercare/rules";
import { wordParameterValue } from "@eldercare/rules/explain";
import { html, type Markup, nothing } from "../../report/markup.js";
import type { PackPageData } from "../packPageData.js";
import { pageTable } from "../pageTable.js";
import { periodText } from "../periodText.js";
import { quotes } from "../quotes.js";
import { type Tell, packPageWords as words } from "../words.js";

function readings({ of = {} }: Parameter, tell: Tell): Markup {
  const named = Object.entries(of);
  if (named.length === 0) return nothing;
  return html`<small>${tell(words.openOf)}</small><ul>${named.map(([name, meaning]) => html`<li>${tell(meaning)} <code>${name}</code></li>`)}</ul>`;
}

function valueCell(id: string, parameter: Parameter, { engine, on, pack }: PackPageData, tell: Tell): Markup {
  const { values = [], open } = parameter;
  if (open !== true)
    return html`${values.map((each) => html`<div><b>${tell(wordParameterValue(parameter, each.value))}</b> <small>${periodText(each, tell)}</small></div>`)}`;
  const supplied = engine.parameter(id, on, pack.area === "" ? undefined : pack.area);
  const example =
    supplied?.value === undefined
      ? nothing
      : html`<div>${tell(wordParameterValue(parameter, supplied.value))}${supplied.illustrative ? html` <em class="chip example">${tell(words.example)}</em>` : nothing}</div>`;
  return html`<em class="chip undetermined">${tell(words.open)}</em>${example}${readings(parameter, tell)}`;
}

/** The numbers and readings of the pack, with their dates; those that the document leaves open are marked. */
export function parametersSection(data: PackPageData, tell: Tell): Markup {
  const { pack, parents } = data;
  const entries = Object.entries(pack.parameters);
  const rows = entries.map(([id, parameter]) => ({
    id: `parameter-${id}`,
    cells: [
      html`<span class="title">${tell(parameter.title)}</span> <code>${id}</code>`,
      valueCell(id, parameter, data, tell),
      html`${quotes([...new Set([parameter.clause, ...(parameter.values ?? []).flatMap(({ clause }) => clause ?? [])])], [pack, ...parents], tell)}${
        parameter.note === undefined ? nothing : html`<small lang="zh-CN">${parameter.note}</small>`
      }`,
    ],
  }));
  const columns = [words.parameter, words.value, words.basis].map((heading) => ({ heading: tell(heading) }));
  const hint = entries.some(([, { open }]) => open === true) ? html`<p class="hint">${tell(words.open)}：${tell(words.openText)}</p>` : nothing;
  const body =
    rows.length === 0 ? html`<p class="none">${tell(words.noParameters)}</p>` : html`${hint}${pageTable(tell(words.parameters), columns, rows)}`;
  return html`<section id="parameters"><h2>${tell(words.parameters)}</h2>${body}</section>`;
}
