import { type Problem, splitVisit, type Visit } from "@eldercare/scheduler";
import { clockSeconds } from "../clockSeconds.js";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, makersOf, reasonsOf, stopsOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const watch: Visit = { id: "watch", person: "zhang", place: "zhang", serviceMinutes: 600, when: hours("08:00", "08:30"), priority: 1 };
const handoverMinutes = 10;
const { visits: parts, links } = splitVisit(watch, { longestMinutes: 330, handoverMinutes });

const whole: Problem = {
  ...town({ zhang: [2, 1], li: [1, -1] }),
  caregivers: [
    { id: "amei", profile: "road", shifts: [shift("07:30", "14:00")] },
    { id: "binbin", profile: "road", shifts: [shift("12:30", "19:30")] },
  ],
  visits: [watch, { id: "meal", person: "li", place: "li", serviceMinutes: 30, when: hours("11:30", "13:00") }],
};
const divided: Problem = { ...whole, visits: [...parts, ...whole.visits.slice(1)], links: [...links] };

export const longVisits: GuidePage = {
  name: "long-visits",
  title: { zh: "比一个班次还长的陪护", en: "Visits longer than a shift" },
  summary: {
    zh: "十小时的陪护分成几段，由几位护理员接力，交接不留空档。",
    en: "Ten hours at a bedside are divided among caregivers who relieve one another without a gap.",
  },
  purpose: {
    zh: "术后陪护、家属临时外出，要有人从早守到晚，一个班次做不下来。`splitVisit` 把它分成尽量少、尽量匀的几段，后一段紧接前一段，由另一位届时在班的人接手；接不上就整个不排，不会守到一半没有人。",
    en: "After an operation, or while the family is away, somebody has to be there from morning to night: more than one shift. `splitVisit` divides it into as few and as even parts as may be, each following the one before and made by somebody else who is then on duty; where they cannot be joined all are left out, so that nobody is left alone half-way.",
  },
  fields: [
    { path: "visits[].serviceMinutes", means: { zh: "整次服务的时长；分开后为各段的时长", en: "length of the whole; once divided, of each part" } },
    { path: "links[].kind", means: { zh: "相邻两段之间为 `sequence` 和 `apart`", en: "`sequence` and `apart` between one part and the next" } },
    { path: "links[].maxMinutes", means: { zh: "交接最长间隔（分钟）", en: "longest gap at a handover (minutes)" } },
  ],
  statement: {
    zh: "写作 `splitVisit(visit, { longestMinutes, handoverMinutes })`：每段最长多少整分钟，交接最多间隔多少分钟（缺省0，即无缝交接）。返回几次服务和它们之间的关联，放进问题里即可。可开始的时段、日期只约束第一段；携带的物资也随第一段带去。",
    en: "Call `splitVisit(visit, { longestMinutes, handoverMinutes })`: the longest part in whole minutes, and the longest gap at a handover (0 by default). It returns visits and the links between them, to be put into the problem. Hours and dates bind the beginning of the first part, and goods are brought with it.",
  },
  guarantee: {
    zh: "各段全做或全不做，后一段由另一人在前一段结束后、交接间隔之内开始；独立校验逐段核对。",
    en: "All parts are made or none, each by another caregiver than the one before, after it ends and within the gap; the checker asks each again.",
  },
  otherwise: {
    zh: "不分段的，任何一个班次都做不下，原因是 `DAY_TOO_SHORT`。分段后接不上的，原因是 `LINK_NOT_KEPT`。",
    en: "Undivided it exceeds every shift: `DAY_TOO_SHORT`. Divided, where the parts cannot be joined: `LINK_NOT_KEPT`.",
  },
  reasons: ["DAY_TOO_SHORT", "LINK_NOT_KEPT"],
  breaches: ["LINK_BROKEN", "GAP_NOT_KEPT", "SAME_CAREGIVER"],
  price: {
    zh: "没有单独的权重。每一段不排的代价按整次的优先级计；想让同一个人尽量多做，用[熟悉的面孔](continuity.md)。",
    en: "No weight of its own. Leaving out each part costs what the priority of the whole says; for as few different people as may be, see [continuity](continuity.en.md).",
  },
  limits: [
    {
      zh: "班次不跨午夜（可以加班到午夜以后）：夜间陪护的交接点请排在午夜以前或以后的班次里。",
      en: "Shifts do not pass midnight, though overtime may: a night's handover belongs where a shift is.",
    },
    { zh: "已定人员的服务（`fixed`）不分段。", en: "A visit that is fixed to somebody is not divided." },
  ],
  names: {
    ...townNames,
    watch: { zh: "陪护", en: "watch" },
    "watch/1": { zh: "陪护一", en: "watch 1" },
    "watch/2": { zh: "陪护二", en: "watch 2" },
    meal: { zh: "助餐", en: "meal" },
  },
  examples: [
    {
      name: "divided",
      title: { zh: "分成两段，中午交接", en: "Two parts, relieved at midday" },
      about: {
        zh: "陪护600分钟，每段最长330分钟，交接不超过10分钟。",
        en: "600 minutes, parts of 330 at most, ten minutes for a handover.",
      },
      problem: divided,
      shown: ["/visits", "/links"],
    },
    {
      name: "whole",
      title: { zh: "不分段：谁的班次都不够长", en: "Undivided: nobody's shift is long enough" },
      about: { zh: "同一天，陪护写成一次。", en: "The same day, with the watch in one piece." },
      problem: whole,
      shown: ["/visits/0"],
    },
  ],
  claims: [
    {
      says: { zh: "阿梅守前一段，小斌守后一段，助餐也没有漏。", en: "Amei has the first part, Bin the second, and the meal is not missed." },
      seen: (plans) => [makersOf(plans("divided"), "watch/1"), makersOf(plans("divided"), "watch/2"), leftOutOf(plans("divided"))],
      is: [["amei"], ["binbin"], []],
    },
    {
      says: { zh: "交接的空档不超过10分钟。", en: "The handover leaves ten minutes at most." },
      seen: (plans) => {
        const [first, second] = parts.map((part) => stopsOf(plans("divided")).find(({ id }) => id === part.id));
        const gap = first === undefined || second === undefined ? -1 : (clockSeconds(second.start) - clockSeconds(first.end)) / 60;
        return gap >= 0 && gap <= handoverMinutes;
      },
      is: true,
    },
    {
      says: { zh: "不分段就排不了，两人的班次都不够长。", en: "In one piece it is left out: neither shift is long enough." },
      seen: (plans) => reasonsOf(plans("whole"), "watch"),
      is: ["amei DAY_TOO_SHORT", "binbin DAY_TOO_SHORT"],
    },
  ],
};
