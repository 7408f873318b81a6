import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Area, checkRegister, type FieldType, fieldsOf, parseShape, type Register, registerTables } from "@eldercare/core";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it, onTestFinished } from "vitest";
import { synthesise } from "../synthetic/synthesise.js";
import { readAreaTables } from "./readAreaTables.js";
import { readRegister } from "./readRegister.js";
import type { TableName } from "./tableShape.js";
import { writeRegister } from "./writeRegister.js";

const on = "2026-11-21";
const chengkou = fileURLToPath(new URL("../../../../examples/data/chengkou", import.meta.url));

async function emptyFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "eldercare-register-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "'", '"', ",", ";", "；", "[", " ", "\n", "\r", "年", "护", "1"), maxLength: 8 }),
  fc.constantFrom("无", "null", "是", "15493", "1e5", "=1+1", "", "　", "\ud800", "😀"),
);
// JSON has no negative zero
const number = (least: number, most: number) =>
  fc.double({ min: Math.max(least, -1e9), max: Math.min(most, 1e9), noNaN: true }).map((value) => (value === 0 ? 0 : value));
const date = fc
  .date({ min: new Date("1920-01-01T00:00:00Z"), max: new Date("2026-01-01T00:00:00Z"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const anyFact = fc.oneof(fc.boolean(), number(-1e9, 1e9), text, fc.constant(null), fc.array(text, { maxLength: 3 }));

function valueLike(type: FieldType): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case "boolean":
      return fc.boolean();
    case "number": {
      const { least = -1e9, most = 1e9 } = type;
      return type.integer ? fc.integer({ min: Math.max(least, -1e9), max: Math.min(most, 1e9) }) : number(least, most);
    }
    case "date":
      return date;
    case "area":
      return fc.constantFrom("500229", "500229103");
    case "enum":
      return fc.constantFrom(...type.values);
    case "list":
      return fc.array(valueLike(type.of), { maxLength: 3 });
    case "record":
      return fc.record(Object.fromEntries(type.fields.map((field) => [field.path, valueLike(field.type)])), { requiredKeys: [] });
    case "map":
      return fc.dictionary(text, type.of.kind === "text" ? anyFact : valueLike(type.of), { maxKeys: 3 });
    default:
      return text;
  }
}

type Row = Record<string, unknown>;

/** Any row of a table that fits its shape: what does not fit is taken out again, field by field. */
function rowOf(table: TableName, forced: Row): fc.Arbitrary<unknown> {
  const schema = registerTables[table];
  const fields = fieldsOf(schema);
  const records = [...new Set(fields.flatMap(({ path }) => (path.includes(".") ? [path.split(".")[0] ?? ""] : [])))];
  const leaves = fields.map(({ path, type, nullable }) => {
    const value = nullable ? fc.option(valueLike(type), { nil: null }) : valueLike(type);
    return fc.option(value, { nil: undefined }).map((drawn) => [path.split("."), drawn] as const);
  });
  const emptied = fc.subarray(records).chain((some) => fc.tuple(...some.map((name) => fc.constantFrom<[string, unknown]>([name, null], [name, {}]))));
  return fc.tuple(fc.tuple(...leaves), emptied).map(([drawn, none]) => {
    const row: Row = {};
    for (const [path, value] of drawn) {
      if (value === undefined) continue;
      let node = row;
      for (const key of path.slice(0, -1)) {
        node[key] ??= {};
        node = node[key] as Row;
      }
      node[path.at(-1) ?? ""] = value;
    }
    Object.assign(row, Object.fromEntries(none), forced);
    for (const { pointer } of parseShape(schema, row).issues) delete row[pointer.split("/")[1] ?? ""];
    return parseShape(schema, row).value;
  });
}

const shift = { weekdays: [1, 3], from: "08:00", to: "17:00", breaks: [{ minutes: 60, from: "11:30", to: "13:30" }] };
const people = fc
  .array(text, { minLength: 1, maxLength: 4 })
  .chain((names) =>
    fc.tuple(...names.map((name, index) => rowOf("people", { id: `${name.replace(/[\r\n]/g, "")}-${index}`, household: "h-1", died: null }))),
  );
const county: Area = { code: "500229", name: "城口县", tier: "county" };

/** The same register where households and areas name people and facilities that are in it. */
function namingOnlyItsOwn({ households, areas, ...rest }: Register): Register {
  const [person] = rest.people;
  const hosts = rest.facilities.map((facility) => facility.id);
  return {
    ...rest,
    households: households.map(({ members, ...household }) => ({
      ...household,
      ...(members === undefined
        ? {}
        : { members: members.map((member) => (member.person === undefined ? member : { ...member, person: person?.id ?? "" })) }),
    })),
    areas: areas.map((area) => (area.hosts === undefined ? area : { ...area, hosts })),
  };
}

const register: fc.Arbitrary<Register> = fc
  .tuple(
    people,
    rowOf("households", { id: "h-1" }),
    rowOf("areas", { code: "500229103", name: "=坪坝镇", tier: "township" }),
    fc.array(rowOf("facilities", { id: "f-1", kind: "townshipHome", area: "500229103", beds: 9, nursingBeds: 9 }), { maxLength: 1 }),
    rowOf("caregivers", { id: "c-1", roles: ["careWorker", "nurse"], area: "500229103", facility: undefined, shifts: [shift] }),
    fc.array(rowOf("volunteers", { id: "v;1", area: "500229" }), { maxLength: 1 }),
  )
  .map(([folk, household, area, facilities, caregiver, volunteers]) => {
    const drawn = { people: folk, households: [household], areas: [county, area], facilities, caregivers: [caregiver], volunteers };
    return namingOnlyItsOwn(JSON.parse(JSON.stringify(drawn)) as Register);
  });

describe("a register that is written and read again", () => {
  it("is the same register, whatever it holds, in either format", async () => {
    const directory = await emptyFolder();
    await fc.assert(
      fc.asyncProperty(register, fc.constantFrom("csv" as const, "jsonl" as const), async (written, format) => {
        expect(checkRegister(written, on)).toEqual([]);
        await rm(directory, { recursive: true });
        await writeRegister(written, directory, format);
        const { register: read, issues } = await readRegister(directory, { on });
        expect(issues).toEqual([]);
        expect(read).toStrictEqual(written);
      }),
    );
  });

  it("is the same register of a synthetic county, also from GB18030 and UTF-16 as Excel saves them", async () => {
    const written = synthesise({ areas: await readAreaTables(chengkou), people: 300, seed: 4, on });
    const directory = await emptyFolder();
    await writeRegister(written, directory, "csv");
    expect((await readRegister(directory, { on })).register).toStrictEqual(written);
    for (const encoding of ["gb18030", "utf16-le"]) {
      const recoded = await emptyFolder();
      for (const table of Object.keys(registerTables)) {
        const csv = (await readFile(join(directory, `${table}.csv`), "utf8")).slice(1);
        await writeFile(join(recoded, `${table}.csv`), iconv.encode(csv, encoding, { addBOM: encoding !== "gb18030" }));
      }
      expect((await readRegister(recoded, { on })).register).toStrictEqual(written);
    }
  });

  it("writes the same bytes for the same register", async () => {
    const written = synthesise({ areas: await readAreaTables(chengkou), people: 20, seed: 4, on });
    const [first, second] = [await emptyFolder(), await emptyFolder()];
    await writeRegister(written, first, "csv");
    await writeRegister(structuredClone(written), second, "csv");
    for (const table of Object.keys(registerTables)) {
      expect(await readFile(join(first, `${table}.csv`), "utf8")).toBe(await readFile(join(second, `${table}.csv`), "utf8"));
    }
  });
});
