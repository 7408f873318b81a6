import { addDays, addMonths, ageOn } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { spanOf } from "../calendar.js";
import { birthDatesNear, daysNear, numbersNear, withMiddles } from "./nearThresholds.js";

const fraction = (numerator: number, denominator: number) => ({ numerator: BigInt(numerator), denominator: BigInt(denominator) });

describe("numbers near a threshold", () => {
  it("are the whole number at or below it with its neighbours, and the threshold itself where fractions are meant", () => {
    expect(numbersNear(fraction(3, 1), true)).toEqual([2, 3, 4]);
    expect(numbersNear(fraction(7, 2), true)).toEqual([2, 3, 4]);
    expect(numbersNear(fraction(-7, 2), true)).toEqual([-5, -4, -3]);
    expect(numbersNear(fraction(-4, 1), true)).toEqual([-5, -4, -3]);
    expect(numbersNear(fraction(0, 1), true)).toEqual([-1, 0, 1]);
    expect(numbersNear(fraction(7, 2), false)).toEqual([2, 3, 4, fraction(7, 2)]);
    expect(numbersNear(fraction(3, 1), false)).toEqual([2, 3, 4, 3]);
  });

  it("have one between each two neighbours, in whatever order they come; what is no number has none", () => {
    expect(withMiddles([4, 1, 2])).toEqual([4, 1, 2, fraction(3, 2), 3]);
    expect(withMiddles([null, 1, "x", 3, undefined])).toEqual([null, 1, "x", 3, undefined, 2]);
    expect(withMiddles([5])).toEqual([5]);
    expect(withMiddles([])).toEqual([]);
  });
});

describe("dates of birth near an age", () => {
  it.each([
    ["2026-11-21", 80],
    ["2024-02-29", 60],
    ["2023-02-28", 60],
    ["2026-03-01", 66],
  ])("on %s are of people of %i years, of a year less and of a year more", (on, years) => {
    const ages = birthDatesNear(on, years).map((date) => ageOn(date, on));
    expect(new Set(ages)).toEqual(new Set([years - 1, years, years + 1]));
    // the last day on which those were born who have the age
    expect(birthDatesNear(on, years)).toContain(addMonths(on, -12 * years));
    expect(birthDatesNear(on, years)).toHaveLength(4);
  });

  it("are kept apart by date and by age, and found once", () => {
    expect(birthDatesNear("2026-11-21", 80)).toBe(birthDatesNear("2026-11-21", 80));
    expect(birthDatesNear("2026-11-21", 81)).not.toEqual(birthDatesNear("2026-11-21", 80));
    expect(birthDatesNear("2026-11-22", 80)).not.toEqual(birthDatesNear("2026-11-21", 80));
  });

  it("are none where the year cannot be written", () => {
    expect(birthDatesNear("2026-11-21", 3000)).toEqual([]);
    expect(birthDatesNear("2026-11-21", 2025)).toEqual(["0001-11-21", "0001-11-22", "0001-11-23"]);
  });

  it("are right however many were found before", () => {
    for (let years = 0; years < 90; years += 1) for (let day = 0; day < 50; day += 1) birthDatesNear(addDays("2026-01-01", day), years);
    expect(birthDatesNear("2026-11-21", 80)).toEqual(["1946-11-21", "1946-11-22", "1946-11-23", "1945-11-21"]);
  });
});

describe("days near so much time from a date", () => {
  it("are three on both sides of it, and of a step less and a step more", () => {
    expect(daysNear("addDays", "2026-03-01", 10)).toEqual(
      [9, 10, 11].flatMap((amount) => [-3, -2, -1, 0, 1, 2, 3].map((offset) => addDays("2026-03-01", amount + offset))),
    );
    expect(daysNear("addMonths", "2026-01-31", 1)).toEqual(
      ["2026-01-31", "2026-02-28", "2026-03-31"].flatMap((day) => [-3, -2, -1, 0, 1, 2, 3].map((offset) => addDays(day, offset))),
    );
    expect(daysNear("addYears", "2024-02-29", -1)).toContain("2023-02-28");
  });

  it("have among them days on both sides of every change of the span", () => {
    for (const months of [0, 1, 6]) {
      const spans = daysNear("addMonths", "2026-08-31", months).map((day) => spanOf("monthsBetween", "2026-08-31", day));
      for (const span of [months - 1, months, months + 1]) expect(spans).toContain(span);
    }
  });

  it("are those that can be written", () => {
    expect(daysNear("addYears", "9999-12-30", 0)).toEqual([
      ...[-3, -2, -1, 0, 1, 2, 3].map((offset) => addDays("9998-12-30", offset)),
      ...[-3, -2, -1, 0, 1].map((offset) => addDays("9999-12-30", offset)),
    ]);
  });
});
