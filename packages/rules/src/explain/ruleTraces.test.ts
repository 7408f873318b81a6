import type { OlderPerson } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forget } from "../../test/forget.js";
import { completeSituations, dateAsked, languageConditions, languagePack, registerOf } from "../../test/language.js";
import { createEngine } from "../assess/engine.js";
import { pack as national } from "../packs/cn.js";
import { pack as county } from "../packs/cn-500229-chengkou.js";
import { explain } from "./explain.js";
import type { ExplainedCondition } from "./explainedCondition.js";
import { prepareTrace, trace } from "./ruleTraces.js";
import type { TracedCondition } from "./tracedCondition.js";

const on = "2026-11-21";
const engine = createEngine({ packs: [national, county] });
const rural = { birthDate: "1944-03-05", registeredResidence: { kind: "rural" as const }, residence: { area: "500229103205" }, died: null };

const statuses = { granted: true, denied: false, undetermined: undefined } as const;

/** The shape of a tree: operators, and what was read. */
type Shape = readonly [op: string, read: string | undefined, parts: readonly Shape[]];
const shapeOf = ({ op, fact, parameter, parts }: TracedCondition | ExplainedCondition): Shape => [op, fact ?? parameter, parts.map(shapeOf)];

describe("rules traced together", () => {
  it("come to what the engine decides, whatever is unknown", () => {
    const inPack = fc.array(languageConditions({ plain: false, open: true }), { minLength: 12, maxLength: 12 });
    const kept = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
    let compared = 0;
    fc.assert(
      fc.property(inPack, completeSituations(true), kept, (conditions, situation, keeps) => {
        let next = 0;
        const person = forget(situation.person, () => keeps[next++ % keeps.length] ?? true) as Partial<OlderPerson>;
        const asked = createEngine({ packs: [languagePack(conditions)] });
        const question = { on: dateAsked, register: registerOf(situation) };
        const traced = trace(asked, { person }, question);
        const decisions = asked.assess({ person }, question);
        expect(traced.rules).toEqual(decisions.map(({ rule }) => rule));
        for (const { rule, status } of decisions) {
          expect([rule, traced.value(rule)]).toEqual([rule, statuses[status as keyof typeof statuses]]);
          expect(traced.tree(rule)?.value).toBe(traced.value(rule));
          compared += 1;
        }
      }),
      { numRuns: 15 },
    );
    expect(compared).toBe(15 * 12);
  });

  it("show the tree that the explanation of each puts into words", () => {
    const { rules, tree } = bound(trace(engine, { person: rural }, { on }));
    for (const rule of rules)
      for (const extent of ["deciding", "full"] as const) {
        const { condition } = explain(engine, { person: rural }, rule, { on, locale: "zh", extent });
        const traced = tree(rule, extent);
        expect(traced === undefined ? undefined : shapeOf(traced)).toEqual(condition === undefined ? undefined : shapeOf(condition));
      }
  });

  it("name what was read, with its value, and are plain data", () => {
    const tree = trace(engine, { person: { ...rural, birthDate: "1968-05-01" } }, { on }).tree("cn/category.olderPerson");
    const leaves = (part: TracedCondition | undefined): TracedCondition[] =>
      part === undefined ? [] : part.parts.length === 0 ? [part] : part.parts.flatMap(leaves);
    expect(leaves(tree)).toContainEqual({ op: "fact", fact: "/birthDate", value: "1968-05-01", parts: [] });
    expect(leaves(tree)).toContainEqual({ op: "param", parameter: "olderPerson.fromAge", value: 60, parts: [] });
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  });

  it("speak of records that were checked before, each by itself", () => {
    const people = [rural, { ...rural, birthDate: "1980-01-01" }, { registeredResidence: { kind: "urban" as const } }];
    const prepared = prepareTrace(
      engine,
      people.map((person) => ({ person })),
      { on },
    );
    expect(prepared.subjects).toBe(3);
    expect(people.map((_, place) => prepared.trace(place).value("cn/category.olderPerson"))).toEqual([true, false, undefined]);
    expect(() => prepared.trace(3)).toThrow(RangeError);
  });

  it("speak of those only whom the rule concerns", () => {
    const traced = trace(engine, { person: rural }, { on });
    expect(traced.rules.length).toBe(engine.assess({ person: rural }, { on }).length);
    expect(() => traced.value("cn-500229-chengkou/standard.disabledCare.nursingBeds")).toThrow(/RULE_NOT_FOUND/);
    expect(() => trace(engine, { person: { birthDate: "1944" } }, { on })).toThrow(/NOT_A_DATE|date/i);
  });
});

/** The answers of a trace as functions of their own. */
function bound(traces: ReturnType<typeof trace>) {
  return { rules: traces.rules, tree: traces.tree.bind(traces) };
}
