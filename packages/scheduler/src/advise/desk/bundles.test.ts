import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, isKept, linkedTo, without } from "../../../test/checkAdvice.js";
import { randomLinked } from "../../../test/randomLinked.js";
import { cheapestPair } from "../../../test/tryEveryPlace.js";
import { evaluate } from "../../evaluate/evaluate.js";
import type { Link } from "../../model/link.js";
import type { Problem } from "../../model/problem.js";
import { solve } from "../../solve.js";
import { suggest } from "./adviser.js";

// every pair of places is tried, which takes its time
const runs = Math.ceil((fc.readConfigureGlobal().numRuns ?? 50) / 4);

describe("places suggested for visits that are all made or all left out on whatever days", () => {
  const oneWith = (seed: number): readonly [Problem, string] => {
    const { links: _, ...drawn } = randomLinked(seed, { visits: 6, caregivers: 2, days: 2 });
    const [a = "", b = "", c = ""] = drawn.visits.map(({ id }) => id);
    const links: Link[] = [
      [{ kind: "apart" as const, visits: [a, b] }],
      [{ kind: "sequence" as const, visits: [a, b], ...(seed % 8 < 4 ? {} : { minMinutes: 1200 }) }],
      [{ kind: "sequence" as const, visits: [b, a], from: "start" as const }],
      [
        { kind: "together" as const, visits: [b, c] },
        { kind: "sequence" as const, visits: [a, c] },
      ],
    ][seed % 4] as Link[];
    const visits = drawn.visits.map(({ needs: __, bars: ___, fixed: ____, when, ...visit }) => ({
      ...visit,
      when: [a, b, c].includes(visit.id) ? { daily: [{ from: "08:00", to: "16:00" }] } : (when ?? {}),
    }));
    return [{ ...drawn, links, visits }, seed % 3 === 0 ? b : a];
  };

  it("cost exactly what they say, and are as a rule the cheapest of all pairs", async () => {
    let [places, onTwoDays, inTurn, asked, met] = [0, 0, 0, 0, 0];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const [problem, id] = oneWith(seed);
        const { plan } = await solve(problem, { maxIterations: 100, seed });
        const together = linkedTo(problem, id);
        const base = without(plan, together);
        if (!isKept(problem, base)) return;
        const advice = suggest(problem, plan, id);
        check(problem, plan, advice, together);
        places += advice.suggestions.length;
        onTwoDays += advice.suggestions.filter(({ date, linked }) => linked.some((other) => other.date !== date)).length;
        inTurn += together.length > 2 ? advice.suggestions.length : 0;
        if (together.length > 2) return;
        const least = cheapestPair(problem, base, together as [string, string], true) - evaluate(problem, base).cost.total + advice.leaveOutPrice;
        if (least === Number.POSITIVE_INFINITY) return;
        asked++;
        if ((advice.suggestions[0]?.price.total ?? Number.POSITIVE_INFINITY) <= least + 1e-4) met++;
      }),
      { numRuns: runs },
    );
    expect(places).toBeGreaterThan(runs);
    for (const [what, count] of Object.entries({ onTwoDays, inTurn, asked })) expect([what, count, count > runs / 10]).toEqual([what, count, true]);
    expect(met).toBeGreaterThanOrEqual(0.9 * asked);
  }, 240_000);
});
