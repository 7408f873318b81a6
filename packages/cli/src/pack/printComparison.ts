import { printYuan, type Wording } from "@eldercare/core";
import type { OutcomeChange, OutcomeKind, PackComparison, ParameterChange, PartChange, RuleChange, ValueChange } from "@eldercare/rules/compare";
import pc from "picocolors";
import { printable } from "../terminal/printable.js";

const changeWords: Readonly<Record<RuleChange["change"], Wording>> = {
  added: { zh: "新增", en: "added" },
  removed: { zh: "删除", en: "removed" },
  renamed: { zh: "更名", en: "renamed" },
  changed: { zh: "修改", en: "changed" },
};

const outcomeWords: Readonly<Record<OutcomeKind, Wording>> = {
  gained: { zh: "新符合", en: "gain" },
  lost: { zh: "不再符合", en: "lose" },
  amountChanged: { zh: "金额变动", en: "get another amount" },
  nowUndetermined: { zh: "变为待补充信息", en: "become undetermined" },
  nowDenied: { zh: "由待补充信息变为不符合", en: "were undetermined and are now denied" },
  nowNotMet: { zh: "新增要求且未达标", en: "are now asked and do not meet it" },
  noLongerAsked: { zh: "不再要求", en: "are no longer asked" },
};

const changed = (change: RuleChange["change"]): string => `${changeWords[change].zh} ${pc.dim(changeWords[change].en)}`;

const inMembers = (members: readonly string[]): string => (members.length === 0 ? "" : pc.dim(`  ${members.join(", ")}`));

const ruleLine = ({ id, title, change, was, members }: RuleChange): string =>
  `  ${changed(change)}  ${printable(was === undefined ? id : `${was} → ${id}`)}  ${printable(title.zh)}${inMembers(members)}\n`;

const written = (value: ValueChange["before"]): string => (value === undefined ? "—" : String(value));

const periodLine = ({ from, to, before, after }: ValueChange): string =>
  `      ${from} 至 ${to ?? "今后"} ${pc.dim(`to ${to ?? "now on"}`)}: ${printable(`${written(before)} → ${written(after)}`)}\n`;

const parameterLines = ({ id, change, values, members }: ParameterChange): string =>
  `  ${changed(change)}  ${printable(id)}${inMembers(members)}\n${values.map(periodLine).join("")}`;

const partLine = ({ id, change, members }: PartChange): string => `  ${changed(change)}  ${printable(id)}${inMembers(members)}\n`;

function section(zh: string, en: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${pc.bold(zh)} ${pc.dim(en)} ${lines.length}\n${lines.join("")}`;
}

const money = (fen: number | undefined): string => (fen === undefined ? "?" : printYuan(fen));

function outcomeLines({ before, after, title, kind, count, first, amountBeforeFen, amountAfterFen }: OutcomeChange): string {
  const { zh, en } = outcomeWords[kind];
  const sums = amountBeforeFen === undefined && amountAfterFen === undefined ? "" : `  ${money(amountBeforeFen)} → ${money(amountAfterFen)} 元`;
  const more = count > first.length ? " …" : "";
  return `  ${printable(title.zh)} ${pc.dim(printable(after ?? before ?? ""))}\n      ${zh} ${pc.dim(en)} ${count}${sums}  ${pc.dim(printable(first.join(" ")) + more)}\n`;
}

/** What a new version of a pack changes, as a person reads it: first in its text, then for whom. */
export function printComparison({ text, outcomes, subjects }: PackComparison): string {
  const parts = [
    section("规则", "rules", text.rules.map(ruleLine)),
    section("参数", "parameters", text.parameters.map(parameterLines)),
    section("条款", "clauses", text.clauses.map(partLine)),
    section("定义", "definitions", text.facts.map(partLine)),
    section("表", "tables", text.tables.map(partLine)),
    section("对上级的改动", "overrides", text.overrides.map(partLine)),
  ].join("");
  const who =
    subjects === 0
      ? ""
      : outcomes.length === 0
        ? `${pc.bold("影响")} ${pc.dim("for whom")}  ${subjects} 条记录，结论均无变化 / ${subjects} records, no answer changes\n`
        : `${pc.bold("影响")} ${pc.dim("for whom")}  ${subjects} 条记录 / records\n${outcomes.map(outcomeLines).join("")}`;
  return (parts === "" ? "文本没有变化 / the text is the same\n" : parts) + who;
}
