import * as v from "valibot";
import { id, titled, whole } from "./field.js";

/** Shape of what was before the horizon. */
export const historySchema = v.strictObject({
  faces: v.exactOptional(
    titled(v.record(id, v.record(id, whole(0, 1_000_000))), "服务对象此前见过的护理员及次数", "how often each person has seen which caregivers"),
  ),
});

/** What was before the horizon: `faces` says how often a person has seen a caregiver, so that she is no new face. */
export interface History extends v.InferOutput<typeof historySchema> {}

/** Whether a person has seen a caregiver before. */
export const hasSeen = (history: History | undefined, person: string, caregiver: string): boolean => (history?.faces?.[person]?.[caregiver] ?? 0) > 0;
