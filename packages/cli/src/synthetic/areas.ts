import type { Area } from "@eldercare/core";
import { syntheticAssumptions } from "./assumptions.js";
import type { FacilitySite } from "./facilitySites.js";
import { type Random, seededRandom } from "./random.js";
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

type Facts = NonNullable<Area["facts"]>;

/** Facts of a village that a pack asks about, now and then not recorded. */
function drawVillageFacts(random: Random): Facts {
  const assumed = syntheticAssumptions.villages;
  const groups = random.whole(...assumed.villagerGroups);
  const facts = {
    relocationSite: random.chance(assumed.relocationSiteShare),
    ruralHappinessHome: random.chance(assumed.ruralHappinessHomeShare),
    idleFacility: random.chance(assumed.idleFacilityShare),
    villagerGroups: groups,
    mutualAidGroups: random.chance(assumed.fewerMutualAidGroupsShare) ? random.whole(0, groups) : groups,
    careCoordinatorNamed: random.chance(assumed.careCoordinatorShare),
    elderAssociations: random.chance(assumed.elderAssociationShare) ? 1 : 0,
    villageCareAssistants: random.chance(assumed.careAssistantShare) ? 1 : 0,
    villageVolunteerTeams: random.chance(assumed.volunteerTeamShare) ? 1 : 0,
  };
  return Object.fromEntries(Object.entries(facts).filter(() => !random.chance(assumed.factUnknownShare)));
}

function drawCountyFacts(random: Random, certified: number | undefined): Facts {
  const assumed = syntheticAssumptions.county;
  return {
    disabledDestituteDemandMet: random.chance(assumed.disabledDestituteDemandMetShare),
    directorsTrained: random.whole(...assumed.directorsTrained),
    careWorkersTrained: random.whole(...assumed.careWorkersTrained),
    ...(certified === undefined ? {} : { careWorkersCertifiedShare: certified }),
  };
}

/** Adds made-up facts, and the list of what is made up. */
const withSynthetic = (area: Area, fields: readonly string[], facts: Facts): Pick<Area, "facts"> => ({
  facts: { ...area.facts, ...facts, synthetic: [...fields, ...Object.keys(facts).map((name) => `facts.${name}`)] },
});

/**
 * The areas with what is made up about them: the villages' places, where dwellings are dispersed, the facilities hosted, and
 * the conditional clauses applied (complete lists: `[]` where none). `facts.synthetic` names those fields.
 *
 * @param certified share of certified care workers, 0 to 1, undefined where there are none
 */
export function drawAreas(
  areas: readonly Area[],
  villages: readonly VillageSite[],
  sites: readonly FacilitySite[],
  certified: number | undefined,
  seed: number,
): Area[] {
  const villageByCode = new Map(villages.map((village) => [village.area.code, village]));
  const adoptions = drawAdoptions([...new Set(villages.map((village) => village.townshipCode))], seed);
  const hosted = (code: string): string[] => sites.filter((site) => site.village.area.code === code).map((site) => site.id);
  return areas.map((area) => {
    const village = villageByCode.get(area.code);
    if (village === undefined) {
      const facts = area.tier === "county" ? drawCountyFacts(seededRandom(seed, `area ${area.code}`), certified) : {};
      return { ...area, adopts: [...(adoptions.get(area.code) ?? [])], ...withSynthetic(area, ["adopts"], facts) };
    }
    const made = [...(area.place === undefined ? ["place"] : []), "townSeat", "dispersed", "hosts", "adopts"];
    return {
      ...area,
      ...(village.place === undefined ? {} : { place: village.place }),
      townSeat: village.townSeat,
      ...(village.dispersed === undefined ? {} : { dispersed: village.dispersed }),
      hosts: hosted(area.code),
      adopts: [...(adoptions.get(village.townshipCode) ?? [])],
      ...withSynthetic(area, made, drawVillageFacts(seededRandom(seed, `area ${area.code}`))),
    };
  });
}
