import { solve, validate, verify } from "@eldercare/scheduler";
import { describe, expect, it } from "vitest";
import { readSolomon } from "./solomon.js";

/** Three customers in Solomon's format, made up for this test. */
const text = `TOY

VEHICLE
NUMBER     CAPACITY
  2         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0        100          0
    1      1         1          6          0         90         10
    2      3         4          6         20         60         10
    3      0         9          4          0         90          0
`;

describe("an instance in Solomon's format", () => {
  const { name, problem } = readSolomon(text);

  it("becomes a valid problem whose seconds are tenths of its time unit", () => {
    expect(name).toBe("TOY");
    expect(validate(problem)).toEqual([]);
    const profile = problem.travel.profiles.vehicle;
    if (profile?.kind !== "matrix") throw new Error("expected a matrix");
    // √2 cut to one decimal is 1.4; 3-4-5; 9
    expect(profile.durationsSeconds.slice(0, 4)).toEqual([0, 14, 50, 90]);
    expect(problem.visits.map(({ when }) => when?.daily?.[0])).toEqual([
      { from: "00:00:00", to: "00:15:00" },
      { from: "00:03:20", to: "00:10:00" },
      { from: "00:00:00", to: "00:15:00" },
    ]);
  });

  it("is solved to its distance, the vehicles' capacity being what caregivers can carry", async () => {
    const { plan } = await solve(problem, { maxIterations: 200 });
    expect(verify(problem, plan)).toEqual([]);
    // customers 1 and 2 do not fit into one vehicle: 0-1-3-0 and 0-2-0, or 0-1-0 and 0-2-3-0, or three round trips
    const legs = { a: 1.4 + 8 + 9 + 5 + 5, b: 1.4 + 1.4 + 5 + 5.8 + 9 };
    expect(plan.cost.travel).toBeCloseTo(Math.min(legs.a, legs.b), 6);
    expect(plan.routes.length).toBe(2);
  });

  it("is refused where it is something else", () => {
    expect(() => readSolomon("TOY\n1 2\n3 4")).toThrow("a customer needs seven numbers");
    expect(() => readSolomon("")).toThrow("not in Solomon's format");
  });
});
