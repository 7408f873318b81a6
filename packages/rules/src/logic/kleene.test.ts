import { describe, expect, it } from "vitest";
import { fromBoolean, negate, toBoolean } from "./kleene.js";
import { FALSE, TRUE, UNKNOWN } from "./value.js";

describe("a truth of three", () => {
  it("is read from a value: what is not known is unknown, what is none is false", () => {
    expect([true, false, null, undefined].map(fromBoolean)).toEqual([TRUE, FALSE, FALSE, UNKNOWN]);
  });

  it("is unknown, never false, as a value", () => {
    expect(([TRUE, FALSE, UNKNOWN] as const).map((truth) => toBoolean(truth))).toEqual([true, false, undefined]);
  });

  it("stays unknown when it is denied", () => {
    expect(([TRUE, FALSE, UNKNOWN] as const).map((truth) => negate(truth))).toEqual([FALSE, TRUE, UNKNOWN]);
  });
});
