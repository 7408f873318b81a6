import { EldercareError } from "@eldercare/core";
import { numberRoutes } from "../construct/loadRoutes.js";
import { withReasons } from "../evaluate/toPlan.js";
import { explainLinked } from "../linked/explainLinked.js";
import { linkedPlan } from "../linked/linkedPlan.js";
import { improveLinked } from "../linked/linkedSearch.js";
import { type LinkedState, whenDue } from "../linked/linkedState.js";
import { loadOrders } from "../linked/loadOrders.js";
import { newLinkedState } from "../linked/newLinkedState.js";
import { restoreOrder } from "../linked/restoreOrder.js";
import { printedSeconds } from "../model/clock.js";
import type { Compiled } from "../model/compiled.js";
import type { Steps } from "../model/steps.js";
import type { Order } from "./orders.js";
import type { Repair, Repaired } from "./repair.js";

/** Between the keys of appointments, so that others come between. */
const keyGap = 1000;

/** When each rhythm begins by a plan: with the earliest of its visits that are still to be made. */
function rhythmsOf({ model: { rhythms } }: LinkedState, routeOf: Int32Array, starts: Int32Array): Int32Array {
  const from = new Int32Array(rhythms.count);
  for (const rhythm of from.keys()) {
    const members = Array.from(rhythms.member.subarray(rhythms.first[rhythm], rhythms.first[rhythm + 1]));
    const begins = members.filter((visit) => (routeOf[visit] as number) >= 0).map((visit) => starts[visit] as number);
    if (begins.length > 0) from[rhythm] = Math.min(...begins);
  }
  return from;
}

/** Orders as the state numbers them. */
interface ReadOrders {
  readonly routeOf: Int32Array;
  /** When each visit was to begin, by the time of day; 0 where the orders do not say. */
  readonly starts: Int32Array;
  /** When the first visit of each appointment was to begin; infinite where none is in a route. */
  readonly place: Float64Array;
  readonly breakMode: Int32Array;
}

function readOrders({ visitCount, model }: LinkedState, orders: readonly Order[]): ReadOrders {
  const { compiled, appointmentOf, appointmentCount } = model;
  const routeOf = new Int32Array(visitCount).fill(-1);
  const starts = new Int32Array(visitCount);
  const place = new Float64Array(appointmentCount).fill(Number.POSITIVE_INFINITY);
  const breakMode = new Int32Array(compiled.nodeCount).fill(whenDue);
  const indexOf = new Map(compiled.problem.visits.map(({ id }, index) => [id, index]));
  for (const { stops } of orders)
    for (const { kind, id, start } of stops) {
      const visit = kind === "visit" ? indexOf.get(id) : undefined;
      if (visit !== undefined) starts[visit] = printedSeconds(start ?? "") ?? 0;
    }
  for (const { route, nodes } of numberRoutes(compiled, orders).routes)
    for (const [index, node] of nodes.entries()) {
      const next = nodes[index + 1];
      if (node >= visitCount) {
        if (compiled.isFact[node] === 1 && next !== undefined) breakMode[node] = next;
        continue;
      }
      routeOf[node] = route;
      const appointment = appointmentOf[node] as number;
      const moment = (compiled.routeMidnight[route] as number) + (starts[node] as number);
      place[appointment] = Math.min(place[appointment] as number, moment + index / keyGap);
    }
  return { routeOf, starts, place, breakMode };
}

/** Puts orders into routes bundle by bundle, those that have begun first; the visits that cannot be kept. */
function loadOneByOne(state: LinkedState, orders: readonly Order[]): { readonly out: number; readonly stuck: number[] } {
  const { compiled, appointmentCount, bundleFirst, bundled, memberFirst, member, leaveOutCost } = state.model;
  const { routeOf, starts, place, breakMode } = readOrders(state, orders);
  const membersOf = (appointment: number): number[] => Array.from(member.subarray(memberFirst[appointment], memberFirst[appointment + 1]));
  const hasBegun = (appointment: number): boolean => compiled.isFact[member[memberFirst[appointment] as number] as number] === 1;
  const planned = Array.from(place.keys()).filter((appointment) => place[appointment] !== Number.POSITIVE_INFINITY);
  const order = planned.sort((a, b) => Number(hasBegun(b)) - Number(hasBegun(a)) || (place[a] as number) - (place[b] as number) || a - b);
  const key = new Float64Array(appointmentCount);
  for (const [index, appointment] of order.entries()) key[appointment] = (index + 1) * keyGap;
  const begunRoutes = routeOf.map((route, visit) => (compiled.isFact[visit] === 1 ? route : -1));
  const kept = { key, lateBetween: new Uint8Array(appointmentCount), rhythmFrom: rhythmsOf(state, routeOf, starts), breakMode, routeOf: begunRoutes };
  if (restoreOrder(state, kept) === Number.POSITIVE_INFINITY) return { out: 0, stuck: [...new Set(begunRoutes)].filter((route) => route >= 0) };
  let out = 0;
  const bundles = [...new Set(order.map((appointment) => state.model.bundleOf[appointment] as number))];
  for (const bundle of bundles) {
    if (state.isMade(bundle)) continue;
    const members = Array.from(bundled.subarray(bundleFirst[bundle], bundleFirst[bundle + 1])).flatMap(membersOf);
    state.begin();
    const isThere = members.every((visit) => {
      const route = routeOf[visit] as number;
      if (route < 0 || !state.mayBe(visit, route)) return false;
      state.put(visit, route);
      return true;
    });
    state.leftCost -= leaveOutCost[bundle] as number;
    if (isThere && state.settle() !== Number.POSITIVE_INFINITY) continue;
    state.rollBack();
    out += members.length;
  }
  return { out, stuck: [] };
}

/** Repairs a plan whose routes bear on one another. Resumable. */
export function* linkedRepair(compiled: Compiled, { orders, seed, budget, concerns }: Repair): Steps<Repaired> {
  let state = newLinkedState(compiled);
  let out = 0;
  try {
    loadOrders(state, orders);
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    state = newLinkedState(compiled);
    const loaded = loadOneByOne(state, orders);
    if (loaded.stuck.length > 0) return { stuck: loaded.stuck };
    out = loaded.out;
  }
  const loaded = yield* linkedPlan(state);
  if (!concerns(loaded.routes, out)) return { plan: withReasons(loaded, yield* explainLinked(state, loaded.left)), stuck: [] };
  const run = yield* improveLinked(state, seed, budget);
  const timed = yield* linkedPlan(state);
  return { plan: withReasons(timed, yield* explainLinked(state, timed.left)), run, stuck: [] };
}
