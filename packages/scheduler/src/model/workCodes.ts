import type { CodeWording } from "@eldercare/core";

/** The codes of what binds a caregiver beside her shifts: working time, rest days, what the history tells of them, mentors, the area served, what her hours cost, how she is rated. */
export const workCodes = {
  OVERTIME_WITHOUT_EFFECT: {
    severity: "warning",
    message: {
      zh: "加班上限 {seen} 不起作用：缺少 {lacking}",
      en: "the limit {seen} has no effect: {lacking} is absent",
    },
    advice: {
      zh: "同时给出 overtimePerDay，以及 perDay 或 perWeek；不允许加班的，删去加班上限",
      en: "state `overtimePerDay` and `perDay` or `perWeek` with it; where there is no overtime, leave its limits out",
    },
  },
  MONTH_OVERTIME_UNKNOWN: {
    severity: "warning",
    message: {
      zh: "护理员 {caregiver} 在 {seen} 排班周期之前的加班时间未知，该月不再安排加班",
      en: "nobody has said how much overtime caregiver {caregiver} has worked in {seen} before the horizon: none is planned in that month",
    },
    advice: { zh: "在 history.overtimeMinutes 中补上，没有加班的填 0", en: "state it in `history.overtimeMinutes`, 0 where there was none" },
  },
  REST_DAYS_UNKNOWN: {
    severity: "warning",
    message: {
      zh: "护理员 {caregiver} 在本周排班周期之前有 {seen} 天是否工作未知，按已工作计；本周至多再工作 {most} 天",
      en: "of {seen} days of the week before the horizon nobody has said whether caregiver {caregiver} worked: they count as worked, so that she works on {most} days at most",
    },
    advice: { zh: "在 history.workedMinutes 中补上各日工作时间，休息日填 0", en: "state them in `history.workedMinutes`, 0 for a day off" },
  },
  NOT_A_MONTH: {
    message: { zh: "{seen} 不是月份", en: "{seen} is not a month" },
    advice: { zh: "写成 年-月，例如 2026-11", en: "write YYYY-MM, for example 2026-11" },
  },
  COST_NOT_PRICED: {
    severity: "warning",
    message: {
      zh: "护理员 {seen} 填写了每小时成本，但 objective.caregiverYuan 为 0，成本不起作用",
      en: "caregiver {seen} states a cost of an hour, but `objective.caregiverYuan` is 0: it has no effect",
    },
    advice: { zh: "在 objective 中给出 caregiverYuan，或删去成本", en: "give the objective a `caregiverYuan`, or leave the cost out" },
  },
  COST_UNKNOWN: {
    severity: "warning",
    message: {
      zh: "护理员 {seen} 的每小时成本未知，按已知最高的 {most} 分计",
      en: "nobody has said what an hour of caregiver {seen} costs: it counts as the dearest known, {most} fen",
    },
    advice: { zh: "补上 costPerHourFen，志愿者等不计成本的填 0", en: "state `costPerHourFen`, 0 for volunteers and others who cost nothing" },
  },
  RATING_NOT_PRICED: {
    severity: "warning",
    message: {
      zh: "护理员 {seen} 填写了服务评分，但 objective.ratingPoint 为 0，评分不起作用",
      en: "caregiver {seen} has a rating, but `objective.ratingPoint` is 0: it has no effect",
    },
    advice: { zh: "在 objective 中给出 ratingPoint，或删去评分", en: "give the objective a `ratingPoint`, or leave the rating out" },
  },
  NOBODY_RATED: {
    severity: "warning",
    message: { zh: "给出了 ratingPoint，但没有护理员填写服务评分", en: "there is a `ratingPoint`, but no caregiver has a rating" },
    advice: { zh: "填写护理员的 rating，或删去 ratingPoint", en: "state the caregivers' `rating`, or leave `ratingPoint` out" },
  },
  AREA_OF_NOTHING: {
    message: { zh: "服务范围既未列出地点，也未给出圆形区域", en: "the area served names neither places nor circles" },
    advice: {
      zh: "补上 places 或 circles；不限范围的，删去 serviceArea",
      en: "state `places` or `circles`; where it is not limited, leave `serviceArea` out",
    },
  },
  MENTOR_OF_HERSELF: {
    message: { zh: "护理员 {seen} 的带教护理员是其本人", en: "caregiver {seen} is named as her own mentor" },
    advice: { zh: "改为另一名护理员", en: "name another caregiver" },
  },
  HISTORY_OF_NOBODY: {
    severity: "warning",
    message: {
      zh: "历史记录中的护理员 {seen} 不在本次排班中，不予使用",
      en: "the history tells of caregiver {seen}, who is not in the problem: it is not used",
    },
    advice: { zh: "核对护理员编号{hint.zh}", en: "check the caregiver's id{hint.en}" },
  },
  HISTORY_INSIDE_HORIZON: {
    severity: "warning",
    message: {
      zh: "历史记录 {seen} 落在排班周期之内或之后，不予使用",
      en: "the history tells of {seen}, which is not before the horizon: it is not used",
    },
    advice: { zh: "核对日期，或推迟排班周期的开始", en: "check the date, or begin the horizon later" },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;
