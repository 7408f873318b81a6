import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { countsFolder, programStep, runSteps } from "./runSteps.mjs";

const name = `probe-${process.pid}`;
const file = join(countsFolder, `${name}.json`);
const kept = (): { finished: boolean; outcomes: { title: string; passed: number; failed: number }[] } => JSON.parse(readFileSync(file, "utf8"));

let printed = "";
beforeEach(() => {
  printed = "";
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => {
      printed += String(text);
      return true;
    });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(file, { force: true });
});

describe("a run of steps", () => {
  it("passes where every step passes, and keeps the counts", async () => {
    const status = await runSteps(name, [programStep("types", async () => 0), { title: "tests", run: async () => ({ passed: 5, failed: 0 }) }]);
    expect(status).toBe(0);
    expect(kept()).toMatchObject({
      finished: true,
      outcomes: [
        { title: "types", passed: 1 },
        { passed: 5, failed: 0 },
      ],
    });
  });

  it("goes on after a failure and after a step that dies, and fails", async () => {
    const dies = async () => {
      throw new Error("no such file");
    };
    const status = await runSteps(name, [programStep("types", async () => 2), { title: "dies", run: dies }, programStep("lint", async () => 0)]);
    expect(status).toBe(1);
    expect(kept().outcomes.map(({ failed }) => failed)).toEqual([1, 1, 0]);
    expect(printed).toContain("no such file");
    expect(printed).toMatch(/✗ types.*\n✗ dies.*\n✓ lint/);
  });

  it("is seen to be unfinished while it runs", async () => {
    let finished: boolean | undefined;
    const looks = async () => {
      finished = kept().finished;
      return 0;
    };
    await runSteps(name, [programStep("looks", looks)]);
    expect(finished).toBe(false);
  });
});
