import { secondsPerDay } from "../../model/clock.js";
import type { Changes } from "../changes.js";
import type { Move } from "./move.js";

/** Rhythms shifted by some time, rather than so that one of their visits begins as early as it could. */
const shiftRate = 0.7;
const furthestSeconds = 3600;

/** Lets the visits of a rhythm begin from another time of day on. */
export const otherRhythm =
  (changes: Changes): Move =>
  () => {
    const { state, random } = changes;
    const { compiled, rhythms } = state.model;
    const { count, first, member } = rhythms;
    const rhythm = random.below(count);
    const own = state.rhythmFrom[rhythm] as number;
    const shift = Math.round((2 * random.unit() - 1) * furthestSeconds);
    const from = first[rhythm] as number;
    const visit = member[from + random.below((first[rhythm + 1] as number) - from)] as number;
    const route = state.routeOf[visit] as number;
    const midnight = compiled.routeMidnight[route] as number;
    const begins = route < 0 || random.unit() < shiftRate ? own + shift : (state.arrive[visit] as number) - midnight;
    state.setRhythm(rhythm, Math.max(0, Math.min(begins, secondsPerDay - 1)));
    return true;
  };
