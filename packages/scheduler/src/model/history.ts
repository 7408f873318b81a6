import * as v from "valibot";
import { civilDate, id, measure, titled, whole } from "./field.js";

const minutesPerDay = 24 * 60;

/** The entries of `history` that tell of working time. */
export const workHistoryEntries = {
  workedMinutes: v.exactOptional(
    titled(v.record(id, v.record(civilDate, measure(0, minutesPerDay))), "此前各日已工作时间（分钟）", "minutes worked on earlier days"),
  ),
  overtimeMinutes: v.exactOptional(
    titled(
      v.record(id, v.record(v.string(), measure(0, 31 * minutesPerDay))),
      "本月此前已加班时间（分钟）",
      "overtime already worked in a month (minutes)",
    ),
  ),
};

/** Shape of what went before the horizon. */
export const historySchema = v.strictObject({
  ...workHistoryEntries,
  faces: v.exactOptional(
    titled(v.record(id, v.record(id, whole(0, 1_000_000))), "服务对象此前见过的护理员及次数", "how often each person has seen which caregivers"),
  ),
});

/**
 * What went before the horizon. `workedMinutes`: paid work of a caregiver's days before it, by date; a day that is not listed is
 * unknown, 0 is a day off. `overtimeMinutes`: overtime worked in a month (`2026-11`) before the horizon begins. `faces`: how often
 * a person has seen a caregiver, so that she is no new face.
 */
export interface History extends v.InferOutput<typeof historySchema> {}

/** Whether a person has seen a caregiver before. */
export const hasSeen = (history: History | undefined, person: string, caregiver: string): boolean => (history?.faces?.[person]?.[caregiver] ?? 0) > 0;
