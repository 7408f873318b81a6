import { describe, expect, it } from "vitest";
import { twoVisits } from "../../../test/twoVisits.js";
import { evaluate } from "../../evaluate/evaluate.js";
import type { Caregiver } from "../../model/caregiver.js";
import type { Problem } from "../../model/problem.js";
import { validate } from "../../model/validate.js";
import { solve } from "../../solve.js";
import { greatCircleMetres } from "../../travel/straightLine.js";
import { verify } from "../../verify/verify.js";

const [station, home] = twoVisits().places as [Problem["places"][number], Problem["places"][number]];
const metres = greatCircleMetres(station, home);
const within = (serviceArea: NonNullable<Caregiver["serviceArea"]>, objective: Problem["objective"] = {}) =>
  twoVisits({ caregiver: { serviceArea }, objective });
const areas: readonly (readonly [string, NonNullable<Caregiver["serviceArea"]>, readonly string[]])[] = [
  ["places by name", { places: ["home-2"] }, ["x-2"]],
  ["the whole of a circle, its edge included", { circles: [{ centre: "station", radiusMetres: metres }] }, ["x-1"]],
  ["nothing beyond a circle", { circles: [{ centre: "station", radiusMetres: metres - 1 }] }, []],
  [
    "one of several circles",
    {
      circles: [
        { centre: "home-1", radiusMetres: 1 },
        { centre: "home-2", radiusMetres: 1 },
      ],
    },
    ["x-1", "x-2"],
  ],
  ["places beside circles", { places: ["home-1"], circles: [{ centre: "home-2", radiusMetres: 1 }] }, ["x-1", "x-2"]],
];

describe.each([
  ["the search of routes", {}],
  ["the search of an order of appointments", { idlestMinute: 0.001 }],
])("a caregiver's area in %s", (_, objective) => {
  it.each(areas)("has %s", async (_name, area, made) => {
    const problem = within(area, objective);
    const { plan } = await solve(problem, { maxIterations: 30 });
    expect(plan.routes.flatMap(({ stops }) => stops.flatMap(({ kind, id }) => (kind === "visit" ? [id] : [])))).toEqual(made);
    expect(verify(problem, plan)).toEqual([]);
    for (const { kind, reasons } of plan.unassigned) expect([kind, reasons[0]?.code]).toEqual(["impossible", "OUTSIDE_AREA"]);
  });
});

describe("a plan made by hand", () => {
  it("is found to leave the area for a visit", () => {
    const problem = within({ places: ["home-2"] });
    const plan = evaluate(problem, [{ caregiver: "c-1", date: "2026-11-23", stops: ["x-1", "x-2"].map((id) => ({ kind: "visit" as const, id })) }]);
    expect(verify(problem, plan).map(({ code, visit }) => [code, visit])).toEqual([["OUTSIDE_AREA", "x-1"]]);
  });

  it("is found to leave it to fetch somebody or to bring them home", async () => {
    const ride = (places: string[]): Problem => {
      const problem = within({ places });
      return {
        ...problem,
        visits: [],
        vehicles: [{ id: "van", seats: 1 }],
        caregivers: problem.caregivers.map((each) => ({ ...each, shifts: each.shifts.map((shift) => ({ ...shift, vehicle: "van" })) })),
        transports: [{ id: "t-1", from: "home-1", to: "home-2", boardMinutes: 1, alightMinutes: 1 }],
      };
    };
    const stops = ["board", "alight"].map((kind) => ({ kind: kind as "board" | "alight", id: "t-1" }));
    for (const [places, outside] of [[["home-1"], "home-2"] as const, [["home-2"], "home-1"] as const]) {
      const problem = ride([...places]);
      const { plan } = await solve(problem, { maxIterations: 10 });
      expect(plan.unassignedTransports?.[0]?.reasons).toEqual([
        { code: "OUTSIDE_AREA", caregiver: "c-1", relax: { serviceArea: { places: { with: outside } } } },
      ]);
      const breaches = verify(problem, evaluate(problem, [{ caregiver: "c-1", date: "2026-11-23", stops }]));
      expect(breaches.map(({ code, transport }) => [code, transport])).toEqual([["TRANSPORT_OUTSIDE_AREA", "t-1"]]);
    }
    expect((await solve(ride(["home-1", "home-2"]), { maxIterations: 10 })).plan.unassignedTransports).toEqual([]);
  });
});

describe("an area", () => {
  it("names what there is", () => {
    const found = (area: NonNullable<Caregiver["serviceArea"]>) => validate(within(area)).map(({ code, pointer }) => [code, pointer]);
    expect(found({})).toEqual([["AREA_OF_NOTHING", "/caregivers/0/serviceArea"]]);
    expect(found({ places: ["home-1", "hone-1"], circles: [{ centre: "statoin", radiusMetres: 10 }] })).toEqual([
      ["REFERENCE_NOT_FOUND", "/caregivers/0/serviceArea/places/1"],
      ["REFERENCE_NOT_FOUND", "/caregivers/0/serviceArea/circles/0/centre"],
    ]);
    expect(found({ places: [] })).toEqual([["EMPTY_LIST", "/caregivers/0/serviceArea/places"]]);
    expect(found({ circles: [{ centre: "station", radiusMetres: 0 }] })).toEqual([
      ["OUT_OF_RANGE", "/caregivers/0/serviceArea/circles/0/radiusMetres"],
    ]);
  });
});
