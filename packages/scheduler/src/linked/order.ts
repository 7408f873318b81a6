import type { Random } from "../improve/random.js";
import type { LinkedState } from "./linkedState.js";

/** Between the keys of appointments that have just been numbered. */
const apart = 1000;
const leastRoom = 1e-3;
/** Calls after which the appointments are numbered anew in any case: keys that follow the times find better places. */
const mostCalls = 2000;

/** Finds keys for appointments between others. */
export class Order {
  private readonly state: LinkedState;
  private readonly random: Random;
  /** The next visit of each route that is to be numbered. */
  private readonly heads: Int32Array;
  private isCrowded = false;
  private calls = 0;

  constructor(state: LinkedState, random: Random) {
    this.state = state;
    this.random = random;
    this.heads = new Int32Array(state.model.compiled.routeCount);
  }

  /** A key between two nodes that follow one another in a route, drawn anew each time; NaN where there is no room. */
  between(before: number, after: number): number {
    const { state, random } = this;
    const { visitCount } = state;
    if (before >= visitCount) {
      if (after >= visitCount) return random.unit() * apart * state.model.appointmentCount;
      return state.keyOf(after) - 1 - random.unit() * apart;
    }
    const from = state.keyOf(before);
    if (after >= visitCount) return from + 1 + random.unit() * apart;
    const room = state.keyOf(after) - from;
    if (!(room > leastRoom)) {
      this.isCrowded = true;
      return Number.NaN;
    }
    return from + room * (0.1 + 0.8 * random.unit());
  }

  /** Numbers the appointments anew where keys have become too close, and now and then; to be called between changes. */
  makeRoom(): void {
    if (!this.isCrowded && ++this.calls < mostCalls) return;
    this.calls = 0;
    this.isCrowded = false;
    this.renumber();
  }

  /** Numbers the appointments in the order of their times, as far as that keeps the order of every route. */
  renumber(): void {
    const { state, heads } = this;
    const { next, start, key, visitCount, model } = state;
    const { compiled, appointmentOf, memberFirst, member } = model;
    const { routeStart, routeCount } = compiled;
    for (let route = 0; route < routeCount; route++) heads[route] = next[routeStart[route] as number] as number;
    for (let number = 0; ; number++) {
      let best = -1;
      let earliest = Number.POSITIVE_INFINITY;
      for (let route = 0; route < routeCount; route++) {
        const visit = heads[route] as number;
        if (visit >= visitCount || (start[visit] as number) >= earliest) continue;
        const appointment = appointmentOf[visit] as number;
        if (!this.isReady(appointment)) continue;
        earliest = start[visit] as number;
        best = appointment;
      }
      if (best < 0) return;
      key[best] = number * apart;
      for (let index = memberFirst[best] as number; index < (memberFirst[best + 1] as number); index++) {
        const visit = member[index] as number;
        heads[state.routeOf[visit] as number] = next[visit] as number;
      }
    }
  }

  /** Whether nothing else is to be numbered before an appointment. */
  private isReady(appointment: number): boolean {
    const { state, heads } = this;
    const { memberFirst, member, appointmentOf } = state.model;
    for (let index = memberFirst[appointment] as number; index < (memberFirst[appointment + 1] as number); index++) {
      const head = heads[state.routeOf[member[index] as number] as number] as number;
      if (head >= state.visitCount || appointmentOf[head] !== appointment) return false;
    }
    return true;
  }
}
