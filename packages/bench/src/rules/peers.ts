import jsonLogic from "json-logic-js";
import { type Benefit, benefitInJsonLogic } from "./benefits.js";
import type { Condition } from "./condition.js";
import type { MeasuredEngine } from "./engine.js";
import type { Facts } from "./facts.js";
import { toJsonLogic, toJsonRules, toZen } from "./peerConditions.js";

type Load = (name: string) => unknown;

interface JsonLogicEngine {
  run(logic: unknown, data: unknown): unknown;
  build(logic: unknown): (data: unknown) => unknown;
}

interface JsonRulesEngine {
  addRule(rule: unknown): void;
  run(facts: Facts): Promise<{ readonly events: readonly { readonly params: { readonly rule: number } }[] }>;
}

interface ZenEngine {
  createDecision(content: Buffer): { evaluate(facts: Facts): Promise<{ readonly result: Readonly<Record<string, unknown>> }> };
}

/** Counts the people of whom each rule holds. */
function countOf(people: readonly Facts[], rules: readonly ((facts: Facts) => unknown)[]): number[] {
  const counts = rules.map(() => 0);
  for (const facts of people)
    for (let rule = 0; rule < rules.length; rule += 1) if (rules[rule]?.(facts) === true) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

const parsed = (logic: unknown) => logic as jsonLogic.RulesLogic;

/** The engine that all others are held against. */
export function jsonLogicJs(conditions: readonly Condition[], people: readonly Facts[]): MeasuredEngine {
  const logics = conditions.map((condition) => parsed(toJsonLogic(condition)));
  const rules = logics.map((logic) => (facts: Facts) => jsonLogic.apply(logic, facts));
  return { name: "json-logic-js", people: people.length, run: () => countOf(people, rules) };
}

/** The same, summing what each rule pays those of whom it holds. */
export function jsonLogicJsAmounts(benefits: readonly Benefit[], people: readonly Facts[]): MeasuredEngine {
  const rules = benefits.map((benefit) => ({ when: parsed(toJsonLogic(benefit.condition)), amount: parsed(benefitInJsonLogic(benefit)) }));
  return {
    name: "json-logic-js",
    people: people.length,
    run: () => {
      const sums = rules.map(() => 0);
      for (const facts of people)
        for (const [rule, { when, amount }] of rules.entries())
          if (jsonLogic.apply(when, facts) === true) sums[rule] = (sums[rule] ?? 0) + jsonLogic.apply(amount, facts);
      return sums;
    },
  };
}

function jsonLogicEngine(conditions: readonly Condition[], people: readonly Facts[], load: Load): MeasuredEngine[] {
  const { LogicEngine } = load("json-logic-engine") as { readonly LogicEngine: new () => JsonLogicEngine };
  const engine = new LogicEngine();
  const logics = conditions.map(toJsonLogic);
  const run = logics.map((logic) => (facts: Facts) => engine.run(logic, facts));
  const built = logics.map((logic) => engine.build(logic));
  return [
    { name: "json-logic-engine run", people: people.length, run: () => countOf(people, run) },
    { name: "json-logic-engine build", people: people.length, run: () => countOf(people, built) },
  ];
}

function jsonRulesEngine(conditions: readonly Condition[], people: readonly Facts[], load: Load): MeasuredEngine {
  const { Engine } = load("json-rules-engine") as { readonly Engine: new () => JsonRulesEngine };
  const engine = new Engine();
  for (const [rule, condition] of conditions.entries()) {
    const root = toJsonRules(condition);
    const plain = condition.op === "and" || condition.op === "or" || condition.op === "not";
    engine.addRule({ conditions: plain ? root : { all: [root] }, event: { type: "granted", params: { rule } } });
  }
  return {
    name: "json-rules-engine",
    people: people.length,
    run: async () => {
      const counts = conditions.map(() => 0);
      for (const facts of people) for (const { params } of (await engine.run(facts)).events) counts[params.rule] = (counts[params.rule] ?? 0) + 1;
      return counts;
    },
  };
}

function zen(conditions: readonly Condition[], people: readonly Facts[], load: Load): MeasuredEngine {
  const { ZenEngine } = load("@gorules/zen-engine") as { readonly ZenEngine: new () => ZenEngine };
  const position = { x: 0, y: 0 };
  const expressions = conditions.map((condition, rule) => ({ id: `e${rule}`, key: `r${rule}`, value: toZen(condition) }));
  const graph = {
    nodes: [
      { id: "in", type: "inputNode", name: "in", position },
      { id: "rules", type: "expressionNode", name: "rules", position, content: { expressions } },
      { id: "out", type: "outputNode", name: "out", position },
    ],
    edges: [
      { id: "1", type: "edge", sourceId: "in", targetId: "rules" },
      { id: "2", type: "edge", sourceId: "rules", targetId: "out" },
    ],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
  return {
    name: "zen-engine",
    people: people.length,
    run: async () => {
      const counts = conditions.map(() => 0);
      for (const facts of people) {
        const { result } = await decision.evaluate(facts);
        for (let rule = 0; rule < conditions.length; rule += 1) if (result[`r${rule}`] === true) counts[rule] = (counts[rule] ?? 0) + 1;
      }
      return counts;
    },
  };
}

/** The other engines with the same rules; those that take long over one person get fewer people. */
export function peerEngines(conditions: readonly Condition[], people: readonly Facts[], load: Load): MeasuredEngine[] {
  return [
    ...jsonLogicEngine(conditions, people, load),
    jsonRulesEngine(conditions, people.slice(0, 1000), load),
    zen(conditions, people.slice(0, 5000), load),
  ];
}
