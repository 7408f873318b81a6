import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { makersOf, reasonsOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const both: Problem = {
  ...town({ wang: [2, 1], bayar: [3, -1], zhao: [-1, 2] }),
  caregivers: [
    { id: "amei", sex: "female", languages: ["zh", "mn"], profile: "road", shifts: [shift("08:00", "12:00")] },
    { id: "binbin", sex: "male", languages: ["zh"], tags: ["dementia"], profile: "road", shifts: [shift("08:00", "12:00")] },
  ],
  visits: [
    { id: "bath", place: "wang", serviceMinutes: 45, when: hours("08:30", "10:00"), needs: { sex: "female" }, required: true },
    { id: "talk", place: "bayar", serviceMinutes: 40, when: hours("09:00", "11:00"), needs: { language: "mn" }, required: true },
    { id: "care", place: "zhao", serviceMinutes: 60, when: hours("08:30", "10:00"), needs: { tags: ["dementia"] }, required: true },
  ],
};

export const wishes: GuidePage = {
  name: "wishes",
  title: { zh: "性别、语言的意愿与标签", en: "Wishes for sex and language, and tags" },
  summary: {
    zh: "老人希望由女护理员洗澡、用蒙古语交谈，以及其他自定的要求。",
    en: "An older woman wishes to be bathed by a woman, a herder to speak Mongolian; and other needs of one's own.",
  },
  purpose: {
    zh: "洗澡更衣，老人往往希望由同性护理员来做；蒙古族老人希望对方会说蒙古语；失智老人要由熟悉失智照护的人来。前两项有专门字段，其余用标签。",
    en: "For a bath many wish for a caregiver of their own sex; a Mongolian herder wishes for somebody who speaks his language; dementia care takes somebody who knows it. The first two have fields of their own, everything else is a tag.",
  },
  fields: [
    { path: "visits[].needs.sex", means: { zh: '`"female"`、`"male"` 或 `null`（无要求）', en: '`"female"`, `"male"` or `null` (no wish)' } },
    { path: "caregivers[].sex", means: { zh: '`"female"` 或 `"male"`', en: '`"female"` or `"male"`' } },
    { path: "visits[].needs.language", means: { zh: '语言代码，如 `"mn"`；`null` 为无要求', en: 'a language such as `"mn"`; `null` for no wish' } },
    { path: "caregivers[].languages", means: { zh: "会的语言", en: "languages spoken" } },
    { path: "visits[].needs.tags" },
    { path: "caregivers[].tags", means: { zh: "具有的标签", en: "tags carried" } },
  ],
  statement: {
    zh: "护理员没有写性别、语言、标签的，视为不符合：不知道就不当作有。几项要求要同时满足。",
    en: "A caregiver who does not state her sex, a language or a tag does not meet the wish: unknown is not counted on. Several needs hold together.",
  },
  guarantee: { zh: "返回的方案都满足；独立校验逐次核对。", en: "Every plan returned meets them; the checker asks each again." },
  otherwise: {
    zh: "没有合适的人就不排，原因逐人写明，由业务人员与老人商量是否放宽。求解程序不会自行放宽。",
    en: "Where nobody fits, the visit is left out with each caregiver's reason; whether to give way is for people to ask, and the search never does it by itself.",
  },
  reasons: ["SEX_WISH", "LANGUAGE_WISH", "TAG_MISSING"],
  breaches: ["SEX_WISH", "LANGUAGE_WISH", "TAG_MISSING"],
  price: {
    zh: "硬性要求，没有代价。只是“最好如此”的，请用 `prefers`（见[优先、限定与排除](preferred.md)）。",
    en: "They are never bent and have no price. For a mere preference use `prefers` (see [preferred, named and barred](preferred.en.md)).",
  },
  limits: [{ zh: "语言没有熟练程度之分；需要时用技能等级表示。", en: "A language is spoken or not; where degrees matter, state it as a skill." }],
  names: {
    ...townNames,
    bayar: { zh: "巴雅尔家", en: "Bayar" },
    bath: { zh: "助浴", en: "bath" },
    talk: { zh: "探访", en: "talk" },
    care: { zh: "失智照护", en: "dementia care" },
  },
  examples: [
    {
      name: "both",
      title: { zh: "两人都在：意愿都得到满足", en: "Both at work: everybody's wish is met" },
      about: { zh: "阿梅会蒙古语；小斌有失智照护经验。", en: "Amei speaks Mongolian; Bin knows dementia care." },
      problem: both,
      shown: ["/caregivers/*/sex", "/caregivers/*/languages", "/caregivers/*/tags", "/visits/*/needs"],
    },
    {
      name: "away",
      title: { zh: "阿梅请假：两次不排", en: "Amei on leave: two visits are left out" },
      about: { zh: "只有小斌上班。", en: "Only Bin is at work." },
      problem: { ...both, caregivers: both.caregivers.slice(1) },
    },
  ],
  claims: [
    {
      says: { zh: "助浴和蒙古语探访由阿梅做，失智照护由小斌做。", en: "Amei makes the bath and the talk, Bin the dementia care." },
      seen: (plans) => makersOf(plans("both"), "bath", "talk", "care"),
      is: ["amei", "amei", "binbin"],
    },
    {
      says: {
        zh: "阿梅请假时，两次都不排，各有各的原因；小斌照常做失智照护。",
        en: "With Amei on leave those two are left out, each for its own reason; Bin still makes his visit.",
      },
      seen: (plans) => [reasonsOf(plans("away"), "bath"), reasonsOf(plans("away"), "talk"), makersOf(plans("away"), "care")],
      is: [["binbin SEX_WISH"], ["binbin LANGUAGE_WISH"], ["binbin"]],
    },
  ],
};
