import type { Wording } from "@eldercare/core";
import { evaluate, type Problem, type Visit } from "@eldercare/scheduler";
import { type Advice, adviser, analyse, type Suggestion, wordAnalysis } from "@eldercare/scheduler/advise";
import type { GuidePage, PlanOf } from "../guidePage.js";
import { table } from "../page/tables.js";
import { stopOf } from "../planReading.js";
import { costWords, type Language } from "../words.js";
import { hours, shift, town, townNames } from "./town.js";

const bathing = { skills: { bathing: 1 } };
const day: Problem = {
  ...town({ zhang: [2, 2], li: [3, -1], wang: [-2.5, 1], zhao: [-2, -1.5] }),
  caregivers: [
    { id: "amei", profile: "road", sex: "female", ...bathing, shifts: [shift("08:00", "12:00")] },
    { id: "binbin", profile: "road", sex: "male", ...bathing, shifts: [shift("08:00", "12:00")] },
    { id: "chunlan", profile: "road", sex: "female", ...bathing, shifts: [shift("08:00", "12:00")] },
    { id: "dandan", profile: "road", sex: "female", shifts: [shift("08:00", "12:00")] },
  ],
  visits: [
    { id: "bath", person: "zhang", place: "zhang", serviceMinutes: 60, when: hours("08:30", "10:00"), needs: bathing, required: true },
    { id: "meal", person: "li", place: "li", serviceMinutes: 30, when: hours("11:00", "11:15"), only: ["amei"], required: true },
    { id: "wash", person: "wang", place: "wang", serviceMinutes: 60, when: hours("09:00", "09:30"), only: ["chunlan"], required: true },
  ],
};
// Mr Zhao's daughter rings up
const call: Visit = {
  id: "call",
  person: "zhao",
  place: "zhao",
  serviceMinutes: 45,
  when: hours("08:30", "10:00"),
  needs: { ...bathing, sex: "female" },
};

const names: Readonly<Record<string, Wording>> = {
  ...townNames,
  dandan: { zh: "丹丹", en: "Dandan" },
  bath: { zh: "助浴", en: "bath" },
  meal: { zh: "助餐", en: "meal" },
  wash: { zh: "擦身", en: "wash" },
  call: { zh: "来电要的助浴", en: "bath asked for" },
};
const named = (id: string, language: Language): string => names[id]?.[language] ?? id;

const answer = (plans: PlanOf): Advice => adviser(day, plans("day")).suggest(call);

function movedText({ movedStops }: Suggestion, language: Language): string {
  const parts = movedStops.map(({ id, minutes }) => {
    const by = Math.round(Math.abs(minutes));
    const way = language === "zh" ? (minutes < 0 ? "提前" : "推后") : minutes < 0 ? "earlier" : "later";
    return language === "zh" ? `${named(id, "zh")}${way} ${by} 分钟` : `${named(id, "en")} ${by} min ${way}`;
  });
  return parts.length === 0 ? "—" : parts.join(language === "zh" ? "、" : ", ");
}

const heads = {
  zh: ["谁", "建议开始", "可以约在", "代价", "影响谁"],
  en: ["who", "begins", "could begin", "price", "what it moves"],
} as const;

function adviceTables({ suggestions, cannot, leaveOutPrice }: Advice, language: Language): string {
  const rows = suggestions.map((each) => [
    named(each.caregiver, language),
    each.start,
    each.slot === null ? "—" : `${each.slot.from}–${each.slot.to}`,
    String(each.price.total),
    movedText(each, language),
  ]);
  const no = cannot.map(({ caregiver = "", code, message }) => [named(caregiver, language), `${message[language]} \`${code}\``]);
  const said =
    language === "zh"
      ? `不接这个电话要付的代价（\`leaveOutPrice\`）是 ${leaveOutPrice}。`
      : `To turn the caller away costs ${leaveOutPrice} (\`leaveOutPrice\`).`;
  return [table(heads[language], rows), table(language === "zh" ? ["谁不能去", "为什么"] : ["who cannot", "why"], no), said].join("\n\n");
}

function analysisText(plans: PlanOf, language: Language): string {
  const { prices } = analyse(withCall, plans("taken"));
  const rows = prices.flatMap(({ component, parts }) =>
    parts.map(({ caregiver = "", visit, minutes, amount }) => [
      costWords[component]?.[language] ?? component,
      named(caregiver, language),
      visit === undefined ? (language === "zh" ? "回程" : "way home") : named(visit, language),
      minutes === undefined ? "—" : String(minutes),
      String(amount),
    ]),
  );
  const head = language === "zh" ? ["成本项", "谁", "为了哪一次", "分钟", "代价"] : ["component", "who", "for which visit", "minutes", "price"];
  const sentences = wordAnalysis(analyse(withCall, plans("taken")))[language].map((sentence) => `> ${sentence}`);
  return [
    language === "zh" ? "`analyse` 说明这个方案的代价由哪几次服务而来：" : "`analyse` tells which visits the price of this plan is for:",
    table(head, rows),
    language === "zh" ? "`wordAnalysis` 把它写成可以放进报告的句子：" : "`wordAnalysis` puts it into sentences for a report:",
    sentences.join("\n>\n"),
  ].join("\n\n");
}

const withCall: Problem = { ...day, visits: [...day.visits, call] };
const both = (text: (language: Language) => string): Wording => ({ zh: text("zh"), en: text("en") });

export const advice: GuidePage = {
  name: "advice",
  title: { zh: "接电话：谁能几点去", en: "On the telephone: who can come when" },
  summary: {
    zh: "有人来电要一次服务：谁能几点去、各要多少代价、会影响谁；不能去的为什么不能。",
    en: "Somebody rings up for a visit: who can come when, at what price, whom it moves; who cannot, and why.",
  },
  purpose: {
    zh: "当天的方案已经排好，电话响了：赵大爷的女儿想给父亲约一次助浴，要女护理员。接线员要当场回答“几点能来”，不能等重新排一遍，更不能把已经约好的人都改掉。`suggest` 在现有方案里给这一次服务逐个找位置，价钱最低的排在前面。",
    en: "The day is planned, and the telephone rings: Mr Zhao's daughter asks for a bath for her father, by a woman. The clerk has to say at once when somebody could come, without planning the day anew and without moving everybody who has been told a time. `suggest` looks for a place for this one visit in the plan as it is, the cheapest first.",
  },
  fields: [{ path: "visits", means: { zh: "来电要的服务，写法与问题里的一样", en: "the visit asked for is stated as any visit of a problem" } }],
  statement: {
    zh: "不需要另外填写：`suggest(problem, plan, visit)` 的第三个参数是新的一次服务，或问题中已有的服务的编号（如要改约的一次）。一个方案要问多次的，用 `adviser(problem, plan)` 先读一遍，再反复 `suggest`。第四个参数 `{ most: 3 }` 只要前三个位置。选定以后，把建议里的 `routes` 换进方案，用 `evaluate` 得出新方案。",
    en: "Nothing has to be stated: the third argument of `suggest(problem, plan, visit)` is a new visit, or the id of one of the problem (one that is to be moved, say). Where many questions are asked about one plan, `adviser(problem, plan)` reads it once and answers each. `{ most: 3 }` names three places. Once one is chosen, put the suggestion's `routes` in the place of the plan's, and `evaluate` makes the new plan.",
  },
  guarantee: {
    zh: "每名护理员每天给出最好的一个位置。代价是放进去以后整个方案多出的成本，与 `evaluate` 算出的差额完全相等。各人的次序和人员都不动，只有前后几次的时刻可能挪动，逐一列出。`slot` 是这个空当里可以与来电者商定的时段：在其中任何时刻开始，后面的都不误。",
    en: "It names the best place of each caregiver's day. The price is what the whole plan costs more with the visit in it, exactly the difference that `evaluate` finds. Nobody's order or caregiver changes; only times before and after may move, and each that does is listed. `slot` is what can be agreed with the caller: begun at any moment of it, nothing that follows comes too late.",
  },
  otherwise: {
    zh: "没有位置的护理员都列在 `cannot` 里，附原因和中英文词语。没有一个人能去时，`suggestions` 为空，这不是错误。方案本身不成立（违反了规则）则报 `ADVICE_ON_BROKEN_PLAN`，不在错的方案上出主意。",
    en: "Every caregiver without a place is listed in `cannot` with the reason and its words. Where nobody can come, `suggestions` is empty, which is no error. A plan that breaks rules is refused with `ADVICE_ON_BROKEN_PLAN`: there is no advice on a wrong plan.",
  },
  reasons: ["SKILL_MISSING", "SEX_WISH", "NO_TIME_LEFT", "WORK_LIMIT"],
  price: {
    zh: "`price` 逐项列出多出的成本。比 `leaveOutPrice`（不接的代价）还高的位置，按目标函数并不合算，但仍然列出：去不去由人决定。",
    en: "`price` lists by component what is added. A place that costs more than `leaveOutPrice` is not worth it by the objective and is named all the same: whether to go is for people to decide.",
  },
  limits: [
    {
      zh: "只找位置，不重排：把别的服务换给别人才腾得出的位置，`suggest` 不会提出，需要重新 `solve`。",
      en: "It finds places and does not plan anew: a place that opens only when another visit changes hands is not named; that takes `solve`.",
    },
    {
      zh: "两个建议不能同时采纳：采纳一个以后，在新方案上再问。",
      en: "Two suggestions cannot both be taken: take one, and ask again of the new plan.",
    },
  ],
  names,
  examples: [
    {
      name: "day",
      title: { zh: "电话响时的方案，与四个人的回答", en: "As the telephone rings, and what each could do" },
      about: {
        zh: "上午已排好三次服务。赵大爷要一次45分钟的助浴，8时30分到10时之间开始，女护理员。小斌是男护理员，丹丹不会助浴。",
        en: "Three visits are planned this morning. Mr Zhao needs a bath of 45 minutes that begins between 8:30 and 10, by a woman. Bin is a man, and Dandan cannot give baths.",
      },
      problem: day,
      below: (plans) => both((language) => adviceTables(answer(plans), language)),
    },
    {
      name: "taken",
      title: { zh: "采纳第一个建议", en: "The first suggestion is taken" },
      about: {
        zh: "把建议里的路线换进原方案，用 `evaluate` 得出；没有重新求解。",
        en: "Its routes are put in the place of the plan's and `evaluate` makes the plan; nothing is solved again.",
      },
      problem: withCall,
      make: (plans) => {
        const { routes } = answer(plans).suggestions[0] ?? { routes: [] };
        const isChanged = ({ caregiver, date }: { caregiver: string; date: string }): boolean =>
          routes.some((each) => each.caregiver === caregiver && each.date === date);
        return evaluate(withCall, [...plans("day").routes.filter((route) => !isChanged(route)), ...routes]);
      },
      below: (plans) => both((language) => analysisText(plans, language)),
    },
  ],
  claims: [
    {
      says: { zh: "春兰去最合算，其次是阿梅；小斌、丹丹不能去。", en: "Chunlan is the cheapest, then Amei; Bin and Dandan cannot." },
      seen: (plans) => [
        answer(plans).suggestions.map(({ caregiver }) => caregiver),
        answer(plans).cannot.map(({ caregiver, code }) => `${caregiver} ${code}`),
      ],
      is: [
        ["chunlan", "amei"],
        ["binbin SEX_WISH", "dandan SKILL_MISSING"],
      ],
    },
    {
      says: {
        zh: "建议的代价，正是两个方案成本之差。",
        en: "The price of the suggestion is just the difference of the two plans' costs.",
      },
      seen: (plans) => (answer(plans).suggestions[0]?.price.total ?? 0) - (plans("taken").cost.total - plans("day").cost.total),
      is: 0,
    },
    {
      says: {
        zh: "采纳以后，开始时刻与建议的相同，助餐和擦身都还由原来的人承担。",
        en: "Once taken, it begins when the suggestion said, and meal and wash stay with their caregivers.",
      },
      seen: (plans) => [
        stopOf(plans("taken"), "call")?.start === answer(plans).suggestions[0]?.start,
        stopOf(plans("taken"), "meal")?.caregiver,
        stopOf(plans("taken"), "wash")?.caregiver,
      ],
      is: [true, "amei", "chunlan"],
    },
  ],
  maps: ["day", "taken"],
};
