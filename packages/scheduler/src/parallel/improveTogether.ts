import type { RouteState } from "../evaluate/routeState.js";
import { lastCooling, lastFrom, oneCooling, partOf } from "../improve/coolings.js";
import { savesDays } from "../improve/emptyRoutes.js";
import { type Progress, progressEveryMs } from "../improve/improve.js";
import { loadOrder } from "../improve/loadOrder.js";
import { Random } from "../improve/random.js";
import { Neighbours } from "../improve/ruin/neighbours.js";
import { Snapshot } from "../improve/snapshot.js";
import type { Budget } from "../improve/stop/budget.js";
import type { Slices } from "../improve/stop/slices.js";
import type { Run } from "../model/plan.js";
import { schedulerVersion } from "../version.js";
import { doTask, nowMs, type Watch } from "./doTask.js";
import type { Found, Frozen, Task } from "./messages.js";
import type { OtherThread } from "./otherThread.js";
import { merge, partition } from "./partition.js";

/** How long an answer is waited for after its time; a thread that takes longer is done without for this once. */
const graceMs = 250;
/** From so many jobs for each thread on, threads part the plan among them; below, each searches for a whole plan. */
const jobsToPart = 250;
/** How often the plan is parted anew. */
const rounds = 12;

/** What several threads search with. */
export interface Together {
  readonly state: RouteState;
  readonly seed: number;
  readonly budget: Budget;
  readonly signal: AbortSignal | undefined;
  readonly otherThreads: readonly OtherThread[];
  readonly slices: Slices;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** One search by several threads; the caller's is the first of them. */
class Team {
  private readonly with: Together;
  private readonly best: Snapshot;
  private readonly trace: [number, number][];
  private readonly neighbours: Neighbours;
  private stoppedBy: Run["stoppedBy"] = "nothingToSearch";
  private reported = 0;
  /** Steps that all threads have done together, tasks under way left aside. */
  private iterations = 0;

  constructor(together: Together) {
    this.with = together;
    this.best = new Snapshot(together.state);
    this.neighbours = new Neighbours(together.state.compiled);
    this.trace = [[Math.round(together.budget.elapsedMs()), this.units]];
  }

  private get units(): number {
    return this.best.cost / this.with.state.compiled.costScale;
  }

  private report(iterations: number, cost = this.units, unassigned = this.best.left): void {
    const { budget, onProgress } = this.with;
    this.reported = budget.elapsedMs();
    onProgress?.({ iterations, elapsedMs: this.reported, cost, unassigned });
  }

  /** Takes the present plan where it is the best so far. */
  private offer(): void {
    const { state, budget } = this.with;
    if (state.totalCost >= this.best.cost) return;
    this.best.take();
    this.trace.push([Math.round(budget.elapsedMs()), this.units]);
  }

  /** Takes a plan found elsewhere where it can be kept and is the best so far. */
  private offerOrder(order: Int32Array): void {
    if (loadOrder(this.with.state, order)) this.offer();
  }

  /** Has every thread do a task of its own; what each found, in the order of the threads. */
  private async all(tasks: readonly Task[]): Promise<(Found | undefined)[]> {
    const { state, otherThreads, slices, signal, budget, onProgress } = this.with;
    const ended = new AbortController();
    const isEnded = new Promise<undefined>((resolve) => {
      ended.signal.addEventListener("abort", () => resolve(undefined), { once: true });
    });
    const end = (): void => ended.abort();
    if (signal?.aborted === true) end();
    signal?.addEventListener("abort", end, { once: true });
    const { stopAtCost = Number.NEGATIVE_INFINITY } = (tasks[0] as Task).limits;
    for (const thread of otherThreads)
      thread.onBetter = (cost) => {
        if (cost <= stopAtCost) end();
      };
    const others = otherThreads.map((thread, index) => thread.do(tasks[index + 1] as Task, graceMs, nowMs));
    const watch: Watch = (search, iterations) => {
      if (onProgress === undefined || budget.elapsedMs() - this.reported < progressEveryMs) return;
      const isBest = search.bests.cost < this.best.cost;
      const cost = isBest ? search.bests.units : this.units;
      this.report(this.iterations + iterations, cost, isBest ? search.bests.left : this.best.left);
    };
    const own = await slices.finish(doTask({ state, neighbours: this.neighbours }, tasks[0] as Task, watch, ended.signal));
    if (own.stoppedBy === "cost") end();
    const found = [own, ...(await Promise.all(others.map((other) => Promise.race([other, isEnded]))))];
    signal?.removeEventListener("abort", end);
    this.stoppedBy = own.stoppedBy;
    for (const each of found) this.iterations += each?.iterations ?? 0;
    return found;
  }

  /** What the threads that have not answered had found by then. */
  private offerUnanswered(found: readonly (Found | undefined)[]): void {
    for (const [index, thread] of this.with.otherThreads.entries())
      if (found[index + 1] === undefined && thread.best !== undefined) this.offerOrder(thread.best);
  }

  private get threads(): number {
    return this.with.otherThreads.length + 1;
  }

  private tasks(of: (thread: number) => Omit<Task, "seed" | "limits">, toShare: number, fromShare: number, round: number): Task[] {
    const { seed, budget } = this.with;
    const limits = budget.limitsOf(fromShare, toShare, nowMs());
    return Array.from({ length: this.threads }, (_, thread) => ({ ...of(thread), limits, seed: seed + (round * this.threads + thread) * 7_919 }));
  }

  /** Every thread finds plans of its own; then all go on from the best of them with the others at hand. */
  private async apart(): Promise<void> {
    const { state } = this.with;
    const start = state.next.slice();
    const found = await this.all(this.tasks(() => ({ start, sources: [], empties: true }), lastFrom, 0, 0));
    const ranked = found
      .flatMap((each) => each?.plans ?? [])
      .map((order) => ({ order, kept: loadOrder(state, order), cost: state.totalCost }))
      .filter(({ kept }) => kept)
      .sort((a, b) => a.cost - b.cost);
    for (const { order } of ranked) this.offerOrder(order);
    this.offerUnanswered(found);
    if (this.isOver) return;
    const first = this.best.next.slice();
    const sources = ranked.slice(0, 2 * this.threads + 4).map(({ order }) => order);
    const last = await this.all(this.tasks(() => ({ start: first, sources, empties: false, coolings: [lastCooling] }), 1, lastFrom, 1));
    for (const each of last) if (each !== undefined) this.offerOrder(each.plans[0] as Int32Array);
    this.offerUnanswered(last);
  }

  /** The plan is parted among the threads, round after round, each time differently, while all cool together. */
  private async parted(): Promise<void> {
    const { state, seed } = this.with;
    const random = new Random(seed);
    let now: Int32Array = state.next.slice();
    for (let round = 0; round < rounds && !this.isOver; round++) {
      loadOrder(state, now);
      const start = state.next.slice();
      const frozen = partition(state, this.threads, random);
      const coolings = [partOf(oneCooling, round / rounds, (round + 1) / rounds)];
      const found = await this.all(
        this.tasks(
          (thread) => ({ start, sources: [], empties: false, coolings, frozen: frozen[thread] as Frozen }),
          (round + 1) / rounds,
          round / rounds,
          round,
        ),
      );
      const merged = (of: (each: Found) => Int32Array): Int32Array =>
        merge(
          state,
          start,
          frozen.flatMap((part, thread) => (found[thread] === undefined ? [] : [{ frozen: part, order: of(found[thread] as Found) }])),
        );
      // limits across routes may hold for each part and not for all together
      for (const each of found) if (each !== undefined) this.offerOrder(each.plans[0] as Int32Array);
      this.offerOrder(merged(({ plans }) => plans[0] as Int32Array));
      this.offerUnanswered(found);
      const last = merged(({ last: order }) => order);
      now = loadOrder(state, last) ? last : this.best.next.slice();
    }
  }

  private get isOver(): boolean {
    const { budget } = this.with;
    budget.note(this.units, 0);
    return budget.spent(0) !== undefined;
  }

  async run(): Promise<Run> {
    const { state, budget, seed, otherThreads } = this.with;
    const { stopCount, routeCount, jobCount } = state.compiled;
    const nothing = stopCount === 0 || routeCount === 0;
    if (!nothing) await (jobCount >= jobsToPart * this.threads && !savesDays(state) ? this.parted() : this.apart());
    this.best.restore();
    this.report(this.iterations);
    const threads = 1 + otherThreads.filter(({ isAlive }) => isAlive).length;
    budget.note(this.units, 0);
    const stoppedBy = nothing ? "nothingToSearch" : (budget.spent(0) ?? this.stoppedBy);
    return { seed, iterations: this.iterations, elapsedMs: budget.elapsedMs(), stoppedBy, threads, version: schedulerVersion, trace: this.trace };
  }
}

/** Improves routes on several threads until the budget is spent; the routes are then those of the best plan met. */
export function improveTogether(together: Together): Promise<Run> {
  return new Team(together).run();
}
