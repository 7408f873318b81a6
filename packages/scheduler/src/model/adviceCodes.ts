import type { CodeWording } from "@eldercare/core";

/** The codes of advice on a plan. */
export const adviceCodes = {
  ADVICE_ON_BROKEN_PLAN: {
    message: { zh: "方案不成立，无法据此给出建议：{what.zh}", en: "no advice on a plan that does not hold: {what.en}" },
    advice: { zh: "先改正方案；analyse 和 verify 列出全部问题", en: "correct the plan first: `analyse` and `verify` list everything that is wrong" },
  },
  VISIT_NOT_TO_ADVISE_ON: {
    message: { zh: "问题中没有编号为 {seen} 的上门服务", en: "the problem has no visit {seen}" },
    advice: {
      zh: "核对编号；新增的上门服务请直接给出其内容{hint.zh}",
      en: "check its id; give a new visit itself rather than an id{hint.en}",
    },
  },
  ADVICE_NOT_WITH_TOURS: {
    message: { zh: "有巡回服务时，暂不能逐项给出上门建议", en: "with tours there is no advice on a visit yet" },
    advice: {
      zh: "把这项上门服务加入问题，以现有方案为 start 重新求解；analyse 仍可使用",
      en: "add the visit to the problem and `solve` with the plan as `start`; `analyse` works with tours",
    },
  },
  REST_NOT_KEPT: {
    message: {
      zh: "不含上门服务 {seen} 时，其余安排按原次序重新计时后无法成立，没有可比较的方案",
      en: "without visit {seen} the rest of the plan, timed anew in its order, cannot be kept: there is nothing to compare with",
    },
    advice: {
      zh: "例如同一服务对象会同时有两名护理员；先调整其余路线的次序",
      en: "two caregivers would be with one person at once, for instance: change the order of the other routes first",
    },
  },
  NOT_A_COUNT_OF_PLACES: {
    message: { zh: "most 的取值 {seen} 无效", en: "{seen} cannot serve as `most`" },
    advice: { zh: "填不小于 1 的整数，或不填", en: "give a whole number of at least 1, or leave it out" },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;
