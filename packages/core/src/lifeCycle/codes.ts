import { defineCodes } from "../errors/issue.js";

/** What may be wrong with the recorded life of a facility. */
export const lifeCycleCodes = {
  EVENT_OUT_OF_ORDER: {
    message: { zh: "{seen} 的日期早于其应后于的 {earlier}", en: "{seen} is dated before {earlier}, which must precede it" },
    advice: {
      zh: "核对两个日期；停用后重新启用的，作为新设施建档",
      en: "check both dates; a facility that opens again after closing is recorded as a new one",
    },
  },
  EVENT_REPEATED: {
    message: { zh: "状态 {seen} 记录了两次", en: "the state {seen} is recorded twice" },
    advice: { zh: "只保留首次到达该状态的日期", en: "keep the date on which the state was first reached" },
  },
} as const;

export const reportLifeCycleIssue = defineCodes<keyof typeof lifeCycleCodes>(lifeCycleCodes);
