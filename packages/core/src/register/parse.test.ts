import { describe, expect, it } from "vitest";
import { olderPersonSchema } from "../person/olderPerson.js";
import { caregiverSchema } from "../workforce/caregiver.js";
import { fieldsOf } from "./fields.js";
import { parseShape } from "./parse.js";

describe("a row of the register", () => {
  it("is returned as it was when it fits its shape", () => {
    const person = { id: "p-1", birthDate: "1942-06-01", ability: { level: 3 }, disability: null, assistance: [] };
    expect(parseShape(olderPersonSchema, person)).toEqual({ value: person, issues: [] });
  });

  it("reports every issue at once, each with its own pointer", () => {
    const { issues } = parseShape(olderPersonSchema, {
      id: "p-1",
      brithDate: "1942-06-01",
      sex: "femal",
      ability: { level: 7 },
      residence: { area: "5002" + "x" },
      died: "2023-02-29",
    });
    expect(issues.map((issue) => [issue.code, issue.pointer])).toEqual([
      ["NOT_IN_LIST", "/sex"],
      ["NOT_AN_AREA_CODE", "/residence/area"],
      ["OUT_OF_RANGE", "/ability/level"],
      ["NOT_A_DATE", "/died"],
      ["UNKNOWN_KEY", "/brithDate"],
    ]);
    expect(issues[4]?.message.en).toBe('unknown field "brithDate"; did you mean "birthDate"?');
    expect(issues[0]?.message.zh).toContain("female");
  });

  it("refuses a list where a record belongs, beside all else that is wrong", () => {
    const { issues } = parseShape(
      olderPersonSchema,
      { id: "p-1", wishes: [], facts: ["a"], residence: { area: "5002", place: [] }, sex: "x" },
      "/people/3",
    );
    expect(issues.map(({ code, pointer, seen }) => `${code} ${pointer} ${seen}`)).toEqual([
      'NOT_IN_LIST /people/3/sex "x"',
      "WRONG_TYPE /people/3/wishes []",
      'WRONG_TYPE /people/3/facts ["a"]',
      "WRONG_TYPE /people/3/residence/place []",
    ]);
  });

  it("says what is missing in the words of the form", () => {
    const { issues } = parseShape(caregiverSchema, { id: "c-1", area: "500229103" });
    expect(issues.map((issue) => issue.code)).toEqual(["MISSING_FIELD", "CAREGIVER_WITHOUT_SHIFTS"]);
    expect(issues[0]?.message.zh).toBe("缺少必填字段 roles（岗位）");
  });

  it("says so where a caregiver's list of shifts is empty", () => {
    const { issues } = parseShape(caregiverSchema, { id: "c-1", area: "500229103", roles: ["careWorker"], shifts: [] });
    expect(issues.map((issue) => [issue.code, issue.pointer])).toEqual([["CAREGIVER_WITHOUT_SHIFTS", "/shifts"]]);
  });
});

describe("the fields of a shape", () => {
  const fields = new Map(fieldsOf(olderPersonSchema).map((field) => [field.path, field]));

  it("carry type, range and title", () => {
    expect(fields.get("ability.level")).toEqual({
      path: "ability.level",
      type: { kind: "number", integer: true, least: 0, most: 4 },
      nullable: false,
      title: { zh: "能力等级", en: "ability level" },
    });
    expect(fields.get("birthDate")?.type).toEqual({ kind: "date" });
    expect(fields.get("residence.area")?.type).toEqual({ kind: "area" });
    expect(fields.get("assistance")?.type).toEqual({ kind: "list", of: { kind: "enum", values: ["destitute", "minimumLiving", "lowIncome"] } });
  });

  it("make the leaves of a record that may be none none with it", () => {
    expect(fields.get("disability.grade")?.nullable).toBe(true);
    expect(fields.get("monitoring")?.nullable).toBe(true);
    expect(fields.get("sex")?.nullable).toBe(false);
  });
});

describe("fields that nobody has declared", () => {
  it("are all named, at every depth, each with what was meant", () => {
    const person = { id: "p-1", brithDate: "1942-06-01", sexx: "female", ability: { level: 1, assesedOn: "2026-01-01" } };
    expect(parseShape(olderPersonSchema, person).issues.map(({ pointer, message }) => `${pointer} ${message.en}`)).toEqual([
      '/ability/assesedOn unknown field "assesedOn"; did you mean "assessedOn"?',
      '/brithDate unknown field "brithDate"; did you mean "birthDate"?',
      '/sexx unknown field "sexx"; did you mean "sex"?',
    ]);
  });

  it("are not taken for known, nor lost in silence, where every object has a word for them", () => {
    const text = '{"id":"p-1","constructor":1,"facts":{"a":1}}';
    expect(parseShape(olderPersonSchema, JSON.parse(text)).issues.map(({ pointer }) => pointer)).toEqual(["/constructor"]);
    const facts = '{"id":"p-1","facts":{"a":1,"constructor":5,"__proto__":6}}';
    expect(parseShape(olderPersonSchema, JSON.parse(facts)).issues.map(({ pointer }) => pointer)).toEqual(["/facts/constructor", "/facts/__proto__"]);
  });
});
