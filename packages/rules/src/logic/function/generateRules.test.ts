import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditions, packOf } from "../../../test/policies.js";
import { Context } from "../../assess/context.js";
import type { Logic, Pack } from "../../pack/pack.js";
import { planRows, type RowPlan } from "../rows/rowPlan.js";
import { generateRules, writableRules } from "./generateRules.js";

const on = "2026-11-21";

function planOf(pack: Pack): RowPlan {
  // not by way of createEngine: its schema refuses most of what could do harm
  const { rules } = new Context(pack, new Map([[pack.id, pack]]), [], new Map()).on(on);
  return planRows(
    rules.map(({ parsed, parameters }) => ({ condition: parsed.condition, parameters })),
    "person",
    on,
  );
}

const textsOf = (plan: RowPlan): string[] => writableRules(plan.rules).map((rules) => generateRules(plan, rules));

/** Everything that generated text may consist of: numbers, our own names, and the signs of the language. */
const ownWords = new Set(["use", "strict", "for", "let", "const", "row", "rows", "bits", "numbers", "missing", "out", "at", "true", "false"]);
const foreignWords = (text: string): string[] =>
  (text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []).filter((word) => !ownWords.has(word) && !/^[bnm]\d+$/.test(word));

const hostile = '"); globalThis.stolen = true; ("';

describe("the text of generated rules", () => {
  it("holds nothing that stands in a pack, whatever its names, choices and values are", () => {
    const pack = packOf({ and: [{ "==": [{ var: hostile }, hostile] }, { ">=": [{ var: "age" }, { param: `${hostile} age` }] }] });
    const { title } = pack;
    const named: Pack = {
      ...pack,
      parameters: { ...pack.parameters, [`${hostile} age`]: { type: "integer", title, clause: "C", values: [{ from: "2000-01-01", value: 60 }] } },
      facts: { ...pack.facts, [hostile]: { subject: "person", type: "enum", values: [hostile, "`stolen`", "\u2028"], title } },
    };
    const texts = textsOf(planOf(named));
    expect(texts.length).toBe(1);
    expect(texts.flatMap(foreignWords)).toEqual([]);
    expect(texts.join("")).not.toContain("stolen");
  });

  it("is made of numbers and its own words, for random conditions", () => {
    fc.assert(
      fc.property(conditions, (when) => {
        expect(textsOf(planOf(packOf(when))).flatMap(foreignWords)).toEqual([]);
      }),
    );
  });

  it("is cut into several functions where one would be too long to be optimised", () => {
    const atom: Logic = { and: Array.from({ length: 30 }, () => ({ ">=": [{ var: "ability.level" }, { param: "two" }] })) };
    const pack = packOf(atom);
    const rules = Array.from({ length: 100 }, (_, index) => ({ ...(pack.rules[0] as Pack["rules"][number]), id: `r${index}` }));
    const plan = planOf({ ...pack, rules });
    const groups = writableRules(plan.rules);
    expect(groups.length).toBe(3);
    expect(groups.flat().map(({ place }) => place)).toEqual(rules.map((_, index) => index));
  });

  it("leaves out a condition that would be too long written out", () => {
    const long: Logic = { or: Array.from({ length: 500 }, () => ({ var: "leftBehind" })) };
    expect(writableRules(planOf(packOf(long)).rules)).toEqual([]);
  });
});
