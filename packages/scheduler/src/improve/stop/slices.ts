import type { Steps } from "../../model/steps.js";

/** Longest work at a stretch: far below 10 ms, because the step that passes the limit is finished first, be it one of the first that run unoptimised. */
const sliceMs = 1;

/** Resolves in the next turn of the event loop. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else {
      // browsers make timers wait for 4 ms once they follow one another; messages they do not
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => {
        port1.close();
        resolve();
      });
      port1.start();
      port2.postMessage(undefined);
    }
  });
}

/** Does work in slices, giving the event loop its turn in between. */
export class Slices {
  private begun = performance.now();

  async finish<Value>(steps: Steps<Value>): Promise<Value> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (performance.now() - this.begun < sliceMs) continue;
      await nextTurn();
      this.begun = performance.now();
    }
  }
}
