import { syntheticAssumptions } from "./assumptions.js";
import type { FacilitySite } from "./facilitySites.js";

/** How many people of each class of ability live in a facility, and how many of them in concentrated support. */
export interface Residents {
  disabled: number;
  semiDisabled: number;
  selfCaring: number;
  concentratedSupport: number;
}

/** Finds places in facilities for those who live in one, and counts them. */
export interface Lodging {
  /** The facility for a person from a township, by true ability level; undefined where there is none at all. */
  lodge(townshipCode: string, level: number, concentratedSupport: boolean): FacilitySite | undefined;
  readonly residents: ReadonlyMap<string, Residents>;
}

/**
 * Opens the facilities: disabled people go to the county's centre, others to their township's home, or to the next home in
 * the order of township codes where theirs has none.
 */
export function openLodging(sites: readonly FacilitySite[]): Lodging {
  const disabledCare = sites.find(({ kind }) => kind === "concentratedDisabledCareCentre");
  const homes = sites.filter(({ kind }) => kind === "townshipHome");
  const residents = new Map<string, Residents>();
  return {
    residents,
    lodge(townshipCode, level, concentratedSupport) {
      const residentClass = syntheticAssumptions.residentClasses[level] ?? "selfCaring";
      const home = homes.find(({ village }) => village.townshipCode >= townshipCode) ?? homes[0];
      const site = residentClass === "disabled" ? disabledCare : (home ?? disabledCare);
      if (site === undefined) return undefined;
      const counts = residents.get(site.id) ?? { disabled: 0, semiDisabled: 0, selfCaring: 0, concentratedSupport: 0 };
      counts[residentClass] += 1;
      if (concentratedSupport) counts.concentratedSupport += 1;
      residents.set(site.id, counts);
      return site;
    },
  };
}
