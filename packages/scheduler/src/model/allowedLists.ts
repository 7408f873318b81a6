import type { Compiled } from "./compiled.js";
import type { Steps } from "./steps.js";

/** Lists of routes and prices, one for each job in order, joined without a pause however long they get. */
export class AllowedLists {
  private readonly allowedFirst: Int32Array;
  private readonly routes: Int32Array[] = [];
  private readonly prices: Float64Array[] = [];
  private routesOfJob: number[] = [];
  private pricesOfJob: number[] = [];
  private jobs = 0;
  private length = 0;

  constructor(jobCount: number) {
    this.allowedFirst = new Int32Array(jobCount + 1);
  }

  /** Adds a route to those of the present job. */
  add(route: number, price: number): void {
    this.routesOfJob.push(route);
    this.pricesOfJob.push(price);
  }

  /** Takes the routes of a job over from lists that are joined, and goes on to the next job. */
  addAll({ allowed, allowedFirst, allowedPrice }: Pick<Compiled, "allowed" | "allowedFirst" | "allowedPrice">, job: number): void {
    const [from, to] = [allowedFirst[job], allowedFirst[job + 1]];
    this.routes.push(allowed.subarray(from, to));
    this.prices.push(allowedPrice.subarray(from, to));
    this.length += allowed.subarray(from, to).length;
    this.allowedFirst[++this.jobs] = this.length;
  }

  /** Goes on to the next job. */
  endJob(): void {
    this.length += this.routesOfJob.length;
    this.allowedFirst[++this.jobs] = this.length;
    this.routes.push(new Int32Array(this.routesOfJob));
    this.prices.push(new Float64Array(this.pricesOfJob));
    this.routesOfJob = [];
    this.pricesOfJob = [];
  }

  /** All lists, one after the other. Resumable. */
  *joined(): Steps<{ readonly allowedFirst: Int32Array; readonly allowed: Int32Array; readonly allowedPrice: Float64Array }> {
    const { allowedFirst } = this;
    const allowed = new Int32Array(this.length);
    const allowedPrice = new Float64Array(this.length);
    for (const [job, list] of this.routes.entries()) {
      allowed.set(list, allowedFirst[job]);
      allowedPrice.set(this.prices[job] ?? [], allowedFirst[job]);
      yield;
    }
    return { allowedFirst, allowed, allowedPrice };
  }
}
