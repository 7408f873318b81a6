/** One end of the line between the caller's thread and a worker, alike in Node.js and in browsers. */
export interface WorkerPort {
  post(message: unknown): void;
  /** Tells every message, and once that the other end is gone. */
  listen(onMessage: (message: unknown) => void, onGone: () => void): void;
  /** Ends the worker. */
  end(): void;
}

/** What this package needs of a worker of Node.js (`node:worker_threads`). */
export interface NodeWorker {
  postMessage(message: unknown): void;
  on(event: string, listener: (value: unknown) => void): unknown;
  terminate(): unknown;
  unref?(): void;
}

/** What it needs of a Web Worker. */
export interface WebWorker {
  postMessage(message: unknown): void;
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void;
  terminate(): void;
}

/** The line to a worker of either kind. */
export function portOf(worker: NodeWorker | WebWorker): WorkerPort {
  const post = (message: unknown): void => worker.postMessage(message);
  if ("addEventListener" in worker)
    return {
      post,
      listen(onMessage, onGone) {
        worker.addEventListener("message", ({ data }) => onMessage(data));
        for (const type of ["error", "messageerror"]) worker.addEventListener(type, onGone);
      },
      end: () => worker.terminate(),
    };
  // a program is not to wait for its workers
  worker.unref?.();
  return {
    post,
    listen(onMessage, onGone) {
      worker.on("message", onMessage);
      for (const event of ["error", "messageerror", "exit"]) worker.on(event, onGone);
    },
    end: () => void worker.terminate(),
  };
}
