import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { printTable } from "./printTable.js";
import type { PlannedRun } from "./protocols.js";
import { type RecordedRun, RecordedRuns } from "./recordedRuns.js";

const head = { sources: "abc", machine: "a machine", command: "a command", began: "2026-01-01T00:00:00.000Z" };
const planned: PlannedRun = { set: "Solomon", format: "solomon", file: "solomon/C101.txt", best: "bks/x.csv", seconds: 10, seed: 2 };
const run: RecordedRun = {
  table: "Solomon",
  seconds: 10,
  name: "c101",
  set: "solomon",
  seed: 2,
  cost: 830,
  best: 827.3,
  gapPercent: 0.326,
  vehicles: 10,
  bestVehicles: 10,
  iterations: 5,
  elapsedSeconds: 10,
  verified: true,
};

describe("runs on record", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "eldercare-routing-"));
    file = join(folder, "runs.json");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("are found again when a table goes on", () => {
    expect(new RecordedRuns(file, head).of(planned, "c101")).toBeUndefined();
    new RecordedRuns(file, head).add(run);
    const again = new RecordedRuns(file, { ...head, began: "2026-02-02T00:00:00.000Z" });
    expect(again.of(planned, "c101")).toEqual(run);
    expect(again.of({ ...planned, seed: 1 }, "c101")).toBeUndefined();
    expect(again.of({ ...planned, seconds: 1 }, "c101")).toBeUndefined();
  });

  it("are not mixed with those of another version of the search", () => {
    new RecordedRuns(file, head).add(run);
    expect(() => new RecordedRuns(file, { ...head, sources: "abd" })).toThrow(RangeError);
  });

  it("make a table of the mean and the worst gap of each set and time", () => {
    const other = { ...run, name: "c102", gapPercent: 0.126, verified: false };
    const pair = { ...run, table: "Li & Lim 100", name: "lc101", gapPercent: null, vehicles: 11 };
    expect(
      printTable([run, other, { ...run, seconds: 60 }, pair])
        .split("\n")
        .slice(2),
    ).toEqual([
      "| Solomon | 10 s | 2 | 0.23 % | 0.33 % |  | NO |",
      "| Solomon | 60 s | 1 | 0.33 % | 0.33 % |  | yes |",
      "| Li & Lim 100 | 10 s | 1 | – (0 of 1) | – | 0 of 1 | yes |",
      "",
    ]);
  });
});
