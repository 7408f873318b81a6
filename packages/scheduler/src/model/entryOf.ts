import type { Compiled } from "./compiled.js";

/** Where a route stands in `allowed` among those that may do a job, which are in order; −1 where it may not. */
export function entryOf({ allowed, allowedFirst, allowedTo }: Compiled, job: number, route: number): number {
  let low = allowedFirst[job] as number;
  let high = (allowedTo[job] as number) - 1;
  // most jobs may be done on every route
  if (low + route <= high && allowed[low + route] === route) return low + route;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = allowed[middle] as number;
    if (there === route) return middle;
    if (there < route) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
