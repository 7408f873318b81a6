import type { Wording } from "@eldercare/core";

/** Words for the reasons that hours and roads give, whatever the features. */
export const timeReasons = {
  NO_CAREGIVER: { zh: "没有可用的护理员", en: "there is no caregiver" },
  NO_SHIFT_ON_DATES: { zh: "在允许的日期没有班次", en: "has no shift on the dates of the visit" },
  OUTSIDE_SHIFT: { zh: "班次时间与服务时段不相合", en: "the shift does not meet the hours of the visit" },
  UNREACHABLE: { zh: "没有可到达的道路", en: "there is no way to the place and back" },
  DAY_TOO_SHORT: { zh: "往返路程加服务时长超出班次", en: "the way there, the service and the way back exceed the shift" },
  TOUR_TOO_SHORT: {
    zh: "巡回队伍往返过夜地点的行程排不进其余日期的工时",
    en: "the tour could not reach its nights and come back within the hours of its other days",
  },
  BREAKS_IN_THE_WAY: { zh: "班次内的休息使其无法安排", en: "the breaks of the shift leave no room for it" },
  RIDE_TOO_LONG: { zh: "乘车时间将超过上限", en: "somebody would ride longer than the longest ride" },
  NO_TIME_LEFT: { zh: "已排服务之外没有足够的空闲时间", en: "no time is left beside the visits planned" },
  NOT_BEFORE_BEGUN: { zh: "只能排在已经开始或正在前往的服务之前", en: "would have to come before what has begun or is being travelled to" },
  COSTS_MORE_THAN_LEAVING: { zh: "安排的代价高于不安排的代价", en: "making it costs more than leaving it out" },
  INSERTION_POSSIBLE: { zh: "可以直接加入现有方案", en: "it can be added to the plan as it stands" },
} as const satisfies Readonly<Record<string, Wording>>;
