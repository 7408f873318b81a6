import type { LinkedState } from "../../linked/linkedState.js";
import type { LinkedLimit } from "../searchHalf.js";
import type { Rivals } from "./rivals.js";

/** Two routes never have one person at once. Visits with rivals are tied, so the times here are those of the plan. */
export class OneAtATimeInOrder implements LinkedLimit {
  readonly reason = "PERSON_TWICE_AT_ONCE";
  private readonly rivals: Rivals;

  constructor(rivals: Rivals) {
    this.rivals = rivals;
  }

  keeps({ next, routeOf, start, finish, visitCount, model }: LinkedState, route: number): boolean {
    const { first, rivals } = this.rivals;
    const { heldSeconds } = model.compiled;
    const end = (made: number): number => (finish[made] as number) - (heldSeconds[made] as number);
    const begin = model.compiled.routeStart[route] as number;
    for (let visit = next[begin] as number; visit < visitCount; visit = next[visit] as number)
      for (let index = first[visit] as number; index < (first[visit + 1] as number); index++) {
        const rival = rivals[index] as number;
        const other = routeOf[rival] as number;
        if (other < 0 || other === route) continue;
        if ((start[visit] as number) < end(rival) && (start[rival] as number) < end(visit)) return false;
      }
    return true;
  }
}
