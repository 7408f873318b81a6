import { type PairingProblem, pairingReasonWording } from "@eldercare/scheduler/pairing";
import type { PairingGuidePage } from "../pairs/workPairs.js";

const at = (eastKm: number, northKm: number) => ({ lng: 108.66 + eastKm / 94.4, lat: 31.95 + northKm / 111.2 });
const homes: Readonly<Record<string, readonly [east: number, north: number]>> = {
  zhang: [0, 0],
  li: [2.4, 0.3],
  wang: [0.7, 1.3],
  zhao: [1.3, 1.9],
  sun: [2, 1.3],
  qian: [5.4, 1],
  amei: [0.6, 0.6],
  binbin: [1.8, -0.3],
  chunlan: [1.3, 1.2],
  dage: [-0.2, 0.3],
};
const asked = { healthy: true, longestMetres: 3000 };
const ages = { youngestAge: 60, oldestAge: 69 };

const village = (more: typeof ages | Record<string, never>): PairingProblem => ({
  on: "2026-11-23",
  places: Object.entries(homes).map(([id, [east, north]]) => ({ id, ...at(east, north) })),
  travel: { kind: "straightLine", circuity: 1.4 },
  persons: [
    { id: "zhang", place: "zhang", mode: "oneToOne", priority: 1 },
    { id: "li", place: "li", mode: "oneToOne", priority: 2 },
    ...["wang", "zhao", "sun", "qian"].map((id) => ({ id, place: id, mode: "grid" as const })),
  ],
  volunteers: [
    { id: "amei", place: "amei", birthDate: "1962-05-01", healthy: true },
    { id: "binbin", place: "binbin", birthDate: "1963-02-01", healthy: true },
    { id: "chunlan", place: "chunlan", birthDate: "1961-08-01", healthy: true },
    { id: "dage", place: "dage", birthDate: "1950-03-01", healthy: true },
  ],
  requirements: {
    oneToOne: { ...asked, ...more, mostPersons: 1, exclusive: true },
    grid: { ...asked, ...more, leastPersons: 2, mostPersons: 5 },
  },
});
const reason = (code: string) => pairingReasonWording(code) ?? { zh: code, en: code };

export const pairing: PairingGuidePage = {
  pairs: true,
  name: "pairing",
  title: { zh: "结对扶老：一对一和网格", en: "Pairing: one to one, and grids" },
  summary: {
    zh: "重点老人一对一结对，其他老人由一名志愿者负责一片；能结的都结上，路程最短，并说明谁没有结上、为什么。",
    en: "Those who need it most are paired one to one, the others looked after in grids; as many as possible, over the shortest ways, with reasons for whoever is left.",
  },
  purpose: {
    zh: "文件要求对特困、失能、独居老人结对关爱：重点的一对一，其余的划成网格，由低龄、健康的志愿者负责。人一多，谁和谁结、谁住得太远、谁名额已满，手工排不过来，也说不清是不是排得最好。",
    en: "The documents want destitute, disabled and solitary old people paired: the key ones one to one, the others in grids, with volunteers who are young-old and healthy. For a whole township that is beyond a list on paper, and nobody can say whether it could be done better.",
  },
  fields: [
    { path: "persons[].mode" },
    { path: "persons[].priority" },
    { path: "persons[].partner" },
    { path: "volunteers[].birthDate" },
    { path: "volunteers[].healthy" },
    { path: "volunteers[].capacity" },
    { path: "requirements.oneToOne.oldestAge" },
    { path: "requirements.oneToOne.longestMetres" },
    { path: "requirements.oneToOne.exclusive" },
    { path: "requirements.grid.leastPersons" },
    { path: "requirements.grid.mostPersons" },
    { path: "requirements.grid.widestMetres" },
  ],
  statement: {
    zh: "`pairingFor` 由规则的决定写出谁该一对一、谁该进网格；年龄、人数、路程的上下限由使用者按当地规定填写，没有写的不限制。`partner` 写现有的志愿者：能不换就不换。",
    en: "`pairingFor` writes from the decisions of the rules who is due which way of pairing. Ages, loads and distances are the deployer's, and what is absent does not limit. With `partner` present volunteers stay where they can.",
  },
  guarantee: {
    zh: "先按优先级让最多的人结上，再求代价最小；一对一有最优性证明，网格给出与最优的差距上限。独立校验重新核对每一对、每一条原因和证明。",
    en: "First as many persons as can be, by priority, then the least cost; one-to-one pairing comes with a proof, grids with a bound on the gap. The checker works out every pair, reason and bound anew.",
  },
  otherwise: {
    zh: "没有结上的，说明是谁都不行还是名额被占，有几名志愿者因此不行、最近的是谁，以及放宽多少即可。信息不明的志愿者不结对——不知道不等于可以。",
    en: "Whoever is not paired learns whether nobody could or others came first, how many volunteers each reason rules out and the nearest of them, and what would do. Volunteers of whom something is unknown are not paired: unknown is not yes.",
  },
  reasons: ["TOO_OLD", "TOO_FAR", "FULL", "TAKEN_ONE_TO_ONE", "HEALTH_UNKNOWN"],
  breaches: ["PAIR_AGAINST_RULE", "VOLUNTEER_OVERLOADED", "GRID_BELOW_LEAST"],
  words: Object.fromEntries(["TOO_OLD", "TOO_FAR", "FULL", "TAKEN_ONE_TO_ONE", "HEALTH_UNKNOWN"].map((code) => [code, reason(code)])),
  price: {
    zh: "`objective.kilometre`（每公里，缺省1）、`change`（更换志愿者，缺省5）、`notPreferred`（缺省2）、`furtherPerson`（每多一人递增，缺省0，用来让各人负担均匀）。",
    en: "`objective.kilometre` (1 by default), `change` (a new volunteer, 5), `notPreferred` (2) and `furtherPerson` (each further person, 0; for even loads).",
  },
  limits: [
    { zh: "路程按志愿者住处到老人家计，不排探访的先后。", en: "It is about who looks after whom, not in which order they are visited." },
    {
      zh: "网格先按一对一的结果再划，两者不同时求最优。",
      en: "Grids are drawn once the one-to-one pairs stand: the two are not optimised together.",
    },
  ],
  names: {
    zhang: { zh: "张奶奶", en: "Mrs Zhang" },
    li: { zh: "李大爷", en: "Mr Li" },
    wang: { zh: "王奶奶", en: "Mrs Wang" },
    zhao: { zh: "赵大爷", en: "Mr Zhao" },
    sun: { zh: "孙奶奶", en: "Mrs Sun" },
    qian: { zh: "钱大爷", en: "Mr Qian" },
    amei: { zh: "阿梅", en: "Amei" },
    binbin: { zh: "小斌", en: "Bin" },
    chunlan: { zh: "春兰", en: "Chunlan" },
    dage: { zh: "大哥", en: "Dage" },
  },
  examples: [
    {
      name: "village",
      title: { zh: "志愿者60至69岁，3公里以内", en: "Volunteers of 60 to 69 years, within 3 km" },
      about: {
        zh: "张奶奶、李大爷一对一，其余四位进网格。离张奶奶最近的大哥76岁。",
        en: "Mrs Zhang and Mr Li are paired one to one, the other four in grids. Dage, nearest to Mrs Zhang, is 76.",
      },
      problem: village(ages),
      shown: ["/requirements", "/persons/0", "/volunteers/3"],
    },
    {
      name: "any-age",
      title: { zh: "不限年龄：大哥也可以", en: "Of any age: Dage as well" },
      about: { zh: "去掉年龄上下限。", en: "Without limits on age." },
      problem: village({}),
    },
  ],
  claims: [
    {
      says: {
        zh: "张奶奶由阿梅、李大爷由小斌结对，已证明最优。",
        en: "Amei is paired with Mrs Zhang and Bin with Mr Li, and nothing better exists.",
      },
      seen: (pairings) => [
        pairings("village").pairs.map(({ person, volunteer }) => `${person} ${volunteer}`),
        pairings("village").optimality.oneToOne?.proven,
      ],
      is: [["li binbin", "zhang amei"], true],
    },
    {
      says: { zh: "春兰负责王奶奶、赵大爷、孙奶奶一片。", en: "Chunlan looks after Mrs Wang, Mr Zhao and Mrs Sun." },
      seen: (pairings) => pairings("village").grids.map(({ leader, members }) => [leader, members.map(({ person }) => person).sort()]),
      is: [["chunlan", ["sun", "wang", "zhao"]]],
    },
    {
      says: { zh: "钱大爷住得太远，没有结上。", en: "Mr Qian lives too far away and is not paired." },
      seen: (pairings) => pairings("village").unpaired.map(({ person, reasons }) => [person, reasons.some(({ code }) => code === "TOO_FAR")]),
      is: [["qian", true]],
    },
    {
      says: { zh: "不限年龄时，张奶奶由最近的大哥结对。", en: "Where age does not matter, Mrs Zhang has Dage, who is nearest." },
      seen: (pairings) => pairings("any-age").pairs.find(({ person }) => person === "zhang")?.volunteer,
      is: "dage",
    },
  ],
};
