import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, reasonsOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const crowded = (required: boolean): Problem => ({
  ...town({ zhang: [2, 1], li: [3, -1], wang: [1, -2], zhao: [-2, 1] }),
  caregivers: [{ id: "amei", profile: "road", shifts: [shift("08:00", "11:00")] }],
  visits: [
    { id: "bath", place: "zhang", serviceMinutes: 50, when: hours("08:00", "10:15"), priority: 1 },
    { id: "meal", place: "li", serviceMinutes: 40, when: hours("08:00", "10:15"), priority: 2 },
    { id: "cleaning", place: "wang", serviceMinutes: 40, when: hours("08:00", "10:15"), priority: 4 },
    { id: "talk", place: "zhao", serviceMinutes: 40, when: hours("08:00", "10:15"), ...(required ? { required: true } : { priority: 5 }) },
  ],
});

export const priority: GuidePage = {
  name: "priority",
  title: { zh: "优先级与必须完成的服务", en: "Priorities, and visits that must be made" },
  summary: { zh: "人手不够时，先保必须的，再保优先级高的。", en: "Where hands are short, what is required comes first, then what has priority." },
  purpose: {
    zh: "一天排不下全部服务时，由谁来等？把不能拖的标为必须完成，其余按1到5分优先级，求解程序据此取舍，而不是谁先录入谁先排。",
    en: "Where a day does not hold all visits, who waits? What cannot wait is marked as required, everything else has a priority from 1 to 5, and the search chooses by them, not by the order of the list.",
  },
  fields: [
    { path: "visits[].required" },
    { path: "visits[].priority", means: { zh: "优先级，1最高、5最低，缺省为3", en: "priority, 1 highest to 5 lowest, 3 where absent" } },
    { path: "objective.unservedPriority" },
  ],
  statement: {
    zh: "接送（`transports`）同样有这两个字段。已定的服务（`fixed`）一律按必须完成对待。",
    en: "Transports have the same two fields. A visit that is `fixed` counts as required.",
  },
  guarantee: {
    zh: "必须完成的服务不排的代价，高于目标函数其余各项之和：只要能排上，求解程序就宁可放弃所有其他服务。其余的按各级代价权衡。找到的是规定迭代次数内最好的方案，并非逐一证明的最优。",
    en: "Leaving out a required visit costs more than everything else together: the search gives up any other visits to make it. The others are weighed by the prices of their levels. What is returned is the best plan found within the budget, not one proved to be the best.",
  },
  otherwise: {
    zh: "排不下的服务列在 `unassigned` 里，逐人写明原因；必须完成而没有排上的，成本的 `requiredUnserved` 一项不为0，应当据此报警。",
    en: "Visits left out are listed in `unassigned` with each caregiver's reason. Where a required one is among them, `requiredUnserved` among the costs is above 0: that is the alarm to look for.",
  },
  reasons: ["NO_TIME_LEFT", "COSTS_MORE_THAN_LEAVING"],
  weights: ["unservedPriority"],
  price: {
    zh: "`unservedPriority` 依次是优先级1到5不排一次的代价，单位与路程相同：第5级只值10分钟路程，多走11分钟才能去的就不去了。必须完成的代价自动算出，不用填写。",
    en: "`unservedPriority` lists what leaving out a visit of priority 1 to 5 costs, in the same unit as travel: a visit of priority 5 is worth ten minutes on the road and is left out where it takes eleven. The price of required visits is worked out, not stated.",
  },
  limits: [
    {
      zh: "高一级不等于绝对优先：按缺省权重，四个第2级抵得过一个第1级。要绝对优先，请标为必须，或拉大权重之间的差距。",
      en: "A higher priority is not absolute: by the defaults four visits of priority 2 outweigh one of priority 1. For an absolute claim mark it as required, or spread the weights.",
    },
  ],
  names: {
    ...townNames,
    bath: { zh: "助浴（1级）", en: "bath (1)" },
    meal: { zh: "助餐（2级）", en: "meal (2)" },
    cleaning: { zh: "助洁（4级）", en: "cleaning (4)" },
    talk: { zh: "探访", en: "talk" },
  },
  examples: [
    {
      name: "optional",
      title: { zh: "探访为5级：排不下时让位", en: "The talk has priority 5: it gives way" },
      about: { zh: "三小时排不下四次服务。", en: "Four visits do not fit into three hours." },
      problem: crowded(false),
      shown: ["/visits/*/priority", "/visits/*/serviceMinutes"],
    },
    {
      name: "required",
      title: { zh: "探访必须完成：由助洁让位", en: "The talk is required: another gives way" },
      about: { zh: "同一问题，探访标为必须完成。", en: "The same problem with the talk marked as required." },
      problem: crowded(true),
      shown: ["/visits/3"],
    },
  ],
  claims: [
    {
      says: { zh: "探访为5级时，让位的是它。", en: "With priority 5 the talk is what is left out." },
      seen: (plans) => [leftOutOf(plans("optional")), plans("optional").cost.requiredUnserved],
      is: [["talk"], 0],
    },
    {
      says: {
        zh: "探访必须完成时，让位的是4级的助洁，必须的服务没有一次遗漏。",
        en: "Required, it is made; the cleaning, of priority 4, gives way, and nothing required is left out.",
      },
      seen: (plans) => [leftOutOf(plans("required")), plans("required").cost.requiredUnserved, reasonsOf(plans("required"), "cleaning")],
      is: [["cleaning"], 0, ["amei NO_TIME_LEFT"]],
    },
  ],
};
