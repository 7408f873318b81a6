import { type FieldType, rational } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import type { Table } from "../../pack/pack.js";
import { booleanType, integerType, numberType } from "../node.js";
import type { Value } from "../value.js";
import { typeOfTable, valueOfType } from "./tableType.js";

type Then = Table["rows"][number]["then"];
const table = (values: readonly Then[], type?: Table["type"]): Table => ({
  inputs: ["ability.level"],
  hit: "first",
  rows: values.map((then) => ({ if: ["-"], then, from: "2020-01-01", clause: "C" })),
  ...(type === undefined ? {} : { type }),
});
const param: Then = { param: "two" };

describe("what a table gives", () => {
  it.each<[readonly Then[], Table["type"] | undefined, FieldType | undefined]>([
    [[1, 2], undefined, integerType],
    [[1, param], undefined, integerType],
    [[true, false], undefined, booleanType],
    [["full", "half", "full"], undefined, { kind: "enum", values: ["full", "half"] }],
    // expressions alone do not say that they are choices; they are read as whole numbers, and checked
    [[param], undefined, integerType],
    [[], undefined, undefined],
    [[1, "x"], undefined, undefined],
    [[1, true], undefined, undefined],
    [[true, "x"], undefined, undefined],
    [[1, 1.5], undefined, undefined],
    [[1, 2], "fen", { ...integerType, fen: true }],
    [[1, 2], "rational", numberType],
    [["2026-01-01"], "date", { kind: "date" }],
    [[1], "integer", integerType],
    [[true], "boolean", booleanType],
    [["a", param], "enum", { kind: "enum", values: ["a"] }],
  ])("%j, declared %s", (values, declared, type) => {
    expect(typeOfTable(table(values, declared))).toEqual(type);
  });
});

describe("a value written in a row", () => {
  const date: FieldType = { kind: "date" };
  const choice: FieldType = { kind: "enum", values: ["a", "b"] };

  it.each<[boolean | number | string, FieldType, Value]>([
    [true, booleanType, true],
    [1, booleanType, undefined],
    ["true", booleanType, undefined],
    [3, integerType, 3],
    [1.5, integerType, undefined],
    ["3", integerType, undefined],
    [true, integerType, undefined],
    [3, numberType, 3],
    [0.5, numberType, rational(1n, 2n)],
    ["1/3", numberType, rational(1n, 3n)],
    ["20%", numberType, rational(1n, 5n)],
    ["6/3", numberType, 2],
    ["a third", numberType, undefined],
    [true, numberType, undefined],
    ["2024-02-29", date, "2024-02-29"],
    ["2023-02-29", date, undefined],
    [20240229, date, undefined],
    ["a", choice, "a"],
    ["c", choice, undefined],
    [1, choice, undefined],
    ["x", { kind: "text" }, "x"],
    [1, { kind: "text" }, undefined],
  ])("%j as %j", (value, type, read) => {
    expect(valueOfType(value, type)).toEqual(read);
  });
});
