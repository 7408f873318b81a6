import { utc } from "@date-fns/utc";
import { differenceInYears } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, ageOn, datesBetween, daysBetween, deadlineDay, isCivilDate, type LeapDayBirthday, weekdayOf } from "./civilDate.js";

const dates = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1900-01-01", days));

describe("an age", () => {
  it.each(["1940-06-01", "1941-03-15", "1942-01-31", "1946-05-15", "1947-04-15", "1948-05-01", "1949-05-01", "1919-04-13"])(
    "is 80 on the 80th birthday of somebody born on %s, a day without a midnight in Shanghai",
    (birthDate) => {
      const birthday = `${Number(birthDate.slice(0, 4)) + 80}${birthDate.slice(4)}`;
      expect(ageOn(birthDate, birthday)).toBe(80);
      expect(ageOn(birthDate, addDays(birthday, -1))).toBe(79);
    },
  );

  it("grows on 28 February in common years for those born on the 29th, and on the 29th in leap years", () => {
    expect(ageOn("1944-02-29", "2025-02-27")).toBe(80);
    expect(ageOn("1944-02-29", "2025-02-28")).toBe(81);
    expect(ageOn("1944-02-29", "2024-02-28")).toBe(79);
    expect(ageOn("1944-02-29", "2024-02-29")).toBe(80);
  });

  it("grows on 1 March in common years for those born on the 29th, where that convention is declared", () => {
    expect(ageOn("1944-02-29", "2025-02-28", "firstOfMarch")).toBe(80);
    expect(ageOn("1944-02-29", "2025-03-01", "firstOfMarch")).toBe(81);
    expect(ageOn("1944-02-29", "2024-02-29", "firstOfMarch")).toBe(80);
  });

  it("is the same under both conventions for everybody not born on the 29th, and at most a day apart for those who were", () => {
    fc.assert(
      fc.property(dates, dates, (birth, on) => {
        const [last, first] = [ageOn(birth, on), ageOn(birth, on, "firstOfMarch")];
        expect(last === first || (birth.slice(5) === "02-29" && on.slice(5) === "02-28" && last === first + 1)).toBe(true);
      }),
    );
  });

  it("is what date-fns counts in UTC, leap-day birthdays apart", () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const [birth, on] = a < b ? [a, b] : [b, a];
        fc.pre(birth.slice(5) !== "02-29");
        expect(ageOn(birth, on)).toBe(differenceInYears(`${on}T00:00:00Z`, `${birth}T00:00:00Z`, { in: utc }));
      }),
    );
  });

  it("never falls as time goes on", () => {
    const convention = fc.constantFrom<LeapDayBirthday>("lastOfFebruary", "firstOfMarch");
    fc.assert(
      fc.property(dates, dates, fc.nat(400), convention, (birth, on, days, leapDay) => {
        expect(ageOn(birth, addDays(on, days), leapDay)).toBeGreaterThanOrEqual(ageOn(birth, on, leapDay));
      }),
    );
  });
});

describe("a civil date", () => {
  it("must exist", () => {
    expect(["2024-02-29", "2023-02-29", "2023-13-01", "2023-1-1", "", "0000-00-00"].map(isCivilDate)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("exists where the calendar has it", () => {
    const text = fc
      .tuple(fc.integer({ min: 1600, max: 2400 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
      .map(([y, m, d]) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`);
    fc.assert(
      fc.property(text, (date) => {
        const parsed = new Date(`${date}T00:00:00Z`);
        expect(isCivilDate(date)).toBe(!Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === date);
      }),
    );
  });

  it("moves by days and back", () => {
    fc.assert(fc.property(dates, fc.integer({ min: -4000, max: 4000 }), (date, days) => daysBetween(date, addDays(date, days)) === days));
  });

  it("moves by months to the last day where the month is shorter", () => {
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2026-11-21", -12 * 60)).toBe("1966-11-21");
  });

  it("knows its weekday", () => {
    expect(datesBetween("2026-11-23", "2026-11-29").map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe("a deadline", () => {
  it("given as a year or a month is its last day", () => {
    expect(["2022", "2024-02", "2022-06-30"].map(deadlineDay)).toEqual(["2022-12-31", "2024-02-29", "2022-06-30"]);
    expect(() => deadlineDay("next year")).toThrow(RangeError);
  });
});

describe("a day beyond the calendar", () => {
  it("is refused, not written with a sign", () => {
    expect(addDays("9999-12-30", 1)).toBe("9999-12-31");
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addMonths("9999-12-01", 1)).toThrow(RangeError);
    expect(() => addDays("0000-01-01", -1)).toThrow(RangeError);
  });
});
