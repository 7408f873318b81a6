import * as v from "valibot";
import { civilDate, clockTime, derivedId, id, measure, positive, titled, whole } from "./field.js";

const minutesPerDay = 24 * 60;

/** Shape of a break: it begins between `from` and `to`, wherever the caregiver then is. */
export const breakSchema = v.strictObject({
  minutes: titled(positive(minutesPerDay), "休息时长（分钟）", "length of the break (minutes)"),
  from: titled(clockTime, "最早开始", "earliest beginning"),
  to: titled(clockTime, "最晚开始", "latest beginning"),
  paid: v.exactOptional(titled(v.boolean(), "是否带薪", "paid")),
  required: v.exactOptional(titled(v.boolean(), "是否必须休息", "must be taken")),
  taken: v.exactOptional(titled(v.nullable(clockTime), "实际开始时刻（未休为 null）", "when it began (null: it was missed)")),
});

/** Shape of one working day of a caregiver. */
export const shiftSchema = v.strictObject({
  date: titled(civilDate, "日期", "date"),
  from: titled(clockTime, "班次开始", "beginning of the shift"),
  to: titled(clockTime, "班次结束", "end of the shift"),
  start: titled(derivedId, "出发地点", "place of departure"),
  end: v.exactOptional(titled(derivedId, "返回地点", "place of return")),
  vehicle: v.exactOptional(titled(id, "车辆", "vehicle")),
  overtimeMinutes: v.exactOptional(titled(measure(0, minutesPerDay), "最长加班（分钟）", "longest overtime (minutes)")),
  breaks: v.exactOptional(v.array(breakSchema)),
});

/** Shape of the area that a caregiver serves: places by name, and circles about places. */
export const serviceAreaSchema = v.strictObject({
  places: v.exactOptional(titled(v.pipe(v.array(derivedId), v.minLength(1, "EMPTY_LIST")), "地点", "places")),
  circles: v.exactOptional(
    v.pipe(
      v.array(
        v.strictObject({
          centre: titled(derivedId, "圆心地点", "place at the centre"),
          radiusMetres: titled(positive(1_000_000), "半径（米）", "radius (metres)"),
        }),
      ),
      v.minLength(1, "EMPTY_LIST"),
    ),
  ),
});

/** Shape of a caregiver of a problem. */
export const caregiverSchema = v.strictObject({
  id,
  sex: v.exactOptional(titled(v.picklist(["female", "male"]), "性别", "sex")),
  languages: v.exactOptional(titled(v.array(v.string()), "语言", "languages")),
  skills: v.exactOptional(titled(v.record(v.string(), whole(0, 9)), "技能等级", "skills with levels")),
  certificates: v.exactOptional(
    v.array(v.strictObject({ kind: v.string(), level: v.exactOptional(whole(0, 9)), validTo: v.exactOptional(civilDate) })),
  ),
  trainedOn: v.exactOptional(titled(v.nullable(civilDate), "岗前培训日期", "date of training before work")),
  mentoredBy: v.exactOptional(titled(v.array(id), "带教护理员", "caregivers who train her on the job")),
  serviceArea: v.exactOptional(titled(serviceAreaSchema, "服务范围", "area served")),
  tags: v.exactOptional(titled(v.array(v.string()), "标签", "tags")),
  serviceTimeFactor: v.exactOptional(titled(positive(10), "服务时长系数", "factor on service time")),
  workMinutes: v.exactOptional(
    v.strictObject({
      perDay: v.exactOptional(titled(measure(0, minutesPerDay), "每日工作上限（分钟）", "longest work a day (minutes)")),
      perWeek: v.exactOptional(titled(measure(0, 7 * minutesPerDay), "每周工作上限（分钟）", "longest work a week (minutes)")),
      overtimePerDay: v.exactOptional(titled(measure(0, minutesPerDay), "每日加班上限（分钟）", "most overtime a day (minutes)")),
      overtimePerMonth: v.exactOptional(titled(measure(0, 31 * minutesPerDay), "每月加班上限（分钟）", "most overtime a month (minutes)")),
    }),
  ),
  restDaysPerWeek: v.exactOptional(titled(whole(0, 7), "每周休息日下限（天）", "least rest days a week")),
  costPerHourFen: v.exactOptional(titled(whole(0, 100_000_000), "每小时成本（分）", "cost of an hour (fen)")),
  rating: v.exactOptional(titled(measure(0, 100), "服务评分", "rating")),
  stock: v.exactOptional(titled(v.record(v.string(), whole(0, 1_000_000)), "每班可携带物资", "goods that can be carried on a shift")),
  profile: titled(id, "出行方式", "travel profile"),
  shifts: titled(v.array(shiftSchema), "班次", "shifts"),
});

/**
 * A caregiver of a problem. What is not declared (a skill, a language, the sex) is not counted on; an absent limit or an
 * absent `stock` does not limit. `trainedOn` is the day of her training before work, null where she is known to have had none.
 * With `mentoredBy` she makes only visits that a `together` link joins to one that a mentor of hers makes, or those of a crew in which a mentor of hers is; an empty list does not restrict.
 * `costPerHourFen` counts at the objective's `caregiverYuan`; where it is absent, as much as the dearest of all.
 * `rating`, on a scale of the deployer's own, counts at the objective's `ratingPoint`; who has none counts as the mean of those who have.
 * With a `serviceArea` she goes only to the places it names and to those within one of its circles, as the crow flies.
 *
 * `workMinutes`: paid work beyond `perDay` on a day, or beyond `perWeek` in an ISO week (a day's ordinary minutes counted from
 * Monday on), is overtime of that day. A day has at most `overtimePerDay` of it, none where that is absent; a calendar month at
 * most `overtimePerMonth`, what `history` tells of it included, and none in a month of whose days before the horizon it tells
 * nothing. `restDaysPerWeek`: days of an ISO week without a route, those before the horizon as in `history.workedMinutes`; of
 * those of which it tells nothing each may have been worked, so none counts as rest; those after the horizon can still be.
 */
export interface Caregiver extends v.InferOutput<typeof caregiverSchema> {}
/**
 * One working day of a caregiver: from `start` to `end`, within `from` and `to`; without an `end` the day ends where its last
 * stop is. `vehicle` is what she drives that day. She may return up to `overtimeMinutes` after `to`, at the objective's
 * `overtimeMinute`.
 */
export interface Shift extends v.InferOutput<typeof shiftSchema> {}
/**
 * A break of a shift. On a day with visits it must be taken, unless `required` is false: missing it then costs the objective's
 * `missedBreak`. `taken` is a fact: the moment at which the break began, or null where it is known to be missed.
 */
export interface ShiftBreak extends v.InferOutput<typeof breakSchema> {}
