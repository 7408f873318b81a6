import { describe, expect, it } from "vitest";
import { excerpt, printJson } from "./excerpt.js";

const problem = {
  visits: [
    { id: "x-1", place: "home", serviceMinutes: 30 },
    { id: "x-2", place: "shop" },
  ],
  links: [],
};

describe("an excerpt of a problem", () => {
  it("keeps what is named, and ids to say whose it is", () => {
    expect(excerpt(problem, ["/visits/*/serviceMinutes"])).toEqual({ visits: [{ id: "x-1", serviceMinutes: 30 }, { id: "x-2" }] });
    expect(excerpt(problem, ["/visits/1", "/links"])).toEqual({ visits: [{ id: "x-2", place: "shop" }], links: [] });
  });

  it("of a part that is not there is refused", () => {
    expect(() => excerpt(problem, ["/vehicles"])).toThrow("no vehicles in the problem");
  });
});

describe("printed JSON", () => {
  it("stands on one line where it fits, and is broken only where it does not", () => {
    expect(printJson({ a: [1, 2] })).toBe('{ "a": [1, 2] }');
    expect(printJson({ a: ["x", "y"], b: {} }, 20)).toBe('{\n  "a": ["x", "y"],\n  "b": {}\n}');
  });

  it("keeps within its width where its parts are short", () => {
    const lines = printJson({ caregivers: Array.from({ length: 9 }, (_, i) => ({ id: `c-${i}`, skills: { bathing: i } })) }, 40).split("\n");
    expect(Math.max(...lines.map((each) => each.length))).toBeLessThanOrEqual(41);
  });

  it("reads back as it was", () => {
    const long = { numbers: Array.from({ length: 100 }, (_, i) => i), nested: [problem, problem] };
    expect(JSON.parse(printJson(long))).toEqual(long);
  });
});
