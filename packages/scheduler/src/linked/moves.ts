import type { Changes } from "./changes.js";
import { looksAtSome } from "./likelyRoutes.js";
import { breakElsewhere } from "./moves/breakElsewhere.js";
import { busyTheIdlest } from "./moves/busyTheIdlest.js";
import { exchange } from "./moves/exchange.js";
import { inOrOut } from "./moves/inOrOut.js";
import { lateOrWait } from "./moves/lateOrWait.js";
import type { Move } from "./moves/move.js";
import { nextToANeighbour } from "./moves/nextToANeighbour.js";
import { otherRhythm } from "./moves/otherRhythm.js";
import { ruinAndRecreate } from "./moves/ruinAndRecreate.js";
import { swapTails } from "./moves/swapTails.js";
import { toAKnownFace } from "./moves/toAKnownFace.js";
import { toAnotherRoute } from "./moves/toAnotherRoute.js";
import { toAnyHour } from "./moves/toAnyHour.js";
import { togetherAnew } from "./moves/togetherAnew.js";

/** How often each move is drawn: shares of 1,000 where the problem has what the move is about. */
const shares = {
  nextToANeighbour: 380,
  toAnyHour: 130,
  exchange: 80,
  toAnotherRoute: 60,
  inOrOut: 45,
  lateOrWait: 15,
  breakElsewhere: 15,
  swapTails: 40,
  busyTheIdlest: 225,
  ruinAndRecreate: 4,
  ruinAmongMany: 12,
  togetherAnew: 24,
  otherRhythm: 30,
  toAKnownFace: 150,
} as const;

/** The moves that a problem is worth, drawn in fixed shares. */
export class Moves {
  readonly changes: Changes;
  private readonly moves: readonly Move[];
  private readonly upTo: Float64Array;

  constructor(changes: Changes) {
    const { compiled, isOptional } = changes.state.model;
    const softWithChoice = compiled.soft.some(
      (soft, visit) => soft === 1 && (compiled.windowFirst[visit + 1] as number) - (compiled.windowFirst[visit] as number) > 1,
    );
    const all: readonly (readonly [keyof typeof shares, boolean, (changes: Changes) => Move])[] = [
      ["nextToANeighbour", true, nextToANeighbour],
      ["toAnyHour", true, toAnyHour],
      ["exchange", true, exchange],
      ["toAnotherRoute", true, toAnotherRoute],
      ["inOrOut", isOptional.includes(1) || changes.state.leftCost > 0, inOrOut],
      ["togetherAnew", changes.state.model.circles.length > 0, togetherAnew],
      ["toAKnownFace", changes.state.model.circles.length > 0, toAKnownFace],
      ["otherRhythm", changes.state.model.rhythms.count > 0, otherRhythm],
      ["lateOrWait", softWithChoice, lateOrWait],
      ["breakElsewhere", (compiled.routeBreak[compiled.routeCount] as number) > (compiled.routeBreak[0] as number), breakElsewhere],
      ["swapTails", true, swapTails],
      ["busyTheIdlest", compiled.idlestSecondCost > 0, busyTheIdlest],
      ["ruinAndRecreate", !looksAtSome(compiled.routeCount), ruinAndRecreate],
      ["ruinAmongMany", looksAtSome(compiled.routeCount), ruinAndRecreate],
    ];
    const worth = all.filter(([, isWorth]) => isWorth);
    const sum = worth.reduce((total, [name]) => total + shares[name], 0);
    let share = 0;
    this.changes = changes;
    this.moves = worth.map(([, , make]) => make(changes));
    this.upTo = Float64Array.from(worth, ([name]) => {
      share += shares[name];
      return share / sum;
    });
  }

  /** Makes a move drawn at random, without settling; false where it found nothing to change. */
  make(): boolean {
    const draw = this.changes.random.unit();
    let index = 0;
    while (index < this.upTo.length - 1 && draw >= (this.upTo[index] as number)) index++;
    return (this.moves[index] as Move)();
  }
}
