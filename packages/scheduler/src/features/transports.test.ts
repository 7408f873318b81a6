import { describe, expect, it } from "vitest";
import { oneTransport } from "../../test/oneTransport.js";
import { twoVisits } from "../../test/twoVisits.js";
import { evaluate } from "../evaluate/evaluate.js";
import { explainUnassigned, explainUnassignedTransports } from "../explain/explainUnassigned.js";
import { toGeoJSON } from "../io/toGeoJSON.js";
import { toICalendar } from "../io/toICalendar.js";
import type { Plan } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";

const date = "2026-11-23";
const alone = (problem: Problem): Problem => ({ ...problem, visits: [] });
const made = (plan: Plan): string[] => plan.routes.flatMap(({ stops }) => stops.map(({ kind, id, start }) => `${start} ${kind} ${id}`));
const best = async (problem: Problem): Promise<Plan> => (await solve(problem, { maxIterations: 60 })).plan;
const reasonsOf = async (problem: Problem): Promise<string[]> => {
  const plan = await best(problem);
  expect(explainUnassignedTransports(problem, plan)).toEqual(plan.unassignedTransports);
  return (plan.unassignedTransports ?? []).flatMap(({ kind, reasons }) => reasons.map(({ code }) => `${kind} ${code}`));
};

describe("a person to be carried", () => {
  it("boards and alights on one route, within the hours of both", async () => {
    const plan = await best(alone(oneTransport()));
    expect(made(plan)).toEqual(["10:00 board t-1", "10:15 alight t-1"]);
    expect(plan.routes[0]).toMatchObject({ vehicle: "van-1", departs: "09:50", returns: "10:30" });
    expect([plan.cost.travel, plan.unassignedTransports]).toEqual([30, []]);
  });

  it("waits for the van rather than in it, where the ride is limited and alighting has its hour", async () => {
    const transport = { when: { daily: [{ from: "09:00", to: "11:00" }], alight: [{ from: "11:00", to: "11:05" }] }, longestRideMinutes: 15 };
    const plan = await best(alone(oneTransport({ transport })));
    expect(made(plan)).toEqual(["10:45 board t-1", "11:00 alight t-1"]);
    expect(made(await best(alone(oneTransport({ transport: { ...transport, longestRideMinutes: 9 } }))))).toEqual([]);
  });

  it("shares the van with others up to its seats and its places for wheelchairs", async () => {
    const [transport] = oneTransport().transports ?? [];
    if (transport === undefined) throw new Error("expected a transport");
    const at = (clock: string) => ({ daily: [{ from: clock, to: clock }] });
    // both have to be aboard at once: the second boards before the first can alight
    const two = (amend: object, vehicle: object): Problem => ({
      ...alone(oneTransport({ vehicle })),
      transports: [
        { ...transport, ...amend, when: { ...at("10:00"), alight: [{ from: "10:30", to: "11:00" }] }, longestRideMinutes: 60, priority: 1 },
        {
          ...transport,
          ...amend,
          id: "t-2",
          person: "p-21",
          when: { ...at("10:05"), alight: [{ from: "10:30", to: "11:00" }] },
          longestRideMinutes: 60,
        },
      ],
    });
    expect((await best(two({}, { seats: 2 }))).unassignedTransports).toEqual([]);
    expect(await reasonsOf(two({}, { seats: 1 }))).toEqual(["crowdedOut VEHICLE_FULL"]);
    expect((await best(two({ seats: 0, wheelchair: true }, { wheelchairs: 2 }))).unassignedTransports).toEqual([]);
    expect(await reasonsOf(two({ seats: 0, wheelchair: true }, { wheelchairs: 1 }))).toEqual(["crowdedOut VEHICLE_FULL"]);
  });

  it("is left with the reason", async () => {
    const { vehicle: _, ...onFoot } = oneTransport().caregivers[0]?.shifts[0] ?? { date, from: "08:00", to: "16:00", start: "station" };
    expect(await reasonsOf(alone(oneTransport({ caregiver: { shifts: [onFoot] } })))).toEqual(["impossible NO_VEHICLE"]);
    expect(await reasonsOf(alone(oneTransport({ transport: { seats: 3 } })))).toEqual(["impossible SEATS_SHORT"]);
    expect(await reasonsOf(alone(oneTransport({ transport: { wheelchair: true }, vehicle: { wheelchairs: 0 } })))).toEqual([
      "impossible WHEELCHAIRS_SHORT",
    ]);
    expect(await reasonsOf(alone(oneTransport({ transport: { longestRideMinutes: 9 } })))).toEqual(["impossible RIDE_TOO_LONG"]);
    expect(await reasonsOf(alone(oneTransport({ transport: { boardMinutes: 480 } })))).toEqual(["impossible DAY_TOO_SHORT"]);
    expect(await reasonsOf(alone(oneTransport({ transport: { when: { daily: [{ from: "15:55", to: "17:00" }] } } })))).toEqual([
      "impossible OUTSIDE_SHIFT",
    ]);
    expect(await reasonsOf(alone(oneTransport({ transport: { priority: 5 } })))).toEqual(["crowdedOut COSTS_MORE_THAN_LEAVING"]);
    const pause = [{ minutes: 60, from: "10:10", to: "10:10" }];
    const stopped = { when: { daily: [{ from: "10:05", to: "10:30" }], alight: [{ from: "10:20", to: "10:40" }] }, longestRideMinutes: 60 };
    expect(await reasonsOf(alone(oneTransport({ shift: { breaks: pause }, transport: stopped })))).toEqual(["impossible BREAKS_IN_THE_WAY"]);
    const cutOff = { kind: "matrix" as const, durationsSeconds: [0, 600, 600, 600, 0, null, 600, 600, 0] };
    expect(await reasonsOf({ ...alone(oneTransport()), travel: { profiles: { walk: cutOff } } })).toEqual(["impossible UNREACHABLE"]);
  });

  it("is drawn on the map and entered in the calendar where boarding and alighting take place", async () => {
    const problem = alone(oneTransport());
    const plan = await best(problem);
    const { features } = toGeoJSON(problem, plan);
    expect(features.map(({ properties }) => [properties.kind, properties.transport, properties.person])).toEqual([
      ["route", undefined, undefined],
      ["board", "t-1", "p-20"],
      ["alight", "t-1", "p-20"],
    ]);
    expect([features[0]?.geometry.coordinates.length, features[0]?.properties.vehicle]).toEqual([4, "van-1"]);
    const text = toICalendar(problem, plan, "c-1");
    expect(text).toContain("SUMMARY:接人上车 · p-20\r\n");
    expect(text).toContain("UID:alight/2026-11-23/t-1@eldercare\r\n");
  });

  it("comes out of a hand-made order with its times, broken or not", () => {
    const problem = alone(oneTransport());
    const order = (kinds: readonly ("board" | "alight")[]) =>
      evaluate(problem, [{ caregiver: "c-1", date, stops: kinds.map((kind) => ({ kind, id: "t-1" })) }]);
    expect(verify(problem, order(["board", "alight"]))).toEqual([]);
    expect(verify(problem, order(["alight", "board"])).map(({ code }) => code)).toContain("ALIGHTS_FIRST");
    expect(verify(problem, order(["board"])).map(({ code }) => code)).toEqual(["TRANSPORT_SPLIT"]);
  });
});

describe("a shift with an open end", () => {
  it("ends where its last stop is", async () => {
    const { end: _, ...open } = twoVisits().caregivers[0]?.shifts[0] ?? { date, from: "08:00", to: "16:00", start: "station" };
    const problem = twoVisits({ caregiver: { shifts: [open] } });
    const plan = await best(problem);
    expect([plan.routes[0]?.returns, plan.cost.travel]).toEqual(["13:30", 20]);
    expect(verify(problem, plan)).toEqual([]);
    expect(toGeoJSON(problem, plan).features[0]).toMatchObject({ geometry: { coordinates: { length: 3 } }, properties: { distanceMetres: 1600 } });
    // the way back to the station would no longer fit
    expect(made(await best(twoVisits({ caregiver: { shifts: [{ ...open, to: "13:30" }] } }))).length).toBe(3);
  });
});

describe("the equipment that a visit needs", () => {
  const bath = { needs: { equipment: ["bathUnit"] } };
  const bathing = (equipment: string[]): Problem => {
    const problem = oneTransport({ vehicle: { equipment } });
    return { ...problem, transports: [], visits: problem.visits.slice(0, 1).map((visit) => ({ ...visit, ...bath })) };
  };

  it("is in the van, or the visit is not made, with the reason", async () => {
    expect(made(await best(bathing(["bathUnit"])))).toEqual(["09:00 visit x-1"]);
    expect((await best(bathing([]))).unassigned.map(({ reasons }) => reasons)).toEqual([
      [{ code: "EQUIPMENT_MISSING", caregiver: "c-1", relax: { equipment: ["bathUnit"] } }],
    ]);
    const byHand = evaluate(bathing([]), [{ caregiver: "c-1", date, stops: [{ kind: "visit", id: "x-1" }] }]);
    expect(verify(bathing([]), byHand).map(({ code }) => code)).toEqual(["EQUIPMENT_MISSING"]);
  });
});

describe("goods on board", () => {
  it("are counted with what the caregiver can carry herself", async () => {
    const meals = (count: number, own?: number): Problem => {
      const problem = oneTransport({ vehicle: { stock: { meals: 1 } }, ...(own === undefined ? {} : { caregiver: { stock: { meals: own } } }) });
      const shifts = oneTransport().caregivers[0]?.shifts ?? [];
      const caregivers = problem.caregivers.map((caregiver) => ({ ...caregiver, shifts }));
      return {
        ...problem,
        caregivers,
        transports: [],
        visits: problem.visits.slice(0, 1).map((visit) => ({ ...visit, needs: { stock: { meals: count } } })),
      };
    };
    expect((await best(meals(1))).unassigned).toEqual([]);
    expect((await best(meals(2))).unassigned.map(({ reasons }) => reasons[0]?.code)).toEqual(["STOCK_SHORT"]);
    expect((await best(meals(2, 1))).unassigned).toEqual([]);
  });
});

describe("a release and a due date", () => {
  const with1 = (when: object): Problem => twoVisits({ visit: { when } });

  it("bound when a visit may begin, to the minute", async () => {
    expect(made(await best(with1({ notBefore: "2026-11-23T13:45" })))).toContain("13:45 visit x-1");
    const due = await best(with1({ dueBy: "2026-11-23T08:30" }));
    expect(verify(with1({ dueBy: "2026-11-23T08:30" }), due)).toEqual([]);
    expect(made(due)[0]).toMatch(/^08:(10|1\d|2\d|30) visit x-1$/);
    expect(verify(with1({ dueBy: "2026-11-23T08:05" }), due).map(({ code }) => code)).toContain("OUTSIDE_WINDOW");
  });

  it("leave a visit out that can begin at no such time, with the reason", async () => {
    const problem = with1({ dueBy: "2026-11-23T08:05" });
    const plan = await best(problem);
    expect(plan.unassigned.map(({ visit, reasons }) => [visit, reasons.map(({ code }) => code)])).toEqual([["x-1", ["OUTSIDE_SHIFT"]]]);
    expect(explainUnassigned(problem, plan)).toEqual(plan.unassigned);
  });
});
