import type { Decision, OlderPerson, Service } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import type { Problem } from "../model/problem.js";
import { validate } from "../model/validate.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";
import { type Demand, visitsFor } from "./visitsFor.js";

const week = { from: "2026-11-23", to: "2026-11-29" };
const twoWeeks = { from: "2026-11-23", to: "2026-12-06" };
const people: OlderPerson[] = [{ id: "p-1", residence: { area: "500229103205", place: { lng: 108.5, lat: 31.9 } }, wishes: { language: "mn" } }];
const bathing = (amend: Partial<Service> = {}): Service => ({
  id: "bathing",
  title: { zh: "助浴", en: "bathing" },
  serviceMinutes: 60,
  windows: [{ from: "09:00", to: "15:00" }],
  weekdays: [1, 2, 3, 4, 5],
  priority: 2,
  ...amend,
});
const granted = (times: number, per: "week" | "month" | "year", modality: Decision["modality"] = "required"): Decision => ({
  rule: `test/${times} ${per} ${modality}`,
  subject: "p-1",
  on: "2026-11-21",
  status: "granted",
  effect: { kind: "service", service: "bathing", times, per, open: [] },
  modality,
  illustrative: false,
  warnings: [],
  clauses: [],
});
const demand = (service: Partial<Service>, times: number, amend: Partial<Demand> = {}) =>
  visitsFor({ decisions: [granted(times, "week")], people, catalogue: { id: "test", services: [bathing(service)] }, period: week, ...amend });
const codes = (notes: readonly { readonly code: string }[]): string[] => notes.map(({ code }) => code);

describe("a service that takes several caregivers at once", () => {
  const skills = { bathing: 1 };

  it("is a visit for each of them, in a link, each with the skills; the first brings the equipment", () => {
    const { visits, links } = demand({ caregivers: 2, skills, equipment: ["bathUnit"] }, 1);
    expect(visits.map(({ id, needs }) => [id, needs])).toEqual([
      ["p-1/bathing/1/1", { skills, equipment: ["bathUnit"], language: "mn" }],
      ["p-1/bathing/1/2", { skills, language: "mn" }],
    ]);
    expect(visits[0]?.when).toEqual(visits[1]?.when);
    expect(links).toEqual([{ kind: "together", visits: ["p-1/bathing/1/1", "p-1/bathing/1/2"] }]);
  });

  it("asks of each what the catalogue says of each", () => {
    const { visits } = demand({ skills, needsOfEach: [{ skills: { nursing: 2 } }, { equipment: ["chair"] }, {}] }, 1);
    expect(visits.map(({ needs }) => needs)).toEqual([
      { skills: { nursing: 2 }, language: "mn" },
      { equipment: ["chair"], language: "mn" },
      { language: "mn" },
    ]);
  });

  it("is one visit as before where it takes one, or nobody knows how many, with its equipment", () => {
    for (const service of [{ caregivers: 1 }, {}, { needsOfEach: [{}] }])
      expect(demand(service, 1).visits.map(({ id }) => id)).toEqual(["p-1/bathing/1"]);
    const all = { skills, certificates: [{ kind: "nurse" }], equipment: ["bathUnit"], stock: { towels: 2 } };
    expect(demand(all, 1).visits[0]?.needs).toEqual({ ...all, language: "mn" });
    expect(demand({}, 2)).toMatchObject({ links: [], patterns: [] });
  });

  it("is refused where the catalogue contradicts itself, together with every last visit that cannot be", () => {
    const history = { lastVisits: { "p-1": { bathing: "2026-02-30", "a/b": "22.11.2026" } } };
    const services = { caregivers: 3, needsOfEach: [{}, {}], spacing: { minDays: 3, maxDays: 2 } };
    let issues: readonly { readonly code: string; readonly pointer: string }[] = [];
    try {
      demand(services, 1, { history });
    } catch (error) {
      issues = (error as { issues: typeof issues }).issues;
    }
    expect(issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "NOT_A_DATE /history/lastVisits/p-1/bathing",
      "NOT_A_DATE /history/lastVisits/p-1/a~1b",
      "NEEDS_OF_EACH_DIFFER /catalogue/services/0/needsOfEach",
      "DAYS_UPSIDE_DOWN /catalogue/services/0/spacing/maxDays",
    ]);
  });
});

describe("the days between visits", () => {
  it("are asked for among those of the period", () => {
    const { links, notes } = demand({ spacing: { minDays: 2, maxDays: 4 } }, 2);
    expect(links).toEqual([{ kind: "spacing", visits: ["p-1/bathing/1", "p-1/bathing/2"], minDays: 2, maxDays: 4 }]);
    expect(notes).toEqual([]);
    expect(demand({ spacing: { minDays: 2 } }, 1).links).toEqual([]);
  });

  it("are kept from the last visit before the period", () => {
    const since = (bathed: string) => demand({ spacing: { minDays: 3 } }, 2, { history: { lastVisits: { "p-1": { bathing: bathed } } } });
    const { visits, links, notes } = since("2026-11-21");
    expect(visits.map(({ when }) => when?.dates)).toEqual([["2026-11-24"], ["2026-11-25", "2026-11-26", "2026-11-27"]]);
    expect([links.length, notes]).toEqual([1, []]);
    expect(since("2026-11-20").visits[0]?.when?.dates).toEqual(["2026-11-23", "2026-11-24"]);
  });

  it("are not asked for where what is due leaves no room for them, and a note says so", () => {
    const { links, visits, notes } = demand({ spacing: { minDays: 3 } }, 3);
    expect([links, visits.length, codes(notes)]).toEqual([[], 3, ["SPACING_NOT_ASKED"]]);
    // room among themselves, none since the last: the link stays
    const since = demand({ spacing: { minDays: 4 } }, 2, { history: { lastVisits: { "p-1": { bathing: "2026-11-22" } } } });
    expect([since.links.length, codes(since.notes), since.visits.length]).toEqual([1, ["SPACING_NOT_ASKED"], 2]);
  });

  it("bind the first of several caregivers, with whom the others come", () => {
    const { links } = demand({ caregivers: 2, spacing: { minDays: 2 } }, 2);
    expect(links.map(({ kind, visits }) => [kind, visits])).toEqual([
      ["together", ["p-1/bathing/1/1", "p-1/bathing/1/2"]],
      ["together", ["p-1/bathing/2/1", "p-1/bathing/2/2"]],
      ["spacing", ["p-1/bathing/1/1", "p-1/bathing/2/1"]],
    ]);
  });
});

describe("the pattern of visits", () => {
  it("is the hour and the caregiver of all, and the weekday of the nth of every week", () => {
    const pattern = { sameWeekday: true, startToleranceMinutes: 30, sameCaregiver: "require" } as const;
    const { patterns } = demand({ pattern }, 2, { period: twoWeeks });
    const ids = (...nths: number[]) => nths.map((nth) => `p-1/bathing/${nth}`);
    expect(patterns).toEqual([
      { person: "p-1", visits: ids(1, 2, 3, 4), startToleranceMinutes: 30, sameCaregiver: "require" },
      { person: "p-1", visits: ids(1, 3), sameWeekday: true },
      { person: "p-1", visits: ids(2, 4), sameWeekday: true },
    ]);
    expect(demand({ pattern }, 1).patterns).toEqual([]);
    expect(demand({ pattern: { sameWeekday: false } }, 2).patterns).toEqual([]);
  });

  it("asks the same caregiver of each who comes, the hour of one", () => {
    const { patterns } = demand({ caregivers: 2, pattern: { startToleranceMinutes: 15, sameCaregiver: "prefer" } }, 2);
    expect(patterns).toEqual([
      { person: "p-1", visits: ["p-1/bathing/1/1", "p-1/bathing/2/1"], startToleranceMinutes: 15, sameCaregiver: "prefer" },
      { person: "p-1", visits: ["p-1/bathing/1/2", "p-1/bathing/2/2"], sameCaregiver: "prefer" },
    ]);
  });

  it("asks for one weekday of visits a week or more apart, and of none that are closer", () => {
    const monthly = (times: number) =>
      demand({ pattern: { sameWeekday: true } }, 1, { decisions: [granted(times, "month")], period: { from: "2026-11-01", to: "2026-12-31" } });
    expect(monthly(2).patterns).toEqual([{ person: "p-1", visits: [1, 2, 3, 4].map((nth) => `p-1/bathing/${nth}`), sameWeekday: true }]);
    expect([monthly(8).patterns, codes(monthly(8).notes)]).toEqual([[], ["WEEKDAY_NOT_ASKED"]]);
  });

  it("leaves out the weekday where the spacing needs another", () => {
    const { links, patterns, notes } = demand({ pattern: { sameWeekday: true }, spacing: { maxDays: 6 } }, 1, { period: twoWeeks });
    expect([links.length, patterns, codes(notes)]).toEqual([1, [], ["WEEKDAY_NOT_ASKED"]]);
  });
});

describe("visits that must be made", () => {
  const required = (service: Partial<Service>, ...decisions: Decision[]) =>
    demand(service, 1, { decisions }).visits.map((visit) => visit.required === true);

  it("are those that the catalogue says so of, always or by the word of the clause", () => {
    expect(required({}, granted(2, "week"))).toEqual([false, false]);
    expect(required({ required: "always" }, granted(2, "week", "aspirational"))).toEqual([true, true]);
    expect(required({ required: "byModality" }, granted(2, "week", "required"))).toEqual([true, true]);
    expect(required({ required: "byModality" }, granted(2, "week", "permitted-or-encouraged"))).toEqual([false, false]);
  });

  it("are as many as the rules that must be kept make due, where another grants more", () => {
    expect(required({ required: "byModality" }, granted(3, "week", "aspirational"), granted(1, "week"))).toEqual([true, false, false]);
    expect(required({ required: "byModality", caregivers: 2 }, granted(2, "week", "aspirational"), granted(1, "week"))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("what has been", () => {
  it("makes a visit due by the last one, and says what is overdue", () => {
    const monthly = (last: string) => demand({}, 1, { decisions: [granted(1, "month")], history: { lastVisits: { "p-1": { bathing: last } } } });
    expect(monthly("2026-10-26").visits.length).toBe(1);
    expect(monthly("2026-11-02").visits.length).toBe(0);
    const late = monthly("2026-09-26");
    expect([late.visits.length, late.visits[0]?.required, late.visits[0]?.priority]).toEqual([1, undefined, 2]);
    expect(late.notes.map(({ code, severity, pointer, message }) => [code, severity, pointer, message.zh])).toEqual([
      ["VISIT_OVERDUE", "note", "/history/lastVisits/p-1/bathing", '"p-1" 的服务 bathing 上次为 2026-09-26，至周期开始已逾期 28 天，列入本周期'],
    ]);
  });

  it("is refused where it lies after the period, for somebody else too", () => {
    const after = (last: string) => demand({}, 1, { history: { lastVisits: { "p-9": { "a/b": last } } } });
    expect(after("2026-11-29").visits.length).toBe(1);
    expect(() => after("2026-11-30")).toThrow(
      'LAST_VISIT_AFTER_PERIOD at /history/lastVisits/p-9/a~1b: the last visit, on "2026-11-30", lies after the period ends on 2026-11-29',
    );
    expect(() => demand({}, 1, { history: JSON.parse('{ "lastVisits": { "p-1": null } }') })).toThrow("WRONG_TYPE at /history/lastVisits/p-1");
  });

  it("is not read of people by a name that every object has", () => {
    const somebody = (id: string) =>
      visitsFor({
        decisions: [{ ...granted(1, "week"), subject: id }],
        people: [{ ...people[0], id }],
        catalogue: { id: "t", services: [bathing()] },
        period: week,
        history: { lastVisits: {} },
      });
    expect(somebody("constructor").visits.length).toBe(1);
  });

  it("hands the faces on of those who are visited", () => {
    const history = { faces: { "p-1": { "c-1": 3 }, "p-2": { "c-1": 1 } } };
    expect(demand({}, 1, { history }).history).toEqual({ faces: { "p-1": { "c-1": 3 } } });
    expect(demand({}, 1)).not.toHaveProperty("history");
  });
});

describe("a fortnight's baths by two, on one weekday, four days apart", () => {
  it("are planned as they are asked for", async () => {
    const service = {
      caregivers: 2,
      skills: { bathing: 1 },
      spacing: { minDays: 2, maxDays: 5 },
      pattern: { sameWeekday: true, startToleranceMinutes: 30, sameCaregiver: "require" as const },
      required: "always" as const,
    };
    const { notes, ...made } = demand(service, 2, {
      period: twoWeeks,
      history: { lastVisits: { "p-1": { bathing: "2026-11-20" } }, faces: { "p-1": { a: 2 } } },
    });
    const days = Array.from({ length: 12 }, (_, day) => `2026-${day < 8 ? `11-${23 + day}` : `12-0${day - 7}`}`);
    const places = [...made.places, { id: "centre", lng: 108.6, lat: 31.9 }];
    const problem: Problem = {
      ...made,
      horizon: twoWeeks,
      timeZone: "Asia/Shanghai",
      places,
      travel: { profiles: { car: { kind: "straightLine", circuity: 1.44, metresPerSecond: 8.3 } } },
      caregivers: ["a", "b", "c"].map((id) => ({
        id,
        profile: "car",
        skills: { bathing: 1 },
        languages: ["mn"],
        shifts: days.map((date) => ({ date, from: "08:00", to: "17:00", start: "centre", end: "centre" })),
      })),
      objective: { newFace: 5 },
    };
    expect([notes, validate(problem)]).toEqual([[], []]);
    const { plan } = await solve(problem, { maxIterations: 3000, seed: 1 });
    expect(plan.unassigned).toEqual([]);
    expect(verify(problem, plan)).toEqual([]);
    const dates = plan.routes.flatMap(({ date, stops }) => stops.flatMap(({ kind, id }) => (kind === "visit" ? [[id, date]] : [])));
    const dateOf = new Map(dates.map(([id = "", date = ""]) => [id, date]));
    expect(dateOf.size).toBe(8);
    for (const nth of [1, 2, 3, 4]) expect(dateOf.get(`p-1/bathing/${nth}/1`)).toBe(dateOf.get(`p-1/bathing/${nth}/2`));
    expect(new Set(plan.routes.map(({ caregiver }) => caregiver)).size).toBe(2);
  });
});
