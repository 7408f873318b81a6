import type { Steps } from "../../model/steps.js";

/** Longest work at a stretch: well below 10 ms, because the step that passes the limit is finished first. */
const sliceMs = 5;

const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

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
