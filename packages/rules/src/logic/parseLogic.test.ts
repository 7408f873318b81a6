import type { FieldType, Issue } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { booleanType, integerType, type Node, numberType } from "./node.js";
import { operatorNames } from "./operators.js";
import { type Meaning, parseLogic, parseNode } from "./parseLogic.js";

const date: FieldType = { kind: "date" };
const area: FieldType = { kind: "area" };
const fen: FieldType = { ...integerType, fen: true };
const support: FieldType = { kind: "enum", values: ["concentrated", "dispersed"] };
const arrangement: FieldType = { kind: "enum", values: ["alone", "dispersed"] };
const zone: FieldType = { kind: "enum", values: ["hill", "plain"] };
const text: FieldType = { kind: "text" };
const claim: FieldType = { kind: "record", fields: [{ path: "urgent", type: booleanType, nullable: false }] };

const types: Readonly<Record<string, FieldType>> = {
  alone: booleanType,
  level: integerType,
  visits: integerType,
  share: numberType,
  paidFen: fen,
  owedFen: fen,
  born: date,
  told: date,
  home: area,
  support,
  arrangement,
  zone,
  name: text,
  tags: { kind: "list", of: zone },
  claims: { kind: "list", of: claim },
  claim,
};
const nullable = new Set(["told", "support"]);

const variable = (name: string): Node => {
  const type = types[name] ?? booleanType;
  return { op: "fact", leaf: { key: `/${name}`, type, nullable: nullable.has(name) }, read: () => undefined, type, nullable: nullable.has(name) };
};
const parameter = (id: string): Node => ({
  op: "param",
  id,
  type: integerType,
  leaf: { key: `param:${id}`, parameter: id, type: integerType, nullable: false },
});

const meaning: Meaning = {
  subject: "person",
  variable: (name) => (Object.hasOwn(types, name) ? variable(name) : undefined),
  parameter,
  table: () => undefined,
  plugins: ["acme"],
  operator: (name) =>
    name === "acme.twice"
      ? { least: 1, most: 2, build: ([only], list, at) => ({ op: "literal", value: `${String(only)} ${list ?? "alone"} ${at}`, type: text }) }
      : undefined,
  within: () => ({ ...meaning, variable: (name) => (name === "urgent" ? variable("alone") : undefined) }),
};

const parse = (logic: unknown, wanted?: FieldType) => {
  const issues: Issue[] = [];
  const node =
    wanted === undefined ? parseNode(logic, "/when", { meaning, issues, size: { nodes: 0 } }) : parseLogic(logic, wanted, "/when", meaning, issues);
  return { node, found: issues.map(({ code, pointer }) => `${code} ${pointer}`), issues };
};
const v = (name: string) => ({ var: name });
const typeOf = (logic: unknown) => parse(logic).node?.type;

describe("an expression that is refused", () => {
  it.each<[string, unknown, readonly string[]]>([
    ["a number, which has no clause", 80, ["NUMBER_WITHOUT_CLAUSE /when"]],
    ["a text", "true", ["TEXT_ALONE /when"]],
    ["a text as the value of a case", { "==": [{ if: [v("alone"), "a", "b"] }, "a"] }, ["TEXT_ALONE /when/==/0/if/1", "TEXT_ALONE /when/==/0/if/2"]],
    ["nothing", null, ["LOGIC_SHAPE /when"]],
    ["what is absent", undefined, ["LOGIC_SHAPE /when"]],
    ["a list", [v("alone")], ["LOGIC_SHAPE /when"]],
    ["an object without an operator", {}, ["LOGIC_SHAPE /when"]],
    ["two operators", { var: "alone", "!": [true] }, ["LOGIC_SHAPE /when"]],
    ["a remark beside the operator", { var: "alone", note: "x" }, ["LOGIC_SHAPE /when"]],
    ["an inherited member as operator", { constructor: [true] }, ["OPERATOR_NOT_FOUND /when/constructor"]],
    ["an operator that there is not, its name escaped", { "a/b~": [true] }, ["OPERATOR_NOT_FOUND /when/a~1b~0"]],
    ["an operator of a plug-in that was not given", { "other.twice": [true] }, ["PLUGIN_NOT_GIVEN /when/other.twice"]],
    ["an operator that a plug-in given does not have", { "acme.thrice": [true] }, ["OPERATOR_NOT_FOUND /when/acme.thrice"]],
    ["a name with two dots", { "other.a.b": [true] }, ["OPERATOR_NOT_FOUND /when/other.a.b"]],
    ["a variable that is no name", { var: [1] }, ["LOGIC_SHAPE /when/var/0"]],
    ["a variable that is no name, without its list", { var: true }, ["LOGIC_SHAPE /when/var"]],
    ["a parameter that is no name", { param: null }, ["LOGIC_SHAPE /when/param"]],
    ["a table that is no name", { table: 3 }, ["LOGIC_SHAPE /when/table"]],
    ["a row of a table that is no list", { table: ["t"], row: "x" }, ["LOGIC_SHAPE /when/table/0"]],
    ["texts on both sides of a comparison", { "==": ["a", "b"] }, ["LOGIC_SHAPE /when/=="]],
    ["none on both sides", { "==": [null, null] }, ["LOGIC_SHAPE /when/=="]],
    ["none beside what is never none", { "==": [v("alone"), null] }, ["TYPE_MISMATCH /when/==/1"]],
    ["none beside what is never none, the other way", { "!=": [null, v("born")] }, ["TYPE_MISMATCH /when/!=/0"]],
    ["a choice that there is not", { "==": [v("support"), "disperesd"] }, ["VALUE_NOT_IN_CHOICE /when/==/1"]],
    ["a text that is no date", { "<": [v("born"), "2023-02-29"] }, ["TYPE_MISMATCH /when/</1"]],
    ["a text that is no area", { "==": [v("home"), "5002291"] }, ["TYPE_MISMATCH /when/==/1"]],
    ["a text beside a number", { "<": ["80", v("level")] }, ["TYPE_MISMATCH /when/</0"]],
    ["a choice beside one without a choice in common", { "==": [v("support"), v("zone")] }, ["TYPE_MISMATCH /when/==/1"]],
    ["a date beside a number", { "==": [v("born"), v("level")] }, ["TYPE_MISMATCH /when/==/1"]],
    ["an order of choices", { "<": [v("support"), "dispersed"] }, ["TYPE_MISMATCH /when/<"]],
    ["an order of truths", { ">=": [v("alone"), v("alone")] }, ["TYPE_MISMATCH /when/>="]],
    ["lists held against one another", { "==": [v("tags"), v("tags")] }, ["TYPE_MISMATCH /when/==/1"]],
    ["both sides wrong", { "==": [{ nope: [] }, 3] }, ["OPERATOR_NOT_FOUND /when/==/0/nope", "NUMBER_WITHOUT_CLAUSE /when/==/1"]],
    ["every part of a conjunction that is wrong", { and: [v("level"), true, 3] }, ["TYPE_MISMATCH /when/and/0", "NUMBER_WITHOUT_CLAUSE /when/and/2"]],
    ["a negated number", { "!": [v("level")] }, ["TYPE_MISMATCH /when/!/0"]],
    ["a negated number without its list", { "!": v("level") }, ["TYPE_MISMATCH /when/!"]],
    ["a choice on a number", { if: [v("level"), true, false] }, ["TYPE_MISMATCH /when/if/0"]],
    ["branches of two types", { if: [v("alone"), v("level"), v("born")] }, ["TYPE_MISMATCH /when/if/2"]],
    [
      "every branch wrong",
      { if: [3, 4, 5] },
      ["NUMBER_WITHOUT_CLAUSE /when/if/0", "NUMBER_WITHOUT_CLAUSE /when/if/1", "NUMBER_WITHOUT_CLAUSE /when/if/2"],
    ],
    ["a sum with a date", { "+": [v("level"), v("born")] }, ["TYPE_MISMATCH /when/+/1"]],
    ["an area in a text", { inside: [v("name"), "500229"] }, ["TYPE_MISMATCH /when/inside/0"]],
    ["an area in what is no code", { inside: [v("home"), "500229x"] }, ["TYPE_MISMATCH /when/inside/1"]],
    ["the tier of a date", { tierOf: [v("born")] }, ["TYPE_MISMATCH /when/tierOf/0"]],
    ["the tier of a date, without its list", { tierOf: v("born") }, ["TYPE_MISMATCH /when/tierOf"]],
    ["a membership in a text", { in: ["a", v("name")] }, ["TYPE_MISMATCH /when/in/1"]],
    ["a membership in a list of records", { in: ["a", v("claims")] }, ["TYPE_MISMATCH /when/in/1"]],
    ["a choice that a list never holds", { in: ["valley", v("tags")] }, ["VALUE_NOT_IN_CHOICE /when/in/0"]],
    ["a member of another type", { in: [v("level"), v("tags")] }, ["TYPE_MISMATCH /when/in/0"]],
    [
      "a list written out with a number and a wrong choice",
      { in: [v("zone"), ["hill", 3, "valley"]] },
      ["LOGIC_SHAPE /when/in/1/1", "VALUE_NOT_IN_CHOICE /when/in/1/2"],
    ],
    ["nothing in a list written out", { in: [null, ["a"]] }, ["LOGIC_SHAPE /when/in/0"]],
    ["members of a list of choices", { some: [v("tags"), true] }, ["TYPE_MISMATCH /when/some/0"]],
    ["members of what is no list", { all: [v("claim"), true] }, ["TYPE_MISMATCH /when/all/0"]],
    ["a condition on members that is none", { some: [v("claims"), v("urgent_")] }, []],
    ["a condition on members that is a number", { count: [v("claims"), 3] }, ["NUMBER_WITHOUT_CLAUSE /when/count/1"]],
    ["at least a date", { atLeast: [v("claims"), v("urgent"), v("born")] }, ["TYPE_MISMATCH /when/atLeast/2"]],
    ["at least, of no list", { atLeast: [v("tags"), true, v("born")] }, ["TYPE_MISMATCH /when/atLeast/0", "TYPE_MISMATCH /when/atLeast/2"]],
    ["the age of a number", { ageOn: [v("level")] }, ["TYPE_MISMATCH /when/ageOn/0"]],
    [
      "days from a text that is no date",
      { daysBetween: ["heute", v("level")] },
      ["TYPE_MISMATCH /when/daysBetween/0", "TYPE_MISMATCH /when/daysBetween/1"],
    ],
    ["a date moved by a fraction", { addDays: [v("born"), v("share")] }, ["TYPE_MISMATCH /when/addDays/1"]],
    ["a number moved by a date", { addYears: [v("level"), v("born")] }, ["TYPE_MISMATCH /when/addYears/0", "TYPE_MISMATCH /when/addYears/1"]],
    ["days from a number", { daysBetween: [v("level"), v("born")] }, ["TYPE_MISMATCH /when/daysBetween/0"]],
    ["days to a number", { daysBetween: [v("born"), v("level")] }, ["TYPE_MISMATCH /when/daysBetween/1"]],
    ["a number moved by a number", { addDays: [v("level"), v("level")] }, ["TYPE_MISMATCH /when/addDays/0"]],
    ["a day moved by what is wrong in itself", { addDays: [v("born"), { nope: [] }] }, ["OPERATOR_NOT_FOUND /when/addDays/1/nope"]],
    ["a number within a period", { within: [v("level"), v("born"), v("born")] }, ["TYPE_MISMATCH /when/within/0"]],
    ["a period that begins with a number", { within: [v("born"), v("level"), v("born")] }, ["TYPE_MISMATCH /when/within/1"]],
    ["a list that is wrong in itself", { some: [{ nope: [] }, true] }, ["OPERATOR_NOT_FOUND /when/some/0/nope"]],
    ["a condition on members that is wrong in itself", { some: [v("claims"), { nope: [] }] }, ["OPERATOR_NOT_FOUND /when/some/1/nope"]],
    ["a membership in what is wrong in itself", { in: ["hill", { nope: [] }] }, ["OPERATOR_NOT_FOUND /when/in/1/nope"]],
    ["a membership of what is wrong in itself", { in: [{ nope: [] }, v("tags")] }, ["OPERATOR_NOT_FOUND /when/in/0/nope"]],
    ["at least what is wrong in itself", { atLeast: [v("claims"), v("urgent"), { nope: [] }] }, ["OPERATOR_NOT_FOUND /when/atLeast/2/nope"]],
    ["at least, of what is wrong in itself", { atLeast: [{ nope: [] }, v("urgent"), v("level")] }, ["OPERATOR_NOT_FOUND /when/atLeast/0/nope"]],
    ["a comparison of what is wrong in itself with a text", { "==": [{ nope: [] }, "x"] }, ["OPERATOR_NOT_FOUND /when/==/0/nope"]],
    ["a comparison with what is wrong in itself", { "==": [v("level"), { nope: [] }] }, ["OPERATOR_NOT_FOUND /when/==/1/nope"]],
    ["one branch wrong", { if: [v("alone"), v("level"), { nope: [] }] }, ["OPERATOR_NOT_FOUND /when/if/2/nope"]],
    ["the other branch wrong", { if: [v("alone"), { nope: [] }, v("level")] }, ["OPERATOR_NOT_FOUND /when/if/1/nope"]],
    ["a period that ends in a number", { within: [v("born"), "2026-01-01", v("level")] }, ["TYPE_MISMATCH /when/within/2"]],
  ])("%s", (_, logic, found) => {
    const { node, found: seen } = parse(logic);
    expect([node, seen]).toEqual([undefined, found]);
  });
});

describe("how many arguments an operator takes", () => {
  const some = (count: number) => Array.from({ length: count }, () => v("alone"));

  it.each<[string, number, number | "any"]>([
    ["var", 1, 1],
    ["param", 1, 1],
    ["table", 1, 1],
    ["!", 1, 1],
    ["and", 2, "any"],
    ["or", 2, "any"],
    ["if", 3, 3],
    ["==", 2, 2],
    ["!=", 2, 2],
    ["<", 2, 2],
    ["<=", 2, 2],
    [">", 2, 2],
    [">=", 2, 2],
    ["in", 2, 2],
    ["inside", 2, 2],
    ["+", 2, "any"],
    ["*", 2, "any"],
    ["-", 2, 2],
    ["/", 2, 2],
    ["min", 2, "any"],
    ["max", 2, "any"],
    ["tierOf", 1, 1],
    ["some", 2, 2],
    ["all", 2, 2],
    ["none", 2, 2],
    ["count", 2, 2],
    ["atLeast", 3, 3],
    ["dateAsked", 0, 0],
    ["ageOn", 1, 1],
    ["daysBetween", 2, 2],
    ["monthsBetween", 2, 2],
    ["yearsBetween", 2, 2],
    ["addDays", 2, 2],
    ["addMonths", 2, 2],
    ["addYears", 2, 2],
    ["within", 3, 3],
  ])("%s takes %d to %s", (operator, least, most) => {
    const refused = (count: number) => parse({ [operator]: some(count) }).found.includes(`OPERATOR_ARITY /when/${operator.replace("/", "~1")}`);
    const end = most === "any" ? 6 : most;
    expect([least - 1, least, end, end + 1].map((count) => (count < 0 ? "none" : refused(count)))).toEqual([
      least === 0 ? "none" : true,
      false,
      false,
      most !== "any",
    ]);
  });

  it("is tested of every operator of the dialect", () => {
    expect(operatorNames.length).toBe(36);
  });

  it("is said with what was expected", () => {
    const said = (logic: unknown) => parse(logic).issues.map(({ message }) => message.en);
    expect(said({ "==": some(3) })).toEqual(["operator == takes 2 arguments, got 3"]);
    expect(said({ and: some(1) })).toEqual(["operator and takes 2+ arguments, got 1"]);
    expect(said({ "acme.twice": some(3) })).toEqual(["operator acme.twice takes 1–2 arguments, got 3"]);
  });
});

describe("what a refusal says", () => {
  it.each<[unknown, string]>([
    [{ insde: [true, true] }, 'unknown operator "insde"; did you mean "inside"?'],
    [{ ">=": [v("level"), "80"] }, 'type mismatch: integer is wanted here, got "\\"80\\""'],
    [{ "==": [v("support"), v("zone")] }, 'type mismatch: enum(concentrated|dispersed) is wanted here, got "enum(hill|plain)"'],
    [{ "==": [v("alone"), null] }, 'type mismatch: boolean is wanted here, got "null"'],
    [{ "<": [v("alone"), v("alone")] }, 'type mismatch: number, date is wanted here, got "boolean"'],
    [{ and: [v("level"), true] }, 'type mismatch: boolean is wanted here, got "integer"'],
    [{ if: [true, v("level"), v("born")] }, 'type mismatch: integer is wanted here, got "date"'],
    [{ some: [v("tags"), true] }, 'type mismatch: list of record is wanted here, got "list of enum(hill|plain)"'],
    [{ in: ["a", v("level")] }, 'type mismatch: list is wanted here, got "integer"'],
    [{ in: [v("level"), v("tags")] }, 'type mismatch: enum(hill|plain) is wanted here, got "integer"'],
    [{ "==": [v("support"), "disperesd"] }, '"disperesd" is not a value of that field; did you mean "dispersed"?'],
    [{ in: [v("zone"), [3]] }, "not an expression: 3"],
    [{ var: 3 }, "not an expression: 3"],
    ["x", 'the text "x" is no value on its own'],
    [7, "the number 7 stands in the logic"],
    [{ "==": ["a", "b"] }, 'not an expression: ["a","b"]'],
    [{ var: "alone", note: "x" }, 'not an expression: {"var":"alone","note":"x"}'],
    [{ table: 3 }, "not an expression: 3"],
    [{ table: "t", row: "x" }, 'not an expression: "x"'],
  ])("of %j names what was seen and what is wanted", (logic, message) => {
    expect(parse(logic).issues.map((issue) => issue.message.en)).toEqual([message]);
  });

  it("lists what may be used instead", () => {
    expect(parse({ "==": [v("support"), "x"] }).issues[0]?.advice.en).toBe("use one of: concentrated, dispersed");
    expect(parse({ adn: [] }).issues[0]?.advice.en).toContain(" and or ! if ");
  });
});

describe("an expression that is read", () => {
  it.each<[unknown, unknown]>([
    [true, { op: "literal", value: true }],
    [{ "==": [v("support"), "dispersed"] }, { op: "==", left: { op: "fact" }, right: { op: "literal", value: "dispersed", type: support } }],
    [{ "==": ["dispersed", v("support")] }, { op: "==", left: { op: "literal", value: "dispersed" }, right: { op: "fact" } }],
    [{ "==": [v("support"), null] }, { op: "==", right: { op: "literal", value: null } }],
    [{ "!=": [null, v("told")] }, { op: "!=", left: { op: "literal", value: null }, right: { op: "fact" } }],
    [{ "==": [v("support"), v("arrangement")] }, { op: "==", left: { op: "fact" }, right: { op: "fact" } }],
    [{ "==": [v("name"), "x"] }, { op: "==", right: { op: "literal", value: "x" } }],
    [{ "<": [v("born"), "1950-01-01"] }, { op: "<", right: { op: "literal", value: "1950-01-01", type: date } }],
    [{ inside: ["500229", v("home")] }, { op: "inside", area: { op: "literal", value: "500229" }, container: { op: "fact" } }],
    [{ in: ["hill", v("tags")] }, { op: "in", item: { op: "literal", value: "hill", type: zone }, list: { op: "fact" } }],
    [{ in: [v("zone"), ["hill"]] }, { op: "in", item: { op: "fact" }, list: { op: "literal", value: ["hill"], type: { kind: "list", of: zone } } }],
    [{ within: [v("born"), "1940-01-01", v("told")] }, { op: "and", args: [{ op: ">=" }, { op: "<=" }] }],
    [{ count: [v("claims"), v("urgent")] }, { op: "count", open: false, type: { kind: "number", integer: true, least: 0 } }],
    [{ atLeast: [v("claims"), v("urgent"), v("level")] }, { op: ">=", left: { op: "count" }, right: { op: "fact" } }],
    [{ "acme.twice": true }, { op: "literal", value: "true alone /when/acme.twice" }],
    [{ "acme.twice": [true] }, { op: "literal", value: "true /when/acme.twice /when/acme.twice" }],
  ])("%j", (logic, node) => {
    const read = parse(logic);
    expect(read.found).toEqual([]);
    expect(read.node).toMatchObject(node as object);
  });

  it("of one argument may stand without a list", () => {
    for (const logic of [{ "!": v("alone") }, { "!": [v("alone")] }])
      expect(parse(logic)).toMatchObject({ node: { op: "!", arg: { op: "fact", leaf: { key: "/alone" } } }, found: [] });
  });

  it.each<[unknown, FieldType]>([
    [{ and: [true, true] }, booleanType],
    [{ "+": [v("level"), v("visits")] }, integerType],
    [{ "+": [v("level"), v("share")] }, numberType],
    [{ "-": [v("paidFen"), v("owedFen")] }, fen],
    [{ "+": [v("paidFen"), v("owedFen"), v("paidFen")] }, fen],
    // a product of two amounts is no amount, nor is a sum with a plain number
    [{ "*": [v("paidFen"), v("owedFen")] }, integerType],
    [{ "+": [v("paidFen"), v("level")] }, integerType],
    [{ "*": [v("level"), v("share")] }, numberType],
    [{ "/": [v("level"), v("visits")] }, numberType],
    [{ "/": [v("paidFen"), v("owedFen")] }, numberType],
    [{ min: [v("paidFen"), v("owedFen")] }, fen],
    [{ max: [v("level"), v("share")] }, numberType],
    [{ if: [v("alone"), v("level"), v("share")] }, integerType],
    [{ dateAsked: [] }, date],
    [{ ageOn: [v("born")] }, integerType],
    [{ monthsBetween: [v("born"), "2026-01-01"] }, integerType],
    [{ addMonths: [v("born"), v("level")] }, date],
    [{ addDays: ["2026-01-01", v("level")] }, date],
    [{ tierOf: [v("home")] }, { kind: "enum", values: ["province", "prefecture", "county", "township", "village"] }],
    [{ tierOf: "500229" }, { kind: "enum", values: ["province", "prefecture", "county", "township", "village"] }],
    [{ in: ["hill", v("tags")] }, booleanType],
    [{ inside: [v("home"), "50"] }, booleanType],
    [{ some: [v("claims"), v("urgent")] }, booleanType],
  ])("%j has a type", (logic, type) => {
    expect(typeOf(logic)).toEqual(type);
  });

  it("must be of the type that is wanted where it stands", () => {
    expect(parse(v("level"), booleanType)).toMatchObject({ node: undefined, found: ["TYPE_MISMATCH /when"] });
    expect(parse(v("share"), integerType)).toMatchObject({ node: undefined, found: ["TYPE_MISMATCH /when"] });
    expect(parse(v("level"), numberType)).toMatchObject({ node: { op: "fact" }, found: [] });
  });
});

describe("a choice that is compared", () => {
  const choice = (depth: number): unknown => (depth === 0 ? v("level") : { if: [v("alone"), choice(depth - 1), choice(depth - 1)] });

  it("is compared value by value, so that an unknown choice does not hide what all share", () => {
    const { node } = parse({ ">=": [choice(1), { param: "two" }] });
    expect(node).toMatchObject({
      op: "if",
      type: booleanType,
      whenTrue: { op: ">=", left: { op: "fact" }, right: { op: "param" } },
      whenFalse: { op: ">=" },
    });
    expect(parse({ "<": [{ param: "two" }, choice(1)] }).node).toMatchObject({
      op: "if",
      whenTrue: { op: "<", left: { op: "param" }, right: { op: "fact" } },
    });
    expect(parse({ in: [{ if: [v("alone"), v("zone"), v("zone")] }, v("tags")] }).node).toMatchObject({ op: "if", whenTrue: { op: "in" } });
    expect(parse({ in: [{ if: [v("alone"), v("zone"), v("zone")] }, ["hill"]] }).node).toMatchObject({ op: "if", whenTrue: { op: "in" } });
  });

  it("with another is compared pair by pair, up to 64 pairs", () => {
    expect(parse({ "==": [choice(3), choice(3)] }).node?.op).toBe("if");
    expect(parse({ "==": [choice(4), choice(3)] }).node?.op).toBe("==");
    // out of one side alone, however many they are
    expect(parse({ "==": [choice(7), v("level")] }).node?.op).toBe("if");
    expect(parse({ "==": [v("level"), choice(7)] }).node?.op).toBe("if");
  });
});

describe("the size of an expression", () => {
  const wide = (count: number) => ({ or: Array.from({ length: count }, () => true) });
  const deep = (levels: number): unknown => (levels === 0 ? true : { "!": [deep(levels - 1)] });

  it("is bounded in width: 2,000 nodes", () => {
    expect(parse(wide(1999)).found).toEqual([]);
    expect(parse(wide(2000)).found).toEqual(["LOGIC_TOO_LARGE /when/or/1999"]);
    // said once, however much more there is
    expect(parse({ and: [wide(2500), wide(2500)] }).found).toEqual(["LOGIC_TOO_LARGE /when/and/0/or/1998"]);
    expect(parse(wide(2000)).issues[0]?.message.en).toBe("the condition is too large (over 2000 nodes or 50 levels)");
  });

  it("is bounded in depth: 50 levels", () => {
    expect(parse(deep(50)).found).toEqual([]);
    expect(parse(deep(51)).found).toEqual([`LOGIC_TOO_LARGE /when${"/!/0".repeat(51)}`]);
  });

  it("is bounded in steps, shared parts counted as often as they are reached: 20,000", () => {
    let shared: Node = { op: "literal", value: true, type: booleanType };
    // 2^(n+1) - 1 steps
    for (let doubling = 0; doubling < 13; doubling += 1) shared = { op: "and", args: [shared, shared], type: booleanType };
    const reading: Meaning = { ...meaning, variable: () => shared };
    const steps = (logic: unknown) => {
      const issues: Issue[] = [];
      const node = parseLogic(logic, booleanType, "/when", reading, issues);
      return [node !== undefined, ...issues.map(({ code, pointer, message }) => `${code} ${pointer} ${message.en}`)];
    };
    expect(steps(v("x"))).toEqual([true]);
    expect(steps({ or: [v("x"), v("x")] })).toEqual([false, "LOGIC_TOO_LARGE /when the condition is too large (over 20000 nodes or 50 levels)"]);
  });
});
