import type { OlderPerson } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../../test/policies.js";
import { contextsOf } from "../../assess/contextsOf.js";
import type { Fact, Logic, Pack } from "../../pack/pack.js";
import { functionRules } from "../function/functionRules.js";
import { indexOf, Scope } from "../scope.js";
import { FALSE, TRUE, UNKNOWN } from "../value.js";
import { emptyTable, encodeRow, loadRow, notAsked } from "./row.js";
import { planRows } from "./rowPlan.js";
import { RowPrograms } from "./rowPrograms.js";
import { RowQuestions } from "./rowQuestions.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const many = 70;
const names = Array.from({ length: many }, (_, index) => `f${index}`);
const fact = (type: Fact["type"]): Fact => ({ subject: "person", type, title });

/** Rules about more facts than one word of missing bits holds, one rule a fact, and one of them all. */
function planned(type: "boolean" | "integer" | "date") {
  const single = (name: string): Logic =>
    type === "boolean" ? { var: name } : type === "integer" ? { ">=": [{ var: name }, { param: "two" }] } : { ">=": [{ var: name }, "2021-06-01"] };
  const pack = packOf(true);
  const [rule] = pack.rules;
  const conditions: Logic[] = [...names.map(single), { and: names.map(single) }, { or: [single("f1"), single("f69")] }];
  const made: Pack = {
    ...pack,
    facts: { ...pack.facts, ...Object.fromEntries(names.map((name) => [name, fact(type)])) },
    rules: conditions.map((when, index) => ({ ...(rule as NonNullable<typeof rule>), id: `r${index}`, when })),
  };
  const rules = contextsOf([made], [])[0]?.on(on).rules ?? [];
  return planRows(
    rules.map(({ parsed, parameters }) => ({ condition: parsed.condition, parameters })),
    "person",
    on,
  );
}

const scopeOf = (facts: Record<string, unknown>) => new Scope("person", { facts } as Partial<OlderPerson> as never, on, indexOf(undefined));

describe.each([
  ["boolean", true, false],
  ["integer", 3, 1],
  ["date", "2022-01-01", "2020-01-01"],
] as const)("a row of %s facts of several words", (type, yes, no) => {
  const plan = planned(type);
  const table = emptyTable(plan, 4);
  const programs = new RowPrograms(plan);
  const everybody = (value: unknown) => Object.fromEntries(names.map((name) => [name, value]));
  const { f40: _, ...allButOne } = everybody(yes);
  const people = [everybody(yes), { ...everybody(yes), f33: no }, allButOne, {}];
  for (const [row, facts] of people.entries()) encodeRow(plan, scopeOf(facts), table, row);
  const truthsOf = (row: number): number[] => {
    loadRow(plan, table, row, undefined, programs.row);
    return plan.rules.map((_rule, index) => programs.truth(index));
  };

  it("says of each fact whether it is missing", () => {
    expect([plan.slots.length, plan.words]).toEqual([many, 3]);
    expect(truthsOf(0)).toEqual(plan.rules.map(() => TRUE));
    expect(
      truthsOf(1)
        .map((truth, index) => (truth === TRUE ? -1 : index))
        .filter((index) => index >= 0),
    ).toEqual([33, many]);
    expect(truthsOf(1)[33]).toBe(FALSE);
    const third = truthsOf(2);
    expect([third[40], third[39], third[41], third[8], third[many], third[many + 1]]).toEqual([UNKNOWN, TRUE, TRUE, TRUE, UNKNOWN, TRUE]);
    expect(truthsOf(3)).toEqual(plan.rules.map(() => UNKNOWN));
  });

  it("asks for a fact of a later word by its own name", () => {
    loadRow(plan, table, 2, undefined, programs.row);
    const questions = new RowQuestions(plan.rules, programs);
    expect(questions.missing(many)).toMatchObject({ toGrant: [{ fact: "/facts/f40" }], toDeny: [{ fact: "/facts/f40" }], proven: true });
    expect(questions.missing(0)).toBeUndefined();
    // what is supposed for the question is taken out again
    expect(plan.rules.map((_rule, index) => programs.truth(index))[40]).toBe(UNKNOWN);
    expect(questions.missing(plan.rules.length)).toBeUndefined();
  });

  it("forgets what was missing when it is filled again", () => {
    const again = emptyTable(plan, 1);
    encodeRow(plan, scopeOf({}), again, 0);
    encodeRow(plan, scopeOf(everybody(yes)), again, 0);
    loadRow(plan, again, 0, undefined, programs.row);
    expect(plan.rules.every((_rule, index) => programs.truth(index) === TRUE)).toBe(true);
  });

  it("answers alike by functions that are written out", () => {
    const written = functionRules(plan);
    expect(written.written).toBe(plan.rules.length);
    const out = new Uint8Array(4 * plan.rules.length).fill(notAsked);
    written.answer(table, out);
    for (const row of people.keys()) expect([...out.slice(row * plan.rules.length, (row + 1) * plan.rules.length)]).toEqual(truthsOf(row));
  });
});
