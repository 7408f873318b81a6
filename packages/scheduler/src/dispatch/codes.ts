import { type CodeWording, defineCodes } from "@eldercare/core";

/** The codes of `@eldercare/scheduler/dispatch`. */
export const dispatchCodes = {
  EVENT_WITHOUT_MOMENT: {
    message: {
      zh: "事件 {seen} 没有时刻：event.at 和 problem.now 都没有给出",
      en: "event {seen} has no moment: neither `at` nor the problem's `now` is given",
    },
    advice: { zh: "写明 at，或在问题中写明 now", en: "give `at`, or `now` in the problem" },
  },
  EVENT_BEFORE_NOW: {
    message: { zh: "事件时刻 {seen} 早于当前时刻 {now}", en: "the event's moment {seen} lies before now ({now})" },
    advice: { zh: "按发生的先后处理事件", en: "dispatch events in the order in which they happen" },
  },
  EVENT_OUTSIDE_HORIZON: {
    message: { zh: "事件时刻 {seen} 不在排班周期内", en: "the event's moment {seen} lies outside the horizon" },
    advice: { zh: "核对 at 和 horizon", en: "check `at` and `horizon`" },
  },
  VISIT_NOT_BEGUN: {
    message: { zh: "上门服务 {seen} 到 {at} 既未开始也无人前往", en: "visit {seen} has not begun by {at}, nor has anybody set out for it" },
    advice: { zh: "取消用 cancelled；已经上门的先写明 fixed", en: "use `cancelled`, or say in `fixed` that it has begun" },
  },
  NOT_WITH_PEOPLE_CARRIED: {
    message: { zh: "有接送或巡回服务时，暂不支持临时调整", en: "with transports or tours, dispatch is not supported yet" },
    advice: { zh: "把接送和巡回服务另行排班", en: "plan transports and tours apart" },
  },
  NOT_ABLE_TO_RESPOND: {
    message: { zh: "指定的护理员 {seen} 不能立即前往", en: "caregiver {seen} is not able to go at once" },
    advice: { zh: "去掉 responder，由最近的人前往", en: "leave out `responder`: the nearest who is able goes" },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;

/** A code of `@eldercare/scheduler/dispatch`. */
export type DispatchCode = keyof typeof dispatchCodes;

/** Reports an issue under a code of `@eldercare/scheduler/dispatch`. */
export const reportDispatchIssue = defineCodes<DispatchCode>(dispatchCodes);
