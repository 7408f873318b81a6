import { readFileSync } from "node:fs";
import { catalogueSchema, type Decision, type OlderPerson, parseShape, type ServiceCatalogue } from "@eldercare/core";
import { assistances, sixAssistances } from "@eldercare/core/service";
import { describe, expect, it } from "vitest";
import { visitsFor } from "./visitsFor.js";

const period = { from: "2026-11-01", to: "2026-11-30" };
const people: OlderPerson[] = [{ id: "p-1", residence: { area: "411302001001", place: { lng: 112.53, lat: 32.99 } } }];

/** The catalogue of the examples, as a vendor would read it. */
function exampleCatalogue(): ServiceCatalogue {
  const file = new URL("../../../../examples/data/nanyang/catalogue.json", import.meta.url);
  const { value, issues } = parseShape(catalogueSchema, JSON.parse(readFileSync(file, "utf8")));
  if (value === undefined) throw new Error(JSON.stringify(issues));
  return value;
}

/** Services as the rules of Nanyang name them, and how often its example values grant them. */
const timesAMonth = { mealDelivery: 8, bathing: 2, housekeeping: 2, mobilityHelp: 1, medicalVisit: 1, emergencyHelp: undefined };
const services = {
  meals: ["mealDelivery"],
  bathing: ["bathing"],
  cleaning: ["housekeeping"],
  mobility: ["mobilityHelp"],
  medical: ["medicalVisit"],
  emergency: ["emergencyHelp"],
};
const decisions = Object.entries(timesAMonth).map(
  ([service, times]): Decision => ({
    rule: `cn-4113-nanyang/service.sixAssistances.${service}`,
    subject: "p-1",
    on: "2026-10-21",
    status: "granted",
    effect: { kind: "service", service, open: [], ...(times === undefined ? {} : { times, per: "month" }) },
    modality: "required",
    illustrative: true,
    warnings: [],
    clauses: ["NY-3.5-a"],
  }),
);

describe("the six assistances: 助餐、助浴、助洁、助行、助医、助急", () => {
  const catalogue = exampleCatalogue();
  const { visits, links, patterns, notes } = visitsFor({ decisions, people, catalogue, period });
  const idsOf = (service: string): string[] => visits.flatMap((visit) => (visit.service === service ? [visit.id] : []));

  it("are all in the example catalogue, and can be asked for offline", () => {
    const found = sixAssistances({ catalogue, services, offline: ["phone", "visit", "counter"], clauses: ["NY-3.5-a"] }).value;
    expect(found.map(({ assistance, state }) => [assistance, state])).toEqual(assistances.map((assistance) => [assistance, "met"]));
  });

  it("are visits as often as they are granted, but for help in an emergency, which answers a call", () => {
    const counts = Object.keys(timesAMonth).map((service) => [
      service,
      new Set(visits.flatMap((visit) => (visit.service === service ? [visit.id.split("/")[2]] : []))).size,
    ]);
    expect(Object.fromEntries(counts)).toEqual({ ...timesAMonth, emergencyHelp: 0 });
    expect(notes.map(({ code, seen }) => [code, seen])).toEqual([["ANSWERED_ON_CALL", '"emergencyHelp"']]);
  });

  it("bring what they need: two with a bath, a meal, a nurse with her certificate", () => {
    expect(idsOf("bathing")).toEqual(["p-1/bathing/1/1", "p-1/bathing/1/2", "p-1/bathing/2/1", "p-1/bathing/2/2"]);
    const needsOf = (id: string) => visits.find((visit) => visit.id === id)?.needs;
    expect(needsOf("p-1/bathing/1/1")).toEqual({ skills: { bathing: 1 }, equipment: ["bathUnit"] });
    expect(needsOf("p-1/bathing/1/2")).toEqual({ skills: { bathing: 1 } });
    expect(needsOf("p-1/mealDelivery/1")).toEqual({ stock: { meals: 1 } });
    expect(needsOf("p-1/medicalVisit/1")).toEqual({ skills: { nursing: 1 }, certificates: [{ kind: "nurse" }] });
    expect(needsOf("p-1/mobilityHelp/1")).toEqual({ skills: { personalCare: 1 } });
  });

  it("are each on days of their own, baths a week or more apart by the same two", () => {
    const meals = visits.filter(({ service }) => service === "mealDelivery").map(({ when }) => when?.dates as string[]);
    expect(meals.flat()).toEqual([...new Set(meals.flat())].sort());
    expect(links.map(({ kind, visits: linked }) => [kind, linked.length])).toEqual([
      ["together", 2],
      ["together", 2],
      ["spacing", 2],
    ]);
    expect(links.at(-1)).toEqual({ kind: "spacing", visits: ["p-1/bathing/1/1", "p-1/bathing/2/1"], minDays: 7, maxDays: 21 });
    expect(patterns.map(({ visits: alike, ...asked }) => [alike.length, asked])).toEqual([
      [2, { person: "p-1", sameCaregiver: "prefer" }],
      [2, { person: "p-1", sameCaregiver: "prefer" }],
    ]);
  });

  it("make no visit where the person is fetched to the service, and say so", () => {
    const fetched = {
      ...catalogue,
      services: catalogue.services.map((service) => (service.id === "medicalVisit" ? { ...service, delivery: "fetched" as const } : service)),
    };
    const made = visitsFor({ decisions, people, catalogue: fetched, period });
    expect(made.visits.filter(({ service }) => service === "medicalVisit")).toEqual([]);
    expect(made.notes.map(({ code, seen, pointer }) => [code, seen, pointer])).toEqual([
      ["FETCHED_TO_SERVICE", '"medicalVisit"', "/catalogue/services/4/delivery"],
      ["ANSWERED_ON_CALL", '"emergencyHelp"', "/catalogue/services/5/delivery"],
    ]);
  });
});
