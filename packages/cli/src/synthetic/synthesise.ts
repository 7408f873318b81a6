import { type Area, areaAtTier, type CivilDate, EldercareError, type OlderPerson, type Register } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { drawAreas } from "./areas.js";
import { drawFacilities } from "./facilities.js";
import { facilitySites } from "./facilitySites.js";
import { openLodging } from "./lodging.js";
import { drawPopulation } from "./population.js";
import { certifiedShare, drawFacilityStaff, drawVisitTeams } from "./staff.js";
import { villageSites } from "./villageSites.js";
import { drawVolunteers } from "./volunteers.js";

/** What to make up, and where. */
export interface SynthesisRequest {
  /** County, townships (with places) and villages; their codes and names stay as they are. */
  readonly areas: readonly Area[];
  /** How many older persons, at least 1. */
  readonly people: number;
  /** Whole number: another seed, another register. */
  readonly seed: number;
  /** Civil date on which ages and records hold. */
  readonly on: CivilDate;
}

function countByTownship(people: readonly OlderPerson[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const person of people) {
    const township = person.livingArrangement === "institution" ? undefined : areaAtTier(person.residence?.area ?? "", "township");
    if (township !== undefined) counts.set(township, (counts.get(township) ?? 0) + 1);
  }
  return counts;
}

/**
 * Makes up a register over real areas: plausible for a rural county, labelled synthetic (`syn-…` ids, `facts.synthetic`),
 * with some facts missing and some facilities short of staff. Its shares are assumptions (`syntheticAssumptions`), no
 * statistics. The same request gives the same register on every machine.
 *
 * @throws EldercareError `NO_VILLAGES` where the areas hold no village, `NOT_A_PEOPLE_COUNT` where `people` is no whole
 * number of at least 1, `NOT_A_SEED` where the seed is no whole number
 * @example
 * synthesise({ areas, people: 300, seed: 1, on: "2026-11-21" }).people[0]?.id //=> "syn-p-00001"
 */
export function synthesise({ areas, people: count, seed, on }: SynthesisRequest): Register {
  const villages = villageSites(areas, seed);
  const issues = [
    ...(villages.length > 0 ? [] : [reportCliIssue("NO_VILLAGES", "/areas")]),
    ...(Number.isSafeInteger(count) && count >= 1 ? [] : [reportCliIssue("NOT_A_PEOPLE_COUNT", "/people", { seen: count })]),
    ...(Number.isSafeInteger(seed) ? [] : [reportCliIssue("NOT_A_SEED", "/seed", { seen: seed })]),
  ];
  if (issues.length > 0) throw new EldercareError(issues);
  const townshipNames = new Map(areas.filter((area) => area.tier === "township").map((area) => [area.code, area.name]));
  const sites = facilitySites(villages, townshipNames, seed);
  const lodging = openLodging(sites);
  const { people, households } = drawPopulation(villages, count, lodging, seed, on);
  const staff = drawFacilityStaff(sites, lodging.residents, seed, on);
  return {
    people,
    households,
    areas: drawAreas(areas, villages, sites, certifiedShare(staff, sites, on), seed),
    facilities: drawFacilities(sites, lodging.residents, seed, on),
    caregivers: [...drawVisitTeams(villages, sites, countByTownship(people), seed, on), ...staff],
    volunteers: drawVolunteers(villages, count, seed, on),
  };
}
