import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { makersOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const costed = (caregiverYuan: number): Problem => ({
  ...town({ zhang: [3, 1], east: [4, 1] }),
  caregivers: [
    { id: "amei", profile: "road", costPerHourFen: 4500, shifts: [shift("08:00", "12:00", { start: "east", end: "east" })] },
    { id: "binbin", profile: "road", costPerHourFen: 3000, shifts: [shift("08:00", "12:00")] },
  ],
  visits: [{ id: "cleaning", person: "zhang", place: "zhang", serviceMinutes: 120, when: hours("08:30", "10:00") }],
  objective: { caregiverYuan },
});

export const caregiverCost: GuidePage = {
  name: "caregiver-cost",
  title: { zh: "谁的工时更贵", en: "Whose hours cost more" },
  summary: {
    zh: "服务时间按各人每小时成本计价，与路程一并权衡。",
    en: "Time of service is priced by what an hour of each caregiver costs, and weighed against ways.",
  },
  purpose: {
    zh: "护士的一小时比村养老助理贵。打扫谁都能做，让便宜的去，护士留给只有她能做的事；但为省几块钱绕半个县，也不划算。",
    en: "An hour of a nurse costs more than one of a village assistant. Cleaning anybody can do; the nurse is better kept for what only she can, as long as the saving is not spent on the road.",
  },
  fields: [{ path: "caregivers[].costPerHourFen" }, { path: "objective.caregiverYuan" }],
  statement: {
    zh: "金额以分为单位。只计服务时间，不计路上；巡回小组按全组合计。",
    en: "Money is in fen. Service counts, travel does not; of a crew everybody counts.",
  },
  guarantee: { zh: "代价与路程等一并权衡；独立校验重新计算。", en: "It is weighed against all else; the checker computes it again." },
  otherwise: {
    zh: "没有写成本的，按最贵的人计——不知道不等于便宜——并有提示 `COST_UNKNOWN`。",
    en: "Whoever states no cost counts as the dearest, since unknown is not cheap, and the note `COST_UNKNOWN` says so.",
  },
  weights: ["caregiverYuan"],
  price: {
    zh: "一元服务成本抵 `caregiverYuan` 分钟路程，缺省0，即不考虑。成本项为 `caregiverCost`。",
    en: "A yuan of service is worth `caregiverYuan` minutes on the road, 0 by default, which is to say that it does not matter. The cost lists it as `caregiverCost`.",
  },
  limits: [{ zh: "不计加班费、夜班费等加成。", en: "Higher rates for overtime or nights are not counted." }],
  names: { ...townNames, east: { zh: "东站", en: "east station" }, cleaning: { zh: "助洁", en: "cleaning" } },
  examples: [
    {
      name: "counted",
      title: { zh: "一元抵一分钟路程：便宜的小斌去", en: "A yuan is worth a minute: Bin, who costs less, goes" },
      about: {
        zh: "阿梅每小时45元，住得近；小斌每小时30元，住得远。助洁120分钟。",
        en: "Amei costs 45 yuan an hour and is near, Bin 30 and is farther away. The cleaning takes 120 minutes.",
      },
      problem: costed(1),
      shown: ["/caregivers/*/costPerHourFen", "/objective"],
    },
    {
      name: "not",
      title: { zh: "不计成本：近的阿梅去", en: "Not counted: Amei, who is nearer" },
      about: { zh: "`caregiverYuan` 为0。", en: "The same with `caregiverYuan` 0." },
      problem: costed(0),
      shown: ["/objective"],
    },
  ],
  claims: [
    {
      says: { zh: "计成本时由小斌去，服务成本60元。", en: "Where it counts, Bin goes, for 60 yuan of service." },
      seen: (plans) => [makersOf(plans("counted"), "cleaning"), plans("counted").cost.caregiverCost],
      is: [["binbin"], 60],
    },
    {
      says: { zh: "不计时由阿梅去，路程短。", en: "Where it does not, Amei goes, on a shorter way." },
      seen: (plans) => [makersOf(plans("not"), "cleaning"), (plans("not").cost.travel ?? 0) < (plans("counted").cost.travel ?? 0)],
      is: [["amei"], true],
    },
  ],
};
