import type { Decision } from "@eldercare/core";
import type { RuleInfo } from "@eldercare/rules";
import { type CsvColumn, writeCsv } from "../table/writeCsv.js";
import { askWords, effectWords, modalityWords, statusWords } from "./words.js";

/**
 * The decisions as a table that opens in Excel and WPS: whom, which rule, what came of it, what to ask for, and the clauses
 * behind it by id (their wording stands in `clauses.csv`).
 */
export function decisionsCsv(decisions: readonly Decision[], rules: ReadonlyMap<string, RuleInfo>, areas: ReadonlyMap<string, string>): string {
  const columns: CsvColumn<Decision>[] = [
    { header: "对象编号 subject", cell: (decision) => decision.subject },
    { header: "所在地 place", cell: (decision) => areas.get(decision.subject) },
    { header: "规则编号 rule", cell: (decision) => decision.rule },
    { header: "事项 title", cell: (decision) => rules.get(decision.rule)?.title.zh },
    { header: "结论 status", cell: (decision) => statusWords[decision.status] },
    { header: "内容 effect", cell: (decision) => effectWords(decision.effect) },
    { header: "需补充的信息 ask", cell: (decision) => askWords(decision.missing?.toGrant ?? []) },
    { header: "条款 clauses", cell: (decision) => decision.clauses.join("；") },
    { header: "效力 modality", cell: (decision) => modalityWords[decision.modality] },
    { header: "含示例参数 illustrative", cell: (decision) => (decision.illustrative ? "是" : "否") },
  ];
  return writeCsv(decisions, columns);
}
