import type { SitingAnswer, SitingPlan, SitingProblem } from "@eldercare/scheduler/siting";
import type { SitingGuidePage } from "../sites/workSites.js";

const at = (eastKm: number, northKm: number) => ({ lng: 108.66 + eastKm / 94.4, lat: 31.95 + northKm / 111.2 });
const villages: readonly [id: string, zh: string, en: string, east: number, north: number, persons: number, households: number][] = [
  ["v-1", "上坪", "Shangping", 0, 2.6, 14, 11],
  ["v-2", "河口", "Hekou", 1, 0.6, 22, 17],
  ["v-3", "石桥", "Shiqiao", 2.8, 1.6, 9, 8],
  ["v-4", "枫树", "Fengshu", -1.4, -0.4, 12, 10],
  ["v-5", "柳林", "Liulin", 4.6, -0.2, 18, 14],
  ["v-6", "大湾", "Dawan", 5.6, 1.2, 11, 9],
  ["v-7", "南岭", "Nanling", 3.6, -2.2, 7, 6],
  ["v-8", "高山", "Gaoshan", -3.6, 2.4, 8, 7],
];
const candidates = ["v-1", "v-2", "v-4", "v-5", "v-6"];
const place = (id: string) => {
  const [, , , east = 0, north = 0] = villages.find(([each]) => each === id) ?? [];
  return at(east, north);
};

const county: SitingProblem = {
  demands: villages.map(([id, , , east, north, persons, households]) => ({ id, ...at(east, north), persons, households })),
  sites: candidates.map((id) => ({ id: `point-${id}`, ...place(id), capacity: 65 })),
  travel: { kind: "straightLine", circuity: 1.4 },
  rules: { leastHouseholds: 20, furthestMetres: 6000, sites: { most: 2 } },
};
const near: SitingProblem = { ...county, rules: { ...county.rules, furthestMetres: 4000 } };
const crowded: SitingProblem = { ...county, rules: { ...county.rules, leastHouseholds: 60, sites: { exactly: 2 } } };

function planOf(answer: SitingAnswer): SitingPlan {
  if (answer.outcome !== "found") throw new RangeError(`nothing was found: ${answer.outcome}`);
  return answer.plan;
}

const isProven = (answer: SitingAnswer): boolean => answer.outcome === "found" && answer.proven;

export const siting: SitingGuidePage = {
  sites: true,
  name: "siting",
  title: { zh: "点设在哪里，谁去哪里", en: "Where points are to be, and who goes where" },
  summary: {
    zh: "从候选点里选出设点的村，定下各村去哪一处，并说明为什么、差多少。",
    en: "Chooses among candidate points, says which village goes to which, why, and how far from the best it may be.",
  },
  purpose: {
    zh: "县里要设村级互助养老点，资金只够两处。每处至少要有20户才办得起来，老人走过去不能太远，地方也有限。手工在地图上比划，很难同时顾到；换一个点，谁受影响，也说不清。`site` 把这些要求一并算清。",
    en: "A county is to open village points, with money for two. A point takes at least 20 households to be worth running, old people must not have to go too far, and rooms are small. On a paper map these can hardly be kept in view together, nor who is worse off where a point moves. `site` works it out.",
  },
  fields: [
    { path: "demands[].persons" },
    { path: "demands[].households" },
    { path: "sites[].capacity" },
    { path: "sites[].required" },
    { path: "sites[].barred" },
    { path: "rules.furthestMetres" },
    { path: "rules.leastHouseholds" },
    {
      path: "rules.sites.most",
      means: { zh: "最多几处；`exactly` 为正好几处，`least` 为最少几处", en: "at most so many sites; `exactly` so many, `least` at least" },
    },
    { path: "rules.oneOffBudgetFen" },
    { path: "weights.personKilometre", means: { zh: "每人公里的权重，缺省为1", en: "what a kilometre of a person costs, 1 by default" } },
  ],
  statement: {
    zh: "`site` 与排班是两回事，题目另写：`demands` 是各村的位置、人数、户数，`sites` 是候选点。路程按直线乘以绕行系数估算，或给出自己的矩阵。户数、半径、处数、资金等政策数字全部由使用者给出，程序不作假定。",
    en: "`site` is apart from the planning of visits and has a problem of its own: `demands` are the villages with their place, persons and households, `sites` the candidates. Journeys are a straight line times circuity, or a matrix of your own. Numbers of policy (households, reach, sites, money) are all the user's; nothing is assumed.",
  },
  guarantee: {
    zh: "先让尽可能多的人得到服务，再求成本最低；一个村整村去同一处。答复写明与最优至多相差多少；每处说明负担和设在这里的理由。缺省用启发式方法，不需要另装软件；独立校验 `verifySiting` 重新核对每条规则、每个数字和每条放宽建议。",
    en: "As many people as possible are served, then at least cost; a village goes to one site as a whole. The answer says how far from the best it can be at most, and for each site its load and why it is there. The default method is a heuristic and needs nothing installed; `verifySiting` looks at every rule, figure and proposed change anew.",
  },
  otherwise: {
    zh: "服务不到的村，写明原因和最少放宽什么就能服务到。要求之间根本不能同时满足时，不给出选址，而是说明离得最近的一种还差多少户、多少人。",
    en: "A village that is not served has the reason and the smallest changes that would do. Where the rules cannot be kept together at all there is no choice of sites, and the answer says what the nearest lacks.",
  },
  breaches: ["SITING_OUT_OF_REACH", "SITING_OVER_CAPACITY", "SITING_TOO_FEW_HOUSEHOLDS", "SITING_WRONG_COUNT"],
  price: {
    zh: "缺省的成本是人公里：每人去一趟走几公里，全部相加。费用（建设、运行）可以另给权重。",
    en: "By default the cost is in person-kilometres: how far each person goes, all added up. Money for opening and running can have weights as well.",
  },
  limits: [
    {
      zh: '“没有找到”不等于“没有”：只有 `method: "exact"`（需另装 `highs`）能证明没有。',
      en: '“Not found” is not “there is none”: only `method: "exact"`, which needs the package `highs`, proves that.',
    },
    {
      zh: "直线乘以绕行系数看不见河与山：隔河的村请给矩阵，不通的填 `null`。",
      en: "A straight line does not see rivers and hills: give a matrix where they matter, with `null` where there is no way.",
    },
  ],
  names: Object.fromEntries(
    villages.flatMap(([id, zh, en]) => [
      [id, { zh, en }],
      [`point-${id}`, { zh: `${zh}点`, en: `${en} point` }],
    ]),
  ),
  examples: [
    {
      name: "two",
      title: { zh: "最多两处，6公里以内", en: "At most two points, within 6 km" },
      about: {
        zh: "八个村，五个候选点，每处可容65人、至少20户。",
        en: "Eight villages and five candidates, each with room for 65 and at least 20 households.",
      },
      problem: county,
      shown: ["/demands/*/persons", "/demands/*/households", "/sites/*/capacity", "/travel", "/rules"],
    },
    {
      name: "near",
      title: { zh: "服务半径改为4公里", en: "Within 4 km" },
      about: { zh: "其余不变。", en: "All else as before." },
      problem: near,
      shown: ["/rules"],
    },
    {
      name: "crowded",
      title: { zh: "正好两处，每处至少60户：做不到", en: "Exactly two of at least 60 households: impossible" },
      about: { zh: "八个村一共只有82户。", en: "The eight villages have 82 households in all." },
      problem: crowded,
      shown: ["/rules"],
    },
  ],
  claims: [
    {
      says: { zh: "6公里以内，两处服务到所有八个村。", en: "Within 6 km two points serve all eight villages." },
      seen: (answers) => [planOf(answers("two")).opened.length, planOf(answers("two")).unservedPersons],
      is: [2, 0],
    },
    {
      says: { zh: "答复证明没有更好的选址。", en: "The answer proves that no choice is better." },
      seen: (answers) => isProven(answers("two")),
      is: true,
    },
    {
      says: {
        zh: "4公里以内，高山村够不着任何候选点；放宽半径，就由所设的一处服务。",
        en: "Within 4 km no candidate is within reach of Gaoshan; with a wider reach one of the points would serve it.",
      },
      seen: (answers) =>
        planOf(answers("near")).unserved.map(({ demand, reason, relax }) => [
          demand,
          reason,
          relax.map(({ changes }) => changes.map(({ rule }) => rule)),
        ]),
      is: [["v-8", "NO_SITE_WITHIN_REACH", [["furthestMetres"]]]],
    },
    {
      says: {
        zh: "两处各60户凑不齐：没有选址，两处一共还差的户数写明。",
        en: "Two points of 60 households each cannot be: there is no choice, and it says how many households are missing.",
      },
      seen: (answers) => {
        const answer = answers("crowded");
        return answer.outcome === "found"
          ? []
          : [answer.outcome, answer.shortfalls.reduce((sum, { missingHouseholds }) => sum + missingHouseholds, 0)];
      },
      is: ["notFound", 120 - 82],
    },
  ],
};
