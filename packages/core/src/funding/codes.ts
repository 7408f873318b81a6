import { defineCodes } from "../errors/issue.js";

/** The codes of funding. */
export const fundingCodes = {
  SHARES_DO_NOT_ADD_UP: {
    message: { zh: "分担比例合计为 {seen}，应为 1", en: "the shares add up to {seen}, not to 1" },
    advice: { zh: "核对各方比例", en: "check the share of each" },
  },
  SOURCES_DO_NOT_ADD_UP: {
    message: { zh: "各来源合计 {seen} 分，与总额 {total} 分不符", en: "the sources come to {seen} fen, the total to {total}" },
    advice: { zh: "核对各来源金额和总额", en: "check the amounts and the total" },
  },
} as const;

/** A code of the funding room. */
export type FundingCode = keyof typeof fundingCodes;

/** Reports an issue under a code of the funding room. */
export const reportFundingIssue = defineCodes<FundingCode>(fundingCodes);
