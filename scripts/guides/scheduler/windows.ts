import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, reasonsOf, startsOf, stopOf } from "../planReading.js";
import { monday, shift, town, townNames, tuesday } from "./town.js";

const first = { from: "08:00", to: "08:30" };
const second = { from: "10:30", to: "11:30" };

const weekWith = (bathHours: readonly (typeof first)[]): Problem => ({
  ...town({ zhang: [2, 1], li: [2, -1], wang: [-2, 1], zhao: [1, 2] }, tuesday),
  caregivers: [{ id: "amei", profile: "road", shifts: [shift("08:00", "12:00"), shift("08:00", "12:00", { date: tuesday })] }],
  visits: [
    { id: "insulin", place: "zhao", serviceMinutes: 20, when: { dates: [monday], daily: [{ from: "08:15", to: "08:30" }] }, priority: 1 },
    { id: "bath", place: "zhang", serviceMinutes: 45, when: { dates: [monday], daily: [...bathHours] }, priority: 2 },
    { id: "discharged", place: "wang", serviceMinutes: 40, when: { notBefore: `${monday}T09:00`, dueBy: `${monday}T12:00` }, priority: 1 },
    { id: "cleaning", place: "li", serviceMinutes: 120, when: { dates: { from: monday, to: tuesday } }, priority: 3 },
  ],
});

export const windows: GuidePage = {
  name: "windows",
  title: { zh: "日期、时段与期限", en: "Dates, hours and due dates" },
  summary: {
    zh: "一次服务可以有几个允许的日期、一天里几个允许的时段，以及最早时刻和期限。",
    en: "A visit may have several dates, several stretches of hours a day, and moments from which and by which it begins.",
  },
  purpose: {
    zh: "胰岛素要在早饭前打；助浴上午、下午都行，但午睡时不行；出院的老人要在回家后几小时内探访；助洁这一周哪天都行。这些都写在 `when` 里，四项内容可以同时写，同时成立。",
    en: "Insulin is due before breakfast; a bath suits in the morning or in the afternoon but not at nap time; who comes home from hospital is to be visited within hours; cleaning may be on any day of the week. All of it stands in `when`; what is stated there holds together.",
  },
  fields: [
    {
      path: "visits[].when.dates",
      means: { zh: "允许的日期：日期的清单，或 `{ from, to }`（含首尾）", en: "dates: a list, or `{ from, to }` with both ends" },
    },
    { path: "visits[].when.daily[].from", means: { zh: "允许开始的最早时刻 `HH:MM`", en: "earliest beginning `HH:MM`" } },
    { path: "visits[].when.daily[].to", means: { zh: "允许开始的最晚时刻 `HH:MM`", en: "latest beginning `HH:MM`" } },
    { path: "visits[].when.notBefore" },
    { path: "visits[].when.dueBy" },
  ],
  statement: {
    zh: "时段说的是何时可以**开始**，含首尾；服务可以在时段之后结束，但要在班次之内。`notBefore` 和 `dueBy` 可以是日期，也可以是 `2026-11-23T11:00` 这样的时刻；期限只写日期时，指当天结束以前。没有写的就是不限制。",
    en: "Hours say when service may **begin**, both ends included; it may end after them, but within the shift. `notBefore` and `dueBy` are a date or a moment such as `2026-11-23T11:00`; a due date without a time means the whole of that day. What is absent does not restrict.",
  },
  guarantee: {
    zh: "返回的方案里，每次服务都在允许的日期、时段和期限之内开始。同一条路线有多种排法时，取从出发到返回最短的；同样短的，取最早的。",
    en: "In every plan returned each visit begins on one of its dates, within its hours and moments. Of the timetables of one order the one with the shortest day is taken, and of these the earliest.",
  },
  otherwise: {
    zh: "时段与班次不相合、或者其他服务占去了时间，该服务不排并写明原因。允许的日期全在计划期之外、期限早于最早时刻，是填写错误，求解前就会报出。",
    en: "Where the hours do not meet a shift, or other visits take the time, the visit is left out with the reason. Dates that all lie outside the horizon, or a due date before the earliest moment, are mistakes in the input and are reported before anything is solved.",
  },
  reasons: ["OUTSIDE_SHIFT", "NO_SHIFT_ON_DATES", "NO_TIME_LEFT"],
  breaches: ["OUTSIDE_WINDOW", "WRONG_DATE"],
  weights: ["unservedPriority", "waitingMinute"],
  price: {
    zh: "时段是硬性的，没有代价；等候时段到来的每分钟计 `waitingMinute`（缺省为0）。可以迟到的时段见[可以迟到的时段](soft-hours.md)。",
    en: "Hours are never bent and have no price; each minute spent waiting for them costs `waitingMinute` (0 by default). For hours that may be exceeded see [soft hours](soft-hours.en.md).",
  },
  limits: [
    {
      zh: "每次服务做一次。每周几次、隔几天一次，由 `visitsFor` 先展开成一次一次的服务。",
      en: "A visit is made once. So many a week, or every so many days, is first made into single visits by `visitsFor`.",
    },
    {
      zh: "计划期内每一天都按24小时计；班次期间时钟有调整（夏令时）的，给出警告。",
      en: "Every day of the horizon has 24 hours; a shift during which clocks change is warned about.",
    },
  ],
  names: {
    ...townNames,
    insulin: { zh: "胰岛素", en: "insulin" },
    bath: { zh: "助浴", en: "bath" },
    discharged: { zh: "出院探访", en: "discharge" },
    cleaning: { zh: "助洁", en: "cleaning" },
  },
  examples: [
    {
      name: "two",
      title: { zh: "助浴有两个时段：四次都排", en: "Two stretches of hours for the bath: all four are made" },
      about: {
        zh: "周一早上胰岛素与助浴的第一个时段冲突，助浴改用第二个时段；出院探访要在9时以后、12时以前；助洁两小时，周一排不下，放到周二。",
        en: "On Monday morning the insulin clashes with the first hours of the bath, which then takes the second; the visit after discharge is from nine and by twelve; the two hours of cleaning no longer fit on Monday and go to Tuesday.",
      },
      problem: weekWith([first, second]),
      shown: ["/visits/*/when", "/visits/*/serviceMinutes"],
    },
    {
      name: "one",
      title: { zh: "助浴只有第一个时段：排不下", en: "Only the first hours for the bath: it is left out" },
      about: { zh: "去掉助浴的第二个时段。", en: "Without the second stretch of hours." },
      problem: weekWith([first]),
      shown: ["/visits/1/when"],
    },
  ],
  claims: [
    {
      says: { zh: "有两个时段时，助浴在第二个时段里开始。", en: "With two stretches the bath begins in the second." },
      seen: (plans) => {
        const [start = ""] = startsOf(plans("two"), "bath");
        return start >= second.from && start <= second.to;
      },
      is: true,
    },
    {
      says: { zh: "助洁排在周二，其余三次在周一。", en: "The cleaning is on Tuesday, the other three on Monday." },
      seen: (plans) => ["insulin", "bath", "discharged", "cleaning"].map((id) => stopOf(plans("two"), id)?.date),
      is: [monday, monday, monday, tuesday],
    },
    {
      says: { zh: "只有一个时段时，助浴不排，原因是没有足够的空闲时间。", en: "With one stretch the bath is left out, for want of time." },
      seen: (plans) => [leftOutOf(plans("one")), reasonsOf(plans("one"), "bath")],
      is: [["bath"], ["amei NO_TIME_LEFT"]],
    },
  ],
};
