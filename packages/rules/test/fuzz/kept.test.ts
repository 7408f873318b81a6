import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/assess/engine.js";
import type { Subject } from "../../src/assess/subject.js";
import { whatWouldChange } from "../../src/explain/index.js";
import type { Table, TableCell } from "../../src/pack/pack.js";
import { pack as national } from "../../src/packs/cn.js";
import { pack as county } from "../../src/packs/cn-500229-chengkou.js";
import { languagePack, registerOf } from "../language.js";
import { packOf } from "../policies.js";

const on = "2026-11-21";
const engine = createEngine({ packs: [national, county] });

const codesOf = (subject: unknown, date = on): readonly string[] => {
  try {
    engine.assess(subject as Subject, { on: date });
  } catch (error) {
    if (error instanceof EldercareError) return [...new Set(error.issues.map(({ code }) => code))];
    throw error;
  }
  return [];
};

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

describe("what spoiling packs and subjects has once broken", () => {
  it("a choice of a record that is an object which hides how it is printed", () => {
    expect(codesOf({ township: { tier: { toString: 1, valueOf: null } } })).toEqual(["NOT_IN_LIST"]);
    expect(codesOf({ person: { sex: { toJSON: "x" } } })).toEqual(["NOT_IN_LIST"]);
  });

  it("a fact twenty thousand levels deep, beside a field that is wrong", () => {
    expect(codesOf({ household: { id: "h", facts: { x: nested(20_000) }, homeAdapted: "yes" } })).toContain("WRONG_TYPE");
  });

  it("a household of three thousand members that are lists", () => {
    expect(codesOf({ household: { id: "h", members: Array.from({ length: 3000 }, () => []) } })).toEqual(["WRONG_TYPE"]);
  });

  it("the last and the first day that can be written, asked about people of unknown age", () => {
    for (const date of ["9999-12-31", "0001-01-01", "0000-01-01"]) expect(codesOf({ person: { id: "p" } }, date)).toEqual([]);
    for (const limit of ["9999-12-31", "0001-01-01"]) {
      const pack = languagePack([{ "<": [{ addDays: [{ var: "birthDate" }, { param: "one" }] }, limit] }, { ">=": [{ var: "birthDate" }, limit] }]);
      const statuses = createEngine({ packs: [pack] }).assess({ person: { id: "p" } }, { on, register: registerOf({ members: [], people: [] }) });
      expect(statuses.map(({ status }) => status)).toEqual(["undetermined", "undetermined"]);
    }
  });

  it("a source that was checked so late that no calendar reaches the day on which it grows stale", () => {
    const sound = packOf({ var: "leftBehind" });
    const late = {
      ...sound,
      sources: { s: { title: "s", issuer: "s", issued: "2000-01-01", checkedOn: "9999-12-31", verification: "verified" as const } },
    };
    expect(createEngine({ packs: [late], sourcesCheckedWithinMonths: 24 }).assess({ person: { leftBehind: true } }, { on })[0]?.warnings).toEqual([]);
  });

  it("a change looked for on the last day that can be written", () => {
    const asked = createEngine({ packs: [packOf({ var: "leftBehind" })] });
    const [found] = whatWouldChange(asked, { person: { leftBehind: false } }, "random/r", { on: "9999-12-31" });
    expect(found?.kind === "facts" ? found.changes.map(({ fact }) => fact) : found).toEqual(["/leftBehind"]);
  });

  it("a table whose rows ask for days before the first and after the last", () => {
    const row = (cell: TableCell, then: boolean) => ({ if: [cell], then, from: "2000-01-01", clause: "C" });
    const t: Table = { inputs: ["birthDate"], hit: "unique", rows: [row({ ">": "9999-12-31" }, true), row({ "<": "0001-01-01" }, false)] };
    const pack = { ...packOf({ "==": [{ table: "t" }, true] }), tables: { t } };
    expect(createEngine({ packs: [pack] }).assess({ person: { birthDate: "1950-01-01" } }, { on })[0]?.status).toBe("denied");
  });

  it("an age that nobody reaches", () => {
    const pack = packOf({ ">=": [{ var: "age" }, { param: "sixty" }] });
    const ageless = {
      ...pack,
      parameters: { ...pack.parameters, sixty: { ...pack.parameters.sixty, values: [{ from: "2000-01-01", value: Number.MAX_SAFE_INTEGER }] } },
    };
    const [decision] = createEngine({ packs: [ageless as typeof pack] }).assess({ person: {} }, { on });
    expect([decision?.status, decision?.missing?.toGrant.length]).toEqual(["undetermined", 0]);
  });
});

describe("a member that every object inherits", () => {
  const inherited = {
    id: "p-9",
    birthDate: "1930-01-01",
    residence: { area: "500229103205" },
    household: "h-1",
    support: "dispersed",
    assistance: ["destitute"],
    leftBehind: true,
    share: 1,
    paid: 20000,
    facts: { share: 1, tags: ["a"] },
    events: [{ on: "2020-01-01", state: "operating" }],
    code: "500229",
    adopts: ["CK-2.7-d"],
  };

  it("is no fact of any record, whatever its name", () => {
    const pack = languagePack([
      { var: "leftBehind" },
      { "==": [{ var: "support" }, "dispersed"] },
      { ">=": [{ var: "age" }, { param: "sixty" }] },
      { ">=": [{ var: "share" }, { param: "low" }] },
      { in: ["a", { var: "tags" }] },
      { some: [{ var: "household.members" }, { var: "cares" }] },
      { inside: [{ var: "residence.area" }, "500229"] },
    ]);
    const packs = [pack, national, county];
    const register = registerOf({ members: [{ relation: "self", cares: true }], people: [] });
    const subjects: readonly Subject[] = [{ person: {} }, { facility: {} }, { area: {} }, { village: {} }, { household: {} }];
    const asked = createEngine({ packs });
    const ask = () =>
      JSON.stringify(subjects.map((subject) => [asked.assess(subject, { on, register }), [...asked.assessMany([subject], { on, register }).status]]));
    const before = ask();
    for (const [name, value] of Object.entries(inherited)) {
      Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
      let after: string;
      try {
        after = ask();
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
      expect([name, after === before]).toEqual([name, true]);
    }
  });
});
