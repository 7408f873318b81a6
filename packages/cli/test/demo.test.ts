import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownRegister } from "./ownRegister.js";
import { chengkou, Program } from "./program.js";

let program: Program;

beforeAll(async () => {
  program = await Program.build();
}, 60_000);

afterAll(() => program.remove());

const files = [
  "calendars",
  "clauses.csv",
  "decisions.csv",
  "notes.csv",
  "plan.geojson",
  "plan.json",
  "problem.json",
  "report.html",
  "run.json",
  "summary.json",
];

const busy = (planText: string): number =>
  new Set((JSON.parse(planText) as { routes: { caregiver: string }[] }).routes.map((route) => route.caregiver)).size;

describe("the main job", { timeout: 120_000 }, () => {
  it("writes everything it promises, and its plan passes the check again", async () => {
    const { status, stdout, stderr } = await program.demo("first", "--people", "300", "--iterations", "200");
    expect(stderr).not.toContain("✗");
    expect(status).toBe(0);
    expect(stdout).toContain("人 people 300");
    expect(stdout).toContain("目标合计 18，分项只有 6 + 6 = 12");
    expect(stdout).toContain("目标合计 23，分项只有 7 + 11 = 18");
    expect((await readdir(join(program.folder, "first"))).sort()).toEqual(files);
    const checked = await program.eldercare("verify", "first/problem.json", "first/plan.json");
    expect(checked.status).toBe(0);
    expect(checked.stdout).toContain("no violations");
    expect((await program.read("first", "decisions.csv")).startsWith("\uFEFF对象编号 subject,")).toBe(true);
    expect((await readdir(join(program.folder, "first/calendars"))).length).toBe(busy(await program.read("first", "plan.json")));
    const summary = JSON.parse(await program.read("first", "summary.json"));
    const noted = (await program.read("first", "notes.csv")).split("\r\n").filter((line) => /^[A-Z_]+,/.test(line));
    expect(noted.length).toBe((summary.notes as { count: number }[]).reduce((sum, { count }) => sum + count, 0));
    for (const { code, count } of summary.notes) expect(stdout).toContain(`${code} × ${count}`);
    expect(summary).toMatchObject({ people: 300, synthetic: true, illustrative: true, period: { from: "2026-11-23", to: "2026-11-29" } });
    expect(summary.visits.planned + summary.visits.unassigned).toBe(summary.visits.asked);
  });

  it("gives the same bytes for the same seed and iterations, and others for another seed", async () => {
    await program.demo("again", "--people", "300", "--iterations", "200");
    await program.demo("other", "--people", "300", "--iterations", "200", "--seed", "2");
    for (const file of ["plan.json", "summary.json", "problem.json", "decisions.csv", "report.html", "plan.geojson"])
      expect((await program.read("again", file)) === (await program.read("first", file)), file).toBe(true);
    expect(await program.read("other", "plan.json")).not.toBe(await program.read("first", "plan.json"));
  });

  it("keeps no calendar of an earlier run, and touches nothing that it does not own", async () => {
    await writeFile(join(program.folder, "again/notes.txt"), "mine");
    await program.demo("again", "--people", "20", "--iterations", "10");
    expect((await readdir(join(program.folder, "again/calendars"))).length).toBe(busy(await program.read("again", "plan.json")));
    expect(await program.read("again", "notes.txt")).toBe("mine");
  });

  it("reads a register that Excel saved in GB18030 as the same one in UTF-8", async () => {
    const plain = await ownRegister(join(program.folder, "utf8"), "csv");
    const excel = await ownRegister(join(program.folder, "gb18030"), "csv");
    for (const name of await readdir(excel)) {
      const text = (await readFile(join(excel, name), "utf8")).replace(/^\uFEFF/, "");
      await writeFile(join(excel, name), iconv.encode(name === "people.csv" ? text.replace("birthDate", "出生日期") : text, "gb18030"));
    }
    expect(await program.demo("out-utf8", "--register", plain, "--iterations", "50")).toMatchObject({ status: 0 });
    expect(await program.demo("out-gb18030", "--register", excel, "--iterations", "50")).toMatchObject({ status: 0 });
    for (const file of ["summary.json", "plan.json", "decisions.csv"])
      expect(await program.read("out-gb18030", file)).toBe(await program.read("out-utf8", file));
    expect(JSON.parse(await program.read("out-utf8", "summary.json"))).toMatchObject({ people: 60, synthetic: false });
  });
});

describe("a run that its user ends", { timeout: 60_000 }, () => {
  it.each(["SIGINT", "SIGTERM"] as const)("by %s leaves nothing behind, and says so by its exit status", async (signal) => {
    const out = join(program.folder, "ended/out");
    const args = ["--data", chengkou, "--people", "100", "--seconds", "600", "--out", out];
    expect(await program.signalled(signal, "staffing", "demo", ...args)).toBe(130);
    expect(existsSync(join(program.folder, "ended"))).toBe(false);
  });
});

describe("a plan that was changed by hand", { timeout: 60_000 }, () => {
  it("is refused by the checker with the breach in words", async () => {
    const plan = JSON.parse(await program.read("first", "plan.json")) as { routes: { stops: { kind: string; start: string }[] }[] };
    const stop = plan.routes[0]?.stops.find(({ kind }) => kind === "visit");
    if (stop !== undefined) stop.start = "03:00";
    await writeFile(join(program.folder, "changed.json"), JSON.stringify(plan));
    const outcome = await program.eldercare("verify", "first/problem.json", "changed.json");
    expect(outcome.status).toBe(2);
    expect(outcome.stdout).toContain("✗");
  });
});
