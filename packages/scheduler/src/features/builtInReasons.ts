import type { Wording } from "@eldercare/core";

/** Words for the reasons that the search halves of the built-in features give, by feature. */
export const builtInReasons = {
  skills: { SKILL_MISSING: { zh: "不具备所需技能", en: "lacks a skill that the visit needs" } },
  certificates: { CERTIFICATE_MISSING: { zh: "没有当日有效的所需证书", en: "holds no valid certificate that the visit needs" } },
  training: {
    NOT_TRAINED: { zh: "当日尚未完成岗前培训", en: "has not been trained by that day" },
    TRAINING_UNKNOWN: { zh: "岗前培训情况未知", en: "nobody has said whether she was trained" },
  },
  mentors: {
    MENTOR_MISSING: {
      zh: "须与带教护理员同时上门，而该服务没有同时的另一次上门",
      en: "visits only together with a mentor, and nobody comes with her",
    },
  },
  sexWish: { SEX_WISH: { zh: "性别不符合服务对象的意愿", en: "is not of the sex wished for" } },
  languageWish: { LANGUAGE_WISH: { zh: "不会服务对象希望使用的语言", en: "does not speak the language wished for" } },
  tags: { TAG_MISSING: { zh: "缺少所需标签", en: "lacks a tag that the visit needs" } },
  onlyAndBars: {
    BARRED: { zh: "已被该服务排除", en: "is barred from the visit" },
    NOT_AMONG_ONLY: { zh: "不在该服务限定的人员之中", en: "is not among those to whom the visit is left" },
  },
  fixed: { FIXED_ELSEWHERE: { zh: "该服务已定由他人或在其他日期承担", en: "the visit is fixed to somebody else or to another date" } },
  serviceArea: { OUTSIDE_AREA: { zh: "地点不在其服务范围内", en: "does not serve the area of the visit" } },
  workingTime: {
    WORK_LIMIT: { zh: "加上该服务将超过每日、每周工作上限或加班上限", en: "would work longer than the limit for the day, the week or overtime" },
  },
  restDays: { REST_DAY: { zh: "当周已无可安排的工作日，须留出休息日", en: "would have too few days of rest in the week" } },
  stock: { STOCK_SHORT: { zh: "可携带的物资不足", en: "cannot carry the goods needed" } },
  equipment: { EQUIPMENT_MISSING: { zh: "所驾车辆没有所需设备", en: "drives no vehicle with the equipment needed" } },
  seats: {
    NO_VEHICLE: { zh: "班次没有车辆", en: "has no vehicle on the shift" },
    SEATS_SHORT: { zh: "车辆座位不足", en: "the vehicle has too few seats" },
    WHEELCHAIRS_SHORT: { zh: "车辆轮椅位不足", en: "the vehicle has no place for the wheelchair" },
    HOLD_SHORT: { zh: "车辆装不下所运物资", en: "the vehicle does not hold the goods" },
    VEHICLE_FULL: { zh: "届时车辆已满", en: "the vehicle is full at that time" },
  },
  beds: { BED_NOT_FREE: { zh: "届时没有空床位", en: "no bed is free by then" } },
  returns: { NOT_FETCHED_BEFORE: { zh: "接来的那次接送尚未安排或晚于送回", en: "the person is not fetched before, as the plan stands" } },
  links: { LINK_NOT_KEPT: { zh: "与其关联的上门服务无法同时安排", en: "the visits linked to it cannot be made with it" } },
  patterns: {
    PATTERN_NOT_KEPT: {
      zh: "与同一规律中已安排的上门服务的日期、时刻或人员不符",
      en: "the days, hours or caregiver of its pattern, as planned, leave no room",
    },
  },
  oneAtATime: { PERSON_TWICE_AT_ONCE: { zh: "届时另有护理员在为同一服务对象服务", en: "would be there while somebody else serves the same person" } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Wording>>>>;
