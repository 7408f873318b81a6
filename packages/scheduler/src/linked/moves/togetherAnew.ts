import type { Changes } from "../changes.js";
import { LinkedInsertion } from "../insertion.js";
import { LikelyRoutes } from "../likelyRoutes.js";
import { rhythmNear } from "../rhythmNear.js";
import { insertAll } from "./insertAll.js";
import type { Move } from "./move.js";

const places = 4;
/** Visits taken out at once at most. */
const mostOut = 12;
const otherHourRate = 0.5;
/** Shares of times in which the first goes to a day drawn, and to a caregiver drawn, whatever it costs there: the others follow. */
const dayRate = 0.35;
const caregiverRate = 0.35;

/** Takes out visits that hang together by their days, hours or faces, and puts each back where it costs least. */
export const togetherAnew = (changes: Changes): Move => {
  const { state, random } = changes;
  const { circles, rhythms, compiled } = state.model;
  const insertion = new LinkedInsertion(changes, places, new LikelyRoutes(changes));
  const out: number[] = [];
  /** Puts a visit's bundle somewhere on a day drawn, or with a caregiver drawn. */
  const lead = (visit: number): void => {
    const route = changes.drawRoute(visit);
    const draw = random.unit();
    if (route < 0 || draw > dayRate + caregiverRate) return;
    const isByDay = draw < dayRate;
    insertion.narrow(isByDay ? (compiled.routeMidnight[route] as number) : -1, isByDay ? -1 : (compiled.routeCaregiver[route] as number));
    insertion.insert(changes.bundleOf(visit), true);
    insertion.narrow(-1, -1);
  };
  return () => {
    const circle = circles[random.below(circles.length)] as readonly number[];
    const from = random.below(circle.length);
    const first = circle[from] as number;
    out.length = 0;
    for (let index = 0; index < Math.min(circle.length, mostOut); index++) {
      const visit = circle[(from + index) % circle.length] as number;
      const bundle = changes.bundleOf(visit);
      if (compiled.isFact[visit] === 1 || out.includes(bundle)) continue;
      if (state.isMade(bundle)) changes.leaveOut(bundle);
      out.push(bundle);
    }
    const rhythm = rhythms.of[first] as number;
    if (rhythm >= 0 && random.unit() < otherHourRate) state.setRhythm(rhythm, rhythmNear(changes, rhythm));
    if (state.settle() === Number.POSITIVE_INFINITY) return false;
    if (compiled.isFact[first] === 0) lead(first);
    return insertAll(changes, insertion, out);
  };
};
