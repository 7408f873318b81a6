import type { Problem } from "@eldercare/scheduler";
import type { GuidePage, PlanOf } from "../guidePage.js";
import { leftOutOf, makersOf } from "../planReading.js";
import { linkedLimits } from "./linkedLimits.js";
import { hours, shift, town, townNames } from "./town.js";

const visits = ["a", "b", "c", "d", "e", "f"] as const;

const shared: Problem = {
  ...town({ row: [3, 0] }),
  caregivers: [
    { id: "amei", profile: "road", skills: { bathing: 1 }, shifts: [shift("08:00", "16:00")] },
    { id: "binbin", profile: "road", shifts: [shift("08:00", "12:00")] },
  ],
  visits: visits.map((id) => ({ id, place: "row", serviceMinutes: 60, when: hours("08:00", "15:00"), required: true })),
  objective: { unfairMinute: 1 },
};
const unshared: Problem = { ...shared, objective: { unfairMinute: 0 } };
const baths: Problem = {
  ...shared,
  visits: shared.visits.map((visit) => (visit.id === "f" ? visit : { ...visit, needs: { skills: { bathing: 1 } } })),
};

const countOf = (plans: PlanOf, example: string, caregiver: string): number =>
  makersOf(plans(example), ...visits).filter((maker) => maker === caregiver).length;

export const fairLoad: GuidePage = {
  name: "fair-load",
  title: { zh: "公平分担", en: "A fair share" },
  summary: {
    zh: "服务按班次长短分给各人，超出公平份额的每分钟计一份代价。",
    en: "Service is shared by the length of shifts, and each minute above a fair share has a price.",
  },
  purpose: {
    zh: "只求路程最短，活往往落在一个人身上：她一路顺着做完，别人闲着。按件计酬的，收入不均；按月计酬的，怨言不断。公平份额按班次长短算：上全天班的，理应做半天班的两倍。",
    en: "Where only ways are counted, one caregiver often does everything on one round while the others sit idle. Paid by the visit, that is unfair in money; paid by the month, in work. A fair share goes by the length of shifts: a whole day has twice that of half a day.",
  },
  fields: [
    { path: "objective.unfairMinute" },
    { path: "caregivers[].shifts", means: { zh: "班次的长短决定份额", en: "whose length decides the share" } },
  ],
  statement: {
    zh: "一个人的份额 = 全部服务的时长 × 她在排班期内的班次时长 ÷ 所有人的班次时长。服务时长按 `serviceMinutes` 计，不因人而异；路程、等候不算；没有排上的服务也算在全部之内。",
    en: "A share is the length of all service × the caregiver's shifts in the horizon ÷ those of all. Service is counted as `serviceMinutes`, whoever makes it; ways and waiting are not; visits left out are part of the whole.",
  },
  guarantee: {
    zh: "`unfairMinute` 大于0时，把各人超出份额的分钟数相加计价，与路程等一并权衡；独立校验重新计算。",
    en: "With an `unfairMinute` above 0, the minutes above their shares of all caregivers are added up and weighed against ways and all else; the checker counts them again.",
  },
  otherwise: {
    zh: "这是代价，不是限制：分不匀（只有一人会做、时段凑不开）时照样排，成本里的 `unfair` 说明超出多少。不得超过的，用[工作时间上限](working-time.md)。",
    en: "It is a price and no limit: where work cannot be shared, because one alone has the skill or hours do not allow it, it is done all the same, and `unfair` in the cost says how much. What must not be exceeded is a [limit of working time](working-time.en.md).",
  },
  weights: ["unfairMinute"],
  price: {
    zh: "缺省为0，即不考虑。填1，就是愿意为匀出一分钟服务多走一分钟路。",
    en: "It is 0 by default, so fairness does not matter. At 1, a minute of service passed on is worth a minute on the road.",
  },
  limits: [
    {
      zh: "只计排班期之内：上周做得多的，这周并不少派；一天一排的，公平也是一天一算。",
      en: "It counts within the horizon: who did too much last week is not spared this week, and where each day is planned by itself, each day is shared by itself.",
    },
    {
      zh: "只看时长，不看轻重：一小时助浴与一小时陪聊相同。",
      en: "It counts minutes, not how hard they are: an hour of bathing is an hour of talk.",
    },
    ...linkedLimits,
  ],
  names: {
    ...townNames,
    row: { zh: "小巷", en: "the row" },
    ...Object.fromEntries(visits.map((id, index) => [id, { zh: `${"甲乙丙丁戊己"[index]}家`, en: `home ${id}` }])),
  },
  examples: [
    {
      name: "fair",
      title: { zh: "超出一分钟计1：四次与两次", en: "A minute above costs 1: four visits and two" },
      about: {
        zh: "同一条巷子里六家，各一小时。阿梅上8小时班，小斌上4小时班：份额为240分钟和120分钟。",
        en: "Six homes in one row, an hour each. Amei works eight hours and Bin four: their shares are 240 and 120 minutes.",
      },
      problem: shared,
      shown: ["/caregivers/*/shifts/*/from", "/caregivers/*/shifts/*/to", "/objective"],
    },
    {
      name: "unfair",
      title: { zh: "不计：阿梅一人全做", en: "At no price: Amei does it all" },
      about: { zh: "同一问题，`unfairMinute` 为0。", en: "The same problem with `unfairMinute` 0." },
      problem: unshared,
      shown: ["/objective"],
    },
    {
      name: "baths",
      title: { zh: "五家要助浴，只有阿梅会：分不匀", en: "Five are baths, which only Amei can give" },
      about: { zh: "甲到戊家要助浴，小斌没有这项技能。", en: "Homes a to e need a bath, for which Bin lacks the skill." },
      problem: baths,
    },
  ],
  claims: [
    {
      says: {
        zh: "计价时阿梅做四次、小斌做两次，正合份额，没有代价。",
        en: "At a price Amei makes four visits and Bin two, just their shares, and nothing is paid.",
      },
      seen: (plans) => [countOf(plans, "fair", "amei"), countOf(plans, "fair", "binbin"), plans("fair").cost.unfair],
      is: [4, 2, 0],
    },
    {
      says: {
        zh: "不计价时阿梅做完六次，小斌不出门，路程少一半。",
        en: "At none Amei makes all six, Bin stays at the station, and the ways are half as long.",
      },
      seen: (plans) => [countOf(plans, "unfair", "amei"), (plans("fair").cost.travel ?? 0) / (plans("unfair").cost.travel ?? 0)],
      is: [6, 2],
    },
    {
      says: {
        zh: "只有阿梅会助浴时，她做五次，超出份额60分钟，计60；六次仍都排。",
        en: "Where only Amei can give baths, she makes five, 60 minutes above her share, which costs 60; all six visits are made.",
      },
      seen: (plans) => [countOf(plans, "baths", "amei"), plans("baths").cost.unfair, leftOutOf(plans("baths"))],
      is: [5, 60, []],
    },
  ],
};
