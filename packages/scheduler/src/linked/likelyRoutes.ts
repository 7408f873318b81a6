import type { Changes } from "./changes.js";

/** Routes beyond which not all are looked at. */
const mostRoutes = 48;
/** Whether of so many routes only some are looked at. */
export const looksAtSome = (routes: number): boolean => routes > mostRoutes;

/** Others drawn, so that no route is never looked at. */
const drawn = 6;

/** Routes in which a visit may be and is likely to cost little: those of visits near to it, and of caregivers who visit the same person. */
export class LikelyRoutes {
  private readonly changes: Changes;
  /** Routes of each caregiver. */
  private readonly routesOf: readonly (readonly number[])[];
  private readonly routes: Int32Array;
  private readonly seenIn: Int32Array;
  private search = 0;
  private count = 0;

  constructor(changes: Changes) {
    const { compiled } = changes.state.model;
    const routesOf = compiled.problem.caregivers.map((): number[] => []);
    for (const [route, caregiver] of compiled.routeCaregiver.entries()) routesOf[caregiver]?.push(route);
    this.changes = changes;
    this.routesOf = routesOf;
    this.routes = new Int32Array(compiled.routeCount);
    this.seenIn = new Int32Array(compiled.routeCount);
  }

  /** All routes of a visit where they are few, the likely ones otherwise. */
  of(visit: number): Int32Array {
    const { state } = this.changes;
    const { compiled, fellows } = state.model;
    const { allowed, allowedFirst, allowedTo, routeCaregiver } = compiled;
    const first = allowedFirst[visit] as number;
    const last = allowedTo[visit] as number;
    if (!looksAtSome(last - first)) return allowed.subarray(first, last);
    this.search++;
    this.count = 0;
    for (const other of fellows[visit] as readonly number[]) {
      const route = state.routeOf[other] as number;
      if (route >= 0) for (const of of this.routesOf[routeCaregiver[route] as number] as readonly number[]) this.add(visit, of);
    }
    const near = this.changes.near.of(visit);
    for (let index = 0; index < near.length; index++) this.add(visit, state.routeOf[near[index] as number] as number);
    for (let draw = 0; draw < drawn; draw++) this.add(visit, this.changes.drawRoute(visit));
    return this.routes.subarray(0, this.count);
  }

  private add(visit: number, route: number): void {
    const { price, compiled } = this.changes.state.model;
    if (route < 0 || this.seenIn[route] === this.search || price[visit * compiled.routeCount + route] === Number.POSITIVE_INFINITY) return;
    this.seenIn[route] = this.search;
    this.routes[this.count++] = route;
  }
}
