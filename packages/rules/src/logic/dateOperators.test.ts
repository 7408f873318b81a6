import { addDays, type OlderPerson } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import { createEngine } from "../assess/engine.js";
import type { Logic, Pack, ParameterValue } from "../pack/pack.js";
import { spanOf } from "./calendar.js";

const settled = (type: "date" | "integer", value: ParameterValue["value"]) =>
  ({ type, title: { zh: "题", en: "title" }, clause: "C", values: [{ from: "2000-01-01", value }] }) as const;

const packWith = (when: Logic, integer = 6): Pack => {
  const pack = packOf(when);
  return {
    ...pack,
    parameters: {
      ...pack.parameters,
      first: settled("date", "2026-01-31"),
      last: settled("date", "2026-02-28"),
      some: settled("integer", integer),
      deadline: { type: "date", title: pack.title, clause: "C", open: true },
    },
  };
};

const statusOf = (pack: Pack, person: Partial<OlderPerson>, on = "2026-02-28") => createEngine({ packs: [pack] }).assess({ person }, { on })[0];

const assessed = { var: "ability.assessedOn" };
const assessedOn = (day: string): Partial<OlderPerson> => ({ ability: { level: 1, assessedOn: day } });

describe("a date in a condition", () => {
  it("lies within a period whose first and last days both belong to it", () => {
    const pack = packWith({ within: [assessed, { param: "first" }, { param: "last" }] });
    const days = ["2026-01-30", "2026-01-31", "2026-02-28", "2026-03-01"];
    expect(days.map((day) => statusOf(pack, assessedOn(day))?.status)).toEqual(["denied", "granted", "granted", "denied"]);
    expect(statusOf(pack, {})?.missing?.toGrant).toMatchObject([{ fact: "/ability/assessedOn" }]);
  });

  it("may be written out, and moved by a number of days, months or years that is a parameter", () => {
    const six = (op: string): Logic => ({ "==": [{ [op]: ["2024-02-29", { param: "some" }] }, { dateAsked: [] }] });
    expect(statusOf(packWith(six("addDays")), {}, "2024-03-06")?.status).toBe("granted");
    expect(statusOf(packWith(six("addMonths")), {}, "2024-08-29")?.status).toBe("granted");
    // a month that has no such day ends it
    expect(statusOf(packWith(six("addYears")), {}, "2030-02-28")?.status).toBe("granted");
  });

  it("that can no longer be written is none, and neither before nor after any other", () => {
    const far = packWith({ ">": [{ addYears: [assessed, { param: "some" }] }, { dateAsked: [] }] }, 9000);
    expect(statusOf(far, assessedOn("2026-01-01"))?.status).toBe("denied");
  });

  it("counts whole months and years, full on the last day of a month that has no such day", () => {
    const spans = [
      ["2026-01-31", "2026-02-27", 0],
      ["2026-01-31", "2026-02-28", 1],
      ["2024-02-29", "2025-02-28", 12],
      ["2026-02-28", "2026-01-31", -1],
      ["2026-05-20", "2026-05-20", 0],
    ] as const;
    expect(spans.map(([from, to]) => spanOf("monthsBetween", from, to))).toEqual(spans.map(([, , months]) => months));
    expect(spanOf("yearsBetween", "2024-02-29", "2025-02-28")).toBe(1);
    expect(spanOf("daysBetween", "2026-02-27", "2026-03-01")).toBe(2);
  });

  it("that lies later is never fewer days, months or years away", () => {
    const day = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays("1950-01-01", days));
    fc.assert(
      fc.property(
        fc.constantFrom("daysBetween", "monthsBetween", "yearsBetween"),
        day,
        day,
        fc.integer({ min: 0, max: 800 }),
        (op, from, to, more) => {
          expect(spanOf(op, from, addDays(to, more))).toBeGreaterThanOrEqual(spanOf(op, from, to));
          expect(spanOf(op, from, to) + spanOf(op, to, from)).toBe(0);
        },
      ),
    );
  });

  it("that is not known is asked for, with the dates that would settle it tried", () => {
    const pack = packWith({ ">=": [{ monthsBetween: [assessed, { dateAsked: [] }] }, { param: "some" }] });
    const decision = statusOf(pack, { ability: { level: 1 } });
    expect([decision?.status, decision?.missing?.toGrant, decision?.missing?.proven]).toMatchObject([
      "undetermined",
      [{ fact: "/ability/assessedOn" }],
      true,
    ]);
    const open = statusOf(packWith({ "<=": [{ dateAsked: [] }, { param: "deadline" }] }), {});
    expect(open?.missing?.toGrant).toMatchObject([{ parameter: "deadline" }]);
  });
});
