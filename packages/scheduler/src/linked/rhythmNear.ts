import type { Changes } from "./changes.js";

/** A time of day from which the visits of a rhythm could begin, drawn from the hours of one of them. */
export function rhythmNear({ state, random }: Pick<Changes, "state" | "random">, rhythm: number): number {
  const { rhythms, compiled } = state.model;
  const first = rhythms.first[rhythm] as number;
  const visit = rhythms.member[first + random.below((rhythms.first[rhythm + 1] as number) - first)] as number;
  const window = compiled.windowFirst[visit] as number;
  const drawn = window + random.below((compiled.windowFirst[visit + 1] as number) - window);
  const [from, to] = [compiled.windowFrom[drawn] as number, compiled.windowTo[drawn] as number];
  return Math.round(from + random.unit() * (to - from));
}
