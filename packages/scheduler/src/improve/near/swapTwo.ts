import { fitsInTime, hasRoom } from "../../evaluate/insertion.js";
import { costInstead } from "../../evaluate/replacement.js";
import type { RouteState } from "../../evaluate/routeState.js";
import type { Random } from "../random.js";
import type { Undo } from "../undo.js";
import { mostWaitingSaved, movesAlone, priceOn } from "./movesAlone.js";
import type { NearMove } from "./nearMove.js";

/** Swaps a visit with another, or with the one just before or after that. */
export class SwapTwo implements NearMove {
  private readonly state: RouteState;
  private readonly undo: Undo;
  private readonly random: Random;
  private visit = 0;
  private gone = 0;

  constructor(state: RouteState, undo: Undo, random: Random) {
    this.state = state;
    this.undo = undo;
    this.random = random;
  }

  looksWorth(visit: number, other: number, allowance: number): boolean {
    const { state } = this;
    const { prev, next } = state;
    const lot = this.random.below(4);
    const gone = lot < 2 ? (prev[other] as number) : lot === 2 ? (next[other] as number) : other;
    if (!(movesAlone(state, visit) && movesAlone(state, gone))) return false;
    const [from, to] = [state.routeOf[visit] as number, state.routeOf[gone] as number];
    const cost = costInstead(state, visit, gone, priceOn(state, visit, to)) + costInstead(state, gone, visit, priceOn(state, gone, from));
    const isWorth =
      cost - mostWaitingSaved(state, from, to) < allowance &&
      hasRoom(state, to, visit, gone) &&
      hasRoom(state, from, gone, visit) &&
      fitsInTime(state, to, visit, prev[gone] as number, next[gone] as number) &&
      fitsInTime(state, from, gone, prev[visit] as number, next[visit] as number);
    if (!isWorth) return false;
    this.visit = visit;
    this.gone = gone;
    return true;
  }

  make(): boolean {
    const { state, undo, visit, gone } = this;
    const [from, to] = [state.routeOf[visit] as number, state.routeOf[gone] as number];
    const [before, beforeGone] = [state.prev[visit] as number, state.prev[gone] as number];
    undo.touch(from);
    undo.touch(to);
    state.remove(visit);
    state.remove(gone);
    state.insert(visit, to, beforeGone, priceOn(state, visit, to));
    state.insert(gone, from, before, priceOn(state, gone, from));
    return state.refresh(from) && state.refresh(to);
  }
}
