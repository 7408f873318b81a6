import type { Compiled } from "../model/compiled.js";
import { fairShareSeconds, statedSeconds } from "../model/fairShare.js";
import type { Tally } from "./tally.js";

/** Service above the fair shares of caregivers. */
export class Loads implements Tally {
  readonly component = "unfair";
  cost = 0;
  private readonly compiled: Compiled;
  private readonly secondPrice: number;
  private readonly share: Float64Array;
  private readonly load: Float64Array;
  private readonly stated: Float64Array;

  constructor(compiled: Compiled, secondPrice: number) {
    const { problem } = compiled;
    this.compiled = compiled;
    this.secondPrice = secondPrice;
    this.share = Float64Array.from(fairShareSeconds(problem));
    this.load = new Float64Array(problem.caregivers.length);
    this.stated = Float64Array.from(problem.visits, statedSeconds);
  }

  count(visit: number, route: number, sign: 1 | -1): number {
    const caregiver = this.compiled.routeCaregiver[route] as number;
    const share = this.share[caregiver] as number;
    const before = this.load[caregiver] as number;
    const after = before + sign * (this.stated[visit] as number);
    this.load[caregiver] = after;
    const added = (Math.max(0, after - share) - Math.max(0, before - share)) * this.secondPrice;
    this.cost += added;
    return added;
  }
}
