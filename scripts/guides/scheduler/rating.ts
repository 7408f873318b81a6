import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { makersOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const rated = (ratingPoint: number): Problem => ({
  ...town({ zhang: [3, 1], east: [4, 1] }),
  caregivers: [
    { id: "amei", profile: "road", rating: 3, shifts: [shift("08:00", "12:00", { start: "east", end: "east" })] },
    { id: "binbin", profile: "road", rating: 4.5, shifts: [shift("08:00", "12:00")] },
    { id: "chunlan", profile: "road", shifts: [shift("08:00", "12:00")] },
  ],
  visits: [{ id: "talk", person: "zhang", place: "zhang", serviceMinutes: 60, when: hours("08:30", "10:00") }],
  objective: { ratingPoint },
});

export const rating: GuidePage = {
  name: "rating",
  title: { zh: "服务评分", en: "How caregivers are rated" },
  summary: {
    zh: "评分高的优先，与路程一并权衡；没有评分的新人按平均分计。",
    en: "Who is rated higher goes first, weighed against ways; who is not rated yet counts as the mean.",
  },
  purpose: {
    zh: "回访打分、督导检查都会留下评分。同样能做、同样远的，派评分高的；但评分不是资质，不能因为差半分就绕半个县，也不能因为还没有人打分就不派新人。",
    en: "Calls after a visit and inspections leave ratings. Of two who are able and equally near the better rated should go; but a rating is no qualification: half a point is not worth half a county, and somebody new is not to be passed over for want of one.",
  },
  fields: [
    {
      path: "caregivers[].rating",
      means: { zh: "评分，0至100，量尺自定；未评的不填", en: "rating, 0 to 100 on a scale of one's own; absent where there is none" },
    },
    { path: "objective.ratingPoint" },
  ],
  statement: {
    zh: "所有人用同一量尺，五分制、百分制都可以。巡回小组按组内评分最高的人计。",
    en: "Everybody is on one scale, of five or of a hundred. A crew counts as the best rated of it.",
  },
  guarantee: {
    zh: "每次服务按承担者比最高评分低多少分计价，与路程等一并权衡；独立校验重新计算。",
    en: "Each visit is priced by how far its caregiver is rated below the best, and weighed against all else; the checker computes it again.",
  },
  otherwise: {
    zh: "评分从不使人不能承担。填了评分却没有给 `ratingPoint`，或给了 `ratingPoint` 却没有人有评分，求解前有提示 `RATING_NOT_PRICED`、`NOBODY_RATED`。",
    en: "A rating never bars anybody. Ratings without a `ratingPoint`, or a `ratingPoint` where nobody is rated, are pointed out beforehand: `RATING_NOT_PRICED`, `NOBODY_RATED`.",
  },
  weights: ["ratingPoint"],
  price: {
    zh: "一次服务低一分抵 `ratingPoint` 分钟路程，缺省0，即不考虑。成本项为 `lowerRating`。",
    en: "A point below the best, for one visit, is worth `ratingPoint` minutes on the road, 0 by default, which is to say that it does not matter. The cost lists it as `lowerRating`.",
  },
  limits: [
    { zh: "每人一个评分，不分服务项目。", en: "One rating for each caregiver, whatever the service." },
    {
      zh: "某位老人想要谁、不要谁，用优先和排除，不用评分。",
      en: "Whom one person likes or will not have is for preferred and barred caregivers, not for ratings.",
    },
  ],
  names: { ...townNames, east: { zh: "东站", en: "east station" }, talk: { zh: "探访", en: "talk" } },
  examples: [
    {
      name: "counted",
      title: { zh: "一分抵十分钟路程：评分高的小斌去", en: "A point is worth ten minutes: Bin, rated higher, goes" },
      about: {
        zh: "阿梅3分，住得近；小斌4.5分，住得远；春兰刚来，还没有评分，按两人的平均3.75分计。",
        en: "Amei has 3 and is near, Bin has 4.5 and is farther away; Chunlan is new and not rated yet, so she counts as 3.75, the mean of the two.",
      },
      problem: rated(10),
      shown: ["/caregivers/*/rating", "/objective"],
    },
    {
      name: "not",
      title: { zh: "不计评分：近的阿梅去", en: "Not counted: Amei, who is nearer" },
      about: { zh: "`ratingPoint` 为0。", en: "The same with `ratingPoint` 0." },
      problem: rated(0),
      shown: ["/objective"],
    },
  ],
  claims: [
    {
      says: { zh: "计评分时由小斌去，评分一项不计价。", en: "Where it counts, Bin goes, and ratings cost nothing." },
      seen: (plans) => [makersOf(plans("counted"), "talk"), plans("counted").cost.lowerRating],
      is: [["binbin"], 0],
    },
    {
      says: { zh: "不计时由阿梅去，路程短。", en: "Where it does not, Amei goes, on a shorter way." },
      seen: (plans) => [makersOf(plans("not"), "talk"), (plans("not").cost.travel ?? 0) < (plans("counted").cost.travel ?? 0)],
      is: [["amei"], true],
    },
  ],
};
