import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, makersOf, reasonsOf, startsOf } from "../planReading.js";
import { hours, monday, shift, town, townNames } from "./town.js";

const promised: Problem = {
  ...town({ zhang: [2, 1], li: [2.5, 0], wang: [-2, -1] }),
  caregivers: [
    { id: "amei", profile: "road", shifts: [shift("08:00", "12:00")] },
    { id: "binbin", profile: "road", shifts: [shift("08:00", "12:00")] },
  ],
  visits: [
    { id: "bath", place: "zhang", serviceMinutes: 60, when: hours("08:00", "11:00"), fixed: { caregiver: "binbin", date: monday, start: "10:00" } },
    { id: "meal", place: "li", serviceMinutes: 30, when: hours("10:00", "10:30"), priority: 2 },
    { id: "cleaning", place: "wang", serviceMinutes: 60, when: hours("08:30", "11:00"), priority: 3 },
  ],
};
const open: Problem = { ...promised, visits: promised.visits.map(({ fixed: _, ...visit }) => visit) };
const both: Problem = {
  ...promised,
  visits: promised.visits.map((visit) => (visit.id === "meal" ? { ...visit, only: ["binbin"] } : visit)),
};

export const fixedVisits: GuidePage = {
  name: "fixed",
  title: { zh: "已定的服务", en: "Visits already fixed" },
  summary: {
    zh: "已经答应的人、日期和时刻不再改动，其余围绕它安排。",
    en: "Who, which day and at what time has been promised; everything else is planned around it.",
  },
  purpose: {
    zh: "已经电话约好“小斌周一10时到”，或者当天方案已经在执行，重新求解时这些服务不能动。把它们写成已定，求解程序只安排其余的。",
    en: "Bin has been promised for Monday at ten, or the day's plan is already under way: when the rest is planned anew, such visits must stay. Stated as fixed, they do.",
  },
  fields: [
    { path: "visits[].fixed.caregiver", means: { zh: "已定的护理员", en: "the caregiver" } },
    { path: "visits[].fixed.date", means: { zh: "已定的日期", en: "the date" } },
    {
      path: "visits[].fixed.start",
      means: { zh: "已定的开始时刻；没有写的，当天时段内都可以", en: "the beginning; without one any time of the visit's hours on that day" },
    },
  ],
  statement: {
    zh: "`fixed` 为 `null` 与没有写相同。已定的日期没有班次、不在计划期或不合该服务自己的日期和时段，是填写错误，求解前就会报出。",
    en: "A `fixed` of `null` is the same as none. A date on which the caregiver has no shift, or that contradicts the visit's own dates and hours, is a mistake in the input and is reported before anything is solved.",
  },
  guarantee: {
    zh: "已定的服务由原定的人、在原定的日期和时刻开始；它按必须完成对待，其他服务都为它让路。",
    en: "A fixed visit keeps its caregiver, date and beginning, and counts as required: every other gives way to it.",
  },
  otherwise: {
    zh: "已定的服务若已无法做到（例如班次缩短了、两次已定的服务互相冲突），就不排，并写明原因；绝不悄悄改派他人或改时间。",
    en: "Where a fixed visit has become impossible (a shift cut short, two that clash), it is left out with the reason; it is never quietly given to somebody else or moved.",
  },
  reasons: ["FIXED_ELSEWHERE", "NO_TIME_LEFT"],
  breaches: ["FIXED_MOVED", "OUTSIDE_WINDOW"],
  price: { zh: "硬性要求，没有代价。", en: "It is never bent and has no price." },
  limits: [
    {
      zh: "不能只定时刻而不定人；只定人请用 `only`，只定时刻请用一个窄的时段。",
      en: "A time cannot be fixed without a caregiver: for one of the two use narrow hours, or `only`.",
    },
    { zh: "接送（`transports`）没有这个字段。", en: "Transports have no such field." },
  ],
  names: { ...townNames, bath: { zh: "助浴", en: "bath" }, meal: { zh: "助餐", en: "meal" }, cleaning: { zh: "助洁", en: "cleaning" } },
  examples: [
    {
      name: "fixed",
      title: { zh: "已定小斌10时到张奶奶家", en: "Fixed: Bin at Mrs Zhang's at ten" },
      about: {
        zh: "助浴约定由小斌周一10时开始，其余两次可以自由安排。",
        en: "The bath has been promised for ten with Bin; the other two visits are free.",
      },
      problem: promised,
      shown: ["/visits/0"],
    },
    {
      name: "open",
      title: { zh: "不定：由求解程序安排", en: "Nothing fixed: the search decides" },
      about: { zh: "同一问题，去掉 `fixed`。", en: "The same problem without `fixed`." },
      problem: open,
    },
    {
      name: "clash",
      title: { zh: "助餐也只能由小斌做：助餐让位", en: "The meal takes Bin as well: it gives way" },
      about: { zh: "助餐限定小斌，而10时到11时他在张奶奶家。", en: "Only Bin may bring the meal, but from ten to eleven he is at Mrs Zhang's." },
      problem: both,
      shown: ["/visits/1"],
    },
  ],
  claims: [
    {
      says: { zh: "已定的助浴由小斌10时开始。", en: "The fixed bath is Bin's and begins at ten." },
      seen: (plans) => [makersOf(plans("fixed"), "bath"), startsOf(plans("fixed"), "bath")],
      is: [["binbin"], ["10:00"]],
    },
    {
      says: { zh: "不定时，助浴不在10时开始。", en: "Without that it does not begin at ten." },
      seen: (plans) => startsOf(plans("open"), "bath")[0] === "10:00",
      is: false,
    },
    {
      says: { zh: "与已定的服务冲突时，让位的是助餐。", en: "What clashes with the fixed visit is left out." },
      seen: (plans) => [leftOutOf(plans("clash")), startsOf(plans("clash"), "bath"), reasonsOf(plans("clash"), "meal")],
      is: [["meal"], ["10:00"], ["binbin NO_TIME_LEFT"]],
    },
  ],
};
