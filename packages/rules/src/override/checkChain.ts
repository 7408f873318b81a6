import type { Issue } from "@eldercare/core";
import type { Pack } from "../pack/pack.js";
import { reportOverride } from "./codes.js";
import type { ParsedOverride } from "./parsedOverride.js";
import { periodOf, periodsMeet } from "./periodOf.js";
import { reportReading } from "./prove/codes.js";
import { targetOf, verbsOf } from "./verbs.js";

const nameOf = ({ pack, index }: ParsedOverride): string => `${pack.id} /overrides/${index}`;

const isReplace = ({ override }: ParsedOverride): boolean => verbsOf(override).includes("replace");

/** Pairs of overrides of one rule or parameter that share a day, the later with each earlier one. */
function meeting(overrides: readonly ParsedOverride[]): { readonly earlier: ParsedOverride; readonly later: ParsedOverride }[] {
  return overrides.flatMap((later, index) =>
    overrides
      .slice(0, index)
      .filter(
        (earlier) =>
          targetOf(earlier.override) === targetOf(later.override) &&
          periodsMeet(periodOf(earlier.pack, earlier.override), periodOf(later.pack, later.override)),
      )
      .map((earlier) => ({ earlier, later })),
  );
}

/**
 * What is wrong with how the overrides of a chain of packs meet in the pack at its end: two parents that override the same
 * thing and know nothing of one another, an override of what was withdrawn.
 */
export function checkMeetings(pack: Pack, overrides: readonly ParsedOverride[]): Issue[] {
  return meeting(overrides).flatMap(({ earlier, later }) => {
    const seen = targetOf(later.override);
    if (earlier.pack !== later.pack && !later.above.has(earlier.pack.id))
      return [reportOverride("OVERRIDES_CLASH", "/extends", { seen, values: { other: `${nameOf(earlier)}, ${nameOf(later)}` } })];
    if (later.pack !== pack || earlier.pack === pack || isReplace(later) || !verbsOf(earlier.override).includes("withdraw")) return [];
    return [reportReading("OVERRIDE_OF_WITHDRAWN", `/overrides/${later.index}`, { seen, values: { other: earlier.pack.id } })];
  });
}

/** Overrides of one thing by two packs of one area of which neither stands on the other: nobody could tell which holds. */
export function checkNeighbours(packs: readonly { readonly pack: Pack; readonly chain: readonly Pack[] }[]): { pack: Pack; issue: Issue }[] {
  return packs.flatMap((one, index) =>
    packs.slice(0, index).flatMap((other) => {
      if (one.pack.area !== other.pack.area || one.chain.includes(other.pack) || other.chain.includes(one.pack)) return [];
      return (one.pack.overrides ?? []).flatMap((override, place) => {
        const clash = (other.pack.overrides ?? []).findIndex(
          (own) => targetOf(own) === targetOf(override) && periodsMeet(periodOf(other.pack, own), periodOf(one.pack, override)),
        );
        if (clash < 0) return [];
        const values = { other: `${other.pack.id} /overrides/${clash}` };
        return [{ pack: one.pack, issue: reportOverride("OVERRIDES_CLASH", `/overrides/${place}`, { seen: targetOf(override), values }) }];
      });
    }),
  );
}
