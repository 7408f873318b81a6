import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, datesBetween, weekdayOf } from "../time/civilDate.js";
import { dayKindOn, isWorkingDay } from "./dayKind.js";
import { addWorkingDays, workingDaysBetween } from "./workingDays.js";

const dates = fc.integer({ min: 0, max: 8000 }).map((days) => addDays("2004-02-01", days));

describe("a day", () => {
  it.each([
    // 国务院办公厅关于2026年部分节假日安排的通知 (2025-11): 春节 2月15日至23日放假，2月14日、28日上班
    ["2026-02-13", "workingDay"],
    ["2026-02-14", "makeUpWorkingDay"],
    ["2026-02-15", "publicHoliday"],
    ["2026-02-23", "publicHoliday"],
    ["2026-02-24", "workingDay"],
    ["2026-02-28", "makeUpWorkingDay"],
    ["2026-03-01", "restDay"],
    ["2026-09-20", "makeUpWorkingDay"],
    ["2026-10-08", "workingDay"],
    // moved by the notice of the year after
    ["2018-12-29", "makeUpWorkingDay"],
    ["2018-12-31", "publicHoliday"],
    ["2025-12-31", "workingDay"],
  ])("%s is a %s, in whatever time zone the program runs", (date, kind) => {
    expect(dayKindOn(date)).toBe(kind);
  });

  it.each(["2003-12-31", "1949-10-01", "2099-06-01", "2099-06-06"])("%s, beyond the notices held, is unknown and never a working day", (date) => {
    expect(dayKindOn(date)).toBe("unknown");
    expect(isWorkingDay(date)).toBeUndefined();
  });

  it("of the last week of the last year held is unknown, as the next notice may move it", () => {
    let year = 2026;
    while (dayKindOn(`${year + 1}-06-01`) !== "unknown") year += 1;
    expect(dayKindOn(`${year}-12-24`)).not.toBe("unknown");
    expect(datesBetween(`${year}-12-25`, `${year}-12-31`).map(dayKindOn)).toEqual(Array(7).fill("unknown"));
  });

  it("of a make-up kind lies on a weekend, and a rest day does too", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const weekend = weekdayOf(date) > 5;
        const kind = dayKindOn(date);
        expect(kind === "makeUpWorkingDay" || kind === "restDay" ? weekend : kind === "workingDay" ? !weekend : true).toBe(true);
      }),
    );
  });

  it("must exist", () => {
    expect(() => dayKindOn("2026-02-30")).toThrow("NOT_A_DATE at /date");
  });
});

describe("working days", () => {
  it("of 2025 are 248, and those of 2026 before its last week 243", () => {
    expect(workingDaysBetween({ from: "2026-01-01", to: "2026-12-24" })).toEqual({ days: 243 });
    expect(workingDaysBetween({ from: "2025-01-01", to: "2025-12-31" })).toEqual({ days: 248 });
  });

  it("are counted back to where they began", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), (date, days) => {
        const reached = addWorkingDays(date, days).date;
        expect(reached).toBeDefined();
        const after = { from: addDays(date, 1), to: reached ?? "" };
        expect(workingDaysBetween(after)).toEqual({ days });
        expect(isWorkingDay(after.to)).toBe(true);
        const back = addWorkingDays(after.to, -days).date ?? "";
        expect(back <= date).toBe(true);
        expect(workingDaysBetween({ from: back, to: addDays(after.to, -1) })).toEqual({ days });
      }),
    );
  });

  it("are not counted over a day that is not known, which is named", () => {
    expect(addWorkingDays("2004-01-02", -5)).toEqual({ unknownOn: "2003-12-31" });
    expect(workingDaysBetween({ from: "2003-12-01", to: "2004-01-31" })).toEqual({ unknownOn: "2003-12-01" });
    expect(addWorkingDays("2099-06-01", 0)).toEqual({ date: "2099-06-01" });
  });

  it("are asked of a period that ends after it begins, and by whole numbers", () => {
    expect(() => workingDaysBetween({ from: "2026-02-02", to: "2026-02-01" })).toThrow("PERIOD_REVERSED at /period");
    expect(() => addWorkingDays("2026-02-02", 1.5)).toThrow("NOT_A_WHOLE_NUMBER at /days");
  });
});
