import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseShape } from "../src/register/parse.js";
import { registerTables, serviceTables } from "../src/register/register.js";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "schema");
// dates are told by their pattern; the library for formats is not needed
const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true, formats: { date: true } });
const validatorOf = (name: string) => {
  const file = `${name}.schema.json`;
  return ajv.getSchema(file) ?? ajv.compile(JSON.parse(readFileSync(join(folder, file), "utf8")));
};

const place = { lng: 108.51, lat: 31.99, crs: "WGS84" };
/** Each shape with a synthetic row that has every field. */
const shapes = [
  {
    name: "olderPerson",
    schema: registerTables.people,
    full: {
      id: "p-17",
      birthDate: "1942-06-01",
      sex: "female",
      household: "h-9",
      residence: { area: "500229103205", place },
      registeredResidence: { area: "500229", kind: "rural" },
      livingArrangement: "alone",
      leftBehind: true,
      emptyNest: false,
      childless: false,
      uncaredFor: false,
      assistance: ["destitute"],
      support: "dispersed",
      monitoring: null,
      specialFamilyPlanning: false,
      ability: { level: 0, assessedOn: "2026-03-01", standard: "GB/T 42195-2022" },
      dementia: false,
      disability: { grade: 1, kinds: ["limb"] },
      honours: ["martyrSurvivor"],
      wishes: { institution: true, caregiverSex: "female", language: "mn" },
      insurance: { longTermCare: false },
      adopted: ["bedRail"],
      died: null,
      facts: { localList: ["a"], note: "b", count: 1, known: true, none: null },
    },
  },
  {
    name: "household",
    schema: registerTables.households,
    full: {
      id: "h-9",
      area: "500229103205",
      members: [{ person: "p-17", relation: "self", birthDate: "1942-06-01", cares: true }],
      monthlyIncomeFen: 120_000,
      assetsFen: 0,
      homeAdapted: false,
      facts: {},
    },
  },
  {
    name: "area",
    schema: registerTables.areas,
    full: {
      code: "500229103",
      name: "synthetic township",
      tier: "township",
      naming: "han",
      pastoral: false,
      kind: "乡",
      population: 9000,
      population60: 2500,
      households: 3100,
      dispersed: true,
      townSeat: false,
      place,
      hosts: ["f-1"],
      adopts: ["CK-1.2-h"],
      facts: { roadKilometres: 12.5 },
    },
  },
  {
    name: "facility",
    schema: registerTables.facilities,
    full: {
      id: "f-1",
      kind: "townshipHome",
      area: "500229103",
      name: "synthetic home",
      place,
      siteMu: 3.5,
      floorAreaM2: 1200,
      beds: 60,
      nursingBeds: 30,
      residents: { disabled: 10, semiDisabled: 5, selfCaring: 20 },
      rooms: ["canteen"],
      functions: ["dayCare"],
      operation: { form: "publicBuiltPrivateRun", operator: "o-1", socialised: true },
      grade: null,
      events: [{ on: "2021-06-01", state: "started" }],
      checklist: { smokeAlarm: true },
      facts: {},
    },
  },
  {
    name: "caregiver",
    schema: registerTables.caregivers,
    full: {
      id: "c-3",
      name: "synthetic caregiver",
      birthDate: "1980-01-10",
      sex: "female",
      roles: ["careWorker"],
      facility: "f-1",
      area: "500229103",
      skills: { bathing: 2 },
      certificates: [{ kind: "careWorker", level: 4, validTo: "2027-12-31" }],
      trainedOn: "2026-01-10",
      post: "publicWelfare",
      languages: ["zh"],
      shifts: [{ weekdays: [1, 2], from: "08:00", to: "17:00", breaks: [{ minutes: 60, from: "11:30", to: "13:30", paid: false }] }],
      workMinutes: { perDay: 480, perWeek: 2400, overtimePerDay: 180, overtimePerMonth: 2160 },
      homePlace: place,
      facts: { servesPastoralRounds: true },
    },
  },
  {
    name: "volunteer",
    schema: registerTables.volunteers,
    full: {
      id: "v-1",
      birthDate: "1960-01-01",
      healthy: true,
      area: "500229103",
      place,
      hoursPerWeek: 4.5,
      groups: ["g-1"],
      capacity: 2,
    },
  },
  {
    name: "provider",
    schema: serviceTables.providers,
    full: { id: "o-1", kind: "company", legalPerson: true, qualified: true, fullTimeTeam: false, creditGood: true, facts: {} },
  },
  {
    name: "mobileTeam",
    schema: serviceTables.mobileTeams,
    full: { id: "t-1", area: "152525100", vehicle: "van-1", crew: ["c-3"], services: ["bathing"] },
  },
  {
    name: "vehicle",
    schema: serviceTables.vehicles,
    full: { id: "van-1", seats: 4, wheelchairs: 1, equipment: ["bathUnit"], stock: { meals: 40 }, metresPerSecond: 8.3 },
  },
] as const;

/** Rows made from a good one by taking fields away and putting odd values in their place. */
const rowsFrom = (full: Readonly<Record<string, unknown>>) => {
  const keys = Object.keys(full);
  // 30 February is a text like a date: JSON Schema cannot know that there is none
  const odd = fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1.5,
    1e300,
    "",
    "x",
    "500229",
    "2026-02-28",
    "2026-13-01",
    "12:00",
    [],
    [1],
    ["x"],
    {},
    { x: 1 },
  );
  return fc.array(fc.tuple(fc.constantFrom(...keys, "unheardOf"), fc.option(odd, { nil: undefined })), { maxLength: 3 }).map((changes) => {
    const row: Record<string, unknown> = { ...full };
    for (const [key, value] of changes) {
      if (value === undefined) delete row[key];
      else row[key] = value;
    }
    return row;
  });
};

describe.each(shapes)("the published schema of $name", ({ name, schema, full }) => {
  const validate = validatorOf(name);
  const accepts = (row: unknown): boolean => validate(row) === true;
  const parses = (row: unknown): boolean => parseShape(schema, row).issues.length === 0;

  it("knows every field, each with a title, and takes a row that has them all", () => {
    const published: { properties: Record<string, object>; title: string; description: string } = JSON.parse(
      readFileSync(join(folder, `${name}.schema.json`), "utf8"),
    );
    expect(Object.keys(published.properties)).toEqual(Object.keys(full));
    const untitled = Object.entries(published.properties).flatMap(([key, property]) =>
      "title" in property || "properties" in property ? [] : [key],
    );
    expect(untitled.filter((key) => key !== "facts" && key !== "disability")).toEqual([]);
    expect(validate(full), JSON.stringify(validate.errors)).toBe(true);
    expect(parses(full)).toBe(true);
  });

  it("refuses a key that nobody has heard of, and a row without what must be there", () => {
    expect(accepts({ ...full, unheardOf: 1 })).toBe(false);
    expect(accepts({})).toBe(false);
  });

  it("accepts what the parser accepts, and nothing else", () => {
    fc.assert(
      fc.property(rowsFrom(full), (row) => {
        expect(accepts(row), JSON.stringify(row)).toBe(parses(row));
      }),
      { numRuns: 300 },
    );
  });
});

it("what a date is, a schema knows but for days that no calendar has", () => {
  const validate = validatorOf("olderPerson");
  const dates = ["1942-06-01", "1942-6-1", "19420601", "1942-13-01", "1942-06-32", "1942-02-30"];
  expect(dates.map((birthDate) => validate({ id: "p-1", birthDate }))).toEqual([true, false, false, false, false, true]);
  expect(dates.map((birthDate) => parseShape(registerTables.people, { id: "p-1", birthDate }).issues.length)).toEqual([0, 1, 1, 1, 1, 1]);
});
