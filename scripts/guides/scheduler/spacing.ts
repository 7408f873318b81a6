import { daysBetween } from "@eldercare/core";
import type { Problem } from "@eldercare/scheduler";
import type { GuidePage, PlanOf } from "../guidePage.js";
import { leftOutOf, reasonsOf, stopOf } from "../planReading.js";
import { linkedLimits } from "./linkedLimits.js";
import { dayAfter, hours, shiftsOn, town, townNames } from "./town.js";

const care = { skills: { care: 1 } };
const bath = (id: string) => ({
  id,
  person: "zhang",
  place: "zhang",
  serviceMinutes: 60,
  when: hours("08:30", "09:30"),
  needs: care,
  required: true,
});
const days = (...after: number[]) => ({ dates: after.map(dayAfter) });

// Mrs Zhang's cleaning is on Tuesday only: without the link all of hers is done on one round
const week: Problem = {
  ...town({ zhang: [3, 1], wang: [-2, 1.5] }, dayAfter(3)),
  caregivers: [
    { id: "amei", profile: "road", ...care, shifts: shiftsOn([0, 1, 2, 3], "08:00", "12:00") },
    { id: "doctor", profile: "road", skills: { medicine: 1 }, shifts: shiftsOn([1, 3], "08:00", "12:00") },
  ],
  visits: [
    bath("bath-1"),
    bath("bath-2"),
    {
      id: "cleaning",
      person: "zhang",
      place: "zhang",
      serviceMinutes: 45,
      when: { ...days(1), ...hours("09:30", "11:15") },
      needs: care,
      required: true,
    },
    {
      id: "doctor-visit",
      person: "wang",
      place: "wang",
      serviceMinutes: 30,
      when: { ...days(3), ...hours("09:00", "10:00") },
      needs: { skills: { medicine: 1 } },
      required: true,
    },
    { id: "medicine", person: "wang", place: "wang", serviceMinutes: 15, when: hours("09:30", "11:30"), needs: care, priority: 1 },
  ],
  links: [
    { kind: "spacing", visits: ["bath-1", "bath-2"], minDays: 2, maxDays: 4 },
    { kind: "sameDay", visits: ["doctor-visit", "medicine"] },
  ],
};
const { links: _, ...unlinked } = week;
const away: Problem = {
  ...week,
  caregivers: week.caregivers.map((each) => (each.id === "amei" ? { ...each, shifts: shiftsOn([0, 1], "08:00", "12:00") } : each)),
};

const datesOf = (plans: PlanOf, example: string, ...visits: string[]): (string | undefined)[] =>
  visits.map((visit) => stopOf(plans(example), visit)?.date);
function apartDays(plans: PlanOf, example: string): number {
  const [one = "", other = ""] = datesOf(plans, example, "bath-1", "bath-2");
  return daysBetween(one, other);
}

export const spacing: GuidePage = {
  name: "spacing",
  title: { zh: "隔天与同一天：一周洗两次澡", en: "Days apart, and one day: two baths a week" },
  summary: {
    zh: "几次服务相隔若干天，或者必须在同一天；日期由求解程序去选。",
    en: "Visits lie so many days apart, or are made on one day; the search chooses the dates.",
  },
  purpose: {
    zh: "一周洗两次澡，不能今天洗、明天又洗：至少隔一天，又不能隔得太久。医生出诊开了药，当天就要有人把药送到、照看服下。日期事先不必定死，只写清楚要隔几天、哪几次要在同一天。",
    en: "Two baths a week are not to be on Monday and Tuesday: there should be a day between, and not too many. When the doctor has been, the medicine is brought the same day. No date has to be settled beforehand: it is enough to say how far apart, and what belongs to one day.",
  },
  fields: [
    {
      path: "links[].kind",
      means: { zh: '`"spacing"`：按天数间隔；`"sameDay"`：同一天', en: '`"spacing"`: so many days apart; `"sameDay"`: on one day' },
    },
    {
      path: "links[].visits",
      means: {
        zh: "上门服务的编号，两个以上；`spacing` 依先后列出，`sameDay` 不分先后",
        en: "ids of the visits, two or more; for `spacing` in their order, for `sameDay` in any",
      },
    },
    { path: "links[].minDays", means: { zh: "相邻两次至少间隔几天，缺省为0", en: "least days from one to the next, 0 where absent" } },
    { path: "links[].maxDays", means: { zh: "相邻两次至多间隔几天，缺省为不限", en: "most days from one to the next, no limit where absent" } },
    { path: "visits[].when.dates", means: { zh: "各次服务可以在哪些日期，缺省为任何一天", en: "on which dates each may be made, any where absent" } },
  ],
  statement: {
    zh: "天数是两个日期之差：周一和周三相隔2天。一条关联可以列多次，如一周三次：每相邻两次都满足间隔；中间一次没有排上时，其前后两次之间的天数上下限都加倍。间隔到分钟的，用[先后](sequence.md)。",
    en: "Days are the difference of two dates: from Monday to Wednesday it is 2. One link may list many visits, three a week for example: each keeps its distance to the next; where one between two is left out, both bounds are doubled for these two. For gaps in minutes see [one after the other](sequence.en.md).",
  },
  guarantee: {
    zh: "返回的方案里，已安排的各次都满足间隔或同一天；独立校验按日期重新核对。两次可以由同一个人，也可以由不同的人承担。",
    en: "In every plan returned the visits that are made keep their distance, or the one day; the checker looks at the dates again. They may be made by one caregiver or by several.",
  },
  otherwise: {
    zh: "与“同时”“先后”不同，这两种关联只约束排上的服务：一次排不上，另一次照排，排不上的写明原因。",
    en: "Unlike `together` and `sequence`, these two bind only what is made: where one visit has no day left, the other is made all the same, and the one left out has its reason.",
  },
  reasons: ["LINK_NOT_KEPT"],
  breaches: ["SPACING_NOT_KEPT", "NOT_ON_ONE_DAY"],
  price: {
    zh: "没有自己的权重：代价是另跑一天的路，或一次排不上的未安排代价。",
    en: "They have no weight of their own: they cost the way on another day, or the price of a visit left out.",
  },
  limits: [
    {
      zh: "间隔在排班期内计算，不知道上一期最后一次在哪天：用第一次服务的 `notBefore` 写明最早日期。",
      en: "Days are counted within the horizon; when the last bath before it was is not known. State the earliest date as `notBefore` of the first visit.",
    },
    ...linkedLimits,
  ],
  names: {
    ...townNames,
    doctor: { zh: "医生", en: "doctor" },
    "bath-1": { zh: "助浴一", en: "bath 1" },
    "bath-2": { zh: "助浴二", en: "bath 2" },
    cleaning: { zh: "助洁", en: "cleaning" },
    "doctor-visit": { zh: "出诊", en: "doctor's visit" },
    medicine: { zh: "送药", en: "medicine" },
  },
  examples: [
    {
      name: "linked",
      title: { zh: "助浴隔2至4天，送药在出诊当天", en: "Baths 2 to 4 days apart, the medicine on the doctor's day" },
      about: {
        zh: "张奶奶周一至周四洗两次澡，周二另有助洁。医生周二、周四上班，周四去王奶奶家；药由阿梅送，哪天都行。",
        en: "Mrs Zhang has two baths between Monday and Thursday, and her cleaning on Tuesday. The doctor works on Tuesday and Thursday and sees Mrs Wang on Thursday; Amei could bring the medicine on any day.",
      },
      problem: week,
      shown: ["/visits/*/when", "/links"],
    },
    {
      name: "unlinked",
      title: { zh: "去掉关联：只顾顺路", en: "Without the links: whatever saves the way" },
      about: { zh: "同一问题，去掉 `links`。", en: "The same problem without its `links`." },
      problem: unlinked,
    },
    {
      name: "away",
      title: { zh: "阿梅只上周一、周二：第二次助浴和送药排不上", en: "Amei on Monday and Tuesday only: no second bath, no medicine" },
      about: {
        zh: "周一、周二只相隔1天；医生周四才来，送药却没有人。",
        en: "Monday and Tuesday are 1 day apart; the doctor comes on Thursday, when nobody could bring the medicine.",
      },
      problem: away,
    },
  ],
  claims: [
    {
      says: { zh: "两次助浴相隔2天以上，五次都排。", en: "The baths are at least 2 days apart, and all five visits are made." },
      seen: (plans) => [apartDays(plans, "linked") >= 2, leftOutOf(plans("linked"))],
      is: [true, []],
    },
    {
      says: { zh: "送药在周四，即出诊当天。", en: "The medicine is brought on Thursday, the doctor's day." },
      seen: (plans) => datesOf(plans, "linked", "doctor-visit", "medicine"),
      is: [dayAfter(3), dayAfter(3)],
    },
    {
      says: {
        zh: "没有关联时，两次澡接连在周二洗完；药在出诊之前三天就送了。",
        en: "Without the links both baths follow one another on Tuesday, and the medicine comes three days before the doctor.",
      },
      seen: (plans) => datesOf(plans, "unlinked", "bath-1", "bath-2", "medicine", "doctor-visit"),
      is: [dayAfter(1), dayAfter(1), dayAfter(0), dayAfter(3)],
    },
    {
      says: {
        zh: "阿梅只上两天时，一次助浴和送药排不上，其余照排；有技能的阿梅因关联不能承担。",
        en: "With Amei there for two days, one bath and the medicine are left out for the sake of the links, and the rest is made.",
      },
      seen: (plans) => [leftOutOf(plans("away")), reasonsOf(plans("away"), "medicine"), reasonsOf(plans("away"), "bath-2")],
      is: [["bath-2", "medicine"], ["amei LINK_NOT_KEPT"], ["amei LINK_NOT_KEPT"]],
    },
  ],
};
