import type { Changes } from "../changes.js";
import { LinkedInsertion } from "../insertion.js";
import { LikelyRoutes } from "../likelyRoutes.js";
import { insertAll } from "./insertAll.js";
import type { Move } from "./move.js";

/** Bundles taken out at once at most, places tried for each, and draws for each. */
const mostOut = 6;
const places = 3;
const drawsForEach = 4;
/** Share of changes in which some that are left out are tried as well, and how many are drawn. */
const othersRate = 0.3;
const othersDrawn = 3;

/** Takes out some bundles near to one another and puts each back where it costs least. */
export const ruinAndRecreate = (changes: Changes): Move => {
  const { state, random } = changes;
  const { bundleCount, compiled } = state.model;
  const insertion = new LinkedInsertion(changes, places, new LikelyRoutes(changes));
  const out: number[] = [];
  const takeOut = (bundle: number): void => {
    changes.leaveOut(bundle);
    out.push(bundle);
  };
  return () => {
    const seed = changes.drawMade();
    out.length = 0;
    if (seed >= 0) takeOut(changes.bundleOf(seed));
    const wanted = 1 + random.below(mostOut);
    for (let draw = 0; seed >= 0 && draw < drawsForEach * wanted && out.length < wanted; draw++) {
      const neighbour = changes.drawNear(seed);
      const isThere = neighbour >= 0 && (state.routeOf[neighbour] as number) >= 0;
      if (isThere && compiled.isFact[neighbour] === 0) takeOut(changes.bundleOf(neighbour));
    }
    if (seed < 0 || random.unit() < othersRate)
      for (let draw = 0; draw < othersDrawn; draw++) {
        const bundle = random.below(bundleCount);
        if (!state.isMade(bundle) && !out.includes(bundle)) out.push(bundle);
      }
    return insertAll(changes, insertion, out);
  };
};
