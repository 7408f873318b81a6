import { callerLine } from "../parallel/callerLine.js";
import type { FromSolver, Milp, MilpOptions, MilpResult, ToSolver } from "./milp.js";

// the solver's file: it is started, not imported. HiGHS computes without a pause, so it has a thread of its own.

/** What is used of the package `highs`. */
interface HighsModel {
  readonly options: { set(options: Readonly<Record<string, unknown>>): unknown };
  readonly info: { get(name: string): unknown };
  setSolution(solution: { readonly colValue: Float64Array }): unknown;
  run(): unknown;
  getModelStatus(): number;
  getSolution(): { readonly colValue: Float64Array };
  dispose(): void;
}
interface Highs {
  readonly infinity: number;
  readonly constants: { readonly modelStatus: Readonly<Record<string, number>> };
  createModel(source: unknown): HighsModel;
}
interface HighsPackage {
  readonly default: (options?: { locateFile?(file: string): string }) => Promise<Highs>;
}

let highs: Promise<Highs> | undefined;

/** The solver, loaded once; undefined where it is not installed. */
async function load(wasmUrl: string | undefined): Promise<Highs | undefined> {
  let found: HighsPackage;
  try {
    found = (await import("highs")) as unknown as HighsPackage;
  } catch (error) {
    // Node.js has a code for what is not there and others for what is broken; browsers have none
    if (error instanceof Error && "code" in error && error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    return undefined;
  }
  highs ??= found.default(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
  return highs;
}

function statusOf({ constants: { modelStatus } }: Highs, status: number): MilpResult["status"] {
  if (status === modelStatus.optimal) return "optimal";
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return "infeasible";
  return status === modelStatus.timeLimit ? "timeLimit" : "other";
}

function solve(solver: Highs, model: Milp, options: MilpOptions): MilpResult {
  const [numCols, numRows] = [model.cost.length, model.rowLower.length];
  const instance = solver.createModel({
    numCols,
    numRows,
    colCost: model.cost,
    colLower: new Float64Array(numCols),
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: { format: "csr", numRows, numCols, starts: model.starts, indices: model.columns, values: model.factors },
    integrality: model.whole,
  });
  try {
    instance.options.set({
      output_flag: false,
      time_limit: options.timeLimitSeconds,
      mip_rel_gap: 0,
      mip_abs_gap: options.absoluteGap,
      random_seed: options.seed,
    });
    if (options.start !== undefined) instance.setSolution({ colValue: options.start });
    instance.run();
    const status = statusOf(solver, instance.getModelStatus());
    const bound = Number(instance.info.get("mip_dual_bound"));
    // 2 is a feasible solution
    const hasSolution = instance.info.get("primal_solution_status") === 2;
    return { status, bound, ...(hasSolution ? { values: instance.getSolution().colValue } : {}) };
  } finally {
    instance.dispose();
  }
}

async function answer({ id, model, options }: ToSolver): Promise<FromSolver> {
  try {
    const solver = await load(options.wasmUrl);
    return solver === undefined ? { kind: "missing", id } : { kind: "solved", id, result: solve(solver, model, options) };
  } catch (error) {
    return { kind: "failed", id, why: error instanceof Error ? error.message : String(error) };
  }
}

const line = callerLine<ToSolver, FromSolver>();
line?.listen((message) => void answer(message).then((said) => line.post(said)));
