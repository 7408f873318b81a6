import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { serviceCredit } from "./serviceCredit.js";

const of = (amounts: readonly number[]) => amounts.map((amountFen, index) => ({ month: `2026-${String(index + 1).padStart(2, "0")}`, amountFen }));

describe("a benefit in kind", () => {
  it("buys whole services and carries what is left: 3,400 yuan at 85 yuan are 40 services", () => {
    const months = of([...Array.from({ length: 10 }, () => 30_000), 20_000, 20_000]);
    const { value, steps } = serviceCredit({ months, fenPerService: 8500, rounding: "down", carriedFen: 0, clauses: ["NY-3.3.4-c"] });
    expect(value).toMatchObject({ services: 40, carriedFen: 0 });
    expect(value.months.slice(0, 2)).toEqual([
      { month: "2026-01", services: 3, carriedFen: 4500 },
      { month: "2026-02", services: 4, carriedFen: 500 },
    ]);
    expect(steps[1]?.zh).toBe("2026-02：(45.00 + 300.00) ÷ 85.00，结转 5.00 元");
  });

  it("may advance part of a service against the next month, and never takes one back", () => {
    const { months } = serviceCredit({ months: of([100, 0, 0]), fenPerService: 80, rounding: "up", carriedFen: 0, clauses: [] }).value;
    expect(months.map(({ services, carriedFen }) => [services, carriedFen])).toEqual([
      [2, -60],
      [0, -60],
      [0, -60],
    ]);
  });

  it("refuses services that cost nothing", () => {
    expect(() => serviceCredit({ months: of([-1]), fenPerService: 0, rounding: "up", carriedFen: 0, clauses: [] })).toThrow(/\+1 more/);
  });

  it("refuses months that do not exist or come twice", () => {
    const months = [{ month: "2026-13", amountFen: 1 }, ...of([1]), ...of([1])];
    expect(() => serviceCredit({ months, fenPerService: 1, rounding: "up", carriedFen: 0, clauses: [] })).toThrow(
      /NOT_A_DATE at \/months\/0\/month.*\(\+1 more\)/,
    );
  });

  it("is never worth more or less than what was granted", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100_000), { maxLength: 12 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.constantFrom("up" as const, "down" as const, "halfUp" as const, "halfEven" as const),
        fc.nat(5000),
        (amounts, fenPerService, rounding, carriedFen) => {
          const { services, carriedFen: left } = serviceCredit({ months: of(amounts), fenPerService, rounding, carriedFen, clauses: [] }).value;
          expect(services * fenPerService + left).toBe(carriedFen + amounts.reduce((sum, fen) => sum + fen, 0));
          if (rounding === "down") expect(left >= 0 && (left < fenPerService || amounts.length === 0)).toBe(true);
        },
      ),
    );
  });
});
