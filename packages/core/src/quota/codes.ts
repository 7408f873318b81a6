import { defineCodes } from "../errors/issue.js";

/** What is worth knowing about the sites of a residential area. */
export const quotaCodes = {
  LEASE_TOO_SHORT: {
    severity: "warning",
    message: { zh: "租期至 {seen}，不足 {years} 年（应至 {until}）", en: "the lease ends on {seen}, before {years} years are over ({until})" },
    advice: {
      zh: "续签或另行落实场地；“一般”情形下的例外应说明理由",
      en: "extend the lease or find another site; where the text allows exceptions, give the reason",
    },
  },
} as const;

export const reportQuotaIssue = defineCodes<keyof typeof quotaCodes>(quotaCodes);
