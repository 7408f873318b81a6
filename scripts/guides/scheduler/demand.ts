import type { Decision, OlderPerson, ServiceCatalogue, Wording } from "@eldercare/core";
import { type DemandHistory, type Problem, visitsFor } from "@eldercare/scheduler";
import type { GuidePage, PlanOf } from "../guidePage.js";
import { leftOutOf, stopsOf } from "../planReading.js";
import { dayAfter, monday, shiftsOn, town, townNames } from "./town.js";

const period = { from: monday, to: dayAfter(11) };
const people: readonly OlderPerson[] = [
  { id: "zhang", residence: { area: "500229103205", place: { lng: 108.69, lat: 31.96 } } },
  { id: "li", residence: { area: "500229103205", place: { lng: 108.64, lat: 31.97 } } },
];
const catalogue: ServiceCatalogue = {
  id: "guide",
  services: [
    {
      id: "bathing",
      title: { zh: "助浴", en: "bathing" },
      serviceMinutes: 60,
      caregivers: 2,
      skills: { bathing: 1 },
      windows: [{ from: "09:00", to: "11:00" }],
      weekdays: [1, 2, 3, 4, 5],
      spacing: { minDays: 5 },
      priority: 2,
    },
    {
      id: "visiting",
      title: { zh: "探访关爱", en: "visit" },
      serviceMinutes: 30,
      windows: [{ from: "08:00", to: "11:30" }],
      weekdays: [1, 2, 3, 4, 5],
      priority: 1,
    },
  ],
};
const granted = (subject: string, service: string, times: number, per: "week" | "month"): Decision => ({
  rule: `guide/${service}`,
  subject,
  on: monday,
  status: "granted",
  effect: { kind: "service", service, times, per, open: [] },
  modality: "required",
  illustrative: true,
  warnings: [],
  clauses: [],
});
const decisions = [granted("zhang", "bathing", 1, "week"), granted("zhang", "visiting", 1, "month"), granted("li", "visiting", 1, "month")];
const demanded = (history: DemandHistory) => visitsFor({ decisions, people, catalogue, history, period });

const known = demanded({
  lastVisits: { zhang: { bathing: "2026-11-18", visiting: "2026-11-05" }, li: { visiting: "2026-10-16" } },
});
const recent = demanded({
  lastVisits: { zhang: { bathing: "2026-11-18", visiting: "2026-11-20" }, li: { visiting: "2026-11-19" } },
});

const planned = ({ places, visits, links, patterns }: ReturnType<typeof demanded>): Problem => {
  const { places: own, horizon, timeZone } = town({}, period.to);
  const weekdays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11];
  return {
    horizon,
    timeZone,
    places: [...own, ...places],
    travel: { profiles: { road: { kind: "straightLine", circuity: 1.4, metresPerSecond: 6 } } },
    caregivers: ["amei", "binbin"].map((id) => ({ id, profile: "road", skills: { bathing: 1 }, shifts: shiftsOn(weekdays, "08:00", "12:00") })),
    visits: [...visits],
    links: [...links],
    patterns: [...patterns],
  };
};

const titles: Readonly<Record<string, Wording>> = { bathing: { zh: "助浴", en: "bath" }, visiting: { zh: "探访", en: "visit" } };
const whose: Readonly<Record<string, Wording>> = { zhang: { zh: "张", en: "Zhang" }, li: { zh: "李", en: "Li" } };
/** `zhang/bathing/1/2` as `张助浴一②`. */
function nameOf(id: string): Wording {
  const [person = "", service = "", count = "", which = ""] = id.split("/");
  const [who, what] = [whose[person], titles[service]];
  const part = which === "" ? "" : which === "1" ? "①" : "②";
  return { zh: `${who?.zh}${what?.zh}${count}${part}`, en: `${who?.en} ${what?.en} ${count}${part}` };
}
const datesOf = (plans: PlanOf, example: string, service: string): string[] => [
  ...new Set(
    stopsOf(plans(example))
      .filter(({ id }) => id.startsWith(service))
      .map(({ date }) => date),
  ),
];
const listed = (visits: Problem["visits"]): string => visits.map(({ id }) => `\`${id}\``).join(" ");

export const demand: GuidePage = {
  name: "demand",
  title: { zh: "从待遇到上门服务", en: "From entitlements to visits" },
  summary: {
    zh: "谁该有什么服务、多久一次，按上次完成的日期算出这两周该做哪几次，多人同做的成对，间隔天数写成关联。",
    en: "From who is granted what, how often, and when it was last made, the visits that are due: in pairs where two come at once, with links for the days between.",
  },
  purpose: {
    zh: "规则算出的是待遇：助浴每周一次，探访每月一次。排班要的是一次一次的服务：哪几天可以做，几个人去，离上次至少几天。每月一次的，上次是11月5日，这两周就该轮到；上次是11月20日，就还不到时候。",
    en: "What the rules say is an entitlement: a bath every week, a visit every month. What is planned are single visits: on which days, by how many, how long after the last. A monthly visit last made on 5 November is due in these two weeks; one made on the 20th is not yet.",
  },
  fields: [
    { path: "visits[].when.dates", means: { zh: "这一次该做的日子", en: "the days on which this one is due" } },
    { path: "visits[].required", means: { zh: "按服务目录：必须做的", en: "as the catalogue says: what must be made" } },
    {
      path: "links[].kind",
      means: {
        zh: '`"together"`：几人同做；`"spacing"`：两次之间的天数',
        en: '`"together"`: several at once; `"spacing"`: days between one and the next',
      },
    },
    { path: "history.faces", means: { zh: "见过谁，随问题一起给出", en: "who has seen whom, handed on" } },
  ],
  statement: {
    zh: "`visitsFor({ decisions, people, catalogue, history, period, areas })` 返回问题的一部分：`places`、`visits`、`links`、`patterns`、`history` 和逐条说明 `notes`；护理员由 `rosterFor` 给出。家里没有坐标的，用村或乡镇的位置代替并注明；一处也没有的，不安排并注明。",
    en: "`visitsFor({ decisions, people, catalogue, history, period, areas })` gives a part of a problem: `places`, `visits`, `links`, `patterns`, `history`, and `notes` on everything; caregivers come from `rosterFor`. A home without coordinates stands where its village or township does, with a note; where there is none either there is no visit, with a note.",
  },
  guarantee: {
    zh: "每周、每月、每年按次数分段，每段一次，不多不少；没有上次日期的按人错开，免得都挤在一天。每月一次的服务，全县全年每人每月都恰有一次（以整年为期的性质测试）。",
    en: "A week, month or year is cut into as many parts as visits are due in it, and each part has one. Where no last visit is known, people are staggered, so that not all fall on one day. That a monthly service comes to everybody once in every month is tested over whole years.",
  },
  otherwise: {
    zh: "没有一条悄悄丢掉：没有次数的、目录里没有的、逾期的、随叫随到的，各有说明。",
    en: "Nothing is lost silently: what has no frequency, is not in the catalogue, is overdue or is answered on call has a note each.",
  },
  price: {
    zh: "没有代价：该做的才成为服务；逾期的代价见[希望哪天以前完成](wanted-dates.md)。",
    en: "It has none: what is due becomes a visit. What days overdue cost stands under [wanted by a date](wanted-dates.en.md).",
  },
  limits: [
    {
      zh: "间隔天数的关联只在一个排班期之内；与上一期的间隔按上次日期算。",
      en: "Links over days reach no further than the period; from the period before, the last visit counts.",
    },
    { zh: "六助里的助急随叫随到，不成为上门服务。", en: "Help in emergencies, one of the six, is answered on call and makes no visits." },
  ],
  names: {
    ...townNames,
    "person/zhang/home": townNames.zhang,
    "person/li/home": townNames.li,
    ...Object.fromEntries([...known.visits, ...recent.visits].map(({ id }) => [id, nameOf(id)])),
  },
  examples: [
    {
      name: "due",
      title: { zh: "探访都到期：两周里各一次", en: "Both visits are due within the two weeks" },
      about: {
        zh: "张奶奶助浴每周一次（两人同做，至少隔五天）、探访每月一次；李大爷探访每月一次。上次：助浴11月18日，探访11月5日和10月16日。",
        en: "Mrs Zhang has a bath every week (by two at once, five days apart at least) and a visit every month, Mr Li a visit every month. Last made: the bath on 18 November, the visits on 5 November and 16 October.",
      },
      problem: planned(known),
      shown: ["/visits/*/id", "/visits/*/when", "/links"],
      below: () => ({ zh: `该做的：${listed(planned(known).visits)}`, en: `Due: ${listed(planned(known).visits)}` }),
    },
    {
      name: "recent",
      title: { zh: "探访刚做过：只有助浴", en: "The visits have just been made: baths alone" },
      about: { zh: "上次探访是11月20日和19日。", en: "The last visits were on 20 and 19 November." },
      problem: planned(recent),
      below: () => ({ zh: `该做的：${listed(planned(recent).visits)}`, en: `Due: ${listed(planned(recent).visits)}` }),
    },
  ],
  claims: [
    {
      says: { zh: "两周里两次助浴、两次探访，都排。", en: "Two baths and two visits are due in the two weeks, and all are made." },
      seen: (plans) => [
        leftOutOf(plans("due")),
        datesOf(plans, "due", "zhang/bathing").length,
        datesOf(plans, "due", "zhang/visiting").length,
        datesOf(plans, "due", "li/visiting").length,
      ],
      is: [[], 2, 1, 1],
    },
    {
      says: { zh: "刚探访过的不再安排探访。", en: "Who has just been visited is not visited again." },
      seen: () => recent.visits.filter(({ id }) => id.includes("visiting")).length,
      is: 0,
    },
  ],
};
