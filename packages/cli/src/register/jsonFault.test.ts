import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFault } from "./jsonFault.js";

describe("the place where a text stops being JSON", () => {
  it.each([
    ['{"id": "p-1", }', 14],
    ['{"id" "p-1"}', 6],
    ['{"id": p-1}', 7],
    ['{"id": "p\\x"}', 9],
    ['{"id": "p-1"', 12],
    ['{"id": "p-1"} x', 14],
    ["{'id': 1}", 1],
    ["[1,]", 3],
    ["[01]", 2],
    ["]", 0],
    ["", 0],
  ])("in %s is character %i", (text, fault) => {
    expect(jsonFault(text)).toBe(fault);
  });

  it("is found in exactly those texts that no engine reads", () => {
    const broken = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.nat(4),
        fc.string({ unit: fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "\\", "1", "e", "-", ".", " ", "\t") }),
      )
      .map(([text, at, remove, insert]) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + insert + text.slice(from + remove);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken), (text) => {
        let reads = true;
        try {
          JSON.parse(text);
        } catch {
          reads = false;
        }
        expect(jsonFault(text) === undefined).toBe(reads);
      }),
      { numRuns: 500 },
    );
  });

  it("is the first: what stands before it can still become JSON", () => {
    expect(jsonFault('{"a": [1, 2}')).toBe(11);
    expect(jsonFault(`${"[".repeat(50_000)}x`)).toBe(50_000);
  });
});
