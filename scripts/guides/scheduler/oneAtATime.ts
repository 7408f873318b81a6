import type { Problem } from "@eldercare/scheduler";
import { clockSeconds } from "../clockSeconds.js";
import type { GuidePage, PlanOf } from "../guidePage.js";
import { leftOutOf, stopOf } from "../planReading.js";
import { hours, monday, town, townNames } from "./town.js";

const [dressing, bath] = ["dressing", "bath"] as const;

// Amei's round ends where her last visit is, so the bath first and the meal last is the shorter way: just when the nurse is there
const named: Problem = {
  ...town({ zhang: [2, 1], li: [4, 1] }),
  caregivers: [
    {
      id: "nurse",
      profile: "road",
      skills: { nursing: 1 },
      shifts: [{ date: monday, from: "08:00", to: "12:00", start: "station", end: "station" }],
    },
    { id: "amei", profile: "road", skills: { bathing: 1 }, shifts: [{ date: monday, from: "08:00", to: "12:00", start: "station" }] },
  ],
  visits: [
    {
      id: dressing,
      person: "zhang",
      place: "zhang",
      serviceMinutes: 30,
      when: hours("09:00", "09:15"),
      needs: { skills: { nursing: 1 } },
      required: true,
    },
    {
      id: bath,
      person: "zhang",
      place: "zhang",
      serviceMinutes: 45,
      when: hours("09:00", "10:30"),
      needs: { skills: { bathing: 1 } },
      required: true,
    },
    { id: "meal", person: "li", place: "li", serviceMinutes: 40, when: hours("09:00", "11:00"), needs: { skills: { bathing: 1 } }, required: true },
  ],
};
const unnamed: Problem = { ...named, visits: named.visits.map(({ person: _, ...visit }) => visit) };

function overlap(plans: PlanOf, example: string): boolean {
  const [a, b] = [stopOf(plans(example), dressing), stopOf(plans(example), bath)];
  return a !== undefined && b !== undefined && clockSeconds(a.start) < clockSeconds(b.end) && clockSeconds(b.start) < clockSeconds(a.end);
}

export const oneAtATime: GuidePage = {
  name: "one-at-a-time",
  title: { zh: "同一位老人同一时间只有一人服务", en: "One caregiver at a time for one person" },
  summary: {
    zh: "两名护理员不会同时在同一位老人家里各做各的。",
    en: "Two caregivers are never at one person's side at the same time, each at her own work.",
  },
  purpose: {
    zh: "护士在换药时，护理员不能同时给这位老人洗澡。不写关联，求解程序也不会让两次服务在时间上重叠；需要两人同时的，用[两人同时上门](together.md)写明。",
    en: "While the nurse dresses a wound, nobody can bathe the same person. Without any link the search keeps the two apart; where two are wanted at once, [two caregivers at once](together.en.md) says so.",
  },
  fields: [
    {
      path: "visits[].person",
      means: {
        zh: "服务对象的编号；相同的编号表示同一位老人。没有写的不受此限",
        en: "who is visited: the same id means the same person. Visits without one are not bound",
      },
    },
  ],
  statement: {
    zh: "只看 `person`，不看地点：同住的老两口是两个人，可以同时服务。用 `together` 或从前一次开始起算的 `sequence` 关联的两次服务，本来就要同时进行，不受此限；双方都已定死时刻的（`fixed`），以定的人为准。",
    en: "It is about `person`, not the place: a couple at home are two people and may be served at once. Visits linked by `together`, or by a `sequence` counted from the start of the first, are meant to be under way at once and are excepted; so are two that somebody has fixed to their times.",
  },
  guarantee: {
    zh: "返回的方案里，同一位老人的两次服务时间不重叠；独立校验重新核对。",
    en: "In every plan returned no two visits to one person overlap; the checker looks again.",
  },
  otherwise: {
    zh: "错不开时，其中一次不排，原因写明届时另有人在服务。",
    en: "Where they cannot be kept apart, one is left out, and the reason says that somebody else is there at that time.",
  },
  reasons: ["PERSON_TWICE_AT_ONCE"],
  breaches: ["PERSON_TWICE_AT_ONCE"],
  price: { zh: "硬性要求，没有代价。", en: "It is never bent and has no price." },
  limits: [
    {
      zh: "不写关联时，一条路线不会为了错开而停下来等另一条：求解程序只试别的次序、别的人、别的日子，都不行就不排。愿意等的，请加一条 `sequence`（见[先后](sequence.md)）。",
      en: "Without links no route waits for another: the search tries other orders, people and days, and leaves the visit out where none will do. Where waiting is welcome, add a `sequence` (see [one after the other](sequence.en.md)).",
    },
  ],
  names: {
    ...townNames,
    nurse: { zh: "护士", en: "nurse" },
    dressing: { zh: "换药", en: "dressing" },
    bath: { zh: "助浴", en: "bath" },
    meal: { zh: "助餐", en: "meal" },
  },
  examples: [
    {
      name: "named",
      title: { zh: "写明是同一位老人：先助餐、后助浴", en: "The same person: first the meal, then the bath" },
      about: {
        zh: "张奶奶9时换药，上午还要助浴；阿梅还要去李大爷家，做完最后一家就地下班。",
        en: "Mrs Zhang's wound is dressed at nine, and she is to be bathed the same morning; Amei also goes to Mr Li and ends her day wherever her last visit is.",
      },
      problem: named,
      shown: ["/visits/*/person", "/visits/*/serviceMinutes", "/visits/*/when"],
    },
    {
      name: "unnamed",
      title: { zh: "没有写明：两人时间重叠", en: "Not stated: the two meet" },
      about: {
        zh: "同一问题，去掉 `person`，程序不知道是同一位老人。",
        en: "The same problem without `person`: nobody knows that it is the same one.",
      },
      problem: unnamed,
    },
  ],
  claims: [
    {
      says: { zh: "写明时，换药与助浴不重叠，三次都排。", en: "Where it is stated the two do not overlap, and all three are made." },
      seen: (plans) => [overlap(plans, "named"), leftOutOf(plans("named"))],
      is: [false, []],
    },
    { says: { zh: "没有写时，两次重叠。", en: "Where it is not they overlap." }, seen: (plans) => overlap(plans, "unnamed"), is: true },
  ],
};
