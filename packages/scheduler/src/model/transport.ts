import * as v from "valibot";
import { derivedId, id, measure, titled, whole } from "./field.js";
import { whenEntries, windowsSchema } from "./when.js";

const minutesPerDay = 24 * 60;

/** Shape of a transport. */
export const transportSchema = v.strictObject({
  id: derivedId,
  person: v.exactOptional(titled(id, "乘坐人", "person carried")),
  from: titled(derivedId, "上车地点", "place of boarding"),
  to: titled(derivedId, "下车地点", "place of alighting"),
  boardMinutes: titled(measure(0, minutesPerDay), "上车时长（分钟）", "time to board (minutes)"),
  alightMinutes: titled(measure(0, minutesPerDay), "下车时长（分钟）", "time to alight (minutes)"),
  longestRideMinutes: v.exactOptional(titled(measure(0, minutesPerDay), "最长乘车时间（分钟）", "longest ride (minutes)")),
  seats: v.exactOptional(titled(whole(0, 1_000_000), "占用座位", "seats taken")),
  goods: v.exactOptional(titled(v.record(v.string(), whole(1, 1_000_000)), "随车运送的物资", "goods carried")),
  wheelchair: v.exactOptional(titled(v.boolean(), "是否乘坐轮椅", "in a wheelchair")),
  bed: v.exactOptional(titled(v.nullable(derivedId), "床位所在地点", "place of the bed")),
  returnOf: v.exactOptional(titled(v.nullable(derivedId), "送回所对应的接来", "transport that this is the return of")),
  when: v.exactOptional(v.strictObject({ ...whenEntries, alight: v.exactOptional(windowsSchema) })),
  priority: v.exactOptional(titled(whole(1, 5), "优先级（1最高）", "priority (1 = highest)")),
  required: v.exactOptional(titled(v.boolean(), "是否必须完成", "required")),
});

/**
 * A person, or goods, to be fetched at one place and brought to another, in one vehicle. `when.daily` says in which hours boarding may
 * begin, `when.alight` in which hours alighting may; `notBefore` holds for boarding, `dueBy` for alighting. The ride is the
 * time from the end of boarding to the beginning of alighting. One seat is taken unless `seats` says otherwise, and a place
 * for a wheelchair besides where `wheelchair` is true; `goods` are counted against what the vehicle `holds` while they are
 * aboard. A meal from a canteen is a transport of no seats: its longest ride is its longest time in the box. Priority is 3
 * where absent.
 *
 * `bed` is one of the problem's `beds`: where she alights, she takes a free bed for the rest of the horizon; where she boards,
 * she leaves hers to somebody else. With `returnOf` she is brought back from where that transport took her: only if it is made,
 * after it, and leaving the bed that she took.
 */
export interface Transport extends v.InferOutput<typeof transportSchema> {}

/** What a transport takes of a vehicle between boarding and alighting. */
export function loadOf(transport: Transport): { readonly seats: number; readonly wheelchairs: number } {
  return { seats: transport.seats ?? 1, wheelchairs: transport.wheelchair === true ? 1 : 0 };
}

/** The lengths of a transport in whole seconds, whoever drives; `longestRideSeconds` is undefined where the ride is not limited. */
export function transportSeconds(transport: Transport) {
  const { boardMinutes, alightMinutes, longestRideMinutes } = transport;
  return {
    boardSeconds: Math.round(boardMinutes * 60),
    alightSeconds: Math.round(alightMinutes * 60),
    longestRideSeconds: longestRideMinutes === undefined ? undefined : Math.round(longestRideMinutes * 60),
  };
}
