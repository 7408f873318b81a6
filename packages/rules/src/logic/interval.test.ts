import { type Interval, rational } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { compileBounds, compileInterval, isCounted } from "./interval.js";
import { booleanType, type CompareOperator, integerType, type Leaf, type Node } from "./node.js";
import { indexRegister, type Row, Scope } from "./scope.js";
import { FALSE, TRUE, type Truth, UNKNOWN, type Value } from "./value.js";

const on = "2026-11-21";
const none = new Map<string, Value>();
const leaf = (key: string): Leaf => ({ key, type: integerType, nullable: false });
const member = (name: string): Node => ({
  op: "fact",
  leaf: leaf(name),
  read: ({ record }) => record[name] as Value,
  type: booleanType,
  nullable: false,
});
const literal = (value: Value): Node => ({ op: "literal", value, type: integerType });
const list = (key = "claims"): Node => ({
  op: "fact",
  leaf: leaf(key),
  read: ({ record }) => record[key] as Value,
  type: { kind: "list", of: booleanType },
  nullable: false,
});
const count = (open = false): Node => ({ op: "count", list: list(), body: member("urgent"), open, type: integerType });
const sum = (op: "+" | "-", ...args: Node[]): Node => ({ op, args, type: integerType });
const named = (body: Node): Node => ({ op: "defined", name: "n", subject: "person", title: { zh: "题", en: "t" }, body, type: integerType });

const [yes, no, maybe] = [{ urgent: true }, { urgent: false }, {}];
const claims = (...members: Row[]): Row => ({ claims: members });
const about = (record: Row, subject: Scope["subject"] = "person") => new Scope(subject, record, on, indexRegister(undefined));
const printed = (found: Interval | undefined) =>
  found && [found.least, found.most].map(({ numerator, denominator }) => Number(numerator) / Number(denominator));
const bounds = (node: Node, record: Row) => printed(compileInterval(node, none)(about(record)));

describe("the bounds of a number", () => {
  it.each<[string, Node, Row, readonly number[] | undefined]>([
    ["members who surely satisfy, and those who may", count(), claims(yes, maybe, no, yes), [2, 3]],
    ["members of whom all is known", count(), claims(yes, no), [1, 1]],
    ["an empty list", count(), claims(), [0, 0]],
    ["a list that is none", count(), { claims: null }, [0, 0]],
    ["a list that is not known", count(), {}, undefined],
    ["an open list, which has no upper bound", count(true), claims(yes), undefined],
    ["a constant", literal(3), {}, [3, 3]],
    ["a fraction", literal(rational(1n, 2n)), {}, [0.5, 0.5]],
    ["what is not known", literal(undefined), {}, undefined],
    ["what is none", literal(null), {}, undefined],
    ["a sum", sum("+", count(), literal(10)), claims(yes, maybe), [11, 12]],
    ["a sum of two counts", sum("+", count(), count()), claims(yes, maybe), [2, 4]],
    ["a difference, which turns the bounds round", sum("-", literal(10), count()), claims(yes, maybe), [8, 9]],
    ["a difference from a count", sum("-", count(), literal(10)), claims(yes, maybe), [-9, -8]],
    ["a longer difference", sum("-", literal(10), count(), literal(1)), claims(yes, maybe), [7, 8]],
    ["a sum with what is not known", sum("+", count(), literal(undefined)), claims(yes), undefined],
    ["a sum with none", sum("+", count(), literal(null)), claims(yes), undefined],
    ["a definition", named(count()), claims(yes, maybe), [1, 2]],
  ])("%s", (_, node, record, expected) => {
    expect(bounds(node, record)).toEqual(expected);
  });

  it("may be the bounds of what is counted, and of what is made of it", () => {
    const joined: Node = { ...(named(count()) as Extract<Node, { op: "defined" }>), join: "household" };
    const cases: [Node, boolean][] = [
      [count(), true],
      [sum("+", literal(1), count()), true],
      [sum("-", literal(1), literal(2)), false],
      [named(count()), true],
      [joined, false],
      [named(literal(1)), false],
      [{ op: "*", args: [count(), literal(2)], type: integerType }, false],
      [{ op: "aggregate", name: "n", where: member("urgent"), type: integerType, leaf: leaf("/facts/n") }, true],
    ];
    expect(cases.map(([node]) => isCounted(node))).toEqual(cases.map(([, counted]) => counted));
  });
});

const [T, F, U] = [TRUE, FALSE, UNKNOWN] as const;
const operators: readonly CompareOperator[] = ["<", "<=", ">", ">=", "==", "!="];
const compared = (left: Node, right: Node, record: Row) => operators.map((op) => compileBounds(op, left, right, none)(about(record)));

describe("a count held against a number", () => {
  // two members surely satisfy, and two more may: 2 to 4
  const twoToFour = claims(yes, yes, maybe, maybe);

  it.each<[number, readonly Truth[]]>([
    //     <  <= >  >= == !=
    [1, [F, F, T, T, F, T]],
    [2, [F, U, U, T, U, U]],
    [3, [U, U, U, U, U, U]],
    [4, [U, T, F, U, U, U]],
    [5, [T, T, F, F, F, T]],
  ])("between two and four, beside %d", (number, truths) => {
    expect(compared(count(), literal(number), twoToFour)).toEqual(truths);
  });

  it.each<[number, readonly Truth[]]>([
    [1, [T, T, F, F, F, T]],
    [2, [U, T, F, U, U, U]],
    [4, [F, U, U, T, U, U]],
    [5, [F, F, T, T, F, T]],
  ])("%d beside between two and four", (number, truths) => {
    expect(compared(literal(number), count(), twoToFour)).toEqual(truths);
  });

  it.each<[number, readonly Truth[]]>([
    [1, [F, F, T, T, F, T]],
    [2, [F, U, U, T, U, U]],
    [3, [U, U, U, U, U, U]],
  ])("at least two, as far as an open list is known, beside %d", (number, truths) => {
    expect(compared(count(true), literal(number), claims(yes, yes, no))).toEqual(truths);
  });

  it.each<[number, readonly Truth[]]>([
    // at most 10 - 2 = 8
    [7, [U, U, U, U, U, U]],
    [8, [U, T, F, U, U, U]],
    [9, [T, T, F, F, F, T]],
  ])("at most eight, where an open list is taken away, beside %d", (number, truths) => {
    expect(compared(sum("-", literal(10), count(true)), literal(number), claims(yes, yes))).toEqual(truths);
  });

  it.each<[string, Node, Node, Row, readonly Truth[]]>([
    ["an open list of which nothing is known has none at the least", count(true), literal(0), {}, [F, U, U, T, U, U]],
    ["an open list that is none holds at least nobody", count(true), literal(0), { claims: null }, [F, U, U, T, U, U]],
    ["a list of which nothing is known", count(), literal(0), {}, [U, U, U, U, U, U]],
    ["two counts of which neither is known", count(), count(), twoToFour, [U, U, U, U, U, U]],
    ["two counts of which both are known", count(), sum("+", count(), literal(1)), claims(yes), [T, T, F, F, F, T]],
    ["beside none", count(), literal(null), twoToFour, [F, F, F, F, F, T]],
    ["none beside a count", literal(null), count(), twoToFour, [F, F, F, F, F, T]],
    ["none beside none", literal(null), literal(null), {}, [F, F, F, F, T, F]],
    ["none beside a list of which nothing is known", literal(null), count(), {}, [F, F, F, F, U, U]],
    ["a list of which nothing is known beside none", count(), literal(null), {}, [F, F, F, F, U, U]],
    ["beside what is not known", count(), literal(undefined), twoToFour, [U, U, U, U, U, U]],
    ["a count with none added is none", sum("+", count(), literal(null)), literal(3), claims(yes), [F, F, F, F, F, T]],
    ["what is not known with none added is none", sum("+", count(), literal(null)), literal(3), {}, [F, F, F, F, F, T]],
  ])("%s", (_, left, right, record, truths) => {
    expect(compared(left, right, record)).toEqual(truths);
  });
});

describe("the facilities of an area", () => {
  const aggregate = (among?: Node): Extract<Node, { op: "aggregate" }> => ({
    op: "aggregate",
    name: "centres",
    where: member("socialised"),
    type: integerType,
    leaf: leaf("/facts/centres"),
    ...(among === undefined ? {} : { among }),
  });
  const facilities = (...rows: readonly Row[]) => rows.map((row, index) => ({ id: `f-${index}`, area: "500229103", ...row })) as never;
  const asked = (node: Node, rows: readonly Row[] | undefined, record: Row = { code: "500229" }, supposed?: ReadonlyMap<string, Value>) => {
    const scope = new Scope("area", record, on, indexRegister(rows === undefined ? {} : { facilities: facilities(...rows) }));
    scope.supposed = supposed;
    return printed(compileInterval(node, none)(scope));
  };
  const share = aggregate(member("built"));

  it.each<[string, readonly Row[], readonly number[] | undefined]>([
    ["all that count, and those that may", [{ socialised: true }, { socialised: false }, {}], [1, 2]],
    ["none", [], [0, 0]],
  ])("counted: %s", (_, rows, expected) => {
    expect(asked(aggregate(), rows)).toEqual(expected);
  });

  it.each<[string, readonly Row[], readonly number[] | undefined]>([
    [
      "of those that belong",
      [
        { built: true, socialised: true },
        { built: true, socialised: false },
        { built: false, socialised: true },
      ],
      [0.5, 0.5],
    ],
    ["none belongs", [{ built: false, socialised: true }], undefined],
    ["there are none", [], undefined],
    ["one may count", [{ built: true, socialised: true }, { built: true }], [0.5, 1]],
    ["one that surely counts may belong", [{ built: true, socialised: false }, { socialised: true }], [0, 0.5]],
    ["one that surely does not count may belong", [{ built: true, socialised: true }, { socialised: false }], [0.5, 1]],
    ["one may belong and may count", [{ built: true, socialised: true }, {}], [0.5, 1]],
    ["all that may belong surely count", [{ socialised: true }, { socialised: true }], [1, 1]],
    ["all that may belong surely do not", [{ socialised: false }], [0, 0]],
  ])("as a share: %s", (_, rows, expected) => {
    expect(asked(share, rows)).toEqual(expected);
  });

  it("are not counted where the register says nothing of facilities, or the area has no code", () => {
    expect([asked(aggregate(), undefined), asked(aggregate(), [], {}), asked(aggregate(), [], { code: 5 })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("are what the area reports itself, before what its facilities show", () => {
    const reporting = (centres: Value): Row => ({ code: "500229", facts: { centres } });
    expect(asked(aggregate(), [{ socialised: true }], reporting(7))).toEqual([7, 7]);
    expect(asked(aggregate(), undefined, reporting(7))).toEqual([7, 7]);
    expect(asked(aggregate(), [{ socialised: true }], { code: "500229", facts: {} })).toEqual([1, 1]);
    expect(asked(aggregate(), [{ socialised: true }], reporting(null))).toBeUndefined();
  });

  it("may be supposed where they are not known, and nowhere else", () => {
    const supposed = new Map<string, Value>([["/facts/centres", 5]]);
    expect(asked(aggregate(), undefined, { code: "500229" }, supposed)).toEqual([5, 5]);
    expect(asked(aggregate(), [{}], { code: "500229" }, supposed)).toEqual([5, 5]);
    expect(asked(aggregate(), [{ socialised: true }], { code: "500229" }, supposed)).toEqual([1, 1]);
    expect(asked(aggregate(), [{}], { code: "500229" }, new Map())).toEqual([0, 1]);
  });

  it("of another area are those of the area that the join leads to", () => {
    const areas = [{ code: "500229", name: "县", tier: "county" }] as never;
    const scope = (area: string) =>
      new Scope("person", { residence: { area } }, on, indexRegister({ areas, facilities: facilities({ socialised: true }) }));
    const joined = compileInterval({ ...aggregate(), join: "county" }, none);
    expect(printed(joined(scope("500229103205")))).toEqual([1, 1]);
    expect(printed(joined(scope("50")))).toBeUndefined();
  });
});
