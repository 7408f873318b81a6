import { describe, expect, it } from "vitest";
import { runsOf } from "./protocols.js";

const numbered = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${kind}${String(index + 1).padStart(2, "0")}.txt`);

const files = {
  solomon: [...numbered("C1", 9), ...numbered("C2", 8), ...numbered("R1", 12), ...numbered("R2", 11), ...numbered("RC1", 8), ...numbered("RC2", 8)],
  gh: ["c1", "c2", "r1", "r2", "rc1", "rc2"].flatMap((kind) =>
    [200, 400, 1000].flatMap((size) => [1, 3, 5, 7, 9].map((at) => `${kind}_${size / 100}_${at}.txt`)),
  ),
  lilim: [...numbered("lc1", 9), "LC1_2_1.txt", "LR2_2_3.txt"],
};

const count = (runs: ReturnType<typeof runsOf>, set: string, seconds: number): number =>
  runs.filter((run) => run.set === set && run.seconds === seconds).length;

describe("the protocols of routing", () => {
  it("are, in full, what the table of record asks for", () => {
    const runs = runsOf("full", files);
    expect([1, 10, 60].map((seconds) => count(runs, "Solomon", seconds))).toEqual([56 * 3, 56 * 3, 19]);
    for (const size of [200, 400, 1000]) expect([10, 60].map((seconds) => count(runs, `Gehring & Homberger ${size}`, seconds))).toEqual([24, 12]);
    expect([count(runs, "Li & Lim 100", 10), count(runs, "Li & Lim 200", 10)]).toEqual([9, 2]);
  });

  it("take two instances of each class and size, and none of another size", () => {
    const runs = runsOf("full", files).filter(({ set, seconds }) => set === "Gehring & Homberger 1000" && seconds === 60);
    expect(runs.map(({ file }) => file.slice(3, -4).replace(/\d$/, ""))).toEqual(
      ["c1", "c1", "c2", "c2", "r1", "r1", "r2", "r2", "rc1", "rc1", "rc2", "rc2"].map((kind) => `${kind}_10_`),
    );
  });

  it("take a quarter of an hour in short", () => {
    const seconds = runsOf("quick", files).reduce((sum, run) => sum + run.seconds, 0);
    expect(seconds).toBeGreaterThan(12 * 60);
    expect(seconds).toBeLessThan(16 * 60);
  });

  it("ask for no run twice", () => {
    for (const protocol of ["quick", "full"] as const) {
      const keys = runsOf(protocol, files).map(({ file, seconds, seed }) => `${file} ${seconds} ${seed}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
