import * as v from "valibot";
import { id, titled, whole } from "./field.js";

/** Shape of a vehicle of a problem. */
export const vehicleSchema = v.strictObject({
  id,
  seats: v.exactOptional(titled(whole(0, 1_000_000), "座位数", "seats")),
  wheelchairs: v.exactOptional(titled(whole(0, 1_000_000), "轮椅位数", "places for wheelchairs")),
  equipment: v.exactOptional(titled(v.array(v.string()), "随车设备", "equipment on board")),
  holds: v.exactOptional(titled(v.record(v.string(), whole(0, 1_000_000)), "可同时装载的物资", "goods that it holds at once")),
  stock: v.exactOptional(titled(v.record(v.string(), whole(0, 1_000_000)), "随车物资数量", "stock on board, by item")),
});

/**
 * A vehicle that a shift drives (`vehicle` of the shift); the driver's seat is not among its `seats`. What is not declared is
 * not counted on: no seats, no places for wheelchairs, no equipment. An absent `stock` or `holds` does
 * not limit; where one is there, what it does not list is not counted on.
 */
export interface Vehicle extends v.InferOutput<typeof vehicleSchema> {}

/** How many passengers a vehicle takes at once, sitting and in wheelchairs. */
export function roomOf(vehicle: Vehicle | undefined): { readonly seats: number; readonly wheelchairs: number } {
  return { seats: vehicle?.seats ?? 0, wheelchairs: vehicle?.wheelchairs ?? 0 };
}

/** How much of a kind of goods a vehicle holds at once; infinite where it does not say what it holds. */
export function holdOf(vehicle: Vehicle | undefined, good: string): number {
  return vehicle?.holds === undefined ? Number.POSITIVE_INFINITY : (vehicle.holds[good] ?? 0);
}
