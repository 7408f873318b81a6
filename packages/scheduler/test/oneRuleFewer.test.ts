import { describe, expect, it } from "vitest";
import { defaultFeatures } from "../src/features/defaultFeatures.js";
import { knownSecondsOfDay, printClock } from "../src/model/clock.js";
import type { Problem } from "../src/model/problem.js";
import type { Visit } from "../src/model/visit.js";
import { solve } from "../src/solve.js";
import { verify } from "../src/verify/verify.js";
import { exhaustiveCost } from "./exhaustive.js";
import { exhaustiveDaysCost, tinyDays } from "./exhaustiveDays.js";
import { exhaustiveLinkedCost, tinyLinked } from "./exhaustiveLinked.js";
import { tinyProblem } from "./tinyProblem.js";

// trying everything knows nothing of two caregivers at one person
const features = defaultFeatures.filter(({ name }) => name !== "oneAtATime");

type Caregiver = Problem["caregivers"][number];
const everybody = (problem: Problem, amend: (caregiver: Caregiver) => Caregiver): Problem => ({
  ...problem,
  caregivers: problem.caregivers.map(amend),
});
const without =
  (field: keyof Caregiver) =>
  (problem: Problem): Problem =>
    everybody(problem, ({ [field]: _, ...caregiver }) => caregiver as Caregiver);
const everyVisit = (problem: Problem, amend: (visit: Visit) => Visit): Problem => ({ ...problem, visits: problem.visits.map(amend) });
const anHourLonger = ({ from, to }: { readonly from: string; readonly to: string }) => ({
  from,
  to: printClock(Math.min(knownSecondsOfDay(to) + 3600, 24 * 3600 - 60)),
});

/** What takes a rule away, or bends it; a problem without the rule stays as it is. */
const fewer: Readonly<Record<string, (problem: Problem) => Problem>> = {
  "limits on work": without("workMinutes"),
  "days of rest": without("restDaysPerWeek"),
  "areas served": without("serviceArea"),
  mentors: without("mentoredBy"),
  training: (problem) => everybody(problem, (caregiver) => ({ ...caregiver, trainedOn: "2020-01-01" })),
  needs: (problem) => everyVisit(problem, ({ needs: _, ...visit }) => visit),
  hours: (problem) =>
    everyVisit(problem, (visit) =>
      visit.when?.daily === undefined ? visit : { ...visit, when: { ...visit.when, daily: visit.when.daily.map(anHourLonger) } },
    ),
  dates: (problem) => everyVisit(problem, ({ when: { dates: _, ...when } = {}, ...visit }) => ({ ...visit, when })),
  // of alternatives one is made: without the link each would be wanted
  links: (problem) => ({ ...problem, links: (problem.links ?? []).filter(({ kind }) => kind === "oneOf") }),
  patterns: (problem) => ({ ...problem, patterns: [] }),
};

/** The same with nothing required: what a required visit costs when left out hangs on everything else that the problem says. */
const optional = (problem: Problem): Problem => everyVisit(problem, ({ required: _, ...visit }) => visit);

const families: readonly (readonly [string, (seed: number) => Problem, (problem: Problem) => number, readonly (keyof typeof fewer)[]])[] = [
  [
    "with limits on work, training and areas",
    (seed) => tinyProblem(seed, { visits: 2 + (seed % 2), days: 2, rules: true }),
    exhaustiveCost,
    ["limits on work", "days of rest", "areas served", "training", "needs", "hours", "dates"],
  ],
  ["of one day with links and mentors", tinyLinked, exhaustiveLinkedCost, ["mentors", "hours", "links"]],
  ["of several days with links and patterns", tinyDays, exhaustiveDaysCost, ["hours", "links", "patterns"]],
];

describe.each(families)("a tiny problem %s", (_, drawn, best, rules) => {
  it("costs no more with a rule fewer, at its best, and what kept the rule is kept without", async () => {
    const bound = new Map(rules.map((rule) => [rule, 0]));
    for (let seed = 1; seed <= 40; seed++) {
      const problem = optional(drawn(seed));
      const least = best(problem);
      const { plan } = await solve(problem, { maxIterations: 1_000, seed, features });
      for (const rule of rules) {
        const bent = fewer[rule]?.(problem) ?? problem;
        // a trainee makes nothing but visits together
        if (rule === "links" && problem.caregivers.some(({ mentoredBy = [] }) => mentoredBy.length > 0)) continue;
        const now = best(bent);
        expect([seed, rule, now <= least + 1e-6]).toEqual([seed, rule, true]);
        expect(verify(bent, plan, { features }).filter(({ code }) => code !== "WRONG_COST")).toEqual([]);
        if (now < least - 1e-6) bound.set(rule, (bound.get(rule) ?? 0) + 1);
      }
    }
    for (const [rule, count] of bound) expect([rule, count > 0]).toEqual([rule, true]);
  }, 120_000);
});
