import type { Plan, Problem } from "@eldercare/scheduler";
import { clockSeconds } from "../clockSeconds.js";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, makersOf, reasonsOf } from "../planReading.js";
import { hours, monday, shift, town, townNames, tuesday } from "./town.js";

const days = [shift("08:00", "12:00"), shift("08:00", "12:00", { date: tuesday })];

const week = (limits: object, helpers: number): Problem => ({
  ...town({ zhang: [1, 1], li: [2, 1], wang: [-3, 1] }, tuesday),
  caregivers: [
    { id: "amei", profile: "road", skills: { nursing: 1 }, ...limits, shifts: days },
    { id: "binbin", profile: "road", shifts: days },
  ].slice(0, helpers),
  visits: [
    { id: "mon1", place: "zhang", serviceMinutes: 60, when: { dates: [monday], ...hours("08:00", "11:00") }, priority: 1 },
    { id: "mon2", place: "li", serviceMinutes: 75, when: { dates: [monday], ...hours("08:00", "11:00") }, priority: 2 },
    { id: "tue1", place: "zhang", serviceMinutes: 60, when: { dates: [tuesday], ...hours("08:00", "11:00") }, priority: 1 },
    { id: "tue2", place: "li", serviceMinutes: 75, when: { dates: [tuesday], ...hours("08:00", "11:00") }, priority: 2 },
  ],
});

/** Minutes from departure to return over all days of a caregiver. */
const minutesOf = ({ routes }: Plan, caregiver: string): number =>
  routes
    .filter((route) => route.caregiver === caregiver)
    .reduce((sum, { departs, returns }) => sum + (clockSeconds(returns) - clockSeconds(departs)) / 60, 0);

export const workingTime: GuidePage = {
  name: "working-time",
  title: { zh: "每日、每周的工时上限", en: "Longest work a day and a week" },
  summary: {
    zh: "带薪工时不超过每日和每周的上限；每周按国际标准周（周一至周日）计。",
    en: "Paid work stays within limits for a day and for an ISO week, Monday to Sunday.",
  },
  purpose: {
    zh: "劳动合同和工时制度规定每天、每周最多做多久，兼职的村养老助理约定每周只做几小时。班次规定何时可以上班，工时上限规定一共可以上多久。",
    en: "Contracts and the law limit work a day and a week; a part-time helper has agreed to a few hours. Shifts say when somebody may work, the limits say how much.",
  },
  fields: [{ path: "caregivers[].workMinutes.perDay" }, { path: "caregivers[].workMinutes.perWeek" }],
  statement: {
    zh: "工时从出发算到返回，减去不带薪的休息；路上、等候和带薪休息都算。没有写的就不限制。数值由使用者按当地规定填写，程序里没有任何法定数字。",
    en: "Work is counted from departure to return without unpaid breaks; travel, waiting and paid breaks count. What is absent does not limit. The numbers are the deployer's: none by law stands in the code.",
  },
  guarantee: {
    zh: "返回的方案里没有一天、没有一周超过上限；独立校验重新合计。",
    en: "In every plan returned no day and no week exceeds its limit; the checker adds up again.",
  },
  otherwise: {
    zh: "会超过上限的服务改派他人；无人可派时不排，原因是工作上限。",
    en: "What would exceed the limit goes to somebody else; where there is nobody it is left out, and the limit is the reason.",
  },
  reasons: ["WORK_LIMIT"],
  breaches: ["DAY_TOO_LONG", "WEEK_TOO_LONG"],
  price: {
    zh: "硬性要求，没有代价。愿意付代价延长的，用加班（见[加班](overtime.md)）。",
    en: "It is never bent and has no price. Work beyond a shift at a price is [overtime](overtime.en.md).",
  },
  limits: [
    {
      zh: "一周从周一算起；计划期从周中开始的，此前做过的工时写在 `history.workedMinutes` 里才计入。",
      en: "A week begins on Monday; where the horizon begins later, earlier work of the week counts as far as `history.workedMinutes` tells of it.",
    },
    {
      zh: "每天和每月的加班、每周的休息日另有上限：见[每月加班与每周休息](rest.md)。",
      en: "Overtime of a day and a month, and days of rest, have limits of their own: see [overtime and rest](rest.en.md).",
    },
  ],
  names: {
    ...townNames,
    mon1: { zh: "张家周一", en: "Zhang, Mon" },
    mon2: { zh: "李家周一", en: "Li, Mon" },
    tue1: { zh: "张家周二", en: "Zhang, Tue" },
    tue2: { zh: "李家周二", en: "Li, Tue" },
  },
  examples: [
    {
      name: "limited",
      title: { zh: "阿梅每周至多240分钟：小斌分担", en: "Amei at most 240 minutes a week: Bin takes a share" },
      about: { zh: "两天四次服务，一个人两天都做要310分钟左右。", en: "Four visits on two days, which would take one caregiver about 310 minutes." },
      problem: week({ workMinutes: { perDay: 180, perWeek: 240 } }, 2),
      shown: ["/caregivers/*/workMinutes", "/visits/*/serviceMinutes"],
    },
    {
      name: "open",
      title: { zh: "没有上限：一个人全做", en: "No limit: one caregiver makes all four" },
      about: { zh: "去掉 `workMinutes`；一个人走一趟，路最短。", en: "Without `workMinutes`; one round each day is the shortest way." },
      problem: week({}, 2),
    },
    {
      name: "alone",
      title: { zh: "有上限又没有别人：一次不排", en: "A limit and nobody else: one is left out" },
      about: { zh: "小斌不在。", en: "Bin is not there." },
      problem: week({ workMinutes: { perDay: 180, perWeek: 240 } }, 1),
    },
  ],
  claims: [
    {
      says: { zh: "有上限时四次都排，阿梅两天合计不超过240分钟。", en: "With the limit all four are made, and Amei works no more than 240 minutes." },
      seen: (plans) => [
        leftOutOf(plans("limited")),
        minutesOf(plans("limited"), "amei") <= 240,
        makersOf(plans("limited"), "mon1", "mon2", "tue1", "tue2").includes("binbin"),
      ],
      is: [[], true, true],
    },
    {
      says: {
        zh: "没有上限时，每天都由一个人做完，两天合计超过240分钟。",
        en: "Without it each day is one caregiver's, and more than 240 minutes add up.",
      },
      seen: (plans) => [plans("open").routes.length, ["amei", "binbin"].reduce((sum, id) => sum + minutesOf(plans("open"), id), 0) > 240],
      is: [2, true],
    },
    {
      says: { zh: "没有别人时，有一次不排，原因是工作上限。", en: "Alone, one visit is left out, because of the limit." },
      seen: (plans) => leftOutOf(plans("alone")).map((id) => reasonsOf(plans("alone"), id)),
      is: [["amei WORK_LIMIT"]],
    },
  ],
};
