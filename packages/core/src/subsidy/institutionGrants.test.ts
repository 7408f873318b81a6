import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type InstitutionGrantQuestion, institutionGrants } from "./institutionGrants.js";

// example rates: the documents leave them open
const rates = { disabled: 20_000, semiDisabled: 10_000, selfCaring: 5000 };
const month = (residents: Readonly<Record<string, number>>, name = "2026-01") => ({ month: name, residents });
const ask = (question: Partial<InstitutionGrantQuestion>) =>
  institutionGrants({ months: [], fenPerResidentMonth: rates, clauses: ["CL-2.2.4-b"], ...question }).value;
const everyone = { disabled: 30, semiDisabled: 20, selfCaring: 10 };

describe("what an institution is granted", () => {
  it("is a sum for each bed built and, each month, for each resident by class", () => {
    const { value, steps } = institutionGrants({
      construction: { beds: 40, fenPerBed: 300_000 },
      months: [month(everyone), month({ ...everyone, disabled: 31 }, "2026-02")],
      fenPerResidentMonth: rates,
      clauses: ["CL-2.2.4-b"],
    });
    expect(value).toMatchObject({ construction: { least: 12_000_000, most: 12_000_000 }, operation: { least: 1_720_000, most: 1_720_000 } });
    expect(value.total).toEqual({ least: 13_720_000, most: 13_720_000 });
    expect(steps.map(({ zh, value: printed }) => `${zh} = ${printed}`)).toEqual([
      "床位建设补助：新建床位 40 张 = 120000.00 元",
      "2026-01 运营补助 = 8500.00 元",
      "2026-02 运营补助 = 8700.00 元",
      "合计 = 137200.00 元",
    ]);
  });

  it("is open upwards where beds or residents are not counted and nothing bounds them", () => {
    expect(ask({ construction: { fenPerBed: 1 } }).construction).toEqual({ least: 0 });
    expect(ask({ months: [month({ disabled: 1, semiDisabled: 0 })] }).months[0]).toEqual({
      month: "2026-01",
      fen: { least: 20_000 },
      missing: ["selfCaring"],
    });
  });

  it("is refused for a class without a rate, for more residents than there can be, and for a month twice", () => {
    const wrong = [month({ disabled: 3, disabeld: 1 }), month({}), month({}, "2026-13")];
    expect(() => ask({ months: wrong, residentsAtMost: 3 })).toThrow(/DUPLICATE_ID at \/months\/1\/month.*\(\+3 more\)/);
  });

  it("lies within its bounds, whoever is not counted", () => {
    const classes = ["disabled", "semiDisabled", "selfCaring"] as const;
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }), fc.subarray([...classes]), fc.nat(30), (counts, hidden, spare) => {
        const all = Object.fromEntries(classes.map((name, index) => [name, counts[index] ?? 0]));
        const some = Object.fromEntries(Object.entries(all).filter(([name]) => !hidden.some((each) => each === name)));
        const residentsAtMost = counts.reduce((sum, count) => sum + count, spare);
        const exact = ask({ months: [month(all)], residentsAtMost }).total;
        const open = ask({ months: [month(some)], residentsAtMost }).total;
        expect(exact.least).toBe(exact.most);
        expect(open.least).toBeLessThanOrEqual(exact.least);
        expect(open.most ?? 0).toBeGreaterThanOrEqual(exact.least);
      }),
    );
  });
});
