import type * as v from "valibot";
import { type Area, areaSchema } from "../area/area.js";
import { areaAtTier, tierDigits } from "../area/areaCode.js";
import { reportIssue } from "../errors/codes.js";
import type { Issue } from "../errors/issue.js";
import { type Facility, facilitySchema } from "../facility/facility.js";
import { type Household, householdSchema } from "../person/household.js";
import { type OlderPerson, olderPersonSchema } from "../person/olderPerson.js";
import type { CivilDate } from "../time/civilDate.js";
import { type Caregiver, caregiverSchema } from "../workforce/caregiver.js";
import { type Volunteer, volunteerSchema } from "../workforce/volunteer.js";

/** Everything that is known of a place: who lives there, in what households and areas, with what facilities and staff. */
export interface Register {
  readonly people: readonly OlderPerson[];
  readonly households: readonly Household[];
  readonly areas: readonly Area[];
  readonly facilities: readonly Facility[];
  readonly caregivers: readonly Caregiver[];
  readonly volunteers: readonly Volunteer[];
}

/** The tables of a register with the shape of their rows. */
export const registerTables = {
  people: olderPersonSchema,
  households: householdSchema,
  areas: areaSchema,
  facilities: facilitySchema,
  caregivers: caregiverSchema,
  volunteers: volunteerSchema,
} as const satisfies Record<keyof Register, v.GenericSchema>;

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const duplicates = (table: string, ids: readonly string[], field: string): Issue[] => {
  const seen = new Set<string>();
  return ids.flatMap((id, row) => {
    if (seen.has(id)) return [reportIssue("DUPLICATE_ID", `/${table}/${row}/${field}`, { seen: id })];
    seen.add(id);
    return [];
  });
};

function checkPerson(person: OlderPerson, pointer: string, on: CivilDate): Issue[] {
  const { birthDate, died } = person;
  const issues: Issue[] = [];
  if (birthDate !== undefined && birthDate > on)
    issues.push(reportIssue("BIRTH_DATE_IN_FUTURE", `${pointer}/birthDate`, { seen: birthDate, values: { on } }));
  if (birthDate !== undefined && typeof died === "string" && died < birthDate)
    issues.push(reportIssue("DIED_BEFORE_BIRTH", `${pointer}/died`, { seen: died }));
  return issues;
}

function checkShifts(caregiver: Caregiver, pointer: string): Issue[] {
  return caregiver.shifts.flatMap((shift, index) => {
    const at = `${pointer}/shifts/${index}`;
    if (shift.to <= shift.from) return [reportIssue("SHIFT_ENDS_BEFORE_IT_BEGINS", `${at}/to`, { seen: shift.to })];
    return (shift.breaks ?? []).flatMap((pause, nth) => {
      const begin = Math.max(minutes(pause.from), minutes(shift.from));
      const end = Math.min(minutes(pause.to), minutes(shift.to) - pause.minutes);
      return pause.to < pause.from || begin > end
        ? [reportIssue("BREAK_OUTSIDE_SHIFT", `${at}/breaks/${nth}`, { seen: `${pause.from}-${pause.to} (${pause.minutes} min)` })]
        : [];
    });
  });
}

function checkOverlaps({ shifts }: Caregiver, pointer: string): Issue[] {
  return shifts.flatMap((shift, nth) => {
    const overlaps = shifts
      .slice(0, nth)
      .some((other) => shift.from < other.to && other.from < shift.to && shift.weekdays.some((day) => other.weekdays.includes(day)));
    return overlaps ? [reportIssue("SHIFTS_OVERLAP", `${pointer}/shifts/${nth}`, { seen: `${shift.from}-${shift.to}` })] : [];
  });
}

function checkTier({ code, tier }: Area, pointer: string): Issue[] {
  return code.length === tierDigits[tier] ? [] : [reportIssue("AREA_TIER", `${pointer}/tier`, { seen: tier, values: { areaCode: code } })];
}

/**
 * Checks what no single row can show: identifiers that occur twice, references and areas that do not exist, dates in the
 * future, shifts that overlap. Pointers lead into the register: `/people/17/birthDate`.
 *
 * @param on civil date asked about; nobody is born after it
 * @returns all issues, in the order of the tables; empty where the register can be used
 */
export function checkRegister(register: Register, on: CivilDate): Issue[] {
  const { people, households, areas, facilities, caregivers, volunteers } = register;
  const areaCodes = new Set(areas.map((area) => area.code));
  const personIds = new Set(people.map((person) => person.id));
  const householdIds = new Set(households.map((household) => household.id));
  const facilityIds = new Set(facilities.map((facility) => facility.id));
  const known = (code: string | undefined, pointer: string): Issue[] =>
    code === undefined || areaCodes.has(code) ? [] : [reportIssue("AREA_NOT_FOUND", pointer, { seen: code })];
  const referenced = (id: string | undefined, ids: ReadonlySet<string>, what: string, pointer: string): Issue[] =>
    id === undefined || ids.has(id) ? [] : [reportIssue("REFERENCE_NOT_FOUND", pointer, { seen: id, values: { what } })];
  // a registered residence may lie outside the areas listed: it is checked only within the counties that the list holds
  const counties = new Set(areas.map((area) => areaAtTier(area.code, "county")).filter((code) => code !== undefined));
  const knownHere = (code: string | undefined, pointer: string): Issue[] =>
    code === undefined || !counties.has(areaAtTier(code, "county") ?? "") ? [] : known(code, pointer);
  return [
    ...(people.length === 0 ? [reportIssue("EMPTY_REGISTER", "/people")] : []),
    ...duplicates(
      "people",
      people.map((person) => person.id),
      "id",
    ),
    ...duplicates(
      "households",
      households.map((household) => household.id),
      "id",
    ),
    ...duplicates(
      "areas",
      areas.map((area) => area.code),
      "code",
    ),
    ...duplicates(
      "facilities",
      facilities.map((facility) => facility.id),
      "id",
    ),
    ...duplicates(
      "caregivers",
      caregivers.map((caregiver) => caregiver.id),
      "id",
    ),
    ...duplicates(
      "volunteers",
      volunteers.map((volunteer) => volunteer.id),
      "id",
    ),
    ...people.flatMap((person, row) => [
      ...checkPerson(person, `/people/${row}`, on),
      ...known(person.residence?.area, `/people/${row}/residence/area`),
      ...knownHere(person.registeredResidence?.area, `/people/${row}/registeredResidence/area`),
      ...referenced(person.household, householdIds, "household", `/people/${row}/household`),
    ]),
    ...households.flatMap((household, row) => [
      ...known(household.area, `/households/${row}/area`),
      ...(household.members ?? []).flatMap(({ person }, nth) => referenced(person, personIds, "person", `/households/${row}/members/${nth}/person`)),
    ]),
    ...areas.flatMap((area, row) => [
      ...checkTier(area, `/areas/${row}`),
      ...(area.hosts ?? []).flatMap((facility, nth) => referenced(facility, facilityIds, "facility", `/areas/${row}/hosts/${nth}`)),
    ]),
    ...facilities.flatMap((facility, row) => [
      ...known(facility.area, `/facilities/${row}/area`),
      ...(facility.beds !== undefined && facility.nursingBeds !== undefined && facility.nursingBeds > facility.beds
        ? [
            reportIssue("MORE_NURSING_BEDS_THAN_BEDS", `/facilities/${row}/nursingBeds`, {
              seen: facility.nursingBeds,
              values: { beds: String(facility.beds) },
            }),
          ]
        : []),
    ]),
    ...caregivers.flatMap((caregiver, row) => [
      ...known(caregiver.area, `/caregivers/${row}/area`),
      ...referenced(caregiver.facility, facilityIds, "facility", `/caregivers/${row}/facility`),
      ...checkShifts(caregiver, `/caregivers/${row}`),
      ...checkOverlaps(caregiver, `/caregivers/${row}`),
    ]),
    ...volunteers.flatMap((volunteer, row) => known(volunteer.area, `/volunteers/${row}/area`)),
  ];
}
