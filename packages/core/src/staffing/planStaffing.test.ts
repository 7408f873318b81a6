import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EldercareError } from "../errors/issue.js";
import { rational } from "../money/rational.js";
import { planStaffing } from "./planStaffing.js";

const issuesOf = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof EldercareError) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
  }
  return [];
};

const ratio = (zh: string, residents: number, perCarer: string) => {
  const [numerator = "1", denominator = "1"] = perCarer.split("/");
  return { class: { zh, en: zh }, residents, residentsPerCarer: rational(BigInt(numerator), BigInt(denominator)) };
};

describe("staffing by ratio", () => {
  it("asks 16 for 47 disabled residents at 1:3", () => {
    const plan = planStaffing({ ratios: [ratio("失能", 47, "3")], rounding: "upPerClass", present: 12, clauses: ["CK-2.5-a"] });
    expect(plan.value).toEqual({ required: 16, present: 12, short: 4 });
    expect(plan.steps.map((step) => `${step.zh} = ${step.value}`)).toEqual(["失能 47 人 ÷ 3，进一取整 = 16", "应配 16 人 − 实配 12 人 = 4"]);
    expect(plan.clauses).toEqual(["CK-2.5-a"]);
  });

  it("adds the classes: 60, 80 and 60 at 1:1.5, 1:4 and 1:10 take 66", () => {
    const ratios = [ratio("失能", 60, "3/2"), ratio("半失能", 80, "4"), ratio("自理", 60, "10")];
    expect(planStaffing({ ratios, rounding: "upPerClass", present: 66, clauses: [] }).value).toEqual({ required: 66, present: 66, short: 0 });
  });

  it("rounds each class, or only their sum, as told", () => {
    const ratios = [ratio("失能", 1, "3"), ratio("自理", 1, "10")];
    expect(planStaffing({ ratios, rounding: "upPerClass", present: 0, clauses: [] }).value.required).toBe(2);
    expect(planStaffing({ ratios, rounding: "upInTotal", present: 0, clauses: [] }).value.required).toBe(1);
  });

  it("never asks fewer than the minimum", () => {
    expect(planStaffing({ ratios: [], minimum: 1, rounding: "upPerClass", present: 0, clauses: [] }).value).toEqual({
      required: 1,
      present: 0,
      short: 1,
    });
  });

  it("refuses a ratio of nobody and part of a person, both at once", () => {
    const ratios = [ratio("失能", 1, "0"), ratio("自理", 1.5, "10")];
    const found = issuesOf(() => planStaffing({ ratios, rounding: "upPerClass", present: -1, clauses: [] }));
    expect(found).toEqual(["OUT_OF_RANGE /ratios/0/residentsPerCarer", "NOT_A_WHOLE_NUMBER /ratios/1/residents", "OUT_OF_RANGE /present"]);
  });

  it("never asks fewer when residents rise", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(20), fc.constantFrom("upPerClass" as const, "upInTotal" as const), (a, b, more, rounding) => {
        const required = (first: number) =>
          planStaffing({ ratios: [ratio("失能", first, "3/2"), ratio("自理", b, "10")], rounding, present: 0, clauses: [] }).value.required;
        expect(required(a + more)).toBeGreaterThanOrEqual(required(a));
      }),
    );
  });

  it("always has enough staff for everybody, and never one too many", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 20 }), (residents, n, d) => {
        const { required } = planStaffing({ ratios: [ratio("入住", residents, `${n}/${d}`)], rounding: "upPerClass", present: 0, clauses: [] }).value;
        expect(required * n).toBeGreaterThanOrEqual(residents * d);
        expect((required - 1) * n).toBeLessThan(Math.max(1, residents * d));
      }),
    );
  });

  it("never asks more of the sum than of the classes", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 12 })), { maxLength: 4 }), (classes) => {
        const ratios = classes.map(([residents, perCarer]) => ratio("类", residents, String(perCarer)));
        const required = (rounding: "upPerClass" | "upInTotal") => planStaffing({ ratios, rounding, present: 0, clauses: [] }).value.required;
        expect(required("upInTotal")).toBeLessThanOrEqual(required("upPerClass"));
        expect(required("upPerClass") - required("upInTotal")).toBeLessThanOrEqual(classes.length);
      }),
    );
  });
});
