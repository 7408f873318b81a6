import { isSoft } from "../../model/softTerms.js";
import type { Visit } from "../../model/visit.js";
import { serviceSeconds, windowsOf } from "../../model/windowsOf.js";

/** Whether two visits are excepted: both are fixed to the same date at starts that whoever fixed them chose. */
export function fixedSo(a: Visit, b: Visit): boolean {
  return a.fixed?.start !== undefined && b.fixed?.start !== undefined && a.fixed.date === b.fixed.date;
}

/** Whether two visits could be under way at once by their hours and lengths, whatever the routes; dates left aside. */
export function mayOverlap(a: Visit, b: Visit, longestFactor: number): boolean {
  const lengths = [a, b].map((visit) => serviceSeconds(visit, longestFactor)) as [number, number];
  const hours = (visit: Visit) => windowsOf(visit).map(({ from, to }) => ({ from, to: isSoft(visit) ? Number.POSITIVE_INFINITY : to }));
  return hours(a).some((first) => hours(b).some((second) => first.from < second.to + lengths[1] && second.from < first.to + lengths[0]));
}
