import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, reasonsOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const busy: Problem = {
  ...town({ zhang: [2, 1], li: [3, -1], wang: [1, -2], hill: [9, 8] }),
  caregivers: [
    { id: "amei", profile: "road", skills: { bathing: 1 }, shifts: [shift("08:00", "12:00")] },
    { id: "binbin", profile: "road", skills: { bathing: 2 }, shifts: [shift("13:00", "17:00")] },
  ],
  visits: [
    { id: "bath", place: "zhang", serviceMinutes: 60, when: hours("09:00", "10:00"), needs: { skills: { bathing: 2 } }, priority: 1 },
    { id: "meal", place: "li", serviceMinutes: 60, when: hours("08:30", "09:00"), priority: 1 },
    { id: "cleaning", place: "wang", serviceMinutes: 150, when: hours("08:30", "09:30"), priority: 3 },
    { id: "talk", place: "hill", serviceMinutes: 20, when: hours("08:30", "16:00"), priority: 5 },
  ],
};
const relaxed: Problem = {
  ...busy,
  visits: busy.visits.map((visit) =>
    visit.id === "bath"
      ? { ...visit, when: hours("13:30", "15:00") }
      : visit.id === "cleaning"
        ? { ...visit, serviceMinutes: 100, when: hours("08:30", "10:00") }
        : visit,
  ),
};

export const unassigned: GuidePage = {
  name: "unassigned",
  title: { zh: "未安排的服务与原因", en: "What is left out, and why" },
  summary: {
    zh: "每次没有排上的服务，都逐人说明为什么，以及最少放宽什么就可以排。",
    en: "For every visit left out: each caregiver's reason, and the smallest change that would remove it.",
  },
  purpose: {
    zh: "只说“排不下”，调度员无从下手。她要知道：是没有人会做，是时段不对，是人都忙，还是太远不值得；要打电话改什么，才能排上。",
    en: "“It did not fit” is of no use to a dispatcher. She has to know whether nobody is able, the hours are wrong, everybody is busy or it is too far to be worth it, and what she would have to ask for.",
  },
  fields: [
    { path: "visits[].priority", means: { zh: "不排的代价由它决定", en: "decides what leaving out costs" } },
    { path: "objective.unservedPriority" },
  ],
  statement: {
    zh: "不需要另外填写：`solve` 返回的方案在 `unassigned`（接送在 `unassignedTransports`）里写明。自己排的方案，用 `explainUnassigned(problem, plan)` 得到同样的说明；`reasonWording(code)` 给出代码的中英文。",
    en: "Nothing needs stating: plans from `solve` say it in `unassigned` (transports in `unassignedTransports`). For a plan of one's own, `explainUnassigned(problem, plan)` says the same; `reasonWording(code)` has the words.",
  },
  guarantee: {
    zh: "原因在求解结束后针对最终方案重新查出，不是求解途中记下的。`kind` 为 `impossible`：即使各人当天没有别的安排，也没有人能做，列出每个人的原因。为 `crowdedOut`：有人能做，但与方案里其他服务排不到一起，在 `reasons` 里列出能做的人各被什么挡住，在 `barred` 里列出其余的人为什么不能做。`relax` 是消除该原因的最小改动：没有空闲时间的，给出离原时段最近、可以排下的时刻；没有这样的时刻，给出排得下的服务时长（分钟）。",
    en: "Reasons are found for the finished plan, not remembered from the search. `impossible`: nobody could make the visit even on an empty day, and everybody's reason is listed. `crowdedOut`: somebody could, but not beside the rest of the plan, and `reasons` has what stands in the way of those who could, `barred` why the others could not. `relax` is the smallest change that removes a reason: where no time is left, the hour nearest to the visit's own at which it would fit, and where there is none, how many minutes it might take.",
  },
  otherwise: {
    zh: "未安排是正常结果，不是错误：`solve` 照常返回方案。`INSERTION_POSSIBLE` 表示可以直接加入，说明求解停得太早，或方案是自己排的。",
    en: "To be left out is a result, not an error: `solve` returns its plan. `INSERTION_POSSIBLE` means that the visit could simply be added: the search was stopped early, or the plan is one's own.",
  },
  reasons: [
    "NO_CAREGIVER",
    "NO_SHIFT_ON_DATES",
    "OUTSIDE_SHIFT",
    "UNREACHABLE",
    "DAY_TOO_SHORT",
    "BREAKS_IN_THE_WAY",
    "NO_TIME_LEFT",
    "COSTS_MORE_THAN_LEAVING",
    "INSERTION_POSSIBLE",
  ],
  breaches: ["VISIT_LOST", "UNKNOWN_REASON"],
  weights: ["unservedPriority"],
  price: {
    zh: "不排的代价见[优先级](priority.md)。路太远、优先级太低的，不排更合算，原因即 `COSTS_MORE_THAN_LEAVING`，`relax.addedCost` 是硬要安排需多付的代价。",
    en: "What leaving out costs is told in [priorities](priority.en.md). Where a visit is far and its priority low, leaving it out is cheaper: the reason is `COSTS_MORE_THAN_LEAVING`, with what making it would add in `relax.addedCost`.",
  },
  limits: [
    {
      zh: "原因针对这一个方案：换一个方案，别的服务让了位，它可能就排得上。",
      en: "Reasons are about this plan: in another, where other visits give way, it might be made.",
    },
    {
      zh: "有关联、规律、可以迟到的服务等相互牵连时，没有空闲时间的不给出时刻：用[现场建议](advice.md)询问。",
      en: "Where visits bear on one another (links, patterns, soft hours) no hour is named where no time is left: [ask for advice](advice.en.md).",
    },
    { zh: "`relax` 每次只看一个原因；几个原因同时存在时，要一并消除。", en: "`relax` removes one reason; where there are several, all have to go." },
  ],
  names: {
    ...townNames,
    hill: { zh: "山上人家", en: "hill farm" },
    bath: { zh: "助浴", en: "bath" },
    meal: { zh: "助餐", en: "meal" },
    cleaning: { zh: "大扫除", en: "big clean" },
    talk: { zh: "探访", en: "talk" },
  },
  examples: [
    {
      name: "busy",
      title: { zh: "三次没有排上，原因各不相同", en: "Three left out, for three reasons" },
      about: {
        zh: "阿梅上午上班，助浴1级；小斌下午上班，助浴2级。助浴要2级，只要上午；大扫除两个半小时，要9时30分前开始；探访在山上，优先级最低。",
        en: "Amei works in the morning and has level 1, Bin works in the afternoon and has level 2. The bath takes level 2 and the morning; the big clean takes two and a half hours from 9:30 at the latest; the talk is up the hill and of the lowest priority.",
      },
      problem: busy,
      shown: ["/caregivers/*/skills", "/visits/*/needs", "/visits/*/serviceMinutes", "/visits/*/when", "/visits/*/priority"],
      planShown: ["/unassigned"],
    },
    {
      name: "relaxed",
      title: { zh: "协商放宽之后", en: "Two telephone calls later" },
      about: {
        zh: "助浴改在下午，大扫除减为100分钟、10时前开始。探访仍不值得专程上山。",
        en: "The bath may be in the afternoon, the clean is cut to 100 minutes and begins by ten. The talk is still not worth the hill.",
      },
      problem: relaxed,
      shown: ["/visits/0/when", "/visits/2/when", "/visits/2/serviceMinutes"],
    },
  ],
  claims: [
    {
      says: {
        zh: "助浴谁都不能做：上午的人等级不够，等级够的人上午不上班。",
        en: "Nobody could make the bath: who is there in the morning lacks the level, who has it is not there.",
      },
      seen: (plans) => [plans("busy").unassigned.find(({ visit }) => visit === "bath")?.kind, reasonsOf(plans("busy"), "bath")],
      is: ["impossible", ["amei SKILL_MISSING", "binbin OUTSIDE_SHIFT"]],
    },
    {
      says: {
        zh: "大扫除有人能做，但排在助餐之外没有时间；另一人届时不上班。",
        en: "Somebody could do the big clean, but has no time left beside the meal; the other one is not there at that hour.",
      },
      seen: (plans) => {
        const left = plans("busy").unassigned.find(({ visit }) => visit === "cleaning");
        return [left?.kind, reasonsOf(plans("busy"), "cleaning"), left?.barred?.map(({ caregiver, code }) => `${caregiver} ${code}`).join()];
      },
      is: ["crowdedOut", ["amei NO_TIME_LEFT"], "binbin OUTSIDE_SHIFT"],
    },
    {
      says: { zh: "探访排得下，但走这一趟的代价高于不排。", en: "The talk would fit, but the way costs more than leaving it out." },
      seen: (plans) => reasonsOf(plans("busy"), "talk").includes("binbin COSTS_MORE_THAN_LEAVING"),
      is: true,
    },
    {
      says: { zh: "放宽之后，只剩探访没有排上。", en: "After the two calls only the talk is left out." },
      seen: (plans) => leftOutOf(plans("relaxed")),
      is: ["talk"],
    },
  ],
};
