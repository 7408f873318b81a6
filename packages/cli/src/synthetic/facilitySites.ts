import type { Facility } from "@eldercare/core";
import { syntheticAssumptions } from "./assumptions.js";
import { seededRandom } from "./random.js";
import type { VillageSite } from "./villageSites.js";

/** Where a facility of which kind stands, before anybody lives in it. */
export interface FacilitySite {
  readonly id: string;
  readonly kind: Facility["kind"];
  readonly village: VillageSite;
  readonly name: string;
}

const townshipName = (village: VillageSite, townshipNames: ReadonlyMap<string, string>): string =>
  townshipNames.get(village.townshipCode) ?? village.area.name;

/**
 * Where facilities stand: one centre for disabled people and one guidance centre at the county seat, a home and a care
 * centre in most townships' seats, mutual-aid points in many other villages that are not dispersed.
 */
export function facilitySites(villages: readonly VillageSite[], townshipNames: ReadonlyMap<string, string>, seed: number): FacilitySite[] {
  const { townshipHomeShare, townshipCareCentreShare, mutualAidPointShare } = syntheticAssumptions.facilities;
  const random = seededRandom(seed, "facility sites");
  const seats = villages.filter((village) => village.townSeat);
  const countySeat = seats.find((village) => townshipNames.get(village.townshipCode)?.endsWith("街道")) ?? seats[0];
  if (countySeat === undefined) return [];
  const site = (kind: Facility["kind"], prefix: string, village: VillageSite, code: string, name: string): FacilitySite => ({
    id: `syn-${prefix}-${code}`,
    kind,
    village,
    name: `${name}（合成）`,
  });
  const county = countySeat.area.code.slice(0, 6);
  const townshipSites = seats.flatMap((village) => {
    const name = townshipName(village, townshipNames);
    const home = random.chance(townshipHomeShare);
    const centre = random.chance(townshipCareCentreShare);
    return [
      ...(home ? [site("townshipHome", "home", village, village.townshipCode, `${name}敬老院`)] : []),
      ...(centre ? [site("townshipCareCentre", "centre", village, village.townshipCode, `${name}养老服务中心`)] : []),
    ];
  });
  const withCentre = new Set(townshipSites.filter(({ kind }) => kind === "townshipCareCentre").map(({ village }) => village.area.code));
  const points = villages.flatMap((village) => {
    const chosen = random.chance(mutualAidPointShare) && village.dispersed === false && !withCentre.has(village.area.code);
    return chosen ? [site("villageMutualAidPoint", "point", village, village.area.code, `${village.area.name}互助养老点`)] : [];
  });
  return [
    site("concentratedDisabledCareCentre", "disabled-care", countySeat, county, "失能特困人员集中照护中心"),
    site("guidanceCentre", "guidance", countySeat, county, "养老服务指导中心"),
    ...townshipSites,
    ...points,
  ];
}
