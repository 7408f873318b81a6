import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { hours, shift, town, townNames } from "./town.js";

const round: Problem = {
  ...town({ a: [3.5, 0], b: [-4, 1.2], c: [4.5, 1.8], d: [-3.2, -1.2], e: [-0.5, 2], f: [1.5, -2] }),
  caregivers: [
    { id: "amei", profile: "road", shifts: [shift("08:00", "12:00")] },
    { id: "binbin", profile: "road", shifts: [shift("08:00", "12:00")] },
  ],
  visits: [
    { id: "x1", place: "a", serviceMinutes: 30, when: hours("08:30", "10:30"), required: true },
    { id: "x2", place: "b", serviceMinutes: 30, when: hours("08:30", "11:00"), required: true },
    { id: "x3", place: "c", serviceMinutes: 40, when: hours("08:00", "11:00"), required: true },
    { id: "x4", place: "d", serviceMinutes: 40, when: hours("08:00", "11:00"), required: true },
    { id: "x5", place: "e", serviceMinutes: 30, when: hours("09:00", "11:00"), required: true },
    { id: "x6", place: "f", serviceMinutes: 30, when: hours("08:00", "10:00"), required: true },
  ],
};

const house = (zh: string, en: string) => ({ zh, en });

export const startPlan: GuidePage = {
  name: "start-plan",
  title: { zh: "随时可停，从已有方案接着算", en: "Stop at any time, go on from a plan" },
  summary: {
    zh: "求解随时可以停下，给出当时最好的方案；下次可以从它接着算。",
    en: "A search can be stopped at any moment for the best plan so far, and another can go on from there.",
  },
  purpose: {
    zh: "早上8时要出门，7时55分就要有方案；午饭时机器空着，可以接着把下午的方案算得更好。求解程序很快就有第一个可用的方案，此后只会越来越好，何时停由使用者定。",
    en: "At eight everybody leaves, so at five to eight there has to be a plan; over lunch the machine is idle and can better the afternoon's. The search soon has a first plan that can be used, and from then on it only gets better; when to stop is for the user to say.",
  },
  fields: [{ path: "objective", means: { zh: "什么叫“更好”：各项代价的权重", en: "what “better” means: the weights of all costs" } }],
  statement: {
    zh: "这些不在问题里，而在 `solve` 的第二个参数里：`timeLimitMs`（毫秒）、`maxIterations`（迭代次数）、`stopAtCost`（够好即停）、`stopAfterIdleIterations`（久无改进即停）、`signal`（随时中止）、`start`（从哪个方案开始）、`seed`（随机数种子）。几个停止条件先到先停，`run.stoppedBy` 说明是哪一个。",
    en: "They are not part of the problem but of the second argument of `solve`: `timeLimitMs` (milliseconds), `maxIterations`, `stopAtCost` (good enough), `stopAfterIdleIterations` (long in vain), `signal` (abort at any time), `start` (the plan to begin from), `seed`. Whichever limit is reached first ends the search; `run.stoppedBy` says which.",
  },
  guarantee: {
    zh: "从一个方案接着算，结果不会比它差。只给 `maxIterations` 而不给时间，同样的问题、种子和线程数总是得到逐字节相同的方案，便于复查；按时间停的，机器快慢不同，结果可以不同。",
    en: "What begins from a plan is never worse than it. With `maxIterations` and no time limit the same problem, seed and number of threads give the same plan byte for byte, for anybody to check; a time limit gives what the machine could do in that time.",
  },
  otherwise: {
    zh: "`start` 不是这个问题的方案（服务或护理员不认识、违反规则），报 `START_PLAN_INVALID`，并逐条指出。当天有了变化，用[临时调整](day-changes.md)；别的改动，重新求解，把不能动的写成[已定](fixed.md)。",
    en: "A `start` that is no plan of this problem (unknown visits, broken rules) is refused with `START_PLAN_INVALID` and every breach. When the day changes there is [dispatch](day-changes.en.md); after another change solve anew, with what must stay stated as [fixed](fixed.en.md).",
  },
  price: {
    zh: "没有权重：接着算并不限制改动多少；要少改动，把现行方案写进 `base`（见[当天有变](day-changes.md)）。",
    en: "It has no weight: going on from a plan does not limit how much is changed. For few changes the plan goes into `base` (see [the day changes](day-changes.en.md)).",
  },
  limits: [
    {
      zh: "迭代次数是整个降温过程的长度：算两次5000次，不等于一次10000次。",
      en: "The number of iterations is the length of one cooling: twice 5,000 is not once 10,000.",
    },
    { zh: "找到的是好方案，不证明是最优。", en: "What is found is a good plan, not one proved to be the best." },
  ],
  names: {
    ...townNames,
    a: house("甲家", "home a"),
    b: house("乙家", "home b"),
    c: house("丙家", "home c"),
    d: house("丁家", "home d"),
    e: house("戊家", "home e"),
    f: house("己家", "home f"),
    x1: house("甲", "a"),
    x2: house("乙", "b"),
    x3: house("丙", "c"),
    x4: house("丁", "d"),
    x5: house("戊", "e"),
    x6: house("己", "f"),
  },
  examples: [
    {
      name: "first",
      title: { zh: "第一个方案：没有改进过", en: "The first plan: not improved at all" },
      about: {
        zh: "`maxIterations` 为0：只把服务逐次插入最便宜的位置。",
        en: "`maxIterations` is 0: each visit is put where it costs least, and that is all.",
      },
      problem: round,
      iterations: 0,
      shown: ["/visits/*/when"],
    },
    {
      name: "better",
      title: { zh: "从它接着算2000次", en: "2,000 iterations on from there" },
      about: { zh: "`start` 为上面的方案。", en: "`start` is the plan above." },
      problem: round,
      iterations: 2000,
      options: (plans) => ({ start: plans("first") }),
    },
  ],
  claims: [
    {
      says: {
        zh: "第一个方案已经可用：六次都排，通过独立校验。",
        en: "The first plan can be used: all six visits are made and the checker accepts it.",
      },
      seen: (plans) => plans("first").unassigned.length,
      is: 0,
    },
    {
      says: { zh: "接着算之后路程更短。", en: "Going on makes the way shorter." },
      seen: (plans) => plans("better").cost.total < plans("first").cost.total,
      is: true,
    },
  ],
  maps: ["first", "better"],
};
