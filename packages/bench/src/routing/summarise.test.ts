import { describe, expect, it } from "vitest";
import { instanceKey, readBestKnown } from "./bestKnown.js";
import { type RoutingResult, summarise } from "./summarise.js";

const result = (name: string, set: string, seed: number, gapPercent: number | null): RoutingResult => ({
  name,
  set,
  seed,
  cost: gapPercent === null ? null : 100 + gapPercent,
  best: 100,
  gapPercent,
  vehicles: 3,
  bestVehicles: 3,
  iterations: 10,
  elapsedSeconds: 1,
  verified: true,
});

describe("the summary of a run", () => {
  it("takes the median over seeds, then mean and worst over instances", () => {
    const results = [result("A", "s", 1, 1), result("A", "s", 2, 5), result("A", "s", 3, 2), result("B", "s", 1, 4), result("C", "t", 1, 0)];
    expect(summarise(results)).toEqual({
      sets: [
        { set: "s", meanGapPercent: 3, worstGapPercent: 4 },
        { set: "t", meanGapPercent: 0, worstGapPercent: 0 },
      ],
      meanGapPercent: 2,
    });
  });

  it("has no mean where an instance was not solved", () => {
    expect(summarise([result("A", "s", 1, 1), result("B", "s", 1, null)])).toEqual({
      sets: [{ set: "s", meanGapPercent: null, worstGapPercent: null }],
      meanGapPercent: null,
    });
  });
});

describe("a table of best values", () => {
  it("is read by whichever column of values it has, names without extension or case", () => {
    const best = readBestKnown("set,instance,bks,routes_in_sol\nsolomon,C101,827.3,10\nsolomon,C102,,\n");
    expect(best.get(instanceKey("/some/folder/c101.TXT"))).toEqual({ set: "solomon", cost: 827.3, vehicles: 10 });
    expect(best.has("c102")).toBe(false);
    expect(() => readBestKnown("set,instance\na,b\n")).toThrow("no column of values");
  });
});
