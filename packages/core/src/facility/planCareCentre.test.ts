import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlaceCandidate } from "../capacity/willingDemand.js";
import { rational } from "../money/rational.js";
import { planCareCentre } from "./planCareCentre.js";

const candidates = (count: number): PlaceCandidate[] =>
  Array.from({ length: count }, (_, index) => ({ id: `p-${index}`, entitled: true, willing: true }));
const centre = {
  candidates: candidates(47),
  beds: 60,
  nursingBeds: 50,
  nursingShareAtLeast: rational(4n, 5n),
  residentsPerCarer: rational(3n, 1n),
  staffPresent: 12,
  clauses: ["CK-2.1-c", "CK-2.5-a"],
};

describe("a centre of 60 beds, 50 of them nursing beds, for 47 willing disabled destitute persons (demonstration 5)", () => {
  const plan = planCareCentre(centre);

  it("has 83.3 % nursing beds, needs 16 staff and has 13 beds for others", () => {
    expect(plan.value).toMatchObject({
      nursing: "met",
      nursingShare: rational(5n, 6n),
      staffRequired: { least: 16, most: 16 },
      staffShort: { least: 4, most: 4 },
      short: { least: 0, most: 0 },
      spare: { least: 13, most: 13 },
    });
    expect(plan.steps.map(({ zh }) => zh)).toContain("护理型床位 50 ÷ 床位 60 = 83.3%，不低于 80%");
  });

  it("takes neither who is unwilling nor who is not entitled, and names of whom it is unknown", () => {
    const asked = [
      ...candidates(47),
      { id: "q-1", entitled: true, willing: false },
      { id: "q-2", entitled: false },
      { id: "q-3", willing: true },
      { id: "q-4" },
    ];
    const open = planCareCentre({ ...centre, candidates: asked }).value;
    expect(open.demand.open).toEqual([
      { id: "q-3", missing: ["entitled"] },
      { id: "q-4", missing: ["entitled", "willing"] },
    ]);
    expect(open).toMatchObject({ spare: { least: 11, most: 13 }, staffRequired: { least: 16, most: 17 } });
  });

  it("is short of beds where there are fewer, and staffs only the beds there are", () => {
    expect(planCareCentre({ ...centre, beds: 40, nursingBeds: 40 }).value).toMatchObject({
      short: { least: 7, most: 7 },
      staffRequired: { least: 14, most: 14 },
    });
  });

  it("says nothing about beds that are unknown", () => {
    const { beds: _, ...unknown } = centre;
    const open = planCareCentre(unknown).value;
    expect(open.nursing).toBe("undetermined");
    expect(open.short).toBeUndefined();
    // there may be none, so that nobody moves in, or enough for all
    expect(open).toMatchObject({ staffRequired: { least: 0, most: 16 }, staffShort: { least: 0, most: 4 } });
  });

  it("reports all that is wrong at once", () => {
    const wrong = {
      ...centre,
      nursingBeds: 61,
      staffPresent: -1,
      residentsPerCarer: rational(0n, 1n),
      candidates: [...candidates(1), ...candidates(1)],
    };
    expect(() => planCareCentre(wrong)).toThrow(/\+3 more/);
  });
});

describe("the bounds of a centre", () => {
  const answer = fc.option(fc.boolean(), { nil: undefined });
  const people = fc.array(fc.record({ entitled: answer, willing: answer }), { maxLength: 30 });

  it("hold whatever the unknown wishes and claims turn out to be", () => {
    fc.assert(
      fc.property(people, fc.nat(30), fc.boolean(), (some, beds, fill) => {
        const known = some.map(({ entitled, willing }, index) => ({
          id: `p-${index}`,
          ...(entitled === undefined ? {} : { entitled }),
          ...(willing === undefined ? {} : { willing }),
        }));
        const ask = (asked: readonly PlaceCandidate[]) => planCareCentre({ ...centre, candidates: asked, beds, nursingBeds: 0 }).value;
        const [open, full] = [ask(known), ask(known.map((each) => ({ entitled: fill, willing: fill, ...each })))];
        for (const key of ["short", "spare", "staffRequired", "staffShort"] as const) {
          const [bounds, exact] = [open[key], full[key]];
          expect(
            bounds !== undefined && exact !== undefined && exact.least === exact.most && bounds.least <= exact.least && exact.most <= bounds.most,
          ).toBe(true);
        }
      }),
    );
  });
});
