import type { Issue, SubjectKind } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../../test/policies.js";
import { contextsOf } from "../../assess/contextsOf.js";
import type { Logic, Pack } from "../../pack/pack.js";
import { booleanType, type Node } from "../node.js";
import { parseLogic } from "../parseLogic.js";
import { indexOf, Scope } from "../scope.js";
import { householdSource, joinOfKey, Reading } from "./reads.js";

const title = { zh: "题", en: "title" };
const pack = packOf(true);
const boolean = { type: "boolean", title } as const;
const facts: Pack["facts"] = {
  ...pack.facts,
  sick: { subject: "person", ...boolean },
  old: { subject: "person", ...boolean, is: { ">=": [{ var: "age" }, { param: "eighty" }] } },
  crowded: { subject: "household", ...boolean },
  full: { subject: "household", ...boolean, is: { "!": [{ var: "crowded" }] } },
  cold: { subject: "area", ...boolean },
  remote: { subject: "area", ...boolean, is: { "!": [{ var: "cold" }] } },
  claims: { subject: "person", type: "list", title, fields: { urgent: boolean } },
  inspected: { subject: "facility", ...boolean },
  homes: { subject: "area", type: "integer", title, count: { of: "facilities", where: { var: "inspected" } } },
};
const [context] = contextsOf([{ ...pack, facts }], []);

function parsed(logic: Logic, subject: SubjectKind): Node {
  const issues: Issue[] = [];
  const node = context === undefined ? undefined : parseLogic(logic, booleanType, "/when", context.meaning.of(subject), issues);
  if (node === undefined) throw new Error(issues.map(({ message }) => message.en).join("; "));
  return node;
}

/** The keys of what a condition reads. */
function readBy(logic: Logic, subject: SubjectKind = "person"): readonly string[] | "everything" {
  const reads = new Reading(subject).of(parsed(logic, subject));
  return reads === "everything" ? reads : [...reads.keys()];
}

const urgent: Logic = { some: [{ var: "claims" }, { var: "urgent" }] };

describe("what a condition reads", () => {
  it("is its fields, each once, in order", () => {
    expect(readBy({ and: [{ var: "sick" }, { ">": [{ var: "ability.level" }, { param: "two" }] }, { "!": [{ var: "sick" }] }] })).toEqual([
      "/facts/sick",
      "/ability/level",
    ]);
    expect(readBy({ ">": [{ param: "three" }, { param: "two" }] })).toEqual([]);
    expect(readBy({ and: [{ ">": [{ param: "three" }, { param: "two" }] }, { var: "sick" }] })).toEqual(["/facts/sick"]);
  });

  it("is what a definition of the subject's own reads, and the household or area behind any other", () => {
    expect(readBy({ var: "old" })).toEqual(["/birthDate"]);
    expect(readBy({ var: "household.full" })).toEqual(["@household"]);
    expect(readBy({ var: "county.remote" })).toEqual(["@area"]);
    expect(readBy({ ">=": [{ var: "county.homes" }, { param: "two" }] })).toEqual(["@area"]);
  });

  it("is a field of the household, or of an area in which the subject stands, by its own key", () => {
    expect(readBy({ var: "household.crowded" })).toEqual(["/household/facts/crowded"]);
    expect(readBy({ var: "county.cold" })).toEqual(["/county/facts/cold"]);
    expect(readBy({ var: "county.cold" }, "household")).toEqual(["/county/facts/cold"]);
    expect(readBy({ var: "county.cold" }, "facility")).toEqual(["/county/facts/cold"]);
  });

  it("is everything where the members of a list are asked, alone or among others", () => {
    expect(readBy(urgent)).toBe("everything");
    expect(readBy({ or: [{ var: "sick" }, urgent] })).toBe("everything");
    expect(readBy({ "!": [urgent] })).toBe("everything");
  });

  it("is everything where an area stands for itself, and another is looked up around it", () => {
    expect(readBy({ var: "county.cold" }, "village")).toBe("everything");
    expect(readBy({ var: "county.remote" }, "village")).toBe("everything");
    expect(readBy({ ">=": [{ var: "homes" }, { param: "two" }] }, "area")).toBe("everything");
    expect(readBy({ var: "cold" }, "area")).toEqual(["/facts/cold"]);
  });

  it("is the area where it is asked whether clauses are adopted", () => {
    const adopted: Node = { op: "adopted", clauses: ["C"], type: booleanType };
    const keys = (subject: SubjectKind) => {
      const reads = new Reading(subject).of(adopted);
      return reads === "everything" ? reads : [...reads.keys()];
    };
    expect([keys("person"), keys("household"), keys("facility")]).toEqual([["@area"], ["@area"], ["@area"]]);
    expect(keys("village")).toBe("everything");
  });

  it("is found out once for each condition", () => {
    const reading = new Reading("person");
    const node = parsed({ and: [{ var: "sick" }, { var: "emptyNest" }] }, "person");
    expect(reading.of(node)).toBe(reading.of(node));
  });
});

describe("the household of a subject", () => {
  it("is its id, where the subject has one", () => {
    const read = (record: Record<string, unknown>) => householdSource.read(new Scope("person", record, "2026-11-21", indexOf(undefined)));
    expect([read({ household: "h-1" }), read({}), read({ household: 3 }), read({ household: null })]).toEqual([
      "h-1",
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("the join that the key of a leaf begins with", () => {
  it("is a household, an area, or none", () => {
    expect(["/household/x", "/village/x", "/township/x/y", "/county/x"].map(joinOfKey)).toEqual(["household", "area", "area", "area"]);
    expect(["/household", "/households/x", "/county", "/x/county/y", "/facts/village/x", "county/x"].map(joinOfKey)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });
});
