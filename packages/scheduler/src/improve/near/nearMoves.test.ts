import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomProblem } from "../../../test/randomProblem.js";
import { isConsistent, said, stopsOnRoute } from "../../../test/said.js";
import { insertCheapest } from "../../construct/insertCheapest.js";
import { newState } from "../../evaluate/newState.js";
import type { RouteState } from "../../evaluate/routeState.js";
import { defaultFeatures } from "../../features/defaultFeatures.js";
import { compile } from "../../model/compile.js";
import type { Problem } from "../../model/problem.js";
import { runToEnd } from "../../model/steps.js";
import { Annealing } from "../accept/annealing.js";
import { Random } from "../random.js";
import { Neighbours } from "../ruin/neighbours.js";
import { Undo } from "../undo.js";
import { MoveOver } from "./moveOver.js";
import type { NearMove } from "./nearMove.js";
import { NearMoves } from "./nearMoves.js";
import { SwapTwo } from "./swapTwo.js";
import { TailSwap } from "./tailSwap.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 3 * (fc.readConfigureGlobal().numRuns ?? 100) };

function firstPlan(seed: number, amend: (problem: Problem) => Problem = (problem) => problem): RouteState {
  const problem = amend(randomProblem(seed, { visits: 18, caregivers: 3, days: 2, rich: true }));
  const state = newState(runToEnd(compile(problem, defaultFeatures)));
  runToEnd(insertCheapest(state));
  return state;
}

const freeWaiting = (problem: Problem): Problem => ({ ...problem, objective: { ...problem.objective, waitingMinute: 0 } });

const routesOf = (state: RouteState): number[][] =>
  Array.from({ length: state.compiled.routeCount }, (_, route) => stopsOnRoute(state, state, route));

const changedBetween = (before: readonly number[][], after: readonly number[][]): number[] =>
  after.flatMap((stops, route) => (stops.join() === before[route]?.join() ? [] : [route]));

/** Every two stops on different routes. */
function* pairs({ compiled, routeOf }: RouteState): Iterable<readonly [number, number]> {
  const planned = Array.from({ length: compiled.stopCount }, (_, stop) => stop).filter((stop) => (routeOf[stop] as number) >= 0);
  for (const stop of planned) for (const other of planned) if (routeOf[stop] !== routeOf[other]) yield [stop, other];
}

type Routes = readonly [readonly number[], readonly number[]];

/** Two routes with one visit of one of them in the other, the rest in order. */
function isMovedOver([one, other]: Routes, [oneAfter, otherAfter]: Routes): boolean {
  const [from, to, fromAfter, toAfter] = oneAfter.length < one.length ? [one, other, oneAfter, otherAfter] : [other, one, otherAfter, oneAfter];
  const [moved, ...more] = from.filter((stop) => !fromAfter.includes(stop));
  const without = (stops: readonly number[]): string => stops.filter((stop) => stop !== moved).join();
  return more.length === 0 && without(from) === fromAfter.join() && without(toAfter) === to.join() && toAfter.length === to.length + 1;
}

/** Two routes with a visit of each in the place of the other. */
function areSwapped([one, other]: Routes, [oneAfter, otherAfter]: Routes): boolean {
  const [left] = one.filter((stop) => !oneAfter.includes(stop));
  const [right] = other.filter((stop) => !otherAfter.includes(stop));
  const swap = (stop: number): number => (stop === left ? (right as number) : stop === right ? (left as number) : stop);
  return one.map(swap).join() === oneAfter.join() && other.map(swap).join() === otherAfter.join();
}

/** Two routes that begin as they did and end as the other did. */
function areTailsSwapped([one, other]: Routes, [oneAfter, otherAfter]: Routes): boolean {
  const cuts = [...one.keys(), one.length].flatMap((at) => [...other.keys(), other.length].map((to) => [at, to] as const));
  return cuts.some(
    ([at, to]) =>
      [...one.slice(0, at), ...other.slice(to)].join() === oneAfter.join() && [...other.slice(0, to), ...one.slice(at)].join() === otherAfter.join(),
  );
}

const kinds = [
  { name: "a visit moved over", of: (state: RouteState, undo: Undo, random: Random) => new MoveOver(state, undo, random), isDone: isMovedOver },
  { name: "two visits swapped", of: (state: RouteState, undo: Undo, random: Random) => new SwapTwo(state, undo, random), isDone: areSwapped },
  { name: "two tails swapped", of: (state: RouteState, undo: Undo) => new TailSwap(state, undo), isDone: areTailsSwapped },
];

describe.each(kinds)("$name", ({ of, isDone }) => {
  /** The move for two stops: for the same ones always on the same side. */
  const moveOf = (state: RouteState, undo: Undo, stop: number, other: number): NearMove => of(state, undo, new Random(stop * 100 + other));

  it("changes two routes as it says, and is undone like any other step", () => {
    let made = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = firstPlan(seed);
        const undo = new Undo(state);
        const [before, all] = [routesOf(state), said(state)];
        for (const [stop, other] of pairs(state)) {
          const move = moveOf(state, undo, stop, other);
          undo.begin();
          if (!move.looksWorth(stop, other, Number.POSITIVE_INFINITY)) continue;
          if (move.make()) {
            made++;
            expect(isConsistent(state)).toBe(true);
            const after = routesOf(state);
            const changed = changedBetween(before, after);
            expect(changed).toHaveLength(2);
            const [one, two] = changed as [number, number];
            const both = (routes: readonly number[][]): Routes => [routes[one] as number[], routes[two] as number[]];
            expect(isDone(both(before), both(after))).toBe(true);
          }
          undo.rollBack();
          expect(said(state)).toEqual(all);
        }
      }),
      runs,
    );
    expect(made).toBeGreaterThan(100);
  });

  it("looks worth making exactly where it costs less than is allowed, if waiting is free", () => {
    let [made, unbounded] = [0, 0];
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = firstPlan(seed, freeWaiting);
        const undo = new Undo(state);
        for (const [stop, other] of pairs(state)) {
          const looksWorth = (allowance: number): boolean => moveOf(state, undo, stop, other).looksWorth(stop, other, allowance);
          const move = moveOf(state, undo, stop, other);
          const before = state.totalCost;
          undo.begin();
          if (!move.looksWorth(stop, other, Number.POSITIVE_INFINITY)) continue;
          const cost = move.make() ? state.totalCost - before : Number.NaN;
          undo.rollBack();
          if (Number.isNaN(cost)) continue;
          made++;
          expect(looksWorth(cost + 1e-3)).toBe(true);
          // tails that end elsewhere, or are driven otherwise, have no bound
          if (looksWorth(-1e12)) unbounded++;
          else expect(looksWorth(cost - 1e-3)).toBe(false);
        }
      }),
      runs,
    );
    expect(made).toBeGreaterThan(100);
    expect(unbounded).toBeLessThan(made);
  });
});

describe.each(kinds.slice(0, 2))("$name", ({ of }) => {
  it("leaves alone what has begun", () => {
    let asked = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = firstPlan(seed);
        for (const [stop, other] of pairs(state)) {
          const looksWorth = (): boolean => of(state, new Undo(state), new Random(seed)).looksWorth(stop, other, Number.POSITIVE_INFINITY);
          if (!looksWorth()) continue;
          asked++;
          state.compiled.isFact[stop] = 1;
          expect(looksWorth()).toBe(false);
          state.compiled.isFact[stop] = 0;
        }
      }),
      runs,
    );
    expect(asked).toBeGreaterThan(100);
  });
});

describe("near moves", () => {
  const movesOn = (state: RouteState, seed: number, heat: number): { readonly undo: Undo; readonly moves: NearMoves } => {
    const random = new Random(seed);
    const undo = new Undo(state);
    return { undo, moves: new NearMoves(state, undo, random, new Neighbours(state.compiled), new Annealing(random, heat)) };
  };

  it("leave routes alone that are to be left as they are", () => {
    let made = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = firstPlan(seed);
        const random = new Random(seed);
        for (let route = 0; route < state.compiled.routeCount; route++) if (random.unit() < 0.3) state.frozenRoutes[route] = 1;
        const before = routesOf(state);
        const { undo, moves } = movesOn(state, seed, 1e9);
        for (let step = 0; step < 30; step++) {
          undo.begin();
          if (moves.find() && moves.make()) made++;
          else undo.rollBack();
          expect(isConsistent(state)).toBe(true);
        }
        for (const route of changedBetween(before, routesOf(state))) expect(state.frozenRoutes[route]).toBe(0);
      }),
    );
    expect(made).toBeGreaterThan(20);
  });

  it("allow more while the search is hot", () => {
    const state = firstPlan(1, freeWaiting);
    const made = (heat: number): number => {
      const { undo, moves } = movesOn(state, 1, heat);
      let count = 0;
      for (let step = 0; step < 200; step++) {
        undo.begin();
        if (moves.find() && moves.make()) count++;
        undo.rollBack();
      }
      return count;
    };
    expect(made(1e9)).toBeGreaterThan(made(1));
  });
});
