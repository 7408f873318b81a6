import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chengkou, Program } from "./program.js";

let program: Program;

// synthetic people of one village: what a county knows of them in summer, and in autumn
const header = "id,出生日期,residence.area,registeredResidence.kind,救助类别,供养方式,是否愿意入住机构,能力等级,居住状况,死亡日期";
const summer = [
  "p-1,1948-05-01,500229103205,rural,destitute,dispersed,是,0,alone,无",
  "p-2,1950-01-01,500229103205,rural,[],,否,0,withFamily,无",
  "p-3,1940-01-01,500229103205,rural,[],,否,0,alone,无",
  "p-5,1945-01-01,500229103205,rural,[],,否,0,withFamily,无",
];
const autumn = [
  "p-1,1948-05-01,500229103205,rural,destitute,dispersed,是,4,alone,无",
  "p-2,1950-01-01,500229106206,rural,[],,否,,withFamily,无",
  "p-3,1940-01-01,500229103205,rural,[],,否,0,alone,2026-08-01",
  "p-4,1955-01-01,500229103205,rural,[],,否,0,withFamily,无",
];
const visits = "id,person,on,channel\nx-1,p-1,2026-01-05,homeVisit\nx-2,p-2,2026-11-20,phone\n";

const asked = ["--before", "summer", "--after", "autumn", "--data", chengkou, "--since", "2026-06-01", "--on", "2026-11-21"];
const identify = (...args: readonly string[]) => program.eldercare("identify", ...asked, ...args);
const read = (name: string): Promise<string> => readFile(join(program.folder, name), "utf8");

beforeAll(async () => {
  program = await Program.build();
  for (const [name, rows] of [
    ["summer", summer],
    ["autumn", autumn],
  ] as const) {
    await mkdir(join(program.folder, name));
    await writeFile(join(program.folder, name, "people.csv"), `${[header, ...rows].join("\n")}\n`);
  }
  await writeFile(join(program.folder, "visits.csv"), visits);
}, 60_000);

afterAll(() => program.remove());

describe("services that find the person", { timeout: 60_000 }, () => {
  it("print who joined, left, died or moved, what changed rule by rule, what to ask, and the first people of the list", async () => {
    const { status, stdout } = await identify("--show", "1");
    expect(status).toBe(0);
    expect(stdout).toContain("2026-06-01 → 2026-11-21：4 人 / people");
    expect(stdout).toContain("新登记 joined 1 · 不再登记 left 1 · 去世 died 1 · 迁居 moved 1");
    expect(stdout).toContain("能力等级 ability level /ability/level");
    const [shown = ""] = stdout.split("\n\n").slice(-1);
    expect(shown).toContain("p-1 光明村\n");
    expect(shown).toContain("    新符合：失能特困人员集中照护（应护尽护）  能力等级：0级 → 4级  CK-1.1-c");
    expect(shown).not.toContain("p-2 ");
    expect(shown).toContain("… 共 5 人");
  });

  it("write the list as a table, person by person, with reasons and clauses, and the same bytes each time", async () => {
    const options = ["--visits", "visits.csv", "--visit-service", "regularVisit", "--through", "2026-12-31"];
    expect(await identify(...options, "--out", "list.csv")).toMatchObject({ status: 0 });
    const table = await read("list.csv");
    expect(table.startsWith("\uFEFF人员编号 person,居住地 place,类别 kind,事项 title,")).toBe(true);
    const lines = table.split("\r\n").map((line) => line.split(","));
    const of = (person: string, kind: string) => lines.filter(([id, , each]) => id === person && each === kind);
    expect(of("p-1", "新符合").map(([, , , title]) => title)).toContain("失能特困人员集中照护（应护尽护）");
    expect(of("p-2", "迁居")[0]?.[4]).toMatch(/^光明村 → 白果村$/);
    expect(of("p-2", "待询问").map(([, , , title]) => title)).toContain("能力等级");
    expect(of("p-3", "去世")[0]?.[4]).toBe("2026-08-01");
    expect(of("p-3", "待询问")).toEqual([]);
    expect(of("p-4", "新登记").length + of("p-5", "不再登记").length).toBe(2);
    expect(of("p-1", "探访逾期")[0]?.[4]).toMatch(/（上次 2026-01-05）$/);
    expect(of("p-4", "应探访")[0]?.[4]).toBe("2026-11-21（没有探访记录）");
    await identify(...options, "--out", "again.csv");
    expect(await read("again.csv")).toBe(table);
  });

  it("write the list as lines of JSON that say the same as the summary", async () => {
    const { stdout } = await identify("--out", "list.jsonl", "--json", "--rule", "service.concentratedDisabledCare");
    const summary = JSON.parse(stdout);
    const people = (await read("list.jsonl"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(summary).toMatchObject({ since: "2026-06-01", on: "2026-11-21", registered: 4, people: people.length, illustrative: true });
    expect(summary.rules).toMatchObject([{ rule: "cn-500229-chengkou/service.concentratedDisabledCare", gained: 1, lost: 0 }]);
    expect(people.flatMap(({ person, changes }) => (changes.length > 0 ? [person] : []))).toEqual(["p-1"]);
  });

  it("use a pack of one's own, with its own parents and values", async () => {
    const pack = join(import.meta.dirname, "../../rules/packs/cn-500229-chengkou");
    const { status, stdout } = await identify("--pack", pack, "--json");
    expect(status).toBe(0);
    // without example values the level of disability is open, so nobody is known to gain what the disabled get
    expect(JSON.parse(stdout)).toMatchObject({ illustrative: false });
    expect(JSON.parse(stdout).rules.map(({ rule }: { rule: string }) => rule)).not.toContain("cn/category.disabled");
  });

  it.each([
    [["--since", "2026-12-01"], "/since"],
    [["--on", "today"], "/on"],
    [["--show", "many"], "/show"],
    [["--out", "list.xlsx"], "/out"],
    [["--out", "nowhere/list.csv"], "OUT_NOT_WRITABLE"],
    [["--rule", "service.none"], "RULE_NOT_FOUND"],
    [["--visit-service", "regularVisit"], "OPTION_MISSING"],
    [["--visits", "visits.csv"], "OPTION_MISSING"],
    [["--visits", "visits.csv", "--visit-service", "regularVisit", "--channel", "letter"], "/channel"],
    [["--visits", "nowhere.csv", "--visit-service", "regularVisit"], "FILE_NOT_READABLE"],
    [["--before", "nowhere"], "REGISTER_NOT_FOUND"],
    [["--pack", join(import.meta.dirname, "../../rules/packs/cn-361021-nancheng")], "PACK_FOR_OTHER_AREA"],
  ])("refuse %j and write nothing", async (options, word) => {
    const before = await readdir(program.folder);
    const { status, stdout, stderr } = await identify(...options);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(word);
    expect(await readdir(program.folder)).toEqual(before);
  });
});
