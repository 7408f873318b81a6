import type { CodeWording } from "@eldercare/core";

/** The codes of tours, of teams of a day and of beds. */
export const tourCodes = {
  TWICE_IN_TOUR: {
    message: { zh: "{seen} 在同一巡回服务中重复出现", en: "{seen} is listed more than once in the tour" },
    advice: { zh: "只保留一次", en: "list it once" },
  },
  TOUR_OUTSIDE_HORIZON: {
    message: { zh: "巡回服务日期 {seen} 不在排班周期内", en: "the tour's date {seen} lies outside the horizon" },
    advice: { zh: "改正日期，或延长排班周期；一次巡回不能只排一部分", en: "correct the date, or lengthen the horizon: a tour is planned as a whole" },
  },
  TOUR_DATES_APART: {
    message: { zh: "巡回服务的日期 {seen} 不连续", en: "the dates of the tour, {seen}, do not follow one another" },
    advice: { zh: "补上中间的日期，或分成几次巡回", en: "add the dates between, or make several tours of it" },
  },
  TOUR_WITHOUT_LODGING: {
    message: { zh: "巡回服务 {seen} 在外过夜，却没有可过夜的地点", en: "tour {seen} stays out overnight but names no place to do so" },
    advice: {
      zh: "在 lodgings 中列出可过夜的地点；每晚返回的，列出出发地点",
      en: "list places in `lodgings`; the place of departure, where it may come back each night",
    },
  },
  CREW_WITHOUT_SHIFT: {
    message: { zh: "队员 {seen} 在 {date} 没有班次", en: "{seen} of the crew has no shift on {date}" },
    advice: {
      zh: "补上该日班次：队伍的工时、地点和休息取自队员的班次",
      en: "add the shift: a team's hours, places and breaks are those of its crew",
    },
  },
  CREW_SHIFTS_DIFFER: {
    message: {
      zh: "队员 {seen} 在 {date} 的班次与队长 {leader} 不一致",
      en: "the shift of {seen} on {date} is not that of the leader, {leader}",
    },
    advice: {
      zh: "同队队员当日的起止时刻、出发和返回地点、休息应当一致",
      en: "give all of a crew the same hours, places and breaks on that date",
    },
  },
  CREW_ON_TWO_TOURS: {
    message: { zh: "护理员 {seen} 在 {date} 同时参加两次巡回服务", en: "{seen} is on two tours on {date}" },
    advice: { zh: "只参加其中一次", en: "leave her on one of them" },
  },
  TOUR_VEHICLE_DIFFERS: {
    message: {
      zh: "队员 {caregiver} 在 {date} 的班次车辆为 {seen}，与巡回服务的车辆不同",
      en: "the shift of {caregiver} on {date} drives {seen}, not the vehicle of the tour",
    },
    advice: { zh: "班次不写车辆，或与巡回服务一致", en: "leave the vehicle out of the shift, or name the tour's" },
  },
  CREW_EXCEEDS_SEATS: {
    message: {
      zh: "队伍除驾驶人外还有 {seen} 人，车辆座位只有 {seats} 个（不含驾驶座）",
      en: "beside the driver the crew takes {seen} seats, but the vehicle has {seats} (without the driver's)",
    },
    advice: { zh: "核对车辆的 seats，或减少队员", en: "check `seats` of the vehicle, or make the crew smaller" },
  },
  REST_DOES_NOT_FIT: {
    message: {
      zh: "{date} 收班到次日开班之间只有 {minutes} 分钟，少于夜间休息 {seen} 分钟",
      en: "between the end of {date} and the next morning lie {minutes} minutes, less than the rest of {seen}",
    },
    advice: { zh: "提前收班或推迟开班", en: "end the day earlier, or begin the next one later" },
  },
  NOT_WITH_TOURS: {
    message: {
      zh: "有巡回服务或床位时，暂不支持上门服务关联、规律、可迟到的时段、班次延长、可选休息，以及最空闲班次、陌生护理员和工作量不均的代价",
      en: "with tours or beds, links, patterns, hours and shifts that may be exceeded, optional breaks and prices on the idlest shift, new faces and unfair load are not supported yet",
    },
    advice: { zh: "分成两次排班，或去掉所列内容", en: "plan them apart, or leave out what is named" },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;
