import * as v from "valibot";
import { derivedId, measure, titled } from "./field.js";

const longestGapMinutes = 366 * 24 * 60;
const gap = measure(0, longestGapMinutes);
const several = v.array(derivedId);

/** Shape of a link between visits. */
export const linkSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("together"), visits: titled(several, "同时开始的上门服务", "visits that begin together") }),
  v.strictObject({
    kind: v.literal("sequence"),
    visits: titled(several, "先后两次上门服务", "the earlier and the later visit"),
    from: v.exactOptional(titled(v.picklist(["start", "end"]), "间隔起算点", "what of the earlier visit the gap is counted from")),
    minMinutes: v.exactOptional(titled(gap, "最短间隔（分钟）", "least gap (minutes)")),
    maxMinutes: v.exactOptional(titled(gap, "最长间隔（分钟）", "greatest gap (minutes)")),
  }),
  v.strictObject({ kind: v.literal("apart"), visits: titled(several, "由不同护理员完成的上门服务", "visits by different caregivers") }),
]);

/**
 * What visits have to do with one another. Linked visits are all made or all left out.
 *
 * - `together`: they begin at the same moment, each with a caregiver of its own
 * - `sequence`: the second begins so many minutes after the first ends (or begins, with `from: "start"`), at least
 *   `minMinutes` (0 where absent) and at most `maxMinutes`
 * - `apart`: no caregiver makes two of them
 */
export type Link = v.InferOutput<typeof linkSchema>;

/** The gap that a sequence leaves between its visits, in whole seconds; `most` is infinite where there is no limit. */
export function gapSeconds(link: Extract<Link, { kind: "sequence" }>) {
  const { from = "end", minMinutes = 0, maxMinutes } = link;
  return {
    fromEnd: from === "end",
    least: Math.round(minMinutes * 60),
    most: maxMinutes === undefined ? Number.POSITIVE_INFINITY : Math.round(maxMinutes * 60),
  };
}
