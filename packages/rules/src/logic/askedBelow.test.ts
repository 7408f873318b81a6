import type { Issue, Register, SubjectKind } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import { contextsOf } from "../assess/contextsOf.js";
import type { Fact, Logic, Pack } from "../pack/pack.js";
import { askedBelow } from "./askedBelow.js";
import type { ParameterValues } from "./closures.js";
import { booleanType, integerType, type Node } from "./node.js";
import { parseLogic } from "./parseLogic.js";
import { indexRegister, type Row, Scope } from "./scope.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const noParameters: ParameterValues = new Map();

const said = (subject: SubjectKind): Fact => ({ subject, type: "boolean", title });
const facts: Pack["facts"] = {
  claims: { subject: "person", type: "list", title, fields: { urgent: { type: "boolean", title } } },
  poor: said("household"),
  poorHousehold: { ...said("household"), is: { "!": [{ var: "poor" }] } },
  aged: { ...said("person"), is: { "!": [{ var: "leftBehind" }] } },
  staffed: said("facility"),
  inspected: said("facility"),
  homes: { subject: "area", type: "integer", title, count: { of: "facilities", where: { var: "inspected" } } },
  share: { subject: "area", type: "rational", title, share: { of: "facilities", among: { var: "staffed" }, where: { var: "inspected" } } },
};

const [context] = contextsOf([{ ...packOf(true), facts }], []);

/** An expression about a kind of subject, as a pack means it. */
function parsed(subject: SubjectKind, logic: Logic, type: Node["type"] = booleanType): Node {
  const issues: Issue[] = [];
  const node = context === undefined ? undefined : parseLogic(logic, type, "/when", context.meaning.of(subject), issues);
  if (node === undefined) throw new Error(issues.map(({ message }) => message.en).join("; "));
  return node;
}

const register = {
  households: [{ id: "h-1" }],
  areas: [
    { code: "500229", name: "县", tier: "county" },
    { code: "500230", name: "邻县", tier: "county" },
  ],
  facilities: [
    { id: "f-1", kind: "townshipHome", area: "500229103" },
    { id: "f-2", kind: "townshipHome", area: "500229104" },
    { id: "f-3", kind: "townshipHome", area: "500231" },
  ],
} as unknown as Partial<Register>;
const index = indexRegister(register);

const about = (subject: SubjectKind, record: Row): Scope => new Scope(subject, record, on, index);

/** What is asked below a node, each as what it is, of which kind of record, and of which record. */
const below = (node: Node, scope: Scope) =>
  askedBelow(node, scope, noParameters).map(([inner, asked]) => {
    expect([asked.on, asked.index]).toEqual([on, index]);
    return [inner.op === "fact" ? inner.leaf.key : inner.op, asked.subject, asked.record];
  });

describe("what a definition asks", () => {
  it("is asked of the record itself, with all that is supposed of it, where it is the record's own", () => {
    const scope = about("person", { id: "p-1" });
    scope.supposed = new Map([["/leftBehind", true]]);
    const asked = askedBelow(parsed("person", { var: "aged" }), scope, noParameters);
    expect(asked.map(([node]) => node.op)).toEqual(["!"]);
    expect(asked[0]?.[1]).toBe(scope);
  });

  it("is asked of the household that a person leads to", () => {
    const node = parsed("person", { var: "household.poorHousehold" });
    expect(below(node, about("person", { household: "h-1" }))).toEqual([["!", "household", { id: "h-1" }]]);
  });

  it.each<[string, Row]>([
    ["no household is known of", {}],
    ["has a household that the register does not have", { household: "h-9" }],
  ])("is asked of nobody for a person who %s", (_, person) => {
    expect(below(parsed("person", { var: "household.poorHousehold" }), about("person", person))).toEqual([]);
  });
});

describe("what a condition on a list asks", () => {
  const urgent = { urgent: true };
  const unsaid = { urgent: undefined };
  const over = (op: string): Node => parsed("person", { [op]: [{ var: "claims" }, { var: "urgent" }] }, op === "count" ? integerType : booleanType);
  const ops = ["some", "all", "none", "count"];

  it.each(ops)("%s: its condition, of each member in order", (op) => {
    const person = about("person", { facts: { claims: [urgent, unsaid] } });
    expect(below(over(op), person)).toEqual([
      ["/facts/claims/*/urgent", "person", urgent],
      ["/facts/claims/*/urgent", "person", unsaid],
    ]);
  });

  it.each(ops)("%s: nothing of a list that is not known, or has no members", (op) => {
    for (const own of [{}, { claims: [] }]) expect(below(over(op), about("person", { facts: own }))).toEqual([]);
  });
});

describe("what a count of facilities asks", () => {
  const [counted, shared] = [parsed("area", { var: "homes" }, integerType), parsed("area", { var: "share" }, { kind: "number", integer: false })];
  const [, home] = register.facilities ?? [];

  it("is asked of each facility in the area, and of no other", () => {
    const [first, second] = register.facilities ?? [];
    expect(below(counted, about("area", { code: "500229" }))).toEqual([
      ["/facts/inspected", "facility", first],
      ["/facts/inspected", "facility", second],
    ]);
  });

  it("is, of a share, whether each facility is among those counted, and whether it counts", () => {
    expect(below(shared, about("area", { code: "500229104" }))).toEqual([
      ["/facts/staffed", "facility", home],
      ["/facts/inspected", "facility", home],
    ]);
  });

  it("is asked in the county that a person stands in", () => {
    const node = parsed("person", { var: "county.homes" }, integerType);
    const facilitiesFor = (area: string) => below(node, about("person", { residence: { area } })).map(([, , facility]) => (facility as Row).id);
    expect(facilitiesFor("500229103205")).toEqual(["f-1", "f-2"]);
    // the register has the county, and no facility in it
    expect(facilitiesFor("500230")).toEqual([]);
    // the register has a facility in it, and not the county
    expect(facilitiesFor("500231")).toEqual([]);
    expect(below(node, about("person", {}))).toEqual([]);
  });

  it("is asked nowhere of an area whose code is not known", () => {
    for (const code of [undefined, null, 500229]) expect(below(counted, about("area", { code }))).toEqual([]);
  });
});

describe("what any other expression asks", () => {
  it("is each of its operands, in order, of the record itself", () => {
    const person = about("person", {});
    const node = parsed("person", { and: [{ var: "emptyNest" }, { var: "leftBehind" }] });
    expect(below(node, person).map(([key]) => key)).toEqual(["/emptyNest", "/leftBehind"]);
    expect(askedBelow(node, person, noParameters).every(([, scope]) => scope === person)).toBe(true);
    expect(below(parsed("person", { var: "emptyNest" }), person)).toEqual([]);
  });
});
