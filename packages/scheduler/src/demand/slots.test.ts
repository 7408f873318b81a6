import { daysBetween, monthsOfPeriod } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueAfter, Slots } from "./slots.js";

const everyDay = [1, 2, 3, 4, 5, 6, 7];

describe("the time to the next visit", () => {
  it("is whole months where a frequency leaves whole months, to the last day of a shorter one", () => {
    expect(dueAfter({ times: 1, per: "month" }, "2026-01-31")).toBe("2026-02-28");
    expect(dueAfter({ times: 1, per: "month" }, "2024-01-30")).toBe("2024-02-29");
    expect(dueAfter({ times: 12, per: "year" }, "2026-01-31")).toBe("2026-02-28");
    expect(dueAfter({ times: 3, per: "year" }, "2026-10-31")).toBe("2027-02-28");
    expect(dueAfter({ times: 1, per: "year" }, "2024-02-29")).toBe("2025-02-28");
  });

  it("is else the days of the week, month or year over the visits in it", () => {
    expect(dueAfter({ times: 1, per: "week" }, "2026-11-24")).toBe("2026-12-01");
    expect(dueAfter({ times: 3, per: "week" }, "2026-11-24")).toBe("2026-11-26");
    expect(dueAfter({ times: 2, per: "month" }, "2026-02-03")).toBe("2026-02-17");
    expect(dueAfter({ times: 24, per: "year" }, "2026-02-03")).toBe("2026-02-17");
    expect(dueAfter({ times: 5, per: "year" }, "2026-01-01")).toBe("2026-03-15");
    expect(dueAfter({ times: 20, per: "week" }, "2026-11-24")).toBe("2026-11-25");
  });
});

describe("the parts of a year in which one visit is made", () => {
  it("are months and quarters where these are even", () => {
    const quarters = new Slots({ times: 4, per: "year" }, everyDay).of("2026-01-01");
    expect(quarters.map((days) => [days[0], days.at(-1)])).toEqual([
      ["2026-01-01", "2026-03-31"],
      ["2026-04-01", "2026-06-30"],
      ["2026-07-01", "2026-09-30"],
      ["2026-10-01", "2026-12-31"],
    ]);
    const halfMonths = new Slots({ times: 24, per: "year" }, everyDay).of("2026-01-01");
    expect(halfMonths[3]?.[0]).toBe("2026-02-15");
  });

  it("take a day before the first allowed one to the part that it begins", () => {
    // 1 November 2026 is a Sunday
    const slots = new Slots({ times: 1, per: "month" }, [1, 2, 3, 4, 5]);
    expect(slots.placeOf("2026-11-01")).toEqual({ term: "2026-11-01", nth: 0 });
    const halves = new Slots({ times: 2, per: "month" }, [1, 2, 3, 4, 5]);
    expect([halves.placeOf("2026-11-13").nth, halves.placeOf("2026-11-15").nth, halves.placeOf("2026-11-16").nth]).toEqual([0, 0, 1]);
  });

  it("hold every allowed day once, and a visit for each time", () => {
    const frequencies = fc.oneof(
      fc.record({ times: fc.integer({ min: 1, max: 3 }), per: fc.constant("week" as const) }),
      fc.record({ times: fc.integer({ min: 1, max: 4 }), per: fc.constant("month" as const) }),
      fc.record({ times: fc.integer({ min: 1, max: 48 }), per: fc.constant("year" as const) }),
    );
    const terms = { week: "2024-02-26", month: "2024-02-01", year: "2024-01-01" };
    const lengths = { week: 7, month: 29, year: 366 };
    fc.assert(
      fc.property(frequencies, fc.boolean(), (frequency, workdaysOnly) => {
        const slots = new Slots(frequency, workdaysOnly ? [1, 2, 3, 4, 5] : everyDay).of(terms[frequency.per]);
        const days = slots.flat();
        expect(slots.length).toBe(frequency.times);
        expect(days).toEqual([...new Set(days)].sort());
        if (!workdaysOnly) expect(days.length).toBe(lengths[frequency.per]);
        for (const slot of slots) expect(slot.length).toBeGreaterThan(0);
      }),
    );
  });

  it("lie an interval apart, or a day more: no part begins later than the next visit falls due", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 365 }), (times, nthDay) => {
        const slots = new Slots({ times, per: "month" }, everyDay);
        const day = monthsOfPeriod({ from: "2026-01-01", to: "2026-12-31" }).flatMap((month) => slots.of(`${month}-01`).flat())[nthDay % 365] ?? "";
        const next = slots.at(slots.after(slots.placeOf(day)));
        expect(daysBetween(dueAfter({ times, per: "month" }, day), next[0] ?? "")).toBeLessThanOrEqual(1);
      }),
    );
  });
});
