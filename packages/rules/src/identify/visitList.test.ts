import type { OlderPerson } from "@eldercare/core";
import { addDays, addMonths } from "@eldercare/core";
import type { VisitRecord } from "@eldercare/core/visiting";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine } from "../assess/engine.js";
import type { Pack } from "../pack/pack.js";
import { pack as national } from "../packs/cn.js";
import { pack as county, illustrative } from "../packs/cn-500229-chengkou.js";
import { intervalOf, visitList } from "./index.js";

const on = "2026-11-21";
const title = { zh: "示例", en: "example" };
const clause = (quote: string) => ({ source: "notice", section: "一", modality: "required" as const, quote });
const alone = { "==": [{ var: "livingArrangement" }, "alone"] };

/** A made-up pack: those who live alone are visited four times a year, the disabled twice a week; and a bath is no visit. */
const pack: Pack = {
  ...{ id: "visits", version: "1.0.0", title, area: "99", extends: ["cn"], inForce: { from: "2026-01-01" } },
  sources: { notice: { title: "示例通知", issuer: "示例县", issued: "2026-01-01", checkedOn: "2026-11-21", verification: "recalled" } },
  clauses: { "V-1": clause("独居老人每季度探访一次。"), "V-2": clause("失能老人每周探访两次。"), "V-3": clause("每月助浴一次。") },
  parameters: {
    yearly: { type: "integer", title, clause: "V-1", values: [{ from: "2026-01-01", value: 4 }] },
    weekly: { type: "integer", title, clause: "V-2", open: true, least: 1 },
  },
  facts: {},
  rules: [
    {
      id: "alone",
      subject: "person",
      title,
      when: alone,
      then: { kind: "service", service: "visit", times: { param: "yearly" }, per: "year" },
      clauses: ["V-1"],
    },
    {
      ...{ id: "disabled", subject: "person", title, when: { "==": [{ var: "ability.level" }, { param: "disabledFromLevel" }] } },
      then: { kind: "service", service: "visit", times: { param: "weekly" }, per: "week" },
      clauses: ["V-2"],
    },
    {
      id: "bath",
      subject: "person",
      title,
      then: { kind: "service", service: "bathing", times: { param: "yearly" }, per: "month" },
      clauses: ["V-3"],
    },
  ],
};
const example = (values: Readonly<Record<string, number>>, of = pack.id) => ({
  ...{ id: `${of}-example`, for: of, illustrative: true },
  parameters: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, [{ from: "2026-01-01", value }]])),
});
const levels = example({ disabledFromLevel: 3 }, national.id);
const engine = createEngine({ packs: [national, pack], overlays: [levels, example({ weekly: 2 })] });

const person = (id: string, facts: Partial<OlderPerson>): OlderPerson => ({ id, residence: { area: "990101" }, ...facts });
const able = { ability: { level: 0 } };
const visit = (id: string, day: string): VisitRecord => ({ id: `${id} ${day}`, person: id, on: day, channel: "homeVisit" });
const asked = { on, services: ["visit"], accepts: ["homeVisit"], through: "2026-12-31" } as const;

describe("a list of visits due", () => {
  const people = [
    person("p-1", { livingArrangement: "alone", ...able }),
    person("p-2", { livingArrangement: "alone", ability: { level: 3 } }),
    person("p-3", { livingArrangement: "withFamily", ...able }),
    person("p-4", { livingArrangement: "withFamily" }),
  ];
  const visits = [visit("p-1", "2026-08-20"), visit("p-2", "2026-11-20"), visit("p-3", "2026-01-01")];

  it("holds those to whom a rule gives visits, at the interval of the strictest rule, with rules and clauses", () => {
    expect(visitList(engine, { ...asked, register: { people }, visits })).toEqual({
      due: [
        { person: "p-1", due: "2026-11-20", state: "overdue", last: "2026-08-20" },
        { person: "p-2", due: "2026-11-23", state: "due", last: "2026-11-20" },
      ],
      undetermined: ["p-4"],
      rules: ["visits/alone", "visits/disabled"],
      clauses: ["V-1", "V-2"],
    });
  });

  it("keeps to the known interval where a stricter rule may speak too, and names whose interval is left open", () => {
    const open = createEngine({ packs: [national, pack], overlays: [levels] });
    const list = visitList(open, {
      ...{ ...asked, visits, through: "2027-12-31" },
      register: {
        people: [person("p-1", { livingArrangement: "alone" }), person("p-2", { livingArrangement: "withFamily", ability: { level: 3 } })],
      },
    });
    expect(list.due.map(({ person: id, due }) => `${id} ${due}`)).toEqual(["p-1 2026-11-20"]);
    expect(list.undetermined).toEqual(["p-2"]);
  });

  it("is of the services that are named, and empty where no rule gives them", () => {
    const baths = visitList(engine, { ...asked, services: ["bathing"], register: { people: people.slice(2, 3) }, visits: [] });
    expect(baths).toMatchObject({ due: [{ person: "p-3", due: on }], rules: ["visits/bath"], clauses: ["V-3"] });
    expect(visitList(engine, { ...asked, services: ["meals"], register: { people }, visits })).toEqual({
      due: [],
      undetermined: [],
      rules: [],
      clauses: [],
    });
  });

  it("under a county's pack holds the living, never the dead", () => {
    const withExamples = createEngine({ packs: [national, county], overlays: [illustrative] });
    const rural = { birthDate: "1946-01-01", residence: { area: "500229103205" }, registeredResidence: { kind: "rural" as const } };
    const register = { people: [person("p-1", rural), person("p-2", { ...rural, died: "2026-11-20" })] };
    const { due, clauses } = visitList(withExamples, { ...asked, services: ["regularVisit"], register, visits: [] });
    expect(due.map(({ person: id }) => id)).toEqual(["p-1"]);
    expect(clauses).toContain("CK-2.7-e");
  });

  it("is refused with every fault of its register", () => {
    const people2 = [person("p-1", {}), person("p-1", {})];
    expect(() => visitList(engine, { ...asked, on: "2026-02-30", register: { people: people2 }, visits: [] })).toThrow(
      /NOT_A_DATE at \/on.*\(\+1 more\)/,
    );
  });
});

describe("the interval of a frequency", () => {
  it("is the period itself for once, whole months where they divide the year, else whole days", () => {
    expect(intervalOf(1, "week")).toEqual({ every: 1, unit: "week" });
    expect(intervalOf(1, "month")).toEqual({ every: 1, unit: "month" });
    expect(intervalOf(12, "year")).toEqual({ every: 1, unit: "month" });
    expect(intervalOf(5, "year")).toEqual({ every: 73, unit: "day" });
    expect(intervalOf(3, "week")).toEqual({ every: 2, unit: "day" });
    expect(intervalOf(40, "week")).toEqual({ every: 1, unit: "day" });
  });

  it("keeps the frequency in every period, whenever the visits begin", () => {
    const days = fc.integer({ min: 0, max: 800 }).map((offset) => addDays("2026-01-01", offset));
    fc.assert(
      fc.property(days, fc.constantFrom("week" as const, "month" as const, "year" as const), fc.integer({ min: 1, max: 7 }), (start, per, times) => {
        const { every, unit } = intervalOf(times, per);
        const after = (day: string, n: number): string =>
          unit === "month" ? addMonths(day, every * n) : addDays(day, every * n * (unit === "week" ? 7 : 1));
        const end = per === "year" ? addMonths(start, 12) : per === "month" ? addMonths(start, 1) : addDays(start, 7);
        // a visit on the first day, and the next ones by the interval, before the period of the same length is over
        expect(after(start, times - 1) < end).toBe(true);
      }),
    );
  });
});
