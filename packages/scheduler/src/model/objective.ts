import * as v from "valibot";
import { measure, titled } from "./field.js";

const weight = measure(0, 1_000_000);

/** Shape of the objective: what each thing costs, in the same free unit. */
export const objectiveSchema = v.strictObject({
  unservedPriority: v.exactOptional(
    titled(v.pipe(v.array(weight), v.length(5, "OUT_OF_RANGE")), "未安排代价（按优先级1至5）", "price of an unserved visit by priority 1 to 5"),
  ),
  travelMinute: v.exactOptional(titled(weight, "每分钟路程", "a minute on the road")),
  waitingMinute: v.exactOptional(titled(weight, "每分钟等候", "a minute of waiting")),
  notPreferred: v.exactOptional(titled(weight, "非优先护理员", "a caregiver who is not preferred")),
  caregiverDay: v.exactOptional(titled(weight, "每出勤一日", "a day on which a caregiver works")),
  latenessMinute: v.exactOptional(titled(weight, "每分钟迟到", "a minute of lateness")),
  latestMinute: v.exactOptional(titled(weight, "最晚一次的每分钟迟到", "a minute of the latest of all visits")),
  overtimeMinute: v.exactOptional(titled(weight, "每分钟加班", "a minute of overtime")),
  idlestMinute: v.exactOptional(titled(weight, "最空闲班次的每分钟空闲", "an idle minute of the idlest of all shifts")),
  missedBreak: v.exactOptional(titled(weight, "每错过一次可选休息", "a break missed that need not be taken")),
  changedVisit: v.exactOptional(titled(weight, "每改动一次已排上门服务", "a visit that is no longer as it was planned")),
  newFace: v.exactOptional(titled(weight, "每增加一位陌生护理员", "a caregiver whom a person has not seen before")),
  unfairMinute: v.exactOptional(titled(weight, "超出公平份额的每分钟", "a minute of service above the fair share")),
  overdueDay: v.exactOptional(titled(weight, "每逾期一日", "a day later than wanted")),
  caregiverYuan: v.exactOptional(titled(weight, "护理员服务成本每元", "a yuan of what service by the caregiver costs")),
  ratingPoint: v.exactOptional(titled(weight, "每次服务低于最高评分一分", "a point below the best rating, for each visit")),
});

/**
 * What each thing costs, in one free unit; every weight has a default. The idle time of a shift is its length without travel,
 * service and breaks taken; of a shift without visits, without all its breaks. It counts for shifts within the horizon only.
 *
 * `newFace` counts each caregiver who visits a person and is not in the history's `faces`. The fair share of a caregiver is her part,
 * by the length of her shifts in the horizon, of the stated service minutes of all visits: `unfairMinute` counts what she is given above it.
 * `caregiverYuan` prices the service of visits at its caregiver's `costPerHourFen`; keep a visit's cost below `unservedPriority`,
 * or it is left out to save it. `ratingPoint` counts, for each visit, by how much its caregiver is rated below the best rated of all.
 */
export interface Objective extends v.InferOutput<typeof objectiveSchema> {}

/** The objective with every weight filled in. */
export interface FullObjective {
  readonly unservedPriority: readonly number[];
  readonly travelMinute: number;
  readonly waitingMinute: number;
  readonly notPreferred: number;
  readonly caregiverDay: number;
  readonly latenessMinute: number;
  readonly latestMinute: number;
  readonly overtimeMinute: number;
  readonly idlestMinute: number;
  readonly missedBreak: number;
  readonly changedVisit: number;
  readonly newFace: number;
  readonly unfairMinute: number;
  readonly overdueDay: number;
  readonly caregiverYuan: number;
  readonly ratingPoint: number;
}

/** The weights that hold where a problem names none: a minute on the road costs 1. */
export const defaultObjective: FullObjective = {
  unservedPriority: [1000, 300, 100, 30, 10],
  travelMinute: 1,
  waitingMinute: 0,
  notPreferred: 2,
  caregiverDay: 0,
  latenessMinute: 5,
  latestMinute: 0,
  overtimeMinute: 5,
  idlestMinute: 0,
  missedBreak: 300,
  changedVisit: 2,
  newFace: 0,
  unfairMinute: 0,
  overdueDay: 5,
  caregiverYuan: 0,
  ratingPoint: 0,
};

/**
 * The objective of a problem with its defaults filled in.
 *
 * @example
 * fullObjective({ caregiverDay: 30 }).travelMinute //=> 1
 */
export function fullObjective(objective: Objective | undefined): FullObjective {
  return { ...defaultObjective, ...objective };
}
