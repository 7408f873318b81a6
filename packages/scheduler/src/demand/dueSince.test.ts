import { addDays, daysBetween, weekdayOf } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeVisits, periodsOf } from "../../test/madeVisits.js";
import { DueCalendar, dueDates } from "./dueDates.js";
import { dueAfter, type Frequency, type Period, Slots, termAfter, termOf } from "./slots.js";

const week: Period = { from: "2026-11-23", to: "2026-11-29" };
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const monthly: Frequency = { times: 1, per: "month" };
const due = (frequency: Frequency, last: string, period = week, weekdays = everyDay) => new DueCalendar(frequency, period, weekdays).due("p", last);

describe("a visit with a last one known", () => {
  it("is due in the period that its day falls into, not before and not after", () => {
    expect(due(monthly, "2026-10-22").overdueDays).toBe(1);
    expect(due(monthly, "2026-10-23")).toEqual({ dates: [dates(23, 29)], places: [{ term: "2026-11-01", nth: 0 }] });
    expect(due(monthly, "2026-10-29").dates).toEqual([dates(23, 29)]);
    expect(due(monthly, "2026-10-30").dates).toEqual([]);
  });

  it("is due on the last day of a shorter month, and made in that month", () => {
    const acrossMonths = { from: "2026-02-23", to: "2026-03-01" };
    expect(due(monthly, "2026-01-31", acrossMonths).dates).toEqual([
      ["2026-02-23", "2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27", "2026-02-28"],
    ]);
    // and a month on from there it is the 28th again
    expect(due(monthly, "2026-02-28", { from: "2026-03-23", to: "2026-03-29" }).dates.length).toBe(1);
  });

  it("is not due again where it was made in the period already", () => {
    expect(due(monthly, "2026-11-24").dates).toEqual([]);
    expect(due({ times: 2, per: "week" }, "2026-11-23", week, [1, 2, 3, 4, 5]).dates).toEqual([["2026-11-25", "2026-11-26", "2026-11-27"]]);
    expect(due({ times: 2, per: "week" }, "2026-11-27", week, [1, 2, 3, 4, 5]).dates).toEqual([]);
  });

  it("falls due twice a month once in each half", () => {
    const november = { from: "2026-11-01", to: "2026-11-30" };
    expect(due({ times: 2, per: "month" }, "2026-10-20", november)).toMatchObject({ dates: [dates(1, 15), dates(16, 30)] });
    expect(due({ times: 2, per: "month" }, "2026-11-02", november)).toEqual({ dates: [dates(16, 30)], places: [{ term: "2026-11-01", nth: 1 }] });
    expect(due({ times: 2, per: "month" }, "2026-11-02", { from: "2026-11-09", to: "2026-11-15" }).dates).toEqual([]);
    expect(due({ times: 2, per: "month" }, "2026-11-02", { from: "2026-11-16", to: "2026-11-22" }).dates).toEqual([dates(16, 22)]);
  });

  it("is due at once, and once only, where it is overdue, with the days that it has waited", () => {
    expect(due(monthly, "2026-10-20")).toEqual({ dates: [dates(23, 29)], places: [{ term: "2026-11-01", nth: 0 }], overdueDays: 3 });
    expect(due(monthly, "2026-03-20")).toMatchObject({ dates: [dates(23, 29)], overdueDays: daysBetween("2026-04-20", "2026-11-23") });
    expect(due({ times: 2, per: "week" }, "2026-09-01", week, [1, 2, 3, 4, 5]).dates).toEqual([dates(23, 24), dates(25, 27)]);
    // a month that ends within the period is served in it, the next when it is due
    expect(due(monthly, "2026-08-11", { from: "2026-11-30", to: "2026-12-06" })).toMatchObject({ dates: [["2026-11-30"]] });
    // 28 and 29 November 2026 are a weekend
    expect(due(monthly, "2026-08-11", { from: "2026-11-28", to: "2026-12-02" }, [2, 3])).toMatchObject({ dates: [["2026-12-01", "2026-12-02"]] });
    expect(due(monthly, "2026-08-11", { from: "2026-11-28", to: "2026-11-29" }, [1])).toEqual({ dates: [], places: [] });
  });

  it("is due on the allowed day before, where its day is not allowed", () => {
    // 24 November 2026 is a Tuesday
    expect(due(monthly, "2026-10-24", week, [1, 3]).dates).toEqual([["2026-11-23", "2026-11-25"]]);
    expect(due(monthly, "2026-10-24", { from: "2026-11-24", to: "2026-11-29" }, [1, 3]).overdueDays).toBe(1);
    // the first of a month has none before it
    expect(due(monthly, "2026-10-01", { from: "2026-11-02", to: "2026-11-08" }, [1])).toEqual({
      dates: [["2026-11-02"]],
      places: [{ term: "2026-11-01", nth: 0 }],
    });
  });

  it("is not made so early in a long period that the next would fall due in it, unasked", () => {
    const [first = []] = due({ times: 1, per: "year" }, "2025-11-27", { from: "2026-03-27", to: "2027-08-13" }).dates;
    expect([first[0], first.at(-1)]).toEqual(["2026-08-14", "2026-12-31"]);
  });

  it("never falls due without a day on which to come, or at no times", () => {
    expect(due({ times: 0, per: "month" }, "2026-10-24").dates).toEqual([]);
    expect(due(monthly, "2026-10-24", week, []).dates).toEqual([]);
    expect(dueDates({ times: 0, per: "week" }, week, everyDay, "p")).toEqual([]);
  });
});

/** Days of November 2026. */
function dates(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `2026-11-${String(from + index).padStart(2, "0")}`);
}

describe("visits made one period after another, each told to the next", () => {
  const frequencies: fc.Arbitrary<Frequency> = fc.oneof(
    fc.constantFrom<Frequency>(monthly, { times: 2, per: "month" }, { times: 1, per: "week" }),
    fc.record({ times: fc.integer({ min: 1, max: 9 }), per: fc.constantFrom("week" as const, "month" as const) }),
    fc.record({ times: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 12, 13, 24, 30), per: fc.constant("year" as const) }),
  );
  const years: Period = { from: "2026-01-01", to: "2027-12-31" };
  const cutting = fc.oneof(
    fc.constant(Array.from({ length: 104 }, (_, index) => 7 * index + 4)),
    fc.uniqueArray(fc.integer({ min: 1, max: 729 }), { minLength: 10, maxLength: 100 }),
  );
  const weekdaySets = fc.oneof(fc.constant(everyDay), fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }));
  const days = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
  const known = fc.integer({ min: 0, max: 400 });
  const simulated = (before: fc.Arbitrary<number | undefined>) =>
    fc.tuple(frequencies, cutting, weekdaySets, days, before).map(([frequency, cuts, weekdays, stream, ago]) => {
      const last = ago === undefined ? undefined : addDays(years.from, -1 - ago);
      const pick = (): number => stream.next().value;
      const slots = new Slots(frequency, weekdays);
      const dueIn = (period: Period, latest: string | undefined) => new DueCalendar(frequency, period, weekdays, slots).due("p-3", latest).dates;
      return { frequency, weekdays, made: makeVisits(periodsOf(years, cuts), dueIn, pick, last === undefined ? {} : { last }) };
    });

  it("are as many in every week, month and year as are due, whatever days they are made on: never one more, never one less", () => {
    let twiceAMonth = 0;
    fc.assert(
      fc.property(simulated(fc.option(known, { nil: undefined })), ({ frequency: { times, per }, made, weekdays }) => {
        expect(made.every(({ on }) => weekdays.includes(weekdayOf(on)))).toBe(true);
        // from the first whole term after the first visit on
        let term = termAfter(per, termOf(per, made[0]?.on ?? years.from));
        for (; termAfter(per, term) <= years.to; term = termAfter(per, term)) {
          const next = termAfter(per, term);
          expect([term, made.filter(({ on }) => on >= term && on < next).length]).toEqual([term, times]);
        }
        const first = termOf(per, made[0]?.on ?? years.from);
        expect(made.filter(({ on }) => on < termAfter(per, first)).length).toBeLessThanOrEqual(times);
        if (per === "month" && times === 2) twiceAMonth += 1;
      }),
      { numRuns: 120 },
    );
    expect(twiceAMonth).toBeGreaterThan(3);
  });

  it("lie no further apart than the interval and the days by which the period goes on after the due day", () => {
    let latest = 0;
    fc.assert(
      fc.property(simulated(known), ({ frequency, made, weekdays }) => {
        const slots = new Slots(frequency, weekdays);
        for (const [index, { on, period }] of made.entries()) {
          const { on: last = "", period: other = period } = made[index - 1] ?? {};
          // of two in one period nobody knew when the first would be made
          if (other === period) continue;
          // days by which a due day may lie after the interval: to the first day of the next part, and to the first allowed one of it
          const [opens = ""] = slots.at(slots.after(slots.placeOf(last)));
          const dueDay = [dueAfter(frequency, last), opens].sort().at(-1) ?? "";
          expect(daysBetween(last, on)).toBeLessThanOrEqual(daysBetween(last, dueDay) + daysBetween(period.from, period.to));
          if (on > dueAfter(frequency, last)) latest += 1;
        }
      }),
      { numRuns: 120 },
    );
    expect(latest).toBeGreaterThan(100);
  });

  it("of once a week, month, quarter or year lie no further apart than the interval and a period less a day, where every day is allowed", () => {
    const evenly = fc.constantFrom<Frequency>(
      { times: 1, per: "week" },
      monthly,
      { times: 4, per: "year" },
      { times: 12, per: "year" },
      { times: 1, per: "year" },
    );
    fc.assert(
      fc.property(evenly, cutting, days, known, (frequency, cuts, stream, ago) => {
        const slots = new Slots(frequency, everyDay);
        const dueIn = (period: Period, last: string | undefined) => new DueCalendar(frequency, period, everyDay, slots).due("p-8", last).dates;
        const made = makeVisits(periodsOf(years, cuts), dueIn, () => stream.next().value, { last: addDays(years.from, -1 - ago) });
        for (const [index, { on, period }] of made.entries()) {
          const { on: last = "", period: other = period } = made[index - 1] ?? {};
          if (other !== period) expect(daysBetween(dueAfter(frequency, last), on)).toBeLessThanOrEqual(daysBetween(period.from, period.to));
        }
      }),
    );
  });

  it("do not pile up where some are not made: a period asks for no more than it has parts", () => {
    let late = 0;
    fc.assert(
      fc.property(frequencies, weekdaySets, fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 45 }), (frequency, weekdays, ago, length) => {
        const period = { from: week.from, to: addDays(week.from, length) };
        const last = addDays(week.from, -ago);
        const found = new DueCalendar(frequency, period, weekdays).due("p", last);
        const slots = new Slots(frequency, weekdays);
        let parts = 0;
        for (let term = termOf(frequency.per, period.from); term <= period.to; term = termAfter(frequency.per, term))
          parts += slots.of(term).filter((slot) => slot.some((date) => date >= period.from && date <= period.to)).length;
        expect(found.dates.length).toBeLessThanOrEqual(parts);
        expect(found.dates.every((each) => each.length > 0 && each.every((date) => date > last || ago === 0 || date >= period.from))).toBe(true);
        // what is due by the last day of the period is asked for, if there is a day for it
        const somewhere = parts > 0 && addDays(dueAfter(frequency, last), 7) < period.from;
        if (somewhere) expect(found.dates.length).toBeGreaterThan(0);
        if (found.overdueDays !== undefined) late += 1;
      }),
      { numRuns: 400 },
    );
    expect(late).toBeGreaterThan(100);
  });

  it("are one in every calendar month of what is due monthly, also where nobody tells what was made", () => {
    fc.assert(
      fc.property(cutting, weekdaySets, days, fc.string(), (cuts, weekdays, stream, key) => {
        const dueIn = (period: Period) => dueDates(monthly, period, weekdays, key);
        const made = makeVisits(periodsOf(years, cuts), dueIn, () => stream.next().value, { told: false });
        expect(made.map(({ on }) => on.slice(0, 7))).toEqual([...new Set(made.map(({ on }) => on.slice(0, 7)))]);
        expect(made.length).toBe(24);
      }),
    );
  });
});
