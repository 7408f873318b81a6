import { ageOn } from "@eldercare/core";
import type { DistanceBetween } from "../model/distance.js";
import type { UnknownFact } from "../model/pairing.js";
import type { PairedPerson, PairingProblem, PairingVolunteer } from "../model/problem.js";
import type { PairingReasonCode } from "../model/reasons.js";

/** What a mode asks where it asks nothing. */
const nothingAsked = {};

/** What the requirements of a person's mode ask. */
export const askedOf = ({ requirements }: PairingProblem, { mode }: Pick<PairedPerson, "mode">) => requirements?.[mode] ?? nothingAsked;

const isWithout = (list: readonly string[] | undefined, one: string): boolean => list?.every((each) => each !== one) ?? true;

/** The first rule that forbids a pair, whatever the loads; undefined where none does. */
export function ruleBetween(
  problem: PairingProblem,
  person: PairedPerson,
  volunteer: PairingVolunteer,
  distance: DistanceBetween,
): PairingReasonCode | undefined {
  const asked: { longestMetres?: number; youngestAge?: number; oldestAge?: number; healthy?: boolean; acceptUnknown?: boolean } = askedOf(
    problem,
    person,
  );
  const metres = distance(volunteer.place, person.place);
  if (!Number.isFinite(metres)) return "NO_WAY";
  if (metres > (asked.longestMetres ?? metres)) return "TOO_FAR";
  if (volunteer.modes?.every((each) => each !== person.mode) === true) return "NOT_FOR_MODE";
  if (!isWithout(person.bars, volunteer.id)) return "BARRED";
  if ((person.only ?? []).length > 0 && isWithout(person.only, volunteer.id)) return "NOT_AMONG_ONLY";
  if (volunteer.birthDate !== undefined) {
    const age = ageOn(volunteer.birthDate, problem.on);
    if (age < (asked.youngestAge ?? age)) return "TOO_YOUNG";
    if (age > (asked.oldestAge ?? age)) return "TOO_OLD";
  }
  if (asked.healthy === true && volunteer.healthy === false) return "NOT_HEALTHY";
  const { sex, language, groups = [] } = person.wishes ?? {};
  if (typeof sex === "string" && volunteer.sex !== undefined && volunteer.sex !== sex) return "SEX_WISH";
  if (typeof language === "string" && volunteer.languages !== undefined && isWithout(volunteer.languages, language)) return "LANGUAGE_WISH";
  if (groups.length > 0 && volunteer.groups !== undefined && groups.every((group) => isWithout(volunteer.groups, group))) return "GROUP_WISH";
  const [fact] = asked.acceptUnknown === true ? [] : factsUnknown(problem, person, volunteer);
  return fact === undefined ? undefined : reasonFor[fact];
}

const reasonFor: Readonly<Record<UnknownFact, PairingReasonCode>> = {
  birthDate: "AGE_UNKNOWN",
  healthy: "HEALTH_UNKNOWN",
  hoursPerWeek: "HOURS_UNKNOWN",
  sex: "SEX_UNKNOWN",
  languages: "LANGUAGES_UNKNOWN",
  groups: "GROUPS_UNKNOWN",
};

/** The facts on which a pair depends and which nobody has stated. */
export function factsUnknown(problem: PairingProblem, person: PairedPerson, volunteer: PairingVolunteer): UnknownFact[] {
  const asked: { youngestAge?: number; oldestAge?: number; healthy?: boolean; hoursPerPerson?: number } = askedOf(problem, person);
  const { sex, language, groups } = person.wishes ?? {};
  const depends: readonly (readonly [fact: UnknownFact, matters: boolean])[] = [
    ["birthDate", asked.youngestAge !== undefined || asked.oldestAge !== undefined],
    ["healthy", asked.healthy === true],
    ["hoursPerWeek", asked.hoursPerPerson !== undefined],
    ["sex", typeof sex === "string"],
    ["languages", typeof language === "string"],
    ["groups", (groups ?? []).length > 0],
  ];
  return depends.flatMap(([fact, matters]) => (matters && volunteer[fact] === undefined ? [fact] : []));
}
