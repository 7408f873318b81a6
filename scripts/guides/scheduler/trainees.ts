import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, makersOf, reasonsOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const morning = [shift("08:00", "12:00")];
const amei = { id: "amei", profile: "road", trainedOn: "2026-09-01", shifts: morning };
const binbin = { id: "binbin", profile: "road", shifts: morning };
const chunlan = { id: "chunlan", profile: "road", trainedOn: null, shifts: morning };

const trained = (caregivers: Problem["caregivers"]): Problem => ({
  ...town({ zhang: [2, 1] }),
  caregivers,
  visits: [{ id: "feeding", person: "zhang", place: "zhang", serviceMinutes: 45, when: hours("09:00", "10:00"), needs: { trained: true } }],
});

const beside: Problem = {
  ...town({ zhang: [2, 1], li: [-1, 1] }),
  caregivers: [amei, { ...chunlan, trainedOn: "2026-11-20", mentoredBy: ["amei"] }],
  visits: [
    { id: "lift1", person: "zhang", place: "zhang", serviceMinutes: 60, when: hours("09:00", "09:00") },
    { id: "lift2", person: "zhang", place: "zhang", serviceMinutes: 60, when: hours("09:00", "09:00") },
    { id: "meal", person: "li", place: "li", serviceMinutes: 30, when: hours("09:00", "09:30") },
  ],
  links: [{ kind: "together", visits: ["lift1", "lift2"] }],
};

export const trainees: GuidePage = {
  name: "trainees",
  title: { zh: "先培训后上岗，新手有人带", en: "Training before work, and a mentor beside" },
  summary: {
    zh: "需要岗前培训的服务只派给已经培训的人；带教期的新手只与带教护理员一起上门。",
    en: "Visits that ask for it are made only by who was trained before; a trainee visits only together with a mentor of hers.",
  },
  purpose: {
    zh: "文件要求养老护理员先培训后上岗。鼻饲、转移这类服务不能交给没有培训过的人；刚培训完的，还要跟着老护理员做一段时间。",
    en: "The rules want caregivers trained before they work. Feeding by tube or lifting is not for who was not; and whoever has just been trained goes with an experienced caregiver for a while.",
  },
  fields: [
    { path: "visits[].needs.trained" },
    {
      path: "caregivers[].trainedOn",
      means: { zh: "岗前培训日期；`null` 为确知没有培训，不写为不知道", en: "day of her training; `null`: known to have had none; absent: unknown" },
    },
    {
      path: "caregivers[].mentoredBy",
      means: { zh: "带教期内：她的带教护理员，任一位同行即可", en: "while she is trained on the job: her mentors, any of whom may come along" },
    },
    {
      path: "links[].kind",
      means: {
        zh: '`"together"`：两次服务同时开始，一次归新手，一次归带教',
        en: '`"together"`: two visits that begin at once, one hers, one her mentor\'s',
      },
    },
  ],
  statement: {
    zh: "培训日期在服务当日或以前才算。带教靠[同时上门](together.md)的关联：新手承担其中一次，带教护理员承担另一次；或者两人同在一个巡回小组。",
    en: "Training counts from its day on. A mentor comes along by a [together](together.en.md) link: the trainee makes one visit of it and the mentor the other; or both are of one crew.",
  },
  guarantee: {
    zh: "返回的方案里没有未培训或情况不明的人承担这类服务，没有新手单独上门；独立校验逐次核对。",
    en: "In no plan returned does somebody untrained, or of unknown training, make such a visit, nor a trainee any without a mentor; the checker looks at each.",
  },
  otherwise: {
    zh: "改派他人；无人可派时不排，对每个人写明原因。",
    en: "Another makes it; where there is nobody it is left out, with each caregiver's reason.",
  },
  reasons: ["NOT_TRAINED", "TRAINING_UNKNOWN", "MENTOR_MISSING"],
  breaches: ["NOT_TRAINED", "TRAINING_UNKNOWN", "MENTOR_MISSING"],
  price: { zh: "硬性要求，没有代价。", en: "It is never bent and has no price." },
  limits: [
    {
      zh: "只看培训日期，不看培训内容；分项目的能力用[技能](skills.md)。",
      en: "It is about the day of training, not its subject: abilities one by one are [skills](skills.en.md).",
    },
    {
      zh: "带教期何时结束由使用者定：到期请去掉 `mentoredBy`。",
      en: "When she no longer needs a mentor is for the deployer to say: take `mentoredBy` away.",
    },
  ],
  names: {
    ...townNames,
    feeding: { zh: "鼻饲", en: "tube feeding" },
    lift1: { zh: "转移一", en: "lifting 1" },
    lift2: { zh: "转移二", en: "lifting 2" },
    meal: { zh: "助餐", en: "meal" },
  },
  examples: [
    {
      name: "trained",
      title: { zh: "阿梅培训过：由她承担", en: "Amei was trained: she makes it" },
      about: { zh: "小斌培训情况不明，春兰确知没有培训。", en: "Of Bin nobody knows; Chunlan is known not to have been trained." },
      problem: trained([binbin, chunlan, amei]),
      shown: ["/caregivers/*/trainedOn", "/visits/*/needs"],
    },
    {
      name: "nobody",
      title: { zh: "阿梅不在：不排，各有原因", en: "Without Amei: left out, with each one's reason" },
      about: { zh: "去掉阿梅。", en: "The same without Amei." },
      problem: trained([binbin, chunlan]),
    },
    {
      name: "beside",
      title: { zh: "春兰跟着阿梅：两人转移，助餐没人去", en: "Chunlan goes with Amei: both lift, nobody brings the meal" },
      about: {
        zh: "转移要两个人同时做。春兰刚培训完，由阿梅带教，助餐不能独自去。",
        en: "Lifting takes two at once. Chunlan has just been trained and is mentored by Amei, so she cannot bring the meal alone.",
      },
      problem: beside,
      shown: ["/caregivers/*/mentoredBy", "/links"],
    },
  ],
  claims: [
    {
      says: { zh: "只有阿梅能承担鼻饲。", en: "Only Amei makes the feeding." },
      seen: (plans) => makersOf(plans("trained"), "feeding"),
      is: ["amei"],
    },
    {
      says: { zh: "阿梅不在时：小斌情况不明，春兰没有培训。", en: "Without her: Bin's training is unknown, Chunlan has had none." },
      seen: (plans) => reasonsOf(plans("nobody"), "feeding"),
      is: ["binbin TRAINING_UNKNOWN", "chunlan NOT_TRAINED"],
    },
    {
      says: {
        zh: "转移由两人同做；助餐不排：阿梅没有空，春兰不能独自去。",
        en: "Both lift; the meal is left out: Amei has no time, and Chunlan cannot go alone.",
      },
      seen: (plans) => [[...makersOf(plans("beside"), "lift1", "lift2")].sort(), leftOutOf(plans("beside")), reasonsOf(plans("beside"), "meal")],
      is: [["amei", "chunlan"], ["meal"], ["amei NO_TIME_LEFT"]],
    },
  ],
};
