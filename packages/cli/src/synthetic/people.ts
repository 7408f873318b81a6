import { addDays, addMonths, type CivilDate, type OlderPerson } from "@eldercare/core";
import { syntheticAssumptions } from "./assumptions.js";
import { fromAge, type HouseholdDraft } from "./households.js";
import type { Lodging } from "./lodging.js";
import type { Random } from "./random.js";
import { scatter } from "./scatter.js";
import type { VillageSite } from "./villageSites.js";

const honours = ["martyrSurvivor", "dutyDeathSurvivor", "illnessDeathSurvivor", "activeServiceFamily", "entitledVeteranBeneficiary"] as const;
const disabilities = ["visual", "hearing", "speech", "limb", "limb", "limb", "intellectual", "mental", "multiple"] as const;

/** A birth date that makes a person exactly so old, in whole years, on a date. */
export const birthDateFor = (random: Random, ageYears: number, on: CivilDate): CivilDate =>
  addDays(addMonths(on, -12 * ageYears), -random.whole(0, 360));

const levelsOf = (weights: readonly number[]): [number, number][] => weights.map((weight, level) => [level, weight]);

function drawDisability(random: Random, level: number): NonNullable<OlderPerson["disability"]> | null {
  const certified = random.chance(syntheticAssumptions.disabilityCertificateShareByLevel[level] ?? 0);
  const grade = syntheticAssumptions.residentClasses[level] === "disabled" ? random.whole(1, 2) : random.whole(2, 4);
  const kinds = [random.pick(disabilities)];
  return certified ? { grade, kinds } : null;
}

function drawWishes(random: Random, sex: "female" | "male", disabled: boolean): NonNullable<OlderPerson["wishes"]> {
  const { wishesInstitutionShare, wishesFemaleCaregiverShare, wishesMandarinShare } = syntheticAssumptions;
  const institution = random.chance(disabled ? wishesInstitutionShare.disabled : wishesInstitutionShare.other);
  const female = random.chance(wishesFemaleCaregiverShare) && sex === "female";
  const mandarin = random.chance(wishesMandarinShare);
  return { institution, caregiverSex: female ? "female" : null, language: mandarin ? "zh" : null };
}

type Maskable = keyof typeof syntheticAssumptions.unknownShare;
const maskable = Object.entries(syntheticAssumptions.unknownShare) as [Maskable, number][];

/** Takes away what nobody recorded: each fact by its own share. */
function forget(random: Random, person: OlderPerson): OlderPerson {
  for (const [field, share] of maskable) if (random.chance(share)) delete person[field];
  return person;
}

/** Where and with whom a person is drawn. */
export interface PersonDraft {
  readonly id: string;
  readonly householdId: string;
  readonly household: HouseholdDraft;
  /** 0 for the first older person of the household, 1 for the second. */
  readonly member: number;
  readonly village: VillageSite;
  readonly birthDate: CivilDate;
}

/**
 * Draws one older person of a household: a complete record first, then some facts forgotten.
 *
 * @param lodging places in facilities, where those who live in one are counted
 * @param on civil date on which the ages hold
 */
export function drawPerson(random: Random, draft: PersonDraft, lodging: Lodging, on: CivilDate): OlderPerson {
  const assumed = syntheticAssumptions;
  const { household, member, village } = draft;
  const age = household.ages[member] ?? 0;
  const sex = household.sexes[member] ?? "female";
  const destitute = household.assistance === "destitute";
  const abilityAge = age + (destitute ? assumed.destituteAbilityYears : 0);
  const level = random.weighted(levelsOf(fromAge<readonly number[]>(assumed.abilityByAge, abilityAge)));
  const disabled = assumed.residentClasses[level] === "disabled";
  const concentrated = random.chance(assumed.concentratedSupportShare) && destitute;
  const institutionShare = disabled ? assumed.institutionShareOfDisabled : household.kind === "alone" ? assumed.institutionShareOfOthersAlone : 0;
  const lodged = concentrated || (random.chance(institutionShare) && !destitute);
  const facility = lodged ? lodging.lodge(village.townshipCode, level, concentrated) : undefined;
  const home = facility?.village ?? village;
  const alone = household.kind === "alone" || household.kind === "destitute";
  const place =
    home.place === undefined ? undefined : scatter(random, home.place, facility ? assumed.scatterMetres.facility : assumed.scatterMetres.person);
  const rural = random.chance(village.area.kind === "居委会" ? assumed.ruralShareOfCommunities : assumed.ruralShareOfVillages);
  const person: OlderPerson = {
    id: draft.id,
    birthDate: draft.birthDate,
    sex,
    household: draft.householdId,
    residence: { area: home.area.code, ...(place === undefined ? {} : { place }) },
    registeredResidence: { area: village.area.code, kind: rural ? "rural" : "urban" },
    livingArrangement: facility ? "institution" : alone ? "alone" : household.kind === "couple" ? "withSpouseOnly" : "withFamily",
    leftBehind: household.childrenAwayForWork && facility === undefined,
    emptyNest: household.hasChildren && household.kind !== "family" && facility === undefined,
    childless: alone && !household.hasChildren,
    uncaredFor: random.chance(alone ? assumed.uncaredForShare.alone : assumed.uncaredForShare.other) && facility === undefined,
    assistance: household.assistance === undefined ? [] : [household.assistance],
    ...(destitute ? { support: concentrated ? ("concentrated" as const) : ("dispersed" as const) } : {}),
    monitoring: household.monitoring,
    specialFamilyPlanning: household.specialFamilyPlanning,
    ability: { level, assessedOn: addDays(on, -random.whole(5, 720)), standard: "GB/T 42195-2022" },
    dementia: random.chance(fromAge<number>(assumed.dementiaByAge, age)),
    disability: drawDisability(random, level),
    honours: random.chance(assumed.honourShare) ? [random.pick(honours)] : [],
    wishes: drawWishes(random, sex, disabled),
    insurance: { longTermCare: random.chance(assumed.longTermCareInsuranceShare) },
    adopted: [],
    died: null,
    facts: {
      synthetic: true,
      needsCarePlace: random.chance(disabled ? assumed.needsCarePlaceShare.disabled : assumed.needsCarePlaceShare.other) && facility === undefined,
    },
  };
  return forget(random, person);
}
