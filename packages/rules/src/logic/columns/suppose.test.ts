import { describe, expect, it } from "vitest";
import { indexOf } from "../scope.js";
import { suppose } from "./suppose.js";

const asked = { subject: "person", on: "2026-11-21", index: indexOf(undefined) } as const;

describe("a subject of whom so much is supposed", () => {
  it("has each field at its pointer, and nothing else", () => {
    const { record, subject, on } = suppose(asked, [
      ["/birthDate", "1946-01-01"],
      ["/ability/level", 3],
      ["/ability/assessedOn", "2026-01-01"],
      ["/facts/a~1b~0c", true],
    ]);
    expect(JSON.parse(JSON.stringify(record))).toEqual({
      birthDate: "1946-01-01",
      ability: { level: 3, assessedOn: "2026-01-01" },
      facts: { "a/b~c": true },
    });
    expect([subject, on]).toEqual(["person", "2026-11-21"]);
  });

  it("says nothing of what is not known, and keeps what is none", () => {
    const { record } = suppose(asked, [
      ["/birthDate", undefined],
      ["/died", null],
      ["/ability/level", undefined],
    ]);
    expect(Object.keys(record)).toEqual(["died"]);
    expect(record.died).toBeNull();
  });

  it("has nothing below what is none", () => {
    const { record } = suppose(asked, [
      ["/disability", null],
      ["/disability/grade", 1],
      ["/disability/kinds/first", "limb"],
    ]);
    expect(record.disability).toBeNull();
    expect(Object.keys(record)).toEqual(["disability"]);
  });

  it("has no member that it did not get", () => {
    const { record } = suppose(asked, [["/facts/toString/deep", 1]]);
    expect(Object.getPrototypeOf(record)).toBeNull();
    expect(Object.getPrototypeOf(record.facts)).toBeNull();
    expect((record.facts as Record<string, Record<string, unknown>>).toString).toEqual({ deep: 1 });
  });

  it("has fields of other records under their whole key, beside its own", () => {
    const scope = suppose(asked, [
      ["/household/monthlyIncomeFen", 1_000],
      ["/county/pastoral", true],
      ["/village/x", 1],
      ["/township/y", 2],
      ["/householdHead", true],
      ["/villages/z", 3],
    ]);
    expect(scope.supposed).toEqual(
      new Map<string, unknown>([
        ["/household/monthlyIncomeFen", 1_000],
        ["/county/pastoral", true],
        ["/village/x", 1],
        ["/township/y", 2],
      ]),
    );
    expect(Object.keys(scope.record)).toEqual(["householdHead", "villages"]);
  });

  it("supposes nothing of others where nothing of them is given", () => {
    expect(suppose(asked, [["/birthDate", "1946-01-01"]]).supposed).toBeUndefined();
    expect(suppose(asked, [["/household/x", undefined]]).supposed).toBeUndefined();
  });
});
