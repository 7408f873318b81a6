/** Measures the phases of a run. Its figures go to `run.json` and the terminal alone: results never depend on them. */
export class StopWatch {
  private readonly began = performance.now();
  private last = this.began;
  private readonly laps: Record<string, number> = {};

  /** Ends a phase; its length in words. */
  lap(name: string): string {
    const now = performance.now();
    const ms = Math.round(now - this.last);
    this.laps[name] = ms;
    this.last = now;
    return `${(ms / 1000).toFixed(1)} 秒`;
  }

  /** Milliseconds of every phase and of all, and the most memory that the process has held. */
  timings(): { readonly totalMs: number; readonly phasesMs: Readonly<Record<string, number>>; readonly peakRssMiB: number } {
    const peakRssMiB = Math.round(process.resourceUsage().maxRSS / 1024);
    return { totalMs: Math.round(performance.now() - this.began), phasesMs: this.laps, peakRssMiB };
  }
}
