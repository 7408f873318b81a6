import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FALSE, TRUE, UNKNOWN } from "../value.js";
import { FactSets, type Forcing, forcingOf, opposite } from "./factSets.js";

const numbers = (count: number, from = 1): number[] => Array.from({ length: count }, (_, index) => from + index);

describe("sets of facts", () => {
  it("taken together need a set of each, the smallest first and each once", () => {
    const sets = new FactSets<number>();
    expect(sets.both([0b001, 0b010], [0b100, 0b001])).toEqual([0b001, 0b011, 0b101, 0b110]);
    expect(sets.both([0b111], [0b001])).toEqual([0b111]);
    expect(sets.complete).toBe(true);
  });

  it("taken together with what needs nothing stay as they are", () => {
    const sets = new FactSets<number>();
    expect([sets.both([0], [0b10, 0b1]), sets.both([0b10, 0b1], [0])]).toEqual([
      [0b10, 0b1],
      [0b10, 0b1],
    ]);
    expect(sets.both([0], [])).toEqual([]);
    expect(sets.both([0b1], [])).toEqual([]);
    expect(sets.both([], [0b1])).toEqual([]);
  });

  it("either of which will do are all of them, a set that contains another too", () => {
    const sets = new FactSets<number>();
    expect(sets.either([0b11], [0b1, 0b100])).toEqual([0b1, 0b100, 0b11]);
    expect([sets.either([], [0b11, 0b1]), sets.either([0b11, 0b1], [])]).toEqual([
      [0b11, 0b1],
      [0b11, 0b1],
    ]);
    expect(sets.either([0b1], [0b1])).toEqual([0b1]);
  });

  it("are bounded to the 128 smallest, and it is said where more were dropped", () => {
    const few = new FactSets<number>();
    expect(few.either(numbers(64), numbers(64, 65)).length).toBe(128);
    expect(few.complete).toBe(true);
    const many = new FactSets<number>();
    const kept = many.either(numbers(64), numbers(65, 65));
    expect([kept.length, many.complete]).toEqual([128, false]);
    // 127 has the most members of all up to 129
    expect(kept).not.toContain(127);
  });
});

describe("the facts of a question", () => {
  it("have a set each, the same whenever they are met", () => {
    const sets = new FactSets<string>();
    expect([sets.of("x", "first"), sets.of("y", "second"), sets.of("x", "again")]).toEqual([0b1, 0b10, 0b1]);
    expect([sets.facts, sets.factsIn(0b10), sets.factsIn(0b11), sets.factsIn(0)]).toEqual([["first", "second"], ["second"], ["first", "second"], []]);
  });

  it("are told apart up to thirty, and it is said where there are more; all are listed", () => {
    const sets = new FactSets<number>();
    for (const number of numbers(30)) expect(sets.of(number, number)).toBe(1 << (number - 1));
    expect(sets.complete).toBe(true);
    expect([sets.of(31, 31), sets.of(32, 32), sets.of(31, 31)]).toEqual([0, 0, 0]);
    expect([sets.complete, sets.facts.length, sets.of(7, 7)]).toEqual([false, 32, 1 << 6]);
    expect(sets.factsIn(-1)).toEqual(numbers(30));
  });
});

/** A condition over independent facts, as what forces it and as what it comes to. */
interface Condition {
  readonly forcing: (sets: FactSets<number>) => Forcing;
  readonly truth: (known: ReadonlyMap<number, boolean>) => boolean | undefined;
}

const conjunction = (truths: readonly (boolean | undefined)[]) => (truths.includes(false) ? false : truths.includes(undefined) ? undefined : true);
const inverse = (truth: boolean | undefined) => (truth === undefined ? undefined : !truth);

const conditions = fc.letrec<{ condition: Condition }>((tie) => {
  const several = fc.array(tie("condition"), { minLength: 2, maxLength: 3 });
  return {
    condition: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.nat(4).map(
        (fact): Condition => ({
          forcing: (sets) => ({ toTrue: [sets.of(fact, fact)], toFalse: [sets.of(fact, fact)] }),
          truth: (known) => known.get(fact),
        }),
      ),
      several.map(
        (parts): Condition => ({
          forcing: (sets) => sets.conjunction(parts.map(({ forcing }) => forcing(sets))),
          truth: (known) => conjunction(parts.map(({ truth }) => truth(known))),
        }),
      ),
      several.map(
        (parts): Condition => ({
          forcing: (sets) => sets.disjunction(parts.map(({ forcing }) => forcing(sets))),
          truth: (known) => inverse(conjunction(parts.map(({ truth }) => inverse(truth(known))))),
        }),
      ),
      tie("condition").map((part): Condition => ({ forcing: (sets) => opposite(part.forcing(sets)), truth: (known) => inverse(part.truth(known)) })),
      fc.tuple(tie("condition"), tie("condition"), tie("condition")).map(
        ([condition, then, otherwise]): Condition => ({
          forcing: (sets) => sets.choice(condition.forcing(sets), then.forcing(sets), otherwise.forcing(sets)),
          truth: (known) => {
            const taken = condition.truth(known);
            const [one, other] = [then.truth(known), otherwise.truth(known)];
            return taken === undefined ? (one === other ? one : undefined) : taken ? one : other;
          },
        }),
      ),
      fc.tuple(tie("condition"), tie("condition")).map(
        ([left, right]): Condition => ({
          forcing: (sets) => sets.alike(left.forcing(sets), right.forcing(sets)),
          truth: (known) => {
            const [one, other] = [left.truth(known), right.truth(known)];
            return one === undefined || other === undefined ? undefined : one === other;
          },
        }),
      ),
    ),
  };
}).condition;

describe("what forces a condition", () => {
  it("is contained in whatever values make it so, and nothing else need be known", () => {
    const values = fc.array(fc.option(fc.boolean(), { nil: undefined }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(conditions, values, ({ forcing, truth }, given) => {
        const sets = new FactSets<number>();
        const { toTrue, toFalse } = forcing(sets);
        const known = new Map(given.flatMap((value, fact) => (value === undefined ? [] : [[fact, value] as const])));
        const found = truth(known);
        fc.pre(found !== undefined && sets.complete);
        const forced = (found === true ? toTrue : toFalse).some((mask) => {
          const enough = sets.factsIn(mask);
          return enough.every((fact) => known.has(fact)) && truth(new Map([...known].filter(([fact]) => enough.includes(fact)))) === found;
        });
        expect(forced).toBe(true);
      }),
    );
  });

  it("comes smallest first, each set once", () => {
    fc.assert(
      fc.property(conditions, ({ forcing }) => {
        const sets = new FactSets<number>();
        for (const masks of Object.values(forcing(sets)) as number[][]) {
          const sizes = masks.map((mask) => sets.factsIn(mask).length);
          expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);
          expect(new Set(masks).size).toBe(masks.length);
        }
      }),
    );
  });

  it("is nothing more of what is settled, and never the opposite", () => {
    expect(forcingOf(TRUE)).toEqual({ toTrue: [0], toFalse: [] });
    expect(forcingOf(FALSE)).toEqual({ toTrue: [], toFalse: [0] });
    expect(forcingOf(UNKNOWN)).toBeUndefined();
  });
});
