import type { Problem } from "../model/problem.js";
import type { Found, FromWorker, Task, ToWorker } from "./messages.js";
import { type NodeWorker, portOf, type WebWorker, type WorkerPort } from "./workerPort.js";

const isFromWorker = (message: unknown): message is FromWorker => typeof message === "object" && message !== null && "kind" in message;

/** A thread that searches beside the caller's. When it dies, what it has found stands and nothing more is asked of it. */
export class OtherThread {
  private readonly port: WorkerPort;
  private answer: ((found: Found | undefined) => void) | undefined;
  private better: Int32Array | undefined;
  private task = 0;
  /** Told what a better plan costs, in objective units. */
  onBetter: ((cost: number) => void) | undefined;
  isAlive = true;

  constructor(port: WorkerPort, problem: Problem) {
    this.port = port;
    port.listen(
      (message) => {
        // what comes late of an earlier task is not asked for any more
        if (!isFromWorker(message) || message.id !== this.task) return;
        if (message.kind === "found") return this.settle(message.found);
        this.better = message.plan;
        this.onBetter?.(message.cost);
      },
      () => {
        this.isAlive = false;
        this.settle(undefined);
      },
    );
    this.say({ kind: "begin", problem });
  }

  /** The best plan that it has told of since the last task began. */
  get best(): Int32Array | undefined {
    return this.better;
  }

  private say(message: ToWorker): void {
    this.port.post(message);
  }

  private settle(found: Found | undefined): void {
    this.answer?.(found);
    this.answer = undefined;
  }

  /** Has it do a task; undefined where it dies over it, or is still at it `graceMs` after the task's end. */
  do(task: Task, graceMs: number, nowMs: () => number): Promise<Found | undefined> {
    this.better = undefined;
    this.task++;
    if (!this.isAlive) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const { until } = task.limits;
      const timer = until === undefined ? undefined : setTimeout(() => this.settle(undefined), Math.max(0, until - nowMs()) + graceMs);
      this.answer = (found) => {
        clearTimeout(timer);
        resolve(found);
      };
      this.say({ kind: "task", id: this.task, task });
    });
  }

  /** Ends it; what it was at is not waited for. */
  end(): void {
    this.isAlive = false;
    this.port.end();
    this.settle(undefined);
  }
}

/** So many more threads for a problem; those that cannot be started are done without. */
export function startThreads(count: number, problem: Problem, startWorker: () => NodeWorker | WebWorker): OtherThread[] {
  return Array.from({ length: count }).flatMap(() => {
    try {
      return [new OtherThread(portOf(startWorker()), problem)];
    } catch {
      return [];
    }
  });
}
