import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DutyReminder, dutyFollowUps } from "./dutyFollowUps.js";

const reminder = (id: string, remindedOn: string, fulfilledOn?: string | null, more: Partial<DutyReminder> = {}): DutyReminder => ({
  id,
  person: "p-1",
  dutyBearer: "s-1",
  duty: "care",
  remindedOn,
  ...(fulfilledOn === undefined ? {} : { fulfilledOn }),
  ...more,
});
const ask = (...reminders: DutyReminder[]) => dutyFollowUps({ reminders, on: "2026-11-21", followUpDays: 30, clauses: ["CK-2.9-f"] }).value;

describe("reminders of the duties of families", () => {
  it("are followed up from the last of them, so many days later", () => {
    expect(ask(reminder("r-2", "2026-10-25", null), reminder("r-1", "2026-08-01", null))).toEqual({
      due: [{ person: "p-1", dutyBearer: "s-1", duty: "care", reminders: 2, last: "2026-10-25", due: "2026-11-24", daysLate: 0 }],
      undetermined: [],
      fulfilled: [],
    });
    expect(ask(reminder("r-1", "2026-10-20", null)).due[0]).toMatchObject({ due: "2026-11-19", daysLate: 2 });
  });

  it("stand each for one duty of one person", () => {
    const { due, fulfilled } = ask(
      reminder("r-1", "2026-10-01", "2026-10-09"),
      reminder("r-2", "2026-10-01", null, { duty: "support" }),
      reminder("r-3", "2026-10-01", null, { dutyBearer: "s-2" }),
      reminder("r-4", "2026-10-01", "2026-11-22", { person: "p-2" }),
    );
    expect(fulfilled).toEqual(["r-1"]);
    expect(due.map(({ person, dutyBearer, duty }) => `${person} ${dutyBearer} ${duty}`)).toEqual(["p-1 s-1 support", "p-1 s-2 care", "p-2 s-1 care"]);
  });

  it("of which nobody recorded whether they were met are asked about, not held against anybody", () => {
    expect(ask(reminder("r-1", "2026-10-01"))).toMatchObject({ due: [], undetermined: [{ person: "p-1", due: "2026-10-31" }] });
  });

  it("give the same list in whatever order they were written", () => {
    const any = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom("a", "b", "c", "d", "e"),
        remindedOn: fc.constantFrom("2026-10-01", "2026-10-02"),
        fulfilledOn: fc.constantFrom(undefined, null, "2026-10-05"),
        duty: fc.constantFrom("care" as const, "comfort" as const),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(any, (some) => {
        const reminders = some.map(({ id, remindedOn, fulfilledOn, duty }) => reminder(id, remindedOn, fulfilledOn, { duty }));
        expect(ask(...reminders.toReversed())).toEqual(ask(...reminders));
      }),
    );
  });

  it("cannot be met before they are given", () => {
    const wrong = [reminder("r-1", "2026-10-02", "2026-10-01"), reminder("r-1", "2026-10-02", null)];
    expect(() => ask(...wrong)).toThrow(/DUPLICATE_ID at \/reminders\/1\/id.*\(\+1 more\)/);
  });
});
