import { describe, expect, it } from "vitest";
import { linkedPair } from "../../../test/linkedPair.js";
import { evaluate } from "../../evaluate/evaluate.js";
import type { Caregiver } from "../../model/caregiver.js";
import type { Problem } from "../../model/problem.js";
import { validate } from "../../model/validate.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

/** Visits of an hour and of half an hour, ten minutes apart, and two caregivers. */
const priced = (first: Partial<Caregiver>, second: Partial<Caregiver>, objective: Problem["objective"]): Problem => {
  const problem = linkedPair({ objective });
  return { ...problem, caregivers: problem.caregivers.map((caregiver, row) => ({ ...caregiver, ...(row === 0 ? first : second) })) };
};
const makers = async (problem: Problem) => {
  const { plan } = await solve(problem, { maxIterations: 100, seed: 1 });
  expect(verify(problem, plan)).toEqual([]);
  return { makers: plan.routes.map(({ caregiver, stops }) => [caregiver, ...stops.map(({ id }) => id)]), cost: plan.cost.caregiverCost };
};

describe.each([
  ["the search of routes", {}],
  ["the search of an order of appointments", { idlestMinute: 0.001 }],
])("what caregivers cost in %s", (_, other) => {
  it("leaves visits to the cheaper one", async () => {
    const found = await makers(priced({ costPerHourFen: 6000 }, { costPerHourFen: 3000 }, { ...other, caregiverYuan: 1 }));
    expect(found).toEqual({ makers: [["c-2", expect.anything(), expect.anything()]], cost: 45 });
  });

  it("takes the dearer one where that saves more", async () => {
    const slow = { costPerHourFen: 3000, serviceTimeFactor: 3 };
    const found = await makers(priced({ costPerHourFen: 6000 }, slow, { ...other, caregiverYuan: 0.5 }));
    expect(found).toEqual({ makers: [["c-1", expect.anything(), expect.anything()]], cost: 45 });
  });

  it("takes a cost that nobody knows for the dearest", async () => {
    const alone = priced({}, { costPerHourFen: 4000, shifts: [] }, { ...other, caregiverYuan: 1 });
    expect((await makers(alone)).cost).toBe(60);
  });
});

describe("a plan's cost", () => {
  it("lists what caregivers cost where that has a price, and is found wrong where it is not so", () => {
    const problem = priced({ costPerHourFen: 6000 }, { costPerHourFen: 3000 }, { caregiverYuan: 2 });
    const order = [{ caregiver: "c-1", date: "2026-11-23", stops: [{ kind: "visit" as const, id: "x-2" }] }];
    const plan = evaluate(problem, order);
    expect(plan.cost.caregiverCost).toBe(60);
    expect(evaluate(priced({ costPerHourFen: 6000 }, {}, {}), order).cost).not.toHaveProperty("caregiverCost");
    const wrong = { ...plan, cost: { ...plan.cost, caregiverCost: 59, total: plan.cost.total - 1 } };
    expect(verify(problem, wrong).map(({ code }) => code)).toEqual(["WRONG_COST", "WRONG_COST"]);
  });
});

describe("a cost", () => {
  it("without a price, and a price without a cost, are worth a word", () => {
    const found = (...asked: Parameters<typeof priced>) => validate(priced(...asked)).map(({ code, pointer }) => [code, pointer]);
    expect(found({ costPerHourFen: 1 }, {}, {})).toEqual([["COST_NOT_PRICED", "/caregivers/0/costPerHourFen"]]);
    expect(found({ costPerHourFen: 1 }, {}, { caregiverYuan: 1 })).toEqual([["COST_UNKNOWN", "/caregivers/1"]]);
    expect(found({ costPerHourFen: 1 }, { costPerHourFen: 0 }, { caregiverYuan: 1 })).toEqual([]);
    expect(found({}, {}, {})).toEqual([]);
  });
});
