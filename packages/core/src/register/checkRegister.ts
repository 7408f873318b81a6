import type { Area } from "../area/area.js";
import { areaAtTier, tierDigits } from "../area/areaCode.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import { reportIssue } from "../errors/codes.js";
import type { Issue } from "../errors/issue.js";
import { type Noun, reportMissing } from "../errors/missing.js";
import type { Facility } from "../facility/facility.js";
import type { OlderPerson } from "../person/olderPerson.js";
import type { CivilDate } from "../time/civilDate.js";
import { minuteOfDay } from "../time/clockTime.js";
import type { Caregiver } from "../workforce/caregiver.js";
import type { ServiceRegister } from "./register.js";

const duplicates = (pointerOf: (index: number) => string, ids: readonly string[]): Issue[] => {
  const check = new QuestionCheck();
  check.unique(pointerOf, ids);
  return check.issues;
};

const duplicateRows = (table: string, rows: readonly { readonly id: string }[] = []): Issue[] =>
  duplicates(
    (row) => `/${table}/${row}/id`,
    rows.map(({ id }) => id),
  );

const referenced = (id: string | undefined, ids: ReadonlySet<string>, what: Noun, pointer: string): Issue[] =>
  id === undefined || ids.has(id) ? [] : [reportMissing(what, pointer, id)];

const idsOf = (rows: readonly { readonly id: string }[] = []): ReadonlySet<string> => new Set(rows.map(({ id }) => id));

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
      const begin = Math.max(minuteOfDay(pause.from), minuteOfDay(shift.from));
      const end = Math.min(minuteOfDay(pause.to), minuteOfDay(shift.to) - pause.minutes);
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

function checkBeds({ beds, nursingBeds }: Facility, pointer: string): Issue[] {
  if (beds === undefined || nursingBeds === undefined || nursingBeds <= beds) return [];
  return [reportIssue("MORE_NURSING_BEDS_THAN_BEDS", `${pointer}/nursingBeds`, { seen: nursingBeds, values: { beds: String(beds) } })];
}

/** A team goes out with people and a vehicle of the register; where it has no table of vehicles, none can be looked up. */
function checkTeams({ mobileTeams = [], vehicles, caregivers }: ServiceRegister, known: (code: string, pointer: string) => Issue[]): Issue[] {
  const caregiverIds = idsOf(caregivers);
  const vehicleIds = idsOf(vehicles);
  return mobileTeams.flatMap(({ area, vehicle, crew = [] }, row) => [
    ...known(area, `/mobileTeams/${row}/area`),
    ...(vehicles === undefined || vehicle === null ? [] : referenced(vehicle, vehicleIds, "vehicle", `/mobileTeams/${row}/vehicle`)),
    ...duplicates((nth) => `/mobileTeams/${row}/crew/${nth}`, crew),
    ...crew.flatMap((caregiver, nth) => referenced(caregiver, caregiverIds, "caregiver", `/mobileTeams/${row}/crew/${nth}`)),
  ]);
}

/**
 * Checks what no single row can show: identifiers that occur twice, references and areas that do not exist, dates in the
 * future, shifts that overlap. Pointers lead into the register: `/people/17/birthDate`.
 *
 * @param on civil date asked about; nobody is born after it
 * @returns all issues, in the order of the tables; empty where the register can be used
 */
export function checkRegister(register: ServiceRegister, on: CivilDate): Issue[] {
  const { people, households, areas, facilities, caregivers, volunteers, providers, mobileTeams, vehicles } = register;
  const areaCodes = new Set(areas.map((area) => area.code));
  const personIds = idsOf(people);
  const householdIds = idsOf(households);
  const facilityIds = idsOf(facilities);
  const known = (code: string | undefined, pointer: string): Issue[] =>
    code === undefined || areaCodes.has(code) ? [] : [reportIssue("AREA_NOT_FOUND", pointer, { seen: code })];
  // a registered residence may lie outside the areas listed: it is checked only within the counties that the list holds
  const counties = new Set(areas.map((area) => areaAtTier(area.code, "county")).filter((code) => code !== undefined));
  const knownHere = (code: string | undefined, pointer: string): Issue[] =>
    code === undefined || !counties.has(areaAtTier(code, "county") ?? "") ? [] : known(code, pointer);
  return [
    ...(people.length === 0 ? [reportIssue("EMPTY_REGISTER", "/people")] : []),
    ...duplicateRows("people", people),
    ...duplicateRows("households", households),
    ...duplicates(
      (row) => `/areas/${row}/code`,
      areas.map(({ code }) => code),
    ),
    ...duplicateRows("facilities", facilities),
    ...duplicateRows("caregivers", caregivers),
    ...duplicateRows("volunteers", volunteers),
    ...duplicateRows("providers", providers),
    ...duplicateRows("mobileTeams", mobileTeams),
    ...duplicateRows("vehicles", vehicles),
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
    ...facilities.flatMap((facility, row) => [...known(facility.area, `/facilities/${row}/area`), ...checkBeds(facility, `/facilities/${row}`)]),
    ...caregivers.flatMap((caregiver, row) => [
      ...known(caregiver.area, `/caregivers/${row}/area`),
      ...referenced(caregiver.facility, facilityIds, "facility", `/caregivers/${row}/facility`),
      ...checkShifts(caregiver, `/caregivers/${row}`),
      ...checkOverlaps(caregiver, `/caregivers/${row}`),
    ]),
    ...volunteers.flatMap((volunteer, row) => known(volunteer.area, `/volunteers/${row}/area`)),
    ...checkTeams(register, known),
  ];
}
