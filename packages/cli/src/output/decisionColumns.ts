import type { Decision } from "@eldercare/core";
import type { RuleInfo } from "@eldercare/rules";
import type { CsvColumn } from "../table/writeCsv.js";
import { askWords, effectWords, modalityWords, statusWords } from "./words.js";

/** Columns that say whom a decision is about. */
export const subjectColumns: readonly CsvColumn<{ readonly subject: string; readonly place: string | undefined }>[] = [
  { header: "对象编号 subject", cell: ({ subject }) => subject },
  { header: "所在地 place", cell: ({ place }) => place },
];

/** Columns that say what was decided; they are the same for everybody to whom the decision is the same. */
export const decisionColumns = (rules: ReadonlyMap<string, RuleInfo>): readonly CsvColumn<Decision>[] => [
  { header: "规则编号 rule", cell: (decision) => decision.rule },
  { header: "事项 title", cell: (decision) => rules.get(decision.rule)?.title.zh },
  { header: "结论 status", cell: (decision) => statusWords[decision.status] },
  { header: "内容 effect", cell: (decision) => effectWords(decision.effect) },
  { header: "需补充的信息 ask", cell: (decision) => askWords(decision.missing?.toGrant ?? []) },
  { header: "条款 clauses", cell: (decision) => decision.clauses.join("；") },
  { header: "效力 modality", cell: (decision) => modalityWords[decision.modality] },
  { header: "含示例参数 illustrative", cell: (decision) => (decision.illustrative ? "是" : "否") },
];
