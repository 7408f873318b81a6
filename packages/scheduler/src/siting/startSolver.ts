import type { NodeWorker, WebWorker } from "../parallel/workerPort.js";

/** What this file needs of `node:worker_threads`. */
interface WorkerThreads {
  readonly Worker: new (file: URL) => NodeWorker;
}

declare const Worker: (new (file: URL, options: { readonly type: "module" }) => WebWorker) | undefined;

/**
 * Starts the worker that HiGHS runs in, which lies beside this file: a Web Worker where there are any, else one of Node.js.
 *
 * @throws Error where neither can be started
 */
export function startSolver(): NodeWorker | WebWorker {
  // spelled as bundlers know it
  if (typeof Worker === "function") return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  const threads: WorkerThreads | undefined = process.getBuiltinModule?.("node:worker_threads");
  if (threads === undefined) throw new Error("no worker can be started here");
  // built for CommonJS, this code does not know in which file it stands, but which folder is the package's; and what bundlers
  // would look for in vain is kept from them
  const here = import.meta.url;
  return new threads.Worker(new URL(/\/siting\/[^/]*$/.test(here) ? "./worker.js" : "./siting/worker.js", here));
}
