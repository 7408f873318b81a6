import type { LinkedState } from "./linkedState.js";

/** A plan as an order: who makes what in which order, from which all times follow. */
export interface KeptOrder {
  readonly key: Float64Array;
  readonly lateBetween: Uint8Array;
  readonly rhythmFrom: Int32Array;
  readonly breakMode: Int32Array;
  readonly routeOf: Int32Array;
}

/** Begins anew from a plan kept aside or read, whose keys put every route's visits in order: its cost. Cannot be rolled back. */
export function restoreOrder(state: LinkedState, { key, lateBetween, rhythmFrom, breakMode, routeOf }: KeptOrder): number {
  const { bundleCount, leaveAllOutCost, leaveOutCost, memberFirst, member } = state.model;
  state.begin();
  for (let visit = 0; visit < state.visitCount; visit++) if ((state.routeOf[visit] as number) >= 0) state.take(visit);
  state.key.set(key);
  state.lateBetween.set(lateBetween);
  state.rhythmFrom.set(rhythmFrom);
  state.breakMode.set(breakMode);
  for (let route = 0; route < state.visitsOn.length; route++) state.agenda.addPriced(route);
  const sorted = Array.from(key.keys()).sort((a, b) => (key[a] as number) - (key[b] as number) || a - b);
  for (const appointment of sorted)
    for (let index = memberFirst[appointment] as number; index < (memberFirst[appointment + 1] as number); index++) {
      const visit = member[index] as number;
      if ((routeOf[visit] as number) >= 0) state.put(visit, routeOf[visit] as number);
    }
  state.leftCost = leaveAllOutCost;
  for (let bundle = 0; bundle < bundleCount; bundle++) if (state.isMade(bundle)) state.leftCost -= leaveOutCost[bundle] as number;
  return state.settle();
}
