import type { UnknownFact } from "../model/pairing.js";
import type { PairedPerson, PairingMode } from "../model/problem.js";
import type { PairingReasonCode } from "../model/reasons.js";
import type { CompiledPairing } from "../search/compilePairing.js";
import { pairObstacles, unknownReason, volunteerObstacles } from "../search/eligible.js";
import { roomLeft } from "../search/market.js";

/** Why a volunteer cannot be paired in a mode, whoever the person: every code, certain ones first. */
export function standingOf(compiled: CompiledPairing, mode: PairingMode, row: number, oneToOne: number): PairingReasonCode[] {
  const volunteer = compiled.volunteers[row];
  if (volunteer === undefined) return [];
  const asked = compiled.asked[mode];
  const { no, unknown } = volunteerObstacles(volunteer, mode, asked, compiled.on);
  const before = mode === "grid" ? oneToOne : 0;
  const least = mode === "grid" ? (asked.leastPersons ?? 1) : 1;
  const room: PairingReasonCode[] = [];
  if (roomLeft(compiled, mode, row, 0) < least) room.push("NO_CAPACITY");
  else if (roomLeft(compiled, mode, row, before) < least) room.push(compiled.exclusive ? "TAKEN_ONE_TO_ONE" : "FULL");
  return [...no, ...room, ...(asked.acceptUnknown === true ? [] : unknown.map((fact) => unknownReason[fact]))];
}

/** Why a volunteer cannot be paired with a person: every code, certain ones first, what stands against him anyway given. */
export function betweenThem(
  compiled: CompiledPairing,
  person: PairedPerson,
  row: number,
  standing: readonly PairingReasonCode[],
): PairingReasonCode[] {
  const volunteer = compiled.volunteers[row];
  if (volunteer === undefined) return [];
  const asked = compiled.asked[person.mode];
  const { no, unknown } = pairObstacles(person, volunteer, compiled.distance(volunteer.place, person.place), asked);
  const words = asked.acceptUnknown === true ? [] : unknown.map((fact) => unknownReason[fact]);
  const all = [...standing, ...no, ...words];
  const isUnknown = (code: PairingReasonCode): boolean => Object.values(unknownReason).includes(code);
  return [...all.filter((code) => !isUnknown(code)), ...all.filter(isUnknown)];
}

/** The facts that are unknown of a pair that was made all the same. */
export function unknownOf(compiled: CompiledPairing, person: PairedPerson, row: number): UnknownFact[] {
  const volunteer = compiled.volunteers[row];
  if (volunteer === undefined) return [];
  const asked = compiled.asked[person.mode];
  const metres = compiled.distance(volunteer.place, person.place);
  return [...volunteerObstacles(volunteer, person.mode, asked, compiled.on).unknown, ...pairObstacles(person, volunteer, metres, asked).unknown];
}
