import type { Wording } from "@eldercare/core";

/** What the checker itself finds, whatever the features; `{name}` stands for a value. */
export const verifyCodes = {
  BEGINS_BEFORE_NOW: {
    zh: "护理员 {caregiver} 在 {date} 的 {id} 于 {seen} 开始，早于当前时刻 {now}",
    en: "{id} of caregiver {caregiver} on {date} begins at {seen}, before now ({now})",
  },
  BEFORE_WHAT_HAS_BEGUN: {
    zh: "护理员 {caregiver} 在 {date} 的 {id} 排在 {begun} 之前，而后者已经开始或正在前往",
    en: "{id} of caregiver {caregiver} on {date} stands before {begun}, which has begun or is being travelled to",
  },
  BEGUN_LEFT_OUT: {
    zh: "上门服务 {visit} 已经开始或正在前往，方案中却没有",
    en: "visit {visit} has begun or is being travelled to, but the plan lacks it",
  },
  UNKNOWN_ROUTE: {
    zh: "护理员 {caregiver} 在 {date} 没有班次",
    en: "caregiver {caregiver} has no shift on {date}",
  },
  ROUTE_TWICE: {
    zh: "护理员 {caregiver} 在 {date} 有两条路线",
    en: "caregiver {caregiver} has two routes on {date}",
  },
  ROUTE_WITHOUT_VISITS: {
    zh: "护理员 {caregiver} 在 {date} 的路线没有上门服务和接送",
    en: "the route of caregiver {caregiver} on {date} has neither visit nor transport",
  },
  WRONG_VEHICLE: {
    zh: "护理员 {caregiver} 在 {date} 的路线车辆为 {seen}，班次车辆为 {expected}",
    en: "the route of caregiver {caregiver} on {date} has vehicle {seen}; the shift has {expected}",
  },
  WRONG_TOUR: {
    zh: "护理员 {caregiver} 在 {date} 的路线所属巡回服务为 {seen}，应为 {expected}",
    en: "the route of caregiver {caregiver} on {date} is a day of tour {seen}, not of {expected}",
  },
  UNKNOWN_STOP: {
    zh: "护理员 {caregiver} 在 {date} 的路线中，{id} 不存在",
    en: "{id} in the route of caregiver {caregiver} on {date} does not exist",
  },
  UNKNOWN_UNASSIGNED: {
    zh: "未安排清单中的上门服务 {visit} 不存在",
    en: "visit {visit}, listed as unassigned, does not exist",
  },
  NOT_WANTED_LISTED: {
    zh: "未安排清单中有上门服务 {visit}，而其备选之一已安排",
    en: "visit {visit} is listed as unassigned though one of its alternatives is made",
  },
  UNKNOWN_REASON: {
    zh: "未安排的上门服务 {visit} 的原因不成立：{seen}",
    en: "visit {visit} is left out for a reason that is none: {seen}",
  },
  NOT_A_TIME: {
    zh: "护理员 {caregiver} 在 {date} 的路线中，{seen} 不是时刻",
    en: "{seen} in the route of caregiver {caregiver} on {date} is not a time of day",
  },
  VISIT_TWICE: {
    zh: "上门服务 {visit} 出现多次",
    en: "visit {visit} occurs more than once",
  },
  VISIT_LOST: {
    zh: "上门服务 {visit} 既未安排，也不在未安排清单中",
    en: "visit {visit} is neither planned nor listed as unassigned",
  },
  TRANSPORT_TWICE: {
    zh: "接送 {transport} 出现多次",
    en: "transport {transport} occurs more than once",
  },
  TRANSPORT_LOST: {
    zh: "接送 {transport} 既未安排，也不在未安排清单中",
    en: "transport {transport} is neither planned nor listed as unassigned",
  },
  TRANSPORT_SPLIT: {
    zh: "接送 {transport} 的上车和下车不在同一条路线上",
    en: "transport {transport} does not board and alight on one route",
  },
  ALIGHTS_FIRST: {
    zh: "接送 {transport} 在 {date} 先下车后上车",
    en: "transport {transport} alights on {date} before it boards",
  },
  TRANSPORT_WRONG_DATE: {
    zh: "接送 {transport} 安排在 {date}，不在允许的日期内",
    en: "transport {transport} is planned on {date}, which is not among its dates",
  },
  TRANSPORT_OUTSIDE_WINDOW: {
    zh: "接送 {transport} 于 {date} {seen} 开始{what.zh}，不在允许的时段内",
    en: "transport {transport} begins to {what.en} on {date} at {seen}, outside its hours",
  },
  RIDE_TOO_LONG: {
    zh: "{date}：接送 {transport} 乘车 {minutes} 分钟，超过上限 {limit} 分钟",
    en: "{date}: transport {transport} rides {minutes} minutes, more than {limit}",
  },
  UNKNOWN_UNASSIGNED_TRANSPORT: {
    zh: "未安排清单中的接送 {transport} 不存在",
    en: "transport {transport}, listed as unassigned, does not exist",
  },
  UNKNOWN_TRANSPORT_REASON: {
    zh: "未安排的接送 {transport} 的原因不成立：{seen}",
    en: "transport {transport} is left out for a reason that is none: {seen}",
  },
  WRONG_DATE: {
    zh: "上门服务 {visit} 安排在 {date}，不在允许的日期内",
    en: "visit {visit} is planned on {date}, which is not among its dates",
  },
  OUTSIDE_WINDOW: {
    zh: "上门服务 {visit} 于 {date} {seen} 开始，不在允许的时段内",
    en: "visit {visit} begins on {date} at {seen}, outside its hours",
  },
  WRONG_PLACE: {
    zh: "{date}：{id} 的地点为 {seen}，应为 {expected}",
    en: "{date}: {id} is at {seen}, not at {expected}",
  },
  WRONG_ARRIVAL: {
    zh: "护理员 {caregiver} 在 {date} 到达 {id} 的时刻为 {seen}，按路程应为 {expected}",
    en: "caregiver {caregiver} reaches {id} on {date} at {seen}; by the way there it would be {expected}",
  },
  BEGINS_BEFORE_ARRIVAL: {
    zh: "{date}：{id} 于 {seen} 开始，早于到达时刻 {expected}",
    en: "{date}: {id} begins at {seen}, before the arrival at {expected}",
  },
  WRONG_LENGTH: {
    zh: "{date}：{id} 结束于 {seen}，按时长应为 {expected}",
    en: "{date}: {id} ends at {seen}; by its length it would be {expected}",
  },
  OUTSIDE_SHIFT: {
    zh: "护理员 {caregiver} 在 {date} 的路线 {seen} 超出班次 {expected}",
    en: "the route of caregiver {caregiver} on {date}, {seen}, exceeds the shift, {expected}",
  },
  BREAK_OUTSIDE_HOURS: {
    zh: "护理员 {caregiver} 在 {date} 的休息 {id} 于 {seen} 开始，不在规定时段内",
    en: "break {id} of caregiver {caregiver} on {date} begins at {seen}, outside its hours",
  },
  BREAK_MISSING: {
    zh: "护理员 {caregiver} 在 {date} 没有安排休息 {id}",
    en: "caregiver {caregiver} does not get break {id} on {date}",
  },
  BREAK_TWICE: {
    zh: "护理员 {caregiver} 在 {date} 的休息 {id} 出现两次",
    en: "break {id} of caregiver {caregiver} occurs twice on {date}",
  },
  WRONG_COST: {
    zh: "方案的成本项 {name} 为 {seen}，重新计算为 {expected}",
    en: "the plan's cost component {name} is {seen}; recomputed it is {expected}",
  },
} as const satisfies Readonly<Record<string, Wording>>;

/** A code of the checker itself. */
export type VerifyCode = keyof typeof verifyCodes;
