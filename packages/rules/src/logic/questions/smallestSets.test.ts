import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TRUE } from "../value.js";
import { FactSets } from "./factSets.js";
import { smallestSets, Trials } from "./smallestSets.js";

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe("combinations of choices", () => {
  it("are all tried, each once, until one succeeds", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(sizes, fc.nat(), (each, chosen) => {
        const tried: string[] = [];
        expect(new Trials().each(each.map(upTo), (values) => tried.push(values.join(" ")) < 0)).toBe(false);
        const all = each.reduce((product, size) => product * size, 1);
        expect([tried.length, new Set(tried).size]).toEqual([all, all]);
        const wanted = tried[chosen % all];
        let trials = 0;
        const found = new Trials().each(each.map(upTo), (values) => {
          trials += 1;
          return values.join(" ") === wanted;
        });
        expect([found, trials]).toEqual([true, (chosen % all) + 1]);
      }),
    );
  });

  it("are not tried where there are more than 4,096", () => {
    const none = () => false;
    expect([new Trials().each([upTo(4096)], none), new Trials().each([upTo(4097)], none)]).toEqual([false, undefined]);
    expect(new Trials().each([upTo(2000), upTo(3)], () => true)).toBeUndefined();
  });

  it("are not tried where a question has come to 16,384", () => {
    const trials = new Trials();
    const some = (count: number) => trials.each([upTo(count)], () => false);
    // what succeeds at once has used up all that might have been tried
    expect(trials.each([upTo(4096)], () => true)).toBe(true);
    expect([some(4096), some(4096), some(4000), some(97), some(96), some(1)]).toEqual([false, false, false, undefined, false, undefined]);
  });

  it("are none where one thing has no choice", () => {
    expect(new Trials().each([upTo(3), []], () => true)).toBe(false);
  });
});

describe("the smallest sets for which values exist", () => {
  /** Four facts, of which some sets are tried. */
  function searched(masks: readonly number[], answer: (names: string) => boolean | undefined, complete = true) {
    const sets = new FactSets<string>();
    for (const name of ["a", "b", "c", "d"]) sets.of(name, name);
    sets.complete = complete;
    const tried: string[] = [];
    const found = smallestSets(sets, { toTrue: masks, toFalse: [] }, (facts, wanted) => {
      tried.push(`${facts.join("")} ${wanted === TRUE}`);
      return answer(facts.join(""));
    });
    return { names: found.toGrant.join(""), proven: found.proven, tried };
  }

  it("are the first that will do, and no more are tried", () => {
    expect(searched([0b1, 0b11, 0b111], (names) => names === "ab")).toEqual({ names: "ab", proven: true, tried: ["a true", "ab true"] });
  });

  it("are nothing, proven, where none will do", () => {
    expect(searched([0b1, 0b10], () => false)).toMatchObject({ names: "", proven: true });
    expect(searched([], () => true)).toMatchObject({ names: "", proven: true });
  });

  it("are the first of which it could not be told, where none surely does", () => {
    expect(searched([0b1, 0b10, 0b11], (names) => (names === "a" ? false : undefined))).toMatchObject({ names: "b", proven: false });
  });

  it("are not proven where a smaller one could not be told, and are where it was as large", () => {
    expect(searched([0b1, 0b110], (names) => (names === "a" ? undefined : true))).toMatchObject({ names: "bc", proven: false });
    expect(searched([0b1, 0b10], (names) => (names === "a" ? undefined : true))).toMatchObject({ names: "b", proven: true });
  });

  it("are not proven where sets were dropped", () => {
    expect(searched([0b1], () => true, false)).toMatchObject({ names: "a", proven: false });
  });
});
