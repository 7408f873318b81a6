import type { Problem, ShiftBreak } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, reasonsOf, startsOf, stopsOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const lunch: ShiftBreak = { minutes: 60, from: "11:00", to: "12:45" };

// beside the three visits no whole hour is left that begins between 11:00 and 12:45
const dayWith = (pause: ShiftBreak, objective?: Problem["objective"]): Problem => ({
  ...town({ zhang: [2, 1], li: [3, -1], wang: [1, -2] }),
  caregivers: [{ id: "amei", profile: "road", shifts: [shift("10:00", "15:00", { breaks: [pause] })] }],
  visits: [
    { id: "meal", person: "zhang", place: "zhang", serviceMinutes: 45, when: hours("10:30", "11:00"), priority: 1 },
    { id: "bath", person: "li", place: "li", serviceMinutes: 45, when: hours("11:45", "12:15"), priority: 2 },
    { id: "cleaning", person: "wang", place: "wang", serviceMinutes: 60, when: hours("13:00", "13:15"), priority: 3 },
  ],
  ...(objective === undefined ? {} : { objective }),
});

const hasBreak = (plan: Parameters<typeof stopsOf>[0]): boolean => stopsOf(plan).some(({ kind }) => kind === "break");

export const breaks: GuidePage = {
  name: "breaks",
  title: { zh: "休息：必须休息与可以错过的休息", en: "Breaks: those that must be taken and those that may be missed" },
  summary: {
    zh: "班次内的休息要么必须安排，要么可以错过、每错过一次计一次代价。",
    en: "A break of a shift must be taken, or may be missed at a price each time.",
  },
  purpose: {
    zh: "护理员要吃饭、要歇脚。午休必须保证的，写成必须休息：宁可少排一次服务，也不占用休息。只是希望尽量安排、忙时可以不休的，写成可以错过的休息，并定一个代价，由求解程序权衡。",
    en: "Caregivers have to eat and to sit down. Where the lunch break is due, it is stated as one that must be taken: a visit is rather left out than the break. Where it is a wish that may give way on a busy day, it is stated as one that may be missed, with a price, and the search weighs it.",
  },
  fields: [
    { path: "caregivers[].shifts[].breaks[].minutes" },
    { path: "caregivers[].shifts[].breaks[].from" },
    { path: "caregivers[].shifts[].breaks[].to" },
    { path: "caregivers[].shifts[].breaks[].required", means: { zh: "是否必须休息，缺省为 `true`", en: "must be taken, `true` where absent" } },
    {
      path: "caregivers[].shifts[].breaks[].paid",
      means: { zh: "是否带薪（计入工时），缺省为 `false`", en: "paid (counts as work), `false` where absent" },
    },
  ],
  statement: {
    zh: "`from` 和 `to` 是休息可以**开始**的最早和最晚时刻，休息可以在 `to` 之后结束。休息在护理员当时所在的地方进行：刚做完服务的地方，或下一次服务的地方。没有服务的日子不安排休息。一个班次可以有几次休息。",
    en: "`from` and `to` are the earliest and latest moments at which the break may **begin**; it may end later. It is taken where the caregiver then is: where she just was, or where she goes next. On a day without visits no break is planned. A shift may have several.",
  },
  guarantee: {
    zh: "必须休息的，出勤的日子一定安排，时长足、时段对，期间既不服务也不赶路。可以错过的，安排它的代价高于 `missedBreak` 时才错过。",
    en: "A break that must be taken is in every route: whole, within its hours, with neither service nor travel in it. One that may be missed is missed only where taking it would cost more than `missedBreak`.",
  },
  otherwise: {
    zh: "必须的休息使某次服务排不下时，该服务不排，原因写明是休息所致，还是休息和其他服务之外没有时间。错过的休息不在路线里，方案成本的 `missedBreak` 一项表明错过了几次。",
    en: "Where a break that must be taken leaves no room for a visit, the visit is left out, and the reason says whether the break alone is in the way or the break beside other visits. A break that is missed is not in the route; `missedBreak` among the costs shows how many were.",
  },
  reasons: ["BREAKS_IN_THE_WAY", "NO_TIME_LEFT"],
  breaches: ["BREAK_MISSING", "BREAK_OUTSIDE_HOURS", "BREAK_TWICE"],
  weights: ["missedBreak"],
  price: {
    zh: "必须的休息没有代价。可以错过的休息每错过一次计 `missedBreak`；不带薪的休息不计入工时。",
    en: "A break that must be taken has no price. Each one missed costs `missedBreak`. Unpaid breaks do not count as work.",
  },
  limits: [
    {
      zh: "可以错过的休息（`required: false`）与接送（`transports`）不能同用；必须的休息可以。",
      en: "Breaks that may be missed (`required: false`) do not go with `transports`; those that must be taken do.",
    },
    { zh: "休息不能拆成几段，也不指定地点。", en: "A break is not split, and no place is named for it." },
  ],
  names: {
    ...townNames,
    meal: { zh: "助餐", en: "meal" },
    bath: { zh: "助浴", en: "bath" },
    cleaning: { zh: "助洁", en: "cleaning" },
  },
  examples: [
    {
      name: "required",
      title: { zh: "必须休息：少排一次助洁", en: "It must be taken: the cleaning is left out" },
      about: {
        zh: "阿梅10时到15时上班，午休1小时，11时到12时45分之间开始。三次服务的时段把中午占满了。",
        en: "Amei works from ten to three with an hour's break that begins between 11:00 and 12:45. The hours of three visits fill the middle of the day.",
      },
      problem: dayWith(lunch),
      shown: ["/caregivers/*/shifts", "/visits/*/when", "/visits/*/serviceMinutes", "/visits/*/priority"],
    },
    {
      name: "optional",
      title: { zh: "可以错过，代价30：三次都排，午休错过", en: "It may be missed for 30: all three visits, no break" },
      about: {
        zh: "同一天，午休改为可以错过（`required: false`），`missedBreak` 为30。",
        en: "The same day with a break that may be missed (`required: false`), and `missedBreak` 30.",
      },
      problem: dayWith({ ...lunch, required: false }, { missedBreak: 30 }),
      shown: ["/caregivers/*/shifts", "/objective"],
    },
    {
      name: "dear",
      title: { zh: "可以错过，代价300（缺省）：还是休息", en: "It may be missed for 300 (the default): it is taken" },
      about: {
        zh: "`missedBreak` 用缺省值300，高于助洁不排的代价100，所以仍安排休息。",
        en: "With the default of 300, which is more than the 100 that leaving out the cleaning costs, the break is taken after all.",
      },
      problem: dayWith({ ...lunch, required: false }),
      iterations: 30_000,
    },
  ],
  claims: [
    {
      says: {
        zh: "必须休息时有休息，助洁不排，原因是没有足够的空闲时间。",
        en: "Where it must be taken there is a break, and the cleaning is left out for want of time.",
      },
      seen: (plans) => [hasBreak(plans("required")), leftOutOf(plans("required")), reasonsOf(plans("required"), "cleaning")],
      is: [true, ["cleaning"], ["amei NO_TIME_LEFT"]],
    },
    {
      says: {
        zh: "代价30时三次都排上，没有休息，成本记一次错过。",
        en: "For 30 all three visits are made, there is no break, and the cost says so.",
      },
      seen: (plans) => [hasBreak(plans("optional")), leftOutOf(plans("optional")), plans("optional").cost.missedBreak],
      is: [false, [], 30],
    },
    {
      says: { zh: "代价300时与必须休息的结果一样。", en: "For 300 the plan is as if it had to be taken." },
      seen: (plans) => [hasBreak(plans("dear")), startsOf(plans("dear"), "meal", "bath", "cleaning")[2]],
      is: [true, undefined],
    },
  ],
};
