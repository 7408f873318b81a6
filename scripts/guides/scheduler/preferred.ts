import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { makersOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

// Mrs Zhang lives nearer to Bin's round than to Amei's: a plan that looks at ways alone sends him
const priced = (notPreferred: number): Problem => ({
  ...town({ east: [3, 0], zhang: [0.5, 1], li: [-2, -1], wang: [4, 1] }),
  caregivers: [
    { id: "amei", profile: "road", shifts: [shift("08:00", "12:00", { start: "east", end: "east" })] },
    { id: "binbin", profile: "road", shifts: [shift("08:00", "12:00")] },
  ],
  visits: [
    { id: "bath", place: "zhang", serviceMinutes: 45, when: hours("09:00", "11:00"), prefers: ["amei"], required: true },
    { id: "cleaning", place: "li", serviceMinutes: 60, when: hours("08:30", "11:00"), only: ["binbin"], required: true },
    { id: "meal", place: "wang", serviceMinutes: 30, when: hours("08:30", "11:00"), bars: ["binbin"], required: true },
  ],
  objective: { notPreferred },
});

export const preferred: GuidePage = {
  name: "preferred",
  title: { zh: "优先、限定与排除的护理员", en: "Preferred, named and barred caregivers" },
  summary: { zh: "最好由谁来、只能由谁来、不能由谁来。", en: "Who had best come, who alone may come, and who must not." },
  purpose: {
    zh: "老人熟悉了阿梅，最好还由她来；某家只认小斌；某家与小斌有过争执，不能再派他。第一种是意愿，按代价权衡；后两种是硬性的。",
    en: "Mrs Zhang is used to Amei and would rather have her; one household will open to Bin alone; another has had words with him and must not get him. The first is a preference with a price; the other two are never bent.",
  },
  fields: [
    {
      path: "visits[].prefers",
      means: { zh: "优先护理员的编号；由其他人承担计 `notPreferred`", en: "ids of preferred caregivers; anybody else costs `notPreferred`" },
    },
    {
      path: "visits[].only",
      means: { zh: "限定护理员的编号；空清单等于不限", en: "ids of the only caregivers who may come; an empty list allows everybody" },
    },
    { path: "visits[].bars", means: { zh: "排除护理员的编号", en: "ids of caregivers who must not come" } },
  ],
  statement: {
    zh: "同一个人既限定又排除是填写错误，会被报出。希望谁来，由使用者写进 `prefers`；以前是谁来过、尽量少换人，见[熟悉的面孔](continuity.md)。",
    en: "Somebody both named and barred is a mistake and is reported. Whom a person wishes for is put into `prefers` by the deployer; for who has come before, and as few new faces as may be, see [known faces](continuity.en.md).",
  },
  guarantee: {
    zh: "限定与排除必定遵守。优先的，只要多走的路等代价不超过 `notPreferred`，就由优先的人来。",
    en: "`only` and `bars` are kept in every plan. A preferred caregiver comes wherever that costs no more than `notPreferred` in longer ways and the like.",
  },
  otherwise: {
    zh: "限定的人都排不开、或能来的人都被排除，该服务不排并逐人写明原因。优先的人来不了，就由别人来，成本里记一笔。",
    en: "Where nobody who is named can come, or all who could are barred, the visit is left out with each caregiver's reason. Where the preferred one cannot, another comes, and the cost says so.",
  },
  reasons: ["NOT_AMONG_ONLY", "BARRED"],
  breaches: ["NOT_AMONG_ONLY", "BARRED"],
  weights: ["notPreferred"],
  price: {
    zh: "`notPreferred` 按次计，缺省为2，只抵两分钟路程：仅在相差无几时起作用。看重熟人的地方应当调高，如15。",
    en: "`notPreferred` is paid for each visit and is 2 by default, two minutes on the road: it decides only between near equals. Where familiar faces matter, raise it, say to 15.",
  },
  limits: [{ zh: "不分先后：`prefers` 里的人同样优先。", en: "There is no ranking among those in `prefers`." }],
  names: {
    ...townNames,
    east: { zh: "东站", en: "east station" },
    bath: { zh: "助浴", en: "bath" },
    cleaning: { zh: "助洁", en: "cleaning" },
    meal: { zh: "助餐", en: "meal" },
  },
  examples: [
    {
      name: "strong",
      title: { zh: "“优先”权重15：阿梅去张奶奶家", en: "A preference worth 15: Amei goes to Mrs Zhang" },
      about: {
        zh: "张奶奶希望阿梅来；李大爷只要小斌；王奶奶不要小斌。阿梅从东站出发，小斌从服务站出发。",
        en: "Mrs Zhang would rather have Amei; Mr Li takes Bin alone; Mrs Wang does not want him. Amei sets out from the east, Bin from the station.",
      },
      problem: priced(15),
      shown: ["/visits/*/prefers", "/visits/*/only", "/visits/*/bars", "/objective"],
    },
    {
      name: "none",
      title: { zh: "权重0：就近派人", en: "Worth nothing: whoever is nearer goes" },
      about: { zh: "`notPreferred` 为0，限定与排除不变。", en: "`notPreferred` is 0; `only` and `bars` stand." },
      problem: priced(0),
      shown: ["/objective"],
    },
  ],
  claims: [
    {
      says: { zh: "权重15时张奶奶家由阿梅去，没有“非优先”的代价。", en: "Worth 15, Amei goes to Mrs Zhang and nothing is paid." },
      seen: (plans) => [makersOf(plans("strong"), "bath"), plans("strong").cost.notPreferred],
      is: [["amei"], 0],
    },
    {
      says: { zh: "权重0时由更近的小斌去。", en: "Worth nothing, Bin goes, for whom it is nearer." },
      seen: (plans) => makersOf(plans("none"), "bath"),
      is: ["binbin"],
    },
    {
      says: { zh: "两种情形下，助洁都由小斌做、助餐都不由小斌做。", en: "Either way Bin does the cleaning and not the meal." },
      seen: (plans) => ["strong", "none"].map((example) => makersOf(plans(example), "cleaning", "meal")),
      is: [
        ["binbin", "amei"],
        ["binbin", "amei"],
      ],
    },
  ],
  maps: ["strong", "none"],
};
