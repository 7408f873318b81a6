import * as v from "valibot";
import { clockTime, id, titled, whole } from "../register/field.js";

/** Shape of one service that can be brought to a home. */
export const serviceSchema = v.strictObject({
  id,
  title: v.strictObject({ zh: v.string(), en: v.string() }),
  serviceMinutes: titled(whole(1, 24 * 60), "服务时长（分钟）", "length of a visit (minutes)"),
  skills: v.exactOptional(titled(v.record(v.string(), whole(1, 9)), "所需技能", "skills needed")),
  windows: titled(v.pipe(v.array(v.strictObject({ from: clockTime, to: clockTime })), v.minLength(1, "EMPTY_LIST")), "可上门时段", "hours of visit"),
  weekdays: titled(v.pipe(v.array(whole(1, 7)), v.minLength(1, "EMPTY_LIST")), "可上门日", "days of visit"),
  priority: titled(whole(1, 5), "优先级（1最高）", "priority (1 = highest)"),
});

/** Shape of a service catalogue. */
export const catalogueSchema = v.strictObject({
  id,
  illustrative: v.exactOptional(v.boolean()),
  note: v.exactOptional(v.string()),
  services: v.array(serviceSchema),
});

/** One service that can be brought to a home; `windows` say when it may begin. */
export interface Service extends v.InferOutput<typeof serviceSchema> {}
/** The services of a place, with length, skills and hours; `illustrative` where its values are examples. */
export interface ServiceCatalogue extends v.InferOutput<typeof catalogueSchema> {}
