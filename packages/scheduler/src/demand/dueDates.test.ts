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
  it("falls due as often as its frequency says, whatever weeks a year is cut into", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.constantFrom("month" as const, "year" as const), fc.string(), (times, per, key) => {
        let visits = 0;
        for (let from = "2026-01-01"; from <= "2026-12-31"; from = addDays(from, 7)) {
          const to = addDays(from, 6) > "2026-12-31" ? "2026-12-31" : addDays(from, 6);
          visits += dueDates({ times, per }, { from, to }, [1, 2, 3, 4, 5, 6, 7], key).length;
        }
        expect(visits).toBe(per === "month" ? 12 * times : times);
      }),
    );
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
