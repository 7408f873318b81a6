import * as v from "valibot";
import { clockTime, id, measure, titled, whole } from "../register/field.js";

/** Ways in which a service can be asked for: 电话、上门登记、窗口、呼叫设备、手机应用. */
export const serviceChannels = ["phone", "visit", "counter", "callDevice", "app"] as const;
/** A way in which a service can be asked for. */
export type ServiceChannel = (typeof serviceChannels)[number];

/** Ways in which a service reaches a person: 上门、随叫随到、接送. */
export const serviceDeliveries = ["visit", "onCall", "fetched"] as const;
/** A way in which a service reaches a person. */
export type ServiceDelivery = (typeof serviceDeliveries)[number];

const skills = titled(v.record(v.string(), whole(1, 9)), "所需技能", "skills needed");
const equipment = titled(v.array(v.string()), "所需设备", "equipment");
const certificates = titled(v.array(v.strictObject({ kind: v.string(), level: v.exactOptional(whole(0, 9)) })), "所需证书", "certificates needed");
const stock = titled(v.record(v.string(), whole(1, 1_000_000)), "所需物资", "goods needed");
const mostDays = 366;
const minutesOfADay = 24 * 60;

/** Shape of what one of the caregivers who come at once needs. */
export const careNeedsSchema = v.strictObject({
  skills: v.exactOptional(skills),
  certificates: v.exactOptional(certificates),
  equipment: v.exactOptional(equipment),
  stock: v.exactOptional(stock),
});

/** Shape of the days between one visit of a service and the next to the same person. */
export const serviceSpacingSchema = v.strictObject({
  minDays: v.exactOptional(titled(whole(0, mostDays), "相邻两次至少间隔天数", "least days between one and the next")),
  maxDays: v.exactOptional(titled(whole(0, mostDays), "相邻两次至多间隔天数", "greatest days between one and the next")),
});

/** Shape of what the visits of a service to one person have in common. */
export const servicePatternSchema = v.strictObject({
  sameWeekday: v.exactOptional(titled(v.boolean(), "同一星期几", "on the same day of the week")),
  startToleranceMinutes: v.exactOptional(titled(measure(0, minutesOfADay), "开始时刻最大相差（分钟）", "how far starts may differ (minutes)")),
  sameCaregiver: v.exactOptional(titled(v.picklist(["prefer", "require"]), "同一护理员（优先或必须）", "the same caregiver (preferred or required)")),
});

/** Shape of one service that can be brought to a home. */
export const serviceSchema = v.strictObject({
  id,
  title: v.strictObject({ zh: v.string(), en: v.string() }),
  serviceMinutes: titled(whole(1, minutesOfADay), "服务时长（分钟）", "length of a visit (minutes)"),
  skills: v.exactOptional(skills),
  windows: titled(v.pipe(v.array(v.strictObject({ from: clockTime, to: clockTime })), v.minLength(1, "EMPTY_LIST")), "可上门时段", "hours of visit"),
  weekdays: titled(v.pipe(v.array(whole(1, 7)), v.minLength(1, "EMPTY_LIST")), "可上门日", "days of visit"),
  priority: titled(whole(1, 5), "优先级（1最高）", "priority (1 = highest)"),
  channels: v.exactOptional(titled(v.array(v.picklist(serviceChannels)), "申请渠道", "channels")),
  caregivers: v.exactOptional(titled(whole(1, 9), "所需人数", "caregivers at once")),
  equipment: v.exactOptional(equipment),
  certificates: v.exactOptional(certificates),
  stock: v.exactOptional(stock),
  needsOfEach: v.exactOptional(
    titled(v.pipe(v.array(careNeedsSchema), v.minLength(1, "EMPTY_LIST")), "每名护理员各自所需", "what each of the caregivers needs"),
  ),
  spacing: v.exactOptional(titled(serviceSpacingSchema, "相邻两次的间隔", "days between visits")),
  pattern: v.exactOptional(titled(servicePatternSchema, "各次的规律", "pattern of the visits")),
  delivery: v.exactOptional(titled(v.picklist(serviceDeliveries), "提供方式", "how it reaches the person")),
  required: v.exactOptional(titled(v.picklist(["always", "byModality"]), "必须完成（一律、按规定力度）", "must be made: always, or by modality")),
});

/** Shape of a service catalogue. */
export const catalogueSchema = v.strictObject({
  id,
  illustrative: v.exactOptional(v.boolean()),
  note: v.exactOptional(v.string()),
  services: v.array(serviceSchema),
});

/**
 * One service that can be brought to a home; `windows` say when it may begin. Skills, channels, caregivers and equipment that
 * are absent are unknown. The rest is not asked for where it is absent:
 *
 * - `certificates`, `stock`: what whoever comes must hold, and the goods that each visit uses up
 * - `needsOfEach`: what each of the caregivers who come at once needs, in the stead of what the service needs
 * - `spacing`: so many days lie between one visit to a person and the next
 * - `pattern`: visits to a person on the same day of the week, beginning at about the same time, by the same caregiver
 * - `delivery`: `visit` (so where absent), `onCall` answered when called, `fetched` the person is brought to it
 * - `required`: `always`, or `byModality` where the clause that grants it says 应; else a visit is left out at a price
 */
export interface Service extends v.InferOutput<typeof serviceSchema> {}
/** The services of a place, with length, skills and hours; `illustrative` where its values are examples. */
export interface ServiceCatalogue extends v.InferOutput<typeof catalogueSchema> {}
