import { describe, expect, it } from "vitest";
import { readSubject, type Subject } from "./subject.js";

const read = (subject: unknown, pointer = "") => {
  const { kind, record, problems } = readSubject(subject as Subject, pointer);
  return { kind, record, found: problems.map(({ code, pointer: at }) => `${code} ${at}`) };
};

describe("a subject", () => {
  it.each([
    ["person", { birthDate: "1940-01-01" }],
    ["household", { id: "h-1", monthlyIncomeFen: 5 }],
    ["village", { code: "500229103205" }],
    ["township", { code: "500229103" }],
    ["facility", { id: "f-1", beds: 5 }],
    ["workforce", { id: "c-1", trainedOn: null, shifts: [] }],
    ["provider", { id: "v-1", legalPerson: true }],
    ["area", { code: "500229" }],
  ])("may be a %s, of which part is known", (kind, record) => {
    expect(read({ [kind]: record })).toEqual({ kind, record, found: [] });
    expect(read({ [kind]: {} })).toEqual({ kind, record: {}, found: [] });
    expect(read({ [kind]: { nope: 1 } }, "/7").found).toEqual([`UNKNOWN_KEY /7/${kind}/nope`]);
  });

  it.each([
    ["nothing", {}],
    ["none", null],
    ["a text", "person"],
    ["two", { person: {}, area: {} }],
    ["of no kind that there is", { vehicle: {} }],
    ["of an inherited kind", { constructor: {} }],
  ])("is not %s", (_, subject) => {
    expect(read(subject, "/3").found).toEqual(["SUBJECT_SHAPE /3"]);
    expect(read(subject).record).toEqual({});
  });

  it("says what was given instead", () => {
    expect(readSubject({ person: {}, area: {} } as never, "").problems[0]?.message.en).toBe('cannot tell what is to be assessed: ["person","area"]');
    expect(readSubject({ person: [] } as never, "").problems[0]?.message.en).toContain("object");
  });

  it.each([
    ["a list", [], "WRONG_TYPE /person"],
    ["a number", 5, "WRONG_TYPE /person"],
    ["none", null, "WRONG_TYPE /person"],
  ])("is no record that is %s", (_, record, problem) => {
    expect(read({ person: record })).toEqual({ kind: "person", record: {}, found: [problem] });
  });

  it("with a problem is not read", () => {
    expect(read({ person: { birthDate: "1940-13-01" } })).toEqual({ kind: "person", record: {}, found: ["NOT_A_DATE /person/birthDate"] });
  });
});

describe("the facts of a record", () => {
  const facts = (given: unknown) => read({ person: { facts: given } }).found;

  it.each<[unknown]>([
    [{ income: 5, told: true, on: "2026-01-01" }],
    [{ claim: { amountFen: 5, urgent: true, filedOn: null } }],
    [{ claims: [{ amountFen: 5 }, {}] }],
    [{ tags: ["a"] }],
    [{ tags: [] }],
  ])("may be plain values, and records and lists of them: %j", (given) => {
    expect(facts(given)).toEqual([]);
    expect(read({ person: { facts: given } }).record).toEqual({ facts: given });
  });

  it.each<[string, unknown]>([
    ["a record within a record", { claim: { inner: { x: 1 } } }],
    ["a list within a record", { claim: { inner: [1] } }],
    ["a list of records and others", { claims: [{ x: 1 }, 5] }],
    ["a list of lists", { claims: [[{ x: 1 }]] }],
    ["a record with what is absent", { claim: { x: undefined } }],
  ])("are not %s", (_, given) => {
    expect(facts(given).length).toBeGreaterThan(0);
  });

  it("are not a list, or none", () => {
    expect([facts([]).length > 0, facts(null).length > 0, facts("x").length > 0]).toEqual([true, true, true]);
  });
});
