import type { LinkedState } from "./linkedState.js";

/** Kinds of steps: a visit taken out, a visit put in, an appointment given another place in the order, a break moved, a rhythm changed. */
const taken = 0;
const put = 1;
const moved = 2;
const paused = 3;
const timed = 4;
/** Numbers that a step takes: kind, thing, route or flag, visit before or mode; and times of a visit before it was put in. */
const width = 8;

/** The steps of one change, to be taken back from the last to the first. */
export class Journal {
  private readonly state: LinkedState;
  private numbers = new Int32Array(64 * width);
  private costs = new Float64Array(64 * 3);
  private count = 0;

  constructor(state: LinkedState) {
    this.state = state;
  }

  clear(): void {
    this.count = 0;
  }

  private add(kind: number, thing: number, second: number, third: number): number {
    if ((this.count + 1) * width > this.numbers.length) {
      const [numbers, costs] = [this.numbers, this.costs];
      this.numbers = new Int32Array(2 * numbers.length);
      this.costs = new Float64Array(2 * costs.length);
      this.numbers.set(numbers);
      this.costs.set(costs);
    }
    const base = this.count++ * width;
    this.numbers[base] = kind;
    this.numbers[base + 1] = thing;
    this.numbers[base + 2] = second;
    this.numbers[base + 3] = third;
    return base;
  }

  private addSums(route: number): void {
    const { state, costs } = this;
    const at = (this.count - 1) * 3;
    costs[at] = state.roadOn[route] as number;
    costs[at + 1] = state.serviceOn[route] as number;
    costs[at + 2] = state.priceOn[route] as number;
  }

  /** Before a visit is taken out of its route. */
  addTake(visit: number, route: number): void {
    this.add(taken, visit, route, this.state.prev[visit] as number);
    this.addSums(route);
  }

  /** Before a visit is put into a route. */
  addPut(visit: number, route: number): void {
    const { state } = this;
    const base = this.add(put, visit, route, 0);
    this.numbers[base + 4] = state.arrive[visit] as number;
    this.numbers[base + 5] = state.start[visit] as number;
    this.numbers[base + 6] = state.finish[visit] as number;
    this.numbers[base + 7] = state.breaksBefore[visit] as number;
    this.addSums(route);
  }

  /** Before an appointment's place in the order changes, or whether it begins late. */
  addAppointment(appointment: number): void {
    this.add(moved, appointment, this.state.lateBetween[appointment] as number, 0);
    this.costs[(this.count - 1) * 3] = this.state.key[appointment] as number;
  }

  /** Before a break is taken elsewhere. */
  addBreak(pause: number): void {
    this.add(paused, pause, 0, this.state.breakMode[pause] as number);
  }

  /** Before a rhythm begins from another time of day on. */
  addRhythm(rhythm: number): void {
    this.add(timed, rhythm, 0, this.state.rhythmFrom[rhythm] as number);
  }

  takeBack(): void {
    for (let step = this.count - 1; step >= 0; step--) {
      const kind = this.numbers[step * width] as number;
      if (kind === moved) this.takeBackMove(step);
      else if (kind === paused) this.state.breakMode[this.numbers[step * width + 1] as number] = this.numbers[step * width + 3] as number;
      else if (kind === timed) this.state.rhythmFrom[this.numbers[step * width + 1] as number] = this.numbers[step * width + 3] as number;
      else this.takeBackVisit(step, kind === put);
    }
  }

  private takeBackMove(step: number): void {
    const appointment = this.numbers[step * width + 1] as number;
    this.state.key[appointment] = this.costs[step * 3] as number;
    this.state.lateBetween[appointment] = this.numbers[step * width + 2] as number;
  }

  private takeBackVisit(step: number, wasPut: boolean): void {
    const { state, numbers, costs } = this;
    const { next, prev, visitsOn } = state;
    const base = step * width;
    const visit = numbers[base + 1] as number;
    const route = numbers[base + 2] as number;
    if (wasPut) {
      const [before, after] = [prev[visit] as number, next[visit] as number];
      next[before] = after;
      prev[after] = before;
      state.routeOf[visit] = -1;
      visitsOn[route] = (visitsOn[route] as number) - 1;
      state.arrive[visit] = numbers[base + 4] as number;
      state.start[visit] = numbers[base + 5] as number;
      state.finish[visit] = numbers[base + 6] as number;
      state.breaksBefore[visit] = numbers[base + 7] as number;
    } else {
      const before = numbers[base + 3] as number;
      const after = next[before] as number;
      next[before] = visit;
      prev[visit] = before;
      next[visit] = after;
      prev[after] = visit;
      state.routeOf[visit] = route;
      visitsOn[route] = (visitsOn[route] as number) + 1;
    }
    const { tallies } = state;
    for (let tally = 0; tally < tallies.length; tally++) tallies[tally]?.count(visit, route, wasPut ? -1 : 1);
    state.roadOn[route] = costs[step * 3] as number;
    state.serviceOn[route] = costs[step * 3 + 1] as number;
    state.priceOn[route] = costs[step * 3 + 2] as number;
  }
}
