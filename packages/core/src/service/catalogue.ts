import * as v from "valibot";
import { clockTime, id, titled, whole } from "../register/field.js";

/** Ways in which a service can be asked for: 电话、上门登记、窗口、呼叫设备、手机应用. */
export const serviceChannels = ["phone", "visit", "counter", "callDevice", "app"] as const;
/** A way in which a service can be asked for. */
export type ServiceChannel = (typeof serviceChannels)[number];

/** Shape of one service that can be brought to a home. */
export const serviceSchema = v.strictObject({
  id,
  title: v.strictObject({ zh: v.string(), en: v.string() }),
  serviceMinutes: titled(whole(1, 24 * 60), "服务时长（分钟）", "length of a visit (minutes)"),
  skills: v.exactOptional(titled(v.record(v.string(), whole(1, 9)), "所需技能", "skills needed")),
  windows: titled(v.pipe(v.array(v.strictObject({ from: clockTime, to: clockTime })), v.minLength(1, "EMPTY_LIST")), "可上门时段", "hours of visit"),
  weekdays: titled(v.pipe(v.array(whole(1, 7)), v.minLength(1, "EMPTY_LIST")), "可上门日", "days of visit"),
  priority: titled(whole(1, 5), "优先级（1最高）", "priority (1 = highest)"),
  channels: v.exactOptional(titled(v.array(v.picklist(serviceChannels)), "申请渠道", "channels")),
  caregivers: v.exactOptional(titled(whole(1, 9), "所需人数", "caregivers at once")),
  equipment: v.exactOptional(titled(v.array(v.string()), "所需设备", "equipment")),
});

/** Shape of a service catalogue. */
export const catalogueSchema = v.strictObject({
  id,
  illustrative: v.exactOptional(v.boolean()),
  note: v.exactOptional(v.string()),
  services: v.array(serviceSchema),
});

/** One service that can be brought to a home; `windows` say when it may begin. Skills, channels, caregivers and equipment that are absent are unknown. */
export interface Service extends v.InferOutput<typeof serviceSchema> {}
/** The services of a place, with length, skills and hours; `illustrative` where its values are examples. */
export interface ServiceCatalogue extends v.InferOutput<typeof catalogueSchema> {}
