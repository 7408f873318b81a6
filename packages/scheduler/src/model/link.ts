import * as v from "valibot";
import { derivedId, measure, titled, whole } from "./field.js";

const longestGapMinutes = 366 * 24 * 60;
const gap = measure(0, longestGapMinutes);
const several = v.array(derivedId);
const longestHorizonDays = 366;
const days = whole(0, longestHorizonDays);

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
  v.strictObject({ kind: v.literal("sameDay"), visits: titled(several, "同一天完成的上门服务", "visits on one day") }),
  v.strictObject({
    kind: v.literal("spacing"),
    visits: titled(several, "按天数间隔的上门服务（依先后列出）", "visits so many days apart, in their order"),
    minDays: v.exactOptional(titled(days, "相邻两次至少间隔天数", "least days between one and the next")),
    maxDays: v.exactOptional(titled(days, "相邻两次至多间隔天数", "greatest days between one and the next")),
  }),
  v.strictObject({ kind: v.literal("oneOf"), visits: titled(several, "择一完成的上门服务", "visits of which one is made") }),
]);

/**
 * What visits have to do with one another. Visits linked by `together`, `sequence` or `apart` are all made or all left out;
 * the other kinds bind those that are made.
 *
 * - `together`: they begin at the same moment, each with a caregiver of its own
 * - `sequence`: the second begins so many minutes after the first ends (or begins, with `from: "start"`), at least
 *   `minMinutes` (0 where absent) and at most `maxMinutes`
 * - `apart`: no caregiver makes two of them
 * - `sameDay`: they are made on one date
 * - `spacing`: from the date of one to that of the next listed lie at least `minDays` (0 where absent) and at most `maxDays`;
 *   where one between two is left out, twice that
 * - `oneOf`: one of them is made, and the others are then no longer wanted; where none is, that counts as the first being left out
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

/** Whether the visits of a link are all made or all left out. */
export const isAllOrNone = ({ kind }: Link): boolean => kind === "together" || kind === "sequence" || kind === "apart";

/** Finds the visits of which only one is made, the one for which all of them count first; a visit without alternatives by itself. */
export function alternativesIn(links: readonly Link[]): (visit: string) => readonly string[] {
  const groups = new Map(links.flatMap(({ kind, visits }) => (kind === "oneOf" ? visits.map((visit) => [visit, visits] as const) : [])));
  return (visit) => groups.get(visit) ?? [visit];
}

/** Visits that are not wanted because another of their alternatives is made. */
export function notWanted(links: readonly Link[], isMade: (visit: string) => boolean): Set<string> {
  const alternatives = links.filter(({ kind, visits }) => kind === "oneOf" && visits.some(isMade));
  return new Set(alternatives.flatMap(({ visits }) => visits.filter((visit) => !isMade(visit))));
}

/** Of alternatives none of which is made, those for which the first stands. */
export function stoodFor(links: readonly Link[], isMade: (visit: string) => boolean): Set<string> {
  return new Set(links.flatMap(({ kind, visits }) => (kind === "oneOf" && !visits.some(isMade) ? visits.slice(1) : [])));
}
