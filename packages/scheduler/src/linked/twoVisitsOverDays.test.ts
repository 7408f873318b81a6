import { describe, expect, it } from "vitest";
import { linkedPair } from "../../test/linkedPair.js";
import type { Plan } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import type { Visit } from "../model/visit.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";

type Two = [Partial<Visit>, Partial<Visit>];

const dates = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-30"];

/** Two synthetic visits, each caregiver being there on four days, the last a week after the first. */
function overDays(amend: Parameters<typeof linkedPair>[0] = {}, more: Partial<Problem> = {}): Problem {
  const problem = linkedPair(amend);
  return {
    ...problem,
    horizon: { from: "2026-11-23", to: "2026-11-30" },
    caregivers: problem.caregivers.map((caregiver) => ({
      ...caregiver,
      shifts: dates.flatMap((date) => caregiver.shifts.map((shift) => ({ ...shift, date }))),
    })),
    ...more,
  };
}

async function planOf(problem: Problem): Promise<Plan> {
  const { plan } = await solve(problem, { maxIterations: 2000, seed: 1 });
  expect(verify(problem, plan)).toEqual([]);
  return plan;
}

const made = ({ routes }: Plan) =>
  ["x-1", "x-2"].map((id) => {
    for (const { caregiver, date, stops } of routes) {
      const stop = stops.find((each) => each.id === id);
      if (stop !== undefined) return { caregiver, date, start: stop.start };
    }
    return undefined;
  });
const datesOf = (plan: Plan): (string | undefined)[] => made(plan).map((each) => each?.date);
const on = (...days: string[]) => ({ when: { dates: days } });
const both = ["x-1", "x-2"];

describe("two visits on the same day", () => {
  const links = [{ kind: "sameDay" as const, visits: both }];

  it("meet on a day that suits both", async () => {
    // on one day the one caregiver whom both prefer could not be at both
    const at = (...dates: string[]): Partial<Visit> => ({ when: { dates, daily: [{ from: "09:00", to: "09:00" }] }, prefers: ["c-1"] });
    const visits: Two = [at("2026-11-23", "2026-11-25"), at("2026-11-24", "2026-11-25")];
    expect(datesOf(await planOf(overDays({ visits, links })))).toEqual(["2026-11-25", "2026-11-25"]);
    const [one, other] = datesOf(await planOf(overDays({ visits })));
    expect(one).not.toBe(other);
  });

  it("are not both made where no day suits both, and the other is made all the same", async () => {
    const plan = await planOf(overDays({ links, visits: [on("2026-11-23"), on("2026-11-24")] }));
    expect(made(plan).filter((each) => each !== undefined)).toHaveLength(1);
    expect(plan.unassigned[0]?.reasons[0]?.code).toBe("LINK_NOT_KEPT");
  });
});

describe("two visits spaced", () => {
  it("lie at least and at most so many days apart, the first listed first", async () => {
    const spaced = async (bounds: { minDays?: number; maxDays?: number }) =>
      datesOf(await planOf(overDays({ links: [{ kind: "spacing", visits: both, ...bounds }], visits: [on("2026-11-23", "2026-11-24"), {}] })));
    expect((await spaced({ minDays: 3 }))[1]).toBe("2026-11-30");
    const [first, second] = await spaced({ minDays: 1, maxDays: 1 });
    expect([`${first} ${second}`]).toEqual(expect.arrayContaining([expect.stringMatching(/23 .*24|24 .*25/)]));
  });

  it("are not both made where the days leave no room", async () => {
    const links = [{ kind: "spacing" as const, visits: both, minDays: 1 }];
    const plan = await planOf(overDays({ links, visits: [on("2026-11-25"), on("2026-11-24")] }));
    expect(plan.unassigned).toHaveLength(1);
  });
});

describe("two alternatives", () => {
  const links = [{ kind: "oneOf" as const, visits: both }];

  it("are made once, and the other is not missing", async () => {
    const plan = await planOf(overDays({ links }));
    expect(made(plan).filter((each) => each !== undefined)).toHaveLength(1);
    expect(plan.unassigned).toEqual([]);
    expect(plan.cost.unserved).toBe(0);
  });

  it("are both listed where neither can be made, and count once", async () => {
    const never = { needs: { skills: { bathing: 1 } }, priority: 2, required: false };
    const plan = await planOf(overDays({ links, visits: [never, never] }));
    expect(plan.unassigned.map(({ visit }) => visit)).toEqual(both);
    expect(plan.cost.unserved).toBe(300);
  });

  it("leave the one that can be made, though the other is listed first", async () => {
    const plan = await planOf(overDays({ links, visits: [{ needs: { skills: { bathing: 1 } } }, {}] }));
    expect(made(plan)[1]).toBeDefined();
    expect(plan.unassigned).toEqual([]);
  });
});

describe("two visits with a pattern", () => {
  it("are made on the same weekday", async () => {
    const visits: Two = [on("2026-11-23", "2026-11-24"), on("2026-11-25", "2026-11-30")];
    expect(datesOf(await planOf(overDays({ visits }, { patterns: [{ visits: both, sameWeekday: true }] })))).toEqual(["2026-11-23", "2026-11-30"]);
  });

  it("begin at much the same time of day", async () => {
    const visits: Two = [
      { when: { dates: ["2026-11-23"], daily: [{ from: "08:30", to: "11:00" }] } },
      { when: { dates: ["2026-11-24"], daily: [{ from: "10:50", to: "15:00" }] } },
    ];
    const patterns = [{ visits: both, startToleranceMinutes: 15 }];
    const minutes = (clock = ""): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
    const [one, other] = made(await planOf(overDays({ visits }, { patterns })));
    expect(Math.abs(minutes(other?.start) - minutes(one?.start))).toBeLessThanOrEqual(15);
    const [free, later] = made(await planOf(overDays({ visits }, { links: [{ kind: "spacing", visits: both }] })));
    expect(minutes(later?.start) - minutes(free?.start)).toBeGreaterThan(15);
  });

  it("are not both made where their hours lie too far apart", async () => {
    const visits: Two = [
      { when: { dates: ["2026-11-23"], daily: [{ from: "08:30", to: "09:00" }] } },
      { when: { dates: ["2026-11-24"], daily: [{ from: "13:00", to: "15:00" }] } },
    ];
    const plan = await planOf(overDays({ visits }, { patterns: [{ visits: both, startToleranceMinutes: 15 }] }));
    expect(plan.unassigned[0]?.reasons[0]?.code).toBe("PATTERN_NOT_KEPT");
  });

  it("are one caregiver's where that is required, and where it is preferred at a price", async () => {
    const visits: Two = [
      { ...on("2026-11-23"), prefers: ["c-1"] },
      { ...on("2026-11-24"), prefers: ["c-2"] },
    ];
    const faces = async (patterns: Problem["patterns"], newFace: number) =>
      new Set(
        made(await planOf(overDays({ visits, objective: { notPreferred: 5, newFace } }, patterns === undefined ? {} : { patterns }))).map(
          (each) => each?.caregiver,
        ),
      ).size;
    expect(await faces(undefined, 0)).toBe(2);
    expect(await faces([{ visits: both, sameCaregiver: "require" }], 0)).toBe(1);
    expect(await faces([{ visits: both, sameCaregiver: "prefer" }], 4)).toBe(2);
    expect(await faces([{ visits: both, sameCaregiver: "prefer" }], 6)).toBe(1);
  });
});

describe("two visits to one person", () => {
  const visits: Two = [
    { ...on("2026-11-23"), person: "p-1", prefers: ["c-1"] },
    { ...on("2026-11-24"), person: "p-1", prefers: ["c-2"] },
  ];

  it("bring one face rather than two, and rather one known before", async () => {
    const plan = await planOf(overDays({ visits, objective: { notPreferred: 5, newFace: 6 } }, { history: { faces: { "p-1": { "c-2": 3 } } } }));
    expect(made(plan).map((each) => each?.caregiver)).toEqual(["c-2", "c-2"]);
    expect(plan.cost.newFaces).toBe(0);
  });

  it("bring two where that costs less", async () => {
    const plan = await planOf(overDays({ visits, objective: { notPreferred: 5, newFace: 4 } }));
    expect(plan.cost.newFaces).toBe(8);
  });
});

describe("two visits shared fairly", () => {
  it("go to two caregivers, by the length of their shifts", async () => {
    const near = { serviceMinutes: 60, when: { dates: ["2026-11-23"] } };
    const fair = await planOf(overDays({ visits: [near, near], objective: { unfairMinute: 2 } }));
    expect(new Set(made(fair).map((each) => each?.caregiver)).size).toBe(2);
    expect(fair.cost.unfair).toBe(0);
    const unfair = await planOf(overDays({ visits: [near, near], objective: { unfairMinute: 0.01 } }));
    expect(new Set(made(unfair).map((each) => each?.caregiver)).size).toBe(1);
    expect(unfair.cost.unfair).toBe(0.6);
  });
});
