import { defaultFeatures, type Problem, verify } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, reasonsOf, type stopsOf } from "../planReading.js";
import { atMostTwoVisits } from "./atMostTwoVisits.js";
import { hours, shift, town, townNames } from "./town.js";

const features = [...defaultFeatures, atMostTwoVisits];

const three = (caregivers: number): Problem => ({
  ...town({ zhang: [2, 1], li: [3, 0], wang: [2, -1] }),
  caregivers: ["amei", "binbin"].slice(0, caregivers).map((id) => ({ id, profile: "road", shifts: [shift("08:00", "12:00")] })),
  visits: [
    { id: "bath", place: "zhang", serviceMinutes: 45, when: hours("08:00", "11:00"), priority: 1 },
    { id: "meal", place: "li", serviceMinutes: 30, when: hours("08:00", "11:00"), priority: 2 },
    { id: "talk", place: "wang", serviceMinutes: 30, when: hours("08:00", "11:00"), priority: 3 },
  ],
});

const mostVisits = (plan: Parameters<typeof stopsOf>[0]): number =>
  Math.max(...plan.routes.map(({ stops }) => stops.filter(({ kind }) => kind === "visit").length));

export const ownFeature: GuidePage = {
  name: "own-feature",
  title: { zh: "自己的功能：每天至多两次上门", en: "A feature of your own: at most two visits a day" },
  summary: {
    zh: "规则不在清单里时，自己写一个：求解与校验各一半，不用改动本库。",
    en: "A rule that is not on the list: written as a search half and a check half, without a change to the library.",
  },
  purpose: {
    zh: "各地、各机构有自己的规矩：新手每天至多上门两次，某个小区某日不得进入，两名护理员不愿搭班。这样的规则写成一个值，放进功能清单交给 `solve` 和 `verify`，与自带的功能同等对待。",
    en: "Every place has rules of its own: a beginner makes at most two visits a day, an estate is closed on a day, two people do not work well together. Such a rule is a value in the list of features given to `solve` and `verify`, and is treated like those that come with the library.",
  },
  fields: [],
  statement: {
    zh: "求解的一半可以写：谁永远不能做某次服务（`bar`）、派给谁要付多少代价（`price`）、不排的代价（`leaveOut`）、一条路线的限制（`limit`）。校验的一半写：怎样在完成的方案里查出违规（`breaches`），怎样用中英文说出来（`codes`）。",
    en: "The search half may say who never makes a visit (`bar`), what an assignment costs (`price`), what leaving out costs (`leaveOut`) and what limits a route (`limit`). The check half says how a breach is found in a finished plan (`breaches`) and worded (`codes`).",
  },
  program: {
    about: {
      zh: "求解与校验都要给出清单：`solve(problem, { features })`，`verify(problem, plan, { features })`，其中 `features` 为 `[...defaultFeatures, atMostTwoVisits]`。本例所用的程序：",
      en: "Both doors take the list: `solve(problem, { features })` and `verify(problem, plan, { features })` with `[...defaultFeatures, atMostTwoVisits]`. The program of the example:",
    },
    file: "scripts/guides/scheduler/atMostTwoVisits.ts",
  },
  guarantee: {
    zh: "返回的方案同样要通过校验的那一半；求解的一半写错了，错误的方案不会流出，而是当场报错。",
    en: "A plan has to pass the check half before it is returned: where the search half has a mistake, an error is thrown and no wrong plan leaves.",
  },
  otherwise: {
    zh: "因自己的规则排不上的服务，原因用自己的代码和词语写明。",
    en: "A visit left out because of the rule has its reason in the rule's own code and words.",
  },
  reasons: ["ACME_DAY_FULL"],
  price: {
    zh: "硬性规则没有代价；用 `price` 写的规则，成本里有它自己的一项。",
    en: "A rule that binds has no price; one written with `price` has its own component among the costs.",
  },
  limits: [
    { zh: "用多个线程求解时不能用自己的功能：报 `FEATURES_NOT_IN_THREADS`。", en: "Not with several threads: `FEATURES_NOT_IN_THREADS` says so." },
    {
      zh: "有关联、软时段等的问题，路线的限制还要写 `linkedLimit`；没有写的报 `FEATURE_NOT_LINKED`，而不是当作没有。",
      en: "For problems with links, soft hours and the like a limit on routes also needs a `linkedLimit`; without one `FEATURE_NOT_LINKED` is reported rather than the rule forgotten.",
    },
    { zh: "求解的一半会被调用几百万次，要快。", en: "The search half is called millions of times and has to be fast." },
  ],
  names: { ...townNames, bath: { zh: "助浴", en: "bath" }, meal: { zh: "助餐", en: "meal" }, talk: { zh: "探访", en: "talk" } },
  words: atMostTwoVisits.reasons ?? {},
  examples: [
    {
      name: "with",
      title: { zh: "加上自己的功能：两人分担", en: "With the feature: two share the work" },
      about: { zh: "三次服务，两名护理员。", en: "Three visits, two caregivers." },
      problem: three(2),
      options: () => ({ features }),
    },
    {
      name: "without",
      title: { zh: "不加：一个人做三次", en: "Without: one makes all three" },
      about: { zh: "同一问题，只用自带的功能。", en: "The same problem with the built-in features alone." },
      problem: three(2),
    },
    {
      name: "alone",
      title: { zh: "只有阿梅：第三次排不上", en: "Only Amei: the third is left out" },
      about: { zh: "一名护理员，加上自己的功能。", en: "One caregiver, with the feature." },
      problem: three(1),
      options: () => ({ features }),
    },
  ],
  claims: [
    {
      says: { zh: "加上以后没有人超过两次，三次都排。", en: "With it nobody makes more than two, and all three are made." },
      seen: (plans) => [mostVisits(plans("with")), leftOutOf(plans("with"))],
      is: [2, []],
    },
    {
      says: {
        zh: "不加时一个人做三次；用加了规则的校验去查，会查出来。",
        en: "Without it one caregiver makes three; checked with the rule, the plan is found out.",
      },
      seen: (plans) => [mostVisits(plans("without")), verify(three(2), plans("without"), { features }).map(({ code }) => code)],
      is: [3, ["ACME_TOO_MANY_VISITS"]],
    },
    {
      says: {
        zh: "只有一个人时，优先级最低的探访不排，原因用自己的代码。",
        en: "Alone, the talk, of the lowest priority, gives way, for the reason of one's own.",
      },
      seen: (plans) => [leftOutOf(plans("alone")), reasonsOf(plans("alone"), "talk")],
      is: [["talk"], ["amei ACME_DAY_FULL"]],
    },
  ],
};
