import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateDevices, type DeviceApplicant } from "./allocateDevices.js";

const order = [
  { key: "alone", title: { zh: "独居", en: "lives alone" }, first: "high" },
  { key: "age", title: { zh: "年龄", en: "age" }, first: "high" },
  { key: "metresToStation", title: { zh: "距站点", en: "distance to the station" }, first: "low" },
] as const;
const allocate = (applicants: readonly DeviceApplicant[], stock: number) =>
  allocateDevices({ stock, applicants, order, clauses: ["CK-2.12-b"] }).value;
// synthetic: 70 eligible persons, every third alone
const applicants: readonly DeviceApplicant[] = Array.from({ length: 70 }, (_, index) => ({
  id: `p-${String(index).padStart(2, "0")}`,
  values: { alone: index % 3 === 0, age: 70 + (index % 20), metresToStation: 1000 * (index % 4) },
}));

describe("50 wristbands for 70 eligible persons (demonstration 29)", () => {
  it("go to those who live alone, then to the oldest, and the 20 others are named", () => {
    const { served, notServed, open, kept } = allocate(applicants, 50);
    expect([served.length, notServed.length, open.length, kept]).toEqual([50, 20, 0, 0]);
    expect(served.slice(0, 24).every((id) => Number(id.slice(2)) % 3 === 0)).toBe(true);
    const ageOf = (id: string) => applicants.find((each) => each.id === id)?.values.age ?? 0;
    expect(Math.max(...notServed.map((id) => Number(ageOf(id))))).toBeLessThanOrEqual(Math.min(...served.slice(24).map((id) => Number(ageOf(id)))));
  });

  it("go by the last key, then by id, where all before is equal", () => {
    const equal = ["c", "a", "b"].map((id) => ({ id, values: { alone: true, age: 80, metresToStation: id === "c" ? 100 : 900 } }));
    expect(allocate(equal, 2)).toMatchObject({ served: ["c", "a"], notServed: ["b"] });
  });

  it("are kept for a person of unknown age, who could stand anywhere", () => {
    const one = { id: "x", values: { alone: false, metresToStation: 0 } };
    const known = [
      { id: "a", values: { alone: true, age: 70, metresToStation: 0 } },
      { id: "b", values: { alone: false, age: 75, metresToStation: 0 } },
    ];
    expect(allocate([...known, one], 2)).toEqual({ served: ["a"], notServed: [], open: ["b", "x"], missing: [{ id: "x", keys: ["age"] }], kept: 1 });
    expect(allocate([...known, one], 1)).toMatchObject({ served: ["a"], notServed: ["b", "x"], open: [] });
    expect(allocate([...known, one], 3)).toMatchObject({ open: [], kept: 0 });
  });
});

describe("an allocation", () => {
  const value = fc.option(fc.nat(3), { nil: undefined });
  const people = fc.array(fc.record({ alone: value, age: value, metresToStation: value }), { maxLength: 9 }).map((some) =>
    some.map((values, index) => ({
      id: `p-${index}`,
      values: Object.fromEntries(Object.entries(values).filter((each): each is [string, number] => each[1] !== undefined)),
    })),
  );

  it("holds for those who are settled, whatever the unknown values turn out to be", () => {
    fc.assert(
      fc.property(people, fc.nat(9), fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 27, maxLength: 27 }), (some, stock, fill) => {
        const { served, notServed, open, kept } = allocate(some, stock);
        const filled = some.map(({ id, values }, index) => ({
          id,
          values: { alone: fill[3 * index] ?? 0, age: fill[3 * index + 1] ?? 0, metresToStation: fill[3 * index + 2] ?? 0, ...values },
        }));
        const full = allocate(filled, stock);
        expect(full.open).toEqual([]);
        expect(served.every((id) => full.served.includes(id))).toBe(true);
        expect(notServed.every((id) => full.notServed.includes(id))).toBe(true);
        expect(full.served.filter((id) => open.includes(id)).length).toBe(kept);
      }),
      { numRuns: 300 },
    );
  });

  it("comes out the same in whatever order the applicants are given", () => {
    fc.assert(
      fc.property(people, fc.nat(9), (some, stock) => {
        expect(allocate([...some].reverse(), stock)).toEqual(allocate(some, stock));
      }),
    );
  });
});
