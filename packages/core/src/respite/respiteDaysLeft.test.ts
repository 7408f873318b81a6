import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "../time/civilDate.js";
import { type RespiteStay, respiteDaysLeft } from "./respiteDaysLeft.js";

const stay = (id: string, from: string, to?: string): RespiteStay => ({ id, from, ...(to === undefined ? {} : { to }) });
const left = (stays: RespiteStay[], year: "calendar" | "rolling" = "calendar", daysPerYear: number | undefined = 30) =>
  respiteDaysLeft({ stays, on: "2026-11-21", year, clauses: ["CK-2.9-c"], ...(daysPerYear === undefined ? {} : { daysPerYear }) }).value;

describe("demonstration 43", () => {
  it("of 30 days a year, 3 at new year and 7 in May leave 20", () => {
    const stays = [stay("s-1", "2025-12-30", "2026-01-03"), stay("s-2", "2026-05-01", "2026-05-07")];
    expect(left(stays)).toEqual({ from: "2026-01-01", to: "2026-12-31", used: 10, usedAtMost: 10, left: 20, leftAtMost: 20, beyond: 0, missing: [] });
  });
});

describe("days of respite", () => {
  it("are counted over the calendar year, or the twelve months that end on the day", () => {
    const stays = [stay("s-1", "2025-11-20", "2025-11-23"), stay("s-2", "2026-12-01", "2026-12-02")];
    expect(left(stays)).toMatchObject({ used: 2, left: 28 });
    expect(left(stays, "rolling")).toMatchObject({ from: "2025-11-22", to: "2026-11-21", used: 2, left: 28 });
  });

  it("lie between bounds where the end of a stay is unknown: at the latest the day before the next", () => {
    expect(left([stay("open", "2026-05-01"), stay("next", "2026-05-11", "2026-05-12")])).toMatchObject({
      used: 3,
      usedAtMost: 12,
      left: 18,
      leftAtMost: 27,
      missing: ["end of open"],
    });
    expect(left([stay("open", "2026-12-25")])).toMatchObject({ used: 1, usedAtMost: 7 });
  });

  it("are not guessed where the pack gives no number", () => {
    const { value } = respiteDaysLeft({ stays: [], on: "2026-11-21", year: "calendar", clauses: [] });
    expect(value).toEqual({ from: "2026-01-01", to: "2026-12-31", used: 0, usedAtMost: 0, beyond: 0, missing: ["daysPerYear"] });
  });

  it("used beyond those given are said, and none is left", () => {
    expect(left([stay("s", "2026-01-01", "2026-02-09")])).toMatchObject({ used: 40, left: 0, beyond: 10 });
  });

  it("are one a day, however the stay is split", () => {
    const days = fc.tuple(fc.nat(400), fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(days, ([start, first, second]) => {
        const from = addDays("2025-06-01", start);
        const middle = addDays(from, first);
        const to = addDays(middle, second + 1);
        const whole = left([stay("s", from, to)]);
        expect(left([stay("a", from, middle), stay("b", addDays(middle, 1), to)]).used).toBe(whole.used);
        expect(whole.used).toBeLessThanOrEqual(daysBetween(from, to) + 1);
      }),
    );
  });

  it("are not counted twice: overlapping stays are refused", () => {
    expect(() => left([stay("a", "2026-01-01", "2026-01-05"), stay("b", "2026-01-05", "2026-01-04")])).toThrow(/PERIOD_REVERSED at \/stays\/1/);
    expect(() => left([stay("a", "2026-01-01", "2026-01-05"), stay("b", "2026-01-05", "2026-01-06")])).toThrow(/STAYS_OVERLAP at \/stays\/1/);
  });
});
