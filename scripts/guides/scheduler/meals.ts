import type { Problem, Transport } from "@eldercare/scheduler";
import { clockSeconds } from "../clockSeconds.js";
import type { GuidePage, PlanOf } from "../guidePage.js";
import { leftOutOf, stopsOf } from "../planReading.js";
import { shift, town, townNames } from "./town.js";

const warmMinutes = 30;
const homes = ["zhang", "li", "wang", "zhao"] as const;

const meal = (to: (typeof homes)[number], portions: number): Transport => ({
  id: `to-${to}`,
  from: "canteen",
  to,
  boardMinutes: 0,
  alightMinutes: 4,
  seats: 0,
  goods: { meals: portions },
  longestRideMinutes: warmMinutes,
  when: { daily: [{ from: "10:45", to: "12:00" }], alight: [{ from: "11:00", to: "12:30" }] },
  priority: 1,
});

const rounds = (meals: number): Problem => ({
  ...town({ canteen: [1, 0], zhang: [2, 1], li: [3, 1], wang: [2, -1], zhao: [3, -1] }),
  caregivers: [{ id: "amei", profile: "road", shifts: [shift("10:30", "13:00", { vehicle: "scooter" })] }],
  vehicles: [{ id: "scooter", holds: { meals } }],
  visits: [],
  transports: [meal("zhang", 1), meal("li", 2), meal("wang", 1), meal("zhao", 1)],
});

const longestOf = (plans: PlanOf, example: string): number =>
  Math.max(
    ...homes.map((home) => {
      const [board, alight] = ["board", "alight"].map((kind) =>
        stopsOf(plans(example)).find((stop) => stop.kind === kind && stop.id === `to-${home}`),
      );
      return board === undefined || alight === undefined ? Number.POSITIVE_INFINITY : (clockSeconds(alight.start) - clockSeconds(board.end)) / 60;
    }),
  );

/** How often the canteen is left with meals: boardings that directly follow something else. */
const departures = (plans: PlanOf, example: string): number =>
  stopsOf(plans(example)).filter(({ kind }, index, all) => kind === "board" && all[index - 1]?.kind !== "board").length;

export const meals: GuidePage = {
  name: "meals",
  title: { zh: "送餐：一箱装几份，箱里最多放多久", en: "Meal rounds: what the box holds, how long a meal stays in it" },
  summary: {
    zh: "从老年食堂取餐挨家送，箱子装不下就回来再取，饭菜送到还是热的。",
    en: "Meals are fetched from the canteen and brought round; the box is filled again as often as needed, and every meal arrives warm.",
  },
  purpose: {
    zh: "中午一个多小时要送完几十家。多装少跑省路程，可是箱子只装得下那么多，放久了饭就凉了。取餐、送餐排进同一条路线，也可以与上门服务穿插。",
    en: "Dozens of homes are to be served in an hour. A full box saves ways, but it holds only so much, and meals go cold. Fetching and delivering are planned on one route, and visits may come between.",
  },
  fields: [
    { path: "transports[].from", means: { zh: "食堂", en: "the canteen" } },
    { path: "transports[].to", means: { zh: "老人家", en: "the home" } },
    { path: "transports[].seats", means: { zh: "写0：不占座位", en: "0: a meal takes no seat" } },
    { path: "transports[].goods{}", means: { zh: "随车运送的物资及份数", en: "what is carried, and how many" } },
    { path: "transports[].longestRideMinutes", means: { zh: "在箱里最久多少分钟", en: "longest time in the box (minutes)" } },
    { path: "transports[].when.daily", means: { zh: "可以取餐的时段", en: "hours in which it may be fetched" } },
    { path: "transports[].when.alight", means: { zh: "可以送到的时段", en: "hours in which it may be delivered" } },
    { path: "transports[].alightMinutes", means: { zh: "送到门口用时", en: "time at the door" } },
    { path: "vehicles[].holds{}", means: { zh: "一次装得下多少份", en: "how many it holds at once" } },
  ],
  statement: {
    zh: "每家一次送餐就是一次接送。物资名称由使用者定；`holds` 里没有写的物资，视为装不下，整个不写 `holds` 则不限。",
    en: "Each home's meals are one transport. The names of goods are the deployer's own; what `holds` does not list is not held, and without `holds` there is no limit.",
  },
  guarantee: {
    zh: "任何时候车上的份数不超过装载量，没有一份饭在箱里超过时限；独立校验逐站清点。",
    en: "At no time is more on board than the vehicle holds, and no meal is longer in the box than it may be; the checker counts stop by stop.",
  },
  otherwise: {
    zh: "送不了的列在 `unassignedTransports`。没有一辆车装得下的，求解前就有提示 `NO_VEHICLE_HOLDS`。",
    en: "What cannot be brought is listed in `unassignedTransports`. Where no vehicle holds it at all, `NO_VEHICLE_HOLDS` says so beforehand.",
  },
  reasons: ["HOLD_SHORT", "VEHICLE_FULL", "RIDE_TOO_LONG"],
  breaches: ["HOLD_EXCEEDED", "RIDE_TOO_LONG"],
  weights: ["unservedPriority"],
  price: {
    zh: "没有单独的权重：多跑一趟按路程计，不送的代价按优先级。",
    en: "No weight of its own: another round costs its way, and leaving a meal out what its priority says.",
  },
  limits: [
    { zh: "一家的几份一起送，不拆开。", en: "The portions of one home are brought together, never in two." },
    { zh: "其余限制同[接送](transports.md)。", en: "Otherwise the limits of [transports](transports.en.md) hold." },
  ],
  names: {
    ...townNames,
    canteen: { zh: "老年食堂", en: "canteen" },
    "to-zhang": { zh: "张奶奶的饭", en: "Mrs Zhang's meal" },
    "to-li": { zh: "李家两份", en: "the Lis' two" },
    "to-wang": { zh: "王奶奶的饭", en: "Mrs Wang's meal" },
    "to-zhao": { zh: "赵大爷的饭", en: "Mr Zhao's meal" },
  },
  examples: [
    {
      name: "small",
      title: { zh: "箱子装三份：跑两趟", en: "A box of three: two rounds" },
      about: {
        zh: "四家五份，保温箱装三份，饭菜在箱里不超过30分钟。",
        en: "Five portions for four homes, a box that holds three, half an hour in it at most.",
      },
      problem: rounds(3),
      shown: ["/vehicles", "/transports/0", "/transports/1"],
    },
    {
      name: "large",
      title: { zh: "箱子装五份：一趟送完", en: "A box of five: one round" },
      about: { zh: "换一只装得下五份的保温箱。", en: "A box that holds all five." },
      problem: rounds(5),
      shown: ["/vehicles"],
    },
  ],
  claims: [
    {
      says: { zh: "装三份要跑两趟，四家都送到。", en: "With three, two rounds serve all four." },
      seen: (plans) => [departures(plans, "small"), leftOutOf(plans("small"))],
      is: [2, []],
    },
    {
      says: { zh: "装五份一趟送完，路程更短。", en: "With five, one round does, on a shorter way." },
      seen: (plans) => [departures(plans, "large"), (plans("large").cost.travel ?? 0) < (plans("small").cost.travel ?? 0)],
      is: [1, true],
    },
    {
      says: { zh: "没有一份饭在箱里超过30分钟。", en: "No meal is in the box for more than half an hour." },
      seen: (plans) => [longestOf(plans, "small") <= warmMinutes, longestOf(plans, "large") <= warmMinutes],
      is: [true, true],
    },
  ],
  maps: ["small", "large"],
};
