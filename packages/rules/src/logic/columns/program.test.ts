import type { Issue } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../../test/policies.js";
import { contextsOf } from "../../assess/contextsOf.js";
import type { Logic, Pack } from "../../pack/pack.js";
import { booleanType, type Node } from "../node.js";
import { parseLogic } from "../parseLogic.js";
import { indexOf } from "../scope.js";
import { dayNumberOf } from "./dayNumber.js";
import { type Atom, lower, type Program } from "./program.js";
import { Reading } from "./reads.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const pack = packOf(true);
const facts: Pack["facts"] = {
  ...pack.facts,
  sick: { subject: "person", type: "boolean", title },
  // what is said of a certificate may be none, as the certificate may be
  certificate: { subject: "person", type: "record", title, fields: { valid: { type: "boolean", title } } },
  old: { subject: "person", type: "boolean", title, is: { ">=": [{ var: "age" }, { param: "eighty" }] } },
  chosen: { subject: "person", type: "boolean", title, is: { if: [{ var: "sick" }, { var: "emptyNest" }, { var: "leftBehind" }] } },
  claims: { subject: "person", type: "list", title, fields: { urgent: { type: "boolean", title } } },
};
const [context] = contextsOf([{ ...pack, facts }], []);
const parameters = context?.on(on).rules[0]?.parameters ?? new Map();

function parsed(logic: Logic): Node {
  const issues: Issue[] = [];
  const node = context === undefined ? undefined : parseLogic(logic, booleanType, "/when", context.meaning.of("person"), issues);
  if (node === undefined) throw new Error(issues.map(({ message }) => message.en).join("; "));
  return node;
}

const lowered = (...conditions: readonly Logic[]): Program =>
  lower(conditions.map(parsed), parameters, new Reading("person"), { subject: "person", on, index: indexOf(undefined) });

const sick: Logic = { var: "sick" };
const alone: Logic = { var: "emptyNest" };
const left: Logic = { var: "leftBehind" };
const valid: Logic = { var: "certificate.valid" };
const aged: Logic = { ">=": [{ var: "age" }, { param: "eighty" }] };
const sourcesOf = ({ sources }: Atom): readonly string[] | string => (sources === "everything" ? sources : sources.map(({ key }) => key));
const readBy = ({ atoms }: Program) => atoms.map(sourcesOf);

describe("a condition that reads one source", () => {
  it("is one atom, however it is put together: it is asked once a group", () => {
    const { atoms, steps, answers } = lowered({ and: [{ or: [sick, { "!": [sick] }] }, { "==": [sick, sick] }] });
    expect([atoms.length, steps, answers]).toEqual([1, [], [0]]);
  });

  it("is one atom where it reads nothing", () => {
    const { atoms, steps } = lowered({ ">": [{ param: "three" }, { param: "two" }] });
    expect(atoms.map(({ sources, thresholds }) => [sources, thresholds])).toEqual([[[], undefined]]);
    expect(steps).toEqual([]);
  });

  it("is one atom however long it is named, and shared with those who name it otherwise", () => {
    const { atoms, steps, answers } = lowered({ var: "old" }, aged, { var: "old" });
    expect([atoms.length, steps, answers]).toEqual([1, [], [0, 0, 0]]);
  });
});

describe("a condition that reads several sources", () => {
  it("is the operations that its connectives are, on atoms of one source", () => {
    const { atoms, steps, answers } = lowered({ and: [{ or: [sick, alone] }, { "!": [left] }] });
    expect(readBy({ atoms, steps, answers })).toEqual([["/facts/sick"], ["/emptyNest"], ["/leftBehind"]]);
    expect(steps).toEqual([
      { op: "or", args: [0, 1] },
      { op: "and", args: [~0, 2] },
    ]);
    expect(answers).toEqual([~1]);
  });

  it("chooses between branches by a step", () => {
    expect(lowered({ if: [sick, alone, left] }).steps).toEqual([{ op: "if", args: [0, 1, 2] }]);
  });

  it("denies a connective by a step", () => {
    expect(lowered({ "!": [{ and: [sick, alone] }] }).steps).toEqual([
      { op: "and", args: [0, 1] },
      { op: "!", args: [~0] },
    ]);
  });

  it("holds truths against one another by a step, and its opposite by two", () => {
    expect(lowered({ "==": [{ or: [sick, alone] }, { "!": [left] }] }).steps).toEqual([
      { op: "or", args: [0, 1] },
      { op: "==", args: [~0, 2] },
    ]);
    expect(lowered({ "!=": [{ or: [sick, alone] }, { and: [left, sick] }] }).steps).toEqual([
      { op: "or", args: [0, 1] },
      { op: "and", args: [2, 0] },
      { op: "==", args: [~0, ~1] },
      { op: "!", args: [~2] },
    ]);
    // fields that may not be null are truths as well
    expect(lowered({ "==": [sick, alone] }).steps).toEqual([{ op: "==", args: [0, 1] }]);
    // what chooses between truths is one, however it is named
    expect(lowered({ "==": [{ var: "chosen" }, { var: "old" }] }).steps).toEqual([
      { op: "if", args: [0, 1, 2] },
      { op: "==", args: [~0, 3] },
    ]);
  });

  it("opens what is defined: only its parts are found out for groups", () => {
    const both: Logic = { and: [{ var: "old" }, alone] };
    expect(readBy(lowered(both))).toEqual([["/birthDate"], ["/emptyNest"]]);
  });

  it("asks once what several conditions share", () => {
    const { atoms, steps, answers } = lowered({ and: [sick, alone] }, { or: [{ and: [sick, alone] }, left] }, { and: [sick, alone] }, alone);
    expect(atoms).toHaveLength(3);
    expect(steps).toEqual([
      { op: "and", args: [0, 1] },
      { op: "or", args: [~0, 2] },
    ]);
    expect(answers).toEqual([~0, ~1, ~0, 1]);
  });
});

describe("a condition that is no connective", () => {
  it("of several sources is an atom with all of them, whose answer has no thresholds", () => {
    const { atoms, steps } = lowered({ ">": [{ "+": [{ var: "ability.level" }, { var: "age" }] }, { param: "eighty" }] });
    expect(atoms.map((atom) => [sourcesOf(atom), atom.thresholds])).toEqual([[["/ability/level", "/birthDate"], undefined]]);
    expect(steps).toEqual([]);
  });

  it("about a truth that may be none is an atom: null is not false where it is held against something", () => {
    const { atoms, steps } = lowered({ "==": [valid, alone] });
    expect([readBy({ atoms, steps, answers: [] }), steps]).toEqual([[["/facts/certificate/valid", "/emptyNest"]], []]);
    expect(lowered({ "!=": [alone, valid] }).steps).toEqual([]);
    expect(lowered({ "==": [{ "!": [valid] }, alone] }).steps).toEqual([{ op: "==", args: [0, 1] }]);
  });

  it("about the members of a list is asked of everybody", () => {
    const { atoms } = lowered({ some: [{ var: "claims" }, { var: "urgent" }] }, { and: [sick, { some: [{ var: "claims" }, { var: "urgent" }] }] });
    expect(new Set(readBy({ atoms, steps: [], answers: [] }))).toEqual(new Set(["everything", ["/facts/sick"]]));
    expect(atoms.filter(({ sources }) => sources === "everything").map(({ thresholds }) => thresholds)).toEqual([undefined, undefined]);
  });
});

describe("thresholds of an atom", () => {
  const thresholdsOf = (logic: Logic) => lowered(logic).atoms.map(({ thresholds }) => thresholds);
  const level: Logic = { var: "ability.level" };
  const is = (op: string, id: string): Logic => ({ [op]: [level, { param: id }] });

  it("are those of all comparisons in it, once each, ascending", () => {
    expect(thresholdsOf({ or: [is(">=", "three"), { "!": [is("==", "two")] }] })).toEqual([[2, 3, 4]]);
    expect(thresholdsOf({ and: [is("<", "three"), is(">", "two"), is("!=", "sixty")] })).toEqual([[2, 3, 4, 60, 61]]);
    expect(thresholdsOf({ if: [is("<", "two"), is("==", "three"), is("==", "sixty")] })).toEqual([[2, 3, 4, 60, 61]]);
  });

  it("do not depend on what reads nothing", () => {
    expect(thresholdsOf({ or: [is("==", "two"), { ">": [{ param: "two" }, { param: "three" }] }] })).toEqual([[2, 3]]);
  });

  it("of what is defined are those of what it is: the eightieth birthday of those of eighty, and of eighty-one", () => {
    expect(thresholdsOf({ var: "old" })).toEqual([[dayNumberOf("1945-11-22"), dayNumberOf("1946-11-22")]]);
  });

  it("are none where one part of it has none", () => {
    expect(thresholdsOf({ or: [is("==", "two"), { "==": [level, { "+": [level, { param: "two" }] }] }] })).toEqual([undefined]);
    expect(thresholdsOf({ and: [{ var: "sick" }, { "!": [{ var: "sick" }] }] })).toEqual([undefined]);
  });
});
