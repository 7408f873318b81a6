import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, makersOf, reasonsOf } from "../planReading.js";
import { linkedLimits } from "./linkedLimits.js";
import { dayAfter, hours, shift, town, townNames } from "./town.js";

const from = (station: string, day: number) => shift("08:00", "12:00", { date: dayAfter(day), start: station, end: station });
const visit = (person: string, day: number, begins: string, ends: string) => ({
  id: `${person}-${day + 1}`,
  person,
  place: person,
  serviceMinutes: 60,
  when: { dates: [dayAfter(day)], ...hours(begins, ends) },
  required: true,
});

// caregivers take turns at the two stations: on either day the other one is nearer
const turns: Problem = {
  ...town({ east: [7, 0], zhang: [1, 1], wang: [6, 1] }, dayAfter(1)),
  caregivers: [
    { id: "amei", profile: "road", shifts: [from("station", 0), from("east", 1)] },
    { id: "binbin", profile: "road", shifts: [from("east", 0), from("station", 1)] },
  ],
  visits: [
    visit("zhang", 0, "08:30", "09:30"),
    visit("wang", 0, "08:30", "09:30"),
    visit("zhang", 1, "08:30", "09:30"),
    visit("wang", 1, "08:30", "09:30"),
  ],
  history: { faces: { zhang: { amei: 12 } } },
  objective: { newFace: 50 },
};
const nearest: Problem = { ...turns, objective: { newFace: 0 } };

// each of them is there on one day only, and Mrs Zhang knows both
const oneDayEach = (sameCaregiver: "prefer" | "require"): Problem => ({
  ...turns,
  caregivers: [
    { id: "amei", profile: "road", shifts: [from("station", 0)] },
    { id: "binbin", profile: "road", shifts: [from("station", 1)] },
  ],
  visits: turns.visits.filter(({ person }) => person === "zhang"),
  history: { faces: { zhang: { amei: 12, binbin: 3 } } },
  patterns: [{ person: "zhang", visits: ["zhang-1", "zhang-2"], sameCaregiver }],
});

const all = ["zhang-1", "zhang-2", "wang-1", "wang-2"] as const;

export const continuity: GuidePage = {
  name: "continuity",
  title: { zh: "熟悉的面孔", en: "Known faces" },
  summary: {
    zh: "尽量由见过的护理员上门，少换人；也可以要求几次服务由同一个人承担。",
    en: "People are visited by caregivers whom they know, and by few; or several visits are left to one.",
  },
  purpose: {
    zh: "给老人洗澡、喂饭的人天天换，老人不安，护理员也摸不清情况。失智老人尤其如此。排班时应当知道谁已经熟悉谁，每多一张生面孔都算一份代价；确有必要的，干脆要求由同一个人承担。",
    en: "To be washed and fed by somebody else every day unsettles an old person, and the caregivers never come to know her; with dementia most of all. A plan should know who knows whom, count a price for each new face, and where it has to be, leave all visits to one caregiver.",
  },
  fields: [
    {
      path: "history.faces",
      means: {
        zh: "每位服务对象此前见过哪些护理员、各几次；次数在1以上即算熟悉",
        en: "which caregivers each person has seen before, and how often; once is enough to be known",
      },
    },
    { path: "objective.newFace" },
    { path: "visits[].person", means: { zh: "服务对象；没有写明的服务不计面孔", en: "the person visited; without it no faces are counted" } },
    {
      path: "patterns[].sameCaregiver",
      means: {
        zh: '`"prefer"`：几次最好由同一人承担，每多一人计一次 `newFace`；`"require"`：必须由同一人承担',
        en: '`"prefer"`: each caregiver beyond the first costs `newFace` once; `"require"`: one caregiver makes them all',
      },
    },
  ],
  statement: {
    zh: "`history.faces` 由使用者从已做的服务里统计，随问题一起给出。同一位服务对象在排班期内多次由同一张生面孔上门，只计一次。`sameCaregiver` 写在[规律](patterns.md)里，只管所列的几次，不问以前见过谁。",
    en: "`history.faces` is counted by the deployer from visits already made and given with the problem. A new face that comes several times within the horizon counts once. `sameCaregiver` is part of a [pattern](patterns.en.md): it is about the visits listed, whoever was known before.",
  },
  guarantee: {
    zh: "`newFace` 大于0时，生面孔的代价与路程一并权衡；`require` 必定遵守，独立校验重新核对。",
    en: "With a `newFace` above 0, new faces are weighed against ways and all else; `require` is kept in every plan, and the checker looks again.",
  },
  otherwise: {
    zh: "熟悉的人来不了，就由别人来，成本里记一笔。`require` 合不上时，只排同一人能做的几次，其余不排并写明原因。",
    en: "Where no known caregiver can come, another does, and the cost says so. Where `require` cannot be kept, what one caregiver can do is made and the rest left out with the reason.",
  },
  reasons: ["PATTERN_NOT_KEPT"],
  breaches: ["NOT_SAME_CAREGIVER"],
  weights: ["newFace"],
  price: {
    zh: "`newFace` 按“服务对象×生面孔”计，缺省为0，即不考虑。一次生面孔值多少分钟路程，就填多少；成本项为 `newFaces`。",
    en: "`newFace` is paid for each person and new face and is 0 by default, which is to say that faces do not matter. Set it to what a new face is worth in minutes on the road; the cost lists it as `newFaces`.",
  },
  limits: [
    {
      zh: "熟悉与否只看见没见过：见过1次与见过100次一样；老人不喜欢的人，请写 `bars`。",
      en: "Known is known: once counts as much as a hundred times. Whom a person does not want goes into `bars`.",
    },
    ...linkedLimits,
  ],
  names: {
    ...townNames,
    east: { zh: "东站", en: "east station" },
    "zhang-1": { zh: "张家一", en: "Zhang 1" },
    "zhang-2": { zh: "张家二", en: "Zhang 2" },
    "wang-1": { zh: "王家一", en: "Wang 1" },
    "wang-2": { zh: "王家二", en: "Wang 2" },
  },
  examples: [
    {
      name: "known",
      title: { zh: "生面孔计50：张奶奶两天都见阿梅", en: "A new face costs 50: Amei comes to Mrs Zhang on both days" },
      about: {
        zh: "两名护理员轮流在两个站值班：周一阿梅在服务站、小斌在东站，周二对调。张奶奶家近服务站，王奶奶家近东站。张奶奶见过阿梅12次，王奶奶谁都没见过。",
        en: "The caregivers take turns at two stations: on Monday Amei sets out from the station and Bin from the east, on Tuesday the other way about. Mrs Zhang lives near the station, Mrs Wang near the east. Mrs Zhang has seen Amei twelve times, Mrs Wang nobody.",
      },
      problem: turns,
      shown: ["/history", "/objective"],
    },
    {
      name: "nearest",
      title: { zh: "不计生面孔：就近派人，天天换人", en: "New faces cost nothing: whoever is nearer, another every day" },
      about: { zh: "同一问题，`newFace` 为0。", en: "The same problem with `newFace` 0." },
      problem: nearest,
      shown: ["/objective"],
    },
    {
      name: "require",
      title: { zh: "必须同一人，而各只上一天班：只排一次", en: "One caregiver required, each there on one day: one visit" },
      about: {
        zh: "阿梅只上周一，小斌只上周二；张奶奶两人都见过。",
        en: "Amei works on Monday only, Bin on Tuesday only; Mrs Zhang knows both.",
      },
      problem: oneDayEach("require"),
      shown: ["/history", "/patterns"],
    },
    {
      name: "prefer",
      title: { zh: "最好同一人：两次都排，记50", en: "Rather one caregiver: both visits, at a price of 50" },
      about: { zh: "同一问题，`sameCaregiver` 改为 `prefer`。", en: "The same problem with `prefer`." },
      problem: oneDayEach("prefer"),
      shown: ["/patterns"],
    },
  ],
  claims: [
    {
      says: {
        zh: "计代价时，张奶奶两天都由熟悉的阿梅上门；王奶奶两天也是同一个人，只多一张生面孔。",
        en: "At a price, Amei comes to Mrs Zhang on both days, and to Mrs Wang one caregiver on both: one new face in all.",
      },
      seen: (plans) => {
        const [first, second, one, other] = makersOf(plans("known"), ...all);
        return [first, second, one === other, plans("known").cost.newFaces];
      },
      is: ["amei", "amei", true, 50],
    },
    {
      says: { zh: "不计代价时，两家都是一天一个人。", en: "At no price, both see another caregiver every day." },
      seen: (plans) => makersOf(plans("nearest"), ...all),
      is: ["amei", "binbin", "binbin", "amei"],
    },
    {
      says: { zh: "熟悉的面孔多走了路。", en: "Known faces cost longer ways." },
      seen: (plans) => (plans("known").cost.travel ?? 0) > (plans("nearest").cost.travel ?? 0),
      is: true,
    },
    {
      says: { zh: "必须同一人时，有一次不排，原因写明。", en: "Where one caregiver is required, one visit is left out and says why." },
      seen: (plans) => {
        const left = leftOutOf(plans("require"));
        return [left.length, reasonsOf(plans("require"), left[0] ?? "").map((reason) => reason.split(" ")[1])];
      },
      is: [1, ["PATTERN_NOT_KEPT"]],
    },
    {
      says: { zh: "最好同一人时，两次都排，多出的一人计50。", en: "Where one is preferred, both are made, and the second caregiver costs 50." },
      seen: (plans) => [leftOutOf(plans("prefer")), plans("prefer").cost.newFaces],
      is: [[], 50],
    },
  ],
};
