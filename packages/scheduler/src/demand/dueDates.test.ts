import { addDays, weekdayOf } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueDates } from "./dueDates.js";

const week = { from: "2026-11-23", to: "2026-11-29" };
const workdays = [1, 2, 3, 4, 5];

describe("a weekly service", () => {
  it("gets consecutive slices of the allowed days", () => {
    expect(dueDates({ times: 2, per: "week" }, week, workdays, "p-17/bathing")).toEqual([
      ["2026-11-23", "2026-11-24"],
      ["2026-11-25", "2026-11-26", "2026-11-27"],
    ]);
    expect(dueDates({ times: 1, per: "week" }, week, [6], "p")).toEqual([["2026-11-28"]]);
  });

  it("is made as often as it is due, even where that is more often than there are days", () => {
    expect(dueDates({ times: 3, per: "week" }, week, [1, 2], "p").map((dates) => dates.length)).toEqual([1, 1, 1]);
  });

  it("is made once in a week that two periods share, never twice and never not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 5 }), (times, cut) => {
        const monday = week.from;
        const first = dueDates({ times, per: "week" }, { from: monday, to: addDays(monday, cut) }, [1, 2, 3, 4, 5, 6, 7], "p");
        const second = dueDates({ times, per: "week" }, { from: addDays(monday, cut + 1), to: week.to }, [1, 2, 3, 4, 5, 6, 7], "p");
        expect(first.length + second.length).toBe(times);
      }),
    );
  });
});

describe("a monthly or yearly service", () => {
  it("falls due as often as its frequency says, whatever periods a year is cut into and whatever weekdays are allowed", () => {
    const year = { from: "2026-01-01", to: "2026-12-31" };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom("month" as const, "year" as const),
        fc.string(),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 364 }), { maxLength: 60 }),
        (times, per, key, weekdays, cuts) => {
          const starts = [0, ...cuts.sort((a, b) => a - b)];
          const parts = starts.map((start, index) => ({ from: addDays(year.from, start), to: addDays(year.from, (starts[index + 1] ?? 365) - 1) }));
          const made = parts.map((part) => dueDates({ times, per }, part, weekdays, key).length).reduce((sum, count) => sum + count, 0);
          expect(made).toBe(per === "month" ? 12 * times : times);
          expect(made).toBe(dueDates({ times, per }, year, weekdays, key).length);
        },
      ),
    );
  });

  it("moves from an excluded weekday to the next allowed one, at the end of a month to the last", () => {
    // of keys enough that every day of the month is somebody's due day
    const keys = Array.from({ length: 500 }, (_, index) => `p-${index}`);
    const dueOn = (date: string): number =>
      keys.filter((key) => dueDates({ times: 1, per: "month" }, { from: date, to: date }, [1], key).length > 0).length;
    // Mondays of November 2026: 2, 9, 16, 23 and 30; of October the last is the 26th
    const counts = ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30"].map(dueOn);
    expect(counts.every((count) => count > 0)).toBe(true);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(keys.length);
    expect(dueOn("2026-10-26")).toBeGreaterThan(dueOn("2026-10-19"));
  });

  it("may be made on any allowed day of the period in which it falls due", () => {
    const month = { from: "2026-11-01", to: "2026-11-30" };
    const [dates = []] = dueDates({ times: 1, per: "month" }, month, [2], "p-3/health");
    expect(dates).toEqual(["2026-11-03", "2026-11-10", "2026-11-17", "2026-11-24"]);
    expect(dates.map(weekdayOf)).toEqual([2, 2, 2, 2]);
  });

  it("is spread evenly over the weeks of a month", () => {
    const people = Array.from({ length: 3_000 }, (_, index) => `p-${index}/health`);
    const due = people.filter((key) => dueDates({ times: 1, per: "month" }, week, workdays, key).length > 0).length;
    // a week holds 7 of November's 30 days
    expect(due / people.length).toBeGreaterThan((7 / 30) * 0.9);
    expect(due / people.length).toBeLessThan((7 / 30) * 1.1);
  });
});
