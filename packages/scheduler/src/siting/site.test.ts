import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestOfAll } from "../../test/everySiting.js";
import { countySiting, randomSiting } from "../../test/randomSiting.js";
import { threeHomes } from "../../test/threeHomes.js";
import type { SitingAnswer, SitingPlan } from "./answer.js";
import { verifySiting } from "./check/verifySiting.js";
import type { SitingProblem } from "./problem.js";
import { site } from "./site.js";
import type { SitingOptions } from "./sitingOptions.js";
import { validateSiting } from "./validateSiting.js";

async function planOf(problem: SitingProblem, options: SitingOptions = {}): Promise<SitingPlan> {
  const answer = await site(problem, options);
  if (answer.outcome !== "found") throw new Error(answer.outcome);
  expect(verifySiting(problem, answer.plan)).toEqual([]);
  return answer.plan;
}

const homes = ({ opened }: SitingPlan): string[] => opened.map(({ site: id }) => id);
const sentTo = ({ assignments }: SitingPlan): string[] => assignments.map(({ demand, site: id }) => `${demand} ${id}`);
/** An answer without how long it took. */
const repeatable = ({ run: { elapsedMs: _, ...run }, ...answer }: SitingAnswer) => ({ ...answer, run });

describe("two of three homes", () => {
  it("stay where the way is shortest for all, and every township goes to one of them", async () => {
    const answer = await site(threeHomes());
    if (answer.outcome !== "found") throw new Error(answer.outcome);
    expect(homes(answer.plan)).toEqual(["home-1", "home-3"]);
    expect(sentTo(answer.plan)).toEqual(["t-1 home-1", "t-2 home-1", "t-3 home-3", "t-4 home-3"]);
    expect(answer.plan.closed).toEqual(["home-2"]);
    expect([answer.proven, answer.gap, answer.run.stoppedBy]).toEqual([true, { unservedPersons: 0, costShare: 0 }, "proven"]);
  });

  it("are another two where one is required, and say so", async () => {
    const [first, second, third] = threeHomes().sites;
    if (first === undefined || second === undefined || third === undefined) throw new Error("three homes");
    const plan = await planOf(threeHomes({ sites: [first, { ...second, required: true }, third] }));
    expect(homes(plan)).toEqual(["home-2", "home-3"]);
    expect(plan.opened[0]?.reasons[0]).toEqual({ code: "REQUIRED" });
  });

  it("leave a barred one alone", async () => {
    const sites = threeHomes().sites.map((each) => (each.id === "home-1" ? { ...each, barred: true } : each));
    expect(homes(await planOf(threeHomes({ sites })))).toEqual(["home-2", "home-3"]);
  });

  it("send people further where the near home has no room", async () => {
    const sites = threeHomes().sites.map((each) => (each.id === "home-3" ? { ...each, capacity: 40 } : each));
    const plan = await planOf(threeHomes({ sites, rules: { sites: { exactly: 2 } } }));
    expect(plan.unserved).toEqual([]);
    expect(sentTo(plan)).not.toContain("t-4 home-3");
  });
});

describe("the rules of siting", () => {
  it("close a point that would serve fewer households than the rule asks for, and open it at just as many", async () => {
    const village = (id: string, lng: number, households: number) => ({ id, lng, lat: 31.9, persons: households, households });
    const demands = [village("v-1", 108.5, 19), village("v-2", 108.9, 40)];
    const sites = demands.map(({ id, lng, lat }) => ({ id: `point-${id}`, lng, lat }));
    const ask = (leastHouseholds: number) =>
      planOf({ demands, sites, travel: { kind: "straightLine", circuity: 1.4 }, rules: { furthestMetres: 5000, leastHouseholds } });
    const strict = await ask(20);
    expect(homes(strict)).toEqual(["point-v-2"]);
    expect(strict.unserved[0]).toMatchObject({
      demand: "v-1",
      reason: "CROWDED_OUT",
      relax: [
        { site: "point-v-2", changes: [{ rule: "furthestMetres" }] },
        { site: "point-v-1", changes: [{ rule: "leastHouseholds", to: 19 }] },
      ],
    });
    expect(homes(await ask(19))).toEqual(["point-v-1", "point-v-2"]);
  });

  it("share one point between neighbours where neither has the households for its own", async () => {
    const demands = [
      { id: "v-1", area: "152527101201", lng: 116, lat: 43, persons: 12, households: 11 },
      { id: "v-2", area: "152527101202", lng: 116.03, lat: 43, persons: 15, households: 12 },
    ];
    const sites = demands.map(({ id, area, lng, lat }) => ({ id: `station-${id}`, kind: "gachaStation" as const, area, lng, lat }));
    const plan = await planOf({
      demands,
      sites,
      travel: { kind: "straightLine", circuity: 1.2 },
      rules: { furthestMetres: 10_000, leastHouseholds: 20 },
    });
    expect(plan.opened).toMatchObject([{ site: "station-v-2", households: 23, demands: ["v-1", "v-2"] }]);
  });

  it("name the radius that would reach a village, to the metre", async () => {
    const plan = await planOf(threeHomes({ rules: { furthestMetres: 2000 } }));
    const left = plan.unserved.find(({ demand }) => demand === "t-4");
    expect(left).toMatchObject({ reason: "NO_SITE_WITHIN_REACH", relax: [{ site: "home-3", changes: [{ rule: "furthestMetres" }] }] });
    const to = left?.relax[0]?.changes[0]?.to ?? 0;
    expect((await planOf(threeHomes({ rules: { furthestMetres: to } }))).unserved.map(({ demand }) => demand)).not.toContain("t-4");
    expect((await planOf(threeHomes({ rules: { furthestMetres: to - 1 } }))).unserved.map(({ demand }) => demand)).toContain("t-4");
  });

  it("open nothing that the budget does not reach, and say what budget would", async () => {
    const sites = threeHomes().sites.map((each) => ({ ...each, existing: false, openingFen: 100 }));
    const plan = await planOf(threeHomes({ sites, rules: { oneOffBudgetFen: 199, furthestMetres: 12_000 } }));
    expect([homes(plan), plan.oneOffFen]).toEqual([["home-3"], 100]);
    expect(plan.unserved.flatMap(({ relax }) => relax.map(({ changes }) => changes))).toContainEqual([{ rule: "oneOffBudgetFen", to: 200 }]);
  });

  it("leave out whom serving costs more than their price", async () => {
    const sites = threeHomes().sites.map((each) => ({ ...each, capacity: 200 }));
    const plan = await planOf(threeHomes({ sites, rules: { sites: { exactly: 1 } }, weights: { unservedPerson: 10 } }));
    expect(plan.unserved.map(({ demand, reason }) => `${demand} ${reason}`)).toEqual(["t-1 DEARER_THAN_LEAVING_OUT", "t-2 DEARER_THAN_LEAVING_OUT"]);
    expect(plan.cost.unserved).toBe(500);
  });

  it("keep an existing home where closing it costs more than it saves", async () => {
    const sites = threeHomes().sites.map((each) => ({ ...each, closingFen: 50_000, yearlyFen: 40_000 }));
    const ask = (yearlyFen: number) => planOf(threeHomes({ sites, rules: {}, weights: { oneOffFen: 1, yearlyFen } }));
    expect((await ask(1)).closed).toEqual([]);
    expect((await ask(10)).closed).toHaveLength(1);
  });

  it("hold for a matrix with places that no road reaches", async () => {
    const distancesMetres = [0, 5000, null, 5000, 0, null, null, null, 0, null, null, 3000];
    const plan = await planOf(threeHomes({ travel: { kind: "matrix", distancesMetres }, rules: { sites: { exactly: 1 } } }));
    expect(homes(plan)).toEqual(["home-3"]);
    expect(plan.unserved[0]).toMatchObject({ demand: "t-1", reason: "CROWDED_OUT" });
  });
});

describe("what cannot be", () => {
  it("is named by what the nearest choice lacks", async () => {
    const demands = threeHomes().demands.map((demand) => ({ ...demand, households: 5 }));
    const answer = await site(threeHomes({ demands, rules: { sites: { exactly: 2 }, leastHouseholds: 11 } }), { maxIterations: 200 });
    expect(answer).toMatchObject({ outcome: "notFound", missingSites: 0, overBudgetFen: 0 });
    expect(answer.outcome !== "found" && answer.shortfalls.reduce((sum, { missingHouseholds }) => sum + missingHouseholds, 0)).toBe(2);
  });

  it("is nothing to plan where there is nobody and nowhere", async () => {
    const plan = await planOf({ demands: [], sites: [], travel: { kind: "straightLine", circuity: 1 } });
    expect([plan.opened, plan.assignments, plan.cost.total]).toEqual([[], [], 0]);
  });
});

describe("an answer", () => {
  it("is the same for the same question, and whatever the order of its lists", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const problem = randomSiting(seed, { demands: 12, sites: 6 });
        fc.pre(validateSiting(problem).length === 0);
        const turned = { ...problem, demands: [...problem.demands].reverse(), sites: [...problem.sites].reverse() };
        const options = { maxIterations: 150, seed: 3 };
        const answer = repeatable(await site(problem, options));
        expect(repeatable(await site(turned, options))).toEqual(answer);
      }),
      { numRuns: 40 },
    );
  });

  it("comes at once when the signal is given, with the best plan so far", async () => {
    const stop = new AbortController();
    const problem = countySiting(11, 160, 120);
    let abortedAt = 0;
    setTimeout(() => {
      abortedAt = performance.now();
      stop.abort();
    }, 1000);
    const answer = await site(problem, { signal: stop.signal, maxIterations: 1_000_000_000 });
    expect(performance.now() - abortedAt).toBeLessThan(1000);
    if (answer.outcome !== "found") throw new Error(answer.outcome);
    expect([answer.run.stoppedBy, verifySiting(problem, answer.plan)]).toEqual(["signal", []]);
    const before = await site(problem, { signal: AbortSignal.abort() });
    expect([before.outcome, before.run.stoppedBy, before.run.iterations]).toEqual(["notFound", "signal", 0]);
  });

  it("refuses options and questions with all that is wrong with them", async () => {
    const codes = async (problem: SitingProblem, options: SitingOptions): Promise<string[]> =>
      site(problem, options).then(
        () => [],
        (error: unknown) => (error instanceof EldercareError ? error.issues.map(({ code, pointer }) => `${code} ${pointer}`) : [String(error)]),
      );
    expect(await codes(threeHomes(), { maxIterations: 0, seed: 0.5 })).toEqual([
      "SITING_OPTION_INVALID /maxIterations",
      "SITING_OPTION_INVALID /seed",
    ]);
    expect(await codes(threeHomes({ weights: { personKilometre: 1_000_000, unservedPerson: 1_000_000, oneOffFen: 1_000_000 } }), {})).toEqual([]);
    const rich = threeHomes().sites.map((each) => ({ ...each, yearlyFen: 1_000_000_000_000 }));
    expect(await codes(threeHomes({ sites: rich, weights: { yearlyFen: 1000 } }), {})).toEqual(["SITING_SUMS_TOO_LARGE /weights"]);
  });
});

describe("on tiny problems, against trying everything", () => {
  const tally = { same: 0, all: 0, proven: 0, none: 0 };

  it("no plan is below the best, no bound above it, nothing proven that is not so", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const problem = randomSiting(seed, { demands: 1 + (seed % 7), sites: 1 + (seed % 4) });
        fc.pre(validateSiting(problem).length === 0);
        const best = bestOfAll(problem);
        const answer = await site(problem, { maxIterations: 400 });
        if (best === undefined) {
          tally.none++;
          expect(answer.outcome).toBe("notFound");
          return;
        }
        tally.all++;
        if (answer.outcome !== "found") return;
        expect(verifySiting(problem, answer.plan)).toEqual([]);
        const isPriced = problem.weights?.unservedPerson !== undefined;
        const unserved = isPriced ? 0 : answer.plan.unservedPersons;
        const cost = Math.round(answer.plan.cost.total * 1000);
        expect(unserved).toBeGreaterThanOrEqual(best.unserved);
        expect(answer.bound.unservedPersons ?? 0).toBeLessThanOrEqual(best.unserved);
        if (unserved === best.unserved) {
          expect(cost).toBeGreaterThanOrEqual(best.cost);
          expect(Math.round(answer.bound.cost * 1000)).toBeLessThanOrEqual(best.cost);
        }
        const isSame = unserved === best.unserved && cost === best.cost;
        if (answer.proven) expect(isSame).toBe(true);
        if (isSame) tally.same++;
        if (answer.proven) tally.proven++;
      }),
      { numRuns: 400 },
    );
  });

  it("and nearly all are solved to the best, most of them with proof", () => {
    expect(tally.none).toBeGreaterThan(10);
    expect(tally.all).toBeGreaterThan(200);
    expect(tally.same / tally.all).toBeGreaterThan(0.98);
    expect(tally.proven / tally.all).toBeGreaterThan(0.6);
  });
});
