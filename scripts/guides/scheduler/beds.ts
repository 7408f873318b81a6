import type { Problem, Transport } from "@eldercare/scheduler";
import { clockSeconds } from "../clockSeconds.js";
import type { GuidePage, PlanOf } from "../guidePage.js";
import { leftOutOf, reasonsOf, stopsOf } from "../planReading.js";
import { shift, town, townNames } from "./town.js";

const ride = (id: string, from: string, to: string, more: Partial<Transport>): Transport => ({
  id,
  person: id.replace(/(?:In|Home|Back)$/, ""),
  from,
  to,
  boardMinutes: 5,
  alightMinutes: 5,
  longestRideMinutes: 60,
  ...more,
});

const centre = (free: number, transports: readonly Transport[]): Problem => ({
  ...town({ centre: [3, 1], zhang: [0, 2], li: [1, 3], wang: [5, 2] }),
  caregivers: [{ id: "driver", profile: "road", shifts: [shift("08:00", "12:00", { vehicle: "bus" })] }],
  vehicles: [{ id: "bus", seats: 3 }],
  visits: [],
  transports: [...transports],
  beds: [{ place: "centre", free }],
});
const zhangIn = ride("zhangIn", "zhang", "centre", { bed: "centre", priority: 1 });
const wangHome = ride("wangHome", "centre", "wang", { bed: "centre", priority: 2 });
const liIn = ride("liIn", "li", "centre", { bed: "centre", priority: 1, when: { alight: [{ from: "08:30", to: "09:15" }] } });
const liBack = ride("liBack", "centre", "li", { returnOf: "liIn", priority: 1 });

const at = (plans: PlanOf, example: string, kind: string, id: string): number =>
  clockSeconds(stopsOf(plans(example)).find((stop) => stop.kind === kind && stop.id === id)?.start ?? "99:00");

export const beds: GuidePage = {
  name: "beds",
  title: { zh: "有空床才接：走出去、接回来", en: "Fetched when a bed is free: going out and coming back" },
  summary: {
    zh: "把老人接到有床位的地方，或送回家腾出床位；床位满了不接。",
    en: "People are brought to where a bed is free, or home from it; nobody is fetched to a full house.",
  },
  purpose: {
    zh: "牧区的老人冬天接到苏木的中心住，天暖了送回嘎查。中心只有几张床：先送一位回家，才能接下一位来。去看病的，当天接来还要当天送回。",
    en: "In winter old people of the grassland stay at the sumu centre and go home when it is warm. It has a few beds: one has to be brought home before the next can come. And who is fetched to see the doctor is to be brought back the same day.",
  },
  fields: [
    { path: "beds[].place" },
    {
      path: "beds[].free",
      means: {
        zh: "计划期开始时的空床数，或各日期的空床数",
        en: "beds that nobody has when the horizon begins, or a number for each of several dates",
      },
    },
    { path: "transports[].bed" },
    { path: "transports[].returnOf" },
  ],
  statement: {
    zh: "`bed` 是下车地点的，下车时占一张床；是上车地点的，上车后腾出一张。`returnOf` 是送回：只有接来了才送回，并腾出她占的床。",
    en: "With `bed` at the place of alighting, she takes a bed when she alights; at the place of boarding, she leaves one once she has boarded. `returnOf` brings somebody back: only if she was fetched, after that, and leaving her bed.",
  },
  guarantee: {
    zh: "任何时刻占用的床不超过空床数；送回总在接来之后。独立校验按时刻清点。",
    en: "At no time are more beds taken than are free, and nobody is brought back before she came; the checker counts moment by moment.",
  },
  otherwise: {
    zh: "没有空床的不接，写明原因；要等床位腾出来的，排在腾出之后。",
    en: "Where no bed is free she is not fetched, with the reason; where one will be, she comes after that.",
  },
  reasons: ["BED_NOT_FREE", "NOT_FETCHED_BEFORE"],
  breaches: ["BED_NOT_FREE", "NOT_FETCHED_BEFORE"],
  price: {
    zh: "没有自己的权重；不接的代价按优先级计。",
    en: "It has no weight of its own; leaving somebody where she is costs what her priority says.",
  },
  limits: [
    { zh: "接来的人住到计划期结束，除非有她的送回。", en: "Who is fetched stays to the end of the horizon, unless there is a return for her." },
    { zh: "床位不分男女、不分房间。", en: "Beds are all alike: rooms, and who shares them, are not told apart." },
  ],
  names: {
    ...townNames,
    centre: { zh: "苏木中心", en: "sumu centre" },
    driver: { zh: "司机", en: "driver" },
    zhangIn: { zh: "接张奶奶", en: "fetch Zhang" },
    wangHome: { zh: "送王奶奶", en: "Wang home" },
    liIn: { zh: "接李大爷", en: "fetch Li" },
    liBack: { zh: "送回李大爷", en: "Li back" },
  },
  examples: [
    {
      name: "swap",
      title: { zh: "床位已满：先送王奶奶，再接张奶奶", en: "No bed free: Mrs Wang home first, then Mrs Zhang" },
      about: { zh: "中心没有空床；王奶奶要回家，张奶奶要来。", en: "The centre is full; Mrs Wang is to go home, Mrs Zhang to come." },
      problem: centre(0, [zhangIn, wangHome]),
      shown: ["/beds", "/transports/*/bed"],
    },
    {
      name: "full",
      title: { zh: "没有人回家：接不来", en: "Nobody goes home: nobody can come" },
      about: { zh: "去掉王奶奶的接送。", en: "Without Mrs Wang's ride." },
      problem: centre(0, [zhangIn]),
    },
    {
      name: "back",
      title: { zh: "一张空床：李大爷当天接来、当天送回", en: "One bed free: Mr Li comes and goes back the same day" },
      about: { zh: "李大爷上午看病，送回之后，床位给张奶奶。", en: "Mr Li sees the doctor; once he is on his way back, the bed is Mrs Zhang's." },
      problem: centre(1, [zhangIn, liIn, liBack]),
      shown: ["/beds", "/transports/*/returnOf"],
    },
  ],
  claims: [
    {
      says: { zh: "王奶奶上车以后，张奶奶才下车。", en: "Mrs Zhang alights only after Mrs Wang has boarded." },
      seen: (plans) => [leftOutOf(plans("swap")), at(plans, "swap", "board", "wangHome") <= at(plans, "swap", "alight", "zhangIn")],
      is: [[], true],
    },
    {
      says: { zh: "没有人回家时不接，原因是没有空床。", en: "Where nobody goes home she is not fetched, for want of a bed." },
      seen: (plans) => reasonsOf(plans("full"), "zhangIn"),
      is: ["driver BED_NOT_FREE"],
    },
    {
      says: { zh: "李大爷接来、送回，之后张奶奶才到。", en: "Mr Li comes, goes back, and only then does Mrs Zhang arrive." },
      seen: (plans) => [
        leftOutOf(plans("back")),
        at(plans, "back", "alight", "liIn") < at(plans, "back", "board", "liBack"),
        at(plans, "back", "board", "liBack") <= at(plans, "back", "alight", "zhangIn"),
      ],
      is: [[], true, true],
    },
  ],
};
