import type { Nights } from "../evaluate/nights.js";
import type { RouteState } from "../evaluate/routeState.js";
import type { Why } from "./explainUnassigned.js";

/** What a tour would do rather than what it cannot: the first of these that some way of spending its nights allows is said. */
const hopeful: readonly (string | undefined)[] = [undefined, "INSERTION_POSSIBLE", "COSTS_MORE_THAN_LEAVING"];

/**
 * Asks a question about a day of a tour that makes no stop yet for every way of spending its nights, and gives the best answer: what
 * fits somehow fits. Of all other routes it is asked as they stand.
 */
export function overNights<Answer extends Why | undefined>(state: RouteState, nights: Nights, route: number, ask: () => Answer): Answer {
  const tour = state.compiled.routeTour[route] as number;
  if (tour < 0 || !nights.hasChoice(tour) || !state.isDormant(route)) return ask();
  const before = nights.read(tour);
  const answers = nights.waysThrough(tour, route).map((way) => {
    nights.spend(tour, way);
    return ask();
  });
  nights.spend(tour, before);
  for (const code of hopeful) {
    const index = answers.findIndex((answer) => answer?.code === code);
    if (index >= 0) return answers[index] as Answer;
  }
  return answers[0] as Answer;
}
