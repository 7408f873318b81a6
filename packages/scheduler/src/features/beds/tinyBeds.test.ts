import { describe, expect, it } from "vitest";
import { ride, toBeds, tourDates } from "../../../test/toBeds.js";
import { evaluate } from "../../evaluate/evaluate.js";
import { Random } from "../../improve/random.js";
import type { RouteOrder } from "../../model/plan.js";
import type { Problem } from "../../model/problem.js";
import type { Transport } from "../../model/transport.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

type Stop = RouteOrder["stops"][number];

/** Three people to be brought to a bed or home. */
function tinyBeds(seed: number): Problem {
  const random = new Random(seed);
  const days = 1 + random.below(2);
  const home = (): string => ["home-1", "home-2", "camp-1"][random.below(3)] ?? "";
  const dated = (): Pick<Transport, "when"> => (random.unit() < 0.4 ? { when: { dates: [tourDates[random.below(days)] ?? ""] } } : {});
  const people = [1, 2].map((number) => {
    const comes = { from: home(), to: "base" };
    const goes = { from: "base", to: home() };
    return ride(`t-${number}`, {
      ...(random.unit() < 0.6 ? comes : goes),
      ...(random.unit() < 0.8 ? { bed: "base" } : {}),
      priority: 1 + random.below(3),
      ...dated(),
    });
  });
  const [first] = people as [Transport];
  const third =
    first.to === "base" && random.unit() < 0.6
      ? ride("t-3", { from: "base", to: home(), returnOf: "t-1", ...dated() })
      : ride("t-3", { from: home(), bed: "base", ...dated() });
  // two routes: of two caregivers on one day, or of one on two
  const problem = toBeds([...people, third], random.below(2), days);
  return { ...problem, caregivers: problem.caregivers.slice(0, 3 - days), objective: { unservedPriority: [400, 200, 100, 30, 10] } };
}

/** All orders of the stops of some transports, each boarding before it alights. */
function* orders(open: readonly string[], aboard: readonly string[]): Generator<Stop[]> {
  if (open.length + aboard.length === 0) yield [];
  for (const id of open)
    for (const rest of orders(
      open.filter((other) => other !== id),
      [...aboard, id],
    ))
      yield [{ kind: "board", id }, ...rest];
  for (const id of aboard)
    for (const rest of orders(
      open,
      aboard.filter((other) => other !== id),
    ))
      yield [{ kind: "alight", id }, ...rest];
}

/** The cheapest of all plans that the checker accepts. */
function cheapest(problem: Problem): number {
  const routes = problem.caregivers.flatMap(({ id, shifts }) => shifts.map(({ date }) => ({ caregiver: id, date })));
  const ids = problem.transports?.map(({ id }) => id) ?? [];
  const share = (left: readonly string[], route: number, made: readonly RouteOrder[]): number => {
    const day = routes[route];
    if (day === undefined) {
      const plan = evaluate(problem, made);
      return verify(problem, plan).length === 0 ? plan.cost.total : Number.POSITIVE_INFINITY;
    }
    let best = Number.POSITIVE_INFINITY;
    for (let subset = 0; subset < 2 ** left.length; subset++) {
      const mine = left.filter((_, index) => ((subset >> index) & 1) === 1);
      const others = left.filter((id) => !mine.includes(id));
      for (const stops of orders(mine, [])) best = Math.min(best, share(others, route + 1, mine.length === 0 ? made : [...made, { ...day, stops }]));
    }
    return best;
  };
  return share(ids, 0, []);
}

describe("a tiny problem with beds", () => {
  it("costs what the cheapest of all plans costs that the checker accepts", async () => {
    let optimal = 0;
    let bound = 0;
    for (let seed = 1; seed <= 4; seed++) {
      const problem = tinyBeds(seed);
      const { plan } = await solve(problem, { maxIterations: 400, seed });
      const least = cheapest(problem);
      expect(plan.cost.total).toBeGreaterThanOrEqual(least - 1e-6);
      if (plan.cost.total <= least + 1e-6) optimal++;
      const { beds, ...free } = problem;
      const unbound = { ...free, transports: problem.transports?.map(({ bed, returnOf, ...transport }) => transport) ?? [] };
      if ((await solve(unbound, { maxIterations: 300, seed })).plan.cost.total < least - 1e-6) bound++;
    }
    expect([optimal, bound > 0]).toEqual([4, true]);
  });
});
