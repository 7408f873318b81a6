import type { CivilDate } from "@eldercare/core";
import type { CaregiverDay } from "../features/checkHalf.js";
import type { Feature } from "../features/feature.js";
import type { Problem } from "./problem.js";

/**
 * A problem as the search sees it: flat, integers, times in whole seconds from the midnight that begins the horizon.
 *
 * Nodes are numbered: visits 0 … V−1 in the problem's order, then the boardings of the transports, then their alightings in the
 * same order, then every route's breaks, then every route's start and end. Visits and boardings are the jobs: what is put into a
 * route or left out as one. An alighting follows its boarding into its route and out of it. All three are stops.
 * A route is one caregiver's day, or one of a tour. Costs are in units of 1 / `costScale` of the objective, so that a weight per minute times
 * seconds is a whole number and sums are exact.
 */
export interface Compiled {
  readonly problem: Problem;
  readonly features: readonly Feature[];
  readonly costScale: number;
  readonly visitCount: number;
  /** Visits and transports. */
  readonly jobCount: number;
  /** Visits, boardings and alightings. */
  readonly stopCount: number;
  readonly routeCount: number;
  readonly nodeCount: number;
  /** Side of the travel matrices: the problem's places, and one more that is next to all of them where a shift has an open end. */
  readonly placeCount: number;

  /** What each route is a day of. */
  readonly days: readonly CaregiverDay[];
  /** How many people are on each route. */
  readonly routeCrew: Int32Array;
  /** Tour of each route, as an index into the problem's tours; −1 for ordinary days. */
  readonly routeTour: Int32Array;
  /** Routes of each tour in the order of its dates. */
  readonly tourRoutes: readonly Int32Array[];
  /** Places at which the nights of each tour can be spent. */
  readonly tourLodgings: readonly Int32Array[];

  /** Caregiver of each route, as an index into the problem's caregivers; of a tour, its leader. */
  readonly routeCaregiver: Int32Array;
  /** Shift of each route, as an index into its caregiver's shifts. */
  readonly routeShift: Int32Array;
  readonly routeDate: readonly CivilDate[];
  /** Midnight of each route's date. */
  readonly routeMidnight: Int32Array;
  /** Bounds of each route's shift. */
  readonly routeFrom: Int32Array;
  readonly routeTo: Int32Array;
  /** Seconds after `routeTo` up to which each route may return. */
  readonly routeOvertime: Int32Array;
  /** Start and end node of each route. */
  readonly routeStart: Int32Array;
  readonly routeEnd: Int32Array;
  /** First break node of each route; those of route r end where those of r + 1 begin. R + 1 entries. */
  readonly routeBreak: Int32Array;
  /** Travel matrix of each route's profile; routes of one profile share it. */
  readonly routeTravel: readonly Int32Array[];
  /** The same read the other way round: the ways into one place stand together. The same array where all ways are as long back. */
  readonly routeTravelInto: readonly Int32Array[];
  /** Row of `durations` that holds for each route. */
  readonly routeFactor: Int32Array;
  /** Routes of one class are interchangeable while empty. */
  readonly routeClass: Int32Array;

  /** Place of each stop, start and end node, where a night lies between two of a tour the first of its lodgings; of break nodes 0, their place being that of the stop before. */
  readonly nodePlace: Int32Array;
  /** Bounds for the beginning of each break node, and its length; 0 for other nodes. */
  readonly breakFrom: Int32Array;
  readonly breakTo: Int32Array;
  readonly breakSeconds: Int32Array;
  readonly breakPaid: Uint8Array;
  /** 1 for breaks that must be taken. */
  readonly breakRequired: Uint8Array;
  readonly breakId: readonly string[];

  /** Windows of stop s: entries `windowFirst[s]` … `windowFirst[s + 1] − 1`, in order, seconds since midnight. */
  readonly windowFirst: Int32Array;
  readonly windowFrom: Int32Array;
  readonly windowTo: Int32Array;
  /** The moments between which each stop may begin. */
  readonly openFrom: Int32Array;
  readonly openTo: Int32Array;
  /** 1 for visits that may begin after their windows. */
  readonly soft: Uint8Array;
  /** Seconds of service, one row of `stopCount` entries for each service-time factor. */
  readonly durations: Int32Array;
  /** Longest ride of each transport from the end of boarding to the beginning of alighting; −1 where it is not limited. */
  readonly longestRide: Int32Array;

  /** For each job, the boarding that fetched whom it brings back; −1 where it brings nobody back. And the other way round. */
  readonly returnOf: Int32Array;
  readonly returnedBy: Int32Array;

  /** Routes that may do job j: entries `allowedFirst[j]` … `allowedTo[j] − 1` of `allowed`, and the price of each. Jobs for whom these are the same share them. */
  readonly allowedFirst: Int32Array;
  readonly allowedTo: Int32Array;
  readonly allowed: Int32Array;
  readonly allowedPrice: Float64Array;
  /** What it costs to leave each job out; 0 for alightings. */
  readonly leaveOutCost: Float64Array;
  /** What a route costs for each person on it as soon as it is driven. */
  readonly routeOpenCost: number;
  /** Cost of a second on the road, and of a second of waiting. */
  readonly travelSecondCost: number;
  readonly waitingSecondCost: number;
  /** Cost of a second of lateness, of the latest of all visits, of overtime, of the idlest of all shifts; of a break missed. */
  readonly latenessSecondCost: number;
  readonly latestSecondCost: number;
  readonly overtimeSecondCost: number;
  readonly idlestSecondCost: number;
  readonly missedBreakCost: number;
  /** Of nodes that are facts (see `factsOf`), how many seconds of their length in \`durations\` or \`breakSeconds\` lie after their end. */
  readonly heldSeconds: Int32Array;
  /** 1 for nodes that are facts. */
  readonly isFact: Uint8Array;
}
