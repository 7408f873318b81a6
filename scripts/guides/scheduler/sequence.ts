import type { Problem } from "@eldercare/scheduler";
import { clockSeconds } from "../clockSeconds.js";
import type { GuidePage, PlanOf } from "../guidePage.js";
import { leftOutOf, makersOf, reasonsOf, startsOf, stopOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const dressing: Problem = {
  ...town({ wang: [3, 1.5], zhao: [2, -2] }),
  caregivers: [
    { id: "nurse", profile: "road", skills: { nursing: 1 }, shifts: [shift("08:00", "12:00")] },
    { id: "amei", profile: "road", skills: { bathing: 1 }, shifts: [shift("08:00", "12:00")] },
  ],
  visits: [
    {
      id: "dressing",
      person: "wang",
      place: "wang",
      serviceMinutes: 30,
      when: hours("09:30", "11:00"),
      needs: { skills: { nursing: 1 } },
      required: true,
    },
    {
      id: "bath",
      person: "wang",
      place: "wang",
      serviceMinutes: 45,
      when: hours("08:30", "11:00"),
      needs: { skills: { bathing: 1 } },
      required: true,
    },
    {
      id: "insulin",
      person: "zhao",
      place: "zhao",
      serviceMinutes: 20,
      when: hours("08:30", "09:00"),
      needs: { skills: { nursing: 1 } },
      required: true,
    },
  ],
  links: [{ kind: "sequence", visits: ["dressing", "bath"], minMinutes: 15, maxMinutes: 60 }],
};
// the washing is hung out and brought in when it is dry: no greatest gap, and one caregiver
const laundry: Problem = {
  ...town({ wang: [3, 1.5], zhao: [2, -2] }),
  caregivers: [{ id: "amei", profile: "road", shifts: [shift("08:00", "12:00")] }],
  visits: [
    { id: "hang-out", person: "wang", place: "wang", serviceMinutes: 20, when: hours("08:30", "09:00"), required: true },
    { id: "bring-in", person: "wang", place: "wang", serviceMinutes: 20, when: hours("08:30", "11:30"), required: true },
    { id: "meal", person: "zhao", place: "zhao", serviceMinutes: 40, when: hours("09:00", "10:30"), required: true },
  ],
  links: [{ kind: "sequence", visits: ["hang-out", "bring-in"], minMinutes: 90 }],
};
const { links: _, ...unlinked } = dressing;
const late: Problem = {
  ...dressing,
  visits: dressing.visits.map((visit) => (visit.id === "bath" ? { ...visit, when: hours("08:30", "09:15") } : visit)),
};

function gapMinutes(plans: PlanOf, example: string): number | undefined {
  const [first, second] = ["dressing", "bath"].map((id) => stopOf(plans(example), id));
  return first === undefined || second === undefined ? undefined : (clockSeconds(second.start) - clockSeconds(first.end)) / 60;
}

export const sequence: GuidePage = {
  name: "sequence",
  title: { zh: "先后：护士先换药，护理员后洗澡", en: "One after the other: the nurse first, then the bath" },
  summary: {
    zh: "后一次服务在前一次之后若干分钟开始，不早于最短间隔，不晚于最长间隔。",
    en: "The later visit begins so many minutes after the earlier one: not before a least gap, not after a greatest.",
  },
  purpose: {
    zh: "有些服务有先后：护士换好药，护理员才能洗澡，但也不能隔得太久；饭前测血糖、打胰岛素，饭要在半小时内吃上；上午洗衣、下午收衣。先后两次可以由不同的人承担，也可以由同一个人承担。",
    en: "Some services have an order: the nurse sees to the wound before the helper gives the bath, though not hours before; insulin is given before the meal, and the meal follows within half an hour; laundry is put out in the morning and brought in later. The two visits may be made by two people or by one.",
  },
  fields: [
    { path: "links[].kind", means: { zh: '`"sequence"`：先后两次', en: '`"sequence"`: one visit after another' } },
    {
      path: "links[].visits",
      means: { zh: "先、后两次上门服务的编号，正好两个，次序有意义", en: "ids of the earlier and the later visit: exactly two, in this order" },
    },
    { path: "links[].minMinutes", means: { zh: "最短间隔（分钟），缺省为0", en: "least gap (minutes), 0 where absent" } },
    { path: "links[].maxMinutes", means: { zh: "最长间隔（分钟），缺省为不限", en: "greatest gap (minutes), no limit where absent" } },
    {
      path: "links[].from",
      means: {
        zh: '间隔从前一次的结束（`"end"`，缺省）或开始（`"start"`）算起',
        en: 'what the gap is counted from: the end of the earlier visit (`"end"`, the default) or its start (`"start"`)',
      },
    },
  ],
  statement: {
    zh: "间隔算到后一次服务的开始时刻。三次有先后，写两条关联。可以跨天：间隔最长366天。",
    en: "The gap is counted to the beginning of the later visit. Three in a row are two links. A gap may span days, up to 366.",
  },
  guarantee: {
    zh: "返回的方案都满足间隔。为使间隔不超过上限，前一次会推后开始；后一次的护理员先到时，在门口等候。没有上限的，同一个护理员可以在两次之间去做别的服务，也可以隔天再来。",
    en: "Every plan returned keeps the gap. To keep a greatest gap the earlier visit is put later; a caregiver who comes too early for the later visit waits. Without one, a caregiver who makes both may see to others in between, or come back on another day.",
  },
  otherwise: {
    zh: "间隔与两次服务的时段不能同时满足，或承担的人安排不开时，两次都不排，并分别写明原因。几条关联互相矛盾（甲在乙前、乙在甲前）不是排不下，而是填错了：求解前即报 `LINKS_CONTRADICT`。",
    en: "Where the gap and the hours of the two visits cannot both be kept, or nobody is free for one of them, both are left out, each with its reason. Links that contradict one another (A before B, B before A) are a mistake in the input: `LINKS_CONTRADICT` is reported before anything is solved.",
  },
  reasons: ["LINK_NOT_KEPT"],
  breaches: ["GAP_NOT_KEPT", "LINK_BROKEN"],
  price: {
    zh: "没有自己的权重：代价是因此多走的路程、多出的等候，或一起不排时每次服务的未安排代价。",
    en: "It has no weight of its own: it costs the longer ways, the waiting, or where both are left out the price of each.",
  },
  limits: [
    {
      zh: "最长间隔不足一天的，求解时不考虑同一个护理员在两次之间再做别的服务，人手紧时可能因此有服务排不上；这样的方案自己写出来，独立校验是承认的。没有最长间隔的不受此限。",
      en: "Where the greatest gap is shorter than a day, the search does not consider one caregiver who makes both visits with others in between, and where hands are few may leave one out for it; the checker accepts such a plan made by hand. Without a greatest gap it does.",
    },
    { zh: "不能与接送（`transports`）同用，只用一个线程求解。", en: "Not together with `transports`; searched on one thread." },
  ],
  names: {
    ...townNames,
    nurse: { zh: "护士", en: "nurse" },
    dressing: { zh: "换药", en: "dressing" },
    bath: { zh: "助浴", en: "bath" },
    insulin: { zh: "胰岛素", en: "insulin" },
    "hang-out": { zh: "晾衣", en: "hanging out" },
    "bring-in": { zh: "收衣", en: "bringing in" },
    meal: { zh: "助餐", en: "meal" },
  },
  examples: [
    {
      name: "linked",
      title: { zh: "有先后：换药15至60分钟后洗澡", en: "In sequence: the bath 15 to 60 minutes after the dressing" },
      about: {
        zh: "王奶奶的伤口由护士换药，15分钟后才能洗澡，最迟不超过1小时。护士9时前还要给赵大爷打胰岛素。",
        en: "The nurse dresses Mrs Wang's wound; the bath may follow after 15 minutes and has to within an hour. Before nine the nurse has to give Mr Zhao his insulin.",
      },
      problem: dressing,
      shown: ["/visits/0", "/visits/1", "/links"],
    },
    {
      name: "unlinked",
      title: { zh: "去掉关联：先洗了澡", en: "Without the link: the bath comes first" },
      about: { zh: "同一问题，只去掉 `links`。", en: "The same problem without its `links`." },
      problem: unlinked,
    },
    {
      name: "late",
      title: { zh: "洗澡只能在9时15分前开始：两次都不排", en: "A bath before 9:15 only: both are left out" },
      about: {
        zh: "王奶奶要求9时15分前开始洗澡，而护士9时30分以后才来换药。",
        en: "Mrs Wang wants her bath to begin before 9:15, but the nurse dresses the wound after half past nine.",
      },
      problem: late,
      shown: ["/visits/1/when"],
    },
    {
      name: "between",
      title: { zh: "没有最长间隔：中间去别家", en: "No greatest gap: another home in between" },
      about: {
        zh: "王奶奶家的衣服晾出去，90分钟以后收回来，只有阿梅一人；赵大爷要助餐。",
        en: "Mrs Wang's washing is hung out and brought in 90 minutes later or more; Amei is the only one, and Mr Zhao needs his meal.",
      },
      problem: laundry,
      shown: ["/visits/*/when", "/links"],
    },
  ],
  claims: [
    {
      says: { zh: "有先后时，洗澡在换药结束15至60分钟后开始。", en: "In sequence, the bath begins 15 to 60 minutes after the dressing ends." },
      seen: (plans) => {
        const gap = gapMinutes(plans, "linked") ?? -1;
        return gap >= 15 && gap <= 60;
      },
      is: true,
    },
    {
      says: { zh: "没有关联时，洗澡在换药之前。", en: "Without the link the bath comes before the dressing." },
      seen: (plans) => (gapMinutes(plans, "unlinked") ?? 0) < 0,
      is: true,
    },
    {
      says: { zh: "两次服务由护士和阿梅分别承担。", en: "Nurse and helper make one visit each." },
      seen: (plans) => makersOf(plans("linked"), "dressing", "bath"),
      is: ["nurse", "amei"],
    },
    {
      says: {
        zh: "做不到时两次都不排；与此无关的胰岛素照常。",
        en: "Where it cannot be kept both are left out; the insulin, which is not linked, is given.",
      },
      seen: (plans) => [leftOutOf(plans("late")), reasonsOf(plans("late"), "bath"), startsOf(plans("late"), "insulin").length],
      is: [["dressing", "bath"], ["amei LINK_NOT_KEPT"], 1],
    },
    {
      says: {
        zh: "没有最长间隔时，阿梅晾好衣服，先去赵大爷家，再回来收衣。",
        en: "Without a greatest gap Amei hangs out the washing, sees to Mr Zhao, and comes back to bring it in.",
      },
      seen: (plans) => plans("between").routes.map(({ stops }) => stops.map(({ id }) => id)),
      is: [["hang-out", "meal", "bring-in"]],
    },
  ],
};
