import { daysBetween } from "@eldercare/core";
import * as v from "valibot";
import { secondsPerDay } from "./clock.js";
import { civilDate, derivedId, titled, whole } from "./field.js";
import type { Problem } from "./problem.js";
import type { Transport } from "./transport.js";

const count = whole(0, 1_000_000);
const dated = v.array(v.strictObject({ date: civilDate, count }));

/** Shape of the free beds of a place. */
export const bedsSchema = v.strictObject({
  place: titled(derivedId, "地点", "place"),
  // chosen by the value's form, so that what is wrong inside is named rather than "neither of the two"
  free: titled(
    v.lazy((free) => (Array.isArray(free) ? dated : count)),
    "空床位数",
    "free beds",
  ),
});

/**
 * The beds of a place that nobody has when the horizon begins: one number for all of it, or numbers each of which holds from
 * the midnight of its date to that of the next. Before the first of them none is counted on.
 */
export interface Beds extends v.InferOutput<typeof bedsSchema> {}

/** How many beds are free from a moment on, in seconds from the midnight that begins the horizon. */
export interface FreeFrom {
  readonly from: number;
  readonly count: number;
}

/** The numbers of free beds in the order of time, if nobody came or went; the first holds from ever. */
export function freeBeds({ free }: Beds, horizonFrom: string): FreeFrom[] {
  if (!Array.isArray(free)) return [{ from: Number.NEGATIVE_INFINITY, count: free }];
  const dated = free.map(({ date, count }) => ({ from: daysBetween(horizonFrom, date) * secondsPerDay, count }));
  return [{ from: Number.NEGATIVE_INFINITY, count: 0 }, ...dated.sort((a, b) => a.from - b.from)];
}

/** What a transport does to the beds of a place: the person carried takes one when she alights, or leaves one once she has boarded. */
export interface BedChange {
  readonly place: string;
  readonly takes: boolean;
}

/** What a transport does to beds; undefined where it has nothing to do with any. */
export function bedChange(transport: Transport, { transports = [] }: Pick<Problem, "transports">): BedChange | undefined {
  const { bed, to } = transport;
  const returnOf = transport.returnOf ?? undefined;
  const place = bed ?? transports.find(({ id }) => id === returnOf)?.bed ?? undefined;
  if (place === undefined) return undefined;
  return { place, takes: returnOf === undefined && place === to };
}
