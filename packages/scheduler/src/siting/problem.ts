import { facilityKinds, field } from "@eldercare/core";
import * as v from "valibot";
import { derivedId, measure, positive, titled, whole } from "../model/field.js";

const { areaCode, fen } = field;
// what a county could have; sums of products of these stay exact
const manyPersons = 10_000_000;
const weight = measure(0, 1_000_000);

/** Shape of a place whose people are to be served. */
export const demandSchema = v.strictObject({
  id: derivedId,
  lng: measure(-180, 180),
  lat: measure(-90, 90),
  area: v.exactOptional(titled(areaCode, "所在地", "area")),
  persons: titled(whole(1, manyPersons), "人数", "persons"),
  households: v.exactOptional(titled(whole(0, manyPersons), "户数", "households")),
});

/** Shape of a place where a facility stands or could stand. */
export const candidateSchema = v.strictObject({
  id: derivedId,
  kind: v.exactOptional(titled(v.picklist(facilityKinds), "设施类型", "kind of facility")),
  lng: measure(-180, 180),
  lat: measure(-90, 90),
  area: v.exactOptional(titled(areaCode, "所在地", "area")),
  capacity: v.exactOptional(titled(whole(0, manyPersons), "可容纳人数", "persons that it can serve")),
  leastPersons: v.exactOptional(titled(whole(0, manyPersons), "最少服务人数", "fewest persons")),
  leastHouseholds: v.exactOptional(titled(whole(0, manyPersons), "最少服务户数", "fewest households")),
  existing: v.exactOptional(titled(v.boolean(), "是否已有", "existing")),
  required: v.exactOptional(titled(v.boolean(), "是否必设", "required")),
  barred: v.exactOptional(titled(v.boolean(), "是否不得设置", "barred")),
  openingFen: v.exactOptional(titled(fen, "建设改造费用（分）", "cost of opening (fen)")),
  closingFen: v.exactOptional(titled(fen, "撤并费用（分）", "cost of closing (fen)")),
  yearlyFen: v.exactOptional(titled(fen, "年运行费用（分）", "running cost a year (fen)")),
});

// rows of a matrix are looked at one by one in `validateSiting`: a schema call per entry would cost seconds
const rows = v.instance(Array<number | null>);

/** Shape of how people travel to a site. */
export const sitingTravelSchema = v.variant("kind", [
  v.strictObject({
    kind: v.literal("straightLine"),
    circuity: titled(positive(10), "绕行系数", "road length over straight line"),
    metresPerSecond: v.exactOptional(titled(positive(100), "速度（米/秒）", "speed (metres a second)")),
  }),
  v.strictObject({
    kind: v.literal("matrix"),
    distancesMetres: v.exactOptional(titled(rows, "路程矩阵（米）", "distances (metres)")),
    durationsSeconds: v.exactOptional(titled(rows, "行程时间矩阵（秒）", "travel times (seconds)")),
  }),
]);

const count = titled(whole(0, 1_000_000), "设施个数", "number of sites");

/** Shape of what a choice of sites must respect. */
export const sitingRulesSchema = v.strictObject({
  furthestMetres: v.exactOptional(titled(measure(0, 100_000_000), "服务半径（米）", "furthest journey (metres)")),
  longestSeconds: v.exactOptional(titled(measure(0, 10_000_000), "最长行程（秒）", "longest journey (seconds)")),
  leastHouseholds: v.exactOptional(titled(whole(0, manyPersons), "每处最少户数", "fewest households of a site")),
  sites: v.exactOptional(v.strictObject({ exactly: v.exactOptional(count), least: v.exactOptional(count), most: v.exactOptional(count) })),
  oneOffBudgetFen: v.exactOptional(titled(fen, "一次性资金上限（分）", "budget for opening and closing (fen)")),
  yearlyBudgetFen: v.exactOptional(titled(fen, "年运行资金上限（分）", "budget a year (fen)")),
});

/** Shape of what each thing costs, in one free unit. */
export const sitingWeightsSchema = v.strictObject({
  personKilometre: v.exactOptional(titled(weight, "每人公里", "a kilometre of a person")),
  personMinute: v.exactOptional(titled(weight, "每人分钟行程", "a minute of travel of a person")),
  oneOffFen: v.exactOptional(titled(weight, "每分一次性费用", "a fen of opening and closing")),
  yearlyFen: v.exactOptional(titled(weight, "每分年运行费用", "a fen of running cost a year")),
  unservedPerson: v.exactOptional(titled(weight, "每名未服务人员", "a person left unserved")),
});

/** Shape of a question of siting. */
export const sitingProblemSchema = v.strictObject({
  demands: v.array(demandSchema),
  sites: v.array(candidateSchema),
  travel: sitingTravelSchema,
  rules: v.exactOptional(sitingRulesSchema),
  weights: v.exactOptional(sitingWeightsSchema),
});

/** A village, gacha or township whose people go, all of them, to one site. `households` are those that a rule of least households counts. */
export interface SitingDemand extends v.InferOutput<typeof demandSchema> {}

/**
 * Where a facility stands (`existing`) or could stand. An absent capacity does not limit; absent costs are none. Its own
 * `leastHouseholds` goes before that of the rules; `closingFen` is paid where an existing one is not kept.
 */
export interface SiteCandidate extends v.InferOutput<typeof candidateSchema> {}

/**
 * How people travel: straight line × circuity (÷ speed), or matrices from demands to sites, row-major
 * `[demand * number of sites + site]`, `null` or `Infinity` where there is no way. Metres and seconds are rounded up to whole ones.
 */
export type SitingTravel = v.InferOutput<typeof sitingTravelSchema>;

/** What a choice of sites must respect; what is absent does not restrict. Both ends are included. */
export interface SitingRules extends v.InferOutput<typeof sitingRulesSchema> {}

/**
 * What each thing costs, in one free unit. Absent: a kilometre of a person costs 1, minutes and fen nothing. Without
 * `unservedPerson`, as many people as possible are served before any cost counts; with it, leaving out is a matter of price.
 */
export interface SitingWeights extends v.InferOutput<typeof sitingWeightsSchema> {}

/** Which candidates become sites, and which demand goes to which: what `site` is asked. */
export interface SitingProblem {
  readonly demands: readonly SitingDemand[];
  readonly sites: readonly SiteCandidate[];
  readonly travel: SitingTravel;
  readonly rules?: SitingRules;
  readonly weights?: SitingWeights;
}
