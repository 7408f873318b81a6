import { bindingLinks, bindingPatterns } from "../model/bindingLinks.js";
import type { Compiled } from "../model/compiled.js";
import { gapSeconds, isAllOrNone, type Link } from "../model/link.js";
import { fullObjective } from "../model/objective.js";
import { isRequired } from "../model/requiredPrice.js";
import type { Visit } from "../model/visit.js";
import { firstsOf } from "./firstsOf.js";
import { type Gap, groupingOf } from "./grouping.js";
import { Rhythms } from "./rhythms.js";
import { Sequences } from "./sequences.js";

/**
 * What the linked search sees beside the compiled problem. An appointment is a visit by itself, or visits whose times hang
 * together: the search puts appointments in order, and times all visits in that order. A bundle is an appointment by itself, or
 * those that are all made or all left out.
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
  readonly bundleCount: number;
  /** Bundle of each appointment. */
  readonly bundleOf: Int32Array;
  /** Appointments of bundle b: entries `bundleFirst[b]` … `bundleFirst[b + 1] − 1` of `bundled`, earlier ones first. */
  readonly bundleFirst: Int32Array;
  readonly bundled: Int32Array;
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
  /** Gaps between visits of different appointments. */
  readonly sequences: Sequences;
  /** Visits that begin at much the same time of day. */
  readonly rhythms: Rhythms;
  /** 1 for visits whose start matters outside their route: they are not delayed to save waiting. */
  readonly isTied: Uint8Array;
  /** What visit v costs in route r: `[v * routeCount + r]`, infinite where it may not be there. */
  readonly price: Float64Array;
  /** What leaving out all visits of a bundle costs; where it is one of several alternatives, what leaving out all of them costs. */
  readonly leaveOutCost: Float64Array;
  /** What leaving out everything costs. */
  readonly leaveAllOutCost: number;
  /** 1 for bundles none of whose visits is required. */
  readonly isOptional: Uint8Array;
  /** Visits that hang together by their days, hours or caregivers: those of a pattern, of a link over days, of a person who is to see few faces. */
  readonly circles: readonly (readonly number[])[];
  /** For each visit the others of its circles. */
  readonly fellows: readonly (readonly number[])[];
}

/** Lists of numbers, one for each of several things, in one array. */
function flatten(lists: readonly (readonly number[])[]): { readonly first: Int32Array; readonly all: Int32Array } {
  return { first: firstsOf(lists), all: Int32Array.from(lists.flat()) };
}

function gapsOf(links: readonly Link[], indexOf: (id: string) => number): Gap[] {
  return links.flatMap((link): Gap[] => {
    const [first = 0, ...others] = link.visits.map(indexOf);
    if (link.kind === "together") return others.map((to) => ({ from: first, to, fromEnd: false, least: 0, most: 0 }));
    if (link.kind !== "sequence") return [];
    const { fromEnd, least, most } = gapSeconds(link);
    return others.map((to) => ({ from: first, to, fromEnd, least, most }));
  });
}

function circlesOf({ problem }: Compiled, indexOf: (id: string) => number): number[][] {
  const people = new Map<string, number[]>();
  if (fullObjective(problem.objective).newFace > 0)
    for (const [index, { person }] of problem.visits.entries()) {
      const list = person === undefined ? undefined : people.get(person);
      if (list !== undefined) list.push(index);
      else if (person !== undefined) people.set(person, [index]);
    }
  const linked = bindingLinks(problem).filter((link) => !isAllOrNone(link));
  const patterns = bindingPatterns(problem);
  return [...[...linked, ...patterns].map(({ visits }) => visits.map(indexOf)), ...people.values()].filter(({ length }) => length > 1);
}

function fellowsOf(visitCount: number, circles: readonly (readonly number[])[]): number[][] {
  const fellows = Array.from({ length: visitCount }, () => new Set<number>());
  for (const circle of circles) for (const visit of circle) for (const other of circle) if (other !== visit) fellows[visit]?.add(other);
  return fellows.map((others) => [...others]);
}

/** Reads the links of a compiled problem, visits with rivals (who must not be under way at once) being tied as well. */
export function linkedModel(compiled: Compiled, hasRivals: (visit: number) => boolean): LinkedModel {
  const { problem, visitCount, routeCount, allowedFirst, allowedTo, allowed, allowedPrice } = compiled;
  const links = bindingLinks(problem);
  const indices = new Map(problem.visits.map(({ id }, index) => [id, index]));
  const indexOf = (id: string): number => indices.get(id) ?? 0;
  const gaps = gapsOf(links, indexOf);
  const { appointments, bundles, within, between } = groupingOf(
    visitCount,
    gaps,
    links.filter(isAllOrNone).map(({ visits }) => visits.map(indexOf)),
  );
  const appointmentOf = new Int32Array(visitCount);
  const rank = new Int32Array(visitCount);
  for (const [appointment, visits] of appointments.entries())
    for (const [index, visit] of visits.entries()) {
      appointmentOf[visit] = appointment;
      rank[visit] = index;
    }
  const bundleOf = new Int32Array(appointments.length);
  for (const [bundle, own] of bundles.entries()) for (const appointment of own) bundleOf[appointment] = bundle;
  const members = flatten(appointments);
  const bundled = flatten(bundles);
  const gapLists = appointments.map((): Gap[] => []);
  for (const gap of within) gapLists[appointmentOf[gap.from] as number]?.push(gap);
  const sorted = gapLists.flat();
  const rhythms = new Rhythms(compiled, indexOf);
  const circles = circlesOf(compiled, indexOf);
  const timed = new Set(gaps.flatMap(({ from, to }) => [from, to]));
  const price = new Float64Array(visitCount * routeCount).fill(Number.POSITIVE_INFINITY);
  for (let visit = 0; visit < visitCount; visit++)
    for (let entry = allowedFirst[visit] as number; entry < (allowedTo[visit] as number); entry++)
      price[visit * routeCount + (allowed[entry] as number)] = allowedPrice[entry] as number;
  const visitsOf = (bundle: readonly number[]): number[] => bundle.flatMap((appointment) => appointments[appointment] ?? []);
  const leaveOutCost = Float64Array.from(bundles, (bundle) =>
    visitsOf(bundle).reduce((sum, visit) => sum + (compiled.leaveOutCost[visit] as number), 0),
  );
  let leaveAllOutCost = leaveOutCost.reduce((sum, cost) => sum + cost, 0);
  const bundleOfVisit = (id: string): number => bundleOf[appointmentOf[indexOf(id)] as number] as number;
  for (const { kind, visits } of links) {
    if (kind !== "oneOf") continue;
    const [first = 0, ...others] = visits.map(bundleOfVisit);
    for (const other of others) {
      leaveAllOutCost -= leaveOutCost[other] as number;
      leaveOutCost[other] = leaveOutCost[first] as number;
    }
  }
  return {
    compiled,
    appointmentCount: appointments.length,
    appointmentOf,
    memberFirst: members.first,
    member: members.all,
    rank,
    mostMembers: appointments.reduce((most, visits) => Math.max(most, visits.length), 0),
    bundleCount: bundles.length,
    bundleOf,
    bundleFirst: bundled.first,
    bundled: bundled.all,
    gapFirst: firstsOf(gapLists),
    gapFrom: Int32Array.from(sorted, ({ from }) => from),
    gapTo: Int32Array.from(sorted, ({ to }) => to),
    gapFromEnd: Uint8Array.from(sorted, ({ fromEnd }) => (fromEnd ? 1 : 0)),
    gapLeast: Float64Array.from(sorted, ({ least }) => least),
    gapMost: Float64Array.from(sorted, ({ most }) => most),
    sequences: new Sequences(visitCount, between),
    rhythms,
    isTied: Uint8Array.from({ length: visitCount }, (_, visit) => (timed.has(visit) || rhythms.has(visit) || hasRivals(visit) ? 1 : 0)),
    price,
    leaveOutCost,
    leaveAllOutCost,
    isOptional: Uint8Array.from(bundles, (bundle) => (visitsOf(bundle).some((visit) => isRequired(problem.visits[visit] as Visit)) ? 0 : 1)),
    circles,
    fellows: fellowsOf(visitCount, circles),
  };
}
