import type { DistanceBetween } from "../model/distance.js";
import type { Pair, Pairing } from "../model/pairing.js";
import type { PairedPerson, PairingMode, PairingProblem, PairingVolunteer } from "../model/problem.js";
import { pairingReasons } from "../model/reasons.js";
import type { Counts } from "./loadLimits.js";
import { mostBeside } from "./loadLimits.js";
import { type PairingViolation, violationOf } from "./pairingBreach.js";
import { factsUnknown, ruleBetween } from "./ruleBetween.js";

/** A pair of a pairing whose both sides exist. */
export interface ReadPair {
  readonly person: PairedPerson;
  readonly volunteer: PairingVolunteer;
  readonly mode: PairingMode;
}

/** A pairing as read against its problem. */
export interface ReadPairing {
  readonly pairs: readonly ReadPair[];
  readonly counts: ReadonlyMap<string, Counts>;
  readonly violations: PairingViolation[];
}

type Said = Pair & { readonly mode: PairingMode };

/** All pairs that a pairing names, those of its grids included. */
const saidPairs = ({ pairs, grids }: Pairing): Said[] => [
  ...pairs.map((pair) => ({ ...pair, mode: "oneToOne" as const })),
  ...grids.flatMap(({ leader, members }) => members.map((member) => ({ ...member, volunteer: leader, mode: "grid" as const }))),
];

function checkPair(problem: PairingProblem, said: Said, { person, volunteer, mode }: ReadPair, distance: DistanceBetween): PairingViolation[] {
  const about = { person: person.id, volunteer: volunteer.id };
  if (person.mode !== mode) return [violationOf("PAIRING_WRONG_MODE", about, { expected: person.mode })];
  const violations: PairingViolation[] = [];
  const rule = ruleBetween(problem, person, volunteer, distance);
  if (rule !== undefined)
    violations.push(violationOf("PAIR_AGAINST_RULE", about, { "rule.zh": pairingReasons[rule].zh, "rule.en": pairingReasons[rule].en }));
  const metres = distance(volunteer.place, person.place);
  if (said.distanceMetres !== metres)
    violations.push(violationOf("PAIR_WRONG_DISTANCE", about, { seen: String(said.distanceMetres), expected: String(metres) }));
  const unknown = factsUnknown(problem, person, volunteer).toSorted().join(", ");
  const seen = (said.unknown ?? []).toSorted().join(", ");
  if (seen !== unknown) violations.push(violationOf("PAIR_WRONG_UNKNOWN", about, { seen: seen || "—", expected: unknown || "—" }));
  return violations;
}

/** Reads a pairing against its problem: every person once, every pair allowed; what refers to nothing is left out. */
export function readPairs(problem: PairingProblem, pairing: Pairing, distance: DistanceBetween): ReadPairing {
  const persons = new Map(problem.persons.map((person) => [person.id, person]));
  const volunteers = new Map(problem.volunteers.map((volunteer) => [volunteer.id, volunteer]));
  const violations: PairingViolation[] = [];
  const times = new Map<string, number>();
  const counts = new Map<string, Counts>();
  const saw = (id: string): void => {
    times.set(id, (times.get(id) ?? 0) + 1);
    if (!persons.has(id)) violations.push(violationOf("PAIRING_UNKNOWN_PERSON", { person: id }));
  };
  const pairs = saidPairs(pairing).flatMap((said): ReadPair[] => {
    saw(said.person);
    const person = persons.get(said.person);
    const volunteer = volunteers.get(said.volunteer);
    if (volunteer === undefined) violations.push(violationOf("PAIRING_UNKNOWN_VOLUNTEER", { volunteer: said.volunteer }));
    if (person === undefined || volunteer === undefined) return [];
    const pair = { person, volunteer, mode: said.mode };
    violations.push(...checkPair(problem, said, pair, distance));
    const has = counts.get(volunteer.id) ?? { oneToOne: 0, grid: 0 };
    counts.set(volunteer.id, { ...has, [said.mode]: has[said.mode] + 1 });
    return [pair];
  });
  for (const { person, mode } of pairing.unpaired) {
    saw(person);
    const known = persons.get(person);
    if (known !== undefined && known.mode !== mode) violations.push(violationOf("PAIRING_WRONG_MODE", { person }, { expected: known.mode }));
  }
  for (const { id } of problem.persons) {
    const many = times.get(id) ?? 0;
    if (many === 0) violations.push(violationOf("PAIRING_PERSON_LOST", { person: id }));
    if (many > 1) violations.push(violationOf("PAIRING_PERSON_TWICE", { person: id }));
  }
  return { pairs, counts, violations };
}

/** Checks that nobody has more persons than he may. */
export function checkLoads(problem: PairingProblem, counts: ReadonlyMap<string, Counts>): PairingViolation[] {
  return problem.volunteers.flatMap((volunteer) => {
    const has = counts.get(volunteer.id) ?? { oneToOne: 0, grid: 0 };
    const about = { volunteer: volunteer.id };
    if (problem.requirements?.oneToOne?.exclusive === true && has.oneToOne > 0 && has.grid > 0)
      return [violationOf("VOLUNTEER_IN_BOTH_MODES", about)];
    return (["oneToOne", "grid"] as const).flatMap((mode) => {
      const most = mostBeside(problem, volunteer, mode, has, has[mode]);
      if (most >= has[mode]) return [];
      return [violationOf("VOLUNTEER_OVERLOADED", about, { mode, seen: String(has[mode]), most: String(most) })];
    });
  });
}
