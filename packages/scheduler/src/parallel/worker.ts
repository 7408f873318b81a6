import { newState } from "../evaluate/newState.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { Neighbours } from "../improve/ruin/neighbours.js";
import { compile } from "../model/compile.js";
import { runToEnd } from "../model/steps.js";
import { type CallerLine, callerLine } from "./callerLine.js";
import { doTask, nowMs, type Thread, type Watch } from "./doTask.js";
import type { FromWorker, ToWorker } from "./messages.js";

// the worker's file: it is started, not imported

/** How often better plans are told of, so that little is lost with a thread. */
const tellEveryMs = 100;

function serve(line: CallerLine<ToWorker, FromWorker>): void {
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

const line = callerLine<ToWorker, FromWorker>();
if (line !== undefined) serve(line);
