import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReferralFacility, type ReferralQuestion, type ReferralSetting, referPerson } from "./referPerson.js";

const thresholds: ReferralQuestion["thresholds"] = [
  { fromLevel: 0, setting: "home" },
  { fromLevel: 2, setting: "community" },
  { fromLevel: 3, setting: "institution" },
];
const facility = (id: string, freeBeds?: number, distanceMetres?: number): ReferralFacility => ({
  id,
  setting: "institution",
  ...(freeBeds === undefined ? {} : { freeBeds }),
  ...(distanceMetres === undefined ? {} : { distanceMetres }),
});
const refer = (level: number, facilities: ReferralFacility[], current: ReferralSetting = "home", mostLevel = level) =>
  referPerson({ person: "p-1", leastLevel: level, mostLevel, current, thresholds, facilities, clauses: ["IM-2.2-g"] }).value;

describe("demonstration 40", () => {
  it("a level that becomes severe gives a referral to the sumu centre with a free bed, and a pick-up stop", () => {
    expect(refer(3, [facility("full", 0, 2000), facility("sumuCentre", 1, 18_000), facility("far", 9, 60_000)])).toEqual({
      state: "refer",
      setting: "institution",
      facility: "sumuCentre",
      distanceMetres: 18_000,
      pickUp: { person: "p-1", from: "home", to: "sumuCentre" },
      ask: [],
    });
  });
});

describe("a referral", () => {
  it("leaves the person where the level asks for no other setting, and brings them home when they recover", () => {
    expect(refer(1, [])).toEqual({ state: "stay", setting: "home", ask: [] });
    expect(refer(4, [], "institution").state).toBe("stay");
    expect(refer(1, [], "institution")).toEqual({ state: "refer", setting: "home", ask: [] });
  });

  it("waits with the reason where there is no bed or no facility", () => {
    expect(refer(3, [facility("full", 0, 100)])).toMatchObject({ state: "waiting", why: "noFreeBed" });
    expect(refer(2, [facility("full", 5, 100)])).toMatchObject({ state: "waiting", setting: "community", why: "noFacility" });
  });

  it("does not take unknown beds for none: it names whom to ask", () => {
    expect(refer(3, [facility("full", 0, 100), facility("silent", undefined, 200)])).toMatchObject({
      state: "undetermined",
      why: "bedsUnknown",
      ask: ["silent"],
    });
    expect(refer(3, [facility("near", undefined, 100), facility("free", 1, 200), facility("far", undefined, 300)])).toMatchObject({
      facility: "free",
      ask: ["near"],
    });
  });

  it("does not take an unknown distance for near or far", () => {
    expect(refer(3, [facility("somewhere", 1), facility("free", 1, 200)])).toMatchObject({ facility: "free", ask: ["somewhere"] });
    expect(refer(3, [facility("somewhere", 1)])).toMatchObject({ facility: "somewhere", ask: [] });
    // one that is full need not be asked how far it is
    expect(refer(3, [facility("full", 0), facility("free", 1, 200)]).ask).toEqual([]);
  });

  it("is open where the level is, unless every possible level asks for the same", () => {
    expect(refer(2, [facility("free", 1, 200)], "home", 3)).toEqual({ state: "undetermined", why: "levelUnknown", ask: [] });
    expect(refer(3, [facility("free", 1, 200)], "home", 4).state).toBe("refer");
  });

  it("goes to no farther facility than another with a free bed, in whatever order they come", () => {
    const some = fc.array(fc.tuple(fc.nat(2), fc.nat(50)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(some, (beds) => {
        const facilities = beds.map(([free, metres], index) => facility(`f-${index}`, free, metres));
        const found = refer(3, facilities);
        expect(refer(3, facilities.toReversed())).toEqual(found);
        const free = facilities.filter(({ freeBeds = 0 }) => freeBeds > 0).map(({ distanceMetres = 0 }) => distanceMetres);
        expect(found.distanceMetres).toBe(free.length === 0 ? undefined : Math.min(...free));
      }),
    );
  });

  it("refuses thresholds out of order and beds that are no number", () => {
    const question = { person: "p", leastLevel: 3, mostLevel: 2, current: "home" as const, facilities: [facility("f", -1, Number.NaN)], clauses: [] };
    expect(() => referPerson({ ...question, thresholds: [...thresholds].reverse() })).toThrow(/OUT_OF_RANGE at \/mostLevel.*\(\+4 more\)/);
  });
});
