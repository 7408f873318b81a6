import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, makersOf, reasonsOf } from "../planReading.js";
import { linkedLimits } from "./linkedLimits.js";
import { hours, shift, town, townNames } from "./town.js";

const checked: Problem = {
  ...town({ zhang: [2, 1], li: [2.5, 0] }),
  caregivers: [
    { id: "amei", profile: "road", shifts: [shift("08:00", "12:00")] },
    { id: "binbin", profile: "road", shifts: [shift("08:00", "12:00")] },
  ],
  visits: [
    { id: "cleaning", person: "zhang", place: "zhang", serviceMinutes: 60, when: hours("08:30", "09:30"), required: true },
    { id: "survey", person: "zhang", place: "zhang", serviceMinutes: 20, when: hours("10:00", "11:30"), required: true },
    { id: "meal", person: "li", place: "li", serviceMinutes: 30, when: hours("10:30", "11:30"), required: true },
  ],
  links: [{ kind: "apart", visits: ["cleaning", "survey"] }],
};
const { links: _, ...unlinked } = checked;

export const apart: GuidePage = {
  name: "apart",
  title: { zh: "由不同的人承担", en: "By different people" },
  summary: {
    zh: "几次服务不得由同一个人承担，例如做服务的人不能自己做回访。",
    en: "No caregiver makes two of the visits: who did the work does not ask whether it was well done.",
  },
  purpose: {
    zh: "政府购买服务要抽查回访：服务是否到位，不能由做服务的人自己去问。补贴评估要两人各去一次、互相印证，也是如此。",
    en: "Services bought by government are checked by a second visit, and whoever did the work must not be the one who asks about it. Two independent assessments are a like case.",
  },
  fields: [
    { path: "links[].kind", means: { zh: '`"apart"`：由不同护理员完成', en: '`"apart"`: by different caregivers' } },
    {
      path: "links[].visits",
      means: { zh: "互不同人的上门服务的编号，两个以上", en: "ids of visits no two of which one caregiver makes, two or more" },
    },
  ],
  statement: {
    zh: "只管人不同，不管时间；要有先后，再加一条 `sequence`。两次服务可以在不同的日子。",
    en: "It is about people, not about time; for an order add a `sequence`. The visits may be on different days.",
  },
  guarantee: {
    zh: "返回的方案里，关联的服务没有两次由同一个人承担；独立校验重新核对。",
    en: "In every plan returned no caregiver makes two of the linked visits; the checker looks again.",
  },
  otherwise: {
    zh: "人手不够不同的人时，关联的服务都不排，并写明原因。",
    en: "Where there are not enough people, all linked visits are left out with the reason.",
  },
  reasons: ["LINK_NOT_KEPT"],
  breaches: ["SAME_CAREGIVER", "LINK_BROKEN"],
  price: { zh: "没有自己的权重：代价是另一个人多走的路。", en: "It has no weight of its own: it costs the other caregiver's way." },
  limits: [
    {
      zh: "关联的服务要么都排、要么都不排：回访排不了，服务也不排。",
      en: "Linked visits stand or fall together: without the survey there is no cleaning either.",
    },
    ...linkedLimits,
  ],
  names: { ...townNames, cleaning: { zh: "助洁", en: "cleaning" }, survey: { zh: "回访", en: "survey" }, meal: { zh: "送餐", en: "meal" } },
  examples: [
    {
      name: "apart",
      title: { zh: "有关联：回访换人去", en: "With the link: somebody else asks" },
      about: { zh: "上午给张奶奶助洁，随后回访；李大爷家要送餐。", en: "Cleaning at Mrs Zhang's, later a survey of it, and a meal for Mr Li." },
      problem: checked,
      shown: ["/visits/*/when", "/links"],
    },
    {
      name: "unlinked",
      title: { zh: "去掉关联：由本人回访本人的服务", en: "Without the link: she asks about her own work" },
      about: { zh: "同一问题，去掉 `links`。", en: "The same problem without its `links`." },
      problem: unlinked,
    },
    {
      name: "alone",
      title: { zh: "只有阿梅：两次都不排", en: "Only Amei: neither is made" },
      about: { zh: "小斌不在，送餐照常。", en: "Bin is not there; the meal is brought all the same." },
      problem: { ...checked, caregivers: checked.caregivers.slice(0, 1) },
    },
  ],
  claims: [
    {
      says: { zh: "有关联时，助洁和回访由两个人承担，三次都排。", en: "With the link two people make the two visits, and all three are made." },
      seen: (plans) => [new Set(makersOf(plans("apart"), "cleaning", "survey")).size, leftOutOf(plans("apart"))],
      is: [2, []],
    },
    {
      says: { zh: "没有关联时，三次都由同一个人顺路做完。", en: "Without it one caregiver makes all three on one round." },
      seen: (plans) => new Set(makersOf(plans("unlinked"), "cleaning", "survey", "meal")).size,
      is: 1,
    },
    {
      says: { zh: "只有一个人时，助洁和回访都不排。", en: "With one caregiver both cleaning and survey are left out." },
      seen: (plans) => [leftOutOf(plans("alone")), reasonsOf(plans("alone"), "cleaning")],
      is: [["cleaning", "survey"], ["amei LINK_NOT_KEPT"]],
    },
  ],
};
