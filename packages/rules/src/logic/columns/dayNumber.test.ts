import { addDays, daysBetween } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDateOf, dayNumberOf, firstDayNumber, lastDayNumber } from "./dayNumber.js";

describe("the number of a day", () => {
  it("counts days from 1970-01-01 as the calendar does", () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDayNumber, max: lastDayNumber }), (days) => {
        const date = addDays("1970-01-01", days);
        expect(dayNumberOf(date)).toBe(daysBetween("1970-01-01", date));
        expect(civilDateOf(days)).toBe(date);
      }),
    );
  });

  it("knows the leap day of 2000 and its absence in 1900", () => {
    expect(dayNumberOf("2000-03-01") - dayNumberOf("2000-02-28")).toBe(2);
    expect(dayNumberOf("1900-03-01") - dayNumberOf("1900-02-28")).toBe(1);
  });
});
