import { describe, expect, it } from "vitest";
import { threeHomes } from "../../../test/threeHomes.js";
import type { SitingPlan } from "../answer.js";
import type { SitingProblem } from "../problem.js";
import { site } from "../site.js";
import { verifySiting } from "./verifySiting.js";

async function planOf(problem: SitingProblem): Promise<SitingPlan> {
  const answer = await site(problem);
  if (answer.outcome !== "found") throw new Error(answer.outcome);
  return answer.plan;
}

const problem = threeHomes();
const sound = await planOf(problem);
/** Rules of the problem that the plan, made without them, breaks. */
const under = (amend: Partial<SitingProblem>): string[] => [...new Set(verifySiting({ ...problem, ...amend }, sound).map(({ code }) => code))];
/** Breaches of the plan after a change. */
const after = (amend: Partial<SitingPlan>): string[] => [...new Set(verifySiting(problem, { ...sound, ...amend }).map(({ code }) => code))];
const firstSite = (amend: object): SitingProblem["sites"] => problem.sites.map((each, row) => (row === 0 ? { ...each, ...amend } : each));

describe("the checker of sites", () => {
  it("finds nothing in a sound plan", () => {
    expect(verifySiting(problem, sound)).toEqual([]);
  });

  it.each<[string, Partial<SitingProblem>, string[]]>([
    ["capacity", { sites: firstSite({ capacity: 49 }) }, ["SITING_OVER_CAPACITY", "SITING_FIGURE_WRONG"]],
    ["least persons", { sites: firstSite({ leastPersons: 51 }) }, ["SITING_TOO_FEW_PERSONS"]],
    ["least households", { rules: { leastHouseholds: 1 } }, ["SITING_TOO_FEW_HOUSEHOLDS"]],
    ["the service radius", { rules: { furthestMetres: 4000 } }, ["SITING_OUT_OF_REACH"]],
    ["the longest journey", { rules: { longestSeconds: 400 } }, ["SITING_OUT_OF_REACH"]],
    ["the number of sites", { rules: { sites: { exactly: 3 } } }, ["SITING_WRONG_COUNT"]],
    ["a barred site", { sites: firstSite({ barred: true }) }, ["SITING_BARRED_OPENED"]],
    [
      "a required site",
      { sites: problem.sites.map((each, row) => (row === 1 ? { ...each, required: true } : each)) },
      ["SITING_REQUIRED_NOT_OPENED"],
    ],
    [
      "the budgets",
      { sites: firstSite({ openingFen: 100, yearlyFen: 10 }), rules: { oneOffBudgetFen: 99, yearlyBudgetFen: 9 } },
      ["SITING_OVER_BUDGET", "SITING_FIGURE_WRONG"],
    ],
  ])("knows %s", (_, amend, expected) => {
    expect(under(amend)).toEqual(expected);
  });

  const [first, ...others] = sound.assignments;
  if (first === undefined) throw new Error("nobody is assigned");

  it.each<[string, Partial<SitingPlan>, string]>([
    ["a township forgotten", { assignments: others }, "SITING_DEMAND_FORGOTTEN"],
    ["a township sent to two homes", { assignments: [...sound.assignments, { ...first, site: "home-3" }] }, "SITING_LISTED_TWICE"],
    ["a township sent to a closed home", { assignments: [{ ...first, site: "home-2" }, ...others] }, "SITING_NOT_OPENED"],
    ["a township that does not exist", { assignments: [{ ...first, demand: "t-9" }, ...others] }, "SITING_UNKNOWN"],
    ["a wrong cost", { cost: { ...sound.cost, travel: sound.cost.travel + 0.001 } }, "SITING_FIGURE_WRONG"],
    ["a wrong distance", { assignments: [{ ...first, distanceMetres: 1 }, ...others] }, "SITING_FIGURE_WRONG"],
    ["a home closed that is not", { closed: [] }, "SITING_FIGURE_WRONG"],
    ["a wrong number of people", { servedPersons: 119 }, "SITING_FIGURE_WRONG"],
  ])("finds %s", (_, amend, code) => {
    expect(after(amend)).toContain(code);
  });

  it("tries every change that is proposed for people left out", async () => {
    const narrow = threeHomes({ rules: { furthestMetres: 2000, sites: { exactly: 2 } } });
    const plan = await planOf(narrow);
    expect(plan.unserved.length).toBeGreaterThan(0);
    expect(verifySiting(narrow, plan)).toEqual([]);
    const grudging = plan.unserved.map((left) => ({
      ...left,
      relax: left.relax.map((relaxation) => ({ ...relaxation, changes: relaxation.changes.map((change) => ({ ...change, to: change.to - 1 })) })),
    }));
    const broken = verifySiting(narrow, { ...plan, unserved: grudging });
    expect(broken.length).toBe(plan.unserved.flatMap(({ relax }) => relax).length);
    expect(new Set(broken.map(({ code }) => code))).toEqual(new Set(["SITING_RELAXATION_WRONG"]));
  });
});
