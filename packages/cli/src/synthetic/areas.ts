import type { Area } from "@eldercare/core";
import { syntheticAssumptions } from "./assumptions.js";
import type { FacilitySite } from "./facilitySites.js";
import { seededRandom } from "./random.js";
import type { VillageSite } from "./villageSites.js";

/** Which of the clauses that need a decision of the place each township has decided to apply. */
function drawAdoptions(townshipCodes: readonly string[], seed: number): ReadonlyMap<string, string[]> {
  const { conditionalClauses, adoptingTownshipShare, adoptedClauseShare } = syntheticAssumptions;
  const random = seededRandom(seed, "adoptions");
  return new Map(
    townshipCodes.map((code) => {
      const adopting = random.chance(adoptingTownshipShare);
      return [code, conditionalClauses.filter(() => random.chance(adoptedClauseShare) && adopting)];
    }),
  );
}

/**
 * The areas with what is made up about them: the villages' places, where dwellings are dispersed, the facilities hosted, and
 * the conditional clauses applied (complete lists: `[]` where none). `facts.synthetic` names those fields.
 */
export function drawAreas(areas: readonly Area[], villages: readonly VillageSite[], sites: readonly FacilitySite[], seed: number): Area[] {
  const villageByCode = new Map(villages.map((village) => [village.area.code, village]));
  const adoptions = drawAdoptions([...new Set(villages.map((village) => village.townshipCode))], seed);
  const hosted = (code: string): string[] => sites.filter((site) => site.village.area.code === code).map((site) => site.id);
  return areas.map((area) => {
    const village = villageByCode.get(area.code);
    if (village === undefined) {
      return { ...area, adopts: [...(adoptions.get(area.code) ?? [])], facts: { ...area.facts, synthetic: ["adopts"] } };
    }
    const made = [...(area.place === undefined ? ["place"] : []), "townSeat", "dispersed", "hosts", "adopts"];
    return {
      ...area,
      ...(village.place === undefined ? {} : { place: village.place }),
      townSeat: village.townSeat,
      ...(village.dispersed === undefined ? {} : { dispersed: village.dispersed }),
      hosts: hosted(area.code),
      adopts: [...(adoptions.get(village.townshipCode) ?? [])],
      facts: { ...area.facts, synthetic: made },
    };
  });
}
