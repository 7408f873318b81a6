import { defineCodes } from "../errors/issue.js";

/** The codes of the respite room. */
export const respiteCodes = {
  STAYS_OVERLAP: {
    message: { zh: "喘息服务时段 {seen} 与同一人的另一时段重叠", en: "the respite stay {seen} overlaps another of the same person" },
    advice: { zh: "核对起止日期，合并重复的记录", en: "check the dates; join records of the same stay" },
  },
} as const;

/** Reports an issue under a code of the respite room. */
export const reportRespite = defineCodes<keyof typeof respiteCodes>(respiteCodes);
