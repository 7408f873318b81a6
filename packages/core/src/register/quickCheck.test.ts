import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as core from "../index.js";
import { quickCheck } from "./quickCheck.js";

const person = {
  id: "p-1",
  birthDate: "1951-03-02",
  sex: "female",
  household: "h-1",
  residence: { area: "500229103205", place: { lng: 108.5, lat: 31.9, crs: "WGS84" } },
  registeredResidence: { area: "500229", kind: "rural" },
  livingArrangement: "alone",
  leftBehind: true,
  assistance: ["destitute"],
  support: "dispersed",
  monitoring: null,
  ability: { level: 3, assessedOn: "2026-03-01", standard: "GB/T 42195-2022" },
  disability: { grade: 1, kinds: ["limb"] },
  honours: [],
  facts: { a: true, b: 2 },
  died: null,
};

const household = {
  id: "h-1",
  area: "500229103205",
  members: [{ person: "p-1", relation: "self", cares: true }],
  monthlyIncomeFen: 120_000,
  assetsFen: 0,
};

const facility = {
  id: "f-1",
  kind: "townshipCareCentre",
  area: "500229103",
  name: "n",
  beds: 20,
  nursingBeds: 11,
  residents: { disabled: 1, semiDisabled: 2, selfCaring: 3 },
  rooms: ["bath"],
  events: [{ on: "2021-01-01", state: "built" }],
  checklist: { fire: true },
};

const caregiver = {
  id: "c-1",
  birthDate: "1980-01-01",
  sex: "female",
  roles: ["careWorker"],
  area: "500229103",
  skills: { bathing: 2 },
  certificates: [{ kind: "careWorker", level: 2, validTo: "2027-01-01" }],
  shifts: [{ weekdays: [1, 2], from: "08:00", to: "17:00" }],
};

const shapes = [
  ["a person", core.olderPersonSchema, person],
  ["a household", core.householdSchema, household],
  ["a facility", core.facilitySchema, facility],
  ["a caregiver", core.caregiverSchema, caregiver],
] as const satisfies readonly (readonly [string, v.GenericSchema, object])[];

/** Every place of a value, from the root downwards. */
function placesOf(value: unknown, at: readonly string[] = []): string[][] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, part]) => placesOf(part, [...at, key])) : [];
  return [[...at], ...inner];
}

function withPart(value: unknown, [key, ...rest]: readonly string[], part: unknown): unknown {
  if (key === undefined) return part;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === key ? withPart(item, rest, part) : item));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: withPart(record[key], rest, part) };
}

const without = (value: object, key: string) => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));

/** What may stand in a place by mistake, and what may rightly. */
const parts = fc.oneof(
  fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  fc.constantFrom<unknown>(
    "2026-02-30",
    "2026-11-21",
    "50022",
    "500229",
    "",
    "p-1",
    "rural",
    0,
    -1,
    3,
    2.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    null,
    undefined,
    true,
  ),
  fc.constantFrom<unknown>([], {}, ["destitute"], ["destitute", "destitute"], JSON.parse('{"__proto__": 1}'), { constructor: true }, [person]),
);

describe.each(shapes)("a quick look at %s", (_, schema, whole) => {
  const partial = v.partial(schema as v.StrictObjectSchema<v.ObjectEntries, undefined>) as v.GenericSchema;

  it("accepts what is in order, and what is left out of it where it may be", () => {
    expect(v.safeParse(schema, whole).issues).toBeUndefined();
    expect(quickCheck(schema)(whole)).toBe(true);
    for (const key of Object.keys(whole)) expect(quickCheck(partial)(without(whole, key))).toBe(true);
  });

  it("accepts nothing that valibot refuses or reads otherwise, whatever stands in a place of it", () => {
    const places = placesOf(whole);
    fc.assert(
      fc.property(fc.constantFrom(...places), parts, fc.boolean(), (place, part, all) => {
        const shape = all ? schema : partial;
        const value = withPart(whole, place, part);
        if (!quickCheck(shape)(value)) return;
        const read = v.safeParse(shape, value);
        expect(read.issues).toBeUndefined();
        expect(read.output).toEqual(value);
      }),
      { numRuns: 40 * (fc.readConfigureGlobal().numRuns ?? 100) },
    );
  });
});
