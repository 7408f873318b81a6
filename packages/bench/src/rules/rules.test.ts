import { createEngine } from "@eldercare/rules";
import { describe, expect, it } from "vitest";
import { benefitsPack, drawBenefits } from "./benefits.js";
import { comparisonsIn, drawConditions } from "./condition.js";
import { synthesisePeople } from "./facts.js";
import { measureByTurns } from "./measure.js";
import { assessMillions } from "./millions.js";
import { ourEngines } from "./ours.js";
import { jsonLogicJs, jsonLogicJsAmounts } from "./peers.js";
import { dateAsked, packOf } from "./policy.js";

const conditions = drawConditions(12, 3);
const pack = packOf(conditions, (rule) => ({ kind: "category", category: `c${rule}` }));

describe("the benchmark of rules", () => {
  it("asks every engine the same", async () => {
    const people = synthesisePeople(300, 5, 0);
    const wanted = await jsonLogicJs(conditions, people).run();
    expect(new Set(wanted).size).toBeGreaterThan(1);
    for (const engine of ourEngines(pack, people)) expect([engine.name, await engine.run()]).toEqual([engine.name, wanted]);
  });

  it("pays the same by every engine", async () => {
    const benefits = drawBenefits(3, 4);
    const people = synthesisePeople(300, 6, 0);
    const wanted = await jsonLogicJsAmounts(benefits, people).run();
    expect(wanted.some((fen) => fen > 0)).toBe(true);
    for (const engine of ourEngines(benefitsPack(benefits), people, true)) expect([engine.name, await engine.run()]).toEqual([engine.name, wanted]);
  });

  it("grants the same by all our back-ends where facts are missing", async () => {
    const people = synthesisePeople(300, 5, 0.05);
    const { status } = createEngine({ packs: [pack] }).assessMany(
      people.map((facts) => ({ person: { facts } })),
      { on: dateAsked },
    );
    expect(status).toContain(2);
    const [first, ...others] = await Promise.all(ourEngines(pack, people).map((engine) => engine.run()));
    for (const other of others) expect(other).toEqual(first);
  });

  it("refuses to state the speed of an engine that counts otherwise", async () => {
    const right = { name: "right", people: 1, run: () => [1] };
    const wrong = { name: "wrong", people: 1, run: () => [2] };
    await expect(measureByTurns([right, wrong], 1, () => [1])).rejects.toThrow("wrong counts otherwise");
  });

  it("answers people who are given as columns, known or not", () => {
    const { granted, undetermined, people } = assessMillions(pack, 1000, 9, 0.05);
    expect(people).toBe(1000);
    expect(granted.some((count) => count > 0)).toBe(true);
    expect(undetermined.some((count) => count > 0)).toBe(true);
    expect(assessMillions(pack, 1000, 9, 0).undetermined.every((count) => count === 0)).toBe(true);
  });

  it("holds about six comparisons a rule", () => {
    const many = drawConditions(1000, 1);
    const mean = many.reduce((sum, condition) => sum + comparisonsIn(condition), 0) / many.length;
    expect(mean).toBeGreaterThan(5.5);
    expect(mean).toBeLessThan(6.5);
  });
});
