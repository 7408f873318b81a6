import { readFileSync } from "node:fs";
import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { describe, expect, it, vi } from "vitest";
import { evaluateClassic } from "./evaluateClassic.js";

interface CompatCase {
  readonly description: string;
  readonly rule: unknown;
  readonly data?: unknown;
  readonly result: unknown;
}

const suite = JSON.parse(readFileSync(new URL("../../test/data/jsonLogicCompatible.json", import.meta.url), "utf8")) as readonly (
  | string
  | CompatCase
)[];
const compatible = suite.filter((entry) => typeof entry === "object");

const codeOf = (evaluate: () => unknown): string => {
  try {
    evaluate();
    return "no error";
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    return error.issues.map(({ code, pointer }) => `${code} ${pointer}`).join("; ");
  }
};

describe("plain JSON-Logic", () => {
  it("has 278 cases that all implementations share", () => {
    expect(compatible).toHaveLength(278);
  });

  it.each(compatible)("shared case: $description", ({ rule, data, result }) => {
    expect(evaluateClassic(rule, data)).toEqual(result);
  });

  it("means what json-logic-js 2.0.5 says of random rules", () => {
    const leaf = fc.oneof(
      fc.constantFrom(0, 1, 2.5, -3, "", "2", "ab", "1px", true, false, null, [], [1, 2, "2"]),
      fc.constantFrom("a", "b.c", "list", "list.1", "", "no.such").map((name) => ({ var: name })),
    );
    const { rule } = fc.letrec((tie) => ({
      rule: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        leaf,
        fc
          .tuple(
            fc.constantFrom(
              "==",
              "===",
              "!=",
              "!==",
              "<",
              "<=",
              ">",
              ">=",
              "+",
              "-",
              "*",
              "/",
              "%",
              "min",
              "max",
              "cat",
              "merge",
              "and",
              "or",
              "in",
              "missing",
            ),
            fc.array(tie("rule"), { minLength: 1, maxLength: 3 }),
          )
          .map(([op, args]) => ({ [op]: args })),
        fc.tuple(fc.constantFrom("if", "?:", "substr"), fc.array(tie("rule"), { minLength: 3, maxLength: 4 })).map(([op, args]) => ({ [op]: args })),
        fc.tuple(fc.constantFrom("!", "!!"), tie("rule")).map(([op, arg]) => ({ [op]: [arg] })),
        fc
          .tuple(fc.constantFrom("map", "filter", "all", "some", "none", "reduce"), tie("rule"), tie("rule"))
          .map(([op, list, body]) => ({ [op]: [list, body] })),
      ),
    }));
    const data = { a: 3, b: { c: "4" }, list: [1, "2", null, [3]] };
    fc.assert(
      fc.property(rule, (logic) => {
        let theirs: unknown;
        try {
          theirs = jsonLogic.apply(logic as RulesLogic, data);
        } catch {
          // their own mishaps on arguments that nobody meant
          return;
        }
        expect(evaluateClassic(logic, data)).toEqual(theirs);
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 500) },
    );
  });

  it("reads no inherited member", () => {
    for (const path of ["constructor", "valueOf", "__proto__", "a.constructor.name", "list.map"])
      expect(evaluateClassic({ var: path }, { a: {}, list: [] })).toBeNull();
  });

  it("is not changed by what others add to json-logic-js", () => {
    const plus = (...values: number[]) => values.reduce((sum, value) => sum + value, 0);
    jsonLogic.add_operation("+", () => 42);
    expect(jsonLogic.apply({ "+": [1, 1] })).toBe(42);
    expect(evaluateClassic({ "+": [1, 1] })).toBe(2);
    jsonLogic.add_operation("+", plus);
  });

  it("writes nothing to the console", () => {
    const spy = vi.spyOn(console, "log").mockImplementation(() => undefined);
    expect(evaluateClassic({ log: { var: "name" } }, { name: "secret" })).toBe("secret");
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  });

  it("refuses every operator that it does not have, reached or not", () => {
    expect(codeOf(() => evaluateClassic({ if: [true, { lenght: [1] }, { method: ["a", "constructor"] }] }))).toBe(
      "CLASSIC_OPERATOR /if/1/lenght; CLASSIC_OPERATOR /if/2/method",
    );
  });

  it("refuses rules that are too deep or too large", () => {
    let deep: unknown = true;
    for (let level = 0; level < 5000; level += 1) deep = { "!": [deep] };
    expect(codeOf(() => evaluateClassic(deep))).toMatch(/^CLASSIC_TOO_LARGE /);
    expect(codeOf(() => evaluateClassic({ merge: Array.from({ length: 20_000 }, () => 1) }))).toMatch(/^CLASSIC_TOO_LARGE /);
  });

  it.each([
    ["a text that doubles", { reduce: [{ var: "" }, { cat: [{ var: "accumulator" }, { var: "accumulator" }] }, "a"] }],
    ["a list that doubles", { reduce: [{ var: "" }, { merge: [{ var: "accumulator" }, { var: "accumulator" }] }, ["a"]] }],
    ["a list that holds itself twice, written out", { cat: [{ reduce: [{ var: "" }, [{ var: "accumulator" }, { var: "accumulator" }], "a"] }] }],
    ["maps within maps", { map: [{ var: "" }, { map: [{ var: "list" }, { map: [{ var: "list" }, 1] }] }] }],
  ])("stops %s", (_, rule) => {
    const list: unknown[] = Array.from({ length: 100 }, (_member, index) => index);
    const data = Array.from({ length: 100 }, () => ({ list: list.map(() => ({ list })) }));
    expect(codeOf(() => evaluateClassic(rule, data))).toBe("CLASSIC_TOO_COSTLY ");
  });

  it("takes records whose members shadow the methods of objects", () => {
    const record = { valueOf: 1, toString: 2 };
    expect(evaluateClassic({ "==": [{ var: "" }, "[object Object]"] }, record)).toBe(true);
    expect(evaluateClassic({ "+": [{ var: "" }, 1] }, record)).toBeNaN();
  });

  it("names the operator whose arguments nobody can evaluate", () => {
    expect(codeOf(() => evaluateClassic({ "*": [] }))).toBe("CLASSIC_ARGUMENT ");
    expect(codeOf(() => evaluateClassic({ missing_some: [1] }))).toBe("CLASSIC_ARGUMENT ");
  });
});
