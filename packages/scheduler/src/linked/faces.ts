import type { Compiled } from "../model/compiled.js";
import { firstsOf } from "./firstsOf.js";
import type { Tally } from "./tally.js";

/** Visits that have some caregivers, of whom each beyond those that are free costs something. */
export interface FaceGroup {
  readonly visits: readonly number[];
  /** So many caregivers, whoever they are, cost nothing. */
  readonly freeFaces: number;
  /** 1 for caregivers who cost nothing in any case. */
  readonly known: Uint8Array;
}

/** Caregivers beyond those that cost nothing, group by group. */
export class Faces implements Tally {
  readonly component = "newFaces";
  cost = 0;
  private readonly compiled: Compiled;
  private readonly facePrice: number;
  /** Groups of visits who sees whom is counted for: of visit v entries `first[v]` … `first[v + 1] − 1` of `group`. */
  private readonly first: Int32Array;
  private readonly group: Int32Array;
  /** Visits of group g by caregiver c: `[g * caregivers + c]`. */
  private readonly times: Int32Array;
  private readonly isFree: Uint8Array;
  private readonly faces: Int32Array;
  private readonly freeFaces: Int32Array;
  private readonly caregivers: number;

  constructor(compiled: Compiled, facePrice: number, groups: readonly FaceGroup[]) {
    const { visits, caregivers } = compiled.problem;
    const ofVisit = visits.map((): number[] => []);
    for (const [row, group] of groups.entries()) for (const visit of group.visits) ofVisit[visit]?.push(row);
    this.compiled = compiled;
    this.facePrice = facePrice;
    this.caregivers = caregivers.length;
    this.first = firstsOf(ofVisit);
    this.group = Int32Array.from(ofVisit.flat());
    this.times = new Int32Array(groups.length * caregivers.length);
    this.isFree = new Uint8Array(groups.length * caregivers.length);
    for (const [row, { known }] of groups.entries()) this.isFree.set(known, row * caregivers.length);
    this.faces = new Int32Array(groups.length);
    this.freeFaces = Int32Array.from(groups, ({ freeFaces }) => freeFaces);
  }

  count(visit: number, route: number, sign: 1 | -1): number {
    const { first, group, times, faces, freeFaces } = this;
    const caregiver = this.compiled.routeCaregiver[route] as number;
    let added = 0;
    for (let entry = first[visit] as number; entry < (first[visit + 1] as number); entry++) {
      const own = group[entry] as number;
      const at = own * this.caregivers + caregiver;
      const before = times[at] as number;
      times[at] = before + sign;
      if (this.isFree[at] === 1 || (before > 0 && before + sign > 0)) continue;
      const seen = (faces[own] as number) + sign;
      faces[own] = seen;
      const free = freeFaces[own] as number;
      if (sign > 0 ? seen > free : seen >= free) added += sign;
    }
    this.cost += added * this.facePrice;
    return added * this.facePrice;
  }
}
