import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, reasonsOf, stopOf } from "../planReading.js";
import { linkedLimits } from "./linkedLimits.js";
import { dayAfter, hours, shiftsOn, town, townNames } from "./town.js";

const [tuesday, thursday] = [1, 3];
const bath = { person: "zhang", serviceMinutes: 60, priority: 2 };

const either: Problem = {
  ...town({ centre: [1, 0.5], zhang: [3.5, -1], li: [-2, 1] }, dayAfter(thursday)),
  caregivers: [{ id: "amei", profile: "road", shifts: shiftsOn([tuesday, thursday], "08:00", "12:00") }],
  visits: [
    { ...bath, id: "at-centre", place: "centre", when: { dates: [dayAfter(tuesday)], ...hours("09:00", "10:00") } },
    { ...bath, id: "at-home", place: "zhang", when: { dates: [dayAfter(thursday)], ...hours("09:00", "10:00") } },
    { id: "cleaning", person: "li", place: "li", serviceMinutes: 60, when: hours("08:30", "11:00"), required: true },
  ],
  links: [{ kind: "oneOf", visits: ["at-centre", "at-home"] }],
};
const { links: _, ...unlinked } = either;
const without = (...days: number[]): Problem => ({
  ...either,
  caregivers: either.caregivers.map((each) => ({ ...each, shifts: each.shifts.filter(({ date }) => !days.map(dayAfter).includes(date)) })),
});
// the long clean fills both mornings between the hours of the bath
const big: Problem = {
  ...without(tuesday),
  visits: either.visits.map((visit) => (visit.id === "cleaning" ? { ...visit, serviceMinutes: 150, when: hours("08:30", "09:00") } : visit)),
};

export const alternatives: GuidePage = {
  name: "alternatives",
  title: { zh: "择一：周二在中心，或周四在家", en: "One of several: Tuesday at the centre or Thursday at home" },
  summary: {
    zh: "几种办法里做成一种就够，其余不再需要；一种也不成，只算一次未安排。",
    en: "One of several ways will do, and the others are then no longer wanted; where none can be, it counts once.",
  },
  purpose: {
    zh: "张奶奶这周要洗一次澡：周二可以在服务中心洗，周四可以在家里洗，哪种都行。同一件事往往有几种做法：这里或那里，今天上午或改天，时间长些或短些。不必由调度员先定，而是让求解程序按全盘安排去选。",
    en: "Mrs Zhang is to have a bath this week: on Tuesday at the centre or on Thursday at home, whichever suits. One thing may well be done in two ways: here or there, this morning or another day, long or short. The dispatcher need not choose beforehand; the search does, with the whole week in view.",
  },
  fields: [
    { path: "links[].kind", means: { zh: '`"oneOf"`：择一完成', en: '`"oneOf"`: one of them is made' } },
    {
      path: "links[].visits",
      means: {
        zh: "各种备选的上门服务编号，两个以上；地点、日期、时长、技能各写各的",
        en: "ids of the alternatives, two or more, each with its own place, dates, length and skills",
      },
    },
    { path: "visits[].priority", means: { zh: "各备选必须相同", en: "the same for all alternatives" } },
    { path: "visits[].required", means: { zh: "各备选必须相同", en: "the same for all alternatives" } },
  ],
  statement: {
    zh: "每种办法写成一次上门服务，再用一条 `oneOf` 关联。优先级或是否必须完成不一致，报 `ALTERNATIVES_DIFFER`；备选不能同时又有“同时”“先后”“不同人”或另一个“择一”的关联，否则报 `ALTERNATIVE_LINKED`。",
    en: "Write each way as a visit, and one `oneOf` link. Alternatives of unequal priority, or of which some are required, are refused with `ALTERNATIVES_DIFFER`; an alternative may not be in a `together`, `sequence`, `apart` or another `oneOf` link as well: `ALTERNATIVE_LINKED` says so.",
  },
  guarantee: {
    zh: "返回的方案里，至多做其中一种；做成一种，其余不列入未安排，也不计代价。选哪一种，看合计成本：路程、优先人员等都在内。",
    en: "At most one of them is made in any plan; where one is, the others are not listed as left out and cost nothing. Which one is a matter of the whole cost, of ways, preferences and everything else.",
  },
  otherwise: {
    zh: "一种也排不上时，各备选都列入未安排，各写原因；代价只按列在最前的一种计一次。",
    en: "Where none can be made, all are listed as left out, each with its reasons; the price is counted once, that of the first listed.",
  },
  breaches: ["ALTERNATIVES_BOTH"],
  price: {
    zh: "关联没有自己的权重。想让求解程序偏向某一种，可用[优先护理员](preferred.md)等写出差别；备选列出的次序不起作用。",
    en: "The link has no weight of its own. The order of the list is no ranking; what makes one way the better has to be stated, by [preferred caregivers](preferred.en.md) for example.",
  },
  limits: [
    {
      zh: "不能说“三选二”：正好一种。两种办法各含多次服务的，也不能整组择一。",
      en: "It is one of them, not two of three; and a way is one visit, not a group of them.",
    },
    ...linkedLimits,
  ],
  names: {
    ...townNames,
    centre: { zh: "服务中心", en: "centre" },
    "at-centre": { zh: "在中心洗澡", en: "bath, centre" },
    "at-home": { zh: "在家洗澡", en: "bath at home" },
    cleaning: { zh: "李家助洁", en: "cleaning" },
  },
  examples: [
    {
      name: "either",
      title: { zh: "择一：周二在中心洗，路近", en: "One of the two: Tuesday at the centre, which is nearer" },
      about: {
        zh: "阿梅周二、周四上班。张奶奶的澡两种办法都行；李大爷家的助洁哪天都行。",
        en: "Amei works on Tuesday and Thursday. Either bath will do for Mrs Zhang; Mr Li's cleaning may be on either day.",
      },
      problem: either,
      shown: ["/visits/0", "/visits/1", "/links"],
    },
    {
      name: "unlinked",
      title: { zh: "去掉关联：洗了两次", en: "Without the link: two baths" },
      about: { zh: "同一问题，去掉 `links`。", en: "The same problem without its `links`." },
      problem: unlinked,
    },
    {
      name: "thursday",
      title: { zh: "阿梅周二请假：改为周四在家", en: "Amei away on Tuesday: Thursday at home" },
      about: { zh: "周二没有班次，其余不变。", en: "No shift on Tuesday; all else as before." },
      problem: without(tuesday),
    },
    {
      name: "none",
      title: { zh: "周四又有大扫除：一种也不成", en: "A big clean on Thursday: neither" },
      about: {
        zh: "周二请假；周四上午李大爷家的大扫除要两个半小时，必须做。",
        en: "She is away on Tuesday, and on Thursday Mr Li's clean takes two and a half hours and has to be done.",
      },
      problem: big,
      shown: ["/visits/2"],
    },
  ],
  claims: [
    {
      says: {
        zh: "择一时只在中心洗一次，另一种不列入未安排。",
        en: "One bath is given, at the centre; the other is not listed as left out.",
      },
      seen: (plans) => [stopOf(plans("either"), "at-centre")?.date, stopOf(plans("either"), "at-home"), leftOutOf(plans("either"))],
      is: [dayAfter(tuesday), undefined, []],
    },
    {
      says: { zh: "没有关联时两次都做：多洗一次，多跑一趟。", en: "Without the link both are given: a bath too many, and the way to it." },
      seen: (plans) => [
        stopOf(plans("unlinked"), "at-centre") !== undefined,
        stopOf(plans("unlinked"), "at-home") !== undefined,
        plans("unlinked").cost.total > plans("either").cost.total,
      ],
      is: [true, true, true],
    },
    {
      says: { zh: "周二没有人时，改为周四在家洗。", en: "With nobody there on Tuesday, the bath is on Thursday at home." },
      seen: (plans) => [stopOf(plans("thursday"), "at-home")?.date, leftOutOf(plans("thursday"))],
      is: [dayAfter(thursday), []],
    },
    {
      says: {
        zh: "一种也不成时两种都写明原因：一种那天没有人上班，一种排不开；代价300只计一次。",
        en: "Where neither can be, both have their reasons, nobody there and no time left; the price of 300 is counted once.",
      },
      seen: (plans) => [
        leftOutOf(plans("none")),
        reasonsOf(plans("none"), "at-centre"),
        reasonsOf(plans("none"), "at-home"),
        plans("none").cost.unserved,
      ],
      is: [["at-centre", "at-home"], ["amei NO_SHIFT_ON_DATES"], ["amei NO_TIME_LEFT"], 300],
    },
  ],
};
