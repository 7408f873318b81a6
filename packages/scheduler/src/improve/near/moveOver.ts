import { fitsInTime, hasRoom, insertionCost } from "../../evaluate/insertion.js";
import { savedWithout } from "../../evaluate/replacement.js";
import type { RouteState } from "../../evaluate/routeState.js";
import type { Random } from "../random.js";
import type { Undo } from "../undo.js";
import { mostWaitingSaved, movesAlone, priceOn } from "./movesAlone.js";
import type { NearMove } from "./nearMove.js";

/** Moves a visit to just before or after another. */
export class MoveOver implements NearMove {
  private readonly state: RouteState;
  private readonly undo: Undo;
  private readonly random: Random;
  private visit = 0;
  private to = 0;
  private after = 0;

  constructor(state: RouteState, undo: Undo, random: Random) {
    this.state = state;
    this.undo = undo;
    this.random = random;
  }

  looksWorth(visit: number, other: number, allowance: number): boolean {
    const { state } = this;
    if (!(movesAlone(state, visit) && movesAlone(state, other))) return false;
    const [from, to] = [state.routeOf[visit] as number, state.routeOf[other] as number];
    const after = this.random.unit() < 0.5 ? other : (state.prev[other] as number);
    const cost = insertionCost(state, to, visit, after, priceOn(state, visit, to)) - savedWithout(state, visit) - mostWaitingSaved(state, from, to);
    if (!(cost < allowance && hasRoom(state, to, visit) && fitsInTime(state, to, visit, after))) return false;
    this.visit = visit;
    this.to = to;
    this.after = after;
    return true;
  }

  make(): boolean {
    const { state, undo, visit, to, after } = this;
    const from = state.routeOf[visit] as number;
    undo.touch(from);
    undo.touch(to);
    state.remove(visit);
    if (state.stopsOn[from] === 0) state.empty(from);
    state.insert(visit, to, after, priceOn(state, visit, to));
    return state.refresh(from) && state.refresh(to);
  }
}
