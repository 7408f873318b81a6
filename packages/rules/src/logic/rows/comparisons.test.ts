import type { FieldType } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { booleanType, type CompareOperator, integerType, numberType } from "../node.js";
import { compareValues, FALSE, UNKNOWN, type Value } from "../value.js";
import { compareConstant, compareFacts, mirrored, type SlotOf } from "./comparisons.js";
import { encodingOf } from "./slot.js";

const orders: readonly CompareOperator[] = ["==", "!=", "<", "<=", ">", ">="];
const ordering = orders.slice(2);
const zone: FieldType = { kind: "enum", values: ["hill", "plain"] };
const date: FieldType = { kind: "date" };

/** A fact of a type, at the first place of its store. */
function fact(type: FieldType, nullable = false, at = 0): SlotOf {
  const encoding = encodingOf(type, nullable);
  if (encoding === undefined) throw new Error("a row cannot hold this");
  const leaf = { key: `/x${at}`, type, nullable };
  return { slot: { ...encoding, leaf, index: at, at, read: () => undefined }, type, nullable };
}

describe("a comparison with its sides exchanged", () => {
  it("says the same of any two numbers", () => {
    const holds: Record<CompareOperator, (order: number) => boolean> = {
      "==": (order) => order === 0,
      "!=": (order) => order !== 0,
      "<": (order) => order < 0,
      "<=": (order) => order <= 0,
      ">": (order) => order > 0,
      ">=": (order) => order >= 0,
    };
    for (const order of orders) for (const sign of [-1, 0, 1]) expect(holds[mirrored[order]](0 - sign)).toBe(holds[order](sign));
  });
});

describe("a number held against a constant", () => {
  const own = fact(integerType);

  it("is held against it, or halfway between the whole numbers around a fraction", () => {
    for (const order of orders) {
      const against = (constant: Value) => compareConstant(order, own, constant);
      const threshold = (value: number) => ({ op: "compare", order, slot: own.slot, threshold: value });
      expect(against(3)).toEqual(threshold(3));
      expect(against({ numerator: 7n, denominator: 2n })).toEqual(threshold(3.5));
      expect(against({ numerator: -7n, denominator: 2n })).toEqual(threshold(-3.5));
      expect(against({ numerator: -1n, denominator: 3n })).toEqual(threshold(-0.5));
      expect(against({ numerator: 1n, denominator: 3n })).toEqual(threshold(0.5));
    }
  });

  it("stands to that number as it does to the fraction", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...orders),
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: 2, max: 7 }),
        fc.integer({ min: -12, max: 12 }),
        (order, top, bottom, value) => {
          fc.pre(top % bottom !== 0);
          const formula = compareConstant(order, own, { numerator: BigInt(top), denominator: BigInt(bottom) });
          if (formula?.op !== "compare") throw new Error("a number is held against a fraction");
          const exact = compareValues(value, { numerator: BigInt(top), denominator: BigInt(bottom) });
          expect(Math.sign(value - formula.threshold)).toBe(Math.sign(exact));
        },
      ),
    );
  });

  it("is left to the record where no double lies halfway, and where the constant is no number", () => {
    const half = (whole: bigint) => ({ numerator: 2n * whole + 1n, denominator: 2n });
    expect(compareConstant("<", own, half(2n ** 51n))).toBeUndefined();
    expect(compareConstant("<", own, half(-(2n ** 51n)))).toBeUndefined();
    expect(compareConstant("<", own, half(2n ** 51n - 1n))).toMatchObject({ threshold: 2 ** 51 - 0.5 });
    expect(compareConstant("<", own, "3")).toBeUndefined();
  });

  it("that is a date is held against its number", () => {
    const day = fact(date);
    expect(compareConstant("<=", day, "1946-11-21")).toEqual({ op: "compare", order: "<=", slot: day.slot, threshold: 19_461_121 });
    expect(compareConstant("<=", day, "soon")).toBeUndefined();
  });
});

describe("a choice held against a constant", () => {
  it("is among the bits that are like it, or are not", () => {
    const own = fact(zone);
    expect(compareConstant("==", own, "plain")).toEqual({ op: "among", slot: own.slot, mask: 2 });
    expect(compareConstant("!=", own, "plain")).toEqual({ op: "among", slot: own.slot, mask: 1 });
    expect(compareConstant("==", own, "sea")).toEqual({ op: "among", slot: own.slot, mask: 0 });
    expect(compareConstant("!=", own, "sea")).toEqual({ op: "among", slot: own.slot, mask: 3 });
    // it is never none
    expect(compareConstant("==", own, null)).toEqual({ op: "among", slot: own.slot, mask: 0 });
    const perhaps = fact(zone, true);
    expect(compareConstant("==", perhaps, null)).toEqual({ op: "among", slot: perhaps.slot, mask: 4 });
    expect(compareConstant("!=", perhaps, null)).toEqual({ op: "among", slot: perhaps.slot, mask: 3 });
  });

  it("is left to the record where it is ordered, or held against what is no text", () => {
    for (const order of ordering) expect(compareConstant(order, fact(zone), "plain")).toBeUndefined();
    expect(compareConstant("==", fact(zone), 3)).toBeUndefined();
    expect(compareConstant("==", fact(zone), true)).toBeUndefined();
  });

  it("that is a truth is left to the record", () => {
    expect(compareConstant("==", fact(booleanType), true)).toBeUndefined();
    expect(compareConstant("==", fact(booleanType), null)).toBeUndefined();
  });
});

describe("a fact held against nothing", () => {
  it("is not known where the constant is not, unless the fact itself may be none: that stands so to nothing", () => {
    for (const order of orders)
      for (const type of [integerType, date, zone]) {
        expect(compareConstant(order, fact(type), undefined)).toEqual({ op: "known", truth: UNKNOWN });
        expect(compareConstant(order, fact(type, true), undefined)).toBeUndefined();
      }
  });

  it("is neither above nor below none, and like it only where it is none", () => {
    for (const order of ordering) expect(compareConstant(order, fact(integerType, true), null)).toEqual({ op: "known", truth: FALSE });
    const perhaps = fact(integerType, true);
    expect(compareConstant("==", perhaps, null)).toEqual({ op: "isNone", slot: perhaps.slot });
    expect(compareConstant("!=", perhaps, null)).toEqual({ op: "not", arg: { op: "isNone", slot: perhaps.slot } });
    // a number that is never none differs from one that no number is
    const own = fact(date);
    expect(compareConstant("==", own, null)).toEqual({ op: "compare", order: "==", slot: own.slot, threshold: Number.POSITIVE_INFINITY });
  });
});

describe("two facts held against each other", () => {
  it("are where both are numbers of a kind, and neither may be none", () => {
    const [a, b] = [fact(integerType), fact(integerType, false, 1)];
    expect(compareFacts("<", a, b)).toEqual({ op: "compareSlots", order: "<", left: a.slot, right: b.slot });
    expect(compareFacts(">=", fact(date), fact(date, false, 1))?.op).toBe("compareSlots");
    expect(compareFacts("<", fact(integerType, true), b)).toBeUndefined();
    expect(compareFacts("<", a, fact(integerType, true, 1))).toBeUndefined();
    expect(compareFacts("==", a, fact(date, false, 1))).toBeUndefined();
    expect(compareFacts("==", fact(zone), fact(zone, false, 1))).toBeUndefined();
    expect(compareFacts("==", fact(zone), b)).toBeUndefined();
    expect(compareFacts("==", a, fact(zone, false, 1))).toBeUndefined();
    expect(encodingOf(numberType, false)).toBeUndefined();
  });
});
