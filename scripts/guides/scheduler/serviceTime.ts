import type { Problem } from "@eldercare/scheduler";
import { clockSeconds } from "../clockSeconds.js";
import type { GuidePage, PlanOf } from "../guidePage.js";
import { leftOutOf, reasonsOf, stopOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const withFactor = (factor: object): Problem => ({
  ...town({ zhang: [2, 1], li: [3, -1] }),
  caregivers: [{ id: "binbin", profile: "road", ...factor, shifts: [shift("08:00", "12:00")] }],
  visits: [
    { id: "bath", place: "zhang", serviceMinutes: 60, when: hours("09:00", "09:15"), priority: 1 },
    { id: "meal", place: "li", serviceMinutes: 30, when: hours("10:00", "10:30"), priority: 2 },
  ],
});

const minutesOf = (plans: PlanOf, example: string, visit: string): number | undefined => {
  const stop = stopOf(plans(example), visit);
  return stop === undefined ? undefined : (clockSeconds(stop.end) - clockSeconds(stop.start)) / 60;
};

export const serviceTime: GuidePage = {
  name: "service-time",
  title: { zh: "服务时长与熟练程度", en: "Service time and how practised a caregiver is" },
  summary: {
    zh: "时长写在服务上；每名护理员可以有自己的系数，新手做得慢，排班时算足时间。",
    en: "A visit has its length, a caregiver may have a factor on it: a beginner needs longer and gets the time.",
  },
  purpose: {
    zh: "同样的助浴，熟手45分钟，新手要一个多小时。按平均时长排班，新手一天下来步步迟到。给新手一个系数，方案里就是他实际需要的时间。",
    en: "The same bath takes a practised caregiver three quarters of an hour and a beginner more than one. Planned by the average, a beginner is later with every visit. With a factor, the plan holds the time that is really needed.",
  },
  fields: [
    { path: "visits[].serviceMinutes" },
    {
      path: "caregivers[].serviceTimeFactor",
      means: { zh: "服务时长系数，大于0、至多10，缺省为1", en: "factor on service time, above 0 and up to 10, 1 where absent" },
    },
  ],
  statement: {
    zh: "某人做某次服务的时长＝`serviceMinutes`×她的系数，取整到秒。路程和休息不乘系数。",
    en: "A visit takes its `serviceMinutes` times the factor of whoever makes it, to the second. Travel and breaks are not multiplied.",
  },
  guarantee: {
    zh: "方案中的结束时刻按承担者的系数计算；换人承担，时长随之改变。独立校验重新核对每次的时长。",
    en: "The end of a visit in the plan follows the factor of its caregiver; given to another it takes another time. The checker computes each length again.",
  },
  otherwise: {
    zh: "某人时间不够，不等于别人也不够：求解程序会试着交给更快的人；都不够时不排并写明原因。",
    en: "Where one caregiver is too slow, another may not be: the search tries the others; where nobody has the time, the visit is left out with the reason.",
  },
  reasons: ["NO_TIME_LEFT", "DAY_TOO_SHORT"],
  breaches: ["WRONG_LENGTH"],
  price: {
    zh: "服务时间本身不计代价，只计路程等各项；所以不会仅仅因为快就多派给谁。",
    en: "Service time costs nothing by itself, so that nobody is given more merely for being quick.",
  },
  limits: [
    { zh: "系数对护理员的所有服务相同，不分服务项目。", en: "The factor is one for all services of a caregiver." },
    { zh: "时长是确定的数；要留余量，请写在 `serviceMinutes` 里。", en: "Lengths are taken as certain; a margin belongs into `serviceMinutes`." },
  ],
  names: { ...townNames, bath: { zh: "助浴", en: "bath" }, meal: { zh: "送餐", en: "meal" } },
  examples: [
    {
      name: "practised",
      title: { zh: "熟手：系数1，两次都排", en: "Practised: factor 1, both are made" },
      about: { zh: "60分钟的助浴，之后10时30分以前送餐。", en: "A bath of 60 minutes, then a meal that begins by 10:30." },
      problem: withFactor({}),
      shown: ["/visits/*/serviceMinutes", "/visits/*/when"],
    },
    {
      name: "beginner",
      title: { zh: "新手：系数1.5，送餐赶不上", en: "A beginner: factor 1.5, the meal is missed" },
      about: { zh: "小斌刚入职，系数1.5。", en: "Bin is new, with a factor of 1.5." },
      problem: withFactor({ serviceTimeFactor: 1.5 }),
      shown: ["/caregivers/*/serviceTimeFactor"],
    },
  ],
  claims: [
    {
      says: { zh: "同一次助浴，熟手60分钟，新手90分钟。", en: "The same bath takes 60 minutes and 90." },
      seen: (plans) => ["practised", "beginner"].map((example) => minutesOf(plans, example, "bath")),
      is: [60, 90],
    },
    {
      says: { zh: "新手赶不上送餐：不排，原因是没有足够的空闲时间。", en: "The beginner has no time left for the meal, and the plan says so." },
      seen: (plans) => [leftOutOf(plans("practised")), leftOutOf(plans("beginner")), reasonsOf(plans("beginner"), "meal")],
      is: [[], ["meal"], ["binbin NO_TIME_LEFT"]],
    },
  ],
};
