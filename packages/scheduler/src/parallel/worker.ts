import { newState } from "../evaluate/newState.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { Neighbours } from "../improve/ruin/neighbours.js";
import { compile } from "../model/compile.js";
import { runToEnd } from "../model/steps.js";
import { doTask, nowMs, type Thread, type Watch } from "./doTask.js";
import type { FromWorker, ToWorker } from "./messages.js";

// the worker's file: it is started, not imported

interface Line {
  post(message: FromWorker): void;
  listen(handle: (message: ToWorker) => void): void;
}

/** The parts of `node:worker_threads` and of a Web Worker's global scope that this file needs. */
interface ParentPort {
  postMessage(message: FromWorker): void;
  on(event: "message", handle: (message: ToWorker) => void): void;
}
interface WorkerScope {
  postMessage(message: FromWorker): void;
  addEventListener(type: "message", handle: (event: { readonly data: ToWorker }) => void): void;
}
declare const self: WorkerScope;

function lineOfNode(): Line | undefined {
  const threads: { readonly parentPort: ParentPort | null } | undefined = globalThis.process?.getBuiltinModule?.("node:worker_threads");
  const port = threads?.parentPort;
  return port === undefined || port === null
    ? undefined
    : { post: (message) => port.postMessage(message), listen: (handle) => port.on("message", handle) };
}

function lineOfBrowser(scope: WorkerScope): Line {
  return { post: (message) => scope.postMessage(message), listen: (handle) => scope.addEventListener("message", ({ data }) => handle(data)) };
}

/** How often better plans are told of, so that little is lost with a thread. */
const tellEveryMs = 100;

function serve(line: Line): void {
  let thread: Thread | undefined;
  let told = 0;
  let untold = false;
  let id = -1;
  const watch: Watch = (search, _, isBest) => {
    if (isBest) untold = true;
    if (!untold || nowMs() - told < tellEveryMs) return;
    told = nowMs();
    untold = false;
    line.post({ kind: "better", id, plan: search.bests.order, cost: search.bests.units });
  };
  line.listen((message) => {
    if (message.kind === "begin") {
      const compiled = runToEnd(compile(message.problem, defaultFeatures));
      thread = { state: newState(compiled), neighbours: new Neighbours(compiled) };
    } else if (message.kind === "task" && thread !== undefined) {
      id = message.id;
      line.post({ kind: "found", id, found: runToEnd(doTask(thread, message.task, watch)) });
    }
  });
}

const line = lineOfNode() ?? (typeof self === "undefined" ? undefined : lineOfBrowser(self));
if (line !== undefined) serve(line);
