import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseShape } from "../register/parse.js";
import { addDays } from "../time/civilDate.js";
import { type RentalEntry, rentalEntryKinds, rentalEntrySchema } from "./rentalEntry.js";
import { checkRentals, postRental, type RentalLedger } from "./rentalLedger.js";
import { rentalStock, rentalsDue } from "./rentalStock.js";
import { settleRental } from "./settleRental.js";

const device = "wheelchair";
const entry = (id: string, on: string, kind: RentalEntry["kind"], units = 1, of?: string): RentalEntry => ({
  id,
  on,
  kind,
  device,
  units,
  ...(kind === "lend" ? { person: "p-1", termMonths: 3 } : {}),
  ...(of === undefined ? {} : { of }),
});
const bought = entry("b-1", "2026-01-01", "purchase", 2);
const lent = entry("l-1", "2026-01-31", "lend");
const returned = entry("r-1", "2026-05-10", "return", 1, "l-1");
const stock = (ledger: RentalLedger, on: string) => rentalStock({ ledger, device, on, clauses: ["CL-2.3.10-a"] }).value;
const due = (ledger: RentalLedger, on: string) => rentalsDue({ ledger, on, clauses: ["CL-2.3.10-a"] }).value;
const codes = (ledger: readonly RentalEntry[]) => checkRentals(ledger).map(({ code, pointer }) => `${code} ${pointer}`);

describe("a wheelchair lent for three months (demonstration 30)", () => {
  it("is due on the last day of April, and overdue from the day after", () => {
    expect(due([bought, lent], "2026-04-30")).toEqual([
      { lending: "l-1", person: "p-1", device, units: 1, dueOn: "2026-04-30", state: "open", overdueDays: 0 },
    ]);
    expect(due([bought, lent], "2026-05-01")).toMatchObject([{ state: "overdue", overdueDays: 1 }]);
    expect(due([bought, lent, returned], "2026-05-10")).toEqual([]);
  });

  it("is neither due nor overdue where no term is recorded: nobody knows", () => {
    const { termMonths: _, ...open } = lent;
    expect(due([bought, open], "2030-01-01")).toMatchObject([{ state: "undetermined", overdueDays: 0 }]);
  });

  it("is not on the shelf until it is back", () => {
    expect(stock([bought, lent, returned], "2026-01-30")).toMatchObject({ owned: 2, available: 2 });
    expect(stock([bought, lent, returned], "2026-05-09")).toMatchObject({ owned: 2, lent: 1, available: 1 });
    expect(stock([bought, lent, returned], "2026-05-10")).toMatchObject({ lent: 0, available: 2 });
  });
});

describe("a ledger of devices for rent", () => {
  it("refuses a lending beyond the stock, in the words of the counter", () => {
    const { ledger, issues } = postRental([bought, lent], entry("l-2", "2026-03-01", "lend", 2));
    expect(ledger).toHaveLength(2);
    expect(issues.map(({ message }) => message.zh)).toEqual(["2026-03-01 可用的 wheelchair 只有 1 件，登记了 2 件"]);
  });

  it("refuses an entry of an earlier day that a later lending has no room for", () => {
    const full = [bought, entry("l-2", "2026-02-01", "lend", 2)];
    expect(codes([...full, lent])).toEqual(["STOCK_EXCEEDED /1/units"]);
    expect(postRental(full, lent).ledger).toEqual(full);
  });

  it("lends again on the day of the return, but not twice on one day without a second device", () => {
    const one = [{ ...bought, units: 1 }, lent, returned];
    expect(codes([...one, entry("l-2", "2026-05-10", "lend")])).toEqual([]);
    expect(
      codes([...one, entry("l-2", "2026-05-10", "lend"), entry("r-2", "2026-05-10", "return", 1, "l-2"), entry("l-3", "2026-05-10", "lend")]),
    ).toEqual(["STOCK_EXCEEDED /5/units"]);
  });

  it("does not take back more than is out, earlier than it went, or against another entry", () => {
    expect(codes([bought, lent, returned, { ...returned, id: "r-2" }])).toEqual(["MORE_THAN_IS_OUT /3/units"]);
    expect(codes([bought, lent, { ...returned, on: "2026-01-30" }])).toEqual(["ENDED_BEFORE_BEGUN /2/on"]);
    expect(codes([bought, lent, { ...returned, device: "bed" }])).toEqual(["ANOTHER_ENTRY /2/of"]);
    expect(codes([bought, lent, { ...returned, kind: "repaired" }])).toEqual(["ANOTHER_ENTRY /2/of"]);
    expect(codes([bought, lent, { ...returned, of: "l-9" }])).toEqual(["REFERENCE_NOT_FOUND /2/of"]);
    expect(codes([bought, entry("r-1", "2026-05-10", "return")])).toEqual(["MISSING_FIELD /1/of"]);
  });

  it("takes what is in repair off the shelf, and what is lost off the books", () => {
    const ledger = [
      bought,
      lent,
      entry("f-1", "2026-02-01", "repair"),
      entry("x-1", "2026-03-01", "loss", 1, "l-1"),
      entry("f-2", "2026-04-01", "repaired", 1, "f-1"),
    ];
    expect(stock(ledger, "2026-02-01")).toEqual({ owned: 2, lent: 1, inRepair: 1, available: 0 });
    expect(stock(ledger, "2026-03-01")).toEqual({ owned: 1, lent: 0, inRepair: 1, available: 0 });
    expect(stock(ledger, "2026-04-01")).toEqual({ owned: 1, lent: 0, inRepair: 0, available: 1 });
  });

  it("is read from a file with all issues at once", () => {
    const { issues } = parseShape(rentalEntrySchema, { id: "l-1", on: "2026-02-30", kind: "lent", device, units: 0 });
    expect(issues.map(({ code }) => code)).toEqual(["NOT_A_DATE", "NOT_IN_LIST", "OUT_OF_RANGE"]);
  });
});

describe("any sequence of entries, of which the ledger takes what it can", () => {
  const attempt = fc.record({
    day: fc.nat(20),
    kind: fc.constantFrom(...rentalEntryKinds),
    device: fc.constantFrom("bed", "wheelchair"),
    units: fc.integer({ min: 1, max: 4 }),
    of: fc.option(fc.nat(20), { nil: undefined }),
  });
  const posted = fc.array(attempt, { maxLength: 25 }).map((attempts) =>
    attempts.reduce<RentalLedger>((ledger, { day, kind, device: name, units, of }, index) => {
      const ends = of !== undefined && (kind === "return" || kind === "repaired" || kind === "loss");
      const next: RentalEntry = {
        id: `e-${index}`,
        on: addDays("2026-01-01", day),
        kind,
        device: name,
        units,
        ...(ends ? { of: `e-${of}` } : {}),
        ...(kind === "lend" ? { person: "p-1" } : {}),
      };
      return postRental(ledger, next).ledger;
    }, []),
  );

  it("never leaves less than nothing on the shelf on any day, and every unit somewhere", () => {
    fc.assert(
      fc.property(posted, (ledger) => {
        for (const name of ["bed", "wheelchair"])
          for (let day = 0; day <= 20; day += 1) {
            const {
              owned,
              lent: out,
              inRepair,
              available,
            } = rentalStock({ ledger, device: name, on: addDays("2026-01-01", day), clauses: [] }).value;
            expect(Math.min(owned, out, inRepair, available)).toBeGreaterThanOrEqual(0);
            expect(out + inRepair + available).toBe(owned);
          }
      }),
      { numRuns: 60 },
    );
  });

  it("is sound in whatever order it is written down", () => {
    fc.assert(
      fc.property(posted, (ledger) => {
        expect(checkRentals([...ledger].reverse())).toEqual([]);
        expect(due([...ledger].reverse(), "2026-01-21")).toEqual(due(ledger, "2026-01-21"));
      }),
    );
  });
});

describe("what a lending costs", () => {
  const rates = { feeFen: 6000, per: "month", lateFenPerDay: 300, depositFen: 50_000, lossFen: 80_000 } as const;
  const settle = (ledger: RentalLedger, on = "2026-06-30") => settleRental({ ledger, lending: "l-1", rates, on, clauses: [] }).value;

  it("counts a begun month as one: to 30 April three, a day more four and one day late", () => {
    expect(settle([bought, lent, { ...returned, on: "2026-04-30" }])).toMatchObject({ feeFen: 18_000, lateFeeFen: 0, refundFen: 32_000, owedFen: 0 });
    expect(settle([bought, lent, { ...returned, on: "2026-05-01" }])).toMatchObject({ feeFen: 24_000, lateFeeFen: 300, refundFen: 25_700 });
  });

  it("is not settled while a unit is out, nor while lateness is unknown", () => {
    expect(settle([bought, lent], "2026-02-28")).toEqual({ unitsOut: 1, feeFen: 6000, lateFeeFen: 0, lossFen: 0, depositFen: 50_000 });
    const { termMonths: _, ...open } = lent;
    expect(settle([bought, open, returned])).toEqual({ unitsOut: 0, feeFen: 24_000, lossFen: 0, depositFen: 50_000 });
  });

  it("is owed beyond the deposit where the device is lost", () => {
    expect(settle([bought, lent, { ...returned, kind: "loss", on: "2026-02-10" }])).toMatchObject({ lossFen: 80_000, refundFen: 0, owedFen: 36_000 });
  });

  it("gives out as much money as comes in, whatever is returned or lost when", () => {
    const end = fc.record({ day: fc.nat(400), kind: fc.constantFrom("return", "loss" as const) });
    const price = fc.nat(100_000);
    const anyRates = fc.record({
      feeFen: price,
      per: fc.constantFrom("month", "day" as const),
      lateFenPerDay: price,
      depositFen: price,
      lossFen: price,
    });
    fc.assert(
      fc.property(fc.array(end, { minLength: 1, maxLength: 5 }), anyRates, (ends, some) => {
        const ledger = [
          { ...bought, units: ends.length },
          { ...lent, units: ends.length },
          ...ends.map(({ day, kind }, index) => entry(`r-${index}`, addDays(lent.on, day), kind, 1, "l-1")),
        ];
        const cost = settleRental({ ledger, lending: "l-1", rates: some, on: "2028-01-01", clauses: [] }).value;
        const { feeFen, lateFeeFen = Number.NaN, lossFen, depositFen, refundFen = Number.NaN, owedFen = Number.NaN } = cost;
        expect(depositFen + owedFen).toBe(feeFen + lateFeeFen + lossFen + refundFen);
        expect(Math.min(refundFen, owedFen)).toBe(0);
      }),
    );
  });

  it("is asked for a lending that exists, on or after its day", () => {
    expect(() => settleRental({ ledger: [bought], lending: "l-1", rates, on: "2026-01-01", clauses: [] })).toThrow("REFERENCE_NOT_FOUND at /lending");
    expect(() => settle([bought, lent], "2026-01-30")).toThrow("OUT_OF_RANGE at /on");
    expect(() => settle([{ ...bought, units: 0 }, lent], "2026-02-28")).toThrow("OUT_OF_RANGE at /ledger/0/units");
  });
});
