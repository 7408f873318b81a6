import { defineCodes } from "../errors/issue.js";

/** What may be wrong with a standard. */
export const standardsCodes = {
  CONDITION_NOT_NAMED: {
    message: { zh: "有条件适用的标准 {seen} 没有写明条件", en: "the conditional standard {seen} does not say on what condition" },
    advice: { zh: "在 condition 中写明条件的名称", en: "name the condition in `condition`" },
  },
} as const;

export const reportStandardsIssue = defineCodes<keyof typeof standardsCodes>(standardsCodes);
