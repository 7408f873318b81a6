import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Area, Decision, Facility, OlderPerson, ServiceCatalogue, Caregiver as StaffMember, Volunteer } from "@eldercare/core";
import { evaluate } from "../src/evaluate/evaluate.js";
import type { PairingProblem } from "../src/pairing/model/problem.js";
import { threeHomes } from "./threeHomes.js";
import { twoVisits } from "./twoVisits.js";

/** What the examples in docstrings take as given: one small problem with a plan, and what a week's demand is made of. */
export const problem = twoVisits();

export const plan = evaluate(problem, [
  {
    caregiver: "c-1",
    date: "2026-11-23",
    stops: [
      { kind: "visit", id: "x-1" },
      { kind: "break", id: "break-1" },
      { kind: "visit", id: "x-2" },
    ],
  },
]);

/** A question of siting: which two of three homes are to stay. */
export const siting = threeHomes();

const place = { lng: 108.5, lat: 31.9 };

export const people: OlderPerson[] = [{ id: "p-17", residence: { area: "500229103205", place } }];

export const catalogue: ServiceCatalogue = {
  id: "example",
  services: [
    {
      id: "bathing",
      title: { zh: "助浴", en: "bathing" },
      serviceMinutes: 60,
      windows: [{ from: "09:00", to: "16:00" }],
      weekdays: [1, 2, 3, 4, 5],
      priority: 2,
    },
  ],
};

export const decisions: Decision[] = [
  {
    rule: "example/bathing",
    subject: "p-17",
    on: "2026-11-21",
    status: "granted",
    effect: { kind: "service", service: "bathing", times: 2, per: "week", open: [] },
    modality: "required",
    illustrative: true,
    warnings: [],
    clauses: [],
  },
];

export const facilities: Facility[] = [{ id: "f-1", kind: "townshipCareCentre", area: "500229103", place }];

export const areas: Area[] = [];

export const caregivers: StaffMember[] = [
  { id: "c-1", roles: ["careWorker"], area: "500229103", facility: "f-1", shifts: [{ weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "17:00" }] },
];

/** A folder for what an example keeps; the test run removes it. */
export const folder = mkdtempSync(join(tmpdir(), "eldercare-example-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Two persons and two volunteers; one person lives farther away than allowed. */
export const pairingProblem: PairingProblem = {
  on: "2026-11-21",
  places: [
    { id: "east", lng: 108.52, lat: 31.9 },
    { id: "west", lng: 108.51, lat: 31.9 },
    { id: "far", lng: 108.56, lat: 31.9 },
  ],
  travel: { kind: "straightLine", circuity: 1 },
  persons: [
    { id: "p-1", place: "west", mode: "oneToOne" },
    { id: "p-2", place: "far", mode: "oneToOne" },
  ],
  volunteers: [
    { id: "v-1", place: "east", birthDate: "1962-05-01", healthy: true },
    { id: "v-2", place: "west", birthDate: "1961-03-02", healthy: true },
  ],
  requirements: { oneToOne: { youngestAge: 60, oldestAge: 69, healthy: true, longestMetres: 3000, mostPersons: 1 } },
};

export const pairingDecisions: Decision[] = [
  {
    rule: "example/pairing.oneToOne",
    subject: "p-17",
    on: "2026-11-21",
    status: "granted",
    effect: { kind: "pairing", mode: "oneToOne", open: [] },
    modality: "required",
    illustrative: false,
    warnings: [],
    clauses: [],
  },
];

export const volunteers: Volunteer[] = [{ id: "v-1", area: "500229103205", place, birthDate: "1961-03-02", healthy: true, capacity: 2 }];
