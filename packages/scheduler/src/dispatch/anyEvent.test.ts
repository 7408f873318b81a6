import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomEvent } from "../../test/randomEvent.js";
import { randomLinked } from "../../test/randomLinked.js";
import { randomProblem } from "../../test/randomProblem.js";
import { withWorkRules } from "../../test/withWorkRules.js";
import { Random } from "../improve/random.js";
import { knownSecondsOfDay } from "../model/clock.js";
import type { Plan } from "../model/plan.js";
import { appointedIn } from "../model/presentPlan.js";
import type { Problem } from "../model/problem.js";
import { validate } from "../model/validate.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";
import { type Dispatched, dispatch } from "./dispatch.js";
import type { DispatchEvent } from "./event.js";

const kinds = ["emergency", "caregiverOut", "cancelled", "noShow", "overrun", "roadClosed"] as const;

/** A problem without transports, every third with overtime and days of rest; linked, with links, patterns, soft hours and the like. */
function drawn(seed: number, linked: boolean): Problem {
  const wanted = { visits: 12, caregivers: 4, days: 2 };
  const { transports: _, ...problem } = linked
    ? { ...randomLinked(seed, wanted), transports: undefined }
    : { ...randomProblem(seed, { ...wanted, rich: seed % 2 === 0, transports: 0 }) };
  return seed % 3 === 0 ? withWorkRules(problem, new Random(seed), 0.5, [120, 360]) : problem;
}

/** Visits of a plan that have begun by the moment of an event, by what the plan says. */
function begunBy(plan: Plan, at: string): Map<string, string> {
  const [date = "", clock = ""] = at.split("T");
  return new Map(
    [...appointedIn(plan.routes)].flatMap(([id, made]): [string, string][] =>
      made.date < date || (made.date === date && knownSecondsOfDay(made.start) <= knownSecondsOfDay(clock))
        ? [[id, `${made.caregiver} ${made.date} ${made.start}`]]
        : [],
    ),
  );
}

const sound = ({ problem, plan }: Pick<Dispatched, "problem" | "plan">): void => {
  expect(validate(problem).filter(({ severity }) => severity === "error")).toEqual([]);
  expect(verify(problem, plan)).toEqual([]);
};

describe("whatever happens", () => {
  for (const linked of [false, true])
    it(`the plan holds, and what has begun stays as it was${linked ? ", with links, soft hours and overtime" : ""}`, async () => {
      const count = { begun: 0, changed: 0, again: 0 };
      await fc.assert(
        fc.asyncProperty(fc.nat(100_000), fc.constantFrom(...kinds), fc.constantFrom(...kinds), async (seed, kind, next) => {
          const problem = drawn(seed, linked);
          const { plan } = await solve(problem, { maxIterations: linked ? 2000 : 40, seed });
          const event = randomEvent(seed, problem, plan, kind);
          const options = { maxIterations: linked ? 1000 : 40, seed };
          const first = await dispatch(problem, plan, event, options);
          sound(first);
          const excused = new Set(event.kind === "overrun" || event.kind === "caregiverOut" ? [...begunBy(plan, event.at ?? "").keys()] : []);
          const now = appointedIn(first.plan.routes);
          for (const [id, was] of begunBy(plan, event.at ?? "")) {
            if (excused.has(id)) continue;
            const is = now.get(id);
            expect(`${is?.caregiver} ${is?.date} ${is?.start}`).toBe(was);
            count.begun++;
          }
          if (first.changes.length > 0) count.changed++;
          // the day goes on from there
          const later = randomEvent(seed + 1, first.problem, first.plan, next);
          if (first.plan.routes.length === 0 || (later.at ?? "") < (event.at ?? "") || later.kind === "emergency" || later.kind === "noShow") return;
          sound(await dispatch(first.problem, first.plan, later, options));
          count.again++;
        }),
        {
          numRuns: 150,
          examples: [
            [78862, "overrun", "emergency"],
            [99996, "noShow", "emergency"],
            [89637, "emergency", "emergency"],
          ],
        },
      );
      expect(count.begun).toBeGreaterThan(100);
      expect(count.changed).toBeGreaterThan(50);
      expect(count.again).toBeGreaterThan(10);
    });

  it("at a great price only those are moved whom their caregiver cannot serve any more, and what is pinned stays", async () => {
    const count = { moved: 0, pinned: 0 };
    await fc.assert(
      fc.asyncProperty(fc.nat(100_000), fc.constantFrom(...kinds), async (seed, kind) => {
        const free = drawn(seed, false);
        const { plan } = await solve(free, { maxIterations: 40, seed });
        const made = appointedIn(plan.routes);
        // every fourth visit is pinned where it is, every eighth to its minute as well
        const problem: Problem = {
          ...free,
          objective: { ...free.objective, changedVisit: 100_000, unservedPriority: [900_000, 900_000, 900_000, 900_000, 900_000] },
          visits: free.visits.map((visit, row) => {
            const was = made.get(visit.id);
            if (row % 4 > 0 || was === undefined) return visit;
            return { ...visit, fixed: { caregiver: was.caregiver, date: was.date, ...(row % 8 === 0 ? { start: was.start } : {}) } };
          }),
        };
        const event = randomEvent(seed, problem, plan, kind);
        const result = await dispatch(problem, plan, event, { maxIterations: 60, seed });
        sound(result);
        const now = appointedIn(result.plan.routes);
        const comesIn = result.changes.some(({ kind: change }) => change === "added");
        const isOut = (by: string | undefined): boolean => event.kind === "caregiverOut" && event.caregiver === by;
        for (const { id, fixed } of problem.visits) {
          const [was, is] = [made.get(id), now.get(id)];
          if (was === undefined) continue;
          const isMoved = is !== undefined && (is.caregiver !== was.caregiver || is.date !== was.date);
          if (isMoved) count.moved++;
          // time that falls free makes nobody move, unless another visit comes in for it
          if ((event.kind === "cancelled" || event.kind === "noShow") && !comesIn) expect(isMoved).toBe(false);
          if (fixed === undefined || fixed === null || is === undefined || isOut(was.caregiver)) continue;
          count.pinned++;
          expect(`${is.caregiver} ${is.date} ${fixed.start === undefined || event.kind === "overrun" ? "" : is.start}`).toBe(
            `${was.caregiver} ${was.date} ${fixed.start === undefined || event.kind === "overrun" ? "" : was.start}`,
          );
        }
      }),
      { numRuns: 80 },
    );
    expect(count.moved).toBeGreaterThan(10);
    expect(count.pinned).toBeGreaterThan(50);
  });

  it("nothing changes where it does not concern the plan", async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(100_000), fc.boolean(), async (seed, linked) => {
        const problem = drawn(seed, linked);
        const { plan } = await solve(problem, { maxIterations: linked ? 2000 : 40, seed });
        const { at } = randomEvent(seed, problem, plan, "cancelled");
        const [left] = plan.unassigned;
        if (left === undefined || at === undefined) return;
        asked++;
        const events: DispatchEvent[] = [
          { kind: "cancelled", at, visit: left.visit },
          { kind: "overrun", at, visit: left.visit, minutes: 5 },
        ];
        for (const event of events) {
          const result = await dispatch(problem, plan, event, { maxIterations: 100, seed });
          sound(result);
          expect(result.run).toBeUndefined();
          const said = (of: Plan) =>
            [...appointedIn(of.routes)].map(([id, { caregiver, date, start }]) => [id, caregiver, date, linked ? "" : start]).sort();
          // where routes bear on one another, a visit may begin later once nobody else comes to the same home
          expect(said(result.plan)).toEqual(said(plan));
        }
      }),
      { numRuns: 40 },
    );
    expect(asked).toBeGreaterThan(20);
  });
});
