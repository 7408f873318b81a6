import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownShare } from "../counting/knownShare.js";
import { addRational, type Rational, rational } from "../money/rational.js";
import { trackTarget } from "../network/trackTarget.js";
import { gbt37276 } from "./gbt37276.js";
import { type GradedInstitution, gradedShare } from "./gradedShare.js";
import { gradeInstitution } from "./gradeInstitution.js";

const points = (value: number): Rational => rational(BigInt(value), 1n);
const scores = (environment: number, facilities: number, operation: number, service: number) => ({
  environment: points(environment),
  facilities: points(facilities),
  operation: points(operation),
  service: points(service),
});
const grade = (given: Readonly<Record<string, Rational>>) => gradeInstitution({ sheet: gbt37276, scores: given, clauses: ["CL-2.4.14-a"] }).value;

describe("the score sheet of GB/T 37276", () => {
  it("adds up to 1,000 points, with thresholds that never fall", () => {
    expect(gbt37276.parts.map(({ most }) => most).reduce(addRational)).toEqual(points(1000));
    expect(gbt37276.levels.map(({ total }) => Number(total.numerator))).toEqual([360, 450, 570, 780, 900]);
  });

  it("says which of its values are only recalled", () => {
    expect(gbt37276.validity.verified).toBe(false);
    expect(grade(scores(120, 130, 150, 600)).verified).toBe(false);
  });
});

describe("the grade of an institution", () => {
  it("asks for the total and for each part, borders included", () => {
    expect(grade(scores(120, 130, 150, 600)).least).toBe(5);
    expect(grade(scores(60, 65, 75, 300)).least).toBe(2);
    expect(grade(scores(60, 65, 75, 299)).least).toBe(1);
    // 940 points in all, but 47 of 120 are less than 40 %
    expect(grade(scores(47, 130, 150, 600)).least).toBe(0);
  });

  it("lies between bounds where a part is not scored", () => {
    const { operation: _, ...known } = scores(120, 130, 150, 540);
    expect(grade(known)).toMatchObject({ least: 0, most: 5, missing: ["operation"], total: { least: points(790), most: points(940) } });
  });

  it("refuses points above the most, and parts that the sheet does not know", () => {
    expect(() => grade({ environment: points(121), kitchen: points(1) })).toThrow(/OUT_OF_RANGE at \/scores\/environment.*\+1 more/);
  });

  it("is not asked with what is no fraction, which is said among all else that is wrong", () => {
    const wrong = { environment: { numerator: 1n, denominator: 0n }, garden: rational(1n, 1n) };
    expect(() => gradeInstitution({ sheet: gbt37276, scores: wrong, clauses: [] })).toThrow(/NOT_A_NUMBER at \/scores\/environment.*\(\+1 more\)/);
  });

  it("never falls when a score rises, and lies within the bounds of what was unknown", () => {
    const part = (most: number) => fc.nat(most);
    const all = fc.tuple(part(120), part(130), part(150), part(600));
    fc.assert(
      fc.property(all, all, fc.subarray(["environment", "facilities", "operation", "service"]), ([a, b, c, d], [e, f, g, h], hidden) => {
        const lower = scores(a, b, c, d);
        const higher = scores(Math.max(a, e), Math.max(b, f), Math.max(c, g), Math.max(d, h));
        expect(grade(higher).least).toBeGreaterThanOrEqual(grade(lower).least);
        const known = grade(Object.fromEntries(Object.entries(lower).filter(([id]) => !hidden.includes(id))));
        const exact = grade(lower);
        expect(exact.least).toBe(exact.most);
        expect(known.least <= exact.least && exact.most <= known.most).toBe(true);
      }),
    );
  });
});

describe("the share of graded institutions", () => {
  const institutions = (...grades: readonly (number | null)[]): GradedInstitution[] =>
    grades.map((each, index) => ({ id: `i-${String(index).padStart(2, "0")}`, grade: each }));
  const share = (some: readonly GradedInstitution[], validityMonths?: number) =>
    gradedShare({
      institutions: some,
      grade: 2,
      atLeast: rational(4n, 5n),
      ...(validityMonths === undefined ? {} : { validityMonths }),
      on: "2025-12-31",
      clauses: ["CL-1.2-c"],
    });

  it("is 81.8 % with 9 of 11 public institutions at level 2 or above, and enough (demonstration 36)", () => {
    const { value, steps } = share(institutions(2, 2, 2, 3, 2, 2, 5, 2, 2, 1, null));
    expect(value).toMatchObject({ outcome: "met", share: { least: rational(9n, 11n), most: rational(9n, 11n) } });
    expect(steps.map(({ zh, value: printed }) => `${zh} = ${printed}`)).toEqual(["2 级以上 9 ÷ 11 = 81.8%", "不低于 80% = ✓"]);
  });

  it("is open where a grade is unknown, and not counted as none", () => {
    const { value } = share([...institutions(2, 2, 2, 3, 2, 2, 5, 2, 1, null), { id: "z" }]);
    expect(value).toMatchObject({ outcome: "undetermined", unknown: ["z"] });
  });

  it("leaves out grades that have lapsed, and asks for their day where they may", () => {
    const some = [
      { id: "a", grade: 3, gradedOn: "2022-12-31" },
      { id: "b", grade: 3, gradedOn: "2022-12-30" },
      { id: "c", grade: 3, gradedOn: "2026-01-01" },
      { id: "d", grade: 3 },
    ];
    expect(share(some, 36).value).toMatchObject({ yes: ["a"], no: ["b", "c"], unknown: ["d"] });
    expect(share(some).value).toMatchObject({ yes: ["a", "b", "d"], no: ["c"] });
  });

  it("has no sense without institutions", () => {
    expect(share([]).value.outcome).toBe("undetermined");
  });
});

describe("a share of facilities that meet GB/T 35796 (CK-1.3-f, CK-1.3-g)", () => {
  it("is a known share against a target: 7 of 10 homes reach 65 %, and one home whose record is missing leaves 6 of 10 open", () => {
    const share = (yes: number, unknown: number) =>
      knownShare(Array.from({ length: 10 }, (_, index) => [`home-${index}`, index < yes ? true : index < yes + unknown ? undefined : false] as const))
        .share;
    const state = (yes: number, unknown = 0) => {
      const observed = share(yes, unknown);
      const required = rational(13n, 20n);
      return trackTarget({
        op: ">=",
        required,
        ...(observed === undefined ? {} : { observed }),
        by: "2022-12-31",
        on: "2023-01-01",
        clauses: ["CK-1.3-g"],
      }).value;
    };
    expect([state(7), state(6), state(6, 1)]).toEqual(["met", "overdue", "undetermined"]);
  });
});
