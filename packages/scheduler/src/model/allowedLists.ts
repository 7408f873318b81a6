import type { Compiled } from "./compiled.js";
import type { Steps } from "./steps.js";

/** Routes and prices of a job, and where they stand among those of all. */
interface AllowedList {
  readonly routes: Int32Array;
  readonly prices: Float64Array;
  readonly first: number;
}

const isList = (list: AllowedList, routes: Int32Array, prices: Float64Array): boolean =>
  list.routes.length === routes.length && routes.every((route, index) => list.routes[index] === route && list.prices[index] === prices[index]);

/** A number that equal lists share, and others seldom do. */
function hashOf(routes: Int32Array, prices: Float64Array): number {
  let hash = routes.length;
  for (let index = 0; index < routes.length; index++)
    hash = (Math.imul(hash, 31) + (routes[index] as number) + Math.imul(prices[index] as number, 131)) | 0;
  return hash;
}

/**
 * Lists of routes and prices, one for each job in order, joined without a pause however long they get. Jobs whose lists are the
 * same share one: a search that goes from job to job then finds it near at hand.
 */
export class AllowedLists {
  private readonly allowedFirst: Int32Array;
  private readonly allowedTo: Int32Array;
  private readonly lists: AllowedList[] = [];
  private readonly byHash = new Map<number, AllowedList[]>();
  private routesOfJob: number[] = [];
  private pricesOfJob: number[] = [];
  private jobs = 0;
  private length = 0;

  constructor(jobCount: number) {
    this.allowedFirst = new Int32Array(jobCount);
    this.allowedTo = new Int32Array(jobCount);
  }

  /** Adds a route to those of the present job. */
  add(route: number, price: number): void {
    this.routesOfJob.push(route);
    this.pricesOfJob.push(price);
  }

  /** Takes the routes of a job over from lists that are joined, and goes on to the next job. */
  addAll(
    { allowed, allowedFirst, allowedTo, allowedPrice }: Pick<Compiled, "allowed" | "allowedFirst" | "allowedTo" | "allowedPrice">,
    job: number,
  ): void {
    const [from, to] = [allowedFirst[job], allowedTo[job]];
    this.end(allowed.subarray(from, to), allowedPrice.subarray(from, to));
  }

  /** Goes on to the next job. */
  endJob(): void {
    this.end(new Int32Array(this.routesOfJob), new Float64Array(this.pricesOfJob));
    this.routesOfJob = [];
    this.pricesOfJob = [];
  }

  private end(routes: Int32Array, prices: Float64Array): void {
    const { first } = this.known(routes, prices);
    this.allowedFirst[this.jobs] = first;
    this.allowedTo[this.jobs++] = first + routes.length;
  }

  private known(routes: Int32Array, prices: Float64Array): AllowedList {
    const hash = hashOf(routes, prices);
    const alike = this.byHash.get(hash) ?? [];
    const found = alike.find((list) => isList(list, routes, prices));
    if (found !== undefined) return found;
    const list = { routes, prices, first: this.length };
    this.lists.push(list);
    this.byHash.set(hash, [...alike, list]);
    this.length += routes.length;
    return list;
  }

  /** All lists, one after the other. Resumable. */
  *joined(): Steps<Pick<Compiled, "allowed" | "allowedFirst" | "allowedTo" | "allowedPrice">> {
    const allowed = new Int32Array(this.length);
    const allowedPrice = new Float64Array(this.length);
    for (const { routes, prices, first } of this.lists) {
      allowed.set(routes, first);
      allowedPrice.set(prices, first);
      yield;
    }
    return { allowedFirst: this.allowedFirst, allowedTo: this.allowedTo, allowed, allowedPrice };
  }
}
