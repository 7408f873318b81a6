import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkedPair } from "../../../test/linkedPair.js";
import { randomLinked } from "../../../test/randomLinked.js";
import { randomProblem } from "../../../test/randomProblem.js";
import { twoVisits } from "../../../test/twoVisits.js";
import { evaluate } from "../../evaluate/evaluate.js";
import { builtInChecks, type CheckedFeature } from "../../features/checks.js";
import type { Plan, RouteOrder } from "../../model/plan.js";
import type { Problem } from "../../model/problem.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";
import { analyse } from "./analyse.js";
import type { Analysis } from "./analysis.js";
import { wordAnalysis } from "./wordAnalysis.js";

const millionths = (amount: number): number => Math.round(amount * 1e6);

/** That the parts of every component add up to it exactly, and the components to the total but for its rounding. */
function expectSums({ cost, prices }: Analysis): void {
  for (const { component, amount, parts } of prices) {
    expect([component, parts.reduce((sum, part) => sum + millionths(part.amount), 0)]).toEqual([component, millionths(amount)]);
    expect(cost[component]).toBe(amount);
  }
  const total = prices.reduce((sum, { amount }) => sum + millionths(amount), 0);
  expect(Math.abs(total - millionths(cost.total))).toBeLessThanOrEqual(prices.length / 2 + 1);
}

/** That no price is called by its name in the code. */
function expectWords(analysis: Analysis): void {
  const { zh } = wordAnalysis(analysis);
  expect(zh.filter((sentence) => sentence.startsWith("总代价")).join("")).not.toMatch(/[A-Za-z]{3}/);
}

const date = "2026-11-23";
const day = (stops: readonly string[], caregiver = "c-1") => ({
  caregiver,
  date,
  stops: stops.map((id) => ({ kind: id.startsWith("break") ? ("break" as const) : ("visit" as const), id })),
});
const partsOf = ({ prices }: Analysis, component: string) => prices.find((price) => price.component === component)?.parts;

describe("the prices of a plan", () => {
  it("are those that the search says, part by part, for any problem of single routes", async () => {
    let [unserved, notPreferred, waiting, carried] = [0, 0, 0, 0];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const drawn = randomProblem(seed, { visits: 4 + (seed % 20), caregivers: 1 + (seed % 4), days: 1 + (seed % 3), rich: seed % 4 > 0 });
        const problem = { ...drawn, objective: { ...drawn.objective, waitingMinute: 0.7 } };
        const { plan } = await solve(problem, { maxIterations: 40, seed });
        const analysis = analyse(problem, plan);
        expect(analysis.cost).toEqual(plan.cost);
        expect(analysis.violations).toEqual([]);
        expectSums(analysis);
        expectWords(analysis);
        expect(partsOf(analysis, "unserved")?.length ?? 0).toBeLessThanOrEqual(plan.unassigned.length + (plan.unassignedTransports?.length ?? 0));
        unserved += partsOf(analysis, "unserved")?.length ?? 0;
        notPreferred += partsOf(analysis, "notPreferred")?.length ?? 0;
        waiting += partsOf(analysis, "waiting")?.length ?? 0;
        carried += analysis.figures.transports?.made ?? 0;
      }),
    );
    const runs = fc.readConfigureGlobal().numRuns ?? 50;
    for (const count of [unserved, notPreferred, waiting, carried]) expect(count).toBeGreaterThan(runs / 5);
  });

  it("are those that the search says with links, soft hours, overtime and optional breaks", async () => {
    const priced = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const drawn = randomLinked(seed, { visits: seed % 3 === 0 ? 6 : 10 + (seed % 12), caregivers: 2, days: 1 });
        const problem = {
          ...drawn,
          objective: { ...drawn.objective, unservedPriority: [900, 900, 900, 900, 900], latestMinute: 2, idlestMinute: 1 },
        };
        const { plan } = await solve(problem, { maxIterations: 200, seed });
        const analysis = analyse(problem, plan);
        expect(analysis.cost).toEqual(plan.cost);
        expectSums(analysis);
        expectWords(analysis);
        for (const { component, parts } of analysis.prices) {
          priced.set(component, (priced.get(component) ?? 0) + parts.length);
          // everything is somebody's: nothing is left to the plan as a whole
          for (const { visit, caregiver } of parts) expect(visit ?? caregiver).toBeDefined();
        }
      }),
    );
    for (const component of ["lateness", "latest", "overtime", "idlest", "missedBreak", "waiting", "caregiverDay", "newFaces", "unfair"])
      expect([component, (priced.get(component) ?? 0) > 2]).toEqual([component, true]);
  });

  it("name the visits and routes behind them", () => {
    const problem = twoVisits({ visit: { prefers: ["c-2"] }, objective: { waitingMinute: 1, caregiverDay: 20 } });
    const both = { ...problem, caregivers: [...problem.caregivers, { id: "c-2", profile: "walk", shifts: [] }] };
    const analysis = analyse(both, evaluate(both, [day(["x-1", "break-1", "x-2"])]));
    const about = { caregiver: "c-1", date };
    expect(partsOf(analysis, "travel")).toEqual([
      { ...about, visit: "x-1", minutes: 10, amount: 10 },
      { ...about, visit: "x-2", minutes: 10, amount: 10 },
      { ...about, minutes: 10, amount: 10 },
    ]);
    expect(partsOf(analysis, "waiting")).toEqual([
      { ...about, minutes: 30, amount: 30 },
      { ...about, visit: "x-2", minutes: 20, amount: 20 },
    ]);
    expect(partsOf(analysis, "notPreferred")).toEqual([{ ...about, visit: "x-1", amount: 2 }]);
    expect(partsOf(analysis, "caregiverDay")).toEqual([{ ...about, amount: 20 }]);
  });

  it("name the visits that are late, the route that runs over, the idlest shift and the break missed", () => {
    const soft = { when: { daily: [{ from: "13:00", to: "14:00" }], soft: true } };
    const pause = { minutes: 30, from: "14:00", to: "14:30", required: false };
    const problem = linkedPair({
      visits: [{ ...soft, serviceMinutes: 90 }, soft],
      shift: { to: "15:00", overtimeMinutes: 60, breaks: [pause] },
      objective: { latestMinute: 1, idlestMinute: 1 },
    });
    const plan = evaluate(problem, [day(["x-1", "x-2"])]);
    const analysis = analyse(problem, plan);
    expect(verify(problem, plan)).toEqual([]);
    expect(analysis.cost).toEqual(plan.cost);
    // 13:00–14:30, then ten minutes: 14:40–15:10, home at 15:20
    const about = { caregiver: "c-1", date };
    expect(partsOf(analysis, "lateness")).toEqual([{ ...about, visit: "x-2", minutes: 40, amount: 200 }]);
    expect(partsOf(analysis, "latest")).toEqual([{ ...about, visit: "x-2", minutes: 40, amount: 40 }]);
    expect(partsOf(analysis, "overtime")).toEqual([{ ...about, minutes: 20, amount: 100 }]);
    expect(partsOf(analysis, "missedBreak")).toEqual([{ ...about, break: "break-1", amount: 300 }]);
    expect(partsOf(analysis, "idlest")).toEqual([{ caregiver: "c-2", date, minutes: 390, amount: 390 }]);
    expect(analysis.figures.lateness).toEqual({ visits: 1, meanMinutes: 40, latestMinutes: 40, latestVisit: "x-2" });
    expect(analysis.figures.time).toMatchObject({ overtimeMinutes: 20, overtimeDays: 1, serviceMinutes: 120 });
  });

  it("charge a new face to the visit that brings it, and what is above a fair share to the visits that take a caregiver there", () => {
    const visit = { person: "p-1", required: false };
    const late = { when: { daily: [{ from: "13:00", to: "14:00" }] } };
    const problem = linkedPair({ visits: [visit, { ...visit, ...late }], objective: { newFace: 7, unfairMinute: 2 } });
    // half of 90 minutes is fair
    const shared = evaluate(problem, [day(["x-1"]), day(["x-2"], "c-2")]);
    const one = evaluate({ ...problem, history: { faces: { "p-1": { "c-1": 1 } } } }, [day(["x-1", "x-2"])]);
    const analysis = analyse(problem, shared);
    expect(analysis.cost).toEqual(shared.cost);
    expect(partsOf(analysis, "newFaces")).toEqual([
      { caregiver: "c-1", date, visit: "x-1", amount: 7 },
      { caregiver: "c-2", date, visit: "x-2", amount: 7 },
    ]);
    expect(partsOf(analysis, "unfair")).toEqual([{ caregiver: "c-1", date, visit: "x-1", amount: 30 }]);
    const known = analyse({ ...problem, history: { faces: { "p-1": { "c-1": 1 } } } }, one);
    expect([known.cost, partsOf(known, "newFaces")]).toEqual([one.cost, []]);
    expect(partsOf(known, "unfair")).toEqual([
      { caregiver: "c-1", date, visit: "x-1", amount: 30 },
      { caregiver: "c-1", date, visit: "x-2", amount: 60 },
    ]);
    const pattern = { visits: ["x-1", "x-2"], sameCaregiver: "prefer" as const };
    const turns = { ...problem, visits: problem.visits.map(({ person: _, ...others }) => others), patterns: [pattern] };
    // of the two caregivers of a pattern only the second costs anything
    expect(partsOf(analyse(turns, shared), "newFaces")).toEqual([{ caregiver: "c-2", date, visit: "x-2", amount: 7 }]);
  });

  it("charge alternatives none of which is made to the first, and those no longer wanted to nobody", () => {
    const visit = { required: false };
    const problem = linkedPair({ visits: [visit, visit], links: [{ kind: "oneOf", visits: ["x-2", "x-1"] }] });
    const unserved = (routes: RouteOrder[]) => {
      const plan = evaluate(problem, routes);
      const analysis = analyse(problem, plan);
      expect([analysis.cost, analysis.violations]).toEqual([plan.cost, []]);
      expectSums(analysis);
      return partsOf(analysis, "unserved");
    };
    expect(unserved([])).toEqual([{ visit: "x-2", amount: 100 }]);
    for (const made of ["x-1", "x-2"]) expect(unserved([day([made])])).toEqual([]);
  });

  it("charge a vendor's price to the visit that brings it, whatever it counts", () => {
    // a price on every pair of visits of one route, as a feature that looks at more than one visit
    const pairs: CheckedFeature = {
      name: "acme/pairs",
      check: {
        codes: {},
        cost: ({ routes }) => ({
          acmePairs: routes.reduce((sum, { stops }) => {
            const count = stops.filter(({ kind }) => kind === "visit").length;
            return sum + (count * (count - 1)) / 2 / 3;
          }, 7),
        }),
      },
    };
    const problem = twoVisits();
    const plan = evaluate(problem, [day(["x-1", "break-1", "x-2"])]);
    const analysis = analyse(problem, plan, { features: [...builtInChecks, pairs] });
    expectSums(analysis);
    expect(partsOf(analysis, "acmePairs")).toEqual([{ amount: 7 }, { caregiver: "c-1", date, visit: "x-2", amount: 0.333333 }]);
    expect(analysis.violations.map(({ code }) => code)).toEqual(["WRONG_COST", "WRONG_COST"]);
  });
});

describe("a plan that leaves everything out", () => {
  it("is priced visit by visit", () => {
    const problem = twoVisits({ visit: { required: true } });
    const analysis = analyse(problem, { routes: [], unassigned: [], cost: { total: 0 } });
    expectSums(analysis);
    expect(partsOf(analysis, "unserved")).toEqual([{ visit: "x-2", amount: 100 }]);
    expect(partsOf(analysis, "requiredUnserved")?.map(({ visit }) => visit)).toEqual(["x-1"]);
    expect(analysis.violations.map(({ code }) => code)).toContain("VISIT_LOST");
    expect(analysis.figures.visits).toEqual({
      made: 0,
      leftOut: 2,
      madeShare: 0,
      required: { made: 0, leftOut: 1, madeShare: 0 },
      byPriority: [{ priority: 3, made: 0, leftOut: 2, madeShare: 0 }],
    });
    expect(analysis.figures).toMatchObject({
      transports: null,
      travel: { minutes: 0, minutesPerVisit: null, metres: 0, metresPerVisit: null },
      faces: { people: 0, meanCaregivers: null, mostCaregivers: null, perPerson: [] },
      lateness: { visits: 0, meanMinutes: null, latestVisit: null },
      load: { mostWorkedMinutes: 0, spreadMinutes: 0, shareToPassOn: null },
      shifts: { onHand: 1, used: 0, usedShare: 0 },
    });
  });
});

describe("a plan that breaks rules", () => {
  const good = (problem: Problem): Plan => evaluate(problem, [day(["x-1", "break-1", "x-2"])]);

  it("is priced as it stands, with its violations beside", () => {
    const problem = twoVisits();
    const plan = good(problem);
    const broken: Plan = {
      ...plan,
      routes: plan.routes.map((route) => ({ ...route, stops: route.stops.map((stop) => (stop.id === "x-2" ? { ...stop, start: "16:00" } : stop)) })),
    };
    const analysis = analyse(problem, broken);
    expect(analysis.violations.map(({ code }) => code)).toEqual(["WRONG_LENGTH", "OUTSIDE_WINDOW"]);
    expect(analysis.figures.lateness).toMatchObject({ visits: 1, latestMinutes: 60, latestVisit: "x-2" });
    expect(analysis.cost.travel).toBe(30);
    expectSums(analysis);
  });

  it("counts what lies on routes of nobody as left out, and journeys without a way as unknown", () => {
    const problem = twoVisits();
    const plan = good(problem);
    const nobody = analyse(problem, { ...plan, routes: plan.routes.map((route) => ({ ...route, caregiver: "c-9" })) });
    expect(nobody.figures.visits).toMatchObject({ made: 0, leftOut: 2 });
    expect(nobody.violations.map(({ code }) => code)).toContain("UNKNOWN_ROUTE");
    const cutOff: Problem = {
      ...problem,
      travel: { profiles: { walk: { kind: "matrix", durationsSeconds: [0, 600, null, 600, 0, null, 600, 600, 0] } } },
    };
    const analysis = analyse(cutOff, plan);
    expect(analysis.figures.travel).toMatchObject({ minutes: 20, metres: null, journeysWithoutWay: 1 });
    expect(analysis.cost).toMatchObject({ travel: 20, total: 20 });
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
    expectSums(analysis);
  });

  it("is refused where it is no plan at all", () => {
    expect(() => analyse(twoVisits(), JSON.parse(`{ "routes": {} }`))).toThrow("/routes");
  });
});

describe("the figures of a plan", () => {
  it("count travel, faces, wishes, load and shifts", () => {
    const problem = twoVisits({
      caregiver: { languages: ["zh"], sex: "female" },
      visit: { prefers: ["c-2"], needs: { language: "zh", sex: "female" } },
    });
    const shift = { date, from: "08:00", to: "12:00", start: "station", end: "station" };
    const team = { ...problem, caregivers: [...problem.caregivers, { id: "c-2", profile: "walk", shifts: [shift] }] };
    const { figures } = analyse(team, evaluate(team, [day(["x-1", "break-1", "x-2"])]));
    expect(figures.travel).toEqual({
      minutes: 30,
      minutesPerVisit: 15,
      minutesPerCaregiverDay: 30,
      metres: 2400,
      metresPerVisit: 1200,
      metresPerCaregiverDay: 2400,
      journeysWithoutWay: 0,
    });
    expect(figures.faces.perPerson).toEqual([
      { person: "p-1", visits: 1, caregivers: 1 },
      { person: "p-2", visits: 1, caregivers: 1 },
    ]);
    expect(figures.wishes).toEqual({
      preferred: { asked: 1, kept: 0, keptShare: 0 },
      language: { asked: 1, kept: 1, keptShare: 1 },
      sex: { asked: 1, kept: 1, keptShare: 1 },
    });
    expect(figures.shifts).toEqual({ onHand: 2, used: 1, usedShare: 0.5, onHandMinutes: 720, usedMinutes: 480 });
    // 9:50 to 13:40 without an hour's break: all work is hers, a third of the shift time is the other's
    expect(figures.load).toMatchObject({ mostWorkedMinutes: 170, leastWorkedMinutes: 0, spreadMinutes: 170, shareToPassOn: 0.3333 });
    expect(figures.load.perCaregiver[0]).toEqual({
      caregiver: "c-1",
      days: 1,
      visits: 2,
      workedMinutes: 170,
      shiftMinutes: 480,
      workedShare: 0.3542,
    });
  });

  it("are the same for the same plan in another order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const problem = randomProblem(seed, { visits: 12, caregivers: 3, days: 2, rich: true });
        const { plan } = await solve(problem, { maxIterations: 20, seed });
        const turned: Problem = {
          ...problem,
          visits: [...problem.visits].reverse(),
          caregivers: [...problem.caregivers].reverse().map((caregiver) => ({ ...caregiver, shifts: [...caregiver.shifts].reverse() })),
        };
        const turnedPlan = { ...plan, routes: [...plan.routes].reverse(), unassigned: [...plan.unassigned].reverse() };
        expect(JSON.stringify(analyse(turned, turnedPlan))).toBe(JSON.stringify(analyse(problem, plan)));
      }),
      { numRuns: 20 },
    );
  });
});

describe("a plan in words", () => {
  it("says the same in both languages, what is wrong with it last", () => {
    const problem = twoVisits({ visit: { required: true } });
    const { zh, en } = wordAnalysis(analyse(problem, evaluate(problem, [day(["x-1", "break-1"])])));
    expect(zh).toEqual([
      "安排上门服务 1 次，未安排 1 次；其中必须完成的已安排 1 次，未安排 0 次。",
      "路程共 20 分钟、1.6 公里，平均每次上门 20 分钟。",
      "没有迟到。",
      "加班 0 人次，共 0 分钟；等候 30 分钟，空闲 340 分钟。",
      "每位服务对象平均由 1 名护理员上门，最多 1 名。",
      "总代价 120：未安排的服务 100，路程 20。",
    ]);
    expect(en[5]).toBe("The plan costs 120: visits left out 100, travel 20.");
    const shift = { date, from: "08:00", to: "16:00", start: "station", end: "station" };
    const team = { ...problem, caregivers: [...problem.caregivers, { id: "c-2", profile: "walk", shifts: [shift] }] };
    expect(wordAnalysis(analyse(team, evaluate(team, [day(["x-1", "break-1"])]))).zh[5]).toBe(
      "护理员工作时间最少 0 分钟，最多 110 分钟；要使各人工作时间占班次的比例相同，需将 50% 的工作转给他人。",
    );
    const priced = { ...team, visits: team.visits.map((visit) => ({ ...visit, person: "p-1" })), objective: { newFace: 5, unfairMinute: 1 } };
    const words = wordAnalysis(analyse(priced, evaluate(priced, [day(["x-1", "break-1"])])));
    expect(words.zh.at(-1)).toContain("陌生护理员 5");
    expect(words.zh.at(-1)).toMatch(/超出公平份额 \d/);
    expect(words.en.at(-1)).toContain("new faces 5");
    expect(words.en.at(-1)).toMatch(/load above the fair share \d/);
    const empty = wordAnalysis(analyse(problem, { routes: [], unassigned: [], cost: { total: 0 } }));
    expect(empty.en.at(-1)).toMatch(/^The plan breaks rules in \d+ places; the first: visit x-1 is neither planned/);
    expect(empty.zh).toHaveLength(empty.en.length);
  });
});
