import type { Decision, OlderPerson, Volunteer } from "@eldercare/core";
import { expect, it } from "vitest";
import { pair } from "./pair.js";
import { pairingFor } from "./pairingFor.js";

const place = { lng: 108.5, lat: 31.9 };
const decision = (subject: string, mode: "oneToOne" | "grid", status: Decision["status"] = "granted"): Decision => ({
  rule: `example/pairing.${mode}`,
  subject,
  on: "2026-11-21",
  status,
  ...(status === "granted" ? { effect: { kind: "pairing", mode, open: [] } } : {}),
  modality: "required",
  illustrative: false,
  warnings: [],
  clauses: [],
});
const living = (id: string, more: Partial<OlderPerson> = {}): OlderPerson => ({ id, residence: { area: "500229103205", place }, ...more });
const area = { code: "500229103205", name: "示例村", tier: "village" as const, place: { lng: 108.6, lat: 31.8 } };

it("whoever is granted pairing is a person of the problem, one-to-one pairing coming before grids", async () => {
  const people = [living("p-1", { wishes: { caregiverSex: "female", language: null } }), living("p-2"), living("p-3"), living("p-4")];
  const decisions = [
    decision("p-1", "oneToOne"),
    decision("p-2", "grid"),
    decision("p-3", "oneToOne"),
    decision("p-3", "grid"),
    decision("p-4", "grid", "denied"),
  ];
  const volunteers: Volunteer[] = [{ id: "v/1", area: "500229103205", place, healthy: true, capacity: 3, hoursPerWeek: 6, groups: ["north"] }];
  const { notes, ...problem } = pairingFor({ decisions, people, volunteers });
  expect(problem.persons).toEqual([
    { id: "p-1", place: "person/p-1/home", mode: "oneToOne", wishes: { sex: "female" } },
    { id: "p-2", place: "person/p-2/home", mode: "grid" },
    { id: "p-3", place: "person/p-3/home", mode: "oneToOne" },
  ]);
  expect(problem.volunteers).toEqual([{ id: "v/1", place: "volunteer/v%2F1/home", healthy: true, capacity: 3, hoursPerWeek: 6, groups: ["north"] }]);
  expect(notes.map(({ code, pointer }) => [code, pointer])).toEqual([["PAIRED_TWICE_BY_RULES", "/people/2"]]);
  const { pairing } = await pair({ ...problem, on: "2026-11-21", travel: { kind: "straightLine", circuity: 1.44 } }, { maxIterations: 10 });
  expect(pairing.grids).toHaveLength(1);
  // her wish is for a woman, and whether the volunteer is one nobody has said
  expect(pairing.unpaired).toMatchObject([{ person: "p-1", kind: "impossible", reasons: [{ code: "SEX_UNKNOWN" }] }]);
});

it("nobody is lost silently", () => {
  const people = [
    living("p-1", { died: "2026-10-01" }),
    { id: "p-2" },
    { id: "p-3", residence: { area: area.code } },
    living("p-4"),
    living("p-5"),
    living("p-6"),
  ];
  const decisions = [
    ...["p-1", "p-2", "p-3", "p-9"].map((subject) => decision(subject, "grid")),
    decision("p-4", "oneToOne", "undetermined"),
    decision("p-4", "grid"),
    decision("p-5", "grid", "undetermined"),
    decision("p-6", "oneToOne", "undetermined"),
  ];
  const volunteers: Volunteer[] = [
    { id: "v-1", area: area.code },
    { id: "v-2", area: "500229" },
  ];
  const rules = { "example/pairing.oneToOne": "oneToOne" as const };
  const { persons, volunteers: helpers, places, notes } = pairingFor({ decisions, people, volunteers, areas: [area], rules });
  expect(persons).toEqual([{ id: "p-3", place: "area/500229103205/homes", mode: "grid" }]);
  expect(helpers).toEqual([{ id: "v-1", place: "area/500229103205/homes" }]);
  expect(places).toHaveLength(1);
  expect(notes.map(({ code, seen }) => `${code} ${seen}`)).toEqual([
    'PAIRING_OF_THE_DEAD "p-1"',
    'PAIRING_WITHOUT_PLACE "p-2"',
    'PAIRING_AT_VILLAGE_PLACE "p-3"',
    'PAIRING_UNDETERMINED "p-4"',
    'PAIRING_UNDETERMINED "p-5"',
    'PAIRING_UNDETERMINED "p-6"',
    'PAIRING_OF_UNKNOWN_PERSON "p-9"',
    'PAIRING_AT_VILLAGE_PLACE "v-1"',
    'PAIRING_WITHOUT_PLACE "v-2"',
  ]);
  for (const { severity, message } of notes) {
    expect(severity).toBe("note");
    expect(`${message.zh}${message.en}`).not.toMatch(/[{}]/);
  }
});

it("who is a volunteer herself is not paired with herself", () => {
  const twice: Volunteer = { id: "p-1", area: area.code, place };
  expect(pairingFor({ decisions: [decision("p-1", "grid")], people: [living("p-1")], volunteers: [twice] }).persons).toEqual([
    { id: "p-1", place: "person/p-1/home", mode: "grid", bars: ["p-1"] },
  ]);
});
