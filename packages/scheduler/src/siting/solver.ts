import { EldercareError } from "@eldercare/core";
import { type NodeWorker, portOf, type WebWorker, type WorkerPort } from "../parallel/workerPort.js";
import { reportSitingIssue } from "./codes.js";
import type { FromSolver, Milp, MilpOptions, MilpResult } from "./milp.js";

const isFromSolver = (message: unknown): message is FromSolver => typeof message === "object" && message !== null && "kind" in message;

/** How much longer than its limit the solver is waited for: it looks at the clock between its steps. */
const graceMs = 2_000;

const failed = (why: string): EldercareError => new EldercareError([reportSitingIssue("SITING_SOLVER_FAILED", "/method", { seen: why })]);

/** HiGHS in a thread of its own. */
export class Solver {
  private readonly port: WorkerPort;
  private readonly signal: AbortSignal | undefined;
  private readonly end = (): void => this.settle(undefined);
  private answer: ((message: FromSolver | EldercareError | undefined) => void) | undefined;
  private isGone = false;
  private asked = 0;

  /** @throws EldercareError SITING_SOLVER_FAILED where no worker can be started */
  constructor(startWorker: () => NodeWorker | WebWorker, signal: AbortSignal | undefined) {
    this.signal = signal;
    try {
      this.port = portOf(startWorker());
    } catch (error) {
      throw failed(error instanceof Error ? error.message : String(error));
    }
    this.port.listen(
      (message) => {
        if (isFromSolver(message) && message.id === this.asked) this.settle(message);
      },
      () => {
        this.isGone = true;
        this.settle(failed("worker gone"));
      },
    );
    signal?.addEventListener("abort", this.end);
  }

  private settle(message: FromSolver | EldercareError | undefined): void {
    this.answer?.(message);
    this.answer = undefined;
  }

  /**
   * Has a programme solved; undefined where the signal was aborted or it is far beyond its time.
   *
   * @throws EldercareError SITING_SOLVER_MISSING, SITING_SOLVER_FAILED
   */
  async solve(model: Milp, options: MilpOptions): Promise<MilpResult | undefined> {
    if (this.signal?.aborted === true) return undefined;
    if (this.isGone) throw failed("worker gone");
    const id = ++this.asked;
    const said = await new Promise<FromSolver | EldercareError | undefined>((resolve) => {
      // it also keeps the program alive, which does not wait for workers
      const timer = setTimeout(() => this.settle(undefined), options.timeLimitSeconds * 1000 + graceMs);
      this.answer = (message) => {
        clearTimeout(timer);
        resolve(message);
      };
      this.port.post({ id, model, options });
    });
    if (said === undefined) return undefined;
    if (said instanceof EldercareError) throw said;
    if (said.kind === "missing") throw new EldercareError([reportSitingIssue("SITING_SOLVER_MISSING", "/method")]);
    if (said.kind === "failed") throw failed(said.why);
    return said.result;
  }

  /** Ends the thread; what it was at is not waited for. */
  close(): void {
    this.signal?.removeEventListener("abort", this.end);
    this.isGone = true;
    this.port.end();
  }
}
