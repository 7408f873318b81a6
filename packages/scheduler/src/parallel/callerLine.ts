/** A worker's end of the line to whoever started it, alike in Node.js and in browsers. */
export interface CallerLine<Told, Said> {
  post(message: Said): void;
  listen(handle: (message: Told) => void): void;
}

/** The parts of `node:worker_threads` and of a Web Worker's global scope that a line needs. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: "message", handle: (message: unknown) => void): void;
}
interface WorkerScope {
  postMessage(message: unknown): void;
  addEventListener(type: "message", handle: (event: { readonly data: unknown }) => void): void;
}
declare const self: WorkerScope;

/**
 * The line of the worker in which this runs; undefined where it runs in none.
 *
 * @typeParam Told what the caller posts, which nobody else does
 */
export function callerLine<Told, Said>(): CallerLine<Told, Said> | undefined {
  const threads: { readonly parentPort: ParentPort | null } | undefined = globalThis.process?.getBuiltinModule?.("node:worker_threads");
  const port = threads?.parentPort;
  if (port !== undefined && port !== null)
    return { post: (message) => port.postMessage(message), listen: (handle) => port.on("message", (message) => handle(message as Told)) };
  if (typeof self === "undefined") return undefined;
  const scope = self;
  return {
    post: (message) => scope.postMessage(message),
    listen: (handle) => scope.addEventListener("message", ({ data }) => handle(data as Told)),
  };
}
