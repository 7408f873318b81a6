import type { CodeWording } from "@eldercare/core";

/** The codes of visits made out of entitlements, their intervals and their rhythm. */
export const demandCodes = {
  LAST_VISIT_AFTER_PERIOD: {
    message: { zh: "上次服务日期 {seen} 晚于周期的最后一天 {to}", en: "the last visit, on {seen}, lies after the period ends on {to}" },
    advice: {
      zh: "核对 history.lastVisits 和 period：只写已经完成的服务",
      en: "check `history.lastVisits` and `period`: only visits made belong here",
    },
  },
  NEEDS_OF_EACH_DIFFER: {
    message: {
      zh: "needsOfEach 写了 {seen} 名护理员所需，而 caregivers 为 {caregivers}",
      en: "`needsOfEach` is of {seen} caregivers, `caregivers` says {caregivers}",
    },
    advice: { zh: "使两者人数一致，或去掉 caregivers", en: "give the needs of as many, or leave out `caregivers`" },
  },
  VISIT_OVERDUE: {
    severity: "note",
    message: {
      zh: "{seen} 的服务 {service} 上次为 {last}，至周期开始已逾期 {days} 天，列入本周期",
      en: "{seen} had {service} last on {last}: {days} days overdue as the period begins, and due in it at once",
    },
    advice: { zh: "尽早上门；确已做过的，更新 history.lastVisits", en: "visit soon; where it has been made, bring `history.lastVisits` up to date" },
  },
  SPACING_NOT_ASKED: {
    severity: "note",
    message: {
      zh: "{seen} 的服务 {service} 在应上门的日期内排不出目录要求的间隔天数（含与上次服务的间隔），排不出之处不作要求",
      en: "{service} for {seen} cannot be spaced as the catalogue asks, from the last visit or in itself, on the days on which it is due: where it cannot, spacing is not asked for",
    },
    advice: {
      zh: "放宽目录中的 spacing、增加可上门日，或核对频次",
      en: "relax `spacing`, allow more weekdays in the catalogue, or check the frequency",
    },
  },
  WEEKDAY_NOT_ASKED: {
    severity: "note",
    message: {
      zh: "{seen} 的服务 {service} 按应上门的日期不能都在同一星期几，不作此要求",
      en: "{service} for {seen} cannot be on the same day of the week on the days on which it is due: it is not asked for",
    },
    advice: { zh: "去掉目录中的 sameWeekday，或核对频次和间隔", en: "leave out `sameWeekday` in the catalogue, or check frequency and spacing" },
  },
  ANSWERED_ON_CALL: {
    severity: "note",
    message: {
      zh: "服务 {seen} 随叫随到，{count} 项资格不预先安排上门",
      en: "service {seen} is answered on call: {count} entitlements make no planned visits",
    },
    advice: { zh: "接到呼叫后另行派单；日常班次留出余量", en: "send somebody when the call comes, and leave room for it in the shifts" },
  },
  FETCHED_TO_SERVICE: {
    severity: "note",
    message: {
      zh: "服务 {seen} 须接送老年人前往，{count} 项资格未生成上门服务，也未生成接送",
      en: "people are fetched to {seen}: {count} entitlements make no visits, and the transports are not made here either",
    },
    advice: { zh: "在 transports 中另行安排接送", en: "plan them as `transports`" },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;
