import { bindingLinks, bindingPatterns } from "../model/bindingLinks.js";
import { secondsPerDay } from "../model/clock.js";
import type { Compiled } from "../model/compiled.js";
import type { Link } from "../model/link.js";
import type { Problem } from "../model/problem.js";
import { firstsOf } from "./firstsOf.js";

/** How two visits bear on each other where both are made, whatever their times: kinds of `Ties`. */
export const tieKinds = { days: 0, weekday: 1, caregiver: 2, either: 3, apart: 4 } as const;

const daysOfAWeek = 7;

interface Tie {
  readonly other: number;
  readonly kind: number;
  readonly least: number;
  readonly most: number;
}

/**
 * What visits ask of others that are made: so many days after them (or before: negative), the same weekday, the same caregiver
 * or another, not to be made at all. Ties of visit v: entries `first[v]` … `first[v + 1] − 1`.
 */
export class Ties {
  private readonly first: Int32Array;
  private readonly other: Int32Array;
  private readonly kind: Uint8Array;
  private readonly least: Int32Array;
  private readonly most: Int32Array;
  private readonly routeOf: Int32Array;
  private readonly routeDay: Int32Array;
  private readonly routeCaregiver: Int32Array;

  /** @param routeOf route of each visit as it stands at any time, −1 where it is left out */
  constructor(problem: Problem, routes: Pick<Compiled, "routeMidnight" | "routeCaregiver">, routeOf: Int32Array) {
    const indices = new Map(problem.visits.map(({ id }, index) => [id, index]));
    const ties = problem.visits.map((): Tie[] => []);
    const tie = (from: number, to: number, kind: number, least: number, most: number): void => {
      ties[to]?.push({ other: from, kind, least, most });
      ties[from]?.push({ other: to, kind, least: -most, most: -least });
    };
    const pairs = (ids: readonly string[]): (readonly [number, number, number])[] => {
      const visits = ids.map((id) => indices.get(id) ?? 0);
      return visits.flatMap((to, row) => visits.slice(0, row).map((from, index) => [from, to, row - index] as const));
    };
    for (const link of bindingLinks(problem)) tieByLink(link, pairs, tie);
    for (const { visits, sameWeekday, sameCaregiver } of bindingPatterns(problem))
      for (const [from, to] of pairs(visits)) {
        if (sameWeekday === true) tie(from, to, tieKinds.weekday, 0, 0);
        if (sameCaregiver === "require") tie(from, to, tieKinds.caregiver, 0, 0);
      }
    this.first = firstsOf(ties);
    const all = ties.flat();
    this.other = Int32Array.from(all, ({ other }) => other);
    this.kind = Uint8Array.from(all, ({ kind }) => kind);
    this.least = Int32Array.from(all, ({ least }) => least);
    this.most = Int32Array.from(all, ({ most }) => most);
    this.routeOf = routeOf;
    this.routeDay = routes.routeMidnight.map((midnight) => midnight / secondsPerDay);
    this.routeCaregiver = routes.routeCaregiver;
  }

  /** Whether a visit may be in a route beside those made where they are. */
  allow(visit: number, route: number): boolean {
    for (let tie = this.first[visit] as number; tie < (this.first[visit + 1] as number); tie++) {
      const beside = this.routeOf[this.other[tie] as number] as number;
      if (beside >= 0 && !this.isKept(tie, route, beside)) return false;
    }
    return true;
  }

  /** Whether a visit may be in a route beside another in its own. */
  allowBoth(visit: number, route: number, other: number, beside: number): boolean {
    for (let tie = this.first[visit] as number; tie < (this.first[visit + 1] as number); tie++)
      if (this.other[tie] === other && !this.isKept(tie, route, beside)) return false;
    return true;
  }

  private isKept(tie: number, route: number, beside: number): boolean {
    const days = (this.routeDay[route] as number) - (this.routeDay[beside] as number);
    switch (this.kind[tie]) {
      case tieKinds.days:
        return days >= (this.least[tie] as number) && days <= (this.most[tie] as number);
      case tieKinds.weekday:
        return days % daysOfAWeek === 0;
      case tieKinds.caregiver:
        return this.routeCaregiver[route] === this.routeCaregiver[beside];
      case tieKinds.apart:
        return this.routeCaregiver[route] !== this.routeCaregiver[beside];
      default:
        return false;
    }
  }
}

/** Longer than any horizon. */
const anyDays = 100_000;

function tieByLink(
  link: Link,
  pairs: (ids: readonly string[]) => (readonly [number, number, number])[],
  tie: (from: number, to: number, kind: number, least: number, most: number) => void,
): void {
  if (link.kind === "together" || link.kind === "apart") for (const [from, to] of pairs(link.visits)) tie(from, to, tieKinds.apart, 0, 0);
  if (link.kind === "oneOf") for (const [from, to] of pairs(link.visits)) tie(from, to, tieKinds.either, 0, 0);
  if (link.kind === "sameDay") for (const [from, to] of pairs(link.visits)) tie(from, to, tieKinds.days, 0, 0);
  if (link.kind === "spacing")
    for (const [from, to, steps] of pairs(link.visits))
      tie(from, to, tieKinds.days, steps * (link.minDays ?? 0), link.maxDays === undefined ? anyDays : steps * link.maxDays);
}
