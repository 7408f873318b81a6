import { solve } from "@eldercare/scheduler";
import { describe, expect, it } from "vitest";
import { evaluateUhhc } from "./evaluateUhhc.js";
import { evaluateHhcrsp, type HhcrspInstance, type HhcrspSolution } from "./hhcrsp.js";
import { hhcrspProblem, hhcrspSolution } from "./hhcrspRouting.js";
import { readUhhc, type UhhcInstance, type UhhcSolution, type UhhcVisit } from "./uhhcInstance.js";
import { uhhcProblem, uhhcSolution } from "./uhhcRouting.js";

// synthetic: a depot and two patients, the second served by two caregivers at once; all expected figures worked out by hand
const instance: UhhcInstance = {
  metadata: {
    origin: "generated",
    time_window_met: "at_service_start",
    cost_components: {
      travel_time: 1,
      total_tardiness: 2,
      highest_tardiness: 3,
      total_waiting_time: 4,
      total_extra_time: 5,
      max_idle_time: 6,
      caregiver_preferences: 7,
      optional_patients: 8,
      missed_lunch_break: 9,
    },
  },
  distances: [
    [0, 10, 20],
    [10, 0, 15],
    [20, 15, 0],
  ],
  terminal_points: [{ id: "d0", distance_matrix_index: 0 }],
  caregivers: [
    { id: "c1", abilities: ["s1", "s2"], departing_point: "d0", working_shift: { start: 100, end: 400 }, lunch_break: true },
    { id: "c2", abilities: ["s1"], departing_point: "d0", working_shift: { start: 100, end: 400 } },
  ],
  patients: [
    {
      id: "p0",
      distance_matrix_index: 1,
      required_services: [{ service: "s1" }],
      time_windows: [{ start: 120, end: 150 }],
      preferred_caregivers: ["c2"],
    },
    {
      id: "p1",
      distance_matrix_index: 2,
      required_services: [
        { service: "s2", duration: 20 },
        { service: "s1", duration: 20 },
      ],
      time_windows: [{ start: 200, end: 220 }],
      synchronization: { type: "simultaneous" },
      incompatible_caregivers: ["c9"],
    },
  ],
  services: [{ id: "s1", default_duration: 30 }, { id: "s2" }],
  lunch_breaks: { start: 180, end: 360, min_duration: 30 },
};
const late: UhhcVisit = { patient: "p0", service: "s1", arrival_time: 160, departure_time: 190 };
const lunch: UhhcVisit = { patient: "p1", service: "lunch_break", start_time: 205, end_time: 235 };
const washed: UhhcVisit = { patient: "p1", service: "s2", arrival_time: 240, departure_time: 260 };
const helped: UhhcVisit = { patient: "p1", service: "s1", arrival_time: 240, departure_time: 260 };
const solution = (one: readonly UhhcVisit[], two: readonly UhhcVisit[]): UhhcSolution => ({
  // the order in which stops are listed does not matter
  routes: [{ caregiver_id: "c1", locations: one }, two.length === 0 ? { caregiver_id: "c2" } : { caregiver_id: "c2", locations: two }],
  cost_components: {},
});
const breachesOf = (one: readonly UhhcVisit[], two: readonly UhhcVisit[], changed = instance): readonly string[] =>
  evaluateUhhc(changed, solution(one, two)).breaches;

describe("the value of a solution of the unified home-care benchmark", () => {
  it("is the sum of its components, each by its weight", () => {
    const { total, components, breaches } = evaluateUhhc(instance, solution([late, washed, lunch], [helped]));
    expect(breaches).toEqual([]);
    expect(components).toMatchObject({
      travel_time: 85,
      total_tardiness: 10 + 20 + 20,
      highest_tardiness: 20,
      total_waiting_time: 5,
      total_extra_time: 0,
      // the second leaves at 220 and is back at 280
      max_idle_time: 240,
      caregiver_preferences: 1,
      optional_patients: 0,
      missed_lunch_break: 0,
    });
    expect(total).toBe(85 + 2 * 50 + 3 * 20 + 4 * 5 + 6 * 240 + 7);
  });

  it("counts a lunch that is missed, and a shift exceeded", () => {
    const { components } = evaluateUhhc(
      instance,
      solution([late, { ...washed, arrival_time: 381, departure_time: 401 }], [{ ...helped, arrival_time: 381, departure_time: 401 }]),
    );
    expect(components).toMatchObject({ missed_lunch_break: 1, total_extra_time: 2 * 21 });
  });

  it("measures lateness at the end of service where the instance says so", () => {
    const atEnd = { ...instance, metadata: { ...instance.metadata, time_window_met: "at_service_end" as const } };
    expect(evaluateUhhc(atEnd, solution([late, lunch, washed], [helped])).components.total_tardiness).toBe(40 + 40 + 40);
  });

  it.each([
    ["p1 is not served at once", [late, lunch, washed], [{ ...helped, arrival_time: 241, departure_time: 261 }]],
    ["p1 is not visited", [late], []],
    ["p1 does not get each service once", [late, lunch, washed], []],
    ["p1 gets two services by one caregiver", [late, washed, { ...helped, arrival_time: 260, departure_time: 280 }], []],
    ["p0 gets less of s1 than is due", [{ ...late, departure_time: 189 }, lunch, washed], [helped]],
    ["p0 is visited before the first window", [{ ...late, arrival_time: 119, departure_time: 149 }, lunch, washed], [helped]],
    ["c1 departs before her shift", [{ ...late, arrival_time: 109, departure_time: 139 }, lunch, washed], [helped]],
    ["c1 cannot be at p1 by 204", [late, { ...lunch, start_time: 204, end_time: 234 }, washed], [helped]],
    ["c1 lunches out of hours", [late, { ...lunch, end_time: 234 }, washed], [helped]],
    ["c2 lunches without being entitled to", [late, washed], [helped, { ...lunch, start_time: 260, end_time: 290 }]],
    ["c2 cannot do s2", [late, { ...helped }], [washed]],
    ["p0 does not need s2", [late, lunch, washed, { ...late, service: "s2", arrival_time: 275, departure_time: 295 }], [helped]],
  ] as const)("finds that %s", (breach, one, two) => {
    expect(breachesOf(one, two)).toContain(breach);
  });

  it("finds whoever is barred, and lateness that may not be", () => {
    const [first, second] = instance.patients;
    if (first === undefined || second === undefined) throw new Error("two patients");
    const barred = { ...instance, patients: [first, { ...second, incompatible_caregivers: ["c2"] }] };
    expect(breachesOf([late, lunch, washed], [helped], barred)).toEqual(["c2 is barred from p1"]);
    const hard = {
      ...instance,
      metadata: { ...instance.metadata, cost_components: { ...instance.metadata.cost_components, total_tardiness: "HARD" as const } },
    };
    expect(breachesOf([late, lunch, washed], [helped], hard)).toEqual(["total_tardiness is 50"]);
  });

  it("is asked only of instances that hold together", () => {
    expect(readUhhc(JSON.stringify(instance))).toEqual(instance);
    for (const broken of [
      {
        ...instance,
        distances: [
          [0, 1],
          [1, 0],
          [2, 2],
        ],
      },
      { ...instance, terminal_points: [{ id: "d0", distance_matrix_index: 1 }] },
      { ...instance, services: [{ id: "s1" }] },
      { ...instance, patients: instance.patients.map((patient) => ({ ...patient, time_windows: [] })) },
    ])
      expect(() => readUhhc(JSON.stringify(broken))).toThrow(RangeError);
  });
});

// synthetic as well
const small: HhcrspInstance = {
  distances: [
    [0, 6.5, 4],
    [6.5, 0, 3],
    [4, 3, 0],
  ],
  patients: [
    { id: "p1", time_window: [10, 20], required_caregivers: [{ service: "s1", duration: 5 }] },
    {
      id: "p2",
      time_window: [0, 30],
      required_caregivers: [
        { service: "s1", duration: 2 },
        { service: "s2", duration: 5 },
      ],
      synchronization: { type: "sequential", distance: [10, 20] },
    },
  ],
  caregivers: [
    { id: "c1", abilities: ["s1"] },
    { id: "c2", abilities: ["s2"] },
  ],
};

describe("the value of a solution of the benchmark with synchronised services", () => {
  const second = (start: number): HhcrspSolution => ({
    routes: [
      {
        caregiver_id: "c1",
        locations: [
          { patient: "p1", service: "s1", arrival_time: 22, departure_time: 27 },
          { patient: "p2", service: "s1", arrival_time: 31, departure_time: 33 },
        ],
      },
      { caregiver_id: "c2", locations: [{ patient: "p2", service: "s2", arrival_time: start, departure_time: start + 5 }] },
    ],
  });

  it("is a third each of way, lateness and highest lateness", () => {
    const value = evaluateHhcrsp(small, second(45));
    expect(value).toMatchObject({ travel: 21.5, tardiness: 2 + 1 + 15, highestTardiness: 15, breaches: [] });
    expect(value.total).toBeCloseTo((21.5 + 18 + 15) / 3, 12);
  });

  it("finds services too close together or too far apart, and those left out", () => {
    for (const start of [40, 52]) expect(evaluateHhcrsp(small, second(start)).breaches).toEqual(["p2 is not served as synchronised"]);
    expect(evaluateHhcrsp(small, { routes: second(45).routes.slice(0, 1) }).breaches).toEqual(["p2 is not served"]);
    const simultaneous = small.patients.map((patient) =>
      patient.id === "p2" ? { ...patient, synchronization: { type: "simultaneous" as const } } : patient,
    );
    expect(evaluateHhcrsp({ ...small, patients: simultaneous }, second(31)).breaches).toEqual([]);
    expect(evaluateHhcrsp({ ...small, patients: simultaneous }, second(45)).breaches).toEqual(["p2 is not served as synchronised"]);
  });
});

describe("an instance as a problem", () => {
  it("has plans that cost what the benchmark says", async () => {
    const { plan } = await solve(uhhcProblem(instance), { maxIterations: 500, seed: 1 });
    const { total, breaches } = evaluateUhhc(instance, uhhcSolution(instance, plan));
    expect(breaches).toEqual([]);
    expect(plan.cost.total).toBeCloseTo(total, 6);
    expect(total).toBeLessThan(evaluateUhhc(instance, solution([late, washed, lunch], [helped])).total);
  });

  it("with synchronised services is solved, and its exact times keep the gaps", async () => {
    const { plan } = await solve(hhcrspProblem(small), { maxIterations: 500, seed: 1 });
    const value = evaluateHhcrsp(small, hhcrspSolution(small, plan));
    expect(value.breaches).toEqual([]);
    // in either order of the two, without lateness
    expect(value.total).toBeCloseTo((6.5 + 3 + 4 + 4 + 4) / 3, 9);
  });

  it("is refused where its objective counts what problems have no price for", () => {
    const { metadata } = instance;
    const costs = { ...metadata.cost_components, workload_balance: 1 };
    expect(() => uhhcProblem({ ...instance, metadata: { ...metadata, cost_components: costs } })).toThrow("workload_balance");
  });
});
