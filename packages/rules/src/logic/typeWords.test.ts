import type { FieldType } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { comparable, fitsType, printType, sameKind } from "./typeWords.js";

const boolean: FieldType = { kind: "boolean" };
const integer: FieldType = { kind: "number", integer: true };
const number: FieldType = { kind: "number", integer: false };
const fen: FieldType = { kind: "number", integer: true, fen: true };
const date: FieldType = { kind: "date" };
const area: FieldType = { kind: "area" };
const text: FieldType = { kind: "text" };
const support: FieldType = { kind: "enum", values: ["concentrated", "dispersed"] };
const arrangement: FieldType = { kind: "enum", values: ["dispersed", "alone"] };
const zone: FieldType = { kind: "enum", values: ["hill", "plain"] };
const claim: FieldType = {
  kind: "record",
  fields: [
    { path: "amountFen", type: fen, nullable: false },
    { path: "filedOn", type: date, nullable: false },
  ],
};
const list = (of: FieldType): FieldType => ({ kind: "list", of });
const map = (of: FieldType): FieldType => ({ kind: "map", of });

describe("a type in words", () => {
  it.each<[string, FieldType]>([
    ["boolean", boolean],
    ["integer", integer],
    ["number", number],
    ["fen", fen],
    ["date", date],
    ["area", area],
    ["text", text],
    ["record", claim],
    ["enum(concentrated|dispersed)", support],
    ["list of enum(hill|plain)", list(zone)],
    ["map of boolean", map(boolean)],
  ])("is %s", (words, type) => {
    expect(printType(type)).toBe(words);
  });
});

describe("what may stand where another type is wanted", () => {
  it.each<[FieldType, FieldType, boolean]>([
    [boolean, boolean, true],
    [boolean, integer, false],
    [integer, number, true],
    [fen, integer, true],
    [integer, integer, true],
    [number, number, true],
    // a fraction is no number of whole fen
    [number, integer, false],
    [number, fen, false],
    [date, date, true],
    [date, text, false],
    [list(support), list(arrangement), true],
    [list(support), list(zone), false],
    [list(integer), list(date), false],
    [claim, claim, true],
  ])("%j where %j is wanted: %s", (given, wanted, fits) => {
    expect(sameKind(given, wanted)).toBe(fits);
  });
});

describe("what can be compared", () => {
  it.each<[FieldType, FieldType, boolean]>([
    [integer, number, true],
    [boolean, boolean, true],
    [date, date, true],
    [date, text, false],
    [support, arrangement, true],
    // two lists of choices that have none in common can never be alike
    [support, zone, false],
    [support, text, true],
    [text, support, true],
    [support, date, false],
    [date, support, false],
    [text, text, true],
    [list(zone), list(zone), false],
    [claim, claim, false],
    [map(boolean), map(boolean), false],
  ])("%j with %j: %s", (a, b, can) => {
    expect(comparable(a, b)).toBe(can);
  });
});

describe("a value of a record", () => {
  const fitting: readonly [FieldType, readonly unknown[], readonly unknown[]][] = [
    [boolean, [true, false], [null, 0, "true"]],
    [integer, [0, -3, 12], [1.5, "3", null, Number.NaN, Number.MAX_SAFE_INTEGER + 1]],
    [number, [0.5, -3], [Number.NaN, Number.POSITIVE_INFINITY, "0.5", null]],
    [date, ["2024-02-29"], ["2023-02-29", 20240229, "", null]],
    [area, ["500229", "50", ""], ["5002291", 500229, null]],
    [text, ["p-2", ""], [2, null, true]],
    [support, ["dispersed"], ["alone", null, 0]],
    [list(zone), [[], ["hill"], ["hill", "plain"]], ["hill", ["valley"], [undefined], [null], { length: 0 }, null]],
    [
      claim,
      [null, {}, { amountFen: 5 }, { amountFen: 5, filedOn: "2026-01-01" }, { amountFen: undefined }],
      [{ amountFen: 1.5 }, { filedOnn: "2026-01-01" }, [], "claim", 3, { amountFen: 5, filedOn: "2026-13-01" }],
    ],
    [list(claim), [[], [{}], [{ amountFen: 5 }]], [[{ amountFen: "5" }], [[]], [undefined], {}]],
  ];

  it.each(fitting)("of type %j fits, or does not", (type, fits, unfit) => {
    for (const value of fits) expect([value, fitsType(value, type)]).toEqual([value, true]);
    for (const value of unfit) expect([value, fitsType(value, type)]).toEqual([value, false]);
  });

  it("that is not known fits every type", () => {
    for (const [type] of fitting) expect(fitsType(undefined, type)).toBe(true);
  });
});
