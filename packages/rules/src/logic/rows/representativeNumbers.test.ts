import type { FieldType } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import type { CompareOperator } from "../node.js";
import type { Formula } from "./formula.js";
import { representativeNumbers } from "./representativeNumbers.js";
import type { Slot } from "./slot.js";

const slot = (type: FieldType, form: Slot["form"], all = 0, nullable = false): Slot => ({
  leaf: { key: "/x", type, nullable },
  index: 0,
  store: form === "choice" || form === "set" ? "bits" : "numbers",
  form,
  all,
  at: 0,
  read: () => undefined,
  encode: () => undefined,
});
const integer: FieldType = { kind: "number", integer: true };
const level: FieldType = { kind: "number", integer: true, least: 0, most: 4 };
const compare = (of: Slot, order: CompareOperator, threshold: number): Formula => ({ op: "compare", slot: of, order, threshold });
const among = (of: Slot, mask: number): Formula => ({ op: "among", slot: of, mask });
const all = (...args: Formula[]): Formula => ({ op: "and", args });

const orders: readonly CompareOperator[] = ["<", "<=", ">", ">=", "==", "!="];
const stands = (value: number, order: CompareOperator, threshold: number): boolean =>
  ({
    "<": value < threshold,
    "<=": value <= threshold,
    ">": value > threshold,
    ">=": value >= threshold,
    "==": value === threshold,
    "!=": value !== threshold,
  })[order];

describe("numbers that stand for all values of a fact", () => {
  it.each(orders)("answer %s a threshold in every way that a value can", (order) => {
    for (const threshold of [-3, 0, 2, 2.5, 7]) {
      const visits = slot(integer, "number");
      const found = representativeNumbers(compare(visits, order, threshold))?.get(visits) ?? [];
      expect([threshold, new Set(found.map((value) => stands(value, order, threshold))).size, found.every(Number.isInteger)]).toEqual([
        threshold,
        // no whole number is equal to a half
        Number.isInteger(threshold) || (order !== "==" && order !== "!=") ? 2 : 1,
        true,
      ]);
    }
  });

  it("lie between what the field can be", () => {
    const of = (order: CompareOperator, threshold: number): number[] => {
      const field = slot(level, "number");
      return [...(representativeNumbers(compare(field, order, threshold))?.get(field) ?? [])].sort((a, b) => a - b);
    };
    expect([of(">", 4).length, of(">=", 4).length, of("<", 0).length, of("<=", 0).length, of(">", 80).length]).toEqual([1, 2, 1, 2, 1]);
    expect([...of(">", 4), ...of("<", 0), ...of(">", 80)].every((value) => value >= 0 && value <= 4)).toBe(true);
  });

  it("stand for every stretch between several thresholds", () => {
    const visits = slot(integer, "number");
    const found = representativeNumbers(all(compare(visits, ">", 2), compare(visits, "<", 4), compare(visits, ">=", 9)))?.get(visits) ?? [];
    const stretch = (value: number): string => (value <= 2 ? "low" : value < 4 ? "between" : value < 9 ? "above" : "high");
    expect([...new Set(found.map(stretch))].sort()).toEqual(["above", "between", "high", "low"]);
    expect(found.length).toBe(4);
  });

  it("include none where the field may be none", () => {
    const grade = slot(level, "numberOrNone", 0, true);
    const found = representativeNumbers(compare(grade, ">", 2))?.get(grade) ?? [];
    expect([found.some((value) => value > 2), found.some((value) => value <= 2)]).toEqual([true, true]);
    const isNone = representativeNumbers(all(compare(grade, ">", 2), { op: "isNone", slot: grade }))?.get(grade) ?? [];
    expect([isNone.some(Number.isNaN), isNone.length]).toEqual([true, 3]);
  });

  it("of a date are days that there are", () => {
    const told = slot({ kind: "date" }, "number");
    const found = representativeNumbers(all(compare(told, ">=", 20240301), compare(told, ">", 20240301)))?.get(told) ?? [];
    expect([...found].sort()).toEqual([20240229, 20240301, 20240302]);
    const died = slot({ kind: "date" }, "numberOrNone", 0, true);
    const asked = representativeNumbers({ op: "isNone", slot: died })?.get(died) ?? [];
    expect([asked.some(Number.isNaN), asked.some((value) => !Number.isNaN(value))]).toEqual([true, true]);
  });

  it("of a threshold beyond all numbers are those within", () => {
    const visits = slot(integer, "number");
    for (const end of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const found = representativeNumbers(compare(visits, "<", end))?.get(visits) ?? [];
      expect([found.length, found.every(Number.isFinite)]).toEqual([1, true]);
    }
  });

  it("of a choice are the choices that are told apart", () => {
    const zone = slot({ kind: "enum", values: ["a", "b", "c"] }, "choice", 0b111);
    const found = representativeNumbers(among(zone, 0b001))?.get(zone) ?? [];
    expect([found.filter((bit) => bit === 0b001).length, found.length]).toEqual([1, 2]);
    expect(representativeNumbers(among(zone, 0b111))?.get(zone)?.length).toBe(1);
    expect(representativeNumbers(all(among(zone, 0b001), among(zone, 0b010)))?.get(zone)?.length).toBe(3);
  });

  it("of a set are all sets of what is asked for, up to six choices", () => {
    const tags = slot({ kind: "list", of: { kind: "enum", values: [] } }, "set", 0xff);
    const asked = (...masks: number[]) => representativeNumbers(all(...masks.map((mask) => among(tags, mask))))?.get(tags)?.length;
    expect(asked(0b01, 0b10)).toBe(4);
    expect(asked(0b11)).toBe(2);
    expect(asked(1, 2, 4, 8, 16, 32)).toBe(64);
    expect(asked(1, 2, 4, 8, 16, 32, 64)).toBeUndefined();
  });

  it("there are none where two facts are held against each other", () => {
    const [a, b] = [slot(integer, "number"), slot(integer, "number")];
    expect(representativeNumbers(all(compare(a, ">", 2), { op: "compareSlots", order: "<", left: a, right: b }))).toBeUndefined();
    expect(representativeNumbers(all(compare(a, ">", 2), compare(b, ">", 2)))?.size).toBe(2);
    expect(representativeNumbers({ op: "known", truth: 1 })?.size).toBe(0);
  });
});
