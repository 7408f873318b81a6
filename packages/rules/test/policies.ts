import fc from "fast-check";
import type { Logic, Pack } from "../src/pack/pack.js";

const title = { zh: "题", en: "title" };

/** Facts of a person that the random conditions read, with every value that the conditions can tell apart. */
export const domains: Readonly<Record<string, readonly unknown[]>> = {
  leftBehind: [true, false],
  emptyNest: [true, false],
  support: ["concentrated", "dispersed"],
  monitoring: ["unstableExit", "nearPoverty", null],
  // ages 46, 60, 65, 80, 85 on the day asked
  birthDate: ["1980-05-01", "1966-01-01", "1961-03-02", "1946-01-01", "1941-07-09"],
  assistance: [[], ["destitute"], ["lowIncome"], ["destitute", "lowIncome"]],
  facts: [{ share: 0.1 }, { share: 0.2 }, { share: 0.5 }, { share: 0.8 }, { share: 0.9 }],
  ability: [{ level: 0 }, { level: 2 }, { level: 3 }, { level: 4 }],
};

/** A pack with one rule about persons. */
export function packOf(when: Logic): Pack {
  return {
    id: "random",
    version: "1.0.0",
    title,
    area: "",
    extends: [],
    inForce: { from: "2000-01-01" },
    sources: { s: { title: "s", issuer: "s", issued: "2000-01-01", checkedOn: "2000-01-01", verification: "verified" } },
    clauses: { C: { source: "s", section: "1", modality: "required", quote: "q" } },
    parameters: {
      two: { type: "integer", title, clause: "C", values: [{ from: "2000-01-01", value: 2 }] },
      three: { type: "integer", title, clause: "C", values: [{ from: "2000-01-01", value: 3 }] },
      sixty: { type: "integer", title, clause: "C", values: [{ from: "2000-01-01", value: 60 }] },
      low: { type: "rational", title, clause: "C", values: [{ from: "2000-01-01", value: "20%" }] },
      high: { type: "rational", title, clause: "C", values: [{ from: "2000-01-01", value: "4/5" }] },
      eighty: { type: "integer", title, clause: "C", values: [{ from: "2000-01-01", value: 80 }] },
    },
    facts: {
      share: { subject: "person", type: "rational", title },
      age: { subject: "person", type: "integer", title, is: { ageOn: [{ var: "birthDate" }] } },
    },
    rules: [{ id: "r", subject: "person", title, when, then: { kind: "category", category: "c" }, clauses: ["C"] }],
  };
}

const compare = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");

const atom: fc.Arbitrary<Logic> = fc.oneof(
  fc.constantFrom<Logic>({ var: "leftBehind" }, { var: "emptyNest" }),
  fc.constantFrom("concentrated", "dispersed").map((value) => ({ "==": [{ var: "support" }, value] }) as Logic),
  fc.constantFrom("unstableExit", "nearPoverty", null).map((value) => ({ "!=": [{ var: "monitoring" }, value] }) as Logic),
  fc.constantFrom("destitute", "lowIncome").map((value) => ({ in: [value, { var: "assistance" }] }) as Logic),
  fc.tuple(compare, fc.constantFrom("two", "three")).map(([op, id]) => ({ [op]: [{ var: "ability.level" }, { param: id }] }) as Logic),
  fc.tuple(compare, fc.constantFrom("low", "high")).map(([op, id]) => ({ [op]: [{ var: "share" }, { param: id }] }) as Logic),
  fc.tuple(compare, fc.constantFrom("sixty", "eighty")).map(([op, id]) => ({ [op]: [{ var: "age" }, { param: id }] }) as Logic),
);

/** Random conditions of the strict dialect. */
export const conditions: fc.Arbitrary<Logic> = fc.letrec<{ node: Logic }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    atom,
    fc.array(tie("node"), { minLength: 2, maxLength: 3 }).map((args) => ({ and: args }) as Logic),
    fc.array(tie("node"), { minLength: 2, maxLength: 3 }).map((args) => ({ or: args }) as Logic),
    tie("node").map((arg) => ({ "!": [arg] }) as Logic),
    fc.tuple(fc.constantFrom("==", "!="), tie("node"), tie("node")).map(([op, a, b]) => ({ [op]: [a, b] }) as Logic),
    fc.tuple(tie("node"), tie("node"), tie("node")).map((args) => ({ if: args }) as Logic),
    fc
      .tuple(compare, tie("node"), fc.constantFrom("two", "three"), fc.constantFrom("two", "three"))
      .map(([op, condition, a, b]) => ({ [op]: [{ var: "ability.level" }, { if: [condition, { param: a }, { param: b }] }] }) as Logic),
  ),
})).node;

/** Persons of whom everything is known that conditions read. */
export const completePeople: fc.Arbitrary<Record<string, unknown>> = fc.record(
  Object.fromEntries(Object.entries(domains).map(([name, values]) => [name, fc.constantFrom(...values)])),
);

/** Persons of whom some facts are unknown. */
export const partialPeople: fc.Arbitrary<Record<string, unknown>> = fc.record(
  Object.fromEntries(Object.entries(domains).map(([name, values]) => [name, fc.constantFrom(...values)])),
  { requiredKeys: [] },
);
