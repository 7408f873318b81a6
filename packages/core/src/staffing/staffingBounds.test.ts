import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "../money/rational.js";
import { planStaffing } from "./planStaffing.js";
import { staffByBearer } from "./staffByBearer.js";
import { type BoundedStaffingRatio, staffingBounds } from "./staffingBounds.js";

const ratio = (name: string, perCarer: bigint, residents?: number, residentsAtMost?: number): BoundedStaffingRatio => ({
  class: { zh: name, en: name },
  residentsPerCarer: rational(perCarer, 1n),
  ...(residents === undefined ? {} : { residents }),
  ...(residentsAtMost === undefined ? {} : { residentsAtMost }),
});
const bounds = (ratios: BoundedStaffingRatio[], present?: number) =>
  staffingBounds({ ratios, rounding: "upPerClass", ...(present === undefined ? {} : { present }), clauses: [] }).value;

describe("staff for residents who are not all counted", () => {
  it("is open upwards where nothing bounds the unknown", () => {
    expect(bounds([ratio("disabled", 3n, 6), ratio("able", 10n)], 5)).toEqual({ state: "undetermined", leastRequired: 2, missing: ["able"] });
  });

  it("is short for sure where the known residents alone take more", () => {
    expect(bounds([ratio("disabled", 3n, 6), ratio("able", 10n)], 1).state).toBe("short");
  });

  it("is enough for sure where even a full house takes no more", () => {
    expect(bounds([ratio("disabled", 3n, 6), ratio("able", 10n, undefined, 20)], 4)).toMatchObject({ state: "enough", mostRequired: 4 });
    expect(bounds([ratio("disabled", 3n, 6), ratio("able", 10n, undefined, 20)], 3).state).toBe("undetermined");
  });

  it("is open where nobody has listed the staff", () => {
    expect(bounds([ratio("disabled", 3n, 6)])).toEqual({ state: "undetermined", leastRequired: 2, mostRequired: 2, missing: ["present"] });
  });

  it("holds the true number within its bounds, whoever is not counted", () => {
    const one = fc.record({ perCarer: fc.bigInt({ min: 1n, max: 12n }), residents: fc.nat(100), spare: fc.nat(50), known: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 4 }), (classes) => {
        const ratios = classes.map(({ perCarer, residents, spare, known }) =>
          known ? ratio("c", perCarer, residents) : ratio("c", perCarer, undefined, residents + spare),
        );
        const full = classes.map(({ perCarer, residents }) => ({ ...ratio("c", perCarer), residents }));
        const { required } = planStaffing({ ratios: full, rounding: "upPerClass", present: 0, clauses: [] }).value;
        const { leastRequired, mostRequired } = bounds(ratios);
        expect(leastRequired).toBeLessThanOrEqual(required);
        expect(mostRequired ?? -1).toBeGreaterThanOrEqual(required);
      }),
    );
  });

  it("refuses more residents than there can be", () => {
    expect(() => bounds([ratio("disabled", 3n, 21, 20)])).toThrow(/OUT_OF_RANGE at \/ratios\/0\/residents/);
  });
});

describe("posts by who bears them", () => {
  const bearers = { publicWelfare: "county", establishment: "county", contract: "operator" };
  const posts = (...kinds: (string | undefined)[]) =>
    staffByBearer({
      staff: kinds.map((post, index) => ({ id: `c-${index}`, ...(post === undefined ? {} : { post }) })),
      bearers,
      planned: { county: 2, operator: 1 },
      clauses: ["NY-3.2.4-b"],
    }).value;

  it("are counted against the plan", () => {
    expect(posts("publicWelfare", "establishment", "contract").bearers.map(({ state }) => state)).toEqual(["met", "met"]);
    expect(posts("publicWelfare", "contract").bearers.map(({ bearer, present, state }) => [bearer, present, state])).toEqual([
      ["county", 1, "short"],
      ["operator", 1, "met"],
    ]);
  });

  it("of an unknown kind may be anybody's, and are named", () => {
    const { bearers: found, unassigned } = posts("publicWelfare", undefined, "volunteer");
    expect(found.map(({ present, presentAtMost, state }) => [present, presentAtMost, state])).toEqual([
      [1, 3, "undetermined"],
      [0, 2, "undetermined"],
    ]);
    expect(unassigned).toEqual(["c-1", "c-2"]);
  });

  it("are nobody's by accident: a kind that every object has a word for is unknown too", () => {
    const { bearers: found, unassigned } = posts("constructor", "toString");
    expect(unassigned).toEqual(["c-0", "c-1"]);
    expect(found.map(({ present, presentAtMost }) => [present, presentAtMost])).toEqual([
      [0, 2],
      [0, 2],
    ]);
  });
});
