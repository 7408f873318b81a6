import { describe, expect, it } from "vitest";
import { twoVisits } from "../../test/twoVisits.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";
import type { Caregiver } from "./caregiver.js";
import type { Plan } from "./plan.js";
import type { Problem } from "./problem.js";
import type { Visit } from "./visit.js";

const [monday, tuesday] = ["2026-11-23", "2026-11-24"];
const hours = { from: "08:00", to: "16:00", start: "station", end: "station" };
const begun = (caregiver: string, date: string) => ({ fixed: { caregiver, date, start: "09:00", state: "done" as const } });

/** Two days on which one caregiver, or several, could make x-1 (an hour, ten minutes away) and x-2 (half an hour, as far). */
function days(amend: Partial<Problem>, visits: readonly [Partial<Visit>, Partial<Visit>], caregiver: Partial<Caregiver> = {}): Problem {
  const problem = twoVisits();
  return {
    ...problem,
    horizon: { from: monday, to: tuesday },
    now: `${monday}T12:00`,
    caregivers: ["c-1", "c-2"].map((id) => ({
      id,
      profile: "walk",
      shifts: [monday, tuesday].map((date) => ({ date, ...hours })),
      ...caregiver,
    })),
    visits: problem.visits.map(({ when: _, ...visit }, index) => ({ ...visit, ...visits[index] })),
    ...amend,
  };
}
const planOf = async (problem: Problem): Promise<Plan> => {
  const { plan } = await solve(problem, { maxIterations: 200, seed: 1 });
  expect(verify(problem, plan)).toEqual([]);
  return plan;
};
const told = ({ routes }: Plan): string[] => routes.flatMap(({ caregiver, date, stops }) => stops.map(({ id }) => `${id} ${caregiver} ${date}`));

describe("what has begun on one of several days", () => {
  const only: [Partial<Visit>, Partial<Visit>] = [begun("c-1", monday), { only: ["c-1"], when: { dates: [tuesday] } }];
  const rules = { perDay: 60, overtimePerDay: 10, overtimePerMonth: 10 };
  const history = { overtimeMinutes: { "c-1": { "2026-11": 0 } } };

  it("may be more overtime than a day and a month have, which leaves room for none", async () => {
    // 80 minutes on Monday are 20 of overtime; 50 on Tuesday are none, 80 are
    expect(told(await planOf(days({ history }, only, { workMinutes: rules })))).toEqual([`x-1 c-1 ${monday}`, `x-2 c-1 ${tuesday}`]);
    const longer: typeof only = [only[0], { ...only[1], serviceMinutes: 60 }];
    const plan = await planOf(days({ history }, longer, { workMinutes: rules }));
    expect(plan.unassigned.map(({ visit, reasons }) => [visit, reasons.find(({ caregiver }) => caregiver === "c-1")?.code])).toEqual([
      ["x-2", "WORK_LIMIT"],
    ]);
  });

  it("says the same where routes bear on one another", async () => {
    const linked = { history, objective: { idlestMinute: 0.001 } };
    expect(told(await planOf(days(linked, only, { workMinutes: rules })))).toEqual([`x-1 c-1 ${monday}`, `x-2 c-1 ${tuesday}`]);
    const longer: typeof only = [only[0], { ...only[1], serviceMinutes: 60 }];
    expect((await planOf(days(linked, longer, { workMinutes: rules }))).unassigned.map(({ visit }) => visit)).toEqual(["x-2"]);
  });

  it("may be on a day that was to be one of rest", async () => {
    for (const objective of [{}, { idlestMinute: 0.001 }]) {
      const rest = { restDaysPerWeek: 6 };
      const both = [begun("c-1", monday), begun("c-1", tuesday)] as const;
      expect(told(await planOf(days({ now: `${tuesday}T12:00`, objective }, both, rest)))).toHaveLength(2);
      expect((await planOf(days({ objective }, only, rest))).unassigned.map(({ visit }) => visit)).toEqual(["x-2"]);
    }
  });

  it("leaves nothing for its alternatives to do, whichever of them it is", async () => {
    for (const visits of [
      ["x-1", "x-2"],
      ["x-2", "x-1"],
    ]) {
      const plan = await planOf(days({ links: [{ kind: "oneOf", visits }] }, [begun("c-1", monday), {}]));
      expect([told(plan), plan.unassigned, plan.cost.unserved]).toEqual([[`x-1 c-1 ${monday}`], [], 0]);
    }
  });

  it("is believed where alternatives were both made, or a pattern or link was not kept", async () => {
    const both = [begun("c-1", monday), begun("c-2", tuesday)] as const;
    const now = `${tuesday}T12:00`;
    for (const rule of [
      { links: [{ kind: "oneOf" as const, visits: ["x-1", "x-2"] }] },
      { links: [{ kind: "sameDay" as const, visits: ["x-1", "x-2"] }] },
      { patterns: [{ visits: ["x-1", "x-2"], sameWeekday: true, sameCaregiver: "require" as const }] },
    ])
      expect(told(await planOf(days({ now, ...rule }, both)))).toHaveLength(2);
  });

  it("leaves the rest of a pattern to agree among itself", async () => {
    const pattern = { visits: ["x-1", "x-2"], sameCaregiver: "require" as const, startToleranceMinutes: 5 };
    const plan = await planOf(days({ patterns: [pattern] }, [begun("c-1", monday), { only: ["c-2"] }]));
    expect(told(plan).filter((line) => line.startsWith("x-2 c-2"))).toHaveLength(1);
  });
});
