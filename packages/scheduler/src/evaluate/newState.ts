import type { RouteLimit } from "../features/searchHalf.js";
import type { Compiled } from "../model/compiled.js";
import { begunLimits } from "./begunLimit.js";
import { RideLimit } from "./rideLimit.js";
import { RouteState } from "./routeState.js";

/**
 * Empty routes of a compiled problem, under the limits on rides and those of its features.
 *
 * @param holds which of the limits are to hold; all unless given
 */
export function newState(compiled: Compiled, holds: (limit: RouteLimit) => boolean = () => true): RouteState {
  const rides = compiled.longestRide.some((seconds) => seconds >= 0) ? [new RideLimit(compiled)] : [];
  const limits = compiled.features.flatMap(({ search }) => search.limit?.(compiled) ?? []);
  return new RouteState(compiled, [...begunLimits(compiled), ...rides, ...limits].filter(holds));
}
