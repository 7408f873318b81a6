import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EldercareError } from "../errors/issue.js";
import { addDays, datesBetween } from "./civilDate.js";
import { daysOfMonth, isCivilMonth, lastDayOfMonth, monthAfter, monthOf } from "./civilMonth.js";
import { type CivilPeriod, daysIn, intersectPeriods, isDayIn, monthsOfPeriod, splitByMonth, splitByYear, subtractPeriod } from "./civilPeriod.js";

const periods = fc
  .tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 900 }))
  .map(([start, length]): CivilPeriod => ({ from: addDays("1900-01-01", start), to: addDays("1900-01-01", start + length) }));
// near each other, so that they often overlap
const near = (base: CivilPeriod) =>
  fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 400 })).map(([shift, length]): CivilPeriod => {
    const from = addDays(base.from, shift);
    return { from, to: addDays(from, length) };
  });
const pairs = periods.chain((a) => near(a).map((b): [CivilPeriod, CivilPeriod] => [a, b]));
const daysOf = (parts: readonly CivilPeriod[]): string[] => parts.flatMap(({ from, to }) => datesBetween(from, to));

describe("a period", () => {
  it("includes its first and its last day", () => {
    expect(daysIn({ from: "2026-01-31", to: "2026-01-31" })).toBe(1);
    expect(daysIn({ from: "2024-01-01", to: "2024-12-31" })).toBe(366);
    expect(isDayIn("2026-02-01", { from: "2026-01-01", to: "2026-01-31" })).toBe(false);
  });

  it("that ends before it begins, or has no dates, is refused with all that is wrong", () => {
    const codes = (period: CivilPeriod): string[] => {
      try {
        daysIn(period);
        return [];
      } catch (error) {
        return error instanceof EldercareError ? error.issues.map(({ code, pointer }) => `${code} ${pointer}`) : ["?"];
      }
    };
    expect(codes({ from: "2026-02-01", to: "2026-01-31" })).toEqual(["PERIOD_REVERSED "]);
    expect(codes({ from: "2026-02-30", to: "soon" })).toEqual(["NOT_A_DATE /from", "NOT_A_DATE /to"]);
    expect(() => subtractPeriod({ from: "2026-02-01", to: "2026-01-31" }, { from: "2026-01-01", to: "2026-01-01" })).toThrow("PERIOD_REVERSED");
  });

  it.each([
    ["months", splitByMonth, 7],
    ["years", splitByYear, 4],
  ])("cut by %s keeps every day once, in order, each part in one of them", (_, split, digits) => {
    fc.assert(
      fc.property(periods, (period) => {
        const parts = split(period);
        expect(daysOf(parts)).toEqual(datesBetween(period.from, period.to));
        expect(parts.every(({ from, to }) => from.slice(0, digits) === to.slice(0, digits))).toBe(true);
        expect(new Set(parts.map(({ from }) => from.slice(0, digits))).size).toBe(parts.length);
      }),
    );
  });

  it("touches the months of its days", () => {
    fc.assert(
      fc.property(periods, (period) => {
        expect(monthsOfPeriod(period)).toEqual([...new Set(datesBetween(period.from, period.to).map(monthOf))]);
      }),
    );
  });

  it("is what it shares with another and what it does not", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const shared = intersectPeriods(a, b);
        const rest = subtractPeriod(a, b);
        const daysOfA = datesBetween(a.from, a.to);
        expect(shared === undefined ? [] : daysOf([shared])).toEqual(daysOfA.filter((date) => isDayIn(date, b)));
        expect(daysOf(rest)).toEqual(daysOfA.filter((date) => !isDayIn(date, b)));
        expect(intersectPeriods(b, a)).toEqual(shared);
      }),
    );
  });
});

describe("a month", () => {
  it("must exist", () => {
    expect(["2024-02", "2024-00", "2024-13", "2024-2", "2024-02-01", 202402].map(isCivilMonth)).toEqual([true, false, false, false, false, false]);
    expect(() => daysOfMonth("2024-13")).toThrow(RangeError);
  });

  it("has a day after its last that begins the next", () => {
    fc.assert(
      fc.property(periods, ({ from }) => {
        const month = monthOf(from);
        expect(addDays(lastDayOfMonth(month), 1)).toBe(`${monthAfter(month)}-01`);
        expect(daysOfMonth(month)).toBe(Number(lastDayOfMonth(month).slice(8)));
        expect(monthAfter(monthAfter(month, 17), -17)).toBe(month);
      }),
    );
  });
});
