import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EldercareError, type Issue } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { readRegister } from "./readRegister.js";

const on = "2026-11-21";
const areas = "code,name,tier\n500229,城口县,county\n500229103,坪坝镇,township\n500229103205,议学村,village\n";

type Files = Readonly<Record<string, string | Uint8Array>>;

async function folderWith(files: Files): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "eldercare-register-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
  return directory;
}

async function issuesOf(files: Files): Promise<readonly Issue[]> {
  const error = await readRegister(await folderWith(files), { on }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return [];
  if (error instanceof EldercareError) return error.issues;
  throw error;
}

/** Code, line and column of every issue. */
const places = (issues: readonly Issue[]) => issues.map(({ code, at }) => [code, at?.line, at?.column]);

describe("a register in CSV", () => {
  it("is read by dotted paths and by the Chinese titles of the fields alike", async () => {
    const people =
      "id,出生日期 ,性别,residence.area,救助类别,能力等级,是否留守,disability,facts.房屋\n" +
      'p-1,1942年6月1日,female,500229103205,"destitute；lowIncome",3,否,无,平房\n' +
      "p-2,19420601,,,[],,是,,\n";
    const { register, issues, skipped } = await readRegister(await folderWith({ "people.csv": people, "areas.csv": areas }), { on });
    expect([issues, skipped]).toEqual([[], []]);
    expect(register.people).toEqual([
      {
        id: "p-1",
        birthDate: "1942-06-01",
        sex: "female",
        residence: { area: "500229103205" },
        assistance: ["destitute", "lowIncome"],
        ability: { level: 3 },
        leftBehind: false,
        disability: null,
        facts: { 房屋: "平房" },
      },
      { id: "p-2", birthDate: "1942-06-01", assistance: [], leftBehind: true },
    ]);
    expect(register.households).toEqual([]);
  });

  it("reads what a pack asks of staff from columns of its own", async () => {
    const caregivers =
      "id,岗位,area,facts.servesPastoralRounds,facts.rounds,shifts\n" +
      'c-1,careWorker,500229103,是,12,"[{""weekdays"":[1],""from"":""08:00"",""to"":""17:00""}]"\n';
    const { register, issues } = await readRegister(
      await folderWith({ "caregivers.csv": caregivers, "areas.csv": areas, "people.csv": "id\np-1\n" }),
      { on },
    );
    expect(issues).toEqual([]);
    expect(register.caregivers[0]?.facts).toEqual({ servesPastoralRounds: true, rounds: 12 });
  });

  it("takes 无 in any part of a record that may be none for the whole record", async () => {
    const people = "id,残疾等级,残疾类别,防返贫监测类别\np-1,无,无,无\n";
    const { register } = await readRegister(await folderWith({ "people.csv": people, "areas.csv": areas }), { on });
    expect(register.people).toEqual([{ id: "p-1", disability: null, monitoring: null }]);
  });

  it("names file, row and column of every mistake in every table at once", async () => {
    const issues = await issuesOf({
      "areas.csv": areas,
      "people.csv":
        "id,出生日期,residence.area,livingArrangement,能力等级,是否留守\n" +
        'p-1,15493,5.00229E+11,"alon",9,也许\n' +
        '"p\n2",1942-02-30,500229103205,alone,1,是\n' +
        "p-3,2027-01-01,500229999,alone,1,是\n",
      "caregivers.csv": "id,roles,area,shifts\nc-1,careWorker,500229103,\nc-2,careWorker,500229103,08:00-17:00\n",
    });
    expect(places(issues)).toEqual([
      ["EXCEL_SERIAL_DATE", 2, "出生日期"],
      ["SCIENTIFIC_AREA_CODE", 2, "residence.area"],
      ["NOT_A_BOOLEAN", 2, "是否留守"],
      ["NOT_IN_LIST", 2, "livingArrangement"],
      ["OUT_OF_RANGE", 2, "能力等级"],
      ["NOT_AN_ID", 3, "id"],
      ["NOT_A_DATE", 3, "出生日期"],
      ["BIRTH_DATE_IN_FUTURE", 5, "出生日期"],
      ["AREA_NOT_FOUND", 5, "residence.area"],
      ["CAREGIVER_WITHOUT_SHIFTS", 2, "shifts"],
      ["CELL_NOT_JSON", 3, "shifts"],
    ]);
    expect(issues[7]?.pointer).toBe("/people/2/birthDate");
    expect(issues[3]?.message.en).toContain('did you mean "alone"?');
    for (const { at, advice } of issues) {
      expect(at?.file).toMatch(/people\.csv$|caregivers\.csv$/);
      expect([advice.zh, advice.en].every((words) => words.length > 0)).toBe(true);
    }
  });

  it("points into JSON cells, and at the column left empty", async () => {
    const issues = await issuesOf({
      "areas.csv": areas,
      "people.csv": "id\np-1\n",
      "caregivers.csv": 'id,area,岗位,shifts\nc-1,500229103,,"[{""weekdays"":[1],""from"":""8:00"",""to"":""17:00""}]"\n',
    });
    expect(places(issues)).toEqual([
      ["MISSING_FIELD", 2, "岗位"],
      ["NOT_A_CLOCK_TIME", 2, "shifts"],
    ]);
    expect(issues[1]?.pointer).toBe("/caregivers/0/shifts/0/from");
  });

  it("refuses unknown, repeated and missing headers", async () => {
    const header = async (people: string) => places(await issuesOf({ "areas.csv": areas, "people.csv": people }));
    expect(await header("id,brithDate\np-1,1942-06-01\n")).toEqual([["UNKNOWN_COLUMN", 1, "brithDate"]]);
    expect(await header("id,出生日期,birthDate\np-1,,\n")).toEqual([["DUPLICATE_COLUMN", 1, "birthDate"]]);
    expect(await header("\n\n")).toEqual([["HEADER_MISSING", 1, undefined]]);
    expect(await header("id;birthDate\np-1;1942-06-01\n")).toEqual([["NOT_COMMA_SEPARATED", 1, undefined]]);
    expect(await header("ID,birthDate\np-1,\np-2,\n")).toEqual([
      ["UNKNOWN_COLUMN", 1, "ID"],
      ["COLUMN_MISSING", 1, undefined],
    ]);
    const [unknown] = await issuesOf({ "areas.csv": areas, "people.csv": "id,出生日其\np-1,\n" });
    expect(unknown?.message.zh).toContain("是否应为“出生日期”");
  });

  it("refuses a cell under no header and cells that contradict each other", async () => {
    const people = "id,disability,disability.grade,\np-1,,,lost\np-2,无,2,\np-3,,,,extra\n";
    expect(places(await issuesOf({ "areas.csv": areas, "people.csv": people }))).toEqual([
      ["CELL_WITHOUT_COLUMN", 2, undefined],
      ["CELLS_CONTRADICT", 3, "disability.grade"],
      ["CELL_WITHOUT_COLUMN", 4, undefined],
    ]);
  });

  it("says from which row on quotes do not match", async () => {
    expect(places(await issuesOf({ "areas.csv": areas, "people.csv": 'id\np-1\n"p-2\n' }))).toEqual([["CSV_MALFORMED", 3, undefined]]);
  });
});

describe("a register in JSON lines", () => {
  it("names line and field, and the column where a line is no JSON", async () => {
    const issues = await issuesOf({
      "areas.csv": areas,
      "people.jsonl": '{"id":"p-1","ability":{"level":9}}\n\n{"id":"p-2",}\n{"id":"p-3","brithDate":"1942-06-01"}\n5\n',
    });
    expect(places(issues)).toEqual([
      ["OUT_OF_RANGE", 1, "ability.level"],
      ["JSON_MALFORMED", 3, undefined],
      ["UNKNOWN_KEY", 4, "brithDate"],
      ["WRONG_TYPE", 5, undefined],
    ]);
    expect(issues[1]?.message.en).toContain("column 13");
    expect(issues[2]?.pointer).toBe("/people/2/brithDate");
  });
});

describe("a folder that holds no usable register", () => {
  it("is refused with what is missing, or there twice", async () => {
    expect(places(await issuesOf({}))).toEqual([
      ["TABLE_MISSING", undefined, undefined],
      ["TABLE_MISSING", undefined, undefined],
    ]);
    const twice = await issuesOf({ "areas.csv": areas, "people.csv": "id\np-1\n", "people.jsonl": '{"id":"p-1"}\n' });
    expect(twice.map(({ code }) => code)).toEqual(["TABLE_TWICE"]);
    await expect(readRegister(join(tmpdir(), "no such folder"), { on })).rejects.toThrow("REGISTER_NOT_FOUND");
  });

  it("is refused where nobody is in it", async () => {
    const issues = await issuesOf({ "areas.csv": areas, "people.csv": "id,birthDate\n" });
    expect(issues.map(({ code, at }) => [code, at?.file.endsWith("people.csv")])).toEqual([["EMPTY_REGISTER", true]]);
  });

  it("is refused where a table is a workbook, no text, or a folder", async () => {
    const people = "id\np-1\n";
    expect(places(await issuesOf({ "areas.csv": areas, "people.csv": "PK\u0003\u0004" }))[0]?.[0]).toBe("WORKBOOK_NOT_TEXT");
    expect(places(await issuesOf({ "areas.csv": Uint8Array.of(0x61, 0xff, 0xff), "people.csv": people }))[0]?.[0]).toBe("ENCODING_UNKNOWN");
    const directory = await folderWith({ "areas.csv": areas, "people.csv": people });
    await mkdir(join(directory, "volunteers.csv"));
    await expect(readRegister(directory, { on })).rejects.toThrow("FILE_NOT_READABLE");
  });

  it("never ends in anything but issues, whatever bytes the files hold", async () => {
    const directory = await folderWith({});
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .constantFrom("id", "出生日期", "residence.area", ",", "\n", '"', "{", "}", '{"id":"p"}', "__proto__", "facts.", "1942")
        .map((text) => Buffer.from(text)),
    );
    const content = fc.array(piece, { maxLength: 12 }).map((pieces) => Buffer.concat(pieces));
    await fc.assert(
      fc.asyncProperty(content, fc.constantFrom("csv", "jsonl"), fc.boolean(), async (bytes, format, skipBadRows) => {
        await rm(directory, { recursive: true });
        await mkdir(directory);
        await writeFile(join(directory, `people.${format}`), bytes);
        await writeFile(join(directory, "areas.csv"), areas);
        const outcome = await readRegister(directory, { on, skipBadRows }).catch((error: unknown) => error);
        if (outcome instanceof EldercareError) expect(outcome.issues.length).toBeGreaterThan(0);
        else expect(outcome).toHaveProperty("register");
      }),
    );
  });
});

describe("the areas of a register", () => {
  it("are those given where the folder has none, and its own where it has", async () => {
    const given = [{ code: "500229", name: "城口县", tier: "county" as const }];
    const people = "id,residence.area\np-1,500229\n";
    const without = await readRegister(await folderWith({ "people.csv": people }), { on, areas: given });
    expect(without.register.areas).toEqual(given);
    const own = await readRegister(await folderWith({ "people.csv": people, "areas.csv": areas }), { on, areas: given });
    expect(own.register.areas).toHaveLength(3);
  });
});

describe("bad rows", () => {
  const files: Files = {
    "areas.csv": `${areas}5002,坏代码,prefecturee\n500229104,庙坝镇,township\n`,
    "households.csv": "id,area,monthlyIncomeFen\nh-1,500229103,100\nh-2,500229103,12.5\nh-3,500229105,100\n",
    "people.csv": "id,household,birthDate\np-1,h-1,1942-06-01\np-2,h-2,1942-06-01\np-3,h-3,1942-06-01\np-4,,2042-06-01\np-1,,1950-01-01\n",
  };

  it("stop the reading, each named once, without what merely follows from them", async () => {
    expect(places(await issuesOf(files))).toEqual([
      ["BIRTH_DATE_IN_FUTURE", 5, "birthDate"],
      ["DUPLICATE_ID", 6, "id"],
      ["NOT_A_WHOLE_NUMBER", 3, "monthlyIncomeFen"],
      ["AREA_NOT_FOUND", 4, "area"],
      ["NOT_IN_LIST", 5, "tier"],
    ]);
  });

  it("are left out on request, with the rows that refer to them, and all are named", async () => {
    const { register, issues, skipped } = await readRegister(await folderWith(files), { on, skipBadRows: true });
    expect(register.people.map(({ id }) => id)).toEqual(["p-1"]);
    expect(register.households.map(({ id }) => id)).toEqual(["h-1"]);
    expect(register.areas.map(({ code }) => code)).toEqual(["500229", "500229103", "500229103205", "500229104"]);
    expect(skipped.map(({ table, index, at }) => [table, index, at.line])).toEqual([
      ["people", 1, 3],
      ["people", 2, 4],
      ["people", 3, 5],
      ["people", 4, 6],
      ["households", 1, 3],
      ["households", 2, 4],
      ["areas", 3, 5],
    ]);
    expect(issues.map(({ code, pointer }) => [code, pointer])).toEqual([
      ["REFERENCE_NOT_FOUND", "/people/1/household"],
      ["REFERENCE_NOT_FOUND", "/people/2/household"],
      ["BIRTH_DATE_IN_FUTURE", "/people/3/birthDate"],
      ["DUPLICATE_ID", "/people/4/id"],
      ["NOT_A_WHOLE_NUMBER", "/households/1/monthlyIncomeFen"],
      ["AREA_NOT_FOUND", "/households/2/area"],
      ["NOT_IN_LIST", "/areas/3/tier"],
    ]);
  });

  it("take neither the household that lists them with them, nor the village that lists a facility", async () => {
    const listed = {
      "areas.jsonl": '{"code":"500229","name":"城口县","tier":"county","hosts":["f-1"]}\n',
      "facilities.csv": "id,kind,area,beds\nf-1,townshipHome,500229,many\n",
      "households.jsonl": '{"id":"h-1","members":[{"person":"p-1","relation":"self"},{"person":"p-2","relation":"spouse"}]}\n',
      "people.csv": "id,household,birthDate\np-1,h-1,1942-06-01\np-2,h-1,2042-06-01\n",
    };
    const { register, skipped } = await readRegister(await folderWith(listed), { on, skipBadRows: true });
    expect(register.people.map(({ id }) => id)).toEqual(["p-1"]);
    expect(skipped.map(({ table, index }) => [table, index])).toEqual([
      ["people", 1],
      ["facilities", 0],
    ]);
  });

  it("are refused all the same where nobody is left, or a file as a whole is bad", async () => {
    const future = await folderWith({ "areas.csv": areas, "people.csv": "id,birthDate\np-1,2042-06-01\n" });
    const left = await readRegister(future, { on, skipBadRows: true }).catch((error: unknown) => error);
    expect(left instanceof EldercareError && left.issues.map(({ code }) => code)).toEqual(["EMPTY_REGISTER", "BIRTH_DATE_IN_FUTURE"]);
    const header = await folderWith({ "areas.csv": areas, "people.csv": "id,birthDay\np-1,2042-06-01\n" });
    await expect(readRegister(header, { on, skipBadRows: true })).rejects.toThrow("UNKNOWN_COLUMN");
  });
});
