import { type Progress, solve, validate, verify } from "@eldercare/scheduler";
import { townships } from "./townships.js";

/** What one size of problem takes. Times passed are of a machine that others may use too; processor time is this program's own. */
export interface ScaleResult {
  readonly visits: number;
  readonly routes: number;
  readonly visitsPerRoute: number;
  readonly checkedSeconds: number;
  readonly firstPlanSeconds: number;
  readonly iterations: number;
  readonly microsecondsPerIteration: number;
  readonly slices: number;
  /** Turns of the event loop that took more than 10 ms: by the clock, and by processor time. */
  readonly longSlices: number;
  readonly longSlicesOfProcessor: number;
  readonly longestSliceMs: number;
  readonly abortMs: number;
  readonly peakMegabytes: number;
  readonly verified: boolean;
}

const longMs = 10;

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Counts the turns of the event loop and how long each took. */
class Turns {
  count = 0;
  long = 0;
  longOfProcessor = 0;
  longestMs = 0;
  private going = true;
  private at = performance.now();
  private processorAt = processorMs();

  constructor() {
    setImmediate(this.turn);
  }

  stop(): void {
    this.going = false;
  }

  private readonly turn = (): void => {
    const [now, processorNow] = [performance.now(), processorMs()];
    this.count++;
    if (now - this.at > longMs) this.long++;
    if (processorNow - this.processorAt > longMs) this.longOfProcessor++;
    this.longestMs = Math.max(this.longestMs, now - this.at);
    this.at = now;
    this.processorAt = processorNow;
    if (this.going) setImmediate(this.turn);
  };
}

/** Solves a synthetic problem, stops it after so many seconds of search, and tells what that took. */
export async function measureScale(visits: number, seconds: number, seed: number): Promise<ScaleResult> {
  const problem = townships(visits, seed);
  const begun = performance.now();
  if (validate(problem).some(({ severity }) => severity === "error")) throw new Error("the synthetic problem has errors");
  const checkedSeconds = (performance.now() - begun) / 1000;
  const controller = new AbortController();
  const marks: { readonly progress: Progress; readonly processorMs: number }[] = [];
  let abortedAt = Number.NaN;
  const turns = new Turns();
  const { plan, run } = await solve(problem, {
    // the clock runs out well after the signal comes
    timeLimitMs: 60_000 + seconds * 2000,
    seed,
    signal: controller.signal,
    onProgress: (progress) => {
      if (marks.length === 0)
        setTimeout(() => {
          abortedAt = performance.now();
          controller.abort();
        }, seconds * 1000);
      marks.push({ progress, processorMs: processorMs() });
    },
  });
  const abortMs = performance.now() - abortedAt;
  turns.stop();
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined || run.stoppedBy !== "signal") throw new Error(`stopped by ${run.stoppedBy} before the signal`);
  return {
    visits,
    routes: plan.routes.length,
    visitsPerRoute: (visits - plan.unassigned.length) / plan.routes.length,
    checkedSeconds,
    firstPlanSeconds: (run.trace[0]?.[0] ?? Number.NaN) / 1000,
    iterations: run.iterations,
    microsecondsPerIteration: (1000 * (last.processorMs - first.processorMs)) / (last.progress.iterations - first.progress.iterations),
    slices: turns.count,
    longSlices: turns.long,
    longSlicesOfProcessor: turns.longOfProcessor,
    longestSliceMs: turns.longestMs,
    abortMs,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    verified: verify(problem, plan).length === 0,
  };
}
