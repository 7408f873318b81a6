import * as v from "valibot";
import { type Beds, bedsSchema } from "./bed.js";
import { type Caregiver, caregiverSchema } from "./caregiver.js";
import { civilDate, derivedId, id, measure, moment, positive, titled } from "./field.js";
import { type History, historySchema } from "./history.js";
import { type Link, linkSchema } from "./link.js";
import { type Objective, objectiveSchema } from "./objective.js";
import { type Pattern, patternSchema } from "./pattern.js";
import { type Base, baseSchema } from "./presentPlan.js";
import { type Tour, tourSchema } from "./tour.js";
import { type Transport, transportSchema } from "./transport.js";
import { type Vehicle, vehicleSchema } from "./vehicle.js";
import { type Visit, visitSchema } from "./visit.js";

/** Shape of a place: WGS-84 degrees. */
export const placeSchema = v.strictObject({ id: derivedId, lng: measure(-180, 180), lat: measure(-90, 90) });

// rows of a matrix are looked at one by one in `validateTravel`: a schema call per entry would cost seconds on 1,000 places
const rows = v.instance(Array<number | null>);

/** Shape of a way of travelling. */
export const profileSchema = v.variant("kind", [
  v.strictObject({
    kind: v.literal("straightLine"),
    circuity: titled(positive(10), "绕行系数", "road length over straight line"),
    metresPerSecond: titled(positive(100), "速度（米/秒）", "speed (metres a second)"),
  }),
  v.strictObject({
    kind: v.literal("matrix"),
    durationsSeconds: titled(rows, "行程时间矩阵（秒）", "travel times (seconds)"),
    distancesMetres: v.exactOptional(titled(rows, "路程矩阵（米）", "distances (metres)")),
  }),
]);

/** Shape of a problem. */
export const problemSchema = v.strictObject({
  horizon: v.strictObject({ from: civilDate, to: civilDate }),
  timeZone: titled(v.string(), "时区", "time zone"),
  now: v.exactOptional(titled(moment, "当前时刻", "present moment")),
  places: v.array(placeSchema),
  travel: v.strictObject({ profiles: v.record(id, profileSchema) }),
  caregivers: v.array(caregiverSchema),
  vehicles: v.exactOptional(v.array(vehicleSchema)),
  tours: v.exactOptional(v.array(tourSchema)),
  visits: v.array(visitSchema),
  transports: v.exactOptional(v.array(transportSchema)),
  beds: v.exactOptional(v.array(bedsSchema)),
  links: v.exactOptional(v.array(linkSchema)),
  patterns: v.exactOptional(v.array(patternSchema)),
  history: v.exactOptional(historySchema),
  objective: v.exactOptional(objectiveSchema),
  base: v.exactOptional(baseSchema),
});

/** A place, WGS-84. */
export interface Place extends v.InferOutput<typeof placeSchema> {}

/**
 * How a caregiver travels: straight line × circuity ÷ speed, or a matrix over `places`, row-major n × n, `[from * n + to]`,
 * `null` or `Infinity` where there is no way.
 */
export type TravelProfile = v.InferOutput<typeof profileSchema>;

/**
 * Visits to be made and people to be carried, by whom they can be made, and what counts. Times of day are local to `timeZone`; every day of the
 * horizon (both ends included) has 24 hours.
 */
export interface Problem {
  readonly horizon: { readonly from: string; readonly to: string };
  readonly timeZone: string;
  /**
   * The present moment, local, where the horizon has begun: nothing begins before it but what `fixed.state` says has begun, and
   * a caregiver sets out from where that leaves her.
   */
  readonly now?: string;
  readonly places: readonly Place[];
  readonly travel: { readonly profiles: Readonly<Record<string, TravelProfile>> };
  readonly caregivers: readonly Caregiver[];
  /** What the shifts drive. */
  readonly vehicles?: readonly Vehicle[];
  /** Caregivers who go out as one team, for a day or for several. */
  readonly tours?: readonly Tour[];
  readonly visits: readonly Visit[];
  /** People to be fetched and brought somewhere. */
  readonly transports?: readonly Transport[];
  /** Where people can be brought to stay. */
  readonly beds?: readonly Beds[];
  /** What visits have to do with one another. */
  readonly links?: readonly Link[];
  /** What visits on several days have in common. */
  readonly patterns?: readonly Pattern[];
  /** What went before the horizon. */
  readonly history?: History;
  readonly objective?: Objective;
  /** What holds now, where plans are to change as little as possible. */
  readonly base?: Base;
}
