import { defineCodes } from "../errors/issue.js";

/** The codes of the staffing room. */
export const staffingCodes = {
  NO_WORKING_TIME: {
    message: { zh: "按所给工时、休息日和假期，每人全年工作 {seen} 天", en: "by these hours, rest days and leave a person works {seen} days a year" },
    advice: { zh: "核对工时、休息日、假期天数", en: "check hours, rest days, leave and holidays" },
  },
  POST_ENDS_BEFORE_IT_BEGINS: {
    message: { zh: "岗位结束时刻 {seen} 不晚于开始时刻", en: "the post's end {seen} is not after its beginning" },
    advice: { zh: "核对起止时刻；跨午夜的岗位拆成两段", en: "check both times; split a post that passes midnight" },
  },
} as const;

/** Reports an issue under a code of the staffing room. */
export const reportStaffing = defineCodes<keyof typeof staffingCodes>(staffingCodes);
