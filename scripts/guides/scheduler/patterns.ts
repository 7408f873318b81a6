import { weekdayOf } from "@eldercare/core";
import type { Problem } from "@eldercare/scheduler";
import { clockSeconds } from "../clockSeconds.js";
import type { GuidePage, PlanOf } from "../guidePage.js";
import { leftOutOf, reasonsOf, stopOf } from "../planReading.js";
import { linkedLimits } from "./linkedLimits.js";
import { dayAfter, hours, shiftsOn, town, townNames } from "./town.js";

const on = (...after: number[]) => ({ dates: after.map(dayAfter) });

const mornings: Problem = {
  ...town({ zhao: [2.5, 1], li: [3.5, -0.5] }, dayAfter(1)),
  caregivers: [{ id: "amei", profile: "road", shifts: shiftsOn([0, 1], "08:00", "12:00") }],
  visits: [
    { id: "rise-1", person: "zhao", place: "zhao", serviceMinutes: 45, when: { ...on(0), ...hours("08:00", "10:30") }, required: true },
    { id: "rise-2", person: "zhao", place: "zhao", serviceMinutes: 45, when: { ...on(1), ...hours("08:00", "10:30") }, required: true },
    { id: "insulin", person: "li", place: "li", serviceMinutes: 20, when: { ...on(0), ...hours("08:15", "08:30") }, required: true },
    { id: "dressing", person: "li", place: "li", serviceMinutes: 30, when: { ...on(1), ...hours("10:30", "10:45") }, required: true },
  ],
  // so that nobody waits without need
  objective: { waitingMinute: 0.1 },
  patterns: [{ person: "zhao", visits: ["rise-1", "rise-2"], startToleranceMinutes: 15 }],
};
const { patterns: _, ...anyTime } = mornings;
const late: Problem = {
  ...mornings,
  visits: mornings.visits.map((visit) =>
    visit.id === "rise-2" ? { ...visit, when: { ...on(1), ...hours("11:00", "11:15") }, required: false } : visit,
  ),
};

// of the first week Monday is on the way, of the second Tuesday
const weeks: Problem = {
  ...town({ zhang: [-3, 1], wang: [-3.5, -0.5] }, dayAfter(8)),
  caregivers: [{ id: "amei", profile: "road", shifts: shiftsOn([0, 1, 7, 8], "08:00", "12:00") }],
  visits: [
    { id: "clean-1", person: "zhang", place: "zhang", serviceMinutes: 60, when: { ...on(0, 1), ...hours("08:00", "11:00") }, required: true },
    { id: "clean-2", person: "zhang", place: "zhang", serviceMinutes: 60, when: { ...on(7, 8), ...hours("08:00", "11:00") }, required: true },
    { id: "meal-1", person: "wang", place: "wang", serviceMinutes: 45, when: { ...on(0), ...hours("09:00", "11:00") }, required: true },
    { id: "meal-2", person: "wang", place: "wang", serviceMinutes: 45, when: { ...on(8), ...hours("09:00", "11:00") }, required: true },
  ],
  patterns: [{ person: "zhang", visits: ["clean-1", "clean-2"], sameWeekday: true }],
};
const { patterns: __, ...anyDay } = weeks;

function startsApartMinutes(plans: PlanOf, example: string): number {
  const [one = 0, other = 0] = ["rise-1", "rise-2"].map((id) => clockSeconds(stopOf(plans(example), id)?.start ?? ""));
  return Math.abs(one - other) / 60;
}
const weekdays = (plans: PlanOf, example: string): number[] => ["clean-1", "clean-2"].map((id) => weekdayOf(stopOf(plans(example), id)?.date ?? ""));

export const patterns: GuidePage = {
  name: "patterns",
  title: { zh: "有规律：同一时刻，同一星期几", en: "Regular hours: the same time of day, the same weekday" },
  summary: {
    zh: "几天的服务在差不多的时刻开始，或者总在同一个星期几。",
    en: "Visits on several days begin at much the same time of day, or always on the same weekday.",
  },
  purpose: {
    zh: "老人过日子讲规律：今天八点半有人扶着起床，明天不能等到十点。每周一次的助洁，老人记住是“星期一”，下周就不该改成星期二。规律写进问题里，日期和时刻仍由求解程序去选。",
    en: "Old people live by the clock: whoever is helped up at half past eight today is not to wait until ten tomorrow. A weekly cleaning is remembered as Monday's, and should not be Tuesday's next week. State the pattern; the search still chooses dates and times.",
  },
  fields: [
    { path: "patterns[].visits", means: { zh: "有规律的上门服务的编号，两个以上", en: "ids of the visits that keep the pattern, two or more" } },
    { path: "patterns[].startToleranceMinutes" },
    { path: "patterns[].sameWeekday" },
    { path: "patterns[].sameCaregiver", means: { zh: "见[熟悉的面孔](continuity.md)", en: "see [known faces](continuity.en.md)" } },
    { path: "patterns[].person" },
  ],
  statement: {
    zh: "`startToleranceMinutes` 是最早一次与最晚一次开始时刻之差的上限，不是与某个定好的时刻之差。同一个规律里可以同时写明几项。一次服务只能属于一个关于时刻的规律，否则报 `RHYTHM_TWICE`；什么也没写明的规律报 `PATTERN_SAYS_NOTHING`。",
    en: "`startToleranceMinutes` is how far the earliest and the latest start may lie apart, not the distance from a time set beforehand. One pattern may state several of these. A visit can be in one pattern of hours only (`RHYTHM_TWICE`); one that states nothing is refused with `PATTERN_SAYS_NOTHING`.",
  },
  guarantee: {
    zh: "规律是硬性要求：返回的方案里，排上的各次都符合规律，独立校验重新核对。为此有的服务会推后开始，前面多出等候，或改走别的次序。",
    en: "Patterns are never bent: in every plan returned the visits that are made keep theirs, and the checker looks again. For their sake a visit may begin later after some waiting, or the round be made the other way about.",
  },
  otherwise: {
    zh: "规律只约束排上的服务：一次不能合上规律，就不排这一次，写明原因，其余照排。",
    en: "A pattern binds what is made: a visit that cannot keep it is left out with its reason, and the others are made.",
  },
  reasons: ["PATTERN_NOT_KEPT"],
  breaches: ["NOT_REGULAR", "NOT_SAME_WEEKDAY"],
  price: {
    zh: "没有自己的权重：代价是多走的路和等候。等候缺省不计价（`waitingMinute` 为0），不计价时，求解程序也不会为少等而调整时刻。",
    en: "It has no weight of its own: it costs longer ways and waiting. Waiting is free by default (`waitingMinute` is 0); where it is, the search does not put times right to save it either.",
  },
  limits: [
    {
      zh: "规律只看排班期之内：上个月总是八点半，这个月并不知道，要用 `daily` 写明时段。",
      en: "A pattern is of one horizon: that it was always half past eight last month is not known, and has to be stated as `daily` hours.",
    },
    ...linkedLimits,
  ],
  names: {
    ...townNames,
    "rise-1": { zh: "起床一", en: "getting up 1" },
    "rise-2": { zh: "起床二", en: "getting up 2" },
    insulin: { zh: "胰岛素", en: "insulin" },
    dressing: { zh: "换药", en: "dressing" },
    "clean-1": { zh: "助洁一", en: "cleaning 1" },
    "clean-2": { zh: "助洁二", en: "cleaning 2" },
    "meal-1": { zh: "助餐一", en: "meal 1" },
    "meal-2": { zh: "助餐二", en: "meal 2" },
  },
  examples: [
    {
      name: "regular",
      title: { zh: "两天起床相差不超过15分钟", en: "Getting up within 15 minutes of one another" },
      about: {
        zh: "赵大爷周一、周二都要人扶着起床。李大爷周一一早打胰岛素，周二10时30分以后换药。等候每分钟计0.1。",
        en: "Mr Zhao is helped up on Monday and on Tuesday. Mr Li has his insulin early on Monday, and his dressing after half past ten on Tuesday. A minute of waiting costs 0.1.",
      },
      problem: mornings,
      shown: ["/visits/*/when", "/patterns", "/objective"],
    },
    {
      name: "any-time",
      title: { zh: "没有规律：今天早，明天晚", en: "Without the pattern: early today, late tomorrow" },
      about: { zh: "同一问题，去掉 `patterns`。", en: "The same problem without its `patterns`." },
      problem: anyTime,
    },
    {
      name: "late",
      title: { zh: "周二11时以后才行：合不上规律", en: "After eleven on Tuesday: the pattern cannot be kept" },
      about: {
        zh: "赵大爷周二上午要去看病，11时以后才在家，这一次也就不是必须的。",
        en: "Mr Zhao sees the doctor on Tuesday and is at home after eleven only; the visit is not required that day.",
      },
      problem: late,
      shown: ["/visits/1"],
    },
    {
      name: "weekday",
      title: { zh: "助洁两周都在同一星期几", en: "Cleaning on the same weekday of two weeks" },
      about: {
        zh: "张奶奶每周助洁一次，周一、周二都行，但两周要在同一天。王奶奶住在附近，第一周周一、第二周周二助餐。",
        en: "Mrs Zhang's cleaning may be on Monday or Tuesday, but the same in both weeks. Mrs Wang, nearby, has her meal on Monday of the first week and Tuesday of the second.",
      },
      problem: weeks,
      shown: ["/visits/*/when", "/patterns"],
    },
    {
      name: "any-day",
      title: { zh: "没有规律：哪天顺路哪天去", en: "Without the pattern: whichever day is on the way" },
      about: { zh: "同一问题，去掉 `patterns`。", en: "The same problem without its `patterns`." },
      problem: anyDay,
    },
  ],
  claims: [
    {
      says: {
        zh: "有规律时，两天起床相差不超过15分钟，四次都排。",
        en: "With the pattern both days begin within 15 minutes of one another, and all four visits are made.",
      },
      seen: (plans) => [startsApartMinutes(plans, "regular") <= 15, leftOutOf(plans("regular"))],
      is: [true, []],
    },
    {
      says: { zh: "没有规律时相差半小时以上。", en: "Without it they lie more than half an hour apart." },
      seen: (plans) => startsApartMinutes(plans, "any-time") > 30,
      is: true,
    },
    {
      says: {
        zh: "周二的起床合不上规律，不排，原因写明；其余三次照排。",
        en: "Tuesday's getting-up cannot keep the pattern; it is left out and says so, and the other three are made.",
      },
      seen: (plans) => [leftOutOf(plans("late")), reasonsOf(plans("late"), "rise-2")],
      is: [["rise-2"], ["amei PATTERN_NOT_KEPT"]],
    },
    {
      says: {
        zh: "有规律时两次助洁在同一星期几，为此多跑一趟。",
        en: "With the pattern both cleanings are on one weekday, at the price of an extra way.",
      },
      seen: (plans) => [new Set(weekdays(plans, "weekday")).size, plans("weekday").cost.total > plans("any-day").cost.total],
      is: [1, true],
    },
    {
      says: { zh: "没有规律时一次周一、一次周二。", en: "Without it one is on Monday and one on Tuesday." },
      seen: (plans) => weekdays(plans, "any-day"),
      is: [1, 2],
    },
  ],
};
