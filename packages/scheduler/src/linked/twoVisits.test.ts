import { describe, expect, it } from "vitest";
import { linkedPair } from "../../test/linkedPair.js";
import { evaluate } from "../evaluate/evaluate.js";
import type { Plan } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import { solve } from "../solve.js";
import type { LinkedState } from "./linkedState.js";

const planOf = async (problem: Problem): Promise<Plan> => (await solve(problem, { maxIterations: 400, seed: 1 })).plan;
const times = ({ routes }: Plan): string[] =>
  routes.flatMap(({ caregiver, stops }) => stops.map(({ id, start, end }) => `${id} ${caregiver} ${start}–${end}`)).sort((a, b) => (a < b ? -1 : 1));
const whoMakes = (plan: Plan): (string | undefined)[] =>
  ["x-1", "x-2"].map((id) => plan.routes.find(({ stops }) => stops.some((stop) => stop.id === id))?.caregiver);
const hours = (from: string, to: string) => ({ when: { daily: [{ from, to }] } });

describe("two visits together", () => {
  const links = [{ kind: "together" as const, visits: ["x-1", "x-2"] }];

  it("begin at the same moment, with two caregivers", async () => {
    const plan = await planOf(linkedPair({ links, visits: [hours("09:00", "12:00"), hours("10:30", "15:00")] }));
    expect(plan.routes.map(({ stops }) => stops.map(({ start }) => start))).toEqual([["10:30"], ["10:30"]]);
  });

  it("are both left out where there is one caregiver, and each says that the other keeps it out", async () => {
    const { routes, unassigned } = await planOf(linkedPair({ links, caregivers: 1 }));
    expect(routes).toEqual([]);
    expect(unassigned).toEqual(
      ["x-1", "x-2"].map((visit) => ({ visit, kind: "crowdedOut", reasons: [{ code: "LINK_NOT_KEPT", caregiver: "c-1" }] })),
    );
  });

  it("are both left out where their hours do not meet", async () => {
    const plan = await planOf(linkedPair({ links, visits: [hours("09:00", "10:00"), hours("10:30", "15:00")] }));
    expect(plan.unassigned).toHaveLength(2);
  });
});

describe("two visits in sequence", () => {
  const sequence = (gap: object) => [{ kind: "sequence" as const, visits: ["x-1", "x-2"], ...gap }];

  it("follow one another, the gap counted from the end of the first", async () => {
    const plan = await planOf(linkedPair({ links: sequence({ minMinutes: 45 }), visits: [hours("09:00", "09:00"), hours("08:00", "15:00")] }));
    expect(times(plan).map((text) => text.replace(/ c-\d/, ""))).toEqual(["x-1 09:00–10:00", "x-2 10:45–11:15"]);
  });

  it("count the gap from the start where that is said", async () => {
    const links = sequence({ from: "start", minMinutes: 15 });
    const plan = await planOf(linkedPair({ links, visits: [hours("09:00", "09:00"), hours("08:00", "09:30")] }));
    expect(times(plan).map((text) => text.replace(/ c-\d/, ""))).toEqual(["x-1 09:00–10:00", "x-2 09:15–09:45"]);
    expect(new Set(whoMakes(plan)).size).toBe(2);
  });

  it("are drawn together by a greatest gap, the first waiting for the second", async () => {
    const links = sequence({ maxMinutes: 20 });
    const plan = await planOf(linkedPair({ links, visits: [hours("08:00", "15:00"), hours("13:00", "14:00")] }));
    expect(times(plan).map((text) => text.replace(/ c-\d/, ""))).toEqual(["x-1 11:40–12:40", "x-2 13:00–13:30"]);
  });

  it("may be one caregiver's", async () => {
    const plan = await planOf(linkedPair({ links: sequence({}), caregivers: 1 }));
    expect(times(plan).map((text) => text.split(" ")[0])).toEqual(["x-1", "x-2"]);
    expect(plan.unassigned).toEqual([]);
  });
});

describe("two visits apart", () => {
  it("have two caregivers though one would travel less", async () => {
    expect(new Set(whoMakes(await planOf(linkedPair()))).size).toBe(1);
    expect(new Set(whoMakes(await planOf(linkedPair({ links: [{ kind: "apart", visits: ["x-1", "x-2"] }] })))).size).toBe(2);
  });
});

describe("what may be exceeded at a price", () => {
  it("is the hours of a soft visit: late by as little as can be, at the price of each minute", async () => {
    const late = { when: { daily: [{ from: "08:00", to: "08:05" }], soft: true } };
    const plan = await planOf(linkedPair({ caregivers: 1, visits: [late, late], objective: { latenessMinute: 2, latestMinute: 10 } }));
    // ten minutes there, and then half an hour and ten minutes more
    expect(times(plan)).toEqual(["x-1 c-1 08:50–09:50", "x-2 c-1 08:10–08:40"]);
    expect(plan.cost).toMatchObject({ lateness: 2 * (5 + 45), latest: 10 * 45, travel: 30 });
  });

  it("is the end of a shift, up to the longest overtime", async () => {
    const late = hours("15:20", "15:20");
    const withOvertime = (overtimeMinutes: number) => linkedPair({ visits: [late, { required: false, priority: 5 }], shift: { overtimeMinutes } });
    expect((await planOf(withOvertime(30))).cost.overtime).toBe(5 * 30);
    expect((await planOf(withOvertime(29))).unassigned.map(({ visit, reasons }) => [visit, reasons[0]?.code])).toContainEqual([
      "x-1",
      "OUTSIDE_SHIFT",
    ]);
  });

  it("is a break that need not be taken", async () => {
    const breaks = [{ minutes: 60, from: "11:30", to: "12:30", required: false }];
    const busy = { serviceMinutes: 300, ...hours("08:10", "08:10") };
    const rest = hours("13:20", "13:20");
    const plan = await planOf(linkedPair({ caregivers: 1, visits: [busy, rest], shift: { breaks }, objective: { missedBreak: 7 } }));
    expect(plan.unassigned).toEqual([]);
    expect(plan.cost.missedBreak).toBe(7);
    const taken = await planOf(linkedPair({ caregivers: 1, shift: { breaks }, objective: { missedBreak: 7 } }));
    expect(taken.cost.missedBreak).toBe(0);
  });
});

describe("a price on the idlest shift", () => {
  it("shares work out", async () => {
    const objective = { idlestMinute: 1 };
    const plan = await planOf(linkedPair({ objective }));
    expect(new Set(whoMakes(plan)).size).toBe(2);
    // eight hours without half an hour of service and twenty minutes on the road
    expect(plan.cost.idlest).toBe(8 * 60 - 30 - 20);
  });

  it("counts shifts without visits", async () => {
    expect((await planOf(linkedPair({ objective: { idlestMinute: 0.001 } }))).cost.idlest).toBeCloseTo(0.48, 9);
  });
});

describe("orders written by hand", () => {
  const links = [{ kind: "together" as const, visits: ["x-1", "x-2"] }];
  const order = (caregiver: string, ...ids: string[]) => ({
    caregiver,
    date: "2026-11-23",
    stops: ids.map((id) => ({ kind: "visit" as const, id })),
  });

  it("are timed with the visits that they are linked to", () => {
    const plan = evaluate(linkedPair({ links, visits: [hours("09:00", "12:00"), hours("10:30", "15:00")] }), [
      order("c-1", "x-1"),
      order("c-2", "x-2"),
    ]);
    expect(times(plan)).toEqual(["x-1 c-1 10:30–11:30", "x-2 c-2 10:30–11:00"]);
  });

  it("are refused in part, against the hours, and where they wait for one another", () => {
    expect(() => evaluate(linkedPair({ links }), [order("c-1", "x-1")])).toThrow("LINK_IN_PART");
    expect(() =>
      evaluate(linkedPair({ links, visits: [hours("09:00", "10:00"), hours("10:30", "15:00")] }), [order("c-1", "x-1"), order("c-2", "x-2")]),
    ).toThrow("ORDERS_NOT_KEPT");
    const four = linkedPair({ links: [...links, { kind: "together", visits: ["x-3", "x-4"] }] });
    const more = four.visits.map((visit, row) => ({ ...visit, id: `x-${row + 3}` }));
    expect(() => evaluate({ ...four, visits: [...four.visits, ...more] }, [order("c-1", "x-1", "x-3"), order("c-2", "x-4", "x-2")])).toThrow(
      "ORDERS_IN_CIRCLE",
    );
  });
});

describe("a plan to begin from", () => {
  it("is no worse at the end", async () => {
    const problem = linkedPair({ links: [{ kind: "together", visits: ["x-1", "x-2"] }] });
    const start = await planOf(problem);
    const { plan } = await solve(problem, { start, maxIterations: 0 });
    expect(plan).toEqual(start);
  });
});

describe("a vendor's limit on single routes", () => {
  it("is refused where routes bear on one another, unless it knows how to ask there", async () => {
    const { defaultFeatures } = await import("../features/defaultFeatures.js");
    const limit = { reason: "OURS", admits: () => true, refresh: () => true };
    const feature = { name: "ours", search: { limit: () => limit }, check: { codes: {} }, reasons: { OURS: { zh: "自定", en: "ours" } } };
    const problem = linkedPair({ links: [{ kind: "apart", visits: ["x-1", "x-2"] }] });
    const options = { maxIterations: 10, features: [...defaultFeatures, feature] };
    await expect(solve(problem, options)).rejects.toThrow("FEATURE_NOT_LINKED");
    const linked = {
      ...feature,
      search: {
        ...feature.search,
        linkedLimit: () => ({ reason: "OURS", keeps: (state: LinkedState, route: number) => state.visitsOn[route] === 0 }),
      },
    };
    const { plan } = await solve(problem, { ...options, features: [...defaultFeatures, linked] });
    expect(plan.unassigned).toHaveLength(2);
  });
});
