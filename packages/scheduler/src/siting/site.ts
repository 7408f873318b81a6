import { Slices } from "../improve/stop/slices.js";
import type { Steps } from "../model/steps.js";
import type { SitingAnswer, SitingRun } from "./answer.js";
import { type Bounds, firstBounds, raiseBounds } from "./bounds.js";
import { compileSiting, costScale, type Layout } from "./compileSiting.js";
import { type Milp, MilpRows } from "./milp.js";
import type { SitingProblem } from "./problem.js";
import { shortfallsOf } from "./shortfalls.js";
import { SiteSearch } from "./siteSearch.js";
import { readSitingOptions, type SitingOptions } from "./sitingOptions.js";
import { solveExactly } from "./solveExactly.js";
import { Solver } from "./solver.js";
import { toSitingPlan } from "./toSitingPlan.js";
import { requireValidSiting } from "./validateSiting.js";

type Read = ReturnType<typeof readSitingOptions>;

/** A gap of which nothing can be said: as exact as sums of floating point are. */
const provenShare = 1e-6;

/** Costs are whole where they are compared, so the share is exact to the last digit that a plan's cost has. */
function gapOf(bounds: Bounds, worth: { readonly unserved: number; readonly cost: number }) {
  return {
    unservedPersons: Math.max(0, worth.unserved - bounds.unserved),
    costShare: worth.cost <= bounds.cost ? 0 : Math.max(0, worth.cost - Math.max(0, bounds.cost)) / worth.cost,
  };
}

function isProven(bounds: Bounds, search: SiteSearch): boolean {
  const worth = search.best?.worth;
  if (worth?.missing !== 0) return false;
  const { unservedPersons, costShare } = gapOf(bounds, worth);
  return unservedPersons === 0 && costShare <= provenShare;
}

/** Searches and bounds, without any solver. */
function* searchAndBound(layout: Layout, bounds: Bounds, search: SiteSearch, isStopped: () => boolean): Steps<void> {
  yield* search.begin();
  yield* search.improve();
  yield* raiseBounds(layout, bounds, search, isStopped);
  yield* search.improve();
  yield* search.wander();
  if (bounds.cost === Number.NEGATIVE_INFINITY) yield* raiseBounds(layout, bounds, search, isStopped);
}

/** A programme of nothing: whether the solver is there is asked before anything is searched. */
const nothing = (): Milp => new MilpRows().finish({ cost: Float64Array.of(1), upper: Float64Array.of(1), whole: Int32Array.of(1) });

/** One call of `site`. */
class Siting {
  private readonly problem: SitingProblem;
  private readonly options: Read;
  private readonly startedAt = performance.now();
  private readonly slices = new Slices();

  constructor(problem: SitingProblem, options: Read) {
    this.problem = problem;
    this.options = options;
  }

  private leftMs(): number {
    return this.options.timeLimitMs - (performance.now() - this.startedAt);
  }

  private isStopped(): boolean {
    return this.options.signal?.aborted === true || this.leftMs() <= 0;
  }

  private runOf(search: SiteSearch, proven: boolean): SitingRun {
    const { method, seed, signal } = this.options;
    const stoppedBy = proven ? "proven" : signal?.aborted === true ? "signal" : this.leftMs() <= 0 ? "time" : "iterations";
    return { method, seed, iterations: search.iterations, elapsedMs: performance.now() - this.startedAt, stoppedBy };
  }

  private async answer(layout: Layout, search: SiteSearch, bounds: Bounds, isInfeasible: boolean): Promise<SitingAnswer> {
    const { best } = search;
    const proven = isProven(bounds, search);
    const run = this.runOf(search, proven || isInfeasible);
    if (best === undefined || best.worth.missing > 0)
      return { outcome: isInfeasible ? "infeasible" : "notFound", ...shortfallsOf(layout, best), run };
    const plan = await this.slices.finish(toSitingPlan(this.problem, layout, best));
    const cost = Math.max(0, Math.min(bounds.cost, best.worth.cost)) / costScale;
    const isPriced = layout.unservedCost !== undefined;
    const bound = { ...(isPriced ? {} : { unservedPersons: Math.min(bounds.unserved, best.worth.unserved) }), cost };
    return { outcome: "found", proven, plan, bound, gap: gapOf(bounds, best.worth), run };
  }

  /** The problem laid out; undefined where the signal came before. */
  private *lay(): Steps<Layout | undefined> {
    const steps = compileSiting(this.problem);
    while (this.options.signal?.aborted !== true) {
      const step = steps.next();
      if (step.done === true) return step.value;
      yield;
    }
    return undefined;
  }

  private async heuristic(layout: Layout, bounds: Bounds, search: SiteSearch): Promise<void> {
    await this.slices.finish(searchAndBound(layout, bounds, search, () => this.isStopped()));
  }

  async run(): Promise<SitingAnswer> {
    const { method, maxIterations, seed, signal, startWorker, wasmUrl } = this.options;
    const layout = await this.slices.finish(this.lay());
    if (layout === undefined) {
      const run: SitingRun = { method, seed, iterations: 0, elapsedMs: performance.now() - this.startedAt, stoppedBy: "signal" };
      return { outcome: "notFound", shortfalls: [], missingSites: 0, overBudgetFen: 0, run };
    }
    const bounds = firstBounds(layout);
    const isOver = (): boolean => search.iterations >= maxIterations || this.isStopped() || isProven(bounds, search);
    const search: SiteSearch = new SiteSearch(layout, seed, isOver);
    if (method === "heuristic") {
      await this.heuristic(layout, bounds, search);
      return await this.answer(layout, search, bounds, false);
    }
    const solver = new Solver(startWorker, signal);
    try {
      await solver.solve(nothing(), { timeLimitSeconds: 60, absoluteGap: 0, seed, ...(wasmUrl === undefined ? {} : { wasmUrl }) });
      await this.heuristic(layout, bounds, search);
      const isInfeasible = await solveExactly({ layout, search, solver, slices: this.slices, bounds, seed, wasmUrl, leftMs: () => this.leftMs() });
      return await this.answer(layout, search, bounds, isInfeasible);
    } finally {
      solver.close();
    }
  }
}

/**
 * Chooses where facilities are to be and who goes to which: village points, joint centres, regional homes. As many people as
 * possible are served, then at least cost, within service radius, capacity, least loads, number of sites and budgets; every
 * demand goes to one site as a whole. Every answer says how far from the best it can be.
 *
 * Numbers of policy (how many households, how far, how many homes) are the caller's: nothing is assumed.
 *
 * @returns the plan with its bound and gap; or that there is none. With `maxIterations` and no time limit, the same problem and
 * options give the same answer but for `run.elapsedMs`, in whatever order demands and sites are listed
 * @throws EldercareError with every issue of the problem (see `validateSiting`); SITING_OPTION_INVALID; SITING_SUMS_TOO_LARGE;
 * by the exact method SITING_SOLVER_MISSING where the package `highs` is not installed, SITING_SOLVER_FAILED
 * @example
 * const answer = await site(siting);
 * answer.plan.opened.map(({ site: id, persons }) => `${id} ${persons}`) //=> ["home-1 50", "home-3 70"]
 * Source: NC-4.1.1-d (三个区域性敬老院), CK-2.4-c, CK-2.4-d (村级互助养老点), IM-1-d, IM-1-e, IM-2.2-a (联合建设), IM-2.3-e (20户).
 */
export async function site(problem: SitingProblem, options: SitingOptions = {}): Promise<SitingAnswer> {
  const read = readSitingOptions(options);
  requireValidSiting(problem);
  return new Siting(problem, read).run();
}
