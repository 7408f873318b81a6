import type { Slices } from "../improve/stop/slices.js";
import type { Bounds } from "./bounds.js";
import type { Layout } from "./compileSiting.js";
import { choiceOf, exactModel, type Purpose } from "./exactModel.js";
import type { MilpResult } from "./milp.js";
import type { SiteSearch } from "./siteSearch.js";
import type { Solver } from "./solver.js";

/** What the exact method works with. */
export interface ExactTask {
  readonly layout: Layout;
  readonly search: SiteSearch;
  readonly solver: Solver;
  readonly slices: Slices;
  readonly bounds: Bounds;
  readonly seed: number;
  readonly wasmUrl: string | undefined;
  /** Milliseconds left. */
  readonly leftMs: () => number;
}

/** What a solver's bound may have lost to floating point, as a share. */
const lostShare = 1e-7;
/** Costs are whole, so a difference below one is none. */
const belowOne = 0.999;

class ExactMethod {
  private readonly task: ExactTask;

  constructor(task: ExactTask) {
    this.task = task;
  }

  /** Has one purpose solved; what it finds is offered to the search. The bound is whole; undefined where nothing was proven. */
  private async solve(purpose: Purpose): Promise<{ readonly bound: number; readonly isInfeasible: boolean } | undefined> {
    const { layout, search, solver, slices, seed, wasmUrl, leftMs } = this.task;
    const left = leftMs();
    if (left <= 0) return undefined;
    const { milp, scale, constant, start } = await slices.finish(exactModel(layout, purpose, search.best));
    const result: MilpResult | undefined = await solver.solve(milp, {
      timeLimitSeconds: left / 1000,
      absoluteGap: belowOne / scale,
      seed,
      ...(start === undefined ? {} : { start }),
      ...(wasmUrl === undefined ? {} : { wasmUrl }),
    });
    if (result === undefined || result.status === "other") return undefined;
    if (result.status === "infeasible") return { bound: Number.POSITIVE_INFINITY, isInfeasible: true };
    if (result.values !== undefined) {
      const { open, pairOf } = choiceOf(layout, result.values);
      search.offerAssigned(open, pairOf);
    }
    const value = result.bound * scale;
    return { bound: Math.ceil(constant + value - Math.abs(value) * lostShare - 1e-3), isInfeasible: false };
  }

  /** Whether it is proven that there is no plan at all. */
  async run(): Promise<boolean> {
    const { layout, search, bounds } = this.task;
    if ((search.best?.worth.missing ?? Number.POSITIVE_INFINITY) > 0) {
      const lacking = await this.solve({ kind: "missing" });
      if (lacking !== undefined && (lacking.isInfeasible || lacking.bound > 0)) return true;
      if ((search.best?.worth.missing ?? Number.POSITIVE_INFINITY) > 0) return false;
    }
    const unserved = (): number => search.best?.worth.unserved ?? 0;
    if (layout.unservedCost === undefined && unserved() > bounds.unserved) {
      const served = await this.solve({ kind: "unserved" });
      if (served !== undefined && !served.isInfeasible) bounds.unserved = Math.min(unserved(), Math.max(bounds.unserved, served.bound));
    }
    if (search.best !== undefined && search.best.worth.cost > bounds.cost) {
      const cheapest = await this.solve({ kind: "cost", unservedMost: unserved() });
      if (cheapest !== undefined && !cheapest.isInfeasible) bounds.cost = Math.max(bounds.cost, cheapest.bound);
    }
    return false;
  }
}

/** Solves what the heuristic has not proven to the end, as far as time allows; true where it is proven that there is no plan. */
export function solveExactly(task: ExactTask): Promise<boolean> {
  return new ExactMethod(task).run();
}
