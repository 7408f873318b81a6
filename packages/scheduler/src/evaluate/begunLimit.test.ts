import { describe, expect, it } from "vitest";
import { problem, withFixed } from "../../test/faultyPlans.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { newLinkedState } from "../linked/newLinkedState.js";
import { compile } from "../model/compile.js";
import type { Compiled } from "../model/compiled.js";
import { runToEnd } from "../model/steps.js";
import { begunLimits, begunLinkedLimits } from "./begunLimit.js";
import { newState } from "./newState.js";

const compiled = (of = problem): Compiled => runToEnd(compile(of, defaultFeatures));
/** x-2, the second, is made as it is fixed; x-1 is not in the route yet. */
const begun = compiled(withFixed({ state: "done" }));

describe("what has begun", () => {
  it("sets no limit where nothing has, nor where a visit is only fixed", () => {
    for (const of of [problem, withFixed({})]) {
      expect(begunLimits(compiled(of))).toEqual([]);
      expect(begunLinkedLimits(compiled(of))).toEqual([]);
    }
  });

  it("has nothing put before it, and says why", () => {
    const state = newState(begun);
    const [limit] = begunLimits(begun);
    const start = begun.routeStart[0] as number;
    state.insert(1, 0, start, 0);
    state.refresh(0);
    expect(limit?.reason).toBe("NOT_BEFORE_BEGUN");
    expect(limit?.admits?.(state, 0, 0, start)).toBe(false);
    expect(limit?.admits?.(state, 0, 0, 1)).toBe(true);
    expect(limit?.refresh(state, 0)).toBe(true);
    state.insert(0, 0, start, 0);
    expect(limit?.refresh(state, 0)).toBe(false);
    state.remove(0);
    state.insert(0, 0, 1, 0);
    expect(limit?.refresh(state, 0)).toBe(true);
  });

  it("comes first in an order of appointments as well", () => {
    const [limit] = begunLinkedLimits(begun);
    expect(limit?.reason).toBe("NOT_BEFORE_BEGUN");
    const inOrder = (first: number, second: number): boolean | undefined => {
      const state = newLinkedState(begun);
      state.begin();
      [first, second].forEach((visit, place) => {
        state.setKey(state.model.appointmentOf[visit] as number, place);
        state.put(visit, 0);
      });
      return limit?.keeps(state, 0);
    };
    expect([inOrder(0, 1), inOrder(1, 0)]).toEqual([false, true]);
  });
});
