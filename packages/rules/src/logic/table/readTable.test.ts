import type { Issue, OlderPerson } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../../test/policies.js";
import { contextsOf } from "../../assess/contextsOf.js";
import { createEngine } from "../../assess/engine.js";
import { lintPack } from "../../pack/lintPack.js";
import type { Logic, Pack, Table } from "../../pack/pack.js";
import type { TableNode } from "../node.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
type Row = Table["rows"][number];
const row = (cells: Row["if"], then: Row["then"], period: { readonly from?: string; readonly to?: string } = {}): Row => ({
  if: cells,
  then,
  from: "2020-01-01",
  ...period,
  clause: "C",
});

function packWith(table: Table, when: Logic = { ">=": [{ table: "t" }, { param: "two" }] }): Pack {
  const pack = packOf(when);
  return {
    ...pack,
    parameters: {
      ...pack.parameters,
      turn: { type: "date", title, clause: "C", values: [{ from: "2000-01-01", value: "2021-06-01" }] },
      here: { type: "area", title, clause: "C", values: [{ from: "2000-01-01", value: "500229" }] },
    },
    facts: {
      ...pack.facts,
      tags: { subject: "person", type: "list", values: ["a", "b", "c"], title },
      zone: { subject: "person", type: "enum", values: ["hill", "plain"], title },
      toldOn: { subject: "person", type: "date", title },
    },
    tables: { t: table },
  };
}

const errorsOf = (pack: Pack): Issue[] => lintPack(pack).filter(({ severity }) => severity === "error");
const codesOf = (pack: Pack): string[] => errorsOf(pack).map(({ code, pointer }) => `${code} ${pointer}`);
const table = (inputs: Table["inputs"], rows: readonly Row[], more: Partial<Table> = {}): Table => ({
  type: "integer",
  inputs,
  hit: "first",
  rows,
  ...more,
});
const cell = (input: Table["inputs"][number], written: Row["if"][number]): Pack => packWith(table([input], [row([written], 1)]));

describe("a cell that is refused", () => {
  it.each<[string, string, Row["if"][number], readonly string[]]>([
    ["a number for a truth", "leftBehind", 1, ["TYPE_MISMATCH /tables/t/rows/0/if/0"]],
    ["none for what is never none", "leftBehind", null, ["TYPE_MISMATCH /tables/t/rows/0/if/0"]],
    ["a day that there is not", "toldOn", "2023-02-29", ["TYPE_MISMATCH /tables/t/rows/0/if/0"]],
    ["a code that is none", "residence.area", "5002291", ["TYPE_MISMATCH /tables/t/rows/0/if/0"]],
    ["one wrong value of several", "ability.level", [1, "x"], ["TYPE_MISMATCH /tables/t/rows/0/if/0/1"]],
    ["every wrong value", "zone", ["hil", "plain", 3], ["VALUE_NOT_IN_CHOICE /tables/t/rows/0/if/0/0", "TYPE_MISMATCH /tables/t/rows/0/if/0/2"]],
    ["a member that a list never holds", "tags", "d", ["VALUE_NOT_IN_CHOICE /tables/t/rows/0/if/0"]],
    ["none in a list", "tags", [null], ["TYPE_MISMATCH /tables/t/rows/0/if/0/0"]],
    ["an order of a truth", "leftBehind", { "<": true }, ["TABLE_CELL /tables/t/rows/0/if/0/<"]],
    ["an area of a number", "ability.level", { inside: "500229" }, ["TABLE_CELL /tables/t/rows/0/if/0/inside"]],
    ["a comparison of a list", "tags", { "==": "a" }, ["TABLE_CELL /tables/t/rows/0/if/0/=="]],
    ["an order of an area", "residence.area", { ">": "500229" }, ["TABLE_CELL /tables/t/rows/0/if/0/>"]],
    ["a limit of another type", "ability.level", { ">=": "3" }, ["TYPE_MISMATCH /tables/t/rows/0/if/0/>="]],
    ["a limit that is none", "disability.grade", { ">=": { param: "turn" } }, ["TYPE_MISMATCH /tables/t/rows/0/if/0/>="]],
    ["a limit that is no parameter", "ability.level", { ">=": { param: "nope" } }, ["PARAMETER_NOT_FOUND /tables/t/rows/0/if/0/>=/param"]],
    [
      "all that is wrong with one cell",
      "ability.level",
      { ">=": "3", inside: "5" } as unknown as Row["if"][number],
      ["TYPE_MISMATCH /tables/t/rows/0/if/0/>=", "TABLE_CELL /tables/t/rows/0/if/0/inside"],
    ],
  ])("%s", (_, input, written, codes) => {
    expect(codesOf(cell(input, written))).toEqual(codes);
  });

  it("says what may stand there", () => {
    const said = (input: string, written: Row["if"][number]) => errorsOf(cell(input, written)).map(({ message, advice }) => [message.en, advice.en]);
    expect(said("zone", { "<": "hill" })).toEqual([
      ['a cell of this input cannot say "<"', "write a value, a list of values, or limits with: == !="],
    ]);
    expect(said("ability.level", { inside: "5" })).toEqual([
      ['a cell of this input cannot say "inside"', "write a value, a list of values, or limits with: == != < <= > >="],
    ]);
    expect(said("residence.area", { "<": "5" })).toEqual([
      ['a cell of this input cannot say "<"', "write a value, a list of values, or limits with: == != inside"],
    ]);
    expect(said("leftBehind", 1)[0]?.[0]).toBe("type mismatch: boolean is wanted here, got 1");
    expect(said("leftBehind", null)[0]?.[0]).toBe('type mismatch: boolean is wanted here, got "null"');
  });
});

describe("a table that is refused", () => {
  const level = "ability.level";

  it.each<[string, Pack, readonly string[]]>([
    ["a sum of choices", packWith(table([level], [row([1], "x")], { type: "enum", hit: "sum" })), ["TABLE_TYPE /tables/t/hit"]],
    ["an input that there is not", packWith(table(["ability.levle"], [row([1], 1)])), ["FIELD_NOT_FOUND /tables/t/inputs/0/var"]],
    ["an input that is no expression", packWith(table([{ vra: level } as never], [row([1], 1)])), ["OPERATOR_NOT_FOUND /tables/t/inputs/0/vra"]],
    [
      "values that are not of the type declared",
      packWith(table([level], [row([1], "x"), row([2], 1.5)])),
      ["TYPE_MISMATCH /tables/t/rows/0/then", "TYPE_MISMATCH /tables/t/rows/1/then"],
    ],
    ["an expression of another type", packWith(table([level], [row([1], { param: "turn" })])), ["TYPE_MISMATCH /tables/t/rows/0/then"]],
    [
      "an input and a value wrong in one row",
      packWith(table([level], [row(["x"], "y")])),
      ["TYPE_MISMATCH /tables/t/rows/0/if/0", "TYPE_MISMATCH /tables/t/rows/0/then"],
    ],
    [
      "an input of a use that there is not",
      packWith(table([level], [row([1], 1)]), { ">=": [{ table: "t", row: [{ var: "nope" }] }, { param: "two" }] }),
      ["FIELD_NOT_FOUND /rules/0/when/>=/0/row/0/var"],
    ],
    [
      "too many inputs at the place of use",
      packWith(table([level], [row([1], 1)]), { ">=": [{ table: "t", row: [{ var: level }, { var: level }] }, { param: "two" }] }),
      ["OPERATOR_ARITY /rules/0/when/>=/0/row"],
    ],
  ])("%s", (_, pack, codes) => {
    expect(codesOf(pack)).toEqual(codes);
  });

  it("says how many cells a row has, and should have", () => {
    const pack = packWith(table([level, "leftBehind"], [row([1], 1)]));
    expect(errorsOf(pack).map(({ message }) => message.en)).toEqual(["the row has 1 cells, the table 2 inputs"]);
    const uses = packWith(table([level], [row([1], 1)]), { ">=": [{ table: "t", row: [] }, { param: "two" }] });
    expect(errorsOf(uses).map(({ message }) => message.en)).toEqual(["operator table t takes 1 arguments, got 0"]);
  });

  it("names the rows that meet, of hit `unique`", () => {
    const pack = packWith(table([level], [row([1], 1), row([2], 2), row([{ ">=": 2 }], 3)], { hit: "unique" }));
    expect(errorsOf(pack).map(({ code, pointer, message }) => [code, pointer, message.en])).toEqual([
      ["TABLE_ROWS_OVERLAP", "/tables/t/rows/2", 'rows 2 and 3 of table "t" can both apply'],
    ]);
  });

  it.each<[string, readonly Row[], boolean]>([
    ["whose periods do not meet", [row([1], 1, { to: "2021-12-31" }), row([1], 2, { from: "2022-01-01" })], false],
    ["whose periods meet on a day", [row([1], 1, { to: "2022-01-01" }), row([1], 2, { from: "2022-01-01" })], true],
    ["of which the second ends before the first begins", [row([1], 1, { from: "2022-01-01" }), row([1], 2, { to: "2021-12-31" })], false],
    ["of which the second ends as the first begins", [row([1], 1, { from: "2022-01-01" }), row([1], 2, { to: "2022-01-01" })], true],
    ["of which neither ends", [row([1], 1), row([1], 2)], true],
  ])("where rows of hit `unique` meet: %s", (_, rows, meet) => {
    expect(codesOf(packWith(table([level], rows, { hit: "unique" })))).toEqual(meet ? ["TABLE_ROWS_OVERLAP /tables/t/rows/1"] : []);
  });
});

describe("rows of hit `unique` that meet", () => {
  const meeting = (inputs: Table["inputs"], cells: readonly (readonly Row["if"][number][])[]): boolean =>
    codesOf(
      packWith(
        table(
          inputs,
          cells.map((each, index) => row([...each], index)),
          { hit: "unique" },
        ),
      ),
    ).some((found) => found.startsWith("TABLE_ROWS_OVERLAP"));

  it.each<[string, Table["inputs"], readonly (readonly Row["if"][number][])[], boolean]>([
    [
      "in every column",
      ["ability.level", "leftBehind"],
      [
        [1, true],
        [[1, 2], "-"],
      ],
      true,
    ],
    [
      "in one column only",
      ["ability.level", "leftBehind"],
      [
        [1, true],
        [1, false],
      ],
      false,
    ],
    [
      "in the other column only",
      ["ability.level", "leftBehind"],
      [
        [1, true],
        [2, true],
      ],
      false,
    ],
    // of one fact asked twice, nobody can tell by the cells
    [
      "in columns of one fact",
      ["ability.level", "ability.level"],
      [
        [1, "-"],
        ["-", 2],
      ],
      false,
    ],
    [
      "in columns that are computed",
      ["age", "ability.level"],
      [
        ["-", 1],
        ["-", 1],
      ],
      false,
    ],
    ["in the one column, which is computed", ["age"], [[80], [{ ">=": 80 }]], true],
    ["in areas of which one holds the other", ["residence.area"], [[{ inside: "50" }], [{ inside: "500229" }]], true],
    ["in areas that lie apart", ["residence.area"], [[{ inside: "500230" }], [{ inside: "500229" }]], false],
    ["in an area and a code within it", ["residence.area"], [[{ inside: "50" }], ["500229"]], true],
    ["in an area that a parameter names", ["residence.area"], [[{ inside: { param: "here" } }], ["500229"]], false],
    ["in an area with an exception", ["residence.area"], [[{ inside: "50", "!=": "500230" }], ["500229"]], false],
    ["in what is not a value", ["ability.level"], [[{ "!=": 2 }], [1]], false],
    ["in a limit that a parameter names", ["ability.level"], [[{ ">=": { param: "two" } }], [3]], false],
    ["in a list, which may hold both", ["tags"], [["a"], ["b"]], true],
    ["in days", ["toldOn"], [[{ ">=": "2021-06-01" }], ["2021-06-01"]], true],
    ["in days apart", ["toldOn"], [[{ ">": "2021-06-01" }], ["2021-06-01"]], false],
  ])("%s", (_, inputs, cells, meet) => {
    expect(meeting(inputs, cells)).toBe(meet);
  });
});

describe("a warning about a table", () => {
  const benefit = (rows: readonly Row[], hit: Table["hit"], person: unknown, inputs: Table["inputs"] = ["age", "ability.level"]) => {
    const pack = packWith(table(inputs, rows, { type: "fen", hit }), true);
    const [rule] = pack.rules;
    const rules = [{ ...(rule as Pack["rules"][number]), then: { kind: "benefit", benefit: "b", amountFen: { table: "t" }, per: "month" } as const }];
    const decision = createEngine({ packs: [{ ...pack, rules }] }).assess({ person: person as Partial<OlderPerson> }, { on })[0];
    const effect = decision?.effect?.kind === "benefit" ? decision.effect : undefined;
    return [effect?.amountFen, effect?.open, ...(decision?.warnings.map(({ code, pointer, message }) => `${code} ${pointer} ${message.en}`) ?? [])];
  };
  const rows = [row([{ ">=": 80 }, "-"], 100), row(["-", { ">=": 3 }], 200)];
  const old = { birthDate: "1940-01-01" };
  const level = (of: number) => ({ ability: { level: of } });

  it("is given where no row applies for sure, and where two do", () => {
    expect(benefit(rows, "unique", { birthDate: "1960-01-01", ...level(1) })).toEqual([
      undefined,
      [],
      'TABLE_WITHOUT_ROW /tables/t no row of table "t" applies, so it gives nothing',
    ]);
    expect(benefit(rows, "unique", { ...old, ...level(4) })).toEqual([
      undefined,
      [],
      'TABLE_CONFLICT /tables/t several rows of table "t" apply, 1 (C), 2 (C): nobody can tell its value',
    ]);
    expect(benefit(rows, "first", { ...old, ...level(4) })).toEqual([100, []]);
    expect(benefit(rows, "unique", { ...old, ...level(1) })).toEqual([100, []]);
  });

  it("is not given where that is not known, nor of a sum", () => {
    expect(benefit(rows, "unique", old)).toEqual([undefined, ["/ability/level"]]);
    expect(benefit(rows, "unique", { birthDate: "1960-01-01" })).toEqual([undefined, ["/ability/level"]]);
    expect(benefit(rows, "sum", { birthDate: "1960-01-01", ...level(1) })).toEqual([0, []]);
    expect(benefit(rows, "sum", { ...old, ...level(4) })).toEqual([300, []]);
    expect(benefit([row([{ ">=": 80 }], 100)], "sum", { birthDate: "1960-01-01" }, ["age"])).toEqual([0, []]);
  });

  it("names every row of three that apply, and gives a value where one does", () => {
    const three = [...rows, row([{ ">=": 90 }, { ">=": 4 }], 300)];
    expect(benefit(three, "unique", { birthDate: "1930-01-01", ...level(4) })[2]).toContain("1 (C), 2 (C), 3 (C)");
    expect(benefit(three, "unique", { birthDate: "1930-01-01", ...level(0) })).toEqual([100, []]);
    expect(benefit(three, "unique", { birthDate: "1960-01-01", ...level(4) })).toEqual([200, []]);
  });
});

describe("a row that applies", () => {
  const given = (input: Table["inputs"][number], written: Row["if"][number], person: unknown) => {
    const pack = packWith(table([input], [row([written], 3)]));
    return createEngine({ packs: [pack] }).assess({ person: person as Partial<OlderPerson> }, { on })[0]?.status;
  };
  const [yes, no] = ["granted", "denied"];

  it.each<[string, Row["if"][number], readonly (readonly [unknown, string])[]]>([
    [
      "ability.level",
      "-",
      [
        [{ ability: { level: 0 } }, yes],
        [{}, yes],
      ],
    ],
    [
      "ability.level",
      [1, 3],
      [
        [{ ability: { level: 1 } }, yes],
        [{ ability: { level: 3 } }, yes],
        [{ ability: { level: 2 } }, no],
      ],
    ],
    [
      "ability.level",
      { ">": 1, "<": 3 },
      [
        [{ ability: { level: 1 } }, no],
        [{ ability: { level: 2 } }, yes],
        [{ ability: { level: 3 } }, no],
      ],
    ],
    [
      "ability.level",
      { "!=": 2 },
      [
        [{ ability: { level: 2 } }, no],
        [{ ability: { level: 1 } }, yes],
      ],
    ],
    [
      "ability.level",
      { "==": { param: "two" } },
      [
        [{ ability: { level: 2 } }, yes],
        [{ ability: { level: 1 } }, no],
      ],
    ],
    [
      "leftBehind",
      true,
      [
        [{ leftBehind: true }, yes],
        [{ leftBehind: false }, no],
      ],
    ],
    [
      "leftBehind",
      false,
      [
        [{ leftBehind: true }, no],
        [{ leftBehind: false }, yes],
      ],
    ],
    [
      "leftBehind",
      { "==": false },
      [
        [{ leftBehind: true }, no],
        [{ leftBehind: false }, yes],
      ],
    ],
    [
      "tags",
      ["a", "b"],
      [
        [{ facts: { tags: ["b", "c"] } }, yes],
        [{ facts: { tags: ["c"] } }, no],
      ],
    ],
    [
      "monitoring",
      null,
      [
        [{ monitoring: null }, yes],
        [{ monitoring: "nearPoverty" }, no],
      ],
    ],
    [
      "monitoring",
      ["nearPoverty", null],
      [
        [{ monitoring: null }, yes],
        [{ monitoring: "nearPoverty" }, yes],
        [{ monitoring: "unstableExit" }, no],
      ],
    ],
    [
      "residence.area",
      { inside: "500229" },
      [
        [{ residence: { area: "500229103" } }, yes],
        [{ residence: { area: "500230" } }, no],
      ],
    ],
    [
      "residence.area",
      { inside: { param: "here" } },
      [
        [{ residence: { area: "500229103" } }, yes],
        [{ residence: { area: "500230" } }, no],
      ],
    ],
    [
      "residence.area",
      "500229",
      [
        [{ residence: { area: "500229" } }, yes],
        [{ residence: { area: "500229103" } }, no],
      ],
    ],
    [
      "toldOn",
      { ">=": "2021-06-01" },
      [
        [{ facts: { toldOn: "2021-06-01" } }, yes],
        [{ facts: { toldOn: "2021-05-31" } }, no],
      ],
    ],
    [
      "share",
      { ">=": "1/3" },
      [
        [{ facts: { share: 0.34 } }, yes],
        [{ facts: { share: 0.33 } }, no],
      ],
    ],
  ])("of %s, by %j", (input, written, people) => {
    for (const [person, status] of people) expect([person, given(input, written, person)]).toEqual([person, status]);
  });
});

describe("a table that is read", () => {
  const nodeOf = (pack: Pack): TableNode => {
    const condition = contextsOf([pack], [])[0]?.on(on).rules[0]?.parsed.condition;
    if (condition?.op !== "table") throw new Error(String(condition?.op));
    return condition;
  };

  it("keeps its rows, and what it was held against, beside its meaning", () => {
    const pack = packWith(table(["ability.level"], [row([{ ">=": 3 }], 3), row(["-"], 1, { to: "2030-12-31" })]));
    const node = nodeOf(pack);
    expect([node.name, node.hit, node.rows.map(({ index, clause }) => [index, clause])]).toEqual([
      "t",
      "first",
      [
        [0, "C"],
        [1, "C"],
      ],
    ]);
    expect(node.rows[0]).not.toHaveProperty("alsoMayApply");
    expect(node.held).toMatchObject({ op: ">=", left: { op: "table" }, right: { op: "param" } });
    expect(node.type).toEqual({ kind: "boolean" });
    const turned = nodeOf(packWith(table(["ability.level"], [row(["-"], 1)]), { "<": [{ param: "two" }, { table: "t" }] }));
    expect(turned.held).toMatchObject({ op: "<", left: { op: "param" }, right: { op: "table" } });
  });

  it("counts towards the size of what looks it up", () => {
    const long = table(
      ["ability.level"],
      Array.from({ length: 500 }, () => row([1], 1)),
    );
    const use = { ">=": [{ table: "t", row: [{ var: "ability.level" }] }, { param: "two" }] };
    expect(codesOf(packWith(long, use as Logic))).toEqual([]);
    expect(codesOf(packWith(long, { or: [use, use, use, use, use] } as Logic)).map((found) => found.split(" ")[0])).toEqual(["LOGIC_TOO_LARGE"]);
  });
});

describe("a table and its row", () => {
  it("may stand in either order", () => {
    const pack = packWith(table(["leftBehind"], [row([true], 3)]), {
      ">=": [{ row: [{ var: "emptyNest" }], table: "t" }, { param: "two" }],
    } as Logic);
    const status = (person: Partial<OlderPerson>) => createEngine({ packs: [pack] }).assess({ person }, { on })[0]?.status;
    expect([status({ emptyNest: true }), status({ leftBehind: true })]).toEqual(["granted", "undetermined"]);
  });
});

describe("what a table that covers everything leaves open", () => {
  const status = (rows: readonly Row[], hit: Table["hit"] = "first", date = on) =>
    createEngine({ packs: [packWith(table(["leftBehind"], rows, { hit }))] }).assess({ person: {} }, { on: date })[0]?.status;

  it("is only which of its rows it is", () => {
    expect(status([row([true], 3), row([false], 2)])).toBe("granted");
    expect(status([row([true], 3), row([false], 1)])).toBe("undetermined");
    expect(status([row([true], 3)])).toBe("undetermined");
    expect(status([row([true], 3), row([false], 2)], "unique")).toBe("granted");
  });

  it("is also that it gives nothing, before all of its rows hold, or after one of them ended", () => {
    expect(status([row([true], 3, { from: "2024-01-01" }), row([false], 2, { from: "2025-01-01" })])).toBe("granted");
    expect(status([row([true], 3, { from: "2024-01-01" }), row([false], 2, { from: "2027-01-01" })])).toBe("undetermined");
    expect(status([row([true], 3), row([false], 2, { to: "2030-01-01" })])).toBe("undetermined");
    expect(status([row([true], 3), row([false], 2)], "first", "2020-01-01")).toBe("granted");
  });

  it("adds up to what its rows add, of hit `sum`", () => {
    const points = (person: unknown, rows: readonly Row[]) =>
      createEngine({ packs: [packWith(table(["leftBehind", "emptyNest"], rows, { hit: "sum" }))] }).assess(
        { person: person as Partial<OlderPerson> },
        { on },
      )[0]?.status;
    const rows = [row([true, "-"], 1), row(["-", true], 1)];
    expect([points({ leftBehind: true, emptyNest: true }, rows), points({ leftBehind: true, emptyNest: false }, rows)]).toEqual([
      "granted",
      "denied",
    ]);
    expect(points({ leftBehind: true }, rows)).toBe("undetermined");
    expect(points({ leftBehind: true, emptyNest: true }, [row([true, true], 2)])).toBe("granted");
    expect(points({ leftBehind: false, emptyNest: true }, [row([true, true], 2)])).toBe("denied");
  });

  it("is whether two rows apply, of hit `unique` whose inputs depend on one another", () => {
    const asked = (person: unknown, rows: readonly Row[]) => {
      const decision = createEngine({ packs: [packWith(table(["age", { ageOn: [{ var: "birthDate" }] }], rows, { hit: "unique" }))] }).assess(
        { person: person as Partial<OlderPerson> },
        { on },
      )[0];
      return [decision?.status, ...(decision?.warnings.map(({ code, pointer, message }) => `${code} ${pointer} ${message.en}`) ?? [])];
    };
    const rows = [row([{ ">=": 80 }, "-"], 3), row(["-", { ">=": 90 }], 2), row(["-", { "<": 60 }], 1)];
    expect(asked({ birthDate: "1945-01-01" }, rows)).toEqual(["granted"]);
    expect(asked({ birthDate: "1990-01-01" }, rows)).toEqual(["denied"]);
    expect(asked({ birthDate: "1930-01-01" }, rows)).toEqual([
      "undetermined",
      'TABLE_CONFLICT /tables/t several rows of table "t" apply, 1 (C), 2 (C): nobody can tell its value',
    ]);
    const three = [...rows.slice(0, 2), row(["-", { ">=": 95 }], 1)];
    expect(asked({ birthDate: "1920-01-01" }, three)[1]).toContain("1 (C), 2 (C), 3 (C)");
    expect(asked({ birthDate: "1935-01-01" }, three)[1]).toContain("1 (C), 2 (C): nobody");
  });
});
