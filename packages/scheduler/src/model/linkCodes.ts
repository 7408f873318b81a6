import type { CodeWording } from "@eldercare/core";

/** The codes of links between visits and of what else binds routes to one another. */
export const linkCodes = {
  LINK_OF_TOO_FEW: {
    message: { zh: "关联 {kind} 应有 {expected} 次上门服务，实有 {seen} 次", en: "a link of kind {kind} takes {expected} visits, not {seen}" },
    advice: { zh: "补上或减去上门服务", en: "add or remove visits" },
  },
  TWICE_IN_LINK: {
    message: { zh: "上门服务 {seen} 在同一关联中出现多次", en: "visit {seen} occurs more than once in a link" },
    advice: { zh: "只保留一次", en: "keep it once" },
  },
  GAP_UPSIDE_DOWN: {
    message: { zh: "最长间隔 {seen} 分钟小于最短间隔", en: "the greatest gap of {seen} minutes is below the least" },
    advice: { zh: "核对 minMinutes 和 maxMinutes", en: "check `minMinutes` and `maxMinutes`" },
  },
  DAYS_UPSIDE_DOWN: {
    message: { zh: "至多间隔 {seen} 天小于至少间隔天数", en: "the greatest spacing of {seen} days is below the least" },
    advice: { zh: "核对 minDays 和 maxDays", en: "check `minDays` and `maxDays`" },
  },
  ALTERNATIVES_DIFFER: {
    message: {
      zh: "择一完成的上门服务 {seen} 与首个的优先级或是否必须完成不一致",
      en: "visit {seen} differs in priority, or in being required, from the first of its alternatives",
    },
    advice: { zh: "使各备选的 priority 和 required 一致", en: "give all alternatives the same `priority` and `required`" },
  },
  ALTERNATIVE_LINKED: {
    message: {
      zh: "择一完成的上门服务 {seen} 又有同时、先后、不同人或另一择一的关联",
      en: "visit {seen}, one of several alternatives, is also linked by `together`, `sequence`, `apart` or another `oneOf`",
    },
    advice: { zh: "去掉其中一个关联", en: "remove one of the links" },
  },
  PATTERN_OF_ONE: {
    message: { zh: "规律应有至少 2 次上门服务，实有 {seen} 次", en: "a pattern takes at least 2 visits, not {seen}" },
    advice: { zh: "补上上门服务，或去掉该规律", en: "add visits, or remove the pattern" },
  },
  PATTERN_SAYS_NOTHING: {
    message: {
      zh: "规律没有写明同一星期几、开始时刻相差或同一护理员",
      en: "the pattern states no weekday, no tolerance of starts and no caregiver in common",
    },
    advice: {
      zh: "写明 sameWeekday、startToleranceMinutes 或 sameCaregiver",
      en: "state `sameWeekday`, `startToleranceMinutes` or `sameCaregiver`",
    },
  },
  PATTERN_OF_ANOTHER: {
    message: { zh: "上门服务 {seen} 不是为规律所写的服务对象 {person} 安排的", en: "visit {seen} is not for {person}, whom the pattern names" },
    advice: { zh: "核对 person 和 visits", en: "check `person` and `visits`" },
  },
  RHYTHM_TWICE: {
    message: { zh: "上门服务 {seen} 有两个关于开始时刻的规律", en: "visit {seen} has two patterns of when it begins" },
    advice: { zh: "合并为一个规律", en: "make them one pattern" },
  },
  LINKS_CONTRADICT: {
    message: {
      zh: "上门服务 {seen} 的关联与其他关联相互矛盾：先后、间隔和天数不能同时满足",
      en: "the link between {seen} contradicts others: their orders, gaps and days cannot all be kept",
    },
    advice: { zh: "核对所列关联的先后和间隔，去掉其中之一", en: "check the orders and gaps of the links listed, and remove one" },
  },
  NOT_WITH_TRANSPORTS: {
    message: {
      zh: "有接送时，暂不支持上门服务关联和规律、可迟到的时段、加班、可选休息，以及最空闲班次、陌生护理员和不公平份额的代价",
      en: "with transports, links, patterns, hours that may be exceeded, overtime, optional breaks and prices on the idlest shift, on new faces and on unfair load are not supported yet",
    },
    advice: { zh: "分成两次排班，或去掉所列内容", en: "plan them apart, or leave out what is named" },
  },
  LINK_IN_PART: {
    message: { zh: "路线中缺少上门服务 {seen}，而与其关联的已在路线中", en: "visit {seen} is in no route, though a visit linked to it is" },
    advice: { zh: "把关联的上门服务一并放入路线，或一并去掉", en: "put all linked visits into routes, or none of them" },
  },
  ORDERS_IN_CIRCLE: {
    message: { zh: "各路线的先后次序相互等待：{seen}", en: "the orders of the routes make visits wait for one another in a circle: {seen}" },
    advice: { zh: "调整其中一条路线的次序", en: "change the order of one of the routes" },
  },
  ORDERS_NOT_KEPT: {
    message: {
      zh: "路线次序无法在必须遵守的时段、班次和休息内完成",
      en: "the orders cannot be kept within the hours, shifts and breaks that must be",
    },
    advice: { zh: "调整次序或减少上门服务", en: "change the orders, or make fewer visits" },
  },
  FEATURE_NOT_LINKED: {
    message: {
      zh: "features 中的 {seen} 只有单条路线的限制，不能用于有关联、规律、可迟到时段、加班或可选休息的问题",
      en: "feature {seen} limits single routes only: it cannot be used with links, patterns, hours that may be exceeded, overtime or optional breaks",
    },
    advice: { zh: "为其补上 linkedLimit", en: "give it a `linkedLimit`" },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;
