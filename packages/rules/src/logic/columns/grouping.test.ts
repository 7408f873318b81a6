import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossAll, firstsOf, type Grouping, groupBy, keyOf, numbersFor, oneGroup, printedKey, stretchesOf } from "./grouping.js";

/** The numbers of those in each group. */
const membersOf = ({ groupOf, firsts }: Grouping): readonly (readonly number[])[] =>
  firsts.map((_, group) => Array.from(groupOf.keys()).filter((subject) => groupOf[subject] === group));

const counted = (subjects: number): readonly number[] => Array.from({ length: subjects }, (_, subject) => subject);

describe("room for the numbers of groups", () => {
  it.each([
    [1, Uint8Array],
    [256, Uint8Array],
    [257, Uint16Array],
    [65_536, Uint16Array],
    [65_537, Uint32Array],
  ])("of %i groups is as few bytes as they take", (groups, kind) => {
    const numbers = numbersFor(3, groups);
    expect(numbers).toBeInstanceOf(kind);
    expect(Array.from(numbers)).toEqual([0, 0, 0]);
  });
});

describe("everybody in one group", () => {
  it("has a first, and nobody has none", () => {
    expect(membersOf(oneGroup(3))).toEqual([[0, 1, 2]]);
    expect(oneGroup(3).firsts).toEqual([0]);
    expect(oneGroup(0)).toEqual({ groupOf: new Uint8Array(0), firsts: [-1] });
  });
});

describe("the key of a value", () => {
  it("is the value itself where it is plain", () => {
    const plain = [true, 3, "3", "null", null, undefined];
    expect(plain.map(keyOf)).toEqual(plain);
  });

  it("is shared by equal lists and records only, and by no text that reads like one", () => {
    const amounts = { numerator: 1n, denominator: 3n };
    expect(keyOf(["a"])).toBe(keyOf(["a"]));
    expect(keyOf(amounts)).toBe(keyOf({ ...amounts }));
    const all = [["a"], ["a", "b"], ["ab"], [], amounts, { numerator: 1n, denominator: 4n }, printedKey(["a"]), printedKey([])];
    expect(new Set(all.map(keyOf)).size).toBe(all.length);
  });

  it("is printed apart for what is not known and for whole numbers beyond doubles", () => {
    const all = [undefined, null, 9_007_199_254_740_993n, 9_007_199_254_740_992n, "undefine"];
    expect(new Set(all.map((value) => printedKey(value as never))).size).toBe(all.length);
  });
});

describe("subjects by a key", () => {
  it.each([1, 2, 256, 257, 65_536, 65_537])("are parted into %i groups, in the order in which they come", (groups) => {
    const subjects = groups + 3;
    const found = groupBy(subjects, (subject) => `key ${subject % groups}`);
    expect(found.firsts).toEqual(counted(groups));
    expect(Array.from(found.groupOf)).toEqual(counted(subjects).map((subject) => subject % groups));
    expect(found.groupOf).toBeInstanceOf(numbersFor(0, groups).constructor);
  });
});

describe("the first of each group", () => {
  it("is found beyond the groups that have theirs already", () => {
    const groupOf = Uint8Array.of(1, 1, 1, 0, 3, 1, 0);
    expect(firstsOf(groupOf, 4)).toEqual([3, 0, -1, 4]);
    expect(firstsOf(groupOf, 0)).toEqual([]);
  });

  it("is the first that trying everybody finds", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 20 }), (groups) => {
        expect(firstsOf(Uint8Array.from(groups), 6)).toEqual([0, 1, 2, 3, 4, 5].map((group) => groups.indexOf(group)));
      }),
    );
  });
});

describe("groups that share something in all of several ways", () => {
  const by = (keys: readonly number[]): Grouping => groupBy(keys.length, (subject) => keys[subject]);

  it("are those of everybody where there is no way", () => {
    expect(crossAll([], 3, 1)).toEqual(oneGroup(3));
    expect(crossAll([], 0, 0)).toEqual(oneGroup(0));
  });

  it("are those with somebody in them: an empty one is not counted against the most", () => {
    const three: Grouping = { groupOf: Uint8Array.of(2, 0, 2), firsts: [-1, -1, -1] };
    expect(crossAll([three], 3, 2)).toEqual({ groupOf: three.groupOf, firsts: [1, -1, 0] });
    expect(crossAll([three], 3, 1)).toBeUndefined();
  });

  it("are as many as there are pairs that somebody has, up to the most", () => {
    const [left, right] = [by([0, 1, 0, 1, 0]), by([0, 0, 1, 0, 0])];
    const crossed = crossAll([left, right], 5, 3);
    expect(crossed && membersOf(crossed)).toEqual([[0, 4], [1, 3], [2]]);
    expect(crossed?.firsts).toEqual([0, 1, 2]);
    expect(crossAll([left, right], 5, 2)).toBeUndefined();
    // the third way parts one more
    expect(crossAll([left, right, by([0, 0, 0, 0, 1])], 5, 4)?.firsts).toEqual([0, 1, 2, 4]);
    expect(crossAll([left, right, by([0, 0, 0, 0, 1])], 5, 3)).toBeUndefined();
  });

  it("are the same where there are too many pairs for a table", () => {
    // 2,100 × 2,100 pairs are more than the 4,194,304 of a table; each subject comes twice
    const groups = 2_100;
    const keys = counted(2 * groups).map((subject) => subject % groups);
    const crossed = crossAll([by(keys), by(keys.map((key) => (key * 11) % groups))], keys.length, groups);
    expect(crossed?.firsts).toEqual(counted(groups));
    expect(crossed && Array.from(crossed.groupOf)).toEqual(keys);
    expect(crossAll([by(keys), by(keys.map((key) => (key * 11) % groups))], keys.length, groups - 1)).toBeUndefined();
  });

  it("are those of the pairs as trying every two finds", () => {
    const key = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key, key), { minLength: 1, maxLength: 25 }), (keys) => {
        const ways = [0, 1, 2].map((way) => by(keys.map((each) => each[way] as number)));
        const crossed = crossAll(ways, keys.length, keys.length);
        for (const [one, own] of keys.entries())
          for (const [other, others] of keys.entries()) expect(crossed?.groupOf[one] === crossed?.groupOf[other]).toBe(own.join() === others.join());
      }),
    );
  });
});

describe("how many thresholds a whole number reaches", () => {
  // the widest table has 65,536 places
  it.each([
    ["none", []],
    ["one", [5]],
    ["neighbours", [5, 6, 7]],
    ["the widest table", [-1_000, 0, 64_535]],
    ["too wide for a table", [-1_000, 0, 64_536]],
    ["far below none", [-5_000_000, -4_900_000, -1]],
  ])("is counted: %s", (_, thresholds) => {
    const reached = stretchesOf(thresholds);
    for (const value of [...thresholds.flatMap((each) => [each - 1, each, each + 1]), -1e9, 1e9])
      expect(reached(value)).toBe(thresholds.filter((threshold) => value >= threshold).length);
  });
});
