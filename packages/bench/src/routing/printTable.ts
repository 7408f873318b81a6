import type { RecordedRun } from "./recordedRuns.js";

const percent = (value: number): string => `${value.toFixed(2)} %`;

/** A line for each set and time: the mean and the worst gap over all runs, how many met the vehicles, and whether all verify. */
export function printTable(runs: readonly RecordedRun[]): string {
  const lines = [...new Set(runs.map(({ table, seconds }) => `${table}\t${seconds}`))].map((key) => {
    const [table = "", seconds = ""] = key.split("\t");
    const own = runs.filter((run) => run.table === table && String(run.seconds) === seconds);
    const gaps = own.flatMap(({ gapPercent }) => gapPercent ?? []);
    const pairs = table.startsWith("Li & Lim");
    const met = own.filter(({ vehicles, bestVehicles }) => bestVehicles !== null && vehicles <= bestVehicles).length;
    const mean = gaps.length === 0 ? "–" : percent(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length);
    return [
      table,
      `${seconds} s`,
      String(own.length),
      // without a distance to compare a run has no gap: the mean is over the others
      gaps.length === own.length ? mean : `${mean} (${gaps.length} of ${own.length})`,
      gaps.length === 0 ? "–" : percent(Math.max(...gaps)),
      pairs ? `${met} of ${own.length}` : "",
      own.every(({ verified }) => verified) ? "yes" : "NO",
    ];
  });
  const rows = [
    ["set", "time", "runs", "mean gap", "worst gap", "vehicles met", "verified"],
    ["---", "---", "---", "---", "---", "---", "---"],
    ...lines,
  ];
  return rows.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}
