import { addDays, ageOn } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateCutoff } from "./dateCutoff.js";
import { dateNumber } from "./slot.js";

const dates = fc.integer({ min: 0, max: 60_000 }).map((day) => addDays("1900-01-01", day));

const says = (cutoff: ReturnType<typeof dateCutoff>, date: string): boolean => {
  const number = dateNumber(date) as number;
  return "until" in cutoff ? number <= cutoff.until : number > cutoff.after;
};

describe("the day that parts dates", () => {
  it("is the last birthday of those who are old enough, 29 February included", () => {
    expect(dateCutoff((date) => ageOn(date, "2026-11-21") >= 80)).toEqual({ until: 19461121 });
    expect(dateCutoff((date) => ageOn(date, "2025-02-28") >= 61)).toEqual({ until: 19640229 });
    expect(dateCutoff((date) => ageOn(date, "2024-02-28") >= 60)).toEqual({ until: 19640228 });
  });

  it("answers as counting the years does, for any birth date, day asked and age", () => {
    fc.assert(
      fc.property(dates, dates, fc.integer({ min: -5, max: 130 }), (birth, on, years) => {
        expect(
          says(
            dateCutoff((date) => ageOn(date, on) >= years),
            birth,
          ),
        ).toBe(ageOn(birth, on) >= years);
      }),
    );
  });

  it("may part them the other way round, or not at all", () => {
    expect(dateCutoff((date) => date > "2021-06-01")).toEqual({ after: 20210601 });
    expect(dateCutoff(() => true)).toEqual({ until: Number.POSITIVE_INFINITY });
    expect(dateCutoff(() => false)).toEqual({ until: Number.NEGATIVE_INFINITY });
  });
});

describe("the number of a date", () => {
  it("orders as the dates do", () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(Math.sign((dateNumber(a) as number) - (dateNumber(b) as number))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it("is missing where the text is no date", () => {
    for (const text of ["", "2026-11", "20261121", "2026-1x-21", "2026/11/21", null, 20261121]) expect(dateNumber(text)).toBeUndefined();
  });
});
