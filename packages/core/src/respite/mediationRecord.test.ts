import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRational, rational } from "../money/rational.js";
import { type Dispute, mediationRecord } from "./mediationRecord.js";

const on = "2026-10-31";
const dispute = (id: string, foundOn: string, mediatedOn?: string | null, more: Partial<Dispute> = {}): Dispute => ({
  id,
  person: `p-${id}`,
  foundOn,
  ...(mediatedOn === undefined ? {} : { mediatedOn }),
  ...more,
});
const ask = (...disputes: Dispute[]) => mediationRecord({ disputes, on, withinDays: 30, clauses: ["CK-2.9-e"] }).value;

describe("disputes about the support of older people", () => {
  const record = ask(
    dispute("in-time", "2026-09-01", "2026-10-01", { outcome: "agreed" }),
    dispute("late", "2026-09-01", "2026-10-02", { outcome: "referred" }),
    dispute("open", "2026-09-30", null),
    dispute("waiting", "2026-10-01", null),
    dispute("tomorrow", "2026-11-01", null),
  );

  it("are mediated in time on the last day, late the day after; who still has time is not counted", () => {
    expect(record.inTime).toMatchObject({
      of: 3,
      share: { least: rational(1n, 3n), most: rational(1n, 3n) },
      yes: ["in-time"],
      no: ["late", "open"],
    });
    expect(record.meanDays).toEqual(rational(61n, 2n));
    expect(record.outcomes).toEqual({ agreed: 1, referred: 1 });
  });

  it("that wait are listed, overdue ones with their days", () => {
    expect(record.overdue).toEqual([{ id: "open", person: "p-open", due: "2026-10-30", daysLate: 1 }]);
    expect(record.open.map(({ id }) => id)).toEqual(["waiting"]);
  });

  it("of which the end is not recorded leave the share open", () => {
    const { inTime, undetermined } = ask(dispute("a", "2026-09-01", "2026-09-02"), dispute("b", "2026-09-01"), dispute("c", "2026-10-20"));
    expect(undetermined).toEqual(["b", "c"]);
    expect(inTime.share).toEqual({ least: rational(1n, 2n), most: rational(1n, 1n) });
  });

  it("lie within the bounds of the share, whatever was not recorded", () => {
    const day = fc.constantFrom("2026-09-01", "2026-09-15", "2026-10-01", "2026-10-15");
    const later = fc.constantFrom(null, "2026-10-16", "2026-10-31");
    fc.assert(
      fc.property(fc.array(fc.tuple(day, later, fc.boolean()), { minLength: 1, maxLength: 8 }), (some) => {
        const all = some.map(([foundOn, mediatedOn], index) => dispute(`d-${index}`, foundOn, mediatedOn));
        const open = some.map(([foundOn, mediatedOn, isHidden], index) => dispute(`d-${index}`, foundOn, isHidden ? undefined : mediatedOn));
        const [exact, bounds] = [ask(...all).inTime.share, ask(...open).inTime.share];
        if (exact === undefined || bounds === undefined) return;
        expect(compareRational(bounds.least, exact.least)).toBeLessThanOrEqual(0);
        expect(compareRational(bounds.most, exact.most)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("cannot be mediated before they are found", () => {
    expect(() => ask(dispute("a", "2026-10-02", "2026-10-01"))).toThrow("PERIOD_REVERSED at /disputes/0");
  });
});
