import type { FieldType, Issue } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../../test/policies.js";
import { contextsOf } from "../../assess/contextsOf.js";
import type { Logic, Pack } from "../../pack/pack.js";
import { booleanType, type Node } from "../node.js";
import { parseLogic } from "../parseLogic.js";
import { indexOf } from "../scope.js";
import { dayNumberOf } from "./dayNumber.js";
import { Reading } from "./reads.js";
import { isStepped, thresholdsOf } from "./thresholds.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const pack = packOf(true);
const since = { from: "2000-01-01" };
const integer = (value: number) => ({ type: "integer", title, clause: "C", values: [{ ...since, value }] }) as const;
const rational = (value: string) => ({ type: "rational", title, clause: "C", values: [{ ...since, value }] }) as const;
const parameters: Pack["parameters"] = {
  ...pack.parameters,
  below: rational("-7/2"),
  between: rational("7/2"),
  whole: rational("-4"),
  huge: integer(Number.MAX_SAFE_INTEGER),
  nearlyHuge: integer(Number.MAX_SAFE_INTEGER - 1),
  hundred: integer(100),
};
const facts: Pack["facts"] = {
  ...pack.facts,
  count: { subject: "person", type: "integer", title },
  sick: { subject: "person", type: "boolean", title },
  toldOn: { subject: "person", type: "date", title },
  spoken: { subject: "person", type: "integer", title, is: { var: "count" } },
  waited: { subject: "person", type: "integer", title, is: { daysBetween: [{ var: "toldOn" }, { dateAsked: [] }] } },
};
const [context] = contextsOf([{ ...pack, facts, parameters }], []);
const values = context?.on(on).rules[0]?.parameters ?? new Map();

function parsed(logic: Logic, type: FieldType = booleanType): Node {
  const issues: Issue[] = [];
  const node = context === undefined ? undefined : parseLogic(logic, type, "/when", context.meaning.of("person"), issues);
  if (node === undefined) throw new Error(issues.map(({ message }) => message.en).join("; "));
  return node;
}

const found = (node: Node) => thresholdsOf(node, values, new Reading("person"), { subject: "person", on, index: indexOf(undefined) });
/** Ascending, as they are needed: the longer span of two begins on the earlier day. */
const thresholds = (logic: Logic) => found(parsed(logic))?.toSorted((a, b) => a - b);
const days = (...dates: readonly string[]): readonly number[] => dates.map(dayNumberOf);
const [count, limit, birthDate, toldOn]: readonly Logic[] = [{ var: "count" }, { param: "hundred" }, { var: "birthDate" }, { var: "toldOn" }];
const asked: Logic = { dateAsked: [] };
const held = (op: string, left: Logic | undefined, right: Logic | undefined): Logic => ({ [op]: [left ?? true, right ?? true] });

describe("a whole number held against a constant", () => {
  it.each(["==", "!=", "<", "<=", ">", ">="])("changes its answer at it and after it: %s, on either side, by whatever name", (op) => {
    expect(thresholds(held(op, count, limit))).toEqual([100, 101]);
    expect(thresholds(held(op, limit, count))).toEqual([100, 101]);
    expect(thresholds(held(op, { var: "spoken" }, limit))).toEqual([100, 101]);
  });

  it("changes it between the two whole numbers around a fraction", () => {
    expect(thresholds(held(">", count, { param: "between" }))).toEqual([3, 4]);
    expect(thresholds(held(">", count, { param: "below" }))).toEqual([-4, -3]);
    expect(thresholds(held(">", count, { param: "whole" }))).toEqual([-4, -3]);
  });

  it("has none where the constant, or what comes after it, is too large to be exact", () => {
    expect(thresholds(held(">", count, { param: "huge" }))).toBeUndefined();
    expect(thresholds(held(">", count, { param: "nearlyHuge" }))).toEqual([Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER]);
  });

  it("gives one answer where the constant is none, or is not known", () => {
    const field = parsed(held("==", count, limit));
    if (field.op !== "==") throw new Error("a comparison is one");
    const none: Node = { op: "literal", value: null, type: field.right.type };
    const unknown: Node = { op: "param", id: "unset", type: field.right.type, leaf: { key: "unset", type: field.right.type, nullable: false } };
    expect([found({ ...field, right: none }), found({ ...field, right: unknown })]).toEqual([[], []]);
    // so does a span of time
    const span = parsed(held(">=", { ageOn: [birthDate ?? true] }, limit));
    if (span.op !== ">=") throw new Error("a comparison is one");
    expect([found({ ...span, right: none }), found({ ...span, right: unknown })]).toEqual([[], []]);
  });
});

describe("a date held against a constant", () => {
  it("changes its answer on that day and the day after", () => {
    expect(thresholds(held("<=", birthDate, "1946-11-21"))).toEqual(days("1946-11-21", "1946-11-22"));
    expect(thresholds(held("<", birthDate, asked))).toEqual(days("2026-11-21", "2026-11-22"));
  });

  it("has none where the constant is no day", () => {
    const field = parsed(held("==", birthDate, asked));
    if (field.op !== "==") throw new Error("a comparison is one");
    expect(found({ ...field, right: { op: "literal", value: "1946-02-30", type: field.right.type } })).toBeUndefined();
  });
});

describe("a span of time held against a constant", () => {
  it("changes its answer on the days from which it is as long, and one longer", () => {
    expect(thresholds(held(">=", { ageOn: [birthDate ?? true] }, limit))).toEqual(days("1925-11-22", "1926-11-22"));
    expect(thresholds(held(">", { daysBetween: [birthDate ?? true, asked] }, limit))).toEqual(days("2026-08-13", "2026-08-14"));
    expect(thresholds(held("<", { daysBetween: [asked, birthDate ?? true] }, limit))).toEqual(days("2027-03-01", "2027-03-02"));
    expect(thresholds(held("==", { monthsBetween: [birthDate ?? true, asked] }, limit))).toEqual(days("2018-06-22", "2018-07-22"));
    expect(thresholds(held("==", { yearsBetween: [birthDate ?? true, asked] }, limit))).toEqual(days("1925-11-22", "1926-11-22"));
    expect(thresholds(held("<=", { var: "waited" }, limit))).toEqual(days("2026-08-13", "2026-08-14"));
    expect(thresholds(held("<=", { var: "age" }, limit))).toEqual(days("1925-11-22", "1926-11-22"));
  });

  it("has none where both ends of it are fields, or none is, or the constant is too large", () => {
    expect(thresholds(held(">", { daysBetween: [birthDate ?? true, toldOn ?? true] }, limit))).toBeUndefined();
    expect(thresholds(held(">", { daysBetween: ["2026-01-01", asked] }, limit))).toBeUndefined();
    expect(thresholds(held(">", { daysBetween: [birthDate ?? true, asked] }, { param: "huge" }))).toBeUndefined();
  });

  it("has none where an end of it is worked out from a field", () => {
    const later: Logic = { addDays: [birthDate ?? true, { param: "two" }] };
    expect(thresholds(held(">", { daysBetween: [later, asked] }, limit))).toBeUndefined();
    expect(thresholds(held(">", { daysBetween: [asked, later] }, limit))).toBeUndefined();
    expect(thresholds(held(">", { ageOn: [later] }, limit))).toBeUndefined();
  });
});

describe("anything else", () => {
  it("has no thresholds", () => {
    expect(thresholds({ var: "sick" })).toBeUndefined();
    expect(thresholds({ and: [held(">", count, limit), held("<", count, limit)] })).toBeUndefined();
    // fractions stand between whole numbers
    expect(thresholds(held(">", { var: "share" }, { param: "low" }))).toBeUndefined();
    expect(thresholds(held("==", { var: "support" }, "concentrated"))).toBeUndefined();
    expect(thresholds(held("==", count, { var: "ability.level" }))).toBeUndefined();
    expect(thresholds(held(">", { "+": [count ?? true, limit ?? true] }, limit))).toBeUndefined();
    expect(thresholds(held(">", { "+": [count ?? true, { var: "ability.level" }] }, limit))).toBeUndefined();
    // what nothing is read for
    expect(thresholds(held(">", limit, { param: "two" }))).toBeUndefined();
  });
});

describe("values in a row", () => {
  it("are dates and whole numbers", () => {
    const kinds: readonly FieldType[] = [{ kind: "date" }, { kind: "number", integer: true }, { kind: "number", integer: false }, booleanType];
    expect(kinds.map(isStepped)).toEqual([true, true, false, false]);
  });
});
