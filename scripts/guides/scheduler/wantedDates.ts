import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { stopOf } from "../planReading.js";
import { dayAfter, hours, monday, shiftsOn, town, townNames, tuesday } from "./town.js";

const wanted = (overdueDay: number): Problem => ({
  ...town({ wang: [5, 1], li: [5, 0] }, tuesday),
  caregivers: [{ id: "amei", profile: "road", shifts: shiftsOn([0, 1], "08:00", "12:00") }],
  visits: [
    { id: "monthly", person: "wang", place: "wang", serviceMinutes: 45, when: { wantedBy: monday, ...hours("08:00", "11:00") }, required: true },
    { id: "bath", person: "li", place: "li", serviceMinutes: 60, when: { dates: [tuesday], ...hours("08:00", "11:00") }, required: true },
  ],
  objective: { overdueDay },
});
const late: Problem = {
  ...wanted(5),
  visits: wanted(5).visits.map((visit) => (visit.id === "monthly" ? { ...visit, when: { ...visit.when, wantedBy: dayAfter(-3) } } : visit)),
};

export const wantedDates: GuidePage = {
  name: "wanted-dates",
  title: { zh: "希望哪天以前完成", en: "Wanted by a date" },
  summary: {
    zh: "每逾期一天计一份代价，而不是过了日子就不能做。",
    en: "Each day later than wanted has a price, rather than the date being the end of it.",
  },
  purpose: {
    zh: "探访关爱每月一次，本该周一去；周二正好顺路，晚一天也无妨，晚两周就说不过去了。期限（`dueBy`）是非此即彼；希望日期（`wantedBy`）允许权衡，逾期越久越要紧。",
    en: "A monthly visit is due on Monday; on Tuesday somebody is next door. A day later does no harm, two weeks do. `dueBy` is a wall; `wantedBy` can be weighed, and presses the more the longer it is past.",
  },
  fields: [{ path: "visits[].when.wantedBy" }, { path: "objective.overdueDay" }],
  statement: {
    zh: "日期可以早于计划期：已经逾期的，从一开始就在计。不安排的，按逾期到计划期结束的次日计，所以拖着不排不会更便宜。`visitsFor` 由服务项目和上次完成日期写出 `wantedBy`。",
    en: "The date may lie before the horizon: what is overdue counts from the start. A visit left out counts as overdue to the day after the horizon, so that leaving it out is never the cheaper way. `visitsFor` writes `wantedBy` from services and the last visits.",
  },
  guarantee: {
    zh: "逾期的代价与路程一并权衡；独立校验重新计算天数。",
    en: "Days overdue are weighed against ways and all else; the checker counts them again.",
  },
  otherwise: {
    zh: "晚了照做，成本里写明；`dueBy` 和 `dates` 仍是硬性的。",
    en: "It is made later, and the cost says so; `dueBy` and `dates` stay hard.",
  },
  weights: ["overdueDay"],
  price: {
    zh: "每逾期一天计 `overdueDay`，缺省5：晚一天抵得上5分钟路程。成本项为 `overdueDays`。",
    en: "Each day costs `overdueDay`, 5 by default: a day late is worth five minutes on the road. The cost lists it as `overdueDays`.",
  },
  limits: [
    {
      zh: "按日计，不按小时；一天之内的时段用 `daily`，可迟到的用[软时段](soft-hours.md)。",
      en: "It counts days, not hours: within a day there are `daily` hours, [soft](soft-hours.en.md) where they may be exceeded.",
    },
  ],
  names: { ...townNames, monthly: { zh: "月度探访", en: "monthly visit" }, bath: { zh: "助浴", en: "bath" } },
  examples: [
    {
      name: "patient",
      title: { zh: "逾期一天计5：周二顺路去", en: "A day costs 5: on Tuesday, on the way" },
      about: {
        zh: "王奶奶家希望周一前探访；周二阿梅正好在隔壁李大爷家助浴。",
        en: "Mrs Wang's visit is wanted by Monday; on Tuesday Amei is next door with Mr Li.",
      },
      problem: wanted(5),
      shown: ["/visits/*/when", "/objective"],
    },
    {
      name: "pressing",
      title: { zh: "逾期一天计60：周一专程去", en: "A day costs 60: on Monday, for its own sake" },
      about: { zh: "同一问题，`overdueDay` 为60。", en: "The same problem with an `overdueDay` of 60." },
      problem: wanted(60),
      shown: ["/objective"],
    },
    {
      name: "late",
      title: { zh: "已经逾期三天的：一天5，仍是周二", en: "Three days overdue already: at 5 a day, Tuesday still" },
      about: { zh: "希望日期在计划期以前三天。", en: "The date lies three days before the horizon." },
      problem: late,
      shown: ["/visits/0/when"],
    },
  ],
  claims: [
    {
      says: { zh: "计5时周二去，逾期一天，代价5。", en: "At 5 it is made on Tuesday, one day late, for 5." },
      seen: (plans) => [stopOf(plans("patient"), "monthly")?.date, plans("patient").cost.overdueDays],
      is: [tuesday, 5],
    },
    {
      says: { zh: "计60时周一去，多跑一趟。", en: "At 60 it is made on Monday, on a way of its own." },
      seen: (plans) => [stopOf(plans("pressing"), "monthly")?.date, (plans("pressing").cost.travel ?? 0) > (plans("patient").cost.travel ?? 0)],
      is: [monday, true],
    },
    {
      says: { zh: "早已逾期的，周二去共逾期四天，代价20。", en: "What was overdue is four days late on Tuesday, for 20." },
      seen: (plans) => [stopOf(plans("late"), "monthly")?.date, plans("late").cost.overdueDays],
      is: [tuesday, 20],
    },
  ],
};
