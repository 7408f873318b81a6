import type { Steps } from "../../model/steps.js";
import type { DistanceBetween } from "../model/distance.js";
import type { Pairing, Unpaired } from "../model/pairing.js";
import type { PairedPerson, PairingMode, PairingProblem } from "../model/problem.js";
import { pairingReasons } from "../model/reasons.js";
import { priceOf, priceOfLoad } from "./checkCertificate.js";
import type { ReadPairing } from "./checkPairs.js";
import { mostBeside } from "./loadLimits.js";
import { type PairingViolation, violationOf } from "./pairingBreach.js";
import { ruleBetween } from "./ruleBetween.js";

/** What the pairs cost by mode, and in all by component: thousandths of an objective unit. */
export function costsOfPairs(problem: PairingProblem, { pairs, counts }: ReadPairing, distance: DistanceBetween) {
  const byMode: Record<PairingMode, number> = { oneToOne: 0, grid: 0 };
  const parts = { distance: 0, change: 0, notPreferred: 0, furtherPerson: 0 };
  for (const { person, volunteer, mode } of pairs) {
    const price = priceOf(problem, person, volunteer, distance(volunteer.place, person.place));
    for (const part of ["distance", "change", "notPreferred"] as const) {
      parts[part] += price[part];
      byMode[mode] += price[part];
    }
  }
  for (const { oneToOne, grid } of counts.values()) {
    byMode.oneToOne += priceOfLoad(problem, 0, oneToOne);
    byMode.grid += priceOfLoad(problem, oneToOne, grid);
    parts.furtherPerson += priceOfLoad(problem, 0, oneToOne + grid);
  }
  return { byMode, parts };
}

/** Checks the cost of a pairing, each component by name. */
export function checkPairingCost({ cost }: Pairing, parts: Readonly<Record<string, number>>): PairingViolation[] {
  const total = Object.values(parts).reduce((sum, part) => sum + part, 0);
  const expected: Readonly<Record<string, number>> = { ...parts, total };
  return [...new Set([...Object.keys(expected), ...Object.keys(cost)])].flatMap((name) => {
    const units = (expected[name] ?? 0) / 1000;
    if (cost[name] === units) return [];
    return [violationOf("PAIRING_WRONG_COST", {}, { name, seen: String(cost[name] ?? "—"), expected: String(units) })];
  });
}

/** Checks what a pairing says of each volunteer's load. */
export function checkVolunteers(problem: PairingProblem, { volunteers }: Pairing, { counts }: ReadPairing): PairingViolation[] {
  const said = new Map(volunteers.map((row) => [row.volunteer, row]));
  return problem.volunteers.flatMap((volunteer) => {
    const has = counts.get(volunteer.id) ?? { oneToOne: 0, grid: 0 };
    const row = said.get(volunteer.id);
    const about = { volunteer: volunteer.id };
    return (["oneToOne", "grid"] as const).flatMap((mode) => {
      const wrong = (name: string, seen: unknown, expected: unknown): PairingViolation =>
        violationOf("PAIRING_WRONG_LOAD", about, { name, seen: String(seen ?? "—"), expected: String(expected) });
      if (row === undefined || row[mode] !== has[mode]) return [wrong(mode, row?.[mode], has[mode])];
      const spare = row.spare[mode];
      if (spare === null || row.barred?.[mode] !== undefined) return [];
      const most = mostBeside(problem, volunteer, mode, has, has[mode] + spare + 1);
      return most === has[mode] + spare ? [] : [wrong(`spare.${mode}`, spare, most - has[mode])];
    });
  });
}

/** Checks what a pairing says of who changes volunteers. */
export function checkChanges(problem: PairingProblem, { changes }: Pairing, { pairs }: ReadPairing): PairingViolation[] {
  const now = new Map(pairs.map(({ person, volunteer }) => [person.id, volunteer.id]));
  const said = new Map(changes.map((change) => [change.person, change]));
  const persons = new Set(problem.persons.map(({ id }) => id));
  const strangers = changes.flatMap(({ person }) => (persons.has(person) ? [] : [violationOf("PAIRING_UNKNOWN_PERSON", { person })]));
  const wrong = problem.persons.flatMap(({ id, partner = null }) => {
    const to = now.get(id) ?? null;
    const change = said.get(id);
    const expected = partner !== null && partner !== to;
    const isSo = expected ? change?.from === partner && change.to === to : change === undefined;
    return isSo ? [] : [violationOf("PAIRING_WRONG_CHANGE", { person: id })];
  });
  return [...strangers, ...wrong];
}

function checkOneUnpaired(
  problem: PairingProblem,
  said: Unpaired,
  person: PairedPerson,
  { counts }: ReadPairing,
  distance: DistanceBetween,
): PairingViolation[] {
  const { kind, reasons } = said;
  const about = { person: person.id };
  const ids = new Set(problem.volunteers.map(({ id }) => id));
  const wrong = reasons.filter(({ code, nearest }) => !Object.hasOwn(pairingReasons, code) || !ids.has(nearest));
  const counted = reasons.reduce((sum, { volunteers }) => sum + volunteers, 0);
  const violations = wrong.map(({ code, nearest }) => violationOf("UNPAIRED_FOR_NO_REASON", about, { seen: `${code} (${nearest})` }));
  if (counted !== problem.volunteers.length) violations.push(violationOf("UNPAIRED_FOR_NO_REASON", about, { seen: String(counted) }));
  const least = person.mode === "grid" ? (problem.requirements?.grid?.leastPersons ?? 1) : 1;
  const allowed = problem.volunteers.filter((volunteer) => {
    if (ruleBetween(problem, person, volunteer, distance) !== undefined) return false;
    const before = person.mode === "grid" ? (counts.get(volunteer.id)?.oneToOne ?? 0) : 0;
    return mostBeside(problem, volunteer, person.mode, { oneToOne: before, grid: 0 }, least) >= least;
  });
  const tooSmall = reasons.find(({ code }) => code === "GRID_TOO_SMALL")?.volunteers ?? 0;
  const isImpossible = allowed.length <= tooSmall;
  if (isImpossible !== (kind === "impossible"))
    violations.push(violationOf("UNPAIRED_OF_WRONG_KIND", about, { seen: kind, expected: String(allowed.length) }));
  return violations;
}

/** Checks that whoever is unpaired is so for reasons that there are, and of the right kind. Resumable between persons. */
export function* checkUnpaired(
  problem: PairingProblem,
  { unpaired }: Pairing,
  read: ReadPairing,
  distance: DistanceBetween,
): Steps<PairingViolation[]> {
  const persons = new Map(problem.persons.map((person) => [person.id, person]));
  const violations: PairingViolation[] = [];
  for (const said of unpaired) {
    yield;
    const person = persons.get(said.person);
    if (person !== undefined) violations.push(...checkOneUnpaired(problem, said, person, read, distance));
  }
  return violations;
}
