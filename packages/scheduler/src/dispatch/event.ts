import * as v from "valibot";
import { civilDate, derivedId, id, measure, moment, positive, titled } from "../model/field.js";
import { visitSchema } from "../model/visit.js";
import { whenEntries } from "../model/when.js";

const at = v.exactOptional(titled(moment, "发生时刻", "moment at which it is known"));
const from = v.exactOptional(titled(moment, "自何时起", "from which moment on"));
const until = v.exactOptional(titled(civilDate, "至何日止（含当日）", "to which date, this included"));
const minutesPerDay = 24 * 60;

const road = v.strictObject({
  from: titled(derivedId, "起点", "one end"),
  to: titled(derivedId, "终点", "the other end"),
  oneWay: v.exactOptional(titled(v.boolean(), "仅此方向", "in this direction alone")),
});

/** Shape of what happens on a day. */
export const eventSchema = v.variant("kind", [
  v.strictObject({
    kind: v.literal("emergency"),
    at,
    visit: visitSchema,
    respondWithinMinutes: v.exactOptional(titled(positive(minutesPerDay), "应在多少分钟内到达", "minutes within which somebody is to be there")),
    responder: v.exactOptional(titled(id, "指定前往的护理员", "who is to go")),
  }),
  v.strictObject({
    kind: v.literal("caregiverOut"),
    at,
    caregiver: titled(id, "护理员", "caregiver"),
    from,
    until,
    finishesVisit: v.exactOptional(titled(v.boolean(), "是否做完正在进行的服务", "finishes the visit she is at")),
  }),
  v.strictObject({ kind: v.literal("vehicleDown"), at, vehicle: titled(id, "车辆", "vehicle"), from, until }),
  v.strictObject({ kind: v.literal("cancelled"), at, visit: titled(derivedId, "上门服务", "visit") }),
  v.strictObject({
    kind: v.literal("noShow"),
    at,
    visit: titled(derivedId, "上门服务", "visit"),
    waitedMinutes: v.exactOptional(titled(measure(0, minutesPerDay), "等候分钟数", "minutes waited at the door")),
    again: v.exactOptional(v.strictObject({ id: derivedId, when: v.exactOptional(v.strictObject(whenEntries)) })),
  }),
  v.strictObject({
    kind: v.literal("overrun"),
    at,
    visit: titled(derivedId, "上门服务", "visit"),
    minutes: titled(measure(-minutesPerDay, minutesPerDay), "延长分钟数（负数为提前）", "minutes longer (negative: shorter)"),
  }),
  v.strictObject({
    kind: v.literal("roadClosed"),
    at,
    roads: titled(v.pipe(v.array(road), v.minLength(1, "EMPTY_LIST")), "受影响的道路", "roads concerned"),
    slowdown: v.exactOptional(titled(v.pipe(measure(1, 100)), "行程时间的倍数", "factor on travel time")),
  }),
]);

/**
 * What happens on a day. `at` is when it is known, the problem's `now` where absent; an emergency and a no-show need one of them.
 *
 * - `emergency`: `visit` is to be made at once, by the nearest who is able, or by `responder`
 * - `caregiverOut`: a caregiver is out from `from` (now) to the end of `until` (of the horizon). The visit she is at she finishes,
 *   unless `finishesVisit` is false; then it is planned again as a whole
 * - `vehicleDown`: the same for whoever drives a vehicle, on the shifts on which she does
 * - `cancelled`: a visit is not wanted any more. One under way ends now; to one travelled to she still goes, and sets out from there
 * - `noShow`: nobody was at home. The visit lasts `waitedMinutes` (until now), and `again` is planned in its stead
 * - `overrun`: a visit lasts so many minutes longer
 * - `roadClosed`: ways between places, in both directions, are closed or take `slowdown` times as long
 */
export type DispatchEvent = v.InferOutput<typeof eventSchema>;

/** An event of one kind. */
export type EventOf<Kind extends DispatchEvent["kind"]> = Extract<DispatchEvent, { readonly kind: Kind }>;
