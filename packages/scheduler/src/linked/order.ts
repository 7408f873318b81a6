import type { Random } from "../improve/random.js";
import type { LinkedState } from "./linkedState.js";

/** Between the keys of appointments that have just been numbered. */
const apart = 1000;
const leastRoom = 1e-3;

/** Finds keys for appointments between others. */
export class Order {
  private readonly state: LinkedState;
  private readonly random: Random;
  private isCrowded = false;

  constructor(state: LinkedState, random: Random) {
    this.state = state;
    this.random = random;
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

  /** Numbers the appointments anew where keys have become too close; to be called between changes. */
  makeRoom(): void {
    if (!this.isCrowded) return;
    this.isCrowded = false;
    const { key } = this.state;
    const sorted = Array.from(key.keys()).sort((a, b) => (key[a] as number) - (key[b] as number) || a - b);
    for (const [index, appointment] of sorted.entries()) key[appointment] = index * apart;
  }
}
