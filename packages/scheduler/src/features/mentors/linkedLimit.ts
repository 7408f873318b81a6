import type { LinkedState } from "../../linked/linkedState.js";
import type { LinkedLimit } from "../searchHalf.js";
import type { BesideMentors } from "./besideMentors.js";

/** Each visit of a trainee has one beside it that a mentor of hers makes; asked of both their routes, as either may change. */
export class MentorsInOrder implements LinkedLimit {
  readonly reason = "MENTOR_MISSING";
  private readonly beside: BesideMentors;

  constructor(beside: BesideMentors) {
    this.beside = beside;
  }

  keeps(state: LinkedState, route: number): boolean {
    const { next, visitCount, model } = state;
    for (let visit = next[model.compiled.routeStart[route] as number] as number; visit < visitCount; visit = next[visit] as number) {
      if (!this.isAccompanied(state, visit)) return false;
      for (const other of this.beside.companions[visit] as readonly number[]) if (!this.isAccompanied(state, other)) return false;
    }
    return true;
  }

  private isAccompanied({ routeOf, model }: LinkedState, visit: number): boolean {
    const { routeCaregiver, isFact } = model.compiled;
    const route = routeOf[visit] as number;
    const mentors = route < 0 ? undefined : this.beside.mentors[routeCaregiver[route] as number];
    // what has begun is not held against anybody
    if (mentors === undefined || isFact[visit] === 1) return true;
    for (const other of this.beside.companions[visit] as readonly number[]) {
      const by = routeOf[other] as number;
      if (by >= 0 && mentors.has(routeCaregiver[by] as number)) return true;
    }
    return false;
  }
}
