import { defineCodes } from "../errors/issue.js";

/** The codes of the room `money`. */
export const moneyCodes = {
  NOTHING_TO_ALLOCATE_BY: {
    message: { zh: "金额 {seen} 分没有可分摊的对象：权重为空或全为 0", en: "nothing to share {seen} fen among: there are no weights, or all are 0" },
    advice: { zh: "至少给出一个大于 0 的权重", en: "give at least one weight above 0" },
  },
} as const;

/** Reports an issue under a code of the room `money`. */
export const reportMoneyIssue = defineCodes<keyof typeof moneyCodes>(moneyCodes);
