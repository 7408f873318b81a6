import * as v from "valibot";
import { id, measure, titled, whole } from "../register/field.js";

/** Shape of one vehicle. */
export const vehicleSchema = v.strictObject({
  id,
  seats: v.exactOptional(titled(whole(1, 100), "座位数", "seats")),
  wheelchairs: v.exactOptional(titled(whole(0, 100), "轮椅位数", "places for wheelchairs")),
  equipment: v.exactOptional(titled(v.array(id), "随车设备", "equipment on board")),
  stock: v.exactOptional(titled(v.record(v.string(), whole(0)), "随车物资数量", "stock on board, by item")),
  metresPerSecond: v.exactOptional(titled(v.pipe(measure(0, 100), v.gtValue(0, "OUT_OF_RANGE")), "行驶速度（米/秒）", "speed (metres per second)")),
});

/** One vehicle; the driver's seat is not among its seats. Absent means unknown. */
export interface Vehicle extends v.InferOutput<typeof vehicleSchema> {}
