import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "../money/rational.js";
import { roundRational } from "../money/rounding.js";
import { addDays } from "../time/civilDate.js";
import { daysOfMonth, monthOf } from "../time/civilMonth.js";
import type { Benefit, Proration } from "./benefit.js";
import { compileBenefit, unitAfter, unitStart } from "./compileBenefit.js";
import { dayAfterKey, lengthOfMonth, monthOfKey, printDayKey, printMonthKey, toDayKey } from "./dayKey.js";
import { partsIn, partsOfMonth, roundQuotient } from "./monthShares.js";

const day = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays("1900-01-01", days));

describe("a day as a number", () => {
  it("is read and printed without loss, sorts as dates do, and is followed by the day after", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(printDayKey(toDayKey(a))).toBe(a);
        expect(Math.sign(toDayKey(a) - toDayKey(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(printDayKey(dayAfterKey(toDayKey(a)))).toBe(addDays(a, 1));
        expect([printMonthKey(monthOfKey(toDayKey(a))), lengthOfMonth(monthOfKey(toDayKey(a)))]).toEqual([monthOf(a), daysOfMonth(monthOf(a))]);
      }),
    );
  });
});

describe("a quotient of fen", () => {
  it("is rounded as exact fractions are, by each rule", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.integer({ min: 1, max: 62 }), (numerator, denominator) => {
        for (const rule of ["up", "down", "halfUp", "halfEven"] as const)
          expect(roundQuotient(numerator, denominator, rule)).toBe(roundRational(rational(BigInt(numerator), BigInt(denominator)), rule));
      }),
    );
  });
});

describe("the parts of a month", () => {
  const units: Proration = { method: "fullMonth", begins: "sameUnit", ends: "paid", changes: "sameUnit", rateOn: "firstDay" };
  const compiled = (proration: Proration) =>
    compileBenefit({ id: "b", title: { zh: "", en: "" }, per: "month", form: "cash", rates: [], proration, paidThrough: "dayOfDeath" } as Benefit);
  const conventions: Proration[] = [
    { method: "calendarDay", rounding: "up", roundedPer: "month" },
    { method: "thirty360", rounding: "up", roundedPer: "month" },
    { ...units, method: "halfMonth", splitDay: 15, rounding: "up", roundedPer: "month" },
    units,
  ];

  it.each(conventions.map((convention) => [convention.method, compiled(convention)] as const))(
    "under %s make a whole month, however it is cut",
    (_method, benefit) => {
      fc.assert(
        fc.property(day, fc.integer({ min: 1, max: 31 }), (date, drawn) => {
          const month = monthOfKey(toDayKey(date));
          const after = lengthOfMonth(month) + 1;
          const cut = Math.min(drawn, after);
          expect(partsIn(benefit, month, 1, after)).toBe(partsOfMonth(benefit, month));
          if (cut > 1 && cut < after)
            expect(partsIn(benefit, month, 1, cut) + partsIn(benefit, month, cut, after)).toBe(partsOfMonth(benefit, month));
        }),
      );
    },
  );
});

describe("a unit of payment", () => {
  it("holds its days: it begins on or before them, and the next begins after", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(1, 10, 15, 27, 31), (date, splitDay) => {
        const key = toDayKey(date);
        const [start, next] = [unitStart(splitDay, key), unitAfter(splitDay, key)];
        expect(start <= key && key < next).toBe(true);
        expect([unitStart(splitDay, start), unitStart(splitDay, next)]).toEqual([start, next]);
      }),
    );
  });
});
