import { ageOn } from "@eldercare/core";
import type { UnknownFact } from "../model/pairing.js";
import type { GridRequirements, OneToOneRequirements, PairedPerson, PairingMode, PairingVolunteer } from "../model/problem.js";
import type { PairingReasonCode } from "../model/reasons.js";

/** What a mode asks, of either kind. */
export type Asked = OneToOneRequirements & GridRequirements;

/** What stands against a volunteer, or a pair: certain rules broken, and facts that nobody has stated. */
export interface Obstacles {
  readonly no: readonly PairingReasonCode[];
  readonly unknown: readonly UnknownFact[];
}

const secondsOf = (hours: number): number => Math.round(hours * 3600);

/** Words of an unknown fact as a reason. */
export const unknownReason: Readonly<Record<UnknownFact, PairingReasonCode>> = {
  birthDate: "AGE_UNKNOWN",
  healthy: "HEALTH_UNKNOWN",
  hoursPerWeek: "HOURS_UNKNOWN",
  sex: "SEX_UNKNOWN",
  languages: "LANGUAGES_UNKNOWN",
  groups: "GROUPS_UNKNOWN",
};

/**
 * How many persons a volunteer may have in a mode.
 *
 * @param before persons whom he has one to one already, and the hours a week that each takes
 * @returns a whole number, `Infinity` where nothing limits
 */
export function roomOf(volunteer: PairingVolunteer, asked: Asked, before: { readonly persons: number; readonly hours: number }): number {
  const { capacity = Number.POSITIVE_INFINITY, hoursPerWeek } = volunteer;
  const { mostPersons = Number.POSITIVE_INFINITY, hoursPerPerson } = asked;
  const byHours =
    hoursPerPerson === undefined || hoursPerWeek === undefined
      ? Number.POSITIVE_INFINITY
      : Math.floor((secondsOf(hoursPerWeek) - before.persons * secondsOf(before.hours)) / secondsOf(hoursPerPerson));
  return Math.max(0, Math.min(capacity - before.persons, mostPersons, byHours));
}

/** What stands against a volunteer in a mode, whoever the person. */
export function volunteerObstacles(volunteer: PairingVolunteer, mode: PairingMode, asked: Asked, on: string): Obstacles {
  const no: PairingReasonCode[] = [];
  const unknown: UnknownFact[] = [];
  if (volunteer.modes !== undefined && !volunteer.modes.includes(mode)) no.push("NOT_FOR_MODE");
  const { youngestAge, oldestAge } = asked;
  if (youngestAge !== undefined || oldestAge !== undefined) {
    if (volunteer.birthDate === undefined) unknown.push("birthDate");
    else {
      const age = ageOn(volunteer.birthDate, on);
      if (youngestAge !== undefined && age < youngestAge) no.push("TOO_YOUNG");
      if (oldestAge !== undefined && age > oldestAge) no.push("TOO_OLD");
    }
  }
  if (asked.healthy === true) {
    if (volunteer.healthy === undefined) unknown.push("healthy");
    else if (!volunteer.healthy) no.push("NOT_HEALTHY");
  }
  if (asked.hoursPerPerson !== undefined && volunteer.hoursPerWeek === undefined) unknown.push("hoursPerWeek");
  return { no, unknown };
}

/** What stands between a person and a volunteer, `metres` apart, beside what stands against him anyway. */
export function pairObstacles(person: PairedPerson, volunteer: PairingVolunteer, metres: number, asked: Asked): Obstacles {
  const no: PairingReasonCode[] = [];
  const unknown: UnknownFact[] = [];
  const { only = [], bars = [], wishes } = person;
  if (bars.includes(volunteer.id)) no.push("BARRED");
  if (only.length > 0 && !only.includes(volunteer.id)) no.push("NOT_AMONG_ONLY");
  const sex = wishes?.sex ?? undefined;
  if (sex !== undefined && volunteer.sex === undefined) unknown.push("sex");
  else if (sex !== undefined && volunteer.sex !== sex) no.push("SEX_WISH");
  const language = wishes?.language ?? undefined;
  if (language !== undefined && volunteer.languages === undefined) unknown.push("languages");
  else if (language !== undefined && volunteer.languages?.includes(language) === false) no.push("LANGUAGE_WISH");
  const groups = wishes?.groups ?? [];
  if (groups.length > 0 && volunteer.groups === undefined) unknown.push("groups");
  else if (groups.length > 0 && !groups.some((group) => volunteer.groups?.includes(group) === true)) no.push("GROUP_WISH");
  if (metres === Number.POSITIVE_INFINITY) no.push("NO_WAY");
  else if (asked.longestMetres !== undefined && metres > asked.longestMetres) no.push("TOO_FAR");
  return { no, unknown };
}
