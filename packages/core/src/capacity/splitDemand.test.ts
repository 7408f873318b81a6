import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "../money/rational.js";
import { placeGap } from "./placeGap.js";
import { splitDemand } from "./splitDemand.js";
import { willingDemand } from "./willingDemand.js";

const setting = (id: string, percent: bigint, places?: number) => ({
  id,
  title: { zh: id, en: id },
  share: rational(percent, 100n),
  ...(places === undefined ? {} : { places }),
});
const settings = [setting("home", 90n), setting("community", 7n), setting("institution", 3n, 2600)];

describe("9073 for 100,000 older persons (demonstration 41)", () => {
  it("plans 3,000 institutional places, 400 more than there are", () => {
    const { value, steps } = splitDemand({ olderPersons: 100_000, settings, clauses: ["NY-1-a"] });
    expect(value.map(({ persons }) => persons)).toEqual([90_000, 7_000, 3_000]);
    expect(value[2]?.short).toEqual({ least: 400, most: 400 });
    expect(value[0]?.short).toBeUndefined();
    expect(steps.at(-1)).toEqual({ zh: "institution：3000 − 现有 2600，缺口", en: "institution: 3000 − 2600 there, short", value: "400" });
  });

  it("loses nobody to rounding", () => {
    expect(splitDemand({ olderPersons: 55, settings, clauses: [] }).value.map(({ persons }) => persons)).toEqual([49, 4, 2]);
  });

  it("refuses shares that are not the whole", () => {
    expect(() => splitDemand({ olderPersons: 1, settings: settings.slice(1), clauses: [] })).toThrow("SHARES_NOT_WHOLE at /settings");
    expect(() => splitDemand({ olderPersons: 0.5, settings, clauses: [] })).toThrow("NOT_A_WHOLE_NUMBER");
  });

  it("gives each setting its exact share, less than one person off, and everyone a setting", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.nat(50), { minLength: 1, maxLength: 6 }), (olderPersons, weights) => {
        const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
        fc.pre(total > 0n);
        const parts = weights.map((weight, index) => ({ id: String(index), title: { zh: "", en: "" }, share: rational(BigInt(weight), total) }));
        const { value } = splitDemand({ olderPersons, settings: parts, clauses: [] });
        expect(value.reduce((sum, { persons }) => sum + persons, 0)).toBe(olderPersons);
        for (const [index, { persons }] of value.entries()) {
          const off = BigInt(persons) * total - BigInt(olderPersons) * BigInt(weights[index] ?? 0);
          expect(off < total && -off < total).toBe(true);
        }
      }),
    );
  });
});

describe("places for those who want them", () => {
  it("are between bounds where wishes are unknown", () => {
    const demand = willingDemand([
      { id: "b", entitled: true },
      { id: "a", entitled: true, willing: true },
      { id: "c", willing: false },
    ]);
    expect(demand).toEqual({ certain: ["a"], open: [{ id: "b", missing: ["willing"] }], least: 1, most: 2 });
    expect(placeGap({ demand, places: 1, clauses: [] }).value).toEqual({ short: { least: 0, most: 1 }, spare: { least: 0, most: 0 } });
  });

  it("are unknown where nobody has counted the beds", () => {
    expect(placeGap({ demand: { least: 1, most: 1 }, clauses: [] }).value).toEqual({});
  });

  it("cannot have their bounds the wrong way round", () => {
    expect(() => placeGap({ demand: { least: 2, most: 1 }, places: 1, clauses: [] })).toThrow("OUT_OF_RANGE at /demand/most");
  });
});
