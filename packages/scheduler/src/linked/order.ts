import type { Random } from "../improve/random.js";
import { EarliestFirst } from "./earliestFirst.js";
import type { LinkedState } from "./linkedState.js";

/** Between the keys of appointments that have just been numbered. */
const apart = 1000;
const leastRoom = 1e-3;
/** Calls after which the appointments are numbered anew in any case: keys that follow the times find better places. */
const leastCalls = 2000;
const callsAnAppointment = 4;

/** Finds keys for appointments between others. */
export class Order {
  private readonly state: LinkedState;
  private readonly random: Random;
  /** The next visit of each route that is to be numbered. */
  private readonly heads: Int32Array;
  /** Appointments that can be numbered next, and by appointment: 1 once it is among them, 2 once it is numbered. */
  private readonly ready: EarliestFirst;
  private readonly numbered: Uint8Array;
  private readonly mostCalls: number;
  private isCrowded = false;
  private calls = 0;

  constructor(state: LinkedState, random: Random) {
    this.state = state;
    this.random = random;
    this.heads = new Int32Array(state.model.compiled.routeCount);
    this.mostCalls = Math.max(leastCalls, callsAnAppointment * state.model.appointmentCount);
    this.ready = new EarliestFirst(state.model.appointmentCount);
    this.numbered = new Uint8Array(state.model.appointmentCount);
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
      // nothing ever comes between visits of one appointment
      if (room !== 0) this.isCrowded = true;
      return Number.NaN;
    }
    return from + room * (0.1 + 0.8 * random.unit());
  }

  /** Numbers the appointments anew where keys have become too close, and now and then; to be called between changes. */
  makeRoom(): void {
    if (!this.isCrowded && ++this.calls < this.mostCalls) return;
    this.calls = 0;
    this.isCrowded = false;
    this.renumber();
  }

  /** Numbers the appointments in the order of their times, as far as that keeps the order of every route and of sequences. */
  renumber(): void {
    const { state, heads, ready } = this;
    const { next, key, visitCount, model } = state;
    const { compiled, memberFirst, member, appointmentOf, sequences } = model;
    const { routeStart, routeCount } = compiled;
    this.numbered.fill(0);
    for (let route = 0; route < routeCount; route++) heads[route] = next[routeStart[route] as number] as number;
    for (let route = 0; route < routeCount; route++) this.offer(heads[route] as number);
    for (let number = 0; ready.count > 0; number++) {
      const appointment = ready.take();
      key[appointment] = number * apart;
      this.numbered[appointment] = 2;
      for (let index = memberFirst[appointment] as number; index < (memberFirst[appointment + 1] as number); index++) {
        const visit = member[index] as number;
        heads[state.routeOf[visit] as number] = next[visit] as number;
      }
      for (let index = memberFirst[appointment] as number; index < (memberFirst[appointment + 1] as number); index++) {
        const visit = member[index] as number;
        const following = next[visit] as number;
        // of several visits on one route only the last leads on to another appointment
        if (following >= visitCount || appointmentOf[following] !== appointment) this.offer(following);
        for (let at = sequences.followFirst[visit] as number; at < (sequences.followFirst[visit + 1] as number); at++)
          this.offer(sequences.follower[at] as number);
      }
    }
  }

  /** Lets the appointment of a visit be numbered once nothing else is to be numbered before it. */
  private offer(node: number): void {
    const { state, numbered } = this;
    if (node >= state.visitCount || (state.routeOf[node] as number) < 0) return;
    const appointment = state.model.appointmentOf[node] as number;
    if (numbered[appointment] !== 0 || !this.isReady(appointment)) return;
    numbered[appointment] = 1;
    this.ready.add(appointment, this.earliestOf(appointment));
  }

  private earliestOf(appointment: number): number {
    const { memberFirst, member } = this.state.model;
    let earliest = Number.POSITIVE_INFINITY;
    for (let index = memberFirst[appointment] as number; index < (memberFirst[appointment + 1] as number); index++)
      earliest = Math.min(earliest, this.state.start[member[index] as number] as number);
    return earliest;
  }

  /** Whether nothing else is to be numbered before an appointment. */
  private isReady(appointment: number): boolean {
    const { state, heads, numbered } = this;
    const { memberFirst, member, appointmentOf, sequences } = state.model;
    for (let index = memberFirst[appointment] as number; index < (memberFirst[appointment + 1] as number); index++) {
      const visit = member[index] as number;
      const head = heads[state.routeOf[visit] as number] as number;
      if (head >= state.visitCount || appointmentOf[head] !== appointment) return false;
      for (let wait = sequences.first[visit] as number; wait < (sequences.first[visit + 1] as number); wait++) {
        const before = sequences.from[wait] as number;
        if ((state.routeOf[before] as number) >= 0 && numbered[appointmentOf[before] as number] !== 2) return false;
      }
    }
    return true;
  }
}
