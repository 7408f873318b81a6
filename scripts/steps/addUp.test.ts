import { describe, expect, it } from "vitest";
import { addUp } from "./addUp.mjs";

const step = (passed: number, failed: number) => ({ passed, failed });

describe("the tally of several runs", () => {
  it("adds up their steps", () => {
    const runs = [
      { finished: true, outcomes: [step(1, 0), step(40, 2)] },
      { finished: true, outcomes: [step(7, 0)] },
    ];
    expect(addUp(runs)).toEqual({ passed: 48, failed: 2 });
  });

  it("counts a run that died half-way, or left nothing, as a failure", () => {
    expect(addUp([{ finished: false, outcomes: [step(3, 0)] }, undefined])).toEqual({ passed: 3, failed: 2 });
  });
});
