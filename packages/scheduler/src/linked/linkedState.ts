import type { LinkedLimit } from "../features/searchHalf.js";
import { Agenda } from "./agenda.js";
import type { LinkedModel } from "./linkedModel.js";
import { LinkedUndo } from "./linkedUndo.js";
import { Propagation } from "./propagation.js";
import { RoutePrices } from "./routePrices.js";
import { talliesOf } from "./tallies.js";
import type { Tally } from "./tally.js";
import { Ties } from "./ties.js";

/** Breaks are taken where they fall due, unless the search puts one before a visit of its choice or after the last. */
export const whenDue = -1;
export const afterLast = -2;

/**
 * Routes as an order of appointments: each route has its visits in the order of their appointments' keys, and times follow
 * from that order alone. So whatever order the keys give, no two caregivers wait for each other in a circle.
 *
 * Changes are made between `begin` and either `rollBack` or the next `begin`; `settle` brings times and costs up to date.
 *
 * Source: the key order is that of Mankowska, Meisel & Bierwirth, "The home health care routing and scheduling problem with
 * interdependent services", Health Care Management Science 2014.
 */
export class LinkedState {
  readonly model: LinkedModel;
  readonly visitCount: number;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** Route of each visit; −1 where it is left out. */
  readonly routeOf: Int32Array;
  /** Visits on each route. */
  readonly visitsOn: Int32Array;
  /** Place of each appointment in the order; of those in routes no two have the same. */
  readonly key: Float64Array;
  /** 1 for appointments that begin late between two of their hours rather than wait for the next. */
  readonly lateBetween: Uint8Array;
  /** By rhythm: the time of day from which its visits begin, and by how much later they may; seconds. */
  readonly rhythmFrom: Int32Array;
  readonly rhythmSpan: Int32Array;
  /** By break node: `whenDue`, `afterLast`, or the visit before which it is taken. */
  readonly breakMode: Int32Array;

  /** By visit: when the caregiver is there, when service begins and ends, and how many breaks of the route lie before it. */
  readonly arrive: Int32Array;
  readonly start: Int32Array;
  readonly finish: Int32Array;
  readonly breaksBefore: Int32Array;
  /** By break node: when it begins; −1 where it is missed. Holds for breaks of routes with visits. */
  readonly breakStart: Int32Array;

  /** By route: seconds of travel (of an empty one from its start to its end) and of service, and the price of its visits. */
  readonly roadOn: Int32Array;
  readonly serviceOn: Int32Array;
  readonly priceOn: Float64Array;
  /** By route: cost, by how much its beginning is put off to save waiting, idle time, latest lateness, paid work. */
  readonly costOn: Float64Array;
  readonly delay: Int32Array;
  readonly idleOn: Int32Array;
  readonly latestOn: Int32Array;
  readonly paidOn: Int32Array;

  readonly agenda: Agenda;
  private readonly undo: LinkedUndo;
  private readonly propagation: Propagation;
  private readonly prices: RoutePrices;
  readonly limits: readonly LinkedLimit[];
  readonly ties: Ties;
  readonly tallies: readonly Tally[];
  /** Cost of the routes by themselves, of what is counted across them, and of the bundles left out. */
  routesCost = 0;
  tallyCost = 0;
  leftCost: number;
  idlest = 0;
  latest = 0;

  /** Reason of the limit that was found broken where only a limit was. */
  brokenLimit: string | undefined;

  /** @param limits what routes keep beside their hours */
  constructor(model: LinkedModel, limits: readonly LinkedLimit[] = []) {
    const { problem, visitCount, routeCount, nodeCount, routeStart, routeEnd } = model.compiled;
    this.model = model;
    this.limits = limits;
    this.leftCost = model.leaveAllOutCost;
    this.visitCount = visitCount;
    this.next = new Int32Array(nodeCount).fill(-1);
    this.prev = new Int32Array(nodeCount).fill(-1);
    this.routeOf = new Int32Array(visitCount).fill(-1);
    this.visitsOn = new Int32Array(routeCount);
    this.key = new Float64Array(model.appointmentCount);
    this.lateBetween = new Uint8Array(model.appointmentCount);
    this.rhythmFrom = new Int32Array(model.rhythms.count);
    this.rhythmSpan = model.rhythms.tolerance.slice();
    this.breakMode = new Int32Array(nodeCount).fill(whenDue);
    this.arrive = new Int32Array(visitCount);
    this.start = new Int32Array(visitCount);
    this.finish = new Int32Array(visitCount);
    this.breaksBefore = new Int32Array(visitCount);
    this.breakStart = new Int32Array(nodeCount).fill(-1);
    this.roadOn = new Int32Array(routeCount);
    this.serviceOn = new Int32Array(routeCount);
    this.priceOn = new Float64Array(routeCount);
    this.costOn = new Float64Array(routeCount);
    this.delay = new Int32Array(routeCount);
    this.idleOn = new Int32Array(routeCount);
    this.latestOn = new Int32Array(routeCount);
    this.paidOn = new Int32Array(routeCount);
    this.ties = new Ties(problem, model.compiled, this.routeOf);
    this.tallies = talliesOf(model.compiled);
    this.agenda = new Agenda(this);
    this.undo = new LinkedUndo(this);
    this.propagation = new Propagation(this);
    this.prices = new RoutePrices(this);
    for (let route = 0; route < routeCount; route++) {
      this.next[routeStart[route] as number] = routeEnd[route] as number;
      this.prev[routeEnd[route] as number] = routeStart[route] as number;
      this.roadOn[route] = this.leg(route, routeStart[route] as number, routeEnd[route] as number);
      this.agenda.addPriced(route);
    }
    this.settle();
  }

  get totalCost(): number {
    const { latestSecondCost, idlestSecondCost } = this.model.compiled;
    return this.routesCost + this.tallyCost + this.leftCost + this.idlest * idlestSecondCost + this.latest * latestSecondCost;
  }

  /** The key of a visit's appointment. */
  keyOf(visit: number): number {
    return this.key[this.model.appointmentOf[visit] as number] as number;
  }

  isMade(bundle: number): boolean {
    const { bundleFirst, bundled, memberFirst, member } = this.model;
    const appointment = bundled[bundleFirst[bundle] as number] as number;
    return (this.routeOf[member[memberFirst[appointment] as number] as number] as number) >= 0;
  }

  /** Whether a visit may be in a route, beside those that have to do with it where they are. */
  mayBe(visit: number, route: number): boolean {
    const { price, compiled } = this.model;
    return price[visit * compiled.routeCount + route] !== Number.POSITIVE_INFINITY && this.ties.allow(visit, route);
  }

  begin(): void {
    this.undo.begin();
  }

  rollBack(): void {
    this.agenda.clear();
    this.undo.rollBack();
  }

  /** Remembers the times of a route before any of them changes. */
  touch(route: number): void {
    this.undo.touch(route);
  }

  private leg(route: number, from: number, to: number): number {
    const { nodePlace, placeCount, routeTravel } = this.model.compiled;
    return (routeTravel[route] as Int32Array)[(nodePlace[from] as number) * placeCount + (nodePlace[to] as number)] as number;
  }

  /** Adds what a visit between two nodes of a route takes and costs to the sums of the route, or takes it off. */
  private addTo(route: number, visit: number, before: number, after: number, sign: 1 | -1): void {
    const { compiled, price } = this.model;
    const detour = this.leg(route, before, visit) + this.leg(route, visit, after) - this.leg(route, before, after);
    const service = compiled.durations[(compiled.routeFactor[route] as number) * compiled.stopCount + visit] as number;
    this.roadOn[route] = (this.roadOn[route] as number) + sign * detour;
    this.serviceOn[route] = (this.serviceOn[route] as number) + sign * service;
    this.priceOn[route] = (this.priceOn[route] as number) + sign * (price[visit * compiled.routeCount + route] as number);
    this.visitsOn[route] = (this.visitsOn[route] as number) + sign;
    for (let tally = 0; tally < this.tallies.length; tally++) this.tallyCost += (this.tallies[tally] as Tally).count(visit, route, sign);
  }

  /** Gives an appointment its place in the order; to be called while none of its visits is in a route. */
  setKey(appointment: number, key: number): void {
    this.undo.journal.addAppointment(appointment);
    this.key[appointment] = key;
  }

  setLateBetween(appointment: number, late: number): void {
    const { memberFirst, member } = this.model;
    this.undo.journal.addAppointment(appointment);
    this.lateBetween[appointment] = late;
    this.timeAnew(member, memberFirst[appointment] as number, memberFirst[appointment + 1] as number);
  }

  /** Lets the visits of a rhythm begin from another time of day on. */
  setRhythm(rhythm: number, from: number): void {
    const { first, member } = this.model.rhythms;
    this.undo.journal.addRhythm(rhythm);
    this.rhythmFrom[rhythm] = from;
    this.timeAnew(member, first[rhythm] as number, first[rhythm + 1] as number);
  }

  /** Takes the visits of some entries of a list into account anew, where they are made. */
  private timeAnew(visits: Int32Array, first: number, end: number): void {
    for (let index = first; index < end; index++) {
      const visit = visits[index] as number;
      const route = this.routeOf[visit] as number;
      if (route >= 0) this.agenda.add(route, visit);
    }
  }

  setBreakMode(route: number, pause: number, mode: number): void {
    this.undo.journal.addBreak(pause);
    this.breakMode[pause] = mode;
    this.agenda.addPriced(route);
    this.addAll(route);
  }

  private addAll(route: number): void {
    const { routeStart } = this.model.compiled;
    for (let node = this.next[routeStart[route] as number] as number; node < this.visitCount; node = this.next[node] as number)
      this.agenda.add(route, node);
  }

  /** A break that waits for a visit falls due at other times once that visit leaves its route or comes into it. */
  private addBreaksOf(visit: number, route: number): void {
    const { routeBreak } = this.model.compiled;
    for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++)
      if (this.breakMode[pause] === visit) this.addAll(route);
  }

  /** Takes a visit out of its route. */
  take(visit: number): void {
    const { next, prev } = this;
    const route = this.routeOf[visit] as number;
    this.undo.journal.addTake(visit, route);
    const [before, after] = [prev[visit] as number, next[visit] as number];
    next[before] = after;
    prev[after] = before;
    this.routeOf[visit] = -1;
    this.addTo(route, visit, before, after, -1);
    this.agenda.drop(route, visit, after);
    this.agenda.add(route, after);
    this.addBreaksOf(visit, route);
  }

  /** Puts a visit into a route, where the key of its appointment says. */
  put(visit: number, route: number): void {
    const { next, prev, visitCount } = this;
    this.undo.journal.addPut(visit, route);
    const key = this.keyOf(visit);
    let before = prev[this.model.compiled.routeEnd[route] as number] as number;
    while (before < visitCount && this.comesAfter(before, key, visit)) before = prev[before] as number;
    const after = next[before] as number;
    next[before] = visit;
    prev[visit] = before;
    next[visit] = after;
    prev[after] = visit;
    this.routeOf[visit] = route;
    this.addTo(route, visit, before, after, 1);
    this.finish[visit] = -1;
    this.agenda.add(route, visit);
    // what follows is reached from elsewhere, even where this visit ends when the one before did
    this.agenda.add(route, after);
    this.addBreaksOf(visit, route);
  }

  /** Whether a visit of a route comes after another of such a key; those of one appointment follow one another as it lists them. */
  private comesAfter(visit: number, key: number, other: number): boolean {
    const { rank } = this.model;
    const own = this.keyOf(visit);
    return own === key ? (rank[visit] as number) > (rank[other] as number) : own > key;
  }

  /**
   * Brings times and costs up to date: the total cost, infinite where something cannot be kept. What was left undone then stays
   * on the agenda, for a change that mends it, or to be rolled back.
   */
  settle(): number {
    const { agenda } = this;
    for (let index = 0; index < agenda.count; index++) this.touch(agenda.routes[index] as number);
    this.brokenLimit = undefined;
    if (!this.propagation.run() || !this.prices.run() || !this.keepsLimits()) return Number.POSITIVE_INFINITY;
    agenda.clear();
    return this.totalCost;
  }

  /**
   * What settling will find at least, by travel, service and prices alone: all that is known before times are. Where the change
   * bears on other routes through links, those are taken to cost what they did.
   */
  get bound(): number {
    return this.prices.bound();
  }

  private keepsLimits(): boolean {
    const { agenda, limits } = this;
    for (let limit = 0; limit < limits.length; limit++)
      for (let index = 0; index < agenda.count; index++)
        if (limits[limit]?.keeps(this, agenda.routes[index] as number) === false) {
          this.brokenLimit = limits[limit]?.reason;
          return false;
        }
    return true;
  }
}
