import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { makersOf, reasonsOf } from "../planReading.js";
import { hours, monday, shift, town, townNames, tuesday } from "./town.js";

const morning = [shift("08:00", "12:00", { date: tuesday })];

const validTo = (date: string): Problem => ({
  ...town({ zhang: [2, 1], li: [3, -1], wang: [-1, 2] }),
  horizon: { from: tuesday, to: tuesday },
  caregivers: [
    { id: "amei", profile: "road", skills: { bathing: 2 }, shifts: morning },
    { id: "binbin", profile: "road", skills: { bathing: 1 }, shifts: morning },
    { id: "chunlan", profile: "road", certificates: [{ kind: "nurse", level: 1, validTo: date }], shifts: morning },
  ],
  visits: [
    { id: "bath", place: "zhang", serviceMinutes: 60, when: hours("08:30", "09:00"), needs: { skills: { bathing: 2 } }, required: true },
    { id: "shower", place: "li", serviceMinutes: 45, when: hours("08:30", "09:00"), needs: { skills: { bathing: 1 } }, required: true },
    {
      id: "injection",
      place: "wang",
      serviceMinutes: 20,
      when: hours("09:00", "10:00"),
      needs: { certificates: [{ kind: "nurse" }] },
      required: true,
    },
  ],
});

export const skills: GuidePage = {
  name: "skills",
  title: { zh: "技能等级与当日有效的证书", en: "Skills with levels, certificates valid on the day" },
  summary: {
    zh: "只派具备所需技能等级、证书在服务当天仍然有效的人。",
    en: "Only who has the skills at their levels, and certificates still valid on the day, is sent.",
  },
  purpose: {
    zh: "给完全失能的老人洗澡，要会翻身搬移；打针换药，要有护士执业证书，而且不能过期。技能分等级，高的可以做低的；证书看服务当天是否有效，不看今天。",
    en: "To bathe somebody who cannot move takes training; to give an injection takes a nurse's certificate that has not lapsed. Skills have levels, and the higher includes the lower; a certificate is asked for on the day of the visit, not today.",
  },
  fields: [
    { path: "visits[].needs.skills{}", means: { zh: "所需技能及最低等级（1至9）", en: "skill needed and its least level (1 to 9)" } },
    { path: "caregivers[].skills{}", means: { zh: "具备的技能及等级（0至9）", en: "skill and level (0 to 9)" } },
    { path: "visits[].needs.certificates[].kind", means: { zh: "所需证书的种类", en: "kind of certificate needed" } },
    { path: "visits[].needs.certificates[].level", means: { zh: "最低等级，缺省为0", en: "least level, 0 where absent" } },
    { path: "caregivers[].certificates[].kind", means: { zh: "持有证书的种类", en: "kind of certificate held" } },
    { path: "caregivers[].certificates[].level", means: { zh: "证书等级，缺省为0", en: "its level, 0 where absent" } },
    {
      path: "caregivers[].certificates[].validTo",
      means: { zh: "有效期至（含当日）；没有写的不过期", en: "last day on which it is valid; without one it does not lapse" },
    },
  ],
  statement: {
    zh: "技能和证书的名称由使用者定，两边写成一样即可。护理员没有写的技能，视为不具备。",
    en: "The names of skills and certificates are the deployer's own. A skill that a caregiver does not declare is not counted on.",
  },
  guarantee: {
    zh: "返回的方案里，每次服务的承担者都具备全部技能和证书；独立校验逐次核对。",
    en: "In every plan returned each visit is made by somebody who has all of its skills and certificates; the checker asks each again.",
  },
  otherwise: {
    zh: "没有人符合时不排，原因逐人写明，并指出差哪一项、哪一级。需要一种任何人都没有的技能，多半是写错了名称，求解前就会提示。",
    en: "Where nobody qualifies the visit is left out, with each caregiver's reason and what exactly is missing. A skill that no caregiver has at all is most likely misspelt and is reported before anything is solved.",
  },
  reasons: ["SKILL_MISSING", "CERTIFICATE_MISSING"],
  breaches: ["SKILL_MISSING", "CERTIFICATE_MISSING"],
  price: {
    zh: "硬性要求，没有代价；高等级的人去做低等级的事也不加价。",
    en: "It is never bent and has no price; sending somebody better trained than needed costs nothing either.",
  },
  limits: [
    { zh: "技能没有有效期；会过期的，请写成证书。", en: "Skills do not lapse; what lapses is a certificate." },
    {
      zh: "不能写“有甲证书或乙证书之一”；这种情况可用标签（见[意愿与标签](wishes.md)）。",
      en: "“Either of two certificates” cannot be asked for; a tag can say it (see [wishes and tags](wishes.en.md)).",
    },
  ],
  names: {
    ...townNames,
    bath: { zh: "助浴（失能）", en: "full bath" },
    shower: { zh: "淋浴", en: "shower" },
    injection: { zh: "打针", en: "injection" },
  },
  examples: [
    {
      name: "valid",
      title: { zh: "证书到服务当天仍有效", en: "The certificate is valid on the day" },
      about: {
        zh: "周二上午两家同时助浴，一家要2级；另有一家打针，要护士证。春兰的证书有效期到周二当天。",
        en: "Tuesday morning: two baths at once, one of them of level 2, and an injection, which takes a nurse. Chunlan's certificate is valid to that day.",
      },
      problem: validTo(tuesday),
      shown: ["/caregivers/*/skills", "/caregivers/*/certificates", "/visits/*/needs"],
    },
    {
      name: "lapsed",
      title: { zh: "证书前一天到期", en: "The certificate lapsed the day before" },
      about: { zh: "有效期到周一，打针在周二。", en: "It is valid to Monday, and the injection is on Tuesday." },
      problem: validTo(monday),
      shown: ["/caregivers/2/certificates"],
    },
  ],
  claims: [
    {
      says: { zh: "2级助浴由阿梅做，1级由小斌做。", en: "Amei makes the bath of level 2, Bin that of level 1." },
      seen: (plans) => makersOf(plans("valid"), "bath", "shower"),
      is: ["amei", "binbin"],
    },
    {
      says: { zh: "证书当天仍有效，由春兰打针。", en: "The certificate is still valid that day, and Chunlan gives the injection." },
      seen: (plans) => makersOf(plans("valid"), "injection"),
      is: ["chunlan"],
    },
    {
      says: {
        zh: "证书周一到期的，打针不排：三人都没有当日有效的证书。",
        en: "Once it has lapsed the injection is left out: none of the three holds a certificate valid that day.",
      },
      seen: (plans) => reasonsOf(plans("lapsed"), "injection"),
      is: ["amei CERTIFICATE_MISSING", "binbin CERTIFICATE_MISSING", "chunlan CERTIFICATE_MISSING"],
    },
  ],
};
