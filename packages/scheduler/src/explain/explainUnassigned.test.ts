import { describe, expect, it } from "vitest";
import { randomLinked } from "../../test/randomLinked.js";
import { randomProblem } from "../../test/randomProblem.js";
import { twoVisits } from "../../test/twoVisits.js";
import { evaluate } from "../evaluate/evaluate.js";
import type { Unassigned } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import type { Visit } from "../model/visit.js";
import { solve } from "../solve.js";
import { explainUnassigned } from "./explainUnassigned.js";
import { reasonWording } from "./reasons.js";

const day = { date: "2026-11-23", from: "08:00", to: "16:00", start: "station", end: "station" };
const left = (problem: ReturnType<typeof twoVisits>) => evaluate(problem, []).unassigned.find(({ visit }) => visit === "x-1");

describe("why a visit is in no route", () => {
  it("is that the shift ends before its hours, with the nearest hour that would do", () => {
    const problem = twoVisits({ visit: { when: { daily: [{ from: "15:30", to: "17:00" }] } } });
    expect(left(problem)).toEqual({
      visit: "x-1",
      kind: "impossible",
      reasons: [{ code: "OUTSIDE_SHIFT", caregiver: "c-1", relax: { daily: [{ from: "14:50", to: "14:50" }] } }],
    });
  });

  it("is that the way and the service exceed the day, with the minutes short", () => {
    const problem = twoVisits({ caregiver: { shifts: [{ ...day, to: "09:05" }] }, visit: { when: {} } });
    expect(left(problem)?.reasons).toEqual([{ code: "DAY_TOO_SHORT", caregiver: "c-1", relax: { shiftMinutes: 15 } }]);
  });

  it("is that breaks leave no room", () => {
    const problem = twoVisits({
      caregiver: { shifts: [{ ...day, breaks: [{ minutes: 120, from: "09:00", to: "09:00" }] }] },
      visit: { when: { daily: [{ from: "09:30", to: "10:30" }] } },
    });
    expect(left(problem)?.reasons.map(({ code }) => code)).toEqual(["BREAKS_IN_THE_WAY"]);
  });

  it("is that there is no way to the place", () => {
    const problem = twoVisits();
    const durationsSeconds = [0, null, 600, 600, 0, 600, 600, 600, 0];
    expect(left({ ...problem, travel: { profiles: { walk: { kind: "matrix", durationsSeconds } } } })?.reasons.map(({ code }) => code)).toEqual([
      "UNREACHABLE",
    ]);
  });

  it("is that nobody works on its dates, with a date on which somebody does", () => {
    const problem = twoVisits({ visit: { when: { dates: ["2026-11-24"] } } });
    expect(left({ ...problem, horizon: { from: "2026-11-23", to: "2026-11-24" } })?.reasons).toEqual([
      { code: "NO_SHIFT_ON_DATES", caregiver: "c-1", relax: { dates: ["2026-11-23"] } },
    ]);
  });

  it("is that it costs more to make than to leave, with what it would add", () => {
    const problem = twoVisits({ visit: { priority: 5 } });
    expect(left(problem)).toEqual({
      visit: "x-1",
      kind: "crowdedOut",
      reasons: [{ code: "COSTS_MORE_THAN_LEAVING", caregiver: "c-1", relax: { addedCost: 20 } }],
    });
  });

  it("is nothing at all where it could simply be added", () => {
    expect(left(twoVisits())?.reasons).toEqual([{ code: "INSERTION_POSSIBLE", caregiver: "c-1" }]);
  });

  it("is the time or the work that others take", () => {
    const busy = (problem: ReturnType<typeof twoVisits>) =>
      evaluate(problem, [{ caregiver: "c-1", date: "2026-11-23", stops: [{ kind: "visit", id: "x-2" }] }]).unassigned[0]?.reasons.map(
        ({ code }) => code,
      );
    expect(
      busy(twoVisits({ visit: { when: { daily: [{ from: "13:00", to: "13:10" }] } }, caregiver: { shifts: [{ ...day, to: "14:50" }] } })),
    ).toEqual(["INSERTION_POSSIBLE"]);
    expect(
      busy(twoVisits({ visit: { when: { daily: [{ from: "13:00", to: "13:10" }] } }, caregiver: { shifts: [{ ...day, to: "14:45" }] } })),
    ).toEqual(["NO_TIME_LEFT"]);
    expect(busy(twoVisits({ caregiver: { workMinutes: { perDay: 120 } } }))).toEqual(["WORK_LIMIT"]);
  });
});

describe("what would help where no time is left", () => {
  /** The day is over at 14:45, so that the visit at 13:00 has to end by 13:55 for the other one's sake. */
  const relaxOf = (visit: Partial<Visit>) => {
    const problem = twoVisits({ visit });
    const breaks = problem.caregivers[0]?.shifts[0]?.breaks ?? [];
    const shifts = [{ ...day, to: "14:45", breaks }];
    const caregivers = problem.caregivers.map((caregiver) => ({ ...caregiver, shifts }));
    const order = { caregiver: "c-1", date: "2026-11-23", stops: [{ kind: "break", id: "break-1" } as const, { kind: "visit", id: "x-2" } as const] };
    return evaluate({ ...problem, caregivers }, [order]).unassigned[0]?.reasons;
  };

  it("is the nearest hour", () => {
    expect(relaxOf({ when: { daily: [{ from: "13:00", to: "13:10" }] } })).toEqual([
      { code: "NO_TIME_LEFT", caregiver: "c-1", relax: { daily: [{ from: "12:55", to: "12:55" }] } },
    ]);
  });

  it("is a shorter visit where the hour is fixed", () => {
    expect(relaxOf({ when: {}, fixed: { caregiver: "c-1", date: "2026-11-23", start: "13:00" } })).toEqual([
      { code: "NO_TIME_LEFT", caregiver: "c-1", relax: { serviceMinutes: 55 } },
    ]);
  });

  it("holds on random days: with it, time is left", async () => {
    const seen = { daily: 0, serviceMinutes: 0, neither: 0 };
    for (let seed = 1; seed <= 60; seed++) {
      const problem = randomProblem(seed, { visits: 24, caregivers: 2, days: 1, rich: seed % 2 === 0 });
      const { plan } = await solve(problem, { maxIterations: 50, seed });
      for (const { visit: id, reasons } of plan.unassigned)
        for (const { code, caregiver, relax } of reasons) {
          if (code !== "NO_TIME_LEFT") continue;
          seen[relax?.daily !== undefined ? "daily" : relax?.serviceMinutes !== undefined ? "serviceMinutes" : "neither"]++;
          if (relax === undefined) continue;
          const asked = problem.visits.map((visit) =>
            visit.id !== id ? visit : relax.daily === undefined ? { ...visit, ...relax } : { ...visit, when: { ...visit.when, ...relax } },
          );
          const again = explainUnassigned({ ...problem, visits: asked }, plan).find(({ visit }) => visit === id);
          const hers = again?.reasons.filter((each) => each.caregiver === caregiver).map((each) => each.code);
          expect([seed, id, caregiver, relax, hers]).not.toEqual([seed, id, caregiver, relax, ["NO_TIME_LEFT"]]);
        }
    }
    expect(seen.daily).toBeGreaterThan(20);
    expect(seen.serviceMinutes).toBeGreaterThan(5);
  });
});

describe("those who are barred from what is crowded out", () => {
  it("are listed with what bars each of them", () => {
    const problem = twoVisits({ visit: { priority: 5, needs: { skills: { bathing: 1 } } }, caregiver: { skills: { bathing: 1 } } });
    const [first] = problem.caregivers;
    if (first === undefined) throw new RangeError("no caregiver");
    const { skills: _, ...unskilled } = first;
    expect(left({ ...problem, caregivers: [first, { ...unskilled, id: "c-2" }] })).toEqual({
      visit: "x-1",
      kind: "crowdedOut",
      reasons: [{ code: "COSTS_MORE_THAN_LEAVING", caregiver: "c-1", relax: { addedCost: 20 } }],
      barred: [{ code: "SKILL_MISSING", caregiver: "c-2", relax: { skills: { bathing: 1 } } }],
    });
  });
});

/** That of each visit left out every caregiver is asked, and whoever is barred from what is crowded out is not among those who could make it. */
function expectEverybody({ caregivers }: Problem, unassigned: readonly Unassigned[]): void {
  for (const { visit, kind, reasons, barred = [] } of unassigned) {
    const could = new Set(reasons.map(({ caregiver }) => caregiver));
    const others = new Set(barred.map(({ caregiver }) => caregiver));
    expect([visit, [...could, ...others].sort()]).toEqual([visit, caregivers.map(({ id }) => id).sort()]);
    if (kind === "impossible") expect(barred).toEqual([]);
  }
}

describe("the reasons in a plan", () => {
  it("answer for every caregiver, whether visits are linked or not", async () => {
    let barred = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const problem =
        seed % 2 === 0
          ? randomProblem(seed, { visits: 25, caregivers: 3, days: 2, rich: true })
          : randomLinked(seed, { visits: 14, caregivers: 3, days: 2 });
      const { plan } = await solve(problem, { maxIterations: 60, seed });
      expectEverybody(problem, plan.unassigned);
      barred += plan.unassigned.filter((left) => left.barred !== undefined).length;
    }
    expect(barred).toBeGreaterThan(10);
  });

  it("are those that are found when the finished plan is asked again, and all have words", async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const problem = randomProblem(seed, { visits: 25, caregivers: 3, days: 2, rich: true });
      const { plan } = await solve(problem, { maxIterations: 100, seed });
      expect(explainUnassigned(problem, plan)).toEqual(plan.unassigned);
      for (const { kind, reasons, barred = [] } of plan.unassigned) {
        expect(reasons.length).toBeGreaterThan(0);
        for (const { code } of [...reasons, ...barred]) {
          expect([code, reasonWording(code)]).toEqual([code, { zh: expect.any(String), en: expect.any(String) }]);
          expect([kind, code]).not.toEqual(["crowdedOut", "INSERTION_POSSIBLE"]);
        }
      }
    }
  });
});
