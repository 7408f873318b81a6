import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, makersOf, reasonsOf, startsOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

// Bin has an errand at the other end of town, so that without the link one caregiver for both halves of the bath is cheaper
const bathing: Problem = {
  ...town({ zhang: [2.6, 1.8], li: [-2.6, 1.4] }),
  caregivers: [
    { id: "amei", profile: "road", skills: { bathing: 2 }, shifts: [shift("08:00", "12:00")] },
    { id: "binbin", profile: "road", skills: { bathing: 1 }, shifts: [shift("08:00", "12:00")] },
  ],
  visits: [
    {
      id: "wash",
      person: "zhang",
      place: "zhang",
      serviceMinutes: 45,
      when: hours("09:00", "11:00"),
      needs: { skills: { bathing: 2 } },
      required: true,
    },
    {
      id: "lift",
      person: "zhang",
      place: "zhang",
      serviceMinutes: 45,
      when: hours("09:00", "11:00"),
      needs: { skills: { bathing: 1 } },
      required: true,
    },
    { id: "meal", person: "li", place: "li", serviceMinutes: 30, when: hours("09:30", "10:00"), only: ["binbin"], required: true },
  ],
  links: [{ kind: "together", visits: ["wash", "lift"] }],
};
const { links: _, ...unlinked } = bathing;
const alone: Problem = { ...bathing, caregivers: bathing.caregivers.slice(0, 1), visits: bathing.visits.slice(0, 2) };

export const together: GuidePage = {
  name: "together",
  title: { zh: "两人同时上门：两人助浴", en: "Two caregivers at once: a bath for two" },
  summary: {
    zh: "两名护理员在同一时刻开始，各有各的要求；缺少一人，两次都不安排。",
    en: "Two caregivers begin at the same moment, each with her own needs; without one, neither goes.",
  },
  purpose: {
    zh: "失能老人洗澡、翻身、搬移，一个人做不安全：一人擦洗，一人搀扶托举。两名护理员必须同时到场，而不是一个来过、另一个后到；如果只能来一人，就不如都不来，另约时间。",
    en: "A disabled person cannot safely be bathed, turned or lifted by one caregiver: one washes, one holds. Both have to be there at the same time, not one after the other; and if only one can come, it is better that neither does and another time is found.",
  },
  fields: [
    { path: "links[].kind", means: { zh: '`"together"`：同一时刻开始', en: '`"together"`: they begin at the same moment' } },
    { path: "links[].visits", means: { zh: "同时开始的上门服务的编号，两个以上", en: "ids of the visits that begin together, two or more" } },
    { path: "visits[].serviceMinutes" },
  ],
  statement: {
    zh: "两人助浴写成两次上门服务，地点相同，各写各的技能、时长和时段，再用一条 `together` 关联。两次服务的时长可以不同：托举的人可以先走。三人同时也是一条关联，写三个编号。",
    en: "A bath for two is two visits to one place, each with its own skills, length and hours, and one `together` link. The lengths may differ: who lifts may leave earlier. Three at once is one link with three ids.",
  },
  guarantee: {
    zh: "关联的服务开始时刻完全相同，由不同的护理员承担，先到的等后到的。关联是硬性要求：返回的方案都满足它，并由独立校验重新核对。",
    en: "Linked visits begin at exactly the same moment, with different caregivers; who arrives first waits. The link is never bent: every plan returned keeps it, and the independent checker looks again.",
  },
  otherwise: {
    zh: "有一次服务排不上，关联的其他服务也不排，每一次都写明原因。能做的人不够两名、时段没有交集、都忙不过来，都会如此。",
    en: "Where one of the visits cannot be made, the others linked to it are left out too, each with its reason: because there are not two people who can, because their hours do not meet, or because all are busy.",
  },
  reasons: ["LINK_NOT_KEPT"],
  breaches: ["NOT_TOGETHER", "SAME_CAREGIVER", "LINK_BROKEN"],
  price: {
    zh: "关联本身没有权重。它的代价体现在多走的路程、先到者的等候（`waitingMinute`，缺省为0），以及一起不排时每一次服务各自的未安排代价。",
    en: "The link has no weight of its own. What it costs shows as longer ways, as waiting of whoever arrives first (`waitingMinute`, 0 by default) and, where all are left out, as the price of each visit.",
  },
  limits: [
    {
      zh: "与接送（`transports`）不能出现在同一个问题里：给出错误 `NOT_WITH_TRANSPORTS`。",
      en: "Not together with `transports` in one problem: the error `NOT_WITH_TRANSPORTS` says so.",
    },
    { zh: "有关联的问题只用一个线程求解。", en: "Problems with links are searched on one thread." },
    { zh: "“同时”指同时开始，不要求同时结束。", en: "“Together” means beginning together, not ending together." },
  ],
  names: {
    ...townNames,
    wash: { zh: "擦洗", en: "wash" },
    lift: { zh: "搀扶", en: "lift" },
    meal: { zh: "送餐", en: "meal" },
  },
  examples: [
    {
      name: "linked",
      title: { zh: "有关联：两人同时开始", en: "With the link: both begin together" },
      about: {
        zh: "张奶奶上午助浴，需要阿梅擦洗、小斌搀扶。小斌9时30分到10时之间还要给镇子另一头的李大爷送餐。",
        en: "Mrs Zhang's bath this morning takes Amei to wash and Bin to lift. Bin also has to bring Mr Li, at the other end of town, his meal between 9:30 and 10.",
      },
      problem: bathing,
      shown: ["/visits", "/links"],
    },
    {
      name: "unlinked",
      title: { zh: "去掉关联：变成一人先后做两次", en: "Without the link: one does both" },
      about: { zh: "同一问题，只去掉 `links`。", en: "The same problem without its `links`." },
      problem: unlinked,
    },
    {
      name: "alone",
      title: { zh: "只有一名护理员：两次都不排", en: "One caregiver only: neither visit is made" },
      about: { zh: "小斌请假，只剩阿梅一人。", en: "Bin is on leave; Amei is the only one." },
      problem: alone,
    },
  ],
  claims: [
    {
      says: { zh: "有关联时，两人在同一时刻开始，先后送餐不误。", en: "With the link both begin at the same moment, and the meal is still on time." },
      seen: (plans) => {
        const [wash, lift, meal] = startsOf(plans("linked"), "wash", "lift", "meal");
        return [wash === lift, meal !== undefined];
      },
      is: [true, true],
    },
    {
      says: { zh: "两次服务由两个人承担。", en: "The two visits are made by two people." },
      seen: (plans) => makersOf(plans("linked"), "wash", "lift"),
      is: ["amei", "binbin"],
    },
    {
      says: {
        zh: "没有关联时，求解程序为省路程让阿梅一人先“搀扶”、再“擦洗”：每次都是独自一人，这不是两人助浴。",
        en: "Without it the search saves the way: Amei “lifts” and then “washes”, both times on her own, which is no bath for two.",
      },
      seen: (plans) => {
        const [wash, lift] = startsOf(plans("unlinked"), "wash", "lift");
        return [makersOf(plans("unlinked"), "wash", "lift"), wash !== lift];
      },
      is: [["amei", "amei"], true],
    },
    {
      says: {
        zh: "只有一个人时两次都不排，原因是与其关联的服务无法同时安排。",
        en: "With one caregiver neither is made, because the visit linked to it cannot be made.",
      },
      seen: (plans) => [leftOutOf(plans("alone")), reasonsOf(plans("alone"), "wash")],
      is: [["wash", "lift"], ["amei LINK_NOT_KEPT"]],
    },
  ],
  maps: ["linked"],
};
