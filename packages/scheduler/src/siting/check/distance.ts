import { greatCircleMetres } from "../../travel/straightLine.js";
import type { SitingProblem } from "../problem.js";

/** A way from a demand to a site, worked out for the checker: whole metres and seconds, rounded up; `Infinity` without a way. */
export interface Way {
  readonly metres: number | undefined;
  readonly seconds: number | undefined;
}

/** The way between two rows of a problem. */
export function wayBetween({ demands, sites, travel }: SitingProblem, demandRow: number, siteRow: number): Way {
  const [from, to] = [demands[demandRow], sites[siteRow]];
  if (from === undefined || to === undefined) return { metres: Number.POSITIVE_INFINITY, seconds: Number.POSITIVE_INFINITY };
  if (travel.kind === "straightLine") {
    const metres = greatCircleMetres(from, to) * travel.circuity;
    const { metresPerSecond } = travel;
    return { metres: Math.ceil(metres), seconds: metresPerSecond === undefined ? undefined : Math.ceil(metres / metresPerSecond) };
  }
  const entry = (rows: readonly (number | null)[] | undefined): number | undefined => {
    if (rows === undefined) return undefined;
    const value = rows[demandRow * sites.length + siteRow];
    return typeof value === "number" ? Math.ceil(value) : Number.POSITIVE_INFINITY;
  };
  return { metres: entry(travel.distancesMetres), seconds: entry(travel.durationsSeconds) };
}

/** Whether a way exists and is within the radius that the rules set. */
export function isInRadius({ rules }: SitingProblem, { metres = 0, seconds = 0 }: Way): boolean {
  if (!Number.isFinite(metres) || !Number.isFinite(seconds)) return false;
  if (rules?.furthestMetres !== undefined && metres > rules.furthestMetres) return false;
  return rules?.longestSeconds === undefined || seconds <= rules.longestSeconds;
}
