import type { RouteState } from "../../evaluate/routeState.js";
import type { Annealing } from "../accept/annealing.js";
import type { Random } from "../random.js";
import type { Neighbours } from "../ruin/neighbours.js";
import type { Undo } from "../undo.js";
import { MoveOver } from "./moveOver.js";
import type { NearMove } from "./nearMove.js";
import { SwapTwo } from "./swapTwo.js";
import { TailSwap } from "./tailSwap.js";

/** How many of the stops nearest to one it may be joined to. */
const mostNear = 20;
/** How many moves are looked at before another kind of step is taken. */
const mostLooks = 15;

/** Looks at many small moves between routes, and makes the first that annealing could accept. */
export class NearMoves {
  private readonly state: RouteState;
  private readonly random: Random;
  private readonly neighbours: Neighbours;
  private readonly annealing: Annealing;
  private readonly moves: readonly NearMove[];
  private found: NearMove;
  /** What the move that was found may cost: less than this. */
  allowance = 0;

  constructor(state: RouteState, undo: Undo, random: Random, neighbours: Neighbours, annealing: Annealing) {
    this.state = state;
    this.random = random;
    this.neighbours = neighbours;
    this.annealing = annealing;
    const tails = new TailSwap(state, undo);
    this.moves = [new MoveOver(state, undo, random), new SwapTwo(state, undo, random), tails];
    this.found = tails;
  }

  /** Looks for a move; false where none was met that is worth trying. */
  find(): boolean {
    const { random, annealing, neighbours, moves } = this;
    const { routeOf, frozenRoutes, compiled } = this.state;
    for (let look = 0; look < mostLooks; look++) {
      const stop = random.below(compiled.stopCount);
      const near = neighbours.of(stop);
      const other = near[1 + random.below(Math.min(mostNear, near.length - 1))];
      if (other === undefined) return false;
      const [from, to] = [routeOf[stop] as number, routeOf[other] as number];
      if (from < 0 || to < 0 || from === to || frozenRoutes[from] === 1 || frozenRoutes[to] === 1) continue;
      this.allowance = annealing.allowance();
      const move = moves[random.below(moves.length)] as NearMove;
      if (!move.looksWorth(stop, other, this.allowance)) continue;
      this.found = move;
      return true;
    }
    return false;
  }

  /** Makes the move that was found; false where a route cannot be kept. */
  make(): boolean {
    return this.found.make();
  }
}
