import type { Steps } from "../../model/steps.js";
import { membersOf } from "./clashes.js";
import { dive, type GridSearch } from "./gridSearch.js";

/** Leaders tried in the stead of one: those whom most of his members could have. */
const successors = 6;

function successorsOf({ market }: GridSearch, members: readonly number[], led: ReadonlySet<number>): number[] {
  const within = new Map<number, number>();
  for (const i of members)
    for (let pair = market.start[i] as number; pair < (market.start[i + 1] as number); pair++) {
      const j = market.volunteer[pair] as number;
      if (!led.has(j) && (market.most[j] as number) > 0) within.set(j, (within.get(j) ?? 0) + 1);
    }
  return [...within]
    .sort(([a, many], [b, more]) => more - many || a - b)
    .slice(0, successors)
    .map(([j]) => j);
}

/** The sets of leaders that differ from the present one by one leader less, more or exchanged. */
function* neighbours(search: GridSearch): Generator<readonly number[]> {
  const { best, market } = search;
  if (best === undefined) return;
  const members = membersOf(market, best.pairOf);
  const led = new Set([...members.keys()].filter((j) => (members[j]?.length ?? 0) > 0));
  for (const j of led) for (const successor of successorsOf(search, members[j] ?? [], led)) yield [...led].filter((at) => at !== j).concat(successor);
  for (const j of led) yield [...led].filter((at) => at !== j);
  for (let j = 0; j < market.most.length; j++) if (!led.has(j) && (market.most[j] as number) > 0) yield [...led, j];
}

/**
 * Tries other leaders in the stead of the present ones as long as that helps, each set with its cheapest grids. Resumable.
 *
 * @param mayGoOn asked before each trial
 */
export function* exchangeLeaders(search: GridSearch, mayGoOn: () => boolean): Steps<void> {
  const all = [...search.market.most.keys()];
  for (let better = true; better; ) {
    better = false;
    for (const led of neighbours(search)) {
      if (!mayGoOn()) return;
      const before = search.best;
      const wanted = new Set(led);
      yield* dive(search, { closed: all.filter((j) => !wanted.has(j)), must: [...led], ruledOut: [] });
      if (search.best === before) continue;
      better = true;
      break;
    }
  }
}
