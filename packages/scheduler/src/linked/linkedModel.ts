import { bindingLinks } from "../model/bindingLinks.js";
import type { Compiled } from "../model/compiled.js";
import { gapSeconds, type Link } from "../model/link.js";
import { isRequired } from "../model/requiredPrice.js";
import type { Visit } from "../model/visit.js";

/**
 * What the linked search sees beside the compiled problem. An appointment is a visit by itself, or the visits that links make
 * stand or fall together: the search puts appointments in order, and times all visits in that order.
 */
export interface LinkedModel {
  readonly compiled: Compiled;
  readonly appointmentCount: number;
  readonly appointmentOf: Int32Array;
  /** Visits of appointment a: entries `memberFirst[a]` … `memberFirst[a + 1] − 1` of `member`, earlier ones of a sequence first. */
  readonly memberFirst: Int32Array;
  readonly member: Int32Array;
  /** Place of each visit among those of its appointment. */
  readonly rank: Int32Array;
  /** Visits of the appointment that has most. */
  readonly mostMembers: number;
  /**
   * Gaps of appointment a: entries `gapFirst[a]` … `gapFirst[a + 1] − 1`. From the start of one visit (its end where
   * `gapFromEnd` is 1) to the start of another lie at least `gapLeast` and at most `gapMost` seconds.
   */
  readonly gapFirst: Int32Array;
  readonly gapFrom: Int32Array;
  readonly gapTo: Int32Array;
  readonly gapFromEnd: Uint8Array;
  readonly gapLeast: Float64Array;
  readonly gapMost: Float64Array;
  /** Visits that take another caregiver than visit v: entries `apartFirst[v]` … `apartFirst[v + 1] − 1` of `apart`. */
  readonly apartFirst: Int32Array;
  readonly apart: Int32Array;
  /** 1 for visits whose start matters outside their route: they are not delayed to save waiting. */
  readonly isTied: Uint8Array;
  /** What visit v costs in route r: `[v * routeCount + r]`, infinite where it may not be there. */
  readonly price: Float64Array;
  /** What leaving out all visits of an appointment costs. */
  readonly leaveOutCost: Float64Array;
  /** 1 for appointments none of whose visits is required. */
  readonly isOptional: Uint8Array;
}

interface Gap {
  readonly from: number;
  readonly to: number;
  readonly fromEnd: boolean;
  readonly least: number;
  readonly most: number;
}

/** Lists of numbers, one for each of several things, in one array. */
function flatten(lists: readonly (readonly number[])[]): { readonly first: Int32Array; readonly all: Int32Array } {
  const first = new Int32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) first[index + 1] = (first[index] as number) + list.length;
  return { first, all: Int32Array.from(lists.flat()) };
}

function gapsOf(links: readonly Link[], indexOf: (id: string) => number): Gap[] {
  return links.flatMap((link): Gap[] => {
    const [first = 0, ...others] = link.visits.map(indexOf);
    if (link.kind === "together") return others.map((to) => ({ from: first, to, fromEnd: false, least: 0, most: 0 }));
    if (link.kind === "apart") return [];
    const { fromEnd, least, most } = gapSeconds(link);
    return others.map((to) => ({ from: first, to, fromEnd, least, most }));
  });
}

/** Visits that stand or fall together, each list with earlier visits of sequences first; lists in the order of their first visits. */
function appointmentsOf(visitCount: number, links: readonly (readonly number[])[], gaps: readonly Gap[]): number[][] {
  const headOf = Array.from({ length: visitCount }, (_, visit) => visit);
  const head = (visit: number): number => {
    let at = visit;
    while (headOf[at] !== at) at = headOf[at] as number;
    return at;
  };
  for (const [first = 0, ...others] of links)
    for (const other of others) {
      const [a, b] = [head(first), head(other)];
      headOf[Math.max(a, b)] = Math.min(a, b);
    }
  // links have been found free of contradiction, so this ends: a visit ranks after all that must come before it
  const rank = new Int32Array(visitCount);
  for (let moved = true; moved; ) {
    moved = false;
    for (const { from, to, least, fromEnd } of gaps)
      if ((least > 0 || fromEnd) && (rank[to] as number) <= (rank[from] as number)) {
        rank[to] = (rank[from] as number) + 1;
        moved = true;
      }
  }
  const byHead = new Map<number, number[]>();
  for (let visit = 0; visit < visitCount; visit++) byHead.set(head(visit), [...(byHead.get(head(visit)) ?? []), visit]);
  return [...byHead.values()].map((visits) => visits.sort((a, b) => (rank[a] as number) - (rank[b] as number) || a - b));
}

/** Reads the links of a compiled problem, visits with rivals (who must not be under way at once) being tied as well. */
export function linkedModel(compiled: Compiled, hasRivals: (visit: number) => boolean): LinkedModel {
  const { problem, visitCount, routeCount, allowedFirst, allowed, allowedPrice } = compiled;
  const links = bindingLinks(problem);
  const indices = new Map(problem.visits.map(({ id }, index) => [id, index]));
  const indexOf = (id: string): number => indices.get(id) ?? 0;
  const gaps = gapsOf(links, indexOf);
  const linked = links.map(({ visits }) => visits.map(indexOf));
  const appointments = appointmentsOf(visitCount, linked, gaps);
  const appointmentOf = new Int32Array(visitCount);
  const rank = new Int32Array(visitCount);
  for (const [appointment, visits] of appointments.entries())
    for (const [index, visit] of visits.entries()) {
      appointmentOf[visit] = appointment;
      rank[visit] = index;
    }
  const members = flatten(appointments);
  const sorted = [...gaps].sort((a, b) => (appointmentOf[a.from] as number) - (appointmentOf[b.from] as number));
  const gapFirst = new Int32Array(appointments.length + 1);
  for (const { from } of sorted) gapFirst[(appointmentOf[from] as number) + 1] = (gapFirst[(appointmentOf[from] as number) + 1] as number) + 1;
  for (let index = 1; index < gapFirst.length; index++) gapFirst[index] = (gapFirst[index] as number) + (gapFirst[index - 1] as number);
  const apartLists = Array.from({ length: visitCount }, (): number[] => []);
  for (const [row, { kind }] of links.entries())
    if (kind !== "sequence")
      for (const visit of linked[row] ?? []) for (const other of linked[row] ?? []) if (other !== visit) apartLists[visit]?.push(other);
  const apart = flatten(apartLists);
  const timed = new Set(gaps.flatMap(({ from, to }) => [from, to]));
  const price = new Float64Array(visitCount * routeCount).fill(Number.POSITIVE_INFINITY);
  const leaveOutCost = new Float64Array(appointments.length);
  for (let visit = 0; visit < visitCount; visit++) {
    for (let entry = allowedFirst[visit] as number; entry < (allowedFirst[visit + 1] as number); entry++)
      price[visit * routeCount + (allowed[entry] as number)] = allowedPrice[entry] as number;
    const appointment = appointmentOf[visit] as number;
    leaveOutCost[appointment] = (leaveOutCost[appointment] as number) + (compiled.leaveOutCost[visit] as number);
  }
  return {
    compiled,
    appointmentCount: appointments.length,
    appointmentOf,
    memberFirst: members.first,
    member: members.all,
    rank,
    mostMembers: appointments.reduce((most, visits) => Math.max(most, visits.length), 0),
    gapFirst,
    gapFrom: Int32Array.from(sorted, ({ from }) => from),
    gapTo: Int32Array.from(sorted, ({ to }) => to),
    gapFromEnd: Uint8Array.from(sorted, ({ fromEnd }) => (fromEnd ? 1 : 0)),
    gapLeast: Float64Array.from(sorted, ({ least }) => least),
    gapMost: Float64Array.from(sorted, ({ most }) => most),
    apartFirst: apart.first,
    apart: apart.all,
    isTied: Uint8Array.from({ length: visitCount }, (_, visit) => (timed.has(visit) || hasRivals(visit) ? 1 : 0)),
    price,
    leaveOutCost,
    isOptional: Uint8Array.from(appointments, (visits) => (visits.some((visit) => isRequired(problem.visits[visit] as Visit)) ? 0 : 1)),
  };
}
