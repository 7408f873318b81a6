import { defineCodes } from "../errors/issue.js";

/** What is worth knowing about targets and their milestones. */
export const progressCodes = {
  MILESTONES_DO_NOT_ADD_UP: {
    severity: "warning",
    message: {
      zh: "总目标 {total}（{total.source}）与分项合计 {sum}（{parts}）不一致",
      en: "the total {total} ({total.source}) is not what its parts add up to, {sum} ({parts})",
    },
    advice: {
      zh: "核对文件原文；差额可能在附件中，或已于计划期前完成。以总目标为准，不自行更正",
      en: "check the document: what is missing may stand in an annex or have been done before; the total stands as written",
    },
  },
} as const;

export const reportProgressIssue = defineCodes<keyof typeof progressCodes>(progressCodes);
