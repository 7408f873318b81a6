import type { CodeWording } from "@eldercare/core";

/** The codes of what has happened by the present moment. */
export const nowCodes = {
  BEGUN_WITHOUT_START: {
    message: { zh: "状态为 {seen} 的上门服务没有给出开始时刻", en: "a visit that is {seen} has no `start`" },
    advice: { zh: "在 fixed.start 中写明实际或预计的开始时刻", en: "say in `fixed.start` when it began, or when its caregiver will be there" },
  },
  BEGUN_AFTER_NOW: {
    message: { zh: "已经开始的上门服务的开始时刻 {seen} 晚于当前时刻 {now}", en: "a visit that has begun at {seen} begins after now ({now})" },
    advice: {
      zh: "核对 now 和 fixed.start；正在前往的用 travelling",
      en: "check `now` and `fixed.start`; a visit that its caregiver travels to is `travelling`",
    },
  },
  BEGUN_AT_ONCE: {
    message: { zh: "同一护理员在 {seen} 同时开始两次上门服务", en: "one caregiver begins two visits at {seen}" },
    advice: { zh: "改正其中一次的开始时刻或护理员", en: "correct the start or the caregiver of one of them" },
  },
  BEGUN_WITHOUT_WAY: {
    message: { zh: "到已经开始的上门服务 {seen} 没有道路", en: "there is no way to visit {seen}, which has begun" },
    advice: { zh: "补上行程时间，或改正 fixed", en: "give the travel time to it, or correct `fixed`" },
  },
  NOW_WITH_TRANSPORTS: {
    message: {
      zh: "有接送或巡回服务时，暂不支持当前时刻 {seen}",
      en: "with transports or tours, a present moment ({seen}) is not supported yet",
    },
    advice: { zh: "去掉 now，或把接送和巡回服务另行排班", en: "leave out `now`, or plan transports and tours apart" },
  },
  BEGUN_WITH_TOURS: {
    message: { zh: "有巡回服务时，暂不支持已经开始的上门服务 {seen}", en: "with tours, a visit that has begun ({seen}) is not supported yet" },
    advice: { zh: "去掉其进展，或把巡回服务另行排班", en: "leave out its `state`, or plan the tours apart" },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;
