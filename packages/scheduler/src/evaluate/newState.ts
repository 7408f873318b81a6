import type { Compiled } from "../model/compiled.js";
import { RouteState } from "./routeState.js";

/** Empty routes of a compiled problem, under the limits of its features. */
export function newState(compiled: Compiled): RouteState {
  const limits = compiled.features.flatMap(({ search }) => search.limit?.(compiled) ?? []);
  return new RouteState(compiled, limits);
}
