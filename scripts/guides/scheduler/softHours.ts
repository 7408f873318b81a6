import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, startsOf } from "../planReading.js";
import { linkedLimits } from "./linkedLimits.js";
import { shift, town, townNames } from "./town.js";

const morning = (soft: boolean, objective?: Problem["objective"]): Problem => {
  const breakfast = (to: string) => ({ daily: [{ from: "07:30", to }], ...(soft ? { soft: true } : {}) });
  return {
    ...town({ zhang: [2, 1], li: [3, -1], wang: [1, -2] }),
    caregivers: [{ id: "amei", profile: "road", shifts: [shift("07:00", "11:00")] }],
    visits: [
      { id: "zhangs", place: "zhang", serviceMinutes: 40, when: breakfast("08:00"), priority: 2 },
      { id: "lis", place: "li", serviceMinutes: 40, when: breakfast("08:00"), priority: 2 },
      { id: "wangs", place: "wang", serviceMinutes: 30, when: breakfast("08:30"), priority: 2 },
    ],
    ...(objective === undefined ? {} : { objective }),
  };
};

export const softHours: GuidePage = {
  name: "soft-hours",
  title: { zh: "可以迟到的时段", en: "Hours that may be exceeded" },
  summary: {
    zh: "时段可以设为“软”的：晚一点也做，每迟到一分钟计一次代价。",
    en: "Hours may be soft: the visit is made though late, at a price for each minute.",
  },
  purpose: {
    zh: "大家都希望8时前帮忙穿衣吃早饭，人手只够同时去一家。把时段当成硬性的，后面几家就不去了；设成可以迟到的，晚半小时也去，由求解程序权衡先去谁家。",
    en: "Everybody wants help with dressing and breakfast by eight, and one caregiver is in one home at a time. If those hours are never bent, the others get no help at all; if they are soft, help comes half an hour late, and the search weighs who is first.",
  },
  fields: [
    { path: "visits[].when.soft" },
    { path: "visits[].when.daily[].to", means: { zh: "迟到从这个时刻算起（`HH:MM`）", en: "lateness is counted from here (`HH:MM`)" } },
    { path: "objective.latenessMinute" },
    { path: "objective.latestMinute" },
  ],
  statement: {
    zh: "`soft` 对整次服务有效。有几个时段时，迟到从已经开始的最后一个时段的末尾算起。软时段只能晚、不能早：第一个时段开始以前不会上门。`notBefore`、`dueBy`、日期和班次仍是硬性的。",
    en: "`soft` holds for the whole visit. Where there are several stretches, lateness is counted from the end of the last that has opened. Soft hours may be exceeded but not anticipated: nobody comes before the first begins. `notBefore`, `dueBy`, dates and shifts still bind.",
  },
  guarantee: {
    zh: "在路程、迟到和不安排的代价之间求总和最小。独立校验重新计算每次迟到的分钟数。",
    en: "The sum of travel, lateness and what is left out is made as small as can be found. The independent checker counts the minutes of lateness again.",
  },
  otherwise: {
    zh: "迟到再多也排不进班次，或者迟到的代价高于不安排的代价时，该服务不排并写明原因。",
    en: "Where a visit would not fit into the shift however late, or lateness would cost more than leaving it out, it is left out with the reason.",
  },
  reasons: ["OUTSIDE_SHIFT", "COSTS_MORE_THAN_LEAVING"],
  breaches: ["OUTSIDE_WINDOW"],
  weights: ["latenessMinute", "latestMinute", "unservedPriority"],
  price: {
    zh: "每次服务每迟到一分钟计 `latenessMinute`（缺省为5，即一分钟迟到抵五分钟路程）；`latestMinute` 另对最晚的一次按分钟计，设了它就不会让一个人等得特别久。",
    en: "Each minute by which a visit is late costs `latenessMinute` (5 by default: a minute late weighs as five on the road); `latestMinute` adds a price on the latest of all visits, so that nobody waits far longer than the others.",
  },
  limits: [
    {
      zh: "`latenessMinute` 对所有服务相同，不能因人而异；更不能迟到的，请用硬时段。",
      en: "`latenessMinute` is the same for all visits; what must not be late has hours that are not soft.",
    },
    ...linkedLimits,
  ],
  names: {
    ...townNames,
    zhangs: { zh: "张家早餐", en: "Zhang’s" },
    lis: { zh: "李家早餐", en: "Li’s" },
    wangs: { zh: "王家早餐", en: "Wang’s" },
  },
  examples: [
    {
      name: "soft",
      title: { zh: "可以迟到：三家都去", en: "Soft hours: all three are helped" },
      about: {
        zh: "三家早餐，两家要求8时前开始，一家要求8时30分前开始，只有阿梅一人。",
        en: "Three breakfasts, two of which should begin by 8:00 and one by 8:30, and one caregiver.",
      },
      problem: morning(true),
      shown: ["/visits/*/when", "/visits/*/serviceMinutes"],
    },
    {
      name: "hard",
      title: { zh: "不可以迟到：有一家去不了", en: "Hours that bind: one is left out" },
      about: { zh: "同一问题，去掉 `soft`。", en: "The same problem without `soft`." },
      problem: morning(false),
    },
  ],
  claims: [
    {
      says: { zh: "可以迟到时三家都去，代价里有迟到一项。", en: "With soft hours all three are made, and the cost names the lateness." },
      seen: (plans) => [leftOutOf(plans("soft")), (plans("soft").cost.lateness ?? 0) > 0],
      is: [[], true],
    },
    {
      says: { zh: "没有一家在7时30分以前开始。", en: "None begins before 7:30." },
      seen: (plans) => startsOf(plans("soft"), "zhangs", "lis", "wangs").every((start) => start !== undefined && start >= "07:30"),
      is: true,
    },
    {
      says: { zh: "不可以迟到时只去两家，去的都不迟到。", en: "Where the hours bind only two are made, and they are on time." },
      seen: (plans) => [leftOutOf(plans("hard")).length, plans("hard").cost.lateness],
      is: [1, undefined],
    },
  ],
};
