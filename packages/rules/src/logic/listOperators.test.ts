import type { Household, OlderPerson, Register } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import { createEngine } from "../assess/engine.js";
import { lintPack } from "../pack/lintPack.js";
import type { Fact, Logic, Pack } from "../pack/pack.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };

const list = (more: Partial<Fact>): Fact => ({ subject: "person", type: "list", title, ...more });
const fields: NonNullable<Fact["fields"]> = {
  urgent: { type: "boolean", title },
  amountFen: { type: "fen", title },
  person: { type: "id", title },
};

const packWith = (when: Logic): Pack => {
  const pack = packOf(when);
  const facts: Pack["facts"] = {
    ...pack.facts,
    claims: list({ fields }),
    heardOf: list({ fields, open: true }),
    tags: list({ values: ["a", "b"], open: true }),
    claim: { subject: "person", type: "record", title, fields },
    limitFen: { subject: "person", type: "fen", title },
  };
  return { ...pack, facts };
};

const decide = (when: Logic, facts: unknown, register: Partial<Register> = {}, person: Partial<OlderPerson> = {}) =>
  createEngine({ packs: [packWith(when)] }).assess({ person: { ...person, facts } as Partial<OlderPerson> }, { on, register })[0];

const urgent = { var: "urgent" };
const sure = { urgent: true };
const not = { urgent: false };
const unsaid = {};

describe("a condition about the members of a list", () => {
  it.each([
    ["atLeast two, and two are known", [sure, sure, unsaid], "granted"],
    ["atLeast two, and one more may be", [sure, unsaid], "undetermined"],
    ["atLeast two, and not enough can be", [sure, not, not], "denied"],
  ] as const)("%s", (_, claims, status) => {
    expect(decide({ atLeast: [{ var: "claims" }, urgent, { param: "two" }] }, { claims })?.status).toBe(status);
  });

  it("counts between bounds, which settle what they cannot change", () => {
    const counted: Logic = { count: [{ var: "claims" }, urgent] };
    expect(decide({ "<": [counted, { param: "three" }] }, { claims: [sure, unsaid] })?.status).toBe("granted");
    expect(decide({ "==": [counted, { param: "two" }] }, { claims: [not, unsaid] })?.status).toBe("denied");
    expect(decide({ "==": [counted, { param: "two" }] }, { claims: [sure, sure] })?.status).toBe("granted");
    expect(decide({ "<": [{ "+": [counted, { param: "two" }] }, { param: "three" }] }, { claims: [not, not] })?.status).toBe("granted");
  });

  it("asks for the list as a whole where it is not known", () => {
    const decision = decide({ atLeast: [{ var: "claims" }, urgent, { param: "two" }] }, {});
    expect([decision?.status, decision?.missing?.toGrant, decision?.missing?.proven]).toMatchObject([
      "undetermined",
      [{ fact: "/facts/claims" }],
      false,
    ]);
  });

  it("of a list that may hold more is settled only by what one more entry cannot undo", () => {
    const asked = (op: string) => [sure, not].map((member) => decide({ [op]: [{ var: "heardOf" }, urgent] }, { heardOf: [member] })?.status);
    expect(asked("some")).toEqual(["granted", "undetermined"]);
    expect(asked("all")).toEqual(["undetermined", "denied"]);
    expect(asked("none")).toEqual(["denied", "undetermined"]);
    const least = (members: readonly unknown[]) => decide({ atLeast: [{ var: "heardOf" }, urgent, { param: "two" }] }, { heardOf: members })?.status;
    expect([least([sure, sure]), least([sure])]).toEqual(["granted", "undetermined"]);
    expect(decide({ in: ["a", { var: "tags" }] }, { tags: ["a"] })?.status).toBe("granted");
    const silent = decide({ in: ["a", { var: "tags" }] }, { tags: ["b"] });
    // no answer takes anything back that the list may hold besides
    expect([silent?.status, silent?.missing]).toMatchObject([
      "undetermined",
      { toGrant: [{ fact: "/facts/tags" }], toDeny: [], relevant: [{ fact: "/facts/tags" }], proven: true },
    ]);
  });

  it("reads the person whom a member is, as far as the register knows them", () => {
    const people = [{ id: "p-2", birthDate: "1940-01-01" }] as OlderPerson[];
    const register = (person?: string): Partial<Register> => ({
      people,
      households: [{ id: "h-1", members: [{ relation: "spouse", ...(person === undefined ? {} : { person }) }] } as Household],
    });
    const when: Logic = { some: [{ var: "household.members" }, { ">=": [{ var: "person.age" }, { param: "eighty" }] }] };
    const status = (person?: string) => decide(when, {}, register(person), { household: "h-1" })?.status;
    expect([status("p-2"), status("p-9"), status()]).toEqual(["granted", "undetermined", "undetermined"]);
    expect(lintPack(packWith({ some: [{ var: "household.members" }, { var: "person.agee" }] }))[0]?.message.en).toMatch(/did you mean "person.age"/);
  });

  it("compares the members with nothing but their own fields", () => {
    const codes = lintPack(packWith({ some: [{ var: "claims" }, { ">": [{ var: "amountFen" }, { var: "limitFen" }] }] })).map(({ code }) => code);
    expect(codes).toContain("FIELD_NOT_FOUND");
  });
});

describe("a record that a pack declares", () => {
  it("is read field by field, and known to be none as a whole", () => {
    expect(decide({ var: "claim.urgent" }, { claim: { urgent: true } })?.status).toBe("granted");
    expect(decide({ "==": [{ var: "claim.urgent" }, null] }, { claim: null })?.status).toBe("granted");
    expect(decide({ var: "claim.urgent" }, { claim: {} })?.missing?.toGrant).toMatchObject([{ fact: "/facts/claim/urgent" }]);
  });

  it("is refused where a field is not declared, or is of another type", () => {
    expect(() => decide(true, { claim: { urgnet: true } })).toThrow(/FACT_VALUE at \/person\/facts\/claim/);
    expect(() => decide(true, { claims: [{ amountFen: 1.5 }] })).toThrow(/FACT_VALUE at \/person\/facts\/claims/);
  });

  it.each([
    ["a record without fields", { type: "record" }],
    ["a list of nothing", { type: "list" }],
    ["a list of two things", { type: "list", fields, values: ["a"] }],
    ["an open record", { type: "record", fields, open: true }],
    ["a list that is computed", { type: "list", fields, is: true }],
  ] as const)("is refused as %s", (_, declared) => {
    const pack = packOf(true);
    const facts = { ...pack.facts, wrong: { subject: "person", title, ...declared } as Fact };
    expect(lintPack({ ...pack, facts }).map(({ code }) => code)).toContain("FIELDS_WITHOUT_RECORD");
  });
});

describe("the tier of an area", () => {
  it("is that of its code", () => {
    const when: Logic = { "==": [{ tierOf: [{ var: "residence.area" }] }, "township"] };
    const status = (area?: string) => decide(when, {}, {}, area === undefined ? {} : { residence: { area } })?.status;
    expect([status("500229103"), status("500229"), status()]).toEqual(["granted", "denied", "undetermined"]);
  });
});
