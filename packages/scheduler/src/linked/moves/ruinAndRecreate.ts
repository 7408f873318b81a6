import type { Changes } from "../changes.js";
import { LinkedInsertion } from "../insertion.js";
import type { Move } from "./move.js";

/** Appointments taken out at once at most, places tried for each, and draws for each. */
const mostOut = 6;
const places = 3;
const drawsForEach = 4;
/** Share of changes in which some that are left out are tried as well, and how many are drawn. */
const othersRate = 0.3;
const othersDrawn = 3;

/** Takes out some appointments near to one another and puts each back where it costs least. */
export const ruinAndRecreate = (changes: Changes): Move => {
  const { state, random } = changes;
  const { appointmentOf, appointmentCount, isOptional, compiled } = state.model;
  const insertion = new LinkedInsertion(changes, places);
  const out: number[] = [];
  const takeOut = (appointment: number): void => {
    changes.leaveOut(appointment);
    out.push(appointment);
  };
  return () => {
    const seed = changes.drawMade();
    // what has begun stays
    if (seed < 0 || compiled.isFact[seed] === 1) return false;
    out.length = 0;
    takeOut(appointmentOf[seed] as number);
    const wanted = 1 + random.below(mostOut);
    for (let draw = 0; draw < drawsForEach * wanted && out.length < wanted; draw++) {
      const neighbour = changes.drawNear(seed);
      if (neighbour >= 0 && (state.routeOf[neighbour] as number) >= 0 && compiled.isFact[neighbour] === 0)
        takeOut(appointmentOf[neighbour] as number);
    }
    if (random.unit() < othersRate)
      for (let draw = 0; draw < othersDrawn; draw++) {
        const appointment = random.below(appointmentCount);
        if (!state.isMade(appointment) && !out.includes(appointment)) out.push(appointment);
      }
    for (let index = out.length - 1; index > 0; index--) {
      const other = random.below(index + 1);
      [out[index], out[other]] = [out[other] as number, out[index] as number];
    }
    if (state.settle() === Number.POSITIVE_INFINITY) return false;
    for (const appointment of out) if (!insertion.insert(appointment) && isOptional[appointment] === 0) return false;
    return true;
  };
};
