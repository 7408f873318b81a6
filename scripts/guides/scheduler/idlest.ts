import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, makersOf } from "../planReading.js";
import { linkedLimits } from "./linkedLimits.js";
import { hours, shift, town, townNames } from "./town.js";

const shared = (idlestMinute: number): Problem => ({
  ...town({ zhang: [2, 1], li: [3, 0], wang: [2, -1] }),
  caregivers: [
    { id: "amei", profile: "road", shifts: [shift("08:00", "12:00")] },
    { id: "binbin", profile: "road", shifts: [shift("08:00", "12:00")] },
  ],
  visits: [
    { id: "bath", place: "zhang", serviceMinutes: 50, when: hours("08:00", "11:00"), required: true },
    { id: "meal", place: "li", serviceMinutes: 40, when: hours("08:00", "11:00"), required: true },
    { id: "cleaning", place: "wang", serviceMinutes: 60, when: hours("08:00", "11:00"), required: true },
  ],
  objective: { idlestMinute },
});

export const idlest: GuidePage = {
  name: "idlest",
  title: { zh: "最空闲的班次：均衡工作量", en: "The idlest shift: sharing the work" },
  summary: {
    zh: "给最空闲的一个班次的空闲时间定一个代价，避免一个人忙、一个人闲。",
    en: "A price on the idle time of the idlest shift keeps one caregiver from doing everything while another waits.",
  },
  purpose: {
    zh: "路最短的方案，往往是一个人把顺路的都做了，另一个人整天没有事。给最空闲的班次定一个代价，求解程序就会以多走一些路换取分担。",
    en: "The shortest way is often one caregiver's round past every door, while another has nothing to do. With a price on the idlest shift the search spends a little more on the road to share the work.",
  },
  fields: [{ path: "objective.idlestMinute" }],
  statement: {
    zh: "一个班次的空闲时间，是它的长度减去路程、服务和已休的休息；没有出勤的班次，是长度减去全部休息。只取计划期内最空闲的一个班次计价。",
    en: "The idle time of a shift is its length without travel, service and breaks taken; of a shift without visits, without all its breaks. Only the idlest of all shifts of the horizon is priced.",
  },
  guarantee: {
    zh: "在路程等代价与最空闲班次的空闲时间之间求总和最小；独立校验重新计算。",
    en: "The sum of travel and the rest, and of the idlest shift's idle time, is made as small as can be found; the checker computes it again.",
  },
  otherwise: {
    zh: "这是权衡，不是要求：技能、时段或路程使工作无法分担时，仍会有人空闲，成本的 `idlest` 一项表明空闲多少。",
    en: "It is a weight, not a rule: where skills, hours or ways do not let work be shared, somebody stays idle, and `idlest` among the costs says how long.",
  },
  weights: ["idlestMinute", "travelMinute", "caregiverDay"],
  price: {
    zh: "最空闲班次每空闲一分钟计 `idlestMinute`，缺省为0，即不计。相反，想让尽量少的人出勤，用 `caregiverDay`：每有一人出勤一天计一次。",
    en: "Each idle minute of the idlest shift costs `idlestMinute`, 0 by default. For the opposite, as few people out as possible, there is `caregiverDay`: a price on each day on which a caregiver works.",
  },
  limits: [
    {
      zh: "只看最空闲的一个班次，不求各班次都相等；不看以前各周谁多谁少。",
      en: "It looks at the idlest shift alone: it does not make all equal, nor does it know who did more in earlier weeks.",
    },
    ...linkedLimits,
  ],
  names: { ...townNames, bath: { zh: "助浴", en: "bath" }, meal: { zh: "助餐", en: "meal" }, cleaning: { zh: "助洁", en: "cleaning" } },
  examples: [
    {
      name: "shared",
      title: { zh: "每空闲一分钟计1：两人分担", en: "An idle minute costs 1: both work" },
      about: { zh: "三次服务，一个人也做得完。", en: "Three visits, which one caregiver could make." },
      problem: shared(1),
      shown: ["/visits/*/serviceMinutes", "/objective"],
    },
    {
      name: "free",
      title: { zh: "不计空闲：一个人全做", en: "Idle time costs nothing: one does it all" },
      about: { zh: "`idlestMinute` 为0。", en: "`idlestMinute` is 0." },
      problem: shared(0),
      shown: ["/objective"],
    },
  ],
  claims: [
    {
      says: {
        zh: "计空闲时两人都出勤，不计时只有一人出勤；两种情形三次都排。",
        en: "With the price both go out, without it one; all three visits are made either way.",
      },
      seen: (plans) =>
        ["shared", "free"].map((example) => [new Set(makersOf(plans(example), "bath", "meal", "cleaning")).size, leftOutOf(plans(example)).length]),
      is: [
        [2, 0],
        [1, 0],
      ],
    },
    {
      says: { zh: "分担以多走一些路为代价。", en: "Sharing takes more travel." },
      seen: (plans) => (plans("shared").cost.travel ?? 0) > (plans("free").cost.travel ?? 0),
      is: true,
    },
  ],
};
