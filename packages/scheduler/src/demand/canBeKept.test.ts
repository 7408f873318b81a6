import { addDays, daysBetween, weekdayOf } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canBeKept, type DaySpacing } from "./canBeKept.js";

/** The same by trying every choice of days. */
function someChoiceKeeps(visits: readonly (readonly string[])[], { minDays = 0, maxDays = 999 }: DaySpacing, groups?: readonly number[]): boolean {
  const choices = visits.reduce<string[][]>((chosen, days) => chosen.flatMap((before) => days.map((day) => [...before, day])), [[]]);
  return choices.some((days) => {
    const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? "", day));
    const alike = days.every((day, index) =>
      days.every((other, place) => groups === undefined || groups[index] !== groups[place] || weekdayOf(day) === weekdayOf(other)),
    );
    return alike && gaps.every((gap) => gap >= minDays && gap <= maxDays);
  });
}

describe("days that are asked of visits", () => {
  it("can be kept exactly where some choice of days keeps them", () => {
    const verdicts = new Map<string, number>();
    // each visit has some days of a week that begins four days after that of the one before
    const offsets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 }), { maxLength: 5 });
    const windows = offsets.map((visits) => visits.map((days, nth) => days.map((day) => addDays("2026-11-23", 4 * nth + day))));
    const spacing = fc.record({ minDays: fc.integer({ min: 0, max: 4 }), maxDays: fc.integer({ min: 5, max: 12 }) }, { requiredKeys: [] });
    const grouping = fc.option(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 5, maxLength: 5 }), { nil: undefined });
    fc.assert(
      fc.property(windows, spacing, grouping, (visits, asked, groups) => {
        const kept = canBeKept(visits, asked, groups);
        expect(kept).toBe(someChoiceKeeps(visits, asked, groups));
        const kind = `${kept} ${groups !== undefined} ${visits.length > 2}`;
        verdicts.set(kind, (verdicts.get(kind) ?? 0) + 1);
      }),
      { numRuns: 1500 },
    );
    for (const kind of ["true true true", "false true true", "true false true", "false false true"])
      expect([kind, (verdicts.get(kind) ?? 0) > 10]).toEqual([kind, true]);
  });

  it("are searched quickly, also where there are a year's visits", () => {
    const visits = Array.from({ length: 52 }, (_, week) => Array.from({ length: 7 }, (__, nth) => addDays("2026-01-05", 7 * week + nth)));
    expect(
      canBeKept(
        visits,
        { minDays: 7, maxDays: 7 },
        visits.map(() => 0),
      ),
    ).toBe(true);
    expect(canBeKept([...visits, ["2026-12-31"]], { minDays: 6, maxDays: 7 })).toBe(false);
  });
});
