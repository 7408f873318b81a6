import type { RouteState } from "../evaluate/routeState.js";
import type { Random } from "../improve/random.js";
import type { Frozen } from "./messages.js";

/** A stop in the middle of each caregiver's first route with stops; −1 for those without. */
function middles({ compiled, next, stopsOn }: RouteState): Int32Array {
  const middle = new Int32Array(compiled.problem.caregivers.length).fill(-1);
  for (let route = 0; route < compiled.routeCount; route++) {
    const caregiver = compiled.routeCaregiver[route] as number;
    if (middle[caregiver] !== -1 || stopsOn[route] === 0) continue;
    let left = Math.floor((stopsOn[route] as number) / 2);
    let node = next[compiled.routeStart[route] as number] as number;
    for (; node >= compiled.stopCount || left > 0; node = next[node] as number) if (node < compiled.stopCount) left--;
    middle[caregiver] = node;
  }
  return middle;
}

/**
 * Parts a plan among threads: caregivers whose routes lie near one another go together, each with all of her days, so many
 * that all threads have about as many stops. Where one part ends and another begins differs from draw to draw.
 *
 * @returns for each thread, what it is to leave as it is
 */
export function partition(state: RouteState, count: number, random: Random): Frozen[] {
  const { compiled, stopsOn, routeOf } = state;
  const { placeCount, nodePlace, routeCaregiver, routeCount, jobCount } = compiled;
  const travel = compiled.routeTravel[0] ?? new Int32Array();
  const middle = middles(state);
  const way = (from: number, to: number): number => travel[(nodePlace[from] as number) * placeCount + (nodePlace[to] as number)] as number;
  const stops = new Int32Array(middle.length);
  for (let route = 0; route < routeCount; route++) {
    const caregiver = routeCaregiver[route] as number;
    stops[caregiver] = (stops[caregiver] as number) + (stopsOn[route] as number);
  }
  let free = Array.from(middle.keys()).filter((caregiver) => (middle[caregiver] as number) >= 0);
  const group = new Int32Array(middle.length);
  let seed = free.length === 0 ? -1 : (middle[free[random.below(free.length)] as number] as number);
  for (let part = 0; part < count && free.length > 0; part++) {
    const from = seed;
    free.sort((a, b) => way(from, middle[a] as number) - way(from, middle[b] as number) || a - b);
    const share = free.reduce((sum, caregiver) => sum + (stops[caregiver] as number), 0) / (count - part);
    let taken = 0;
    let size = 0;
    while (size < free.length && taken < share) taken += stops[free[size++] as number] as number;
    for (const caregiver of free.slice(0, size)) group[caregiver] = part;
    free = free.slice(size);
    // the next part begins where the last one is farthest away
    if (free.length > 0) seed = middle[free.at(-1) as number] as number;
  }
  const shift = random.below(count);
  for (const [index, caregiver] of Array.from(middle.keys())
    .filter((each) => middle[each] === -1)
    .entries())
    group[caregiver] = (index + shift) % count;
  const near = (job: number): number => {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [caregiver, stop] of middle.entries()) {
      if (stop < 0 || way(job, stop) >= least) continue;
      least = way(job, stop);
      best = group[caregiver] as number;
    }
    return best;
  };
  const parts = Array.from({ length: count }, (): Frozen => ({ routes: new Uint8Array(routeCount).fill(1), jobs: new Uint8Array(jobCount).fill(1) }));
  for (let route = 0; route < routeCount; route++) (parts[group[routeCaregiver[route] as number] as number] as Frozen).routes[route] = 0;
  for (let job = 0; job < jobCount; job++) if ((routeOf[job] as number) < 0) (parts[near(job)] as Frozen).jobs[job] = 0;
  return parts;
}

/** The order in which each route is as in the plan of the thread that had it to itself. */
export function merge(state: RouteState, start: Int32Array, parts: readonly { readonly frozen: Frozen; readonly order: Int32Array }[]): Int32Array {
  const { routeStart, routeEnd, routeCount } = state.compiled;
  const merged = start.slice();
  for (const { frozen, order } of parts) {
    for (let route = 0; route < routeCount; route++) {
      if (frozen.routes[route] === 1) continue;
      const end = routeEnd[route] as number;
      for (let node = routeStart[route] as number; node !== end; node = order[node] as number) merged[node] = order[node] as number;
    }
  }
  return merged;
}
