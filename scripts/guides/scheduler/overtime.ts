import type { Problem, Shift } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, reasonsOf } from "../planReading.js";
import { linkedLimits } from "./linkedLimits.js";
import { hours, shift, town, townNames } from "./town.js";

const evening = (more: Partial<Shift>): Problem => ({
  ...town({ zhang: [2, 1], wang: [-2, 1] }),
  caregivers: [{ id: "amei", profile: "road", shifts: [shift("14:00", "17:00", more)] }],
  visits: [
    { id: "bath", place: "zhang", serviceMinutes: 60, when: hours("14:30", "15:30"), priority: 1 },
    { id: "bedtime", place: "wang", serviceMinutes: 40, when: hours("16:30", "17:00"), priority: 2 },
  ],
});

export const overtime: GuidePage = {
  name: "overtime",
  title: { zh: "加班", en: "Overtime" },
  summary: {
    zh: "允许班次结束后再做一段，至多若干分钟，每分钟计一次代价。",
    en: "A shift may run over by so many minutes at most, at a price for each.",
  },
  purpose: {
    zh: "下班前最后一家多耽误一刻钟，总比不去好，但不能没有限度。给班次规定最长加班，求解程序在加班、少排和迟到之间权衡。",
    en: "A quarter of an hour over for the last home is better than not going, but there has to be a limit. A shift states its longest overtime, and the search weighs overtime against leaving out.",
  },
  fields: [{ path: "caregivers[].shifts[].overtimeMinutes" }, { path: "objective.overtimeMinute" }],
  statement: {
    zh: "加班从 `to` 算到回到终点为止；没有写 `overtimeMinutes` 的班次不许加班。每日、每周的工时上限（`workMinutes`）照样有效，加班也计入。",
    en: "Overtime runs from `to` until the return. A shift without `overtimeMinutes` has none. The limits of `workMinutes` still hold, and overtime counts towards them.",
  },
  guarantee: {
    zh: "任何一天的加班都不超过规定的分钟数。不加班也能做完的，不会加班：加班总要付代价。",
    en: "No day runs over by more than is stated. What can be done without overtime is: overtime always costs.",
  },
  otherwise: {
    zh: "加班到上限仍做不完的服务不排，原因写明是班次不相合，或时间不够。",
    en: "A visit that would need more is left out; the reason says that the shift does not meet its hours, or is too short.",
  },
  reasons: ["OUTSIDE_SHIFT", "DAY_TOO_SHORT"],
  breaches: ["OUTSIDE_SHIFT"],
  weights: ["overtimeMinute"],
  price: { zh: "每加班一分钟计 `overtimeMinute`，缺省为5。", en: "A minute of overtime costs `overtimeMinute`, 5 by default." },
  limits: [{ zh: "只在班次之后加班，不能提前上班。", en: "Overtime is after the shift, not before it." }, ...linkedLimits],
  names: { ...townNames, bath: { zh: "助浴", en: "bath" }, bedtime: { zh: "晚间照料", en: "evening care" } },
  examples: [
    {
      name: "allowed",
      title: { zh: "可加班30分钟：两次都排", en: "30 minutes allowed: both are made" },
      about: {
        zh: "班次到17时；王奶奶的晚间照料16时30分以后才能开始，40分钟，再加回程7分钟。",
        en: "The shift ends at five; Mrs Wang's evening care begins after half past four, takes 40 minutes, and the way back takes 7.",
      },
      problem: evening({ overtimeMinutes: 30 }),
      shown: ["/caregivers/*/shifts", "/visits/1"],
    },
    {
      name: "none",
      title: { zh: "不许加班：晚间照料不排", en: "None allowed: the evening care is left out" },
      about: { zh: "去掉 `overtimeMinutes`。", en: "Without `overtimeMinutes`." },
      problem: evening({}),
    },
  ],
  claims: [
    {
      says: { zh: "允许时两次都排，加班17分钟，计85。", en: "Where it is allowed both are made, with 17 minutes of overtime at a price of 85." },
      seen: (plans) => [leftOutOf(plans("allowed")), plans("allowed").routes[0]?.returns, plans("allowed").cost.overtime],
      is: [[], "17:17", 85],
    },
    {
      says: { zh: "不许时晚间照料不排：谁的班次都容不下。", en: "Where it is not the evening care is left out: the shift does not hold it." },
      seen: (plans) => reasonsOf(plans("none"), "bedtime"),
      is: ["amei OUTSIDE_SHIFT"],
    },
  ],
};
