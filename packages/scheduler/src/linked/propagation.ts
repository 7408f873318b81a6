import { beginFrom } from "./hours.js";
import { type LinkedState, whenDue } from "./linkedState.js";
import { earliestAfter, latestAfter } from "./waits.js";

/** Passes over one appointment's visits after which their gaps count as impossible to keep. */
const mostPasses = 100;

/** Times the visits of changed routes, appointment by appointment in the order of keys, as early as each can begin. */
export class Propagation {
  private readonly state: LinkedState;
  /** Of the appointment at hand, by rank: earliest start that its gaps allow, and what its visits were like before. */
  private readonly floor: Float64Array;
  private readonly oldFinish: Int32Array;
  private readonly oldBreaks: Int32Array;

  constructor(state: LinkedState) {
    const { mostMembers } = state.model;
    this.state = state;
    this.floor = new Float64Array(mostMembers);
    this.oldFinish = new Int32Array(mostMembers);
    this.oldBreaks = new Int32Array(mostMembers);
  }

  /** Works the agenda off; false where something cannot be kept. */
  run(): boolean {
    const { state } = this;
    const { agenda } = state;
    const { appointmentOf, memberFirst } = state.model;
    for (;;) {
      const visit = agenda.earliest();
      if (visit < 0) return true;
      const appointment = appointmentOf[visit] as number;
      const isSingle = (memberFirst[appointment + 1] as number) - (memberFirst[appointment] as number) === 1;
      if (!(isSingle ? this.timeSingle(visit) : this.timeLinked(appointment))) return false;
    }
  }

  private timeSingle(visit: number): boolean {
    const { state } = this;
    const route = state.routeOf[visit] as number;
    const [finish, breaks] = [state.finish[visit] as number, state.breaksBefore[visit] as number];
    const least = earliestAfter(state, visit);
    if (least < 0) return false;
    const start = beginFrom(state, visit, route, Math.max(this.readyAt(visit, route), least));
    if (start < 0 || start > latestAfter(state, visit)) return false;
    this.begin(visit, route, start);
    this.done(visit, state.finish[visit] !== finish || state.breaksBefore[visit] !== breaks);
    return true;
  }

  /** Takes note that a visit has been timed; where its times have changed, visits that wait for it are timed after it. */
  private done(visit: number, changed: boolean): void {
    const { state } = this;
    const { followFirst, follower } = state.model.sequences;
    state.agenda.done(state.routeOf[visit] as number, visit, changed);
    if (!changed) return;
    for (let index = followFirst[visit] as number; index < (followFirst[visit + 1] as number); index++) {
      const next = follower[index] as number;
      const route = state.routeOf[next] as number;
      if (route < 0) continue;
      state.touch(route);
      state.agenda.add(route, next);
    }
  }

  private timeLinked(appointment: number): boolean {
    const { state, floor } = this;
    const { memberFirst, member } = state.model;
    const first = memberFirst[appointment] as number;
    const count = (memberFirst[appointment + 1] as number) - first;
    for (let rank = 0; rank < count; rank++) {
      const visit = member[first + rank] as number;
      state.touch(state.routeOf[visit] as number);
      floor[rank] = earliestAfter(state, visit);
      if (floor[rank] === -1) return false;
      this.oldFinish[rank] = state.finish[visit] as number;
      this.oldBreaks[rank] = state.breaksBefore[visit] as number;
    }
    for (let pass = 0; ; pass++) {
      for (let rank = 0; rank < count; rank++) {
        const visit = member[first + rank] as number;
        const route = state.routeOf[visit] as number;
        const ready = this.readyAt(visit, route);
        const least = floor[rank] as number;
        const start = beginFrom(state, visit, route, Math.max(ready, least));
        if (start < 0 || start > latestAfter(state, visit)) return this.breakOff(appointment);
        this.begin(visit, route, start);
      }
      if (!this.raiseFloors(appointment)) break;
      if (pass === mostPasses) return this.breakOff(appointment);
    }
    for (let rank = 0; rank < count; rank++) {
      const visit = member[first + rank] as number;
      const changed = state.finish[visit] !== this.oldFinish[rank] || state.breaksBefore[visit] !== this.oldBreaks[rank];
      this.done(visit, changed);
    }
    return true;
  }

  /** Leaves an appointment half timed: whatever its times will be, what follows its visits is then timed anew. */
  private breakOff(appointment: number): false {
    const { finish, model } = this.state;
    for (let index = model.memberFirst[appointment] as number; index < (model.memberFirst[appointment + 1] as number); index++)
      finish[model.member[index] as number] = -1;
    return false;
  }

  /** Puts off visits of an appointment whose gaps are not kept; true where there were any. */
  private raiseFloors(appointment: number): boolean {
    const { state, floor } = this;
    const { rank, gapFirst, gapFrom, gapTo, gapFromEnd, gapLeast, gapMost } = state.model;
    let raised = false;
    for (let gap = gapFirst[appointment] as number; gap < (gapFirst[appointment + 1] as number); gap++) {
      const from = gapFrom[gap] as number;
      const to = gapTo[gap] as number;
      const start = state.start[from] as number;
      const between = (state.start[to] as number) - (gapFromEnd[gap] === 1 ? (state.finish[from] as number) : start);
      if (between < (gapLeast[gap] as number)) {
        floor[rank[to] as number] = (state.start[to] as number) + (gapLeast[gap] as number) - between;
        raised = true;
      } else if (between > (gapMost[gap] as number)) {
        floor[rank[from] as number] = start + between - (gapMost[gap] as number);
        raised = true;
      }
    }
    return raised;
  }

  private begin(visit: number, route: number, start: number): void {
    const { state } = this;
    const { durations, routeFactor, stopCount } = state.model.compiled;
    state.start[visit] = start;
    state.finish[visit] = start + (durations[(routeFactor[route] as number) * stopCount + visit] as number);
  }

  /** When a caregiver is at a visit and has taken the breaks that lie before it. */
  private readyAt(visit: number, route: number): number {
    const { state } = this;
    const { compiled } = state.model;
    const { nodePlace, placeCount, breakFrom, breakTo } = compiled;
    const before = state.prev[visit] as number;
    const isFirst = before >= state.visitCount;
    const leg = (compiled.routeTravel[route] as Int32Array)[(nodePlace[before] as number) * placeCount + (nodePlace[visit] as number)] as number;
    let time = (isFirst ? (compiled.routeFrom[route] as number) : (state.finish[before] as number)) + leg;
    state.arrive[visit] = time;
    state.breaksBefore[visit] = 0;
    const first = compiled.routeBreak[route] as number;
    const end = compiled.routeBreak[route + 1] as number;
    if (first === end) return time;
    let pause = first + (isFirst ? 0 : (state.breaksBefore[before] as number));
    for (; pause < end; pause++) {
      // a break whose hours are over is missed, so that the next can be taken
      const isOver = time > (breakTo[pause] as number) && compiled.breakRequired[pause] === 0;
      if (!isOver && !this.isBefore(pause, visit, route, time)) break;
      const from = breakFrom[pause] as number;
      const begin = Math.max(time, from);
      if (!isOver && begin > (breakTo[pause] as number)) break;
      if (!isOver) time = begin + (compiled.breakSeconds[pause] as number);
    }
    state.breaksBefore[visit] = pause - first;
    return time;
  }

  /** Whether a break is taken before a visit for which the caregiver would be ready at a moment. */
  private isBefore(pause: number, visit: number, route: number, ready: number): boolean {
    const { state } = this;
    const { breakFrom, breakTo, breakRequired, durations, routeFactor, stopCount, isFact } = state.model.compiled;
    // nothing comes before what has begun but what had begun before it
    if (isFact[visit] === 1 && isFact[pause] === 0) return false;
    const mode = state.breakMode[pause] as number;
    if (mode === visit) return true;
    if (mode !== whenDue && (mode < 0 || state.routeOf[mode] === route)) return false;
    const start = beginFrom(state, visit, route, ready);
    if (start < 0) return false;
    if (start >= (breakFrom[pause] as number)) return true;
    const finish = start + (durations[(routeFactor[route] as number) * stopCount + visit] as number);
    return breakRequired[pause] === 1 && finish > (breakTo[pause] as number);
  }
}
