import * as v from "valibot";
import { derivedId, id, measure, titled } from "./field.js";

const minutesOfADay = 24 * 60;

/** Shape of a pattern of visits. */
export const patternSchema = v.strictObject({
  person: v.exactOptional(titled(id, "服务对象", "person visited")),
  visits: titled(v.array(derivedId), "有规律的上门服务", "visits that keep the pattern"),
  sameWeekday: v.exactOptional(titled(v.boolean(), "同一星期几", "on the same day of the week")),
  startToleranceMinutes: v.exactOptional(titled(measure(0, minutesOfADay), "开始时刻最大相差（分钟）", "how far starts may differ (minutes)")),
  sameCaregiver: v.exactOptional(titled(v.picklist(["prefer", "require"]), "同一护理员（优先或必须）", "the same caregiver (preferred or required)")),
});

/**
 * What visits on several days have in common, of those that are made.
 *
 * - `sameWeekday`: all on the same day of the week
 * - `startToleranceMinutes`: the earliest and the latest time of day at which one begins lie no further apart
 * - `sameCaregiver`: `require` leaves them all to one caregiver; with `prefer` every further caregiver costs the objective's `newFace`
 *
 * A `person`, where named, is the one whom all these visits are for.
 */
export interface Pattern extends v.InferOutput<typeof patternSchema> {}
