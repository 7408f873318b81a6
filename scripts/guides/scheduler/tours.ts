import type { Problem } from "@eldercare/scheduler";
import type { GuidePage, PlanOf } from "../guidePage.js";
import { leftOutOf, reasonsOf } from "../planReading.js";
import { dayAfter, hours, shiftsOn, town, townNames, tuesday } from "./town.js";

const visit = (id: string, place: string, skills: Record<string, number>, day?: number) => ({
  id,
  place,
  serviceMinutes: 90,
  needs: { skills },
  when: { ...(day === undefined ? {} : { dates: [dayAfter(day)] }), ...hours("09:00", "17:00") },
  required: true,
});

/** Two days on the grassland, an hour and more from the sumu centre. */
const grassland = (more: Partial<Problem>): Problem => ({
  ...town({ bayan: [20, 2], urgen: [26, 4], camp: [22.5, -1.5], hada: [27, -2] }, tuesday),
  caregivers: [
    { id: "amei", profile: "road", skills: { nursing: 1 }, shifts: shiftsOn([0, 1], "08:00", "18:00", { vehicle: "van" }) },
    { id: "binbin", profile: "road", skills: { lifting: 1 }, shifts: shiftsOn([0, 1], "08:00", "18:00") },
  ],
  vehicles: [{ id: "van", seats: 4 }],
  visits: [
    visit("dressing", "bayan", { nursing: 1 }),
    visit("insulin", "urgen", { nursing: 1 }, 0),
    visit("checkup", "urgen", { nursing: 1 }, 1),
    visit("bath", "hada", { nursing: 1, lifting: 1 }),
  ],
  ...more,
});
const touring = grassland({
  tours: [{ id: "tour", vehicle: "van", crew: ["amei", "binbin"], dates: [dayAfter(0), dayAfter(1)], lodgings: ["camp"], restMinutes: 600 }],
});
const eachDay = grassland({
  tours: [0, 1].map((day) => ({ id: `day-${day + 1}`, vehicle: "van", crew: ["amei", "binbin"], dates: [dayAfter(day)] })),
});

const nightsOf = (plans: PlanOf, example: string): string[] =>
  plans(example).routes.flatMap(({ stops }) => stops.flatMap(({ kind, place }) => (kind === "lodging" ? [place] : [])));

export const tours: GuidePage = {
  name: "tours",
  title: { zh: "同车小组与在外过夜的巡回", en: "Teams that share a vehicle, and tours with nights out" },
  summary: {
    zh: "几位护理员同乘一车，作为一个小组出动；可以一连几天在外，晚上住在嘎查。",
    en: "Caregivers who share a vehicle go as one team, for a day or for several with nights out.",
  },
  purpose: {
    zh: "牧区地广人稀，一个嘎查到另一个嘎查几十公里，当天来回，一天有半天在路上。流动服务车一出去就是几天，护士、护理员、司机同行，晚上住在嘎查。",
    en: "On the grassland one gacha is tens of kilometres from the next; there and back in a day, half of it is spent driving. A mobile team stays out for days, nurse and helper in one van, and sleeps on the way.",
  },
  fields: [
    { path: "tours[].vehicle" },
    { path: "tours[].crew", means: { zh: "队员，排在第一的带队", en: "who goes; the first leads" } },
    { path: "tours[].dates", means: { zh: "出动的日期；几天的要连续", en: "its dates; of several, one after another" } },
    { path: "tours[].lodgings" },
    { path: "tours[].restMinutes" },
    { path: "tours[].profile" },
  ],
  statement: {
    zh: "那几天，队员的班次就是小组的时间，不另成路线；路线以带队人的名义列出。一个人会的，小组就会；约束一个人的，也约束小组：工时、加班、休息日、服务范围、岗前培训。服务时长按服务本身的分钟数，不乘个人系数。",
    en: "On those dates the shifts of the crew are the team's hours and make no routes of their own; routes bear the leader's name. What one of them can do the team can; what binds one binds all: work, overtime, days of rest, area, training. Visits take their own minutes, whoever is in the crew.",
  },
  guarantee: {
    zh: "每天从前一晚的住处出发；住处在列明的地点里选，夜间休息不短于 `restMinutes`；最后一天回到班次的返回地点。出动就是全程出动。独立校验逐天核对。",
    en: "Each day begins where the night was spent, at one of the places listed, after `restMinutes` at least; the last ends where its shift does. A tour goes for all of its dates or not at all. The checker looks at each day.",
  },
  otherwise: {
    zh: "排不下的服务不排，写明原因；一次服务也没有的巡回不出动。",
    en: "What finds no place is left out with its reason; a tour with nothing to do does not go.",
  },
  reasons: ["SKILL_MISSING", "NO_TIME_LEFT"],
  breaches: ["TOUR_DAY_MISSING", "REST_TOO_SHORT"],
  price: {
    zh: "没有自己的权重：路程照计，出勤（`caregiverDay`）按每人每天计。",
    en: "It has no weight of its own: ways cost what they do, and `caregiverDay` counts each of the crew on each day.",
  },
  limits: [
    {
      zh: "谁和谁同组、哪几天出动由使用者定；住哪里、先去哪里由求解程序定。",
      en: "Who goes with whom and when is the deployer's to say; where to sleep and where to go first is the search's.",
    },
    {
      zh: "不能与关联、规律、可迟到的时段、班次延长同用：给出错误 `NOT_WITH_TOURS`。",
      en: "Not together with links, patterns, soft hours or longer shifts: the error `NOT_WITH_TOURS` says so.",
    },
  ],
  names: {
    ...townNames,
    station: { zh: "苏木中心", en: "sumu centre" },
    bayan: { zh: "巴彦嘎查", en: "Bayan gacha" },
    urgen: { zh: "乌日根嘎查", en: "Urgen gacha" },
    hada: { zh: "哈达嘎查", en: "Hada gacha" },
    camp: { zh: "营地", en: "camp" },
    dressing: { zh: "换药", en: "dressing" },
    insulin: { zh: "胰岛素", en: "insulin" },
    checkup: { zh: "复查", en: "check-up" },
    bath: { zh: "助浴", en: "bath" },
  },
  examples: [
    {
      name: "out",
      title: { zh: "两天在外，住一晚营地", en: "Two days out, a night at the camp" },
      about: {
        zh: "四次服务，嘎查离苏木中心一小时以上。助浴要护士和能搬扶的人同在。",
        en: "Four visits, in gacha an hour and more from the sumu centre. The bath takes a nurse and somebody who can lift.",
      },
      problem: touring,
      shown: ["/tours", "/caregivers/*/skills", "/visits/*/needs"],
    },
    {
      name: "home",
      title: { zh: "同一小组，每晚回苏木", en: "The same team, home every night" },
      about: { zh: "两天各自成一个巡回，没有住处。", en: "Each day is a tour of its own, without a lodging." },
      problem: eachDay,
      shown: ["/tours"],
    },
    {
      name: "apart",
      title: { zh: "各走各的：助浴没人能做", en: "Each by herself: nobody can give the bath" },
      about: { zh: "没有 `tours`。", en: "Without `tours`." },
      problem: grassland({}),
    },
  ],
  claims: [
    {
      says: { zh: "在外住一晚营地，四次都排。", en: "One night is spent at the camp, and all four visits are made." },
      seen: (plans) => [nightsOf(plans, "out"), leftOutOf(plans("out"))],
      is: [["camp"], []],
    },
    {
      says: { zh: "每晚回家的，多走两小时以上的路。", en: "Home every night takes more than two hours more on the road." },
      seen: (plans) => [nightsOf(plans, "home"), (plans("home").cost.travel ?? 0) - (plans("out").cost.travel ?? 0) > 120],
      is: [[], true],
    },
    {
      says: { zh: "各走各的，助浴不排：两人各缺一项技能。", en: "Each by herself, the bath is left out: each lacks a skill." },
      seen: (plans) => [leftOutOf(plans("apart")), reasonsOf(plans("apart"), "bath")],
      is: [["bath"], ["amei SKILL_MISSING", "binbin SKILL_MISSING"]],
    },
  ],
  hours: [8, 18],
  maps: ["out", "home"],
};
