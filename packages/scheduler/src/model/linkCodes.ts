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
  LINKS_CONTRADICT: {
    message: {
      zh: "上门服务 {seen} 的关联与其他关联相互矛盾：先后和间隔不能同时满足",
      en: "the link between {seen} contradicts others: their orders and gaps cannot all be kept",
    },
    advice: { zh: "核对所列关联的先后和间隔，去掉其中之一", en: "check the orders and gaps of the links listed, and remove one" },
  },
  NOT_WITH_TRANSPORTS: {
    message: {
      zh: "有接送时，暂不支持上门服务关联、可迟到的时段、加班、可选休息和最空闲班次的代价",
      en: "with transports, links, hours that may be exceeded, overtime, optional breaks and a price on the idlest shift are not supported yet",
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
      zh: "features 中的 {seen} 只有单条路线的限制，不能用于有关联、可迟到时段、加班或可选休息的问题",
      en: "feature {seen} limits single routes only: it cannot be used with links, hours that may be exceeded, overtime or optional breaks",
    },
    advice: { zh: "为其补上 linkedLimit", en: "give it a `linkedLimit`" },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;
