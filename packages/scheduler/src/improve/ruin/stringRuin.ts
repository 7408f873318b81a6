import type { RouteState } from "../../evaluate/routeState.js";
import type { Random } from "../random.js";
import type { Undo } from "../undo.js";
import type { Neighbours } from "./neighbours.js";

const meanRemoved = 10;
const longestString = 10;
/** Chance that a string keeps some of its visits, and chance that it keeps one more. */
const splitRate = 0.5;
const splitGrowth = 0.01;
/** How often a stop is drawn again where it lies in a route left as it is. */
const mostDraws = 20;

/**
 * Removes strings of consecutive visits from routes near a random visit.
 *
 * Source: Christiaens & Vanden Berghe, "Slack induction by string removals", Transportation Science 2020, section 5.1.
 */
export class StringRuin {
  private readonly state: RouteState;
  private readonly undo: Undo;
  private readonly random: Random;
  private readonly neighbours: Neighbours;
  private readonly tour: Int32Array;
  /** The routes ruined in this step, and the visits removed. */
  readonly routes: Int32Array;
  readonly removed: Int32Array;
  private readonly ruinedIn: Int32Array;
  /** Routes that lost somebody's way back because she is not fetched any more. */
  private readonly alsoChanged: number[] = [];
  private step = 0;
  routeCount = 0;
  removedCount = 0;

  constructor(state: RouteState, undo: Undo, random: Random, neighbours: Neighbours) {
    const { stopCount, routeCount } = state.compiled;
    this.state = state;
    this.undo = undo;
    this.random = random;
    this.neighbours = neighbours;
    this.tour = new Int32Array(stopCount);
    this.routes = new Int32Array(routeCount);
    this.removed = new Int32Array(stopCount);
    this.ruinedIn = new Int32Array(routeCount);
  }

  /** Ruins; false where what is left of a route cannot be kept (only where a way round is shorter than the direct one). */
  ruin(): boolean {
    const { state, random } = this;
    const { routeOf, compiled } = state;
    this.step++;
    this.routeCount = 0;
    this.removedCount = 0;
    this.alsoChanged.length = 0;
    let used = 0;
    let served = 0;
    for (let route = 0; route < compiled.routeCount; route++) {
      const visits = state.stopsOn[route] as number;
      if (visits > 0) used++;
      served += visits;
    }
    if (used === 0) return true;
    const longest = Math.min(longestString, served / used);
    const strings = Math.floor(1 + random.unit() * ((4 * meanRemoved) / (1 + longest) - 1));
    const near = this.neighbours.of(this.drawCentre());
    let kept = true;
    for (let index = 0; index < near.length && this.routeCount < strings; index++) {
      const visit = near[index] as number;
      const route = routeOf[visit] as number;
      if (route < 0 || this.ruinedIn[route] === this.step || state.frozenRoutes[route] === 1) continue;
      this.ruinedIn[route] = this.step;
      this.routes[this.routeCount++] = route;
      this.undo.touch(route);
      this.removeString(route, visit, longest);
      if (state.stopsOn[route] === 0) state.empty(route);
      if (!state.refresh(route)) kept = false;
    }
    for (const route of this.alsoChanged) {
      if (state.stopsOn[route] === 0) state.empty(route);
      if (!state.refresh(route)) kept = false;
    }
    return kept;
  }

  /** Any stop, but one in a route left as it is only where all draws lead there. */
  private drawCentre(): number {
    const { random } = this;
    const { compiled, routeOf, frozenRoutes } = this.state;
    let stop = random.below(compiled.stopCount);
    for (let draw = 0; draw < mostDraws && frozenRoutes[routeOf[stop] as number] === 1; draw++) stop = random.below(compiled.stopCount);
    return stop;
  }

  /** Who is not fetched any more is not brought back either. */
  private removeReturn(job: number, from: number): void {
    const { state } = this;
    const back = state.compiled.returnedBy[job] as number;
    const route = back < 0 ? -1 : (state.routeOf[back] as number);
    if (route < 0) return;
    this.undo.touch(route);
    state.removeJob(back);
    this.removed[this.removedCount++] = back;
    if (route !== from) this.alsoChanged.push(route);
  }

  private removeString(route: number, visit: number, longest: number): void {
    const { state, tour, random } = this;
    const { compiled, next } = state;
    const end = compiled.routeEnd[route] as number;
    let size = 0;
    let position = 0;
    for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number) {
      if (node >= compiled.stopCount) continue;
      if (node === visit) position = size;
      tour[size++] = node;
    }
    const length = Math.floor(1 + random.unit() * Math.min(size, longest));
    let kept = 0;
    if (length > 1 && length < size && random.unit() < splitRate) {
      kept = 1;
      while (length + kept < size && random.unit() < splitGrowth) kept++;
    }
    const whole = length + kept;
    const earliest = Math.max(0, position - whole + 1);
    const first = earliest + random.below(Math.min(position, size - whole) - earliest + 1);
    const keepFrom = kept === 0 ? first + whole : first + 1 + random.below(length - 1);
    for (let index = first; index < first + whole; index++) {
      if (index >= keepFrom && index < keepFrom + kept) continue;
      const gone = tour[index] as number;
      const job = gone < compiled.jobCount ? gone : gone - compiled.jobCount + compiled.visitCount;
      // what has begun stays
      if (compiled.isFact[gone] === 1) continue;
      // the other stop of a transport goes with the first
      if ((state.routeOf[job] as number) < 0) continue;
      state.removeJob(job);
      this.removed[this.removedCount++] = job;
      this.removeReturn(job, route);
    }
  }
}
