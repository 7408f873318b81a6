import type { Why } from "../../explain/explainUnassigned.js";
import type { Suggestion } from "./advice.js";

/** A plan at hand, ready to be asked where one visit that is in no route of it could go. */
export interface Desk {
  /** The best place on each route that has one. */
  readonly suggestions: readonly Suggestion[];
  /** Why the visit does not fit into a route that is otherwise empty; undefined where it does. */
  alone(route: number): Why | undefined;
  /** Why it does not fit into a route beside what is there. */
  beside(route: number): Why;
}
