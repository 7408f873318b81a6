import { solve, validate, verify } from "@eldercare/scheduler";
import { describe, expect, it } from "vitest";
import { readLilim } from "./lilim.js";

/** Two pairs in the format of Li & Lim, made up for this test: the second pick-up is delivered at the third task. */
const text = `2\t10\t1
0\t0\t0\t0\t0\t100\t0\t0\t0
1\t3\t4\t6\t0\t90\t10\t0\t4
2\t1\t1\t6\t0\t90\t10\t0\t3
3\t0\t9\t-6\t0\t90\t10\t2\t0
4\t6\t8\t-6\t0\t90\t10\t1\t0
`;

describe("an instance in the format of Li & Lim", () => {
  const { problem, distanceOf } = readLilim(text, "toy");

  it("becomes a valid problem whose seconds fill the day, journeys rounded up", () => {
    expect(validate(problem)).toEqual([]);
    const profile = problem.travel.profiles.vehicle;
    if (profile?.kind !== "matrix") throw new Error("expected a matrix");
    // 864 seconds a unit: 3-4-5; √2 × 864 = 1221.88…
    expect(profile.durationsSeconds.slice(0, 3)).toEqual([0, 4320, 1222]);
    expect(problem.transports?.map(({ from, to, seats, boardMinutes }) => [from, to, seats, boardMinutes])).toEqual([
      ["n-1", "n-4", 6, 144],
      ["n-2", "n-3", 6, 144],
    ]);
  });

  it("is solved with the fewest vehicles, then to the shortest distance, in double precision", async () => {
    const { plan } = await solve(problem, { maxIterations: 300 });
    expect(verify(problem, plan)).toEqual([]);
    expect(plan.routes.length).toBe(1);
    // one vehicle of ten carries one load of six at a time
    const first = 5 + 5 + Math.hypot(5, 7) + Math.hypot(1, 8) + 9;
    const second = Math.hypot(1, 1) + Math.hypot(1, 8) + Math.hypot(3, 5) + 5 + 10;
    expect(distanceOf(plan)).toBeCloseTo(Math.min(first, second), 4);
  });

  it("is refused where it is something else", () => {
    expect(() => readLilim("2 10 1\n1 2 3\n", "toy")).toThrow("a task needs nine numbers");
    expect(() => readLilim("", "toy")).toThrow("not in Li & Lim's format");
  });
});
