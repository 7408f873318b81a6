import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Program } from "./program.js";

let program: Program;

const problem = {
  horizon: { from: "2026-11-23", to: "2026-11-23" },
  timeZone: "Asia/Shanghai",
  places: [
    { id: "station", lng: 108.66, lat: 31.95 },
    { id: "home", lng: 108.67, lat: 31.96 },
  ],
  travel: { profiles: { car: { kind: "straightLine", circuity: 1.44, metresPerSecond: 8.3 } } },
  caregivers: [{ id: "c-1", profile: "car", shifts: [{ date: "2026-11-23", from: "08:00", to: "17:00", start: "station", end: "station" }] }],
  visits: [{ id: "x-1", person: "p-1", place: "home", service: "bathing", serviceMinutes: 60, when: { dates: ["2026-11-23"] }, priority: 3 }],
};

const inFolder = (name: string): string => join(program.folder, name);

beforeAll(async () => {
  program = await Program.build();
  await writeFile(inFolder("problem.json"), JSON.stringify(problem));
}, 60_000);

afterAll(() => program.remove());

describe("plans as files", { timeout: 60_000 }, () => {
  it("are written by solve and accepted by verify", async () => {
    const solved = await program.eldercare("solve", "problem.json", "--iterations", "5", "--out", "plan.json");
    expect(solved).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(await readFile(inFolder("plan.json"), "utf8")).routes).toHaveLength(1);
    expect(await program.eldercare("verify", "problem.json", "plan.json")).toMatchObject({ status: 0 });
  });

  it("are made by several threads, the same each time", async () => {
    const solved = [];
    for (const out of ["one.json", "two.json"])
      solved.push(await program.eldercare("solve", "problem.json", "--iterations", "50", "--threads", "2", "--out", out));
    for (const outcome of solved) expect(outcome).toMatchObject({ status: 0, stderr: "" });
    expect(await readFile(inFolder("two.json"), "utf8")).toBe(await readFile(inFolder("one.json"), "utf8"));
  });

  it.each([
    ["--seed", "1.5", "/seed"],
    ["--iterations", "0", "/iterations"],
    ["--seconds", "soon", "/seconds"],
    ["--threads", "0", "/threads"],
    ["--out", "", "/out"],
  ])("are not made with %s %j", async (option, text, pointer) => {
    const outcome = await program.eldercare("solve", "problem.json", option, text);
    expect(outcome.stderr).toContain("OPTION_INVALID");
    expect(outcome.stderr).toContain(pointer);
    expect(outcome.status).toBe(2);
  });

  it("are refused with the file that is wrong, problem or plan", async () => {
    await writeFile(inFolder("null.json"), "null");
    const [solved, problemWrong, planWrong] = [
      await program.eldercare("solve", "null.json"),
      await program.eldercare("verify", "null.json", "problem.json"),
      await program.eldercare("verify", "problem.json", "null.json"),
    ];
    for (const { status, stderr } of [solved, problemWrong, planWrong]) {
      expect(stderr).toContain("null.json");
      expect(status).toBe(2);
    }
  });

  it("cannot be written into a folder that does not exist, which is said in so many words", async () => {
    const outcome = await program.eldercare("solve", "problem.json", "--iterations", "1", "--out", "nowhere/plan.json");
    expect(outcome.stderr).toContain("OUT_NOT_WRITABLE");
    expect(outcome.status).toBe(2);
    expect(existsSync(inFolder("nowhere"))).toBe(false);
  });
});
