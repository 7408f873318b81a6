import { describe, expect, it } from "vitest";
import { daysAround, isDay, type ShiftOperator, type SpanOperator, shiftedBy, spanOf } from "./calendar.js";

describe("the time between two dates", () => {
  it.each<[SpanOperator, string, string, number]>([
    ["daysBetween", "2026-11-21", "2026-11-20", -1],
    ["daysBetween", "2024-02-28", "2024-03-01", 2],
    ["monthsBetween", "2025-12-21", "2026-01-20", 0],
    ["monthsBetween", "2025-12-21", "2026-01-21", 1],
    ["monthsBetween", "2026-01-21", "2025-12-21", -1],
    ["monthsBetween", "2026-01-20", "2025-12-21", 0],
    ["monthsBetween", "2024-11-21", "2026-11-20", 23],
    ["yearsBetween", "2024-11-21", "2026-11-20", 1],
    ["yearsBetween", "2024-11-21", "2026-11-21", 2],
    ["yearsBetween", "2026-11-20", "2024-11-21", -1],
    ["yearsBetween", "2026-11-21", "2024-11-21", -2],
    ["yearsBetween", "2026-11-21", "2027-10-21", 0],
    ["yearsBetween", "2027-10-21", "2026-11-21", 0],
  ])("%s %s and %s", (op, from, to, span) => {
    // zero is never minus zero: answers are compared byte for byte
    expect(Object.is(spanOf(op, from, to), span)).toBe(true);
  });
});

describe("a date some time later", () => {
  it.each<[ShiftOperator, string, number, string | null]>([
    ["addDays", "2026-11-21", 10, "2026-12-01"],
    ["addDays", "2026-11-21", -21, "2026-10-31"],
    ["addDays", "9999-12-30", 1, "9999-12-31"],
    ["addDays", "9999-12-31", 1, null],
    ["addDays", "0001-01-02", -1, "0001-01-01"],
    ["addDays", "0001-01-01", -1, null],
    ["addMonths", "2026-01-31", 1, "2026-02-28"],
    ["addMonths", "2026-01-31", -2, "2025-11-30"],
    ["addMonths", "9999-11-30", 1, "9999-12-30"],
    ["addMonths", "9999-12-01", 1, null],
    ["addMonths", "0001-02-15", -1, "0001-01-15"],
    ["addMonths", "0001-01-31", -1, null],
    ["addYears", "2024-02-29", 1, "2025-02-28"],
    ["addYears", "2024-02-29", -4, "2020-02-29"],
    ["addYears", "9998-12-31", 1, "9999-12-31"],
    ["addYears", "9999-01-01", 1, null],
    ["addYears", "0002-01-01", -1, "0001-01-01"],
    ["addYears", "0001-12-31", -1, null],
  ])("%s to %s, %d: none where no such date can be written", (op, date, amount, later) => {
    expect(shiftedBy(op, date, amount)).toBe(later);
  });
});

describe("what was counted before", () => {
  it("is counted the same again, also where there is no such date", () => {
    for (let time = 0; time < 2; time += 1) {
      expect([shiftedBy("addDays", "9999-12-30", 2), shiftedBy("addDays", "9999-12-30", 1)]).toEqual([null, "9999-12-31"]);
      expect([spanOf("daysBetween", "2026-11-21", "2026-11-21"), spanOf("daysBetween", "2026-11-21", "2026-12-21")]).toEqual([0, 30]);
    }
  });

  it("is never taken for another question of the same dates or the same amount", () => {
    const spans = (["daysBetween", "monthsBetween", "yearsBetween"] as const).map((op) => spanOf(op, "2020-05-31", "2026-11-21"));
    expect(spans).toEqual([2365, 77, 6]);
    expect([spanOf("monthsBetween", "2020-05-31", "2026-10-21"), spanOf("monthsBetween", "2020-04-30", "2026-11-21")]).toEqual([76, 78]);
    const shifts = (["addDays", "addMonths", "addYears"] as const).map((op) => shiftedBy(op, "2026-11-21", 1));
    expect(shifts).toEqual(["2026-11-22", "2026-12-21", "2027-11-21"]);
    expect([shiftedBy("addDays", "2026-11-21", 11), shiftedBy("addDays", "2026-11-20", 1)]).toEqual(["2026-12-02", "2026-11-21"]);
  });
});

describe("the days around a day", () => {
  it("are in the order asked, without those that cannot be written", () => {
    expect(daysAround("2026-11-21", [-1, 0, 10])).toEqual(["2026-11-20", "2026-11-21", "2026-12-01"]);
    expect(daysAround("9999-12-31", [-1, 0, 1, 2])).toEqual(["9999-12-30", "9999-12-31"]);
    expect(daysAround("0001-01-01", [-1, 1])).toEqual(["0001-01-02"]);
  });
});

describe("a day met during evaluation", () => {
  it("is a text, not none or a number", () => {
    expect([isDay("2026-11-21"), isDay(null), isDay(undefined), isDay(20261121)]).toEqual([true, false, false, false]);
  });
});
