import { firstsOf } from "./firstsOf.js";
import type { Gap } from "./grouping.js";

/** Visits that come some time after others with a place of their own in the order. */
export class Sequences {
  /** Gaps that visit v waits for: entries `first[v]` … `first[v + 1] − 1`. */
  readonly first: Int32Array;
  readonly from: Int32Array;
  readonly fromEnd: Uint8Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Visits that wait for visit v: entries `followFirst[v]` … `followFirst[v + 1] − 1` of `follower`. */
  readonly followFirst: Int32Array;
  readonly follower: Int32Array;
  readonly count: number;

  constructor(visitCount: number, gaps: readonly Gap[]) {
    const before = Array.from({ length: visitCount }, (): Gap[] => []);
    const after = Array.from({ length: visitCount }, (): Gap[] => []);
    for (const gap of gaps) {
      before[gap.to]?.push(gap);
      after[gap.from]?.push(gap);
    }
    const waits = before.flat();
    this.count = gaps.length;
    this.first = firstsOf(before);
    this.from = Int32Array.from(waits, ({ from }) => from);
    this.fromEnd = Uint8Array.from(waits, ({ fromEnd }) => (fromEnd ? 1 : 0));
    this.least = Float64Array.from(waits, ({ least }) => least);
    this.most = Float64Array.from(waits, ({ most }) => most);
    this.followFirst = firstsOf(after);
    this.follower = Int32Array.from(after.flat(), ({ to }) => to);
  }
}
