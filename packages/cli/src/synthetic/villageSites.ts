import { type Area, areaAtTier } from "@eldercare/core";
import { syntheticAssumptions } from "./assumptions.js";
import { seededRandom } from "./random.js";
import { type Place, scatter } from "./scatter.js";

/** A village with what the generator makes up about it. */
export interface VillageSite {
  readonly area: Area;
  /** Nine digits, the township that it belongs to. */
  readonly townshipCode: string;
  readonly place: Place | undefined;
  /** Whether the township's market town stands here. */
  readonly townSeat: boolean;
  /** Whether dwellings lie far apart; undefined where nobody recorded it. */
  readonly dispersed: boolean | undefined;
  /** How many people live here, relative to other villages. */
  readonly weight: number;
}

const isCommunity = (village: Area): boolean => village.kind === "居委会";

/**
 * The villages of a list of areas, in the order of their codes, each with a made-up place near its township's point. The
 * first of a township is its market-town seat, as in the national statistical codes.
 */
export function villageSites(areas: readonly Area[], seed: number): VillageSite[] {
  const { scatterMetres, villageWeight, communityWeightFactor, dispersedVillageShare, dispersedUnknownShare } = syntheticAssumptions;
  const random = seededRandom(seed, "villages");
  const places = new Map(areas.flatMap((area) => (area.place === undefined ? [] : [[area.code, area.place] as const])));
  const villages = areas.filter((area) => area.tier === "village").sort((a, b) => (a.code < b.code ? -1 : 1));
  let previousTownship = "";
  return villages.map((area) => {
    const townshipCode = areaAtTier(area.code, "township") ?? area.code;
    const townSeat = townshipCode !== previousTownship;
    previousTownship = townshipCode;
    const centre = places.get(townshipCode) ?? places.get(areaAtTier(area.code, "county") ?? "");
    const scattered = centre === undefined ? undefined : scatter(random, centre, townSeat ? scatterMetres.townSeat : scatterMetres.village);
    const [least, most] = villageWeight;
    const weight = (least + random.fraction() * (most - least)) * (isCommunity(area) ? communityWeightFactor : 1);
    const dispersed = random.chance(dispersedVillageShare) && !isCommunity(area);
    const unknown = random.chance(dispersedUnknownShare);
    return { area, townshipCode, townSeat, weight, place: area.place ?? scattered, dispersed: unknown ? undefined : dispersed };
  });
}
