import { describe, expect, it } from "vitest";
import type { Plugin, PluginOperator, PluginType } from "../../plugin/plugin.js";
import { checkPlugin } from "./checkPlugin.js";
import { sampleArguments } from "./sampleValues.js";

const title = { zh: "{0}", en: "{0}" };
const whole: PluginType = { kind: "number", integer: true };
const tags: PluginType = { kind: "list", of: { kind: "enum", values: ["a", "b"] } };

const plugin = (operators: Plugin["operators"]): Plugin => ({ id: "acme", version: "1.0.0", operators, budget: { steps: 1000 } });
const one = (evaluate: PluginOperator["evaluate"], args: readonly PluginType[] = [whole], result: PluginType = whole): Plugin =>
  plugin({ tried: { title, args, result, evaluate } });
const found = (tried: Plugin) => checkPlugin(tried).map(({ code, pointer }) => `${code} ${pointer}`);
const only = (code: string) => [`${code} /operators/tried`];

describe("a plug-in put to the test", () => {
  it("passes where it keeps to its declarations, whatever its types", () => {
    const types: readonly PluginType[] = [
      { kind: "boolean" },
      whole,
      { kind: "number", integer: false },
      { kind: "date" },
      { kind: "area" },
      { kind: "text" },
      { kind: "enum", values: ["x", "y"] },
      tags,
    ];
    for (const type of types) {
      expect(found(one(([value]) => value, [type], type))).toEqual([]);
      expect(found(one((args) => args.length === 2, [type, whole], { kind: "boolean" }))).toEqual([]);
    }
  });

  it("is told that it throws, with the arguments that showed it", () => {
    const [finding] = checkPlugin(
      one(([number]) => {
        if (number === 80) throw new Error("eighty");
        return 1;
      }),
    );
    expect([finding?.code, finding?.message.en]).toEqual(["PLUGIN_THREW", expect.stringContaining("[80]")]);
  });

  it("is told that it gives another type than declared", () => {
    expect(found(one(([number]) => (number as number) / 2))).toEqual(only("PLUGIN_WRONG_TYPE"));
    expect(found(one(() => "z", [whole], { kind: "enum", values: ["x", "y"] }))).toEqual(only("PLUGIN_WRONG_TYPE"));
    expect(found(one(() => 200, [whole], { kind: "number", integer: true, most: 150 }))).toEqual(only("PLUGIN_WRONG_TYPE"));
  });

  it("is told that it does not end within its budget", () => {
    expect(
      found(
        one(([number], { spend }) => {
          for (let step = 0; step < (number as number); step += 1) spend(1);
          return 1;
        }),
      ),
    ).toEqual(only("PLUGIN_OVER_BUDGET"));
  });

  it("is told that it remembers, or draws lots", () => {
    let calls = 0;
    expect(
      found(
        one(() => {
          calls += 1;
          return calls;
        }),
      ),
    ).toContain("PLUGIN_NOT_REPEATABLE /operators/tried");
    const seen = new Set<unknown>();
    expect(
      found(
        one(
          ([number]) => {
            seen.add(number);
            return seen.size > 3;
          },
          [whole],
          { kind: "boolean" },
        ),
      ),
    ).toContain("PLUGIN_NOT_REPEATABLE /operators/tried");
  });

  it("is told that it changes what it was given", () => {
    const sorted = one(([list]) => (list as string[]).sort().length, [tags]);
    expect(found(sorted)).toContain("PLUGIN_CHANGES_ARGUMENTS /operators/tried");
    expect(found(one(([list]) => [...(list as string[])].sort().length, [tags]))).toEqual([]);
  });

  it("is told that back-ends differ, where it answers one caller otherwise than the next", () => {
    let calls = 0;
    const tried = one(
      () => {
        calls += 1;
        // well behaved for as long as it is called alone: 2 × 2 values, three times each
        return calls > 16 && calls % 3 === 0;
      },
      [{ kind: "boolean" }, { kind: "boolean" }],
      { kind: "boolean" },
    );
    expect(found(tried)).toEqual(only("PLUGIN_BACK_ENDS_DIFFER"));
  });

  it("is refused where it is no plug-in, or hides behind its facts", () => {
    expect(found({ id: "acme", version: "1", operators: { tried: 5 } } as unknown as Plugin)).toEqual(["PLUGIN_SHAPE /operators/tried"]);
    const broken: Plugin = {
      ...one(() => 1),
      facts: { wrong: { subject: "person", type: "boolean", title, is: { "acme.tried": [{ var: "birthDate" }] } } },
    };
    expect(found(broken)).toEqual(["TYPE_MISMATCH /facts/acme.wrong/is/acme.tried/0"]);
  });

  it("is tried on every combination of few values, and on each value of each argument of many", () => {
    expect(sampleArguments([{ kind: "boolean" }, { kind: "boolean" }], 200)).toHaveLength(4);
    const many = sampleArguments([whole, whole, { kind: "date" }, tags], 200);
    expect(new Set(many.map((args) => JSON.stringify(args))).size).toBe(200);
    for (const place of [0, 1, 2, 3]) expect(new Set(many.map((args) => JSON.stringify(args[place]))).size).toBeGreaterThan(4);
  });
});
