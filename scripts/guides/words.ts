import type { Wording } from "@eldercare/core";

/** The two languages of the guides. */
export type Language = "zh" | "en";

const say = (zh: string, en: string): Wording => ({ zh, en });

/** What the components of `plan.cost` are called. */
export const costWords: Readonly<Record<string, Wording>> = {
  travel: say("路程", "travel"),
  waiting: say("等候", "waiting"),
  caregiverDay: say("出勤", "days worked"),
  notPreferred: say("非优先护理员", "caregiver not preferred"),
  unserved: say("未安排（可不做的）", "left out (optional)"),
  requiredUnserved: say("未安排（必须做的）", "left out (required)"),
  lateness: say("迟到", "lateness"),
  latest: say("最晚一次迟到", "latest of all"),
  overtime: say("加班", "overtime"),
  idlest: say("最空闲班次", "idlest shift"),
  missedBreak: say("错过的休息", "break missed"),
  newFaces: say("陌生护理员", "new faces"),
  unfair: say("超出公平份额", "above the fair share"),
  lowerRating: say("低于最高评分", "rated below the best"),
  caregiverCost: say("护理员成本", "cost of caregivers"),
  overdueDays: say("逾期天数", "days overdue"),
  changedVisit: say("改动的服务", "visits changed"),
  total: say("合计", "total"),
};

/** Words of the pages. */
export const pageWords = {
  otherLanguage: say("English", "中文"),
  purpose: say("用途", "What it is for"),
  statement: say("怎样填写", "How to state it"),
  guarantee: say("求解时怎样处理", "What the search does"),
  otherwise: say("做不到时", "When it cannot be kept"),
  price: say("代价", "What it costs"),
  limits: say("局限", "Limits"),
  examples: say("示例", "Example"),
  field: say("字段", "field"),
  meaning: say("含义", "meaning"),
  code: say("代码", "code"),
  reasonCode: say("未安排的原因", "reason for leaving out"),
  breachCode: say("独立校验查出的问题", "found by the checker"),
  weight: say("权重（`objective`）", "weight (`objective`)"),
  usual: say("缺省值", "default"),
  synthetic: say("示例中的人、地点和数字都是虚构的。", "People, places and figures of the example are made up."),
  whole: say("完整的问题", "whole problem"),
  excerpt: say("题目（节选）", "The problem (in part)"),
  planShown: say("方案中的原文：", "In the plan itself:"),
  component: say("成本项", "component"),
  who: say("谁", "who"),
  when: say("何时", "when"),
  what: say("做什么", "what"),
  departs: say("出发", "departs"),
  returns: say("回到", "back at"),
  ends: say("结束", "ends"),
  night: say("过夜", "night at"),
  waits: say("先等候", "after waiting"),
  minutes: say("分钟", "min"),
  pause: say("休息", "break"),
  boards: say("上车", "boards"),
  alights: say("下车", "alights"),
  leftOut: say("未安排", "left out"),
  reason: say("原因", "reason"),
  impossible: say("无人能够承担", "nobody could make it"),
  crowdedOut: say("有人能够承担，但与其他服务排不开", "somebody could, but not beside the rest"),
  noRoutes: say("没有人出勤。", "Nobody goes out."),
  shown: say("本例说明", "What the example shows"),
  checked: say(
    "以上各句在每次生成本页时都由程序核对；每个方案都通过独立校验。",
    "These sentences are checked by program whenever this page is made; every plan has passed the independent checker.",
  ),
  solvedWith: say("求解", "solved with"),
  picture: say("时间表", "Timetable"),
  nothing: say("没有权重。", "It has no weight."),
  index: say("目录", "Contents"),
} as const satisfies Record<string, Wording>;

/** Words in the pictures. */
export const pictureWords = {
  shift: say("班次", "shift"),
  overtimeRoom: say("可加班", "overtime allowed"),
  overtime: say("加班", "overtime"),
  visit: say("上门服务", "visit"),
  travel: say("路程", "travel"),
  wait: say("等候", "waiting"),
  pause: say("休息", "break"),
  window: say("可开始的时段", "may begin"),
  late: say("迟到", "late"),
  missed: say("错过的休息", "break missed"),
  ride: say("乘车", "ride"),
  boards: say("上车", "boards"),
  alights: say("下车", "alights"),
  together: say("同时", "together"),
  sequence: say("先后", "one after the other"),
  apart: say("不同的人", "different people"),
  sameDay: say("同一天", "the same day"),
  spacing: say("间隔天数", "days apart"),
  oneOf: say("择一", "one of them"),
  pattern: say("同一规律", "one pattern"),
  within: say("开始相差", "starts apart"),
  sameWeekday: say("同一星期几", "the same weekday"),
  sameCaregiver: say("必须同一人", "one caregiver"),
  ratherSameCaregiver: say("最好同一人", "rather one caregiver"),
  leftOut: say("未安排", "left out"),
  notWanted: say("不再需要", "not wanted"),
  otherMade: say("已做了另一种", "another of its alternatives is made"),
  nothing: say("无安排", "nothing planned"),
  village: say("村（人数）", "village (persons)"),
  unserved: say("未服务的村", "village not served"),
  opened: say("设点", "site opened"),
  candidate: say("未设的候选点", "candidate not opened"),
  goesTo: say("去处与公里数", "where people go, with km"),
  person: say("结对的老人", "person paired"),
  unpaired: say("未结对的老人", "person not paired"),
  volunteer: say("志愿者", "volunteer"),
  oneToOne: say("一对一（公里）", "one to one (km)"),
  inGrid: say("网格（公里）", "grid (km)"),
  reach: say("服务半径（折成直线）", "reach, as a straight line"),
  night: say("在外过夜", "night out"),
  place: say("服务地点", "place visited"),
  start: say("出发地", "start"),
  way: say("路线与分钟数", "way, with minutes"),
  minutes: say("分", "min"),
  days: say("天", "days"),
  cost: say("成本合计", "cost"),
  none: say("没有满足要求的选址", "no choice keeps all rules"),
} as const satisfies Record<string, Wording>;

const weekdays = { zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"], en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] } as const;

/** A day as rows are headed: `11月23日 周一`, `Mon 23 Nov`. */
export function dayWords(date: string, weekday: number, language: Language): string {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const name = weekdays[language][weekday - 1] ?? "";
  return language === "zh" ? `${month}月${day}日 ${name}` : `${name} ${day} ${months[month - 1] ?? ""}`;
}
