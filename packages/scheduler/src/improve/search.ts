import { placeBreaks } from "../construct/placeBreaks.js";
import { hasNights, Nights } from "../evaluate/nights.js";
import type { RouteState } from "../evaluate/routeState.js";
import type { Run } from "../model/plan.js";
import type { Steps } from "../model/steps.js";
import { Annealing, costOfAMove } from "./accept/annealing.js";
import { BestPlans } from "./bestPlans.js";
import { type Cooling, oneCooling } from "./coolings.js";
import { emptyRoutes, savesDays } from "./emptyRoutes.js";
import { Graft } from "./graft.js";
import { NearMoves } from "./near/nearMoves.js";
import { Random } from "./random.js";
import { GreedyRecreate } from "./recreate/greedyRecreate.js";
import { Neighbours } from "./ruin/neighbours.js";
import { StringRuin } from "./ruin/stringRuin.js";
import type { Budget } from "./stop/budget.js";
import { Undo } from "./undo.js";

/** Chance that the breaks of a ruined route are moved, and that each then goes to its best place rather than to any. */
const moveBreaksRate = 0.5;
const bestBreakRate = 0.5;
/** Chance that a ruined tour spends a night elsewhere before its stops are put back. */
const moveNightRate = 0.3;
/** Share of the budget after which it shows how many steps it is worth. */
const probedShare = 0.02;
/** Share of steps that take over a route of another plan, where there are others. */
const graftRate = 0.05;
/** How much hotter a search begins where a day less is worth more than all else: with so few days, few changes can be kept. */
const heatWithFewDays = 50;
/** Share of steps that make a small move between routes where one is worth trying. */
const nearRate = 0.7;

/** Told of every step: how many there were, and whether the plan is the best of all so far. */
export type AfterStep = (iterations: number, isBest: boolean) => void;

/** Ruins and recreates routes, swaps their tails and takes routes over from other good plans, under annealing. */
export class Search {
  private readonly state: RouteState;
  private readonly random: Random;
  private readonly undo: Undo;
  private readonly ruin: StringRuin;
  private readonly recreate: GreedyRecreate;
  private readonly annealing: Annealing;
  private readonly near: NearMoves;
  private readonly graft: Graft;
  /** Undefined where no tour has nights to choose. */
  private readonly nights: Nights | undefined;
  readonly bests: BestPlans;
  iterations = 0;

  private constructor(state: RouteState, random: Random, neighbours: Neighbours, move: number) {
    this.state = state;
    this.random = random;
    this.undo = new Undo(state);
    this.ruin = new StringRuin(state, this.undo, random, neighbours);
    this.recreate = new GreedyRecreate(state, this.undo, random, neighbours);
    this.annealing = new Annealing(random, move, savesDays(state) ? heatWithFewDays : 1);
    this.near = new NearMoves(state, this.undo, random, neighbours, this.annealing);
    this.graft = new Graft(state, this.undo, random);
    this.nights = hasNights(state.compiled) ? new Nights(state) : undefined;
    this.bests = new BestPlans(state);
  }

  /** A search from the routes as they stand. Resumable. */
  static *of(state: RouteState, seed: number, neighbours = new Neighbours(state.compiled)): Steps<Search> {
    const move = yield* costOfAMove(state, neighbours);
    return new Search(state, new Random(seed), neighbours, move);
  }

  /** Empties routes where the objective is for the fewest, for a share of the budget. Resumable between steps. */
  *emptyRoutes(budget: Budget, afterStep: AfterStep): Steps<void> {
    const { state, undo, annealing, ruin, recreate, bests } = this;
    // what is taken out of one route may be what another depends on: ruins look after that, emptying does not
    if (!savesDays(state) || state.limits.some(({ isLiftedByOthers }) => isLiftedByOthers === true)) return;
    const told = (iterations: number): void => {
      this.iterations = iterations;
      afterStep(iterations, false);
    };
    yield* emptyRoutes({ state, undo, annealing, ruin, recreate, budget, afterStep: told });
    afterStep(this.iterations, bests.offer());
  }

  /**
   * Searches until the budget is spent. Resumable between steps.
   *
   * @param coolings how the budget is shared out, or how that follows from the steps that it turns out to be worth
   */
  *run(budget: Budget, coolings: readonly Cooling[] | ((steps: number) => readonly Cooling[]), afterStep: AfterStep): Steps<Run["stoppedBy"]> {
    const { bests } = this;
    const begun = budget.share(this.iterations);
    budget.note(bests.units, this.iterations);
    const before = this.iterations;
    let planned = typeof coolings === "function" ? undefined : coolings;
    let stage = 0;
    for (;;) {
      const stoppedBy = budget.spent(this.iterations);
      if (stoppedBy !== undefined) return stoppedBy;
      const share = (budget.share(this.iterations) - begun) / (1 - begun);
      if (planned === undefined && typeof coolings === "function" && share >= probedShare) planned = coolings((this.iterations - before) / share);
      while (planned !== undefined && share >= (planned[stage]?.to ?? 1) && stage + 1 < planned.length) {
        stage++;
        bests.beginNext(planned[stage]?.grafts === true);
      }
      const isBest = this.step(planned?.[stage] ?? oneCooling, share);
      this.iterations++;
      if (isBest) budget.note(bests.units, this.iterations);
      afterStep(this.iterations, isBest);
      yield;
    }
  }

  /** One step; true where the plan is then the best of all. */
  private step({ from, to, heat, grafts }: Cooling, share: number): boolean {
    const { state, undo, annealing, bests, near } = this;
    annealing.coolTo((share - from) / (to - from), heat);
    const before = state.totalCost;
    undo.begin();
    const isNear = this.random.unit() < nearRate && near.find();
    const limit = before + (isNear ? near.allowance : annealing.allowance());
    if ((isNear ? near.make() : this.change(grafts, limit)) && this.settleNights() && state.totalCost < limit) return bests.offer();
    undo.rollBack();
    return false;
  }

  /** Changes the routes; false where they cannot be kept, or where it shows halfway that they would cost `most` or more. */
  private change(grafts: boolean, most: number): boolean {
    const { random, graft, recreate, ruin, bests, nights, state } = this;
    // costs can fall again where waiting is filled or a night moves
    const limit = nights === undefined && state.compiled.waitingSecondCost === 0 ? most : Number.POSITIVE_INFINITY;
    if (grafts && random.unit() < graftRate) return graft.graft(bests.draw(random)) && recreate.recreate(graft, limit);
    return ruin.ruin() && this.moveBreaks() && this.moveNights() && recreate.recreate(ruin, limit);
  }

  /** Spends the nights of the tours changed where that costs least; false where one cannot be kept. */
  private settleNights(): boolean {
    const { nights, undo, state } = this;
    if (nights === undefined) return true;
    let settled = -1;
    for (let index = 0; index < undo.touchedCount; index++) {
      const tour = state.compiled.routeTour[undo.touchedRoute(index)] as number;
      if (tour < 0 || tour === settled) continue;
      settled = tour;
      if (!nights.settle(tour)) return false;
    }
    return true;
  }

  /** Lets some ruined tours spend a night anywhere, so that stops can go in that its nights now keep out; false where one cannot be kept. */
  private moveNights(): boolean {
    const { nights, ruin, random, state } = this;
    if (nights === undefined) return true;
    for (let index = 0; index < ruin.routeCount; index++) {
      const tour = state.compiled.routeTour[ruin.routes[index] as number] as number;
      if (tour < 0 || !nights.hasChoice(tour) || random.unit() >= moveNightRate) continue;
      const places = state.compiled.tourLodgings[tour] as Int32Array;
      const before = nights.read(tour);
      const way = before.slice();
      way[random.below(way.length)] = places[random.below(places.length)] as number;
      if (!nights.spend(tour, way) && !nights.spend(tour, before)) return false;
    }
    return true;
  }

  /** Moves the breaks of some ruined routes while there is room; false where a break then fits nowhere. */
  private moveBreaks(): boolean {
    const { state, ruin, random } = this;
    const { routeBreak } = state.compiled;
    for (let index = 0; index < ruin.routeCount; index++) {
      const route = ruin.routes[index] as number;
      if (routeBreak[route] === routeBreak[route + 1] || random.unit() >= moveBreaksRate) continue;
      if (!placeBreaks(state, route, random.unit() < bestBreakRate ? undefined : random)) return false;
    }
    return true;
  }
}
