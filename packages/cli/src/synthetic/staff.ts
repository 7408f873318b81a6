import { addDays, type Caregiver, type CivilDate } from "@eldercare/core";
import { syntheticAssumptions } from "./assumptions.js";
import type { FacilitySite } from "./facilitySites.js";
import type { Residents } from "./lodging.js";
import { birthDateFor } from "./people.js";
import { type Random, seededRandom } from "./random.js";
import { assistantShifts, drawFacilityShifts, drawVisitingShifts } from "./shifts.js";
import type { VillageSite } from "./villageSites.js";

type Role = Caregiver["roles"][number];

const assumed = syntheticAssumptions.staff;

/** What the synthetic staff of every kind have in common. */
function drawWorker(random: Random, id: string, role: Role, on: CivilDate): Omit<Caregiver, "area" | "shifts"> {
  const certified = random.chance(assumed.certifiedShare) && (role === "careWorker" || role === "nurse");
  const kind = role === "nurse" ? "nurse" : "elderCareWorker";
  return {
    id,
    birthDate: birthDateFor(random, random.whole(...assumed.ageYears), on),
    sex: random.chance(assumed.femaleShare) ? "female" : "male",
    roles: [role],
    certificates: certified ? [{ kind, level: random.whole(1, 4), validTo: addDays(on, random.whole(-90, 1200)) }] : [],
    trainedOn: random.chance(assumed.trainedShare) ? addDays(on, -random.whole(20, 1500)) : null,
    languages: ["zh"],
    workMinutes: { perDay: 480, perWeek: 2400 },
  };
}

const careSkills = Object.entries(assumed.skillShare);

/** Skills by chance, and those that a township's first two visitors always have, so that no service lacks somebody. */
function drawSkills(random: Random, role: Role, always: readonly string[]): Record<string, number> {
  const nursing = role === "nurse" ? ["nursing", "personalCare"] : [];
  return Object.fromEntries(
    careSkills
      .filter(([skill, share]) => random.chance(share) || always.includes(skill) || nursing.includes(skill))
      .map(([skill]) => [skill, random.whole(1, 3)] as const),
  );
}

const visitorAlways = [
  ["personalCare", "bathing", "cleaning"],
  ["personalCare", "nursing", "rehabilitation"],
];

const drawVisitorRole = (random: Random, index: number): Role =>
  index === 0
    ? "careWorker"
    : index === 1
      ? "nurse"
      : random.weighted([
          ["nurse", assumed.nursesInTeamShare],
          ["careAssistant", assumed.careAssistantsInTeamShare],
          ["careWorker", 1 - assumed.nursesInTeamShare - assumed.careAssistantsInTeamShare],
        ] as const);

/**
 * The home-visit teams: one for each township, sized to the visits expected there, attached to its care centre or else its
 * home. They serve the township (nine digits); the facilities' own staff serve the village of their facility (twelve).
 *
 * @param peopleByTownship older persons who live in each township, by its code
 */
export function drawVisitTeams(
  villages: readonly VillageSite[],
  sites: readonly FacilitySite[],
  peopleByTownship: ReadonlyMap<string, number>,
  seed: number,
  on: CivilDate,
): Caregiver[] {
  return villages
    .filter((village) => village.townSeat)
    .flatMap(({ townshipCode }) => {
      const random = seededRandom(seed, `team ${townshipCode}`);
      const people = peopleByTownship.get(townshipCode) ?? 0;
      const size = Math.max(assumed.leastPerTownship, Math.round((people * assumed.visitsPerPersonWeek) / assumed.visitsPerCaregiverWeek));
      const here = sites.filter((site) => site.village.townshipCode === townshipCode);
      const base = here.find(({ kind }) => kind === "townshipCareCentre") ?? here.find(({ kind }) => kind === "townshipHome");
      const homes = villages.filter((village) => village.townshipCode === townshipCode);
      return Array.from({ length: size }, (_, index): Caregiver => {
        const role = drawVisitorRole(random, index);
        const id = `syn-c-${townshipCode}-${String(index + 1).padStart(2, "0")}`;
        const { place } = random.pick(homes);
        return {
          ...drawWorker(random, id, role, on),
          ...(base === undefined ? {} : { facility: base.id }),
          area: townshipCode,
          skills: drawSkills(random, role, visitorAlways[index] ?? []),
          post: random.weighted([
            ["purchased", 0.5],
            ["contract", 0.3],
            ["publicWelfare", 0.2],
          ] as const),
          shifts: drawVisitingShifts(random),
          ...(place === undefined ? {} : { homePlace: place }),
        };
      });
    });
}

const filled = (random: Random, residents: number, residentsPerPost: number): number => {
  const [least, most] = assumed.filledShare;
  return Math.round((residents / residentsPerPost) * (least + random.fraction() * (most - least)));
};

/** How many established posts a guidance centre has: its staff fill them all. */
export const establishedPosts = (facilityId: string, seed: number): number =>
  seededRandom(seed, `posts ${facilityId}`).whole(...assumed.guidanceCentreStaff);

/**
 * The share of care workers in homes and in the disabled people's centre whose certificate holds on a date.
 *
 * @returns 0 to 1, rounded down to four decimals; undefined where there is none
 */
export function certifiedShare(staff: readonly Caregiver[], sites: readonly FacilitySite[], on: CivilDate): number | undefined {
  const kinds: readonly FacilitySite["kind"][] = ["townshipHome", "concentratedDisabledCareCentre"];
  const residential = new Set(sites.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id));
  const workers = staff.filter(({ facility = "", roles }) => residential.has(facility) && roles.includes("careWorker"));
  const certified = workers.filter(({ certificates }) => certificates?.some(({ validTo }) => validTo !== undefined && validTo >= on));
  return workers.length === 0 ? undefined : Math.floor((certified.length / workers.length) * 10_000) / 10_000;
}

function rolesOf(random: Random, site: FacilitySite, residents: Residents | undefined, seed: number): Role[] {
  const living = residents === undefined ? 0 : residents.disabled + residents.semiDisabled + residents.selfCaring;
  const repeat = (role: Role, times: number): Role[] => Array.from({ length: times }, () => role);
  const nurse = random.chance(assumed.nurseShare) ? 1 : 0;
  switch (site.kind) {
    case "concentratedDisabledCareCentre":
      return ["director", ...repeat("careWorker", filled(random, living, assumed.residentsPerCareWorker)), ...repeat("nurse", 1 + nurse)];
    case "townshipHome":
      return ["director", ...repeat("careWorker", filled(random, living, assumed.residentsPerManager)), ...repeat("nurse", nurse)];
    case "townshipCareCentre":
      return ["director", "managementStaff"];
    case "villageMutualAidPoint":
      return repeat("careAssistant", random.chance(assumed.assistantAtPointShare) ? 1 : 0);
    default:
      return repeat("managementStaff", establishedPosts(site.id, seed));
  }
}

/** The facilities' own staff: some facilities have fewer than their residents need. */
export function drawFacilityStaff(
  sites: readonly FacilitySite[],
  residents: ReadonlyMap<string, Residents>,
  seed: number,
  on: CivilDate,
): Caregiver[] {
  return sites.flatMap((site) => {
    const random = seededRandom(seed, `staff ${site.id}`);
    const prefix = site.id.replace("syn-", "syn-s-");
    return rolesOf(random, site, residents.get(site.id), seed).map((role, index): Caregiver => {
      const worker = drawWorker(random, `${prefix}-${String(index + 1).padStart(2, "0")}`, role, on);
      const point = site.kind === "villageMutualAidPoint";
      const post = site.kind === "guidanceCentre" ? "establishment" : point ? "publicWelfare" : "contract";
      const shifts = point ? assistantShifts() : drawFacilityShifts(random);
      const caring = role === "careWorker" || role === "nurse";
      return {
        ...worker,
        facility: site.id,
        area: site.village.area.code,
        skills: caring ? drawSkills(random, role, ["personalCare"]) : {},
        post,
        shifts,
      };
    });
  });
}
