import type { Issue } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../../test/policies.js";
import { contextsOf } from "../../assess/contextsOf.js";
import type { Logic, Pack } from "../../pack/pack.js";
import { booleanType, integerType, type Node } from "../node.js";
import { parseLogic } from "../parseLogic.js";
import { Structure } from "./structure.js";

const title = { zh: "题", en: "title" };
const pack = packOf(true);
const old: Logic = { ">=": [{ var: "age" }, { param: "eighty" }] };
const facts: Pack["facts"] = {
  ...pack.facts,
  old: { subject: "person", type: "boolean", title, is: old },
  aged: { subject: "person", type: "boolean", title, is: old },
  crowded: { subject: "household", type: "boolean", title },
  full: { subject: "household", type: "boolean", title, is: { "!": [{ var: "crowded" }] } },
  claims: { subject: "person", type: "list", title, fields: { urgent: { type: "boolean", title } } },
  inspected: { subject: "facility", type: "boolean", title },
  homes: { subject: "area", type: "integer", title, count: { of: "facilities", where: { var: "inspected" } } },
  sites: { subject: "area", type: "integer", title, count: { of: "facilities", where: { "!": [{ var: "inspected" }] } } },
};
const [context] = contextsOf([{ ...pack, facts }], []);

/** Anew each time: nodes that mean the same are not the same. */
function parsed(logic: Logic, type: typeof booleanType | typeof integerType = booleanType): Node {
  const issues: Issue[] = [];
  const node = context === undefined ? undefined : parseLogic(logic, type, "/when", context.meaning.of("person"), issues);
  if (node === undefined) throw new Error(issues.map(({ message }) => message.en).join("; "));
  return node;
}

const level: Logic = { var: "ability.level" };
const sick: Logic = { var: "leftBehind" };
const alone: Logic = { var: "emptyNest" };
/** Conditions of which no two mean the same. */
const apart: readonly Logic[] = [
  sick,
  alone,
  { and: [sick, alone] },
  { and: [alone, sick] },
  { or: [sick, alone] },
  { "!": [sick] },
  { "==": [level, { param: "two" }] },
  { "==": [level, { param: "three" }] },
  { "!=": [level, { param: "two" }] },
  { ">=": [{ "+": [level, { var: "age" }] }, { param: "two" }] },
  { ">=": [{ "-": [level, { var: "age" }] }, { param: "two" }] },
  { "==": [{ var: "support" }, "concentrated"] },
  { "==": [{ var: "support" }, "dispersed"] },
  { in: ["destitute", { var: "assistance" }] },
  { in: ["lowIncome", { var: "assistance" }] },
  { "==": [{ var: "monitoring" }, null] },
  { "<=": [{ var: "birthDate" }, { dateAsked: [] }] },
  { "<=": [{ var: "birthDate" }, "2026-11-21"] },
  { var: "old" },
  { var: "household.full" },
  { var: "household.crowded" },
  { ">=": [{ var: "county.homes" }, { param: "two" }] },
  { ">=": [{ var: "county.sites" }, { param: "two" }] },
  { var: "village.pastoral" },
  { if: [sick, alone, { "!": [alone] }] },
  { if: [alone, sick, { "!": [alone] }] },
  { within: [{ var: "birthDate" }, "1950-01-01", "1960-01-01"] },
];

describe("conditions that mean the same", () => {
  it("have the same number, wherever they stand", () => {
    const structure = new Structure();
    for (const logic of apart) {
      const [one, other] = [parsed(logic), parsed(logic)];
      expect(one).not.toBe(other);
      expect([structure.numberOf(one), structure.numberOf(one)]).toEqual([structure.numberOf(other), structure.numberOf(other)]);
    }
  });

  it("have it by whatever name they are defined", () => {
    const structure = new Structure();
    expect(structure.numberOf(parsed({ var: "old" }))).toBe(structure.numberOf(parsed({ var: "aged" })));
  });
});

describe("conditions that do not mean the same", () => {
  it("have numbers of their own, and so have those that a household's own definition of a like name makes", () => {
    const structure = new Structure();
    const numbers = apart.map((logic) => structure.numberOf(parsed(logic)));
    expect(new Set(numbers).size).toBe(apart.length);
  });

  it("are kept apart where they are about members of lists, even if they look alike", () => {
    const structure = new Structure();
    const urgent: Logic = { some: [{ var: "claims" }, { var: "urgent" }] };
    const [one, other] = [parsed(urgent), parsed(urgent)];
    expect(structure.numberOf(one)).not.toBe(structure.numberOf(other));
    expect(structure.numberOf(one)).toBe(structure.numberOf(one));
    expect(structure.numberOf(parsed(sick))).not.toBe(structure.numberOf(one));
  });

  it("are kept apart where they ask whether other clauses are adopted", () => {
    const structure = new Structure();
    const adopted = (...clauses: readonly string[]): number => structure.numberOf({ op: "adopted", clauses, type: booleanType });
    const numbers = [adopted("C"), adopted("D"), adopted("C", "D")];
    expect(new Set(numbers).size).toBe(3);
    expect([adopted("C"), adopted("D"), adopted("C", "D")]).toEqual(numbers);
  });

  it("are kept apart where a constant is a text, a number or null", () => {
    const structure = new Structure();
    const literals: readonly Node[] = ["2", 2, null, true, "true", "null", ["2"], 2n].map((value) => ({
      op: "literal",
      value: value as never,
      type: integerType,
    }));
    expect(new Set(literals.map((literal) => structure.numberOf(literal))).size).toBe(literals.length);
  });
});
