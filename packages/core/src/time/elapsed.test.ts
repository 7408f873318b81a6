import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, ageOn } from "./civilDate.js";
import { monthsBetween, yearsBetween } from "./elapsed.js";

const dates = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1900-01-01", days));

describe("the time between two dates", () => {
  it("is a full month on the same day of the next, or on its last day where it has no such day", () => {
    expect(monthsBetween("2026-01-15", "2026-02-14")).toBe(0);
    expect(monthsBetween("2026-01-15", "2026-02-15")).toBe(1);
    expect(monthsBetween("2026-01-31", "2026-02-27")).toBe(0);
    expect(monthsBetween("2024-01-31", "2024-02-29")).toBe(1);
    expect(monthsBetween("2026-02-28", "2026-03-27")).toBe(0);
  });

  it("holds as many months as can be added without passing the end", () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const months = monthsBetween(from, to);
        expect(addMonths(from, months) <= to).toBe(true);
        expect(addMonths(from, months + 1) > to).toBe(true);
      }),
    );
  });

  it("is the same backwards, negative", () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(monthsBetween(a, b) + monthsBetween(b, a)).toBe(0);
        expect(yearsBetween(a, b) + yearsBetween(b, a)).toBe(0);
      }),
    );
  });

  it("in years is an age", () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const [birth, on] = a < b ? [a, b] : [b, a];
        expect(yearsBetween(birth, on)).toBe(ageOn(birth, on));
      }),
    );
  });

  it("is asked of dates that exist", () => {
    expect(() => monthsBetween("2026-02-30", "2026-03-01")).toThrow(RangeError);
  });
});
