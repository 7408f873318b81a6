import type { FieldType } from "@eldercare/core";
import { rational } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import type { Value } from "../value.js";
import { allBits, bitsOf, dateNumber, dateOfNumber, encodingOf } from "./slot.js";

const choice: FieldType = { kind: "enum", values: ["hill", "plain"] };
const integer: FieldType = { kind: "number", integer: true };
const encoded = (type: FieldType, nullable: boolean, value: Exclude<Value, undefined>) => encodingOf(type, nullable)?.encode(value);

describe("the bits of choices", () => {
  it("are one each, none having its own where it may be known", () => {
    expect([...(bitsOf(["hill", "plain"], false) ?? [])]).toEqual([
      ["hill", 1],
      ["plain", 2],
    ]);
    expect([...(bitsOf(["hill", "plain"], true) ?? [])]).toEqual([
      ["hill", 1],
      ["plain", 2],
      [null, 4],
    ]);
    expect(
      allBits(
        new Map([
          ["a", 1],
          ["b", 2],
          [null, 4],
        ]),
      ),
    ).toBe(7);
  });

  it("are 32 at most", () => {
    const choices = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);
    expect(bitsOf(choices(32), false)?.size).toBe(32);
    expect(bitsOf(choices(33), false)).toBeUndefined();
    expect(bitsOf(choices(32), true)).toBeUndefined();
    expect(encodingOf({ kind: "enum", values: choices(33) }, false)).toBeUndefined();
    expect(encodingOf({ kind: "list", of: { kind: "enum", values: choices(33) } }, false)).toBeUndefined();
  });
});

describe("how a value stands in a row", () => {
  it.each<[string, FieldType, boolean, object | undefined]>([
    ["a truth as one of two bits", { kind: "boolean" }, false, { store: "bits", form: "choice", all: 3 }],
    ["a truth that may be none not at all", { kind: "boolean" }, true, undefined],
    ["a choice as one bit", choice, false, { store: "bits", form: "choice", all: 3 }],
    ["a choice that may be none as one bit more", choice, true, { store: "bits", form: "choice", all: 7 }],
    ["a list of choices as several bits", { kind: "list", of: choice }, false, { store: "bits", form: "set", all: 3 }],
    ["a list of anything else not at all", { kind: "list", of: { kind: "text" } }, false, undefined],
    ["a date as a number", { kind: "date" }, false, { store: "numbers", form: "number", all: 0 }],
    ["a date that may be none as a number or none", { kind: "date" }, true, { store: "numbers", form: "numberOrNone", all: 0 }],
    ["a whole number as itself", integer, false, { store: "numbers", form: "number", all: 0 }],
    ["a whole number that may be none as a number or none", integer, true, { store: "numbers", form: "numberOrNone", all: 0 }],
    ["a fraction not at all", { kind: "number", integer: false }, false, undefined],
    ["a text not at all", { kind: "text" }, false, undefined],
    ["an area not at all", { kind: "area" }, false, undefined],
  ])("%s", (_, type, nullable, encoding) => {
    const found = encodingOf(type, nullable);
    if (encoding === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(encoding);
  });

  it.each<[FieldType, boolean, Exclude<Value, undefined>, number | undefined]>([
    [{ kind: "boolean" }, false, true, 1],
    [{ kind: "boolean" }, false, false, 2],
    [{ kind: "boolean" }, false, "true", undefined],
    [choice, false, "plain", 2],
    [choice, false, "valley", undefined],
    [choice, false, null, undefined],
    [choice, true, null, 4],
    [{ kind: "list", of: choice }, false, ["hill", "plain"], 3],
    [{ kind: "list", of: choice }, false, ["plain"], 2],
    [{ kind: "list", of: choice }, false, [], 0],
    [{ kind: "list", of: choice }, false, null, 0],
    [{ kind: "list", of: choice }, false, ["hill", "valley"], undefined],
    [{ kind: "list", of: choice }, false, "hill", undefined],
    [{ kind: "date" }, false, "2026-11-21", 20261121],
    [{ kind: "date" }, false, "soon", undefined],
    [{ kind: "date" }, false, null, undefined],
    [{ kind: "date" }, true, null, Number.NaN],
    [integer, false, -3, -3],
    [integer, false, 1.5, undefined],
    [integer, false, Number.MAX_SAFE_INTEGER + 1, undefined],
    [integer, false, "3", undefined],
    [integer, false, null, undefined],
    [integer, true, null, Number.NaN],
    [integer, true, 3, 3],
  ])("%j, may be none: %s, of %j is %s", (type, nullable, value, number) => {
    expect(encoded(type, nullable, value)).toBe(number);
  });

  it("of an exact fraction is none", () => {
    expect(encoded(integer, false, rational(1n, 2n))).toBeUndefined();
  });
});

describe("the number of a day", () => {
  it.each<[unknown, number | undefined]>([
    ["2026-11-21", 20261121],
    ["0001-01-02", 10102],
    ["2026/11-21", undefined],
    ["2026-11/21", undefined],
    ["2026-11-2", undefined],
    ["2026-11-211", undefined],
    ["2026-11-2 ", undefined],
    ["2026-1:-21", undefined],
    ["20x6-11-21", undefined],
    [["2", "0", "2", "6", "-", "1", "1", "-", "2", "1"], undefined],
    [20261121, undefined],
    [undefined, undefined],
  ])("%j", (text, number) => {
    expect(dateNumber(text)).toBe(number);
  });

  it("names the day again", () => {
    expect([20261121, 10102].map(dateOfNumber)).toEqual(["2026-11-21", "0001-01-02"]);
  });
});
