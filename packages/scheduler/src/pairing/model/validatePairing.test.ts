import { expect, it } from "vitest";
import { pairingProblem } from "../../../test/exampleScope.js";
import { pair } from "../pair.js";
import type { PairingProblem } from "./problem.js";
import { validatePairing } from "./validatePairing.js";

const found = (problem: unknown): (readonly [code: string, pointer: string])[] =>
  validatePairing(problem as PairingProblem).map(({ code, pointer }) => [code, pointer]);
const { persons, volunteers } = pairingProblem;

it("a pairing problem that is sound has no issues", () => {
  expect(validatePairing(pairingProblem)).toEqual([]);
});

it("everything wrong with a pairing problem is told at once", () => {
  const problem = {
    ...pairingProblem,
    persons: [
      { id: "p-1", place: "wset", mode: "oneToOne", partner: "v-7", only: ["v-1"], bars: ["v-1", "v-9"] },
      { id: "p-1", place: "west", mode: "both" },
      { ...persons[0], id: "p-3", priority: 6, colour: "red" },
    ],
    volunteers: [
      { ...volunteers[0], place: "nowhere" },
      { ...volunteers[1], birthDate: "2027-01-01" },
    ],
    requirements: { oneToOne: { youngestAge: 70, oldestAge: 60 }, grid: { leastPersons: 9, mostPersons: 8 } },
  };
  expect(found(problem)).toEqual([
    ["NOT_IN_LIST", "/persons/1/mode"],
    ["OUT_OF_RANGE", "/persons/2/priority"],
    ["UNKNOWN_KEY", "/persons/2/colour"],
    ["DUPLICATE_ID", "/persons/1/id"],
    ["REFERENCE_NOT_FOUND", "/persons/0/place"],
    ["REFERENCE_NOT_FOUND", "/persons/0/bars/1"],
    ["REFERENCE_NOT_FOUND", "/persons/0/partner"],
    ["ONLY_AND_BARRED_VOLUNTEER", "/persons/0/only/0"],
    ["REFERENCE_NOT_FOUND", "/volunteers/0/place"],
    ["BIRTH_DATE_IN_FUTURE", "/volunteers/1/birthDate"],
    ["AGES_UPSIDE_DOWN", "/requirements/oneToOne/oldestAge"],
    ["GRID_SIZES_UPSIDE_DOWN", "/requirements/grid/mostPersons"],
  ]);
  for (const { message, advice } of validatePairing(problem as unknown as PairingProblem))
    expect(`${message.zh}${message.en}${advice.zh}${advice.en}`).not.toMatch(/[{}]/);
});

it("what is no problem at all is refused by its shape", () => {
  expect(found(null)).toEqual([["WRONG_TYPE", ""]]);
  expect(found({ ...pairingProblem, persons: {} })).toEqual([["WRONG_TYPE", "/persons"]]);
  expect(found({ ...pairingProblem, on: "2026-02-30" })).toEqual([["NOT_A_DATE", "/on"]]);
});

it("a matrix has an entry for every two places, and none below zero", () => {
  const matrix = (distancesMetres: unknown[]) => ({ ...pairingProblem, travel: { kind: "matrix", distancesMetres } });
  expect(found(matrix([0, 1]))).toEqual([["MATRIX_WRONG_SIZE", "/travel/distancesMetres"]]);
  expect(found(matrix([0, 1, 1, 1, 0, -1, 1, 1, null]))).toEqual([["MATRIX_ENTRY_INVALID", "/travel/distancesMetres/5"]]);
  expect(found(matrix([0, 1, null, 1, 0, 1, 1, 1, 0]))).toEqual([]);
});

it("volunteers whose load nothing limits are worth a warning, once for each way of pairing", () => {
  const { mostPersons: _, ...asked } = pairingProblem.requirements?.oneToOne ?? {};
  const unlimited = { ...pairingProblem, requirements: { oneToOne: asked } };
  expect(validatePairing(unlimited)).toMatchObject([{ code: "LOAD_NOT_LIMITED", severity: "warning", seen: '"v-1"' }]);
  expect(validatePairing({ ...unlimited, volunteers: volunteers.map((volunteer) => ({ ...volunteer, capacity: 2 })) })).toEqual([]);
});

it("costs that could not stay exact are refused", async () => {
  const places = pairingProblem.places;
  const distancesMetres = places.flatMap(() => places.map(() => 9_000_000));
  const dear: PairingProblem = {
    ...pairingProblem,
    travel: { kind: "matrix", distancesMetres },
    requirements: {},
    objective: { kilometre: 1_000_000 },
  };
  const many = Array.from({ length: 60 }, (_, index) => ({ id: `p-${index}`, place: "west", mode: "oneToOne" as const }));
  await expect(pair({ ...dear, persons: many })).rejects.toMatchObject({ issues: [{ code: "PAIRING_COSTS_TOO_LARGE" }] });
});

it("whoever is both a person and a volunteer is worth a warning, unless she bars herself", () => {
  const herself = { ...persons[0], id: "v-1", place: "west", mode: "oneToOne" as const };
  expect(found({ ...pairingProblem, persons: [herself] })).toEqual([["PERSON_IS_VOLUNTEER", "/persons/0/id"]]);
  expect(found({ ...pairingProblem, persons: [{ ...herself, bars: ["v-1"] }] })).toEqual([]);
});
