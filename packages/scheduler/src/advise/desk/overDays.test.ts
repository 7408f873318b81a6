import { describe, expect, it } from "vitest";
import { linkedPair } from "../../../test/linkedPair.js";
import { evaluate } from "../../evaluate/evaluate.js";
import type { RouteOrder } from "../../model/plan.js";
import type { Problem } from "../../model/problem.js";
import { suggest } from "./adviser.js";

const dates = ["2026-11-23", "2026-11-24", "2026-11-30"] as const;
const [monday, tuesday, mondayAfter] = dates;
const overDays = (more: Partial<Problem>, amend: Parameters<typeof linkedPair>[0] = {}): Problem => {
  const optional = { required: false };
  const problem = linkedPair({ visits: [optional, optional], ...amend });
  return {
    ...problem,
    horizon: { from: monday, to: mondayAfter },
    caregivers: problem.caregivers.map((caregiver) => ({
      ...caregiver,
      shifts: dates.flatMap((date) => caregiver.shifts.map((shift) => ({ ...shift, date }))),
    })),
    ...more,
  };
};
const route = (date: string, stops: readonly string[], caregiver = "c-1"): RouteOrder => ({
  caregiver,
  date,
  stops: stops.map((id) => ({ kind: "visit", id })),
});
const both = ["x-1", "x-2"];
/** Where the second visit could be beside the first, and why not. */
const placesOf = (problem: Problem, first: RouteOrder, visit = "x-2") => {
  const { suggestions, cannot } = suggest(problem, evaluate(problem, [first]), visit);
  return {
    places: suggestions.map(({ caregiver, date }) => `${caregiver} ${date}`).sort(),
    reasons: cannot.map(({ code, caregiver }) => `${code} ${caregiver}`),
  };
};

describe("a visit bound over days", () => {
  it("is suggested where those that are made let it be", () => {
    const on = (links: Problem["links"]) => placesOf(overDays({ links: links ?? [] }, { caregivers: 1 }), route(tuesday, ["x-1"]));
    expect(on([]).places).toEqual([`c-1 ${monday}`, `c-1 ${tuesday}`, `c-1 ${mondayAfter}`]);
    expect(on([{ kind: "sameDay", visits: both }]).places).toEqual([`c-1 ${tuesday}`]);
    expect(on([{ kind: "spacing", visits: both, minDays: 1, maxDays: 6 }]).places).toEqual([`c-1 ${mondayAfter}`]);
    expect(on([{ kind: "spacing", visits: both, minDays: 1, maxDays: 5 }])).toEqual({ places: [], reasons: ["LINK_NOT_KEPT c-1"] });
  });

  it("keeps a pattern of weekdays, caregivers and hours", () => {
    const on = (pattern: object, visits: Parameters<typeof linkedPair>[0] = {}) =>
      placesOf(overDays({ patterns: [{ visits: both, ...pattern }] }, visits), route(monday, ["x-1"]));
    expect(on({ sameWeekday: true }).places).toEqual(["c-1", "c-2"].flatMap((id) => [`${id} ${monday}`, `${id} ${mondayAfter}`]));
    expect(on({ sameCaregiver: "require" })).toEqual({
      places: dates.map((date) => `c-1 ${date}`),
      reasons: ["PATTERN_NOT_KEPT c-2"],
    });
    const at = (from: string, to: string) => ({ required: false, when: { daily: [{ from, to }] } });
    // beside x-1 at 10:00 on two other days; then earlier than x-1, as far as it may; then an hour too late
    const early = suggestAt(at("09:00", "12:00"), 0);
    expect(early.map(({ start }) => start)).toEqual(["10:00", "10:00"]);
    expect(suggestAt(at("09:00", "09:40"), 30).map(({ start }) => start)).toEqual(["09:30", "09:30"]);
    expect(on({ startToleranceMinutes: 30 }, { caregivers: 1, visits: [at("10:00", "10:00"), at("11:00", "12:00")] })).toEqual({
      places: [],
      reasons: ["PATTERN_NOT_KEPT c-1"],
    });
    function suggestAt(second: ReturnType<typeof at>, startToleranceMinutes: number) {
      const problem = overDays({ patterns: [{ visits: both, startToleranceMinutes }] }, { caregivers: 1, visits: [at("10:00", "10:00"), second] });
      return suggest(problem, evaluate(problem, [route(monday, ["x-1"])]), "x-2").suggestions;
    }
  });

  it("is suggested in place of its alternative, which costs nothing more to leave out", () => {
    const problem = overDays({ links: [{ kind: "oneOf", visits: both }] }, { caregivers: 1 });
    const plan = evaluate(problem, [route(monday, ["x-1"])]);
    const { suggestions, leaveOutPrice } = suggest(problem, plan, "x-2");
    expect(leaveOutPrice).toBe(100);
    for (const { price, routes } of suggestions) {
      expect(price).toEqual({ travel: 20, total: 20 });
      expect(routes.flatMap(({ stops }) => stops.map(({ id }) => id))).toEqual(["x-2"]);
    }
    expect(suggestions).toHaveLength(3);
  });

  it("comes with a visit to be made by another caregiver, on whatever day", () => {
    const problem = overDays({ links: [{ kind: "apart", visits: both }], objective: { caregiverDay: 5 } });
    const plan = evaluate(problem, []);
    const { suggestions } = suggest(problem, plan, "x-1");
    expect(suggestions).toHaveLength(6);
    for (const { caregiver, linked, price } of suggestions) {
      expect(linked.map(({ visit }) => visit)).toEqual(["x-2"]);
      expect(linked.map((other) => other.caregiver)).not.toContain(caregiver);
      expect(price).toEqual({ travel: 40, caregiverDay: 10, total: 50 });
    }
  });
});

describe("a new visit", () => {
  it("is priced by the faces that its person sees, and by shares that count it whether or not it is made", () => {
    const problem = overDays({ objective: { newFace: 7, unfairMinute: 2 } }, { visits: [{ person: "p-1", required: false }, { required: false }] });
    const plan = evaluate(problem, [route(monday, ["x-1"])]);
    const visit = { id: "x-3", person: "p-1", place: "home-1", serviceMinutes: 60, when: { dates: [tuesday] } };
    const withIt = { ...problem, visits: [...problem.visits, visit] };
    const { suggestions } = suggest(problem, plan, visit);
    // half of 150 minutes is fair: 45 above it with both
    expect(suggestions.map(({ caregiver, price }) => [caregiver, price])).toEqual([
      ["c-2", { newFaces: 7, travel: 20, total: 27 }],
      ["c-1", { unfair: 90, travel: 20, total: 110 }],
    ]);
    const before = evaluate(withIt, plan.routes).cost;
    for (const { routes, price } of suggestions) {
      const after = evaluate(withIt, [...plan.routes, ...routes]).cost;
      expect([(after.newFaces ?? 0) - (before.newFaces ?? 0), (after.unfair ?? 0) - (before.unfair ?? 0)]).toEqual([
        price.newFaces ?? 0,
        price.unfair ?? 0,
      ]);
    }
  });
});
