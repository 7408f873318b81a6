import { EldercareError, parseShape } from "@eldercare/core";
import * as v from "valibot";
import { measure, titled, whole } from "../model/field.js";
import type { Link } from "../model/link.js";
import { type Visit, visitSchema } from "../model/visit.js";

const minutesPerDay = 24 * 60;

const askedSchema = v.strictObject({
  visit: visitSchema,
  parts: v.strictObject({
    longestMinutes: titled(whole(1, minutesPerDay), "每段最长时长（分钟）", "longest part (minutes)"),
    handoverMinutes: v.exactOptional(titled(measure(0, minutesPerDay), "交接最长间隔（分钟）", "longest gap at a handover (minutes)")),
  }),
});

/** How a visit is divided. */
export interface VisitParts {
  /** Longest part: whole minutes. */
  readonly longestMinutes: number;
  /** Longest time between the end of a part and the beginning of the next; 0 where absent: they follow without a gap. */
  readonly handoverMinutes?: number;
}

/** Lengths as even as whole minutes allow, the longer ones first. */
function lengthsOf(minutes: number, longest: number): number[] {
  const count = Math.ceil(minutes / longest);
  const least = Math.floor(minutes / count);
  return Array.from({ length: count }, (_, part) => least + Math.max(0, Math.min(1, minutes - least * count - part)));
}

/**
 * Divides a visit that is longer than anybody's shift into parts in which caregivers relieve one another: as few as may be, as
 * even as whole minutes allow. Hours and dates bind the beginning of the first part, and goods are brought with it; the
 * links bind each to the one before, by another caregiver, so that all are made or all left out. A visit that is short enough, or fixed, stays as it is.
 *
 * @throws EldercareError every issue of the shapes of the visit (at `/visit`) and of the parts (at `/parts`)
 * @example
 * const night = { id: "watch", place: "home", serviceMinutes: 660, when: { daily: [{ from: "08:00", to: "08:30" }] } };
 * const { visits, links } = splitVisit(night, { longestMinutes: 360, handoverMinutes: 10 });
 * visits.map(({ id, serviceMinutes }) => `${id} ${serviceMinutes}`) //=> ["watch/1 330", "watch/2 330"]
 * links.map(({ kind, visits }) => [kind, ...visits]) //=> [["sequence", "watch/1", "watch/2"], ["apart", "watch/1", "watch/2"]]
 */
export function splitVisit(visit: Visit, parts: VisitParts): { readonly visits: readonly Visit[]; readonly links: readonly Link[] } {
  const { issues } = parseShape(askedSchema, { visit, parts });
  if (issues.length > 0) throw new EldercareError(issues);
  const { longestMinutes, handoverMinutes = 0 } = parts;
  if (visit.serviceMinutes <= longestMinutes || (visit.fixed ?? null) !== null) return { visits: [visit], links: [] };
  const { when: _, needs, ...all } = visit;
  const { stock: __, ...later } = needs ?? {};
  const visits = lengthsOf(visit.serviceMinutes, longestMinutes).map((serviceMinutes, part): Visit => {
    const own = { id: `${visit.id}/${part + 1}`, serviceMinutes };
    return part === 0 ? { ...visit, ...own } : { ...all, ...(needs === undefined ? {} : { needs: later }), ...own };
  });
  const links = visits.slice(1).flatMap(({ id }, part): Link[] => {
    const relieved = [visits[part]?.id ?? "", id];
    return [
      { kind: "sequence", visits: relieved, maxMinutes: handoverMinutes },
      { kind: "apart", visits: relieved },
    ];
  });
  return { visits, links };
}
