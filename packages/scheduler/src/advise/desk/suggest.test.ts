import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { linkedPair } from "../../../test/linkedPair.js";
import { twoVisits } from "../../../test/twoVisits.js";
import { evaluate } from "../../evaluate/evaluate.js";
import { defaultFeatures } from "../../features/defaultFeatures.js";
import type { Feature } from "../../features/feature.js";
import type { RouteOrder } from "../../model/plan.js";
import type { Problem } from "../../model/problem.js";
import { suggest } from "./adviser.js";

const date = "2026-11-23";
const day = (stops: readonly string[], caregiver = "c-1"): RouteOrder => ({
  caregiver,
  date,
  stops: stops.map((id) => ({ kind: id.startsWith("break") ? "break" : "visit", id })),
});
const issuesOf = (ask: () => unknown): string[] => {
  try {
    ask();
  } catch (error) {
    if (error instanceof EldercareError) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
    throw error;
  }
  return [];
};
const late = { id: "x-3", place: "home-2", serviceMinutes: 30, when: { daily: [{ from: "13:00", to: "15:00" }] } };

describe("the clerk on the telephone", () => {
  const problem = twoVisits();
  const plan = evaluate(problem, [day(["x-1", "break-1", "x-2"])]);

  it("is told when the caregiver comes, what may be moved and what it costs", () => {
    const { suggestions, leaveOutPrice, cannot } = suggest(problem, plan, late);
    expect(leaveOutPrice).toBe(100);
    expect(cannot).toEqual([]);
    expect(suggestions).toEqual([
      {
        visit: "x-3",
        caregiver: "c-1",
        date,
        start: "13:00",
        end: "13:30",
        slot: { from: "13:00", to: "14:30" },
        price: { total: 0 },
        addedLatenessMinutes: 0,
        addedOvertimeMinutes: 0,
        movedStops: [{ caregiver: "c-1", date, kind: "visit", id: "x-2", minutes: 30 }],
        linked: [],
        routes: [
          {
            caregiver: "c-1",
            date,
            stops: [
              { kind: "visit", id: "x-1" },
              { kind: "break", id: "break-1" },
              { kind: "visit", id: "x-3" },
              { kind: "visit", id: "x-2" },
            ],
          },
        ],
      },
    ]);
  });

  it("is told what a visit that the plan makes costs where it is, and anywhere else", () => {
    expect(suggest(problem, plan, "x-1").suggestions.map(({ start, price }) => [start, price])).toEqual([["10:00", { travel: 10, total: 10 }]]);
  });

  it("is told who cannot come, why, in words, and what would help", () => {
    const women = { ...problem, caregivers: [...problem.caregivers, { id: "c-2", profile: "walk", sex: "female" as const, shifts: [] }] };
    expect(suggest(women, plan, { ...late, needs: { sex: "female" } }).cannot).toEqual([
      {
        code: "SEX_WISH",
        caregiver: "c-1",
        relax: { sex: null },
        message: { zh: "性别不符合服务对象的意愿", en: "is not of the sex wished for" },
      },
      {
        code: "NO_SHIFT_ON_DATES",
        caregiver: "c-2",
        message: { zh: "在允许的日期没有班次", en: "has no shift on the dates of the visit" },
      },
    ]);
    const clashing = { ...late, when: { daily: [{ from: "09:30", to: "09:30" }] } };
    expect(suggest(problem, plan, clashing).cannot.map(({ code }) => code)).toEqual(["NO_TIME_LEFT"]);
  });

  it("names as many places as asked for, of the same price by date, start and caregiver", () => {
    const shift = { date, from: "08:00", to: "16:00", start: "station", end: "station" };
    const both = ["2026-11-24", date].map((other) => ({ ...shift, date: other }));
    const team = {
      ...problem,
      horizon: { from: date, to: "2026-11-24" },
      caregivers: [...problem.caregivers, ...["c-3", "c-2"].map((id) => ({ id, profile: "walk", shifts: both }))],
    };
    const named = (most?: number) =>
      suggest(team, plan, late, most === undefined ? {} : { most }).suggestions.map((place) => `${place.date} ${place.start} ${place.caregiver}`);
    // a route of their own costs the others 20 each
    expect(named()).toEqual(["2026-11-23 13:00 c-1", "2026-11-23 13:00 c-2", "2026-11-23 13:00 c-3", "2026-11-24 13:00 c-2", "2026-11-24 13:00 c-3"]);
    expect(named(2)).toEqual(named().slice(0, 2));
  });

  it("hears a vendor's reason in the vendor's words, and a vendor's price by its name", () => {
    const acme: Feature = {
      name: "acme/oldHands",
      reasons: { ACME_NEW_HAND: { zh: "新人不承担首次服务", en: "is too new for a first visit" } },
      check: { codes: {}, cost: () => ({ acmeFirst: 0 }) },
      search: {
        bar:
          () =>
          (visit, { caregiver }) =>
            visit.id === "x-3" && caregiver.id === "c-2" ? { code: "ACME_NEW_HAND" } : undefined,
        price: { component: "acmeFirst", of: () => (visit) => (visit.id === "x-3" ? 4 : 0) },
      },
    };
    const shift = { date, from: "08:00", to: "16:00", start: "station", end: "station" };
    const team = { ...problem, caregivers: [...problem.caregivers, { id: "c-2", profile: "walk", shifts: [shift] }] };
    const { suggestions, cannot } = suggest(team, plan, late, { features: [...defaultFeatures, acme] });
    expect(suggestions.map(({ price }) => price)).toEqual([{ acmeFirst: 4, total: 4 }]);
    expect(cannot.map(({ message }) => message.en)).toEqual(["is too new for a first visit"]);
  });

  it("is told every mistake of a new visit, at its place", () => {
    const ask = (visit: object) => issuesOf(() => suggest(problem, plan, { ...late, ...visit }));
    expect(ask({ place: "nowhere", prefers: ["c-9"], when: { dates: ["2026-12-24"] } })).toEqual([
      "REFERENCE_NOT_FOUND /visit/place",
      "NO_DATE_IN_HORIZON /visit/when/dates",
      "REFERENCE_NOT_FOUND /visit/prefers/0",
    ]);
    expect(ask({ serviceMinuets: 30 })).toEqual(["UNKNOWN_KEY /visit/serviceMinuets"]);
    expect(ask({ id: "x-1" })).toEqual(["DUPLICATE_ID /visit/id"]);
    expect(issuesOf(() => suggest(problem, plan, "x-9"))).toEqual(["VISIT_NOT_TO_ADVISE_ON /visit"]);
    for (const most of [0, 1.5, Number.NaN]) expect(issuesOf(() => suggest(problem, plan, late, { most }))).toEqual(["NOT_A_COUNT_OF_PLACES /most"]);
    const carried: Problem = { ...problem, transports: [{ id: "t-1", from: "home-1", to: "home-2", boardMinutes: 5, alightMinutes: 5 }] };
    const soft = { ...late, when: { ...late.when, soft: true } };
    const without = { ...plan, unassignedTransports: [{ transport: "t-1", kind: "impossible" as const, reasons: [{ code: "NO_VEHICLE" }] }] };
    expect(issuesOf(() => suggest(carried, without, soft))).toEqual(["NOT_WITH_TRANSPORTS /visit/when/soft"]);
    expect(issuesOf(() => suggest(carried, without, late))).toEqual([]);
  });

  it("gets no advice on a plan that does not hold", () => {
    const route = plan.routes[0];
    if (route === undefined) throw new Error("no route");
    const early = { ...plan, routes: [{ ...route, departs: "07:00" }] };
    expect(issuesOf(() => suggest(problem, early, late))).toEqual(["ADVICE_ON_BROKEN_PLAN ", "ADVICE_ON_BROKEN_PLAN "]);
    expect(issuesOf(() => suggest(problem, { ...plan, cost: { total: 9 } }, late))).toEqual([]);
    expect(issuesOf(() => suggest({ ...problem, timeZone: "Mars" }, plan, late))).toEqual(["REFERENCE_NOT_FOUND /timeZone"]);
  });
});

describe("a visit that may be late, or is linked", () => {
  it("shows by how much others become later and shifts longer", () => {
    const soft = (from: string, to: string) => ({ when: { daily: [{ from, to }], soft: true } });
    const problem = linkedPair({
      visits: [soft("14:00", "14:00"), soft("08:00", "16:00")],
      caregivers: 1,
      shift: { to: "15:00", overtimeMinutes: 120 },
      objective: { latenessMinute: 2, overtimeMinute: 3 },
    });
    const plan = evaluate(problem, [day(["x-2", "x-1"])]);
    const fixed = { id: "x-3", place: "home-1", serviceMinutes: 60, when: { daily: [{ from: "13:30", to: "13:30" }] } };
    const [place] = suggest(problem, plan, fixed).suggestions;
    // 13:30–14:30 at the same home: x-1 begins half an hour late and the day ends at 15:40 rather than 15:10
    expect(place).toMatchObject({
      start: "13:30",
      slot: null,
      price: { lateness: 60, overtime: 90, total: 150 },
      addedLatenessMinutes: 30,
      addedOvertimeMinutes: 30,
      movedStops: [
        { caregiver: "c-1", id: "x-2", minutes: -30 },
        { caregiver: "c-1", id: "x-1", minutes: 30 },
      ],
    });
  });

  it("comes with the places of the visits that stand or fall with it", () => {
    const problem = linkedPair({ links: [{ kind: "together", visits: ["x-1", "x-2"] }], caregivers: 3 });
    const plan = { ...evaluate(problem, []), cost: { total: 0 } };
    const { suggestions, leaveOutPrice } = suggest(problem, plan, "x-1");
    expect(suggestions).toHaveLength(3);
    for (const { caregiver, start, price, linked, routes } of suggestions) {
      expect(price).toEqual({ travel: 40, total: 40 });
      expect(linked.map((other) => [other.visit, other.start])).toEqual([["x-2", start]]);
      expect(linked.some((other) => other.caregiver === caregiver)).toBe(false);
      expect(routes).toHaveLength(2);
    }
    expect(leaveOutPrice).toBeGreaterThan(1000);
    const one = linkedPair({ links: [{ kind: "together", visits: ["x-1", "x-2"] }], caregivers: 1 });
    const none = suggest(one, { ...evaluate(one, []), cost: { total: 0 } }, "x-1");
    expect([none.suggestions, none.cannot.map(({ code }) => code)]).toEqual([[], ["LINK_NOT_KEPT"]]);
  });
});
