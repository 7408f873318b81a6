import type { Decision, OlderPerson } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../../test/policies.js";
import { createEngine } from "../../assess/engine.js";
import { lintPack } from "../../pack/lintPack.js";
import type { Logic, Pack, Table } from "../../pack/pack.js";

const on = "2026-11-21";

type Row = Table["rows"][number];
const row = (cells: Row["if"], then: Row["then"], period: { readonly from?: string; readonly to?: string } = {}): Row => ({
  if: cells,
  then,
  from: "2020-01-01",
  ...period,
  clause: "C",
});

const purchase: Table = {
  type: "fen",
  inputs: ["ability.level"],
  hit: "unique",
  rows: [row([{ ">=": 3 }], 30000), row([[1, 2]], 20000)],
};

/** A pack with one table and a benefit of its amount. */
function packWith(table: Table, when: Logic = true, amountFen: Logic = { table: "purchase" }): Pack {
  const pack = packOf(when);
  const [rule] = pack.rules;
  if (rule === undefined) throw new Error("no rule");
  return { ...pack, tables: { purchase: table }, rules: [{ ...rule, then: { kind: "benefit", benefit: "purchase", amountFen, per: "month" } }] };
}

const decide = (pack: Pack, person: Partial<OlderPerson>, date = on): Decision => {
  const [decision] = createEngine({ packs: [pack] }).assess({ person }, { on: date });
  if (decision === undefined) throw new Error("no decision");
  return decision;
};

const amountOf = ({ effect }: Decision): number | undefined => (effect !== undefined && "amountFen" in effect ? effect.amountFen : undefined);
const errorsOf = (pack: Pack): string[] =>
  lintPack(pack).flatMap(({ severity, code, pointer }) => (severity === "error" ? [`${code} ${pointer}`] : []));
const level = (of: number): Partial<OlderPerson> => ({ ability: { level: of } });

describe("a decision table", () => {
  it("gives the amount of the row that applies", () => {
    expect([4, 3, 2, 1].map((each) => amountOf(decide(packWith(purchase), level(each))))).toEqual([30000, 30000, 20000, 20000]);
  });

  it("gives nothing where no row applies, and says so", () => {
    const decision = decide(packWith(purchase), level(0));
    expect([decision.status, amountOf(decision), decision.warnings.map(({ code }) => code)]).toEqual(["granted", undefined, ["TABLE_WITHOUT_ROW"]]);
    expect(decide(packWith(purchase, { "==": [{ table: "purchase" }, null] }), level(0)).status).toBe("granted");
    expect(decide(packWith(purchase, { ">=": [{ table: "purchase" }, { param: "two" }] }), level(0)).status).toBe("denied");
  });

  it("asks for the facts that its rows read, where they are not known", () => {
    const decision = decide(packWith(purchase), {});
    expect(decision.effect?.open).toEqual(["/ability/level"]);
    expect(decide(packWith(purchase, { ">": [{ table: "purchase" }, { param: "two" }] }), {}).missing?.toGrant).toMatchObject([
      { fact: "/ability/level" },
    ]);
  });

  it("is settled by its candidates where all of them answer alike", () => {
    const always: Table = { ...purchase, rows: [...purchase.rows, row([0], 10000)] };
    // levels 0 to 4 are all covered: none is no candidate
    expect(decide(packWith(always, { ">": [{ table: "purchase" }, { param: "two" }] }), {}).status).toBe("granted");
    expect(decide(packWith(always, { "<": [{ table: "purchase" }, { param: "two" }] }), {}).status).toBe("denied");
  });

  it("takes its inputs from where it is looked up", () => {
    const pack = packWith(purchase, true, { table: "purchase", row: [{ if: [{ var: "leftBehind" }, { param: "three" }, { param: "two" }] }] });
    expect([true, false].map((leftBehind) => amountOf(decide(pack, { leftBehind })))).toEqual([30000, 20000]);
  });

  it("holds the rows in force on the date asked, both ends included", () => {
    const dated: Table = {
      ...purchase,
      rows: [row([{ ">=": 1 }], 10000, { from: "2020-01-01", to: "2021-10-12" }), row([{ ">=": 1 }], 20000, { from: "2021-10-13" })],
    };
    const amounts = ["2019-12-31", "2020-01-01", "2021-10-12", "2021-10-13"].map((date) => amountOf(decide(packWith(dated), level(2), date)));
    expect(amounts).toEqual([undefined, 10000, 10000, 20000]);
  });

  it("of hit `first` takes the earlier row, of hit `sum` adds all that apply", () => {
    const rows = [row([{ ">=": 3 }, "-"], 30000), row(["-", true], 5000)];
    const table = (hit: Table["hit"]): Pack => packWith({ type: "fen", inputs: ["ability.level", "leftBehind"], hit, rows });
    expect(amountOf(decide(table("first"), { ...level(4), leftBehind: true }))).toBe(30000);
    expect(amountOf(decide(table("sum"), { ...level(4), leftBehind: true }))).toBe(35000);
    expect(amountOf(decide(table("sum"), { ...level(0), leftBehind: false }))).toBe(0);
  });

  it("of hit `unique` whose cells show that two rows meet is refused", () => {
    const meeting: readonly (readonly [Row["if"][number], Row["if"][number]])[] = [
      [3, { ">=": 3 }],
      [
        [1, 2],
        [2, 3],
      ],
      [{ "<=": 2 }, { ">": 1 }],
      ["-", 4],
    ];
    for (const [a, b] of meeting)
      expect(errorsOf(packWith({ ...purchase, rows: [row([a], 1), row([b], 2)] }))).toEqual(["TABLE_ROWS_OVERLAP /tables/purchase/rows/1"]);
    const apart: typeof meeting = [
      [2, { ">=": 3 }],
      [{ "<": 3 }, { ">": 2 }],
      // no level lies below 0 or above 4
      ["-", { ">": 4 }],
      [
        { ">": 1, "<": 3 },
        { "!=": 2, ">": 2 },
      ],
    ];
    for (const [a, b] of apart.slice(0, 3)) expect(errorsOf(packWith({ ...purchase, rows: [row([a], 1), row([b], 2)] }))).toEqual([]);
  });

  it("of hit `unique` of which two rows apply to one person gives no value, and a warning that names both", () => {
    const doubtful: Table = {
      type: "fen",
      inputs: ["age", "ability.level"],
      hit: "unique",
      rows: [row([{ ">=": { param: "sixty" } }, "-"], 100), row(["-", { ">=": { param: "two" } }], 200)],
    };
    const old = { birthDate: "1940-01-01" };
    const both = decide(packWith(doubtful), { ...old, ...level(3) });
    expect([both.status, amountOf(both), both.effect?.open]).toEqual(["granted", undefined, []]);
    expect(both.warnings[0]?.message.en).toBe('several rows of table "purchase" apply, 1 (C), 2 (C): nobody can tell its value');
    const held = decide(packWith(doubtful, { ">=": [{ table: "purchase" }, { param: "two" }] }), { ...old, ...level(3) });
    expect([held.status, held.missing?.toGrant, held.missing?.proven, held.warnings[0]?.code]).toEqual(["undetermined", [], false, "TABLE_CONFLICT"]);
    expect(amountOf(decide(packWith(doubtful), { ...old, ...level(0) }))).toBe(100);
  });

  it("may be looked up by list members, areas, dates and none", () => {
    const table: Table = {
      inputs: ["assistance", "residence.area", "monitoring", "birthDate"],
      hit: "first",
      rows: [
        row([["destitute", "lowIncome"], { inside: "500229" }, null, { "<": "1950-01-01" }], "full"),
        row(["-", "-", "-", "1960-02-29"], "half"),
      ],
    };
    const pack = packWith({ ...table }, { "==": [{ table: "purchase" }, "full"] }, { param: "two" });
    const person = { assistance: ["lowIncome" as const], residence: { area: "500229103" }, monitoring: null, birthDate: "1949-12-31" };
    expect(decide(pack, person).status).toBe("granted");
    expect(decide(pack, { ...person, birthDate: "1950-01-01" }).status).toBe("denied");
    expect(decide(pack, { ...person, monitoring: "nearPoverty" }).status).toBe("denied");
    expect(decide(pack, { ...person, residence: { area: "500230" } }).status).toBe("denied");
  });

  it("keeps fractions exact", () => {
    const thirds: Table = { type: "rational", inputs: ["ability.level"], hit: "sum", rows: [row([{ ">=": 1 }], "1/3"), row([{ ">=": 2 }], "2/3")] };
    const pack = packWith(thirds, { "==": [{ "*": [{ table: "purchase" }, { param: "three" }] }, { param: "three" }] }, { param: "two" });
    expect([1, 2].map((each) => decide(pack, level(each)).status)).toEqual(["denied", "granted"]);
  });

  it.each([
    ["a table that there is not", packWith(purchase, true, { table: "purchese" }), ["TABLE_NOT_FOUND /rules/0/then/amountFen/table"]],
    ["cells that are not as many as the inputs", packWith({ ...purchase, rows: [row([1, 2], 1)] }), ["TABLE_CELLS /tables/purchase/rows/0/if"]],
    [
      "a limit that the input has no order for",
      packWith({ ...purchase, inputs: ["support"], rows: [row([{ ">=": "dispersed" }], 1)] }),
      ["TABLE_CELL /tables/purchase/rows/0/if/0/>="],
    ],
    [
      "a value that the input never has",
      packWith({ ...purchase, inputs: ["support"], rows: [row(["disperesd"], 1)] }),
      ["VALUE_NOT_IN_CHOICE /tables/purchase/rows/0/if/0"],
    ],
    ["a text where a number is wanted", packWith({ ...purchase, rows: [row(["3"], 1)] }), ["TYPE_MISMATCH /tables/purchase/rows/0/if/0"]],
    [
      "values of two types",
      packWith({ inputs: ["ability.level"], hit: "first", rows: [row([1], 1), row([2], "x")] }),
      ["TABLE_TYPE /tables/purchase/type"],
    ],
    [
      "a clause that there is not",
      packWith({ ...purchase, rows: [{ ...row([1], 1), clause: "D" }] }),
      ["CLAUSE_NOT_FOUND /tables/purchase/rows/0/clause"],
    ],
    [
      "a row that ends before it begins",
      packWith({ ...purchase, rows: [row([1], 1, { to: "2019-01-01" })] }),
      ["PERIOD_ENDS_BEFORE_IT_BEGINS /tables/purchase/rows/0/to"],
    ],
    ["a table that looks itself up", packWith({ ...purchase, rows: [row([1], { table: "purchase" })] }), ["FACTS_IN_CIRCLE /tables/purchase"]],
    ["too few inputs at the place of use", packWith(purchase, true, { table: "purchase", row: [] }), ["OPERATOR_ARITY /rules/0/then/amountFen/row"]],
  ])("is refused with %s", (_, pack, errors) => {
    expect(errorsOf(pack)).toEqual(errors);
  });

  it("that no rule looks up is pointed out", () => {
    const pack = { ...packWith(purchase, true, { param: "two" }), area: "500229" };
    expect(lintPack(pack).map(({ code }) => code)).toContain("TABLE_UNUSED");
  });
});
