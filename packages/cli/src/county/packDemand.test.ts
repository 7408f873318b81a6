import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { catalogueSchema, type OlderPerson, parseShape } from "@eldercare/core";
import { createEngine, type Overlay, type Pack } from "@eldercare/rules";
import { proveOverrides } from "@eldercare/rules/analyse";
import { pack as national } from "@eldercare/rules/packs/cn";
import * as pastoral from "@eldercare/rules/packs/cn-15-pastoral";
import * as nanyang from "@eldercare/rules/packs/cn-4113-nanyang";
import { visitsFor } from "@eldercare/scheduler";
import { describe, expect, it } from "vitest";
import { checkCatalogue } from "./checkCatalogue.js";

const on = "2026-11-21";
const person: OlderPerson = {
  id: "p-1",
  birthDate: "1940-03-02",
  livingArrangement: "alone",
  assistance: [],
  leftBehind: false,
  childless: false,
  emptyNest: false,
  specialFamilyPlanning: false,
  dementia: false,
  ability: { level: 0 },
  disability: null,
};

function decisionsOf({ pack, illustrative }: { pack: Pack; illustrative: Overlay }, resident: OlderPerson) {
  const engine = createEngine({ packs: [national, pack], overlays: [illustrative], prove: proveOverrides });
  const area = resident.residence?.area?.slice(0, 6) ?? "";
  return engine.assess(
    { person: resident },
    { on, register: { areas: [{ code: area, name: "示例县", tier: "county", pastoral: true, adopts: [] }] } },
  );
}

describe("visits of what a pack grants", () => {
  it("are those of the six assistances in Nanyang, but for the one that answers a call", async () => {
    const file = join(import.meta.dirname, "../../../../examples/data/nanyang/catalogue.json");
    const { value: catalogue, issues } = parseShape(catalogueSchema, JSON.parse(await readFile(file, "utf8")));
    if (catalogue === undefined) throw new Error(JSON.stringify(issues));
    expect(checkCatalogue(catalogue)).toEqual([]);
    const resident = {
      ...person,
      residence: { area: "411302001001", place: { lng: 112.53, lat: 32.99 } },
      registeredResidence: { kind: "urban" as const },
    };
    const { visits, links, notes } = visitsFor({
      decisions: decisionsOf(nanyang, resident),
      people: [resident],
      catalogue,
      period: { from: "2026-12-01", to: "2026-12-31" },
    });
    const counts: Record<string, number> = {};
    for (const { service = "" } of visits) counts[service] = (counts[service] ?? 0) + 1;
    expect(counts).toEqual({
      mealDelivery: 8,
      bathing: 4,
      housekeeping: 2,
      mobilityHelp: 1,
      medicalVisit: 1,
    });
    expect(links.map(({ kind }) => kind)).toEqual(["together", "together", "spacing"]);
    expect(notes.filter(({ code }) => code !== "SERVICE_NOT_IN_CATALOGUE").map(({ code, seen }) => [code, seen])).toEqual([
      ["ANSWERED_ON_CALL", '"emergencyHelp"'],
    ]);
  });

  it("are one a month to an older person in special difficulty of Inner Mongolia, and must be made", () => {
    const resident = { ...person, residence: { area: "159901200201", place: { lng: 111.7, lat: 40.8 } } };
    const service = {
      id: "regularVisit",
      title: { zh: "探访关爱", en: "visit and care" },
      serviceMinutes: 20,
      windows: [{ from: "08:00", to: "17:00" }],
      weekdays: [1, 2, 3, 4, 5],
      priority: 2,
      required: "byModality" as const,
    };
    const { visits } = visitsFor({
      decisions: decisionsOf(pastoral, resident),
      people: [resident],
      catalogue: { id: "test", services: [service] },
      history: { lastVisits: { "p-1": { regularVisit: "2026-11-18" } } },
      period: { from: "2026-12-14", to: "2026-12-20" },
    });
    expect(visits.map(({ when, required }) => [when?.dates, required])).toEqual([
      [["2026-12-14", "2026-12-15", "2026-12-16", "2026-12-17", "2026-12-18"], true],
    ]);
  });
});
