import { type DecisionStatus, printYuan, type SubjectKind } from "@eldercare/core";
import type { Expectation, PolicyCase } from "@eldercare/rules";
import { html, type Markup, nothing } from "../../report/markup.js";
import { statusWords } from "../../report/words.js";
import type { PackPageData } from "../packPageData.js";
import { pageTable } from "../pageTable.js";
import { askTitle } from "../titles.js";
import { chipOf, countedPackWords, figureWords, type Tell, packPageWords as words } from "../words.js";

const statusOf = (expected: Expectation): DecisionStatus => (typeof expected === "string" ? expected : (Object.keys(expected)[0] as DecisionStatus));

/** What an expectation says beside the status: what to ask first, or figures. */
function details(expected: Expectation, subject: SubjectKind, { pack, parents }: PackPageData, tell: Tell): string {
  if (typeof expected === "string") return "";
  if ("undetermined" in expected) {
    const asked = expected.undetermined.map((each) => tell(askTitle(each, subject, [pack, ...parents])));
    return asked.length === 0 ? "" : ` ${tell(words.ask)}${asked.join("、")}`;
  }
  const figures = Object.values(expected)[0] ?? {};
  const shown = Object.entries(figures).map(([name, value]) => {
    const text = name === "amountFen" && typeof value === "number" ? printYuan(value) : String(value);
    return `${tell(figureWords[name] ?? { zh: name, en: name })} ${text}`;
  });
  return ` ${shown.join("；")}`;
}

/** What comes out of a situation: rules of one outcome stand together. */
function outcomes(situation: PolicyCase, index: number, data: PackPageData, tell: Tell): Markup {
  const { pack, parents, report } = data;
  const subject = (Object.keys(situation.subject)[0] ?? "person") as SubjectKind;
  const rules = [pack, ...parents].flatMap((each) => each.rules);
  const failed = new Set((report?.failures ?? []).map(({ pointer }) => pointer));
  const groups = new Map<string, { readonly status: DecisionStatus; readonly said: string; readonly wrong: boolean; readonly titles: string[] }>();
  for (const [rule, expected] of Object.entries(situation.expect)) {
    const [status, said] = [statusOf(expected), details(expected, subject, data, tell)];
    const wrong = failed.has(`/${index}/expect/${rule}`);
    const key = JSON.stringify([status, said, wrong]);
    const group = groups.get(key) ?? { status, said, wrong, titles: [] };
    groups.set(key, group);
    const title = rules.find(({ id }) => id === rule)?.title;
    group.titles.push(title === undefined ? rule : tell(title));
  }
  return html`<ul class="reasons">${[...groups.values()].map(
    ({ status, said, wrong, titles }) =>
      html`<li><em class="chip ${chipOf[status]}">${tell(statusWords[status])}</em> ${titles.join(tell(words.between))}${
        said === "" ? nothing : html`<small>${said}</small>`
      }${wrong ? html` <em class="chip notMet">${tell(words.failed)}</em>` : nothing}</li>`,
  )}</ul>`;
}

/** The situations that the pack is tested with, and what comes out of each. */
export function casesSection(data: PackPageData, tell: Tell): Markup {
  const { cases, report } = data;
  if (cases === undefined || report === undefined) return nothing;
  const rows = cases.map((situation, index) => ({
    cells: [
      html`<span class="title" lang="zh-CN">${situation.name}</span><br><small>${situation.on}</small>`,
      outcomes(situation, index, data, tell),
    ],
  }));
  const columns = [words.situation, words.expected].map((heading) => ({ heading: tell(heading) }));
  const counted = tell(countedPackWords.expectations(report.expectations, report.failures.length));
  const body =
    cases.length === 0
      ? html`<p class="none">${tell(words.noCases)}</p>`
      : html`<p class="hint">${tell(words.casesHint)}${counted}</p>${pageTable(tell(words.cases), columns, rows)}`;
  return html`<section id="cases"><h2>${tell(words.cases)}</h2>${body}</section>`;
}
