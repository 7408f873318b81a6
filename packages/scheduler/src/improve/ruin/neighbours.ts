import type { Compiled } from "../../model/compiled.js";

/** How many neighbours of a visit a ruin looks at. */
const mostNeighbours = 100;

/** The visits nearest to each visit, itself first; found when first asked for. */
export class Neighbours {
  private readonly compiled: Compiled;
  private readonly known: (Int32Array | undefined)[];
  private readonly keys: Float64Array;

  constructor(compiled: Compiled) {
    this.compiled = compiled;
    this.known = new Array(compiled.stopCount);
    this.keys = new Float64Array(compiled.stopCount);
  }

  /** Visits by travel time from a visit, by the first caregiver's way of travelling; of equal ones the first listed. */
  of(visit: number): Int32Array {
    return this.known[visit] ?? this.find(visit);
  }

  private find(visit: number): Int32Array {
    const { stopCount, placeCount, nodePlace, routeTravel } = this.compiled;
    const travel = routeTravel[0] ?? new Int32Array();
    const row = (nodePlace[visit] as number) * placeCount;
    // one number holds both travel time and visit, so that a typed array sorts them without a comparison function
    for (let other = 0; other < stopCount; other++)
      this.keys[other] = (other === visit ? -1 : (travel[row + (nodePlace[other] as number)] as number)) * stopCount + other;
    const sorted = this.keys.slice().sort();
    const nearest = Int32Array.from(sorted.subarray(0, mostNeighbours), (key) => (key < 0 ? visit : key % stopCount));
    this.known[visit] = nearest;
    return nearest;
  }
}
