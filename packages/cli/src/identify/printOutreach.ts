import type { Wording } from "@eldercare/core";
import type { OutreachSummary, RuleOutreach, VisitList } from "@eldercare/rules/identify";
import pc from "picocolors";
import { printable } from "../terminal/printable.js";
import type { OutreachPerson } from "./outreachPerson.js";
import { causeOf, changeWords, eventDetail, eventWords } from "./outreachWords.js";

const width = 8;
const cell = (value: number | string): string => String(value).padStart(width);
/** A Chinese heading over a column of numbers: each of its characters takes two places. */
const heading = (text: string): string => text.padStart(width - text.length);
const both = ({ zh, en }: Wording): string => `${printable(zh)} ${pc.dim(printable(en))}`;

const kinds = ["gained", "lost", "inDoubt", "amountChanged"] as const;

const ruleLine = (rule: RuleOutreach): string =>
  `${kinds.map((kind) => cell(rule[kind])).join("")}   ${printable(rule.title.zh)} ${pc.dim(printable(rule.rule))}\n`;

/** What an identification came to: events, changes by rule, facts to ask for, visits due. */
export function printOutreach({ events, rules, facts }: OutreachSummary, visits: VisitList | undefined): string {
  const happened = (Object.keys(eventWords) as (keyof typeof eventWords)[]).map((kind) => `${both(eventWords[kind])} ${events[kind]}`).join(" · ");
  const changed =
    rules.length === 0
      ? "  没有变化 / nothing has changed\n"
      : `${kinds.map((kind) => heading(changeWords[kind].zh)).join("")}   ${pc.dim(kinds.map((kind) => changeWords[kind].en).join(" / "))}\n${rules.map(ruleLine).join("")}`;
  const asked = facts.map(
    ({ fact, title, people, first, rules: settled }) =>
      `${cell(people)}   ${title === undefined ? printable(fact) : both(title)} ${pc.dim(printable(`${fact} · ${settled.length} 项 rules · ${first.slice(0, 3).join(" ")}${people > 3 ? " …" : ""}`))}\n`,
  );
  const ask =
    asked.length === 0 ? "" : `${heading("待询问")}   ${pc.dim("people whom one fact alone could settle something for")}\n${asked.join("")}`;
  const overdue = visits?.due.filter(({ state }) => state === "overdue").length ?? 0;
  const visitText =
    visits === undefined
      ? ""
      : `  ${both({ zh: "应探访", en: "visits due" })} ${visits.due.length} · ${both({ zh: "已逾期", en: "overdue" })} ${overdue} · ${both({ zh: "间隔不明", en: "interval unknown" })} ${visits.undetermined.length}\n`;
  return `  ${happened}\n${changed}${ask}${visitText}`;
}

/** What there is to tell of one person, line by line. */
export function printPerson({ person, area, events, changes, ask, visit }: OutreachPerson, placeName: (code: string) => string): string {
  const lines = [
    ...events.map((event) => `${eventWords[event.kind].zh} ${eventDetail(event, placeName)}`.trimEnd()),
    ...changes.map((change) => `${changeWords[change.kind].zh}：${change.title.zh}  ${causeOf(change).zh}  ${change.clauses.join("、")}`),
    ...ask.map(({ fact, title, rules }) => `待询问：${title?.zh ?? fact}（可认定 ${rules.length} 项）`),
    ...(visit === undefined
      ? []
      : [visit.state === "undetermined" ? "探访间隔不明" : `${visit.state === "overdue" ? "探访逾期" : "应探访"} ${visit.due}`]),
  ];
  const place = area === undefined ? "" : ` ${pc.dim(printable(placeName(area)))}`;
  return `${pc.bold(printable(person))}${place}\n${lines.map((line) => `    ${printable(line)}\n`).join("")}`;
}
