import { bindingPatterns } from "../model/bindingLinks.js";
import type { Compiled } from "../model/compiled.js";
import { firstsOf } from "./firstsOf.js";

/** Visits that begin at much the same time of day: those of rhythm r are entries `first[r]` … `first[r + 1] − 1` of `member`. */
export class Rhythms {
  readonly count: number;
  /** Rhythm of each visit, −1 where it has none. */
  readonly of: Int32Array;
  readonly first: Int32Array;
  readonly member: Int32Array;
  /** Seconds by which starts of a rhythm may differ. */
  readonly tolerance: Int32Array;

  constructor({ problem, visitCount }: Compiled, indexOf: (id: string) => number) {
    const patterns = bindingPatterns(problem).filter(({ startToleranceMinutes }) => startToleranceMinutes !== undefined);
    this.count = patterns.length;
    this.of = new Int32Array(visitCount).fill(-1);
    this.first = firstsOf(patterns.map(({ visits }) => visits));
    this.tolerance = Int32Array.from(patterns, ({ startToleranceMinutes = 0 }) => Math.round(startToleranceMinutes * 60));
    for (const [rhythm, { visits }] of patterns.entries()) for (const id of visits) this.of[indexOf(id)] = rhythm;
    this.member = Int32Array.from(patterns.flatMap(({ visits }) => visits.map(indexOf)));
  }

  has(visit: number): boolean {
    return (this.of[visit] as number) >= 0;
  }
}
