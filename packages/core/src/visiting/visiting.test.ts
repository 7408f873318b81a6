import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "../money/rational.js";
import { type MonthCounting, monthlyVisitRate, type VisitTarget } from "./monthlyVisitRate.js";
import { openFindings } from "./openFindings.js";
import type { VisitChannel, VisitRecord } from "./visitRecord.js";
import { visitsDue } from "./visitsDue.js";

const visit = (person: string, on: string, channel?: VisitChannel): VisitRecord => ({
  id: `${person} ${on} ${channel}`,
  person,
  on,
  ...(channel === undefined ? {} : { channel }),
});
const rate = (targets: VisitTarget[], visits: VisitRecord[], counting: MonthCounting = "anyDay") =>
  monthlyVisitRate({ month: "2026-10", targets, visits, accepts: ["homeVisit", "phone"], counting, clauses: ["IM-1-k"] });
const people = (count: number): string[] => Array.from({ length: count }, (_, index) => `p-${String(index).padStart(3, "0")}`);

describe("demonstration 20", () => {
  const targets = people(120).map((person) => ({ person, group: "key" }));
  const missed = ["p-007", "p-100"];
  const visits = targets.filter(({ person }) => !missed.includes(person)).map(({ person }) => visit(person, "2026-10-15", "homeVisit"));

  it("118 of 120 visited in the month is 98.3 %, and the two are named", () => {
    const { value, steps } = rate(targets, visits);
    expect(value.share).toEqual({ least: rational(59n, 60n), most: rational(59n, 60n) });
    expect(value.no).toEqual(missed);
    expect(steps[0]).toEqual({ zh: "2026-10 月探访 118 ÷ 120", en: "visited in 2026-10 118 ÷ 120", value: "98.3%" });
  });

  it("next month's list holds all 120, the two not visited first and at once", () => {
    const intervals = { key: { every: 1, unit: "month" } } as const;
    const question = { targets, visits, accepts: ["homeVisit"] as const, intervals, on: "2026-11-01", through: "2026-11-30", clauses: [] };
    const { due } = visitsDue(question).value;
    expect(due).toHaveLength(120);
    expect(due.slice(0, 3)).toEqual([
      { person: "p-007", due: "2026-11-01", state: "due" },
      { person: "p-100", due: "2026-11-01", state: "due" },
      { person: "p-000", due: "2026-11-15", state: "due", last: "2026-10-15" },
    ]);
  });
});

describe("the visit rate of a month", () => {
  const targets = [
    { person: "stays" },
    { person: "died", until: "2026-10-10" },
    { person: "came", from: "2026-10-20" },
    { person: "gone", until: "2026-09-30" },
  ];

  it("counts who came or left within the month by the convention declared", () => {
    const found = (counting: MonthCounting) => rate(targets, [], counting).value;
    expect(found("anyDay")).toMatchObject({ no: ["came", "died", "stays"], notCounted: [] });
    expect(found("wholeMonth")).toMatchObject({ no: ["stays"], notCounted: ["came", "died"] });
    expect(found("lastDay")).toMatchObject({ no: ["came", "stays"], notCounted: ["died"] });
  });

  it("takes only visits of the month, by accepted channels, while the person was on the list", () => {
    const visits = [visit("stays", "2026-09-30", "phone"), visit("died", "2026-10-11", "phone"), visit("came", "2026-10-31", "video")];
    expect(rate(targets, visits).value).toMatchObject({ yes: [], no: ["came", "died", "stays"], byChannel: { phone: 1, video: 1 } });
    expect(rate(targets, [visit("stays", "2026-10-31", "phone"), visit("stays", "2026-10-01", "video")]).value.yes).toEqual(["stays"]);
  });

  it("is open where a visit does not say by which channel", () => {
    const { value, steps } = rate(targets.slice(0, 2), [visit("stays", "2026-10-01", "phone"), visit("died", "2026-10-02")]);
    expect(value).toMatchObject({ yes: ["stays"], unknown: ["died"], byChannel: { phone: 1, unknown: 1 } });
    expect(steps[0]?.value).toBe("50.0%–100.0%");
  });

  it("names people visited who stand on no list", () => {
    expect(rate(targets, [visit("sty", "2026-10-01", "phone")]).value.notListed).toEqual(["sty"]);
  });

  it("is the same in whatever order list and log come, and never falls by one more visit", () => {
    const visits = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 1, max: 31 }), fc.constantFrom("phone" as const, undefined)), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(visits, (log) => {
        const records = log.map(([person, day, channel], index) => ({
          ...visit(person, `2026-10-${String(day).padStart(2, "0")}`, channel),
          id: `${index}`,
        }));
        const list = ["a", "b", "c"].map((person) => ({ person }));
        const all = rate(list, records).value;
        expect(rate(list.toReversed(), records.toReversed()).value).toEqual(all);
        expect(rate(list, records.slice(1)).value.yes.length).toBeLessThanOrEqual(all.yes.length);
      }),
    );
  });

  it("refuses a month, periods and visits that do not exist", () => {
    const question = {
      month: "2026-13",
      targets: [{ person: "a", from: "2026-10-02", until: "2026-10-01" }],
      accepts: [],
      counting: "anyDay" as const,
      clauses: [],
    };
    expect(() => monthlyVisitRate({ ...question, visits: [visit("a", "2026-02-30")] })).toThrow(/NOT_A_DATE at \/month.*\(\+2 more\)/);
  });
});

describe("visits that are due", () => {
  const intervals = { high: { every: 1, unit: "week" }, key: { every: 1, unit: "month" }, general: { every: 90, unit: "day" } } as const;
  const due = (targets: { person: string; group?: string }[], visits: VisitRecord[], on = "2026-11-02", through = "2026-11-30") =>
    visitsDue({ targets, visits, accepts: ["homeVisit"], intervals, on, through, clauses: [] }).value;

  it("follow the last visit by the interval of the group, in days, weeks or months", () => {
    const visits = ["a", "b", "c"].map((person) => visit(person, "2026-10-31", "homeVisit"));
    const targets = [
      { person: "a", group: "high" },
      { person: "b", group: "key" },
      { person: "c", group: "general" },
    ];
    expect(due(targets, visits).due.map((each) => `${each.person} ${each.due}`)).toEqual(["a 2026-11-07", "b 2026-11-30"]);
    expect(due(targets, visits, "2026-11-08").due.map((each) => each.state)).toEqual(["overdue", "due"]);
  });

  it("are due at once where no visit is known to count, and in doubt where the group has no interval", () => {
    const found = due(
      [{ person: "a", group: "key" }, { person: "b" }, { person: "c", group: "other" }],
      [visit("a", "2026-11-01"), visit("a", "2026-11-01", "phone")],
    );
    expect(found).toEqual({ due: [{ person: "a", due: "2026-11-02", state: "due" }], undetermined: ["b", "c"] });
  });

  it("are not put off by a visit after the day asked about", () => {
    const visits = [visit("a", "2026-10-31", "homeVisit"), visit("a", "2026-11-03", "homeVisit")];
    expect(due([{ person: "a", group: "key" }], visits).due).toEqual([{ person: "a", due: "2026-11-30", state: "due", last: "2026-10-31" }]);
  });

  it("are in doubt for a group by a name that every object has", () => {
    expect(due([{ person: "a", group: "constructor" }], [visit("a", "2026-10-31", "homeVisit")]).undetermined).toEqual(["a"]);
  });

  it("do not come before those of a stricter interval", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (days, more) => {
        const on = (every: number) =>
          visitsDue({
            targets: [{ person: "a", group: "g" }],
            visits: [visit("a", "2026-10-31", "homeVisit")],
            accepts: ["homeVisit"],
            intervals: { g: { every, unit: "day" } },
            on: "2026-11-02",
            through: "2027-11-30",
            clauses: [],
          }).value.due[0]?.due ?? "";
        expect(on(days) <= on(days + more)).toBe(true);
      }),
    );
  });
});

describe("findings of visits", () => {
  it("are open, late or in doubt on a date", () => {
    const found = openFindings({
      findings: [
        { id: "settled", person: "p", foundOn: "2026-10-01", closedOn: "2026-10-05" },
        { id: "settled-later", person: "p", foundOn: "2026-10-01", closedOn: "2026-10-09" },
        { id: "last-day", person: "p", foundOn: "2026-10-01", closedOn: null },
        { id: "late", person: "p", foundOn: "2026-09-30", closedOn: null },
        { id: "unknown", person: "p", foundOn: "2026-10-01" },
        { id: "later", person: "p", foundOn: "2026-10-09", closedOn: null },
      ],
      on: "2026-10-08",
      days: 7,
      clauses: ["CL-2.1.2-a"],
    });
    expect(found.value.overdue).toEqual([{ id: "late", person: "p", due: "2026-10-07", daysLate: 1 }]);
    expect(found.value.open.map(({ id }) => id)).toEqual(["last-day", "settled-later"]);
    expect(found.value.undetermined).toEqual(["unknown"]);
  });
});
