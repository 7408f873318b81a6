import type { Wording } from "@eldercare/core";
import { type Problem, solve } from "@eldercare/scheduler";
import { type Change, type Dispatched, dispatch } from "@eldercare/scheduler/dispatch";
import type { GuidePage } from "../guidePage.js";
import { makersOf, startsOf } from "../planReading.js";
import { seed, usualIterations } from "../workPage.js";
import { hours, monday, shift, town, townNames } from "./town.js";

const morning: Problem = {
  ...town({ zhang: [0, 4], wang: [5, 0], li: [0, 5], zhao: [1, 0] }),
  caregivers: [
    { id: "amei", profile: "road", shifts: [shift("08:00", "14:00")] },
    { id: "binbin", profile: "road", shifts: [shift("08:00", "14:00")] },
  ],
  visits: [
    { id: "bath", person: "zhang", place: "zhang", serviceMinutes: 60, when: hours("09:00", "09:00") },
    { id: "wound", person: "wang", place: "wang", serviceMinutes: 60, when: hours("09:00", "09:00") },
    { id: "meal", person: "li", place: "li", serviceMinutes: 45, when: hours("11:30", "12:00") },
  ],
  objective: { changedVisit: 10 },
};
const { plan } = await solve(morning, { maxIterations: usualIterations, seed });

const called = await dispatch(morning, plan, {
  kind: "emergency",
  at: `${monday}T10:20`,
  visit: { id: "fall", person: "zhao", place: "zhao", serviceMinutes: 45, priority: 1 },
  respondWithinMinutes: 20,
});
const ill = await dispatch(called.problem, called.plan, { kind: "caregiverOut", at: `${monday}T10:30`, caregiver: "amei" });

/** What is said of an event's answer: who goes, and every change. */
const told = ({ response, changes }: Dispatched): Wording => {
  const lines = [...(response === undefined ? [] : [response.message]), ...changes.map(({ message }) => message)];
  return { zh: lines.map(({ zh }) => `- ${zh}`).join("\n"), en: lines.map(({ en }) => `- ${en}`).join("\n") };
};
const kinds = (changes: readonly Change[]): string[] => changes.map(({ kind, visit }) => `${kind} ${visit}`);

export const dayChanges: GuidePage = {
  name: "day-changes",
  title: { zh: "当天有变", en: "The day changes" },
  summary: {
    zh: "老人突然呼叫、护理员病了、服务取消或超时、路断了：已经开始的不动，其余尽量少动，每处改动用文字列明。",
    en: "An emergency call, a caregiver who falls ill, a visit cancelled or overrunning, a road closed: what has begun stays, as little as possible of the rest changes, and every change is told in words.",
  },
  purpose: {
    zh: "方案是前一天晚上排的，第二天总有变化。重新排一遍也许省几公里，却要给半个县的老人打电话改时间。调度员要的是：谁最近、谁去、要改哪几家，其余照旧。",
    en: "A plan is made the evening before, and then the day happens. A new plan from scratch may save some kilometres, and half the county has to be rung up. What a dispatcher wants to know is who is nearest, who goes, whom that changes anything for; everything else stands.",
  },
  fields: [
    { path: "now", means: { zh: "当前时刻：除已经开始的以外，此前不再安排", en: "the present moment: nothing but what has begun lies before it" } },
    { path: "visits[].fixed.state" },
    { path: "visits[].fixed.start", means: { zh: "实际（或预计）开始时刻", en: "when it began, or will" } },
    { path: "caregivers[].shifts[].breaks[].taken" },
    { path: "base.plan", means: { zh: "现行方案：改动按它计", en: "the plan that holds now: changes are counted from it" } },
    { path: "objective.changedVisit" },
  ],
  statement: {
    zh: "`dispatch(problem, plan, event)` 在 `@eldercare/scheduler/dispatch` 里。事件有：`emergency`（紧急呼叫）、`caregiverOut`（护理员离岗）、`vehicleDown`（车坏了）、`cancelled`（取消）、`noShow`（家中无人）、`overrun`（超时或提前结束）、`roadClosed`（道路中断或变慢）。到事件发生时，默认一切按现行方案进行；实际有出入的，写在 `fixed.state`（`travelling`、`started`、`done`）和休息的 `taken` 里。返回新的问题、新的方案和改动；下一个事件从新的问题接着处理。",
    en: "`dispatch(problem, plan, event)` is in `@eldercare/scheduler/dispatch`. Events are `emergency`, `caregiverOut`, `vehicleDown`, `cancelled`, `noShow`, `overrun` and `roadClosed`. By the moment of an event the day has gone as the plan says, unless `fixed.state` of a visit (`travelling`, `started`, `done`) or `taken` of a break says otherwise. It returns the new problem, the new plan and the changes; the next event goes on from the new problem.",
  },
  guarantee: {
    zh: "已经开始的、正在前往的，人和时刻都不变；已定的不变；紧急呼叫由最近的、有能力且能按时收工的人前往。新方案通过独立校验；改动与现行方案逐项比对得出。",
    en: "What has begun, or is being travelled to, keeps its caregiver and its time; what is fixed stays fixed; an emergency goes to the nearest who is able and home in time. The new plan has passed the checker, and the changes are found by comparing it with the one before.",
  },
  otherwise: {
    zh: "排不下的服务不排，写明原因，并列为改动；紧急呼叫无人能立即前往时，改为必须安排的服务，并说明无人可派；响应超过规定分钟数的，照派并说明超时。",
    en: "What finds no place is left out with its reason and told as a change. Where nobody can answer a call at once, it becomes a visit that is required, and that is said; a response later than required is sent all the same, and said to be late.",
  },
  breaches: ["BEGINS_BEFORE_NOW", "BEFORE_WHAT_HAS_BEGUN", "BEGUN_LEFT_OUT"],
  weights: ["changedVisit"],
  price: {
    zh: "一次已排的服务换人、换日期或不再安排，计一次 `changedVisit`；同一天换时刻不计。权重越大，改动越少，路程可能越长；成本项为 `changedVisit`。",
    en: "A visit of the plan that goes to another caregiver, to another date or out of the plan costs `changedVisit` once; another hour of the same day costs nothing. The higher it is, the less changes and the longer ways may be; the cost lists it as `changedVisit`.",
  },
  limits: [
    { zh: "暂不能与接送、巡回服务同用。", en: "Not yet with transports or tours." },
    { zh: "改时刻没有代价：需要守时的，写明时段。", en: "Another hour has no price: whoever must not be kept waiting needs hours stated." },
    {
      zh: "护理员在原地等候，到点才出发；实时位置请写成 `travelling` 或 `done`。",
      en: "A caregiver is taken to wait where she is and to leave in time; where she is elsewhere, state what she has done or travels to.",
    },
  ],
  names: {
    ...townNames,
    bath: { zh: "助浴", en: "bath" },
    wound: { zh: "换药", en: "dressing" },
    meal: { zh: "助餐", en: "meal" },
    fall: { zh: "跌倒", en: "fall" },
  },
  examples: [
    {
      name: "morning",
      title: { zh: "前一天晚上的方案", en: "The plan of the evening before" },
      about: { zh: "阿梅先助浴，中午助餐；小斌换药。", en: "Amei gives a bath and, at noon, a meal; Bin dresses a wound." },
      problem: morning,
      make: () => plan,
      shown: ["/visits/*/when", "/objective"],
    },
    {
      name: "call",
      title: { zh: "10:20 赵大爷跌倒", en: "10:20: Mr Zhao has fallen" },
      about: {
        zh: "20分钟内要有人到。两人都已空闲：小斌在王奶奶家，阿梅在张奶奶家。",
        en: "Somebody is to be there within 20 minutes. Both are free by then: Bin at Mrs Wang's, Amei at Mrs Zhang's.",
      },
      problem: called.problem,
      make: () => called.plan,
      shown: ["/now", "/visits/*/fixed"],
      below: () => told(called),
    },
    {
      name: "ill",
      title: { zh: "10:30 阿梅病了", en: "10:30: Amei falls ill" },
      about: { zh: "从呼叫之后的问题和方案接着处理。", en: "It goes on from the problem and plan after the call." },
      problem: ill.problem,
      make: () => ill.plan,
      shown: ["/now", "/caregivers/0/shifts"],
      below: () => told(ill),
    },
  ],
  claims: [
    {
      says: { zh: "最近的小斌前往，20分钟内到；其余不变。", en: "Bin, who is nearest, goes and is there within 20 minutes; nothing else changes." },
      seen: () => [called.response?.responder?.caregiver, called.response?.inTime, kinds(called.changes)],
      is: ["binbin", true, ["added fall"]],
    },
    {
      says: { zh: "阿梅病了，只有助餐一项改由小斌承担。", en: "When Amei falls ill, the meal goes to Bin, and that is all." },
      seen: () => kinds(ill.changes),
      is: ["moved meal"],
    },
    {
      says: { zh: "上午已经做的两次始终未动。", en: "The two visits of the morning stay as they were." },
      seen: (plans) => [startsOf(plans("ill"), "bath", "wound"), makersOf(plans("ill"), "bath", "wound")],
      is: [
        ["09:00", "09:00"],
        ["amei", "binbin"],
      ],
    },
    {
      says: { zh: "换人一次，计10。", en: "One visit changed hands, at a price of 10." },
      seen: (plans) => [plans("call").cost.changedVisit, plans("ill").cost.changedVisit],
      is: [0, 10],
    },
  ],
  maps: ["call"],
};
