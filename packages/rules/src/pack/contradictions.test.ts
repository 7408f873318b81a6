import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import { createEngine } from "../assess/engine.js";
import { explain } from "../explain/explain.js";
import { lintPack } from "./lintPack.js";
import type { Contradiction, Pack, Rule } from "./pack.js";

const on = "2026-11-21";
const title = { zh: "期限前后不一", en: "two deadlines" };
const base = packOf(true);
const clause = (quote: string) => ({ source: "s", section: "二（三）", modality: "required", quote }) as const;

/** A pack whose document names two deadlines, and another sentence with which nothing is wrong. */
const contradictory = (contradictions: readonly Contradiction[], change: Partial<Pack> = {}): Pack => ({
  ...base,
  clauses: { ...base.clauses, A: clause("2021年年底前全覆盖。"), B: clause("2023年底前全覆盖。"), D: clause("另有规定。") },
  contradictions,
  ...change,
});
const rule = (more: Partial<Rule>): Rule => ({
  id: "r",
  subject: "person",
  title,
  then: { kind: "category", category: "c" },
  clauses: ["D"],
  ...more,
});
const deadlines: Contradiction = { clauses: ["A", "B"], title };
const warningsOf = (pack: Pack, asked = on) =>
  createEngine({ packs: [pack] })
    .assess({ person: {} }, { on: asked })
    .map(({ warnings }) => warnings.map(({ code }) => code));

describe("sentences that contradict one another", () => {
  it("warn wherever a rule cites one of them, with both in their own words", () => {
    const engine = createEngine({ packs: [contradictory([deadlines], { rules: [rule({ clauses: ["D", "A"] })] })] });
    const [decision] = engine.assess({ person: {} }, { on });
    expect(decision?.warnings).toMatchObject([
      {
        ...{ code: "CLAUSES_CONTRADICT", severity: "warning", pointer: "/contradictions/0", at: { file: "random" } },
        message: {
          zh: "原文自相矛盾（期限前后不一）：A“2021年年底前全覆盖。”（二（三））；B“2023年底前全覆盖。”（二（三））",
          en: "the document contradicts itself (two deadlines): A“2021年年底前全覆盖。”（二（三））；B“2023年底前全覆盖。”（二（三））",
        },
      },
    ]);
    expect(explain(engine, { person: {} }, "random/r", { on, locale: "zh" }).decision.warnings).toEqual(decision?.warnings);
    const many = engine.assessMany([{ person: {} }], { on });
    expect(many.decision(0, 0).warnings).toEqual(decision?.warnings);
  });

  it("warn where the value of a parameter, a word, or a row of a table that the rule reads comes from one of them", () => {
    const when = { ">=": [{ var: "ability.level" }, { param: "two" }] } as const;
    const two = {
      type: "integer",
      title,
      clause: "D",
      values: [
        { from: "2000-01-01", to: "2025-12-31", value: 2, clause: "A" },
        { from: "2026-01-01", value: 3, clause: "D" },
      ],
    } as const;
    const dated = contradictory([deadlines], { parameters: { two }, rules: [rule({ when })] });
    expect([warningsOf(dated), warningsOf(dated, "2025-12-31")]).toEqual([[[]], [["CLAUSES_CONTRADICT"]]]);
    const word = { subject: "person", type: "boolean", title, is: when, clauses: ["B"] } as const;
    expect(warningsOf(contradictory([deadlines], { facts: { word }, rules: [rule({ when: { var: "word" } })] }))).toEqual([["CLAUSES_CONTRADICT"]]);
    const rows = [{ if: [true], then: true, from: "2000-01-01", clause: "B" }] as const;
    const table = { type: "boolean", inputs: ["childless"], hit: "unique", rows } as const;
    const looksUp = rule({ when: { "==": [{ table: "t" }, true] } });
    expect(warningsOf(contradictory([deadlines], { tables: { t: table }, rules: [looksUp] }))).toEqual([["CLAUSES_CONTRADICT"]]);
  });

  it("say nothing of rules that rest on other sentences, and each contradiction is told once", () => {
    expect(warningsOf(contradictory([deadlines], { rules: [rule({})] }))).toEqual([[]]);
    const both = contradictory([deadlines, { clauses: ["B", "D"], title }], { rules: [rule({ clauses: ["A", "B"] }), rule({ id: "s" })] });
    expect(warningsOf(both)).toEqual([["CLAUSES_CONTRADICT", "CLAUSES_CONTRADICT"], ["CLAUSES_CONTRADICT"]]);
  });

  it("of a parent warn in the packs that stand on it", () => {
    const parent = contradictory([deadlines], { rules: [] });
    const child: Pack = { ...base, id: "child", extends: ["random"], clauses: {}, sources: {}, parameters: {}, facts: {}, rules: [] };
    const word = { subject: "person", type: "boolean", title, is: { "!=": [{ var: "birthDate" }, { dateAsked: [] }] }, clauses: ["A"] } as const;
    const packs = [
      { ...parent, facts: { ...parent.facts, word } },
      { ...child, clauses: { E: clause("本县。") }, sources: base.sources, rules: [rule({ clauses: ["E"], when: { var: "word" } })] },
    ];
    const [decision] = createEngine({ packs }).assess({ person: {} }, { on });
    expect(decision?.warnings.map(({ code, at }) => `${code} ${at?.file}`)).toEqual(["CLAUSES_CONTRADICT random"]);
  });

  it.each([
    ["a clause that there is not", [{ clauses: ["A", "Z"], title }], "CLAUSE_NOT_FOUND /contradictions/0/clauses/1"],
    ["one clause alone", [{ clauses: ["A"], title }], "PACK_SHAPE /contradictions/0/clauses"],
    ["one clause twice", [{ clauses: ["A", "A"], title }], "PACK_SHAPE /contradictions/0/clauses"],
    ["no word of what they disagree about", [{ clauses: ["A", "B"] } as never], "PACK_SHAPE /contradictions/0"],
    ["a key that nobody knows", [{ clauses: ["A", "B"], title, with: "x" } as never], "PACK_UNKNOWN_KEY /contradictions/0/with"],
  ])("are refused with %s", (_, contradictions, problem) => {
    const errors = lintPack(contradictory(contradictions)).filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([problem]);
  });
});
