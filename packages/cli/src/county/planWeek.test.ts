import type { Decision, Register, ServiceCatalogue } from "@eldercare/core";
import { createEngine } from "@eldercare/rules";
import { pack as national } from "@eldercare/rules/packs/cn";
import { verify } from "@eldercare/scheduler";
import { describe, expect, it } from "vitest";
import { mergeTeams } from "./mergeTeams.js";
import { planWeek } from "./planWeek.js";

const townships = ["500229101", "500229103"];
const register: Register = {
  areas: [],
  households: [],
  volunteers: [],
  facilities: townships.map((area, nth) => ({ id: `f-${nth}`, kind: "townshipCareCentre", area, place: { lng: 108.5 + nth, lat: 31.9 } })),
  people: townships.map((area, nth) => ({ id: `p-${nth}`, residence: { area: `${area}205`, place: { lng: 108.51 + nth, lat: 31.9 } } })),
  caregivers: townships.flatMap((area, nth) =>
    ["a", "b"].map((name) => ({
      id: `c-${nth}${name}`,
      roles: ["careWorker" as const],
      area,
      facility: `f-${nth}`,
      shifts: [{ weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "17:00" }],
    })),
  ),
};
const catalogue: ServiceCatalogue = {
  id: "test",
  services: [
    {
      id: "bathing",
      title: { zh: "助浴", en: "bathing" },
      serviceMinutes: 60,
      caregivers: 2,
      windows: [{ from: "09:00", to: "15:00" }],
      weekdays: [1, 2, 3, 4, 5],
      priority: 2,
      pattern: { startToleranceMinutes: 30 },
    },
  ],
};
const decisions = register.people.map(
  ({ id }): Decision => ({
    rule: "test/bathing",
    subject: id,
    on: "2026-11-21",
    status: "granted",
    effect: { kind: "service", service: "bathing", times: 2, per: "week", open: [] },
    modality: "required",
    illustrative: false,
    warnings: [],
    clauses: [],
  }),
);

describe("the week of a county whose catalogue asks for two at a bath, at about one hour", () => {
  it("has the links and patterns of each team's people in its problem, and of all in that of the county", async () => {
    const request = { data: "", people: 2, seed: 1, on: "2026-11-21", iterations: 500, overlays: [], skipBadRows: false, out: "" };
    const week = await planWeek(createEngine({ packs: [national] }), register, decisions, catalogue, request, () => {});
    expect(week.teams.map(({ problem }) => [problem.links?.map(({ visits }) => visits[0]), problem.patterns?.length])).toEqual([
      [["p-0/bathing/1/1", "p-0/bathing/2/1"], 1],
      [["p-1/bathing/1/1", "p-1/bathing/2/1"], 1],
    ]);
    const { problem, plan } = mergeTeams(week);
    expect([problem.links?.length, problem.patterns?.length, plan.unassigned]).toEqual([4, 2, []]);
    expect(verify(problem, plan)).toEqual([]);
  });

  it("has neither where the catalogue asks for nothing of the kind", async () => {
    const request = { data: "", people: 2, seed: 1, on: "2026-11-21", iterations: 50, overlays: [], skipBadRows: false, out: "" };
    const plain = { ...catalogue, services: catalogue.services.map(({ caregivers, pattern, ...service }) => service) };
    const { problem } = mergeTeams(await planWeek(createEngine({ packs: [national] }), register, decisions, plain, request, () => {}));
    expect(problem).not.toHaveProperty("links");
    expect(problem).not.toHaveProperty("patterns");
  });
});
