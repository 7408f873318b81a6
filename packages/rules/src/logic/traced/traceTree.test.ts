import type { Issue, Register } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../../test/policies.js";
import { contextsOf } from "../../assess/contextsOf.js";
import type { Logic, Pack } from "../../pack/pack.js";
import { booleanType, type Node } from "../node.js";
import { parseLogic } from "../parseLogic.js";
import { indexRegister, type Row, Scope } from "../scope.js";
import { type Trace, type TraceExtent, traceAll, traceOf } from "./trace.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const pack = packOf(true);
const boolean = { type: "boolean", title } as const;
const since = { from: "2000-01-01", clause: "C" } as const;
const facts: Pack["facts"] = {
  ...pack.facts,
  poor: { subject: "household", ...boolean, is: { "<=": [{ var: "monthlyIncomeFen" }, { param: "eighty" }] } },
  old: { subject: "person", ...boolean, is: { ">=": [{ var: "age" }, { param: "eighty" }] } },
  claims: { subject: "person", type: "list", title, fields: { urgent: boolean } },
};
const tables: Pack["tables"] = {
  byLevel: {
    type: "integer",
    inputs: ["ability.level"],
    hit: "first",
    rows: [
      { if: [{ ">=": 3 }], then: 30, ...since },
      { if: [{ ">=": 1 }], then: 10, ...since },
      { if: [{ ">=": 0 }], then: 0, ...since },
    ],
  },
};
const [context] = contextsOf([{ ...pack, facts, tables }], []);
const parameters = context?.on(on).rules[0]?.parameters ?? new Map();

function parsed(logic: Logic): Node {
  const issues: Issue[] = [];
  const node = context === undefined ? undefined : parseLogic(logic, booleanType, "/when", context.meaning.of("person"), issues);
  if (node === undefined) throw new Error(issues.map(({ message }) => message.en).join("; "));
  return node;
}

const register = { households: [{ id: "h-1", monthlyIncomeFen: 50 }] } as unknown as Partial<Register>;
const scopeOf = (person: Row): Scope => new Scope("person", person, on, indexRegister(register));
const treeOf = (logic: Logic, person: Row, extent: TraceExtent = "deciding"): Trace =>
  traceOf(parsed(logic), scopeOf(person), parameters).tree(extent);

/** A tree as operators with what they came to. */
type Shape = readonly [op: string, value: unknown, ...parts: readonly unknown[]];
const shapeOf = ({ node, value, parts }: Trace): Shape => [node.op, value, ...parts.map(shapeOf)];
const shape = (logic: Logic, person: Row, extent: TraceExtent = "deciding"): Shape => shapeOf(treeOf(logic, person, extent));

const [sick, alone, left]: readonly Logic[] = [{ var: "childless" }, { var: "emptyNest" }, { var: "leftBehind" }];
const fact = (value: unknown): Shape => ["fact", value];

describe("a condition of several parts", () => {
  const both: Logic = { and: [sick ?? true, alone ?? true] };
  const either: Logic = { or: [sick ?? true, alone ?? true] };

  it("shows the parts that made it what it is", () => {
    expect(shape(both, { childless: true, emptyNest: true })).toEqual(["and", true, fact(true), fact(true)]);
    expect(shape(both, { childless: false, emptyNest: true })).toEqual(["and", false, fact(false)]);
    expect(shape(both, { emptyNest: true })).toEqual(["and", undefined, fact(undefined)]);
    expect(shape(either, { childless: false, emptyNest: true })).toEqual(["or", true, fact(true)]);
    expect(shape(either, { childless: false, emptyNest: false })).toEqual(["or", false, fact(false), fact(false)]);
    expect(shape(either, { emptyNest: false })).toEqual(["or", undefined, fact(undefined)]);
    expect(shape(both, { childless: false, emptyNest: true }, "full")).toEqual(["and", false, fact(false), fact(true)]);
  });

  it("that denies another, or holds things against one another, shows them all", () => {
    expect(shape({ "!": [sick ?? true] }, { childless: false })).toEqual(["!", true, fact(false)]);
    expect(shape({ ">=": [{ var: "ability.level" }, { param: "three" }] }, { ability: { level: 4 } })).toEqual([">=", true, fact(4), ["param", 3]]);
    expect(shape({ "==": [sick ?? true, alone ?? true] }, { childless: true })).toEqual(["==", undefined, fact(true), fact(undefined)]);
    expect(shape({ "<=": [{ var: "birthDate" }, { dateAsked: [] }] }, { birthDate: "1940-01-01" })).toEqual([
      "<=",
      true,
      fact("1940-01-01"),
      ["dateAsked", on],
    ]);
    expect(shape({ in: [{ var: "support" }, ["concentrated"]] }, { support: "dispersed" })).toEqual([
      "in",
      false,
      fact("dispersed"),
      ["literal", ["concentrated"]],
    ]);
  });

  it("that chooses shows the branch taken, both where the choice is open", () => {
    const choice: Logic = { if: [sick ?? true, alone ?? true, left ?? true] };
    const person = { emptyNest: true, leftBehind: false };
    expect(shape(choice, { ...person, childless: true })).toEqual(["if", true, fact(true), fact(true)]);
    expect(shape(choice, { ...person, childless: false })).toEqual(["if", false, fact(false), fact(false)]);
    expect(shape(choice, person)).toEqual(["if", undefined, fact(undefined), fact(true), fact(false)]);
    expect(shape(choice, { ...person, childless: true }, "full")).toEqual(["if", true, fact(true), fact(true), fact(false)]);
    expect(shape(choice, { ...person, childless: false }, "full")).toEqual(["if", false, fact(false), fact(true), fact(false)]);
  });
});

describe("what is defined", () => {
  it("shows what it is", () => {
    expect(shape({ var: "old" }, { birthDate: "1940-01-01" })).toEqual([
      "defined",
      true,
      [">=", true, ["defined", 86, ["ageOn", 86, fact("1940-01-01")]], ["param", 80]],
    ]);
  });

  it("of another record shows it about that record, and nothing where the record is not known", () => {
    const tree = treeOf({ var: "household.poor" }, { household: "h-1" });
    expect(shapeOf(tree)).toEqual(["defined", true, ["<=", true, fact(50), ["param", 80]]]);
    expect([tree.about.subject, tree.parts[0]?.about.subject, tree.parts[0]?.about.record.id]).toEqual(["person", "household", "h-1"]);
    expect(shape({ var: "household.poor" }, { household: "h-2" })).toEqual(["defined", undefined]);
    expect(shape({ var: "household.poor" }, {}, "full")).toEqual(["defined", undefined]);
  });
});

describe("a question about the members of a list", () => {
  const ask = (op: string): Logic => ({ [op]: [{ var: "claims" }, { var: "urgent" }] });
  const claims = (...urgent: readonly unknown[]): Row => ({ facts: { claims: urgent.map((each) => (each === undefined ? {} : { urgent: each })) } });

  it("shows those who made it what it is", () => {
    expect(shape(ask("some"), claims(false, true, undefined, true))).toEqual(["some", true, fact(true), fact(true)]);
    expect(shape(ask("all"), claims(false, true, undefined))).toEqual(["all", false, fact(false)]);
    expect(shape(ask("none"), claims(false, true, undefined))).toEqual(["none", false, fact(true)]);
  });

  it("shows them all where none did alone, and where all is asked for", () => {
    expect(shape(ask("some"), claims(false, false))).toEqual(["some", false, fact(false), fact(false)]);
    expect(shape(ask("some"), claims(false, undefined))).toEqual(["some", undefined, fact(false), fact(undefined)]);
    expect(shape(ask("all"), claims(true, true))).toEqual(["all", true, fact(true), fact(true)]);
    expect(shape(ask("all"), claims(true, undefined))).toEqual(["all", undefined, fact(true), fact(undefined)]);
    expect(shape(ask("none"), claims(false, false))).toEqual(["none", true, fact(false), fact(false)]);
    expect(shape(ask("none"), claims(false, undefined))).toEqual(["none", undefined, fact(false), fact(undefined)]);
    for (const op of ["some", "all", "none"]) expect(shape(ask(op), claims(false, true), "full").slice(2)).toEqual([fact(false), fact(true)]);
  });

  it("shows nothing where the list is not known, and members about themselves", () => {
    expect(shape(ask("some"), {})).toEqual(["some", undefined]);
    const tree = treeOf(ask("some"), claims(true));
    expect(tree.parts[0]?.about.record).toEqual({ urgent: true });
  });

  it("that counts shows all of them", () => {
    const tree = treeOf({ ">=": [{ count: [{ var: "claims" }, { var: "urgent" }] }, { param: "two" }] }, claims(true, false, true));
    const [counted] = tree.parts;
    expect(counted === undefined ? undefined : shapeOf(counted)).toEqual(["count", 2, fact(true), fact(false), fact(true)]);
  });
});

describe("a table", () => {
  const headsOf = ([, , ...parts]: Shape) => (parts as readonly Shape[]).map(([op, value]) => [op, value]);
  const held: Logic = { ">": [{ table: "byLevel" }, { param: "two" }] };

  it("shows the rows that apply or may, and both sides of what it is held against", () => {
    const shown = shape(held, { ability: { level: 2 } });
    expect(shown.slice(0, 2)).toEqual(["table", true]);
    // the value, what it is held against, and the conditions of the second and third row
    expect(headsOf(shown)).toEqual([
      ["table", 10],
      ["param", 2],
      ["and", true],
      ["and", true],
    ]);
    expect(headsOf(shape(held, {})).map(([, value]) => value)).toEqual([undefined, 2, undefined, undefined, undefined]);
  });

  it("shows all of its rows where all is asked for", () => {
    expect(headsOf(shape(held, { ability: { level: 0 } }, "full"))).toEqual([
      ["table", 0],
      ["param", 2],
      ["and", false],
      ["and", false],
      ["and", true],
    ]);
  });
});

describe("several conditions traced at once", () => {
  it("are each what they are alone, and the last where none is named", () => {
    const [one, other] = [parsed({ and: [sick ?? true, alone ?? true] }), parsed({ or: [sick ?? true, left ?? true] })];
    const run = traceAll([one, other], scopeOf({ childless: true, emptyNest: false }), parameters);
    expect([run.valueOf(one), run.valueOf(other), run.value]).toEqual([false, true, true]);
    expect([shapeOf(run.tree("deciding", one)), shapeOf(run.tree())]).toEqual([
      ["and", false, fact(false)],
      ["or", true, fact(true)],
    ]);
    expect(run.valueOf(parsed(left ?? true))).toBeUndefined();
  });
});
