/** Work that can be interrupted wherever it yields, and resumed. */
export type Steps<Value> = Generator<void, Value, void>;

/** Does all of a piece of work at once. */
export function runToEnd<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
