/** One run on one instance. */
export interface RoutingResult {
  readonly name: string;
  readonly set: string;
  readonly seed: number;
  /** Null where a customer is left out: a plan that is not complete has no distance to compare. */
  readonly cost: number | null;
  readonly best: number | null;
  /** Null also where vehicles come first and their number is not the best known one. */
  readonly gapPercent: number | null;
  readonly vehicles: number;
  readonly bestVehicles: number | null;
  readonly iterations: number;
  readonly elapsedSeconds: number;
  readonly verified: boolean;
}

/** The mean and worst gap of a set; null where some instance has no gap. */
export interface SetSummary {
  readonly set: string;
  readonly meanGapPercent: number | null;
  readonly worstGapPercent: number | null;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The median over seeds; infinite where most runs have no gap. */
function median(results: readonly RoutingResult[]): number {
  const sorted = results.map(({ gapPercent }) => gapPercent ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : mean(sorted.slice(middle - 1, middle + 1));
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Median over seeds for each instance, then mean and worst over the instances of each set and of all. */
export function summarise(results: readonly RoutingResult[]): { readonly sets: SetSummary[]; readonly meanGapPercent: number | null } {
  const instances = [...new Set(results.map(({ name }) => name))].map((name) => {
    const runs = results.filter((result) => result.name === name);
    return { set: runs[0]?.set ?? "", gap: median(runs) };
  });
  const sets = [...new Set(instances.map(({ set }) => set))].map((set): SetSummary => {
    const gaps = instances.filter((instance) => instance.set === set).map(({ gap }) => gap);
    return { set, meanGapPercent: finite(mean(gaps)), worstGapPercent: finite(Math.max(...gaps)) };
  });
  return { sets, meanGapPercent: instances.length === 0 ? null : finite(mean(instances.map(({ gap }) => gap))) };
}
