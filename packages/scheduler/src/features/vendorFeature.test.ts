import { describe, expect, it } from "vitest";
import { randomProblem } from "../../test/randomProblem.js";
import { evaluate } from "../evaluate/evaluate.js";
import type { RouteState } from "../evaluate/routeState.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";
import { defaultFeatures } from "./defaultFeatures.js";
import type { Feature } from "./feature.js";
import { visitsOfRoutes } from "./visitsOfRoutes.js";

const mostVisits = 2;

/** A vendor's own rule: nobody makes more than two visits a day. */
const fewVisitsADay: Feature = {
  name: "acme/fewVisitsADay",
  reasons: { ACME_DAY_FULL: { zh: "当日上门次数已满", en: "has her two visits that day" } },
  search: {
    limit: () => ({
      reason: "ACME_DAY_FULL",
      admits: (state, route) => (state.stopsOn[route] ?? 0) < mostVisits,
      refresh: (state, route) => (state.stopsOn[route] ?? 0) <= mostVisits,
    }),
  },
  check: {
    codes: { ACME_TOO_MANY_VISITS: { zh: "{caregiver} 在 {date} 上门 {count} 次", en: "{caregiver} makes {count} visits on {date}" } },
    breaches: ({ routes }) =>
      routes.flatMap(({ caregiver, date, stops }) => {
        const count = stops.filter(({ kind }) => kind === "visit").length;
        return count > mostVisits ? [{ code: "ACME_TOO_MANY_VISITS", caregiver: caregiver.id, date, values: { count: String(count) } }] : [];
      }),
  },
};

/** Another: whoever visits a person on a day makes all of that person's visits that day. */
const oneFaceADay: Feature = {
  name: "acme/oneFaceADay",
  reasons: { ACME_SECOND_FACE: { zh: "当日已由他人上门", en: "somebody else visits the person that day" } },
  search: {
    limit: ({ problem, routeDate }) => {
      const admits = (state: RouteState, route: number, visit: number): boolean => {
        const person = problem.visits[visit]?.person;
        return problem.visits.every((other, index) => {
          const made = state.routeOf[index] ?? -1;
          return index === visit || other.person !== person || made < 0 || made === route || routeDate[made] !== routeDate[route];
        });
      };
      return {
        reason: "ACME_SECOND_FACE",
        admits,
        refresh: (state, route) => problem.visits.every((_, visit) => state.routeOf[visit] !== route || admits(state, route, visit)),
      };
    },
  },
  check: {
    codes: { ACME_TWO_FACES: { zh: "{person} 在 {date} 由两人上门", en: "{person} sees two caregivers on {date}" } },
    breaches: (checked) => {
      const made = visitsOfRoutes(checked);
      return made.flatMap(({ visit, date, caregiver }, index) => {
        const first = made.findIndex((other) => other.visit.person === visit.person && other.date === date);
        return first < index && made[first]?.caregiver.id !== caregiver.id
          ? [{ code: "ACME_TWO_FACES", visit: visit.id, date, values: { person: visit.person ?? "" } }]
          : [];
      });
    },
  },
};

describe("a vendor's feature beside the built-in ones", () => {
  const features = [...defaultFeatures, fewVisitsADay, oneFaceADay];
  const problem = randomProblem(4, { visits: 16, caregivers: 4, days: 1, rich: false });

  it("is respected by the search and accepted by the checker", async () => {
    const { plan } = await solve(problem, { maxIterations: 400, features });
    expect(verify(problem, plan, { features })).toEqual([]);
    expect(Math.max(...plan.routes.map(({ stops }) => stops.filter(({ kind }) => kind === "visit").length))).toBe(mostVisits);
    expect(plan.unassigned.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toContain("ACME_DAY_FULL");
  });

  it("is missed by a plan made without it, and the checker says so in the vendor's words", async () => {
    const { plan } = await solve(problem, { maxIterations: 400 });
    expect(verify(problem, plan)).toEqual([]);
    const found = verify(problem, plan, { features });
    expect(new Set(found.map(({ code }) => code))).toContain("ACME_TOO_MANY_VISITS");
    expect(found.find(({ code }) => code === "ACME_TOO_MANY_VISITS")?.message.en).toMatch(/^c-\d makes [3-9] visits on 2026-11-23$/);
  });

  it("finds two faces in a plan made by hand", () => {
    const one = (caregiver: string, id: string) => ({ caregiver, date: "2026-11-23", stops: [{ kind: "visit" as const, id }] });
    const plan = evaluate(problem, [one("c-1", "x-1"), one("c-2", "x-2")], { features });
    expect(problem.visits[0]?.person).toBe(problem.visits[1]?.person);
    expect(verify(problem, plan, { features }).map(({ code }) => code)).toContain("ACME_TWO_FACES");
  });
});
