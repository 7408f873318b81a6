import type { CivilDate, Facility } from "@eldercare/core";
import { syntheticAssumptions } from "./assumptions.js";
import type { FacilitySite } from "./facilitySites.js";
import type { Residents } from "./lodging.js";
import { type Random, seededRandom } from "./random.js";
import { scatter } from "./scatter.js";
import { establishedPosts } from "./staff.js";
import { drawWorks } from "./works.js";

type Range = readonly [number, number];

const assumed = syntheticAssumptions.facilities;

const some = (random: Random, list: readonly string[], share: number): string[] => list.filter(() => random.chance(share));

const drawOperation = (random: Random): NonNullable<Facility["operation"]> => {
  const socialised = random.chance(assumed.socialisedShare);
  const institution = random.chance(assumed.careInstitutionOperatorShare);
  return socialised
    ? { form: "publicBuiltPrivateRun", operator: institution ? "careInstitution" : "socialOrganisation", socialised }
    : { form: "publicRun", operator: institution ? "careInstitution" : "townshipGovernment", socialised };
};

/** A fact of a facility, now and then not recorded. */
const fact = <Value extends boolean | number | string>(random: Random, name: string, value: Value): Record<string, Value> =>
  random.chance(assumed.factUnknownShare) ? {} : { [name]: value };

function drawBeds(random: Random, residents: Residents, least: Range, nursingShare: Range): Pick<Facility, "beds" | "nursingBeds" | "residents"> {
  const { disabled, semiDisabled, selfCaring } = residents;
  const beds = Math.max(random.whole(...least), Math.ceil((disabled + semiDisabled + selfCaring) * assumed.bedsPerResident));
  const [low, high] = nursingShare;
  return { beds, nursingBeds: Math.floor(beds * (low + random.fraction() * (high - low))), residents: { disabled, semiDisabled, selfCaring } };
}

const quality = (random: Random) => fact(random, "serviceQualityMet", random.chance(assumed.serviceQualityMetShare));

const item = (random: Random, name: string) => fact(random, name, random.chance(assumed.checklistShare));

const operated = (random: Random, operation: Facility["operation"]) =>
  fact(random, "careInstitutionOperated", operation?.operator === "careInstitution");

const hazards = (random: Random) => fact(random, "openSafetyHazards", random.chance(assumed.hazardShare) ? random.whole(1, 4) : 0);

const pointRooms = ["mealRoom", "restRoom", "activityRoom", "rehabilitationRoom", "library"];
const pointFunctions = ["dayCare", "rehabilitation", "leisure", "emergencyRescue"];
const centreFunctions = ["concentratedSupport", "basicCare", "socialNursing", "dayCare", "leisure", "homeServices"];

function furnish(random: Random, kind: Facility["kind"], residents: Residents, posts: number, on: CivilDate): Partial<Facility> {
  const events = drawWorks(random, on);
  const works = events === undefined ? {} : { events };
  const { concentratedSupport } = residents;
  const operation = drawOperation(random);
  switch (kind) {
    case "concentratedDisabledCareCentre":
      return {
        siteMu: random.whole(...assumed.siteMu.disabledCare),
        floorAreaM2: random.whole(...assumed.floorAreaM2.disabledCare),
        ...drawBeds(random, residents, assumed.leastBeds.disabledCare, assumed.nursingBedShare.disabledCare),
        functions: ["concentratedSupport", "nursing", "rehabilitation"],
        operation,
        ...works,
        checklist: { ...item(random, "buildingStandard"), ...item(random, "disabledCareEquipment") },
        facts: {
          synthetic: true,
          concentratedSupportResidents: concentratedSupport,
          ...operated(random, operation),
          ...quality(random),
          ...hazards(random),
        },
      };
    case "townshipHome":
      return {
        siteMu: random.whole(...assumed.siteMu.home),
        floorAreaM2: random.whole(...assumed.floorAreaM2.home),
        ...drawBeds(random, residents, assumed.leastBeds.home, assumed.nursingBedShare.home),
        functions: ["concentratedSupport"],
        operation,
        ...works,
        checklist: { ...item(random, "legalPersonRegistered"), ...item(random, "filed") },
        facts: {
          synthetic: true,
          concentratedSupportResidents: concentratedSupport,
          ...fact(random, "upgradeIndicatorsMet", random.chance(assumed.upgradeIndicatorsMetShare)),
          ...fact(random, "upgraded", random.chance(assumed.upgradedShare)),
          ...quality(random),
          ...hazards(random),
        },
      };
    case "townshipCareCentre":
      return {
        siteMu: random.whole(...assumed.siteMu.centre),
        floorAreaM2: random.whole(...assumed.floorAreaM2.centre),
        ...drawBeds(random, residents, assumed.leastBeds.centre, assumed.nursingBedShare.centre),
        functions: some(random, centreFunctions, assumed.functionShare),
        operation,
        ...works,
        facts: {
          synthetic: true,
          ...fact(random, "convertedFrom", random.weighted<string>(assumed.convertedFrom)),
          ...fact(random, "publicWelfarePosts", random.whole(...assumed.publicWelfarePosts)),
          ...operated(random, operation),
          ...quality(random),
        },
      };
    case "villageMutualAidPoint":
      return {
        floorAreaM2: random.whole(...assumed.floorAreaM2.point),
        rooms: some(random, pointRooms, assumed.functionShare),
        functions: some(random, pointFunctions, assumed.functionShare),
        ...works,
        checklist: {
          ...item(random, "premises"),
          ...item(random, "staff"),
          ...item(random, "budget"),
        },
        facts: { synthetic: true, ...fact(random, "volunteerTeams", random.chance(assumed.volunteerTeamShare) ? random.whole(1, 2) : 0) },
      };
    default:
      return {
        floorAreaM2: random.whole(...assumed.floorAreaM2.guidance),
        ...works,
        facts: { synthetic: true, establishedPosts: posts },
      };
  }
}

const nobody: Residents = { disabled: 0, semiDisabled: 0, selfCaring: 0, concentratedSupport: 0 };

/** Furnishes the sites with beds, rooms, works and the residents that were lodged there. */
export function drawFacilities(sites: readonly FacilitySite[], residents: ReadonlyMap<string, Residents>, seed: number, on: CivilDate): Facility[] {
  return sites.map(({ id, kind, village, name }) => {
    const random = seededRandom(seed, `facility ${id}`);
    const place = village.place === undefined ? undefined : scatter(random, village.place, syntheticAssumptions.scatterMetres.facility);
    return {
      id,
      kind,
      area: village.area.code,
      name,
      ...(place === undefined ? {} : { place }),
      ...furnish(random, kind, residents.get(id) ?? nobody, establishedPosts(id, seed), on),
    };
  });
}
