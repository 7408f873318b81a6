import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alike, bitAt, choose, combine, countBits, known, negate, type Plane, PlanePool, type Planes, setBit, wordsFor } from "./planes.js";

/** True, false or not known. */
type Kleene = boolean | undefined;

const sizes = [1, 31, 32, 33, 70];

const truths = (size: number, complete: boolean): fc.Arbitrary<Kleene[]> =>
  fc.array(complete ? fc.boolean() : fc.constantFrom(true, false, undefined), { minLength: size, maxLength: size });

const someTruths = (count: number): fc.Arbitrary<Kleene[][]> =>
  fc
    .tuple(fc.constantFrom(...sizes), fc.array(fc.boolean(), { minLength: count, maxLength: count }))
    .chain(([size, complete]) => fc.tuple(...complete.map((each) => truths(size, each))));

function toPlanes(values: readonly Kleene[]): Planes {
  const words = wordsFor(values.length);
  const [must, may] = [new Uint32Array(words), new Uint32Array(words)];
  for (const [subject, value] of values.entries()) {
    if (value === true) setBit(must, subject);
    if (value !== false) setBit(may, subject);
  }
  return values.includes(undefined) ? { must, may } : known(must);
}

const read = ({ must, may }: { must: Plane; may: Plane }, size: number): Kleene[] =>
  Array.from({ length: size }, (_, subject) => (bitAt(must, subject) ? true : bitAt(may, subject) ? undefined : false));

/** What an operation on known truths says of unknown ones: what it says whatever they turn out to be. */
function whateverTheyAre(operation: (...known: boolean[]) => boolean, values: readonly Kleene[]): Kleene {
  const unknown = values.filter((value) => value === undefined).length;
  const outcomes = Array.from({ length: 2 ** unknown }, (_, guess) => {
    let next = 0;
    return operation(...values.map((value) => value ?? ((guess >>> next++) & 1) === 1));
  });
  return outcomes.every((outcome) => outcome === outcomes[0]) ? outcomes[0] : undefined;
}

const expectLike = (made: (planes: Planes[], pool: PlanePool) => Planes, operation: (...known: boolean[]) => boolean, values: Kleene[][]): void => {
  const size = values[0]?.length ?? 0;
  const pool = new PlanePool(wordsFor(size));
  // a plane that is used again holds what it held before
  pool.give({ must: new Uint32Array(wordsFor(size)).fill(0xdeadbeef), may: new Uint32Array(wordsFor(size)).fill(0x12345678) });
  const rows = Array.from({ length: size }, (_, subject) => values.map((each) => each[subject]));
  expect(read(made(values.map(toPlanes), pool), size)).toEqual(rows.map((row) => whateverTheyAre(operation, row)));
};

describe("truths of three as planes", () => {
  it("are joined as each subject's own truths are", () => {
    fc.assert(
      fc.property(someTruths(3), (values) =>
        expectLike(
          (planes, pool) => combine("and", planes, pool),
          (...all) => all.every(Boolean),
          values,
        ),
      ),
    );
    fc.assert(
      fc.property(someTruths(3), (values) =>
        expectLike(
          (planes, pool) => combine("or", planes, pool),
          (...all) => all.some(Boolean),
          values,
        ),
      ),
    );
  });

  it("are turned round by changing places", () => {
    fc.assert(
      fc.property(someTruths(1), (values) =>
        expectLike(
          ([planes], pool) => negate(planes as Planes, pool),
          (value) => !value,
          values,
        ),
      ),
    );
  });

  it("choose a branch, or what both branches say", () => {
    fc.assert(
      fc.property(someTruths(3), (values) =>
        expectLike(
          ([c, t, e], pool) => choose(c as Planes, t as Planes, e as Planes, pool),
          (c, t, e) => (c ? t : e) === true,
          values,
        ),
      ),
    );
  });

  it("are alike only where both are known", () => {
    fc.assert(
      fc.property(someTruths(2), (values) =>
        expectLike(
          ([a, b], pool) => alike(a as Planes, b as Planes, pool),
          (a, b) => a === b,
          values,
        ),
      ),
    );
  });

  it("are counted without what lies beyond the last subject", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 100 }), (values) => {
        const plane = new Uint32Array(wordsFor(values.length)).fill(0xffffffff);
        for (const [subject, value] of values.entries()) if (!value) plane[subject >>> 5] = (plane[subject >>> 5] ?? 0) & ~(1 << (subject & 31));
        expect(countBits(plane, values.length)).toBe(values.filter(Boolean).length);
      }),
    );
  });
});

describe("planes on which nothing is unknown", () => {
  const words = 2;
  const sure = (word: number): Planes => known(Uint32Array.of(word, ~word));
  const unsure = (): Planes => ({ must: Uint32Array.of(0, 1), may: Uint32Array.of(1, 3) });
  const operations: readonly (readonly [string, number, (planes: readonly Planes[], pool: PlanePool) => Planes])[] = [
    ["and", 3, (planes, pool) => combine("and", planes, pool)],
    ["or", 3, (planes, pool) => combine("or", planes, pool)],
    ["not", 1, ([planes], pool) => negate(planes as Planes, pool)],
    ["if", 3, ([c, t, e], pool) => choose(c as Planes, t as Planes, e as Planes, pool)],
    ["alike", 2, ([a, b], pool) => alike(a as Planes, b as Planes, pool)],
  ];

  it.each(operations)("give one such plane, not two: %s", (_, count, operate) => {
    const all = Array.from({ length: count }, (_, number) => sure(0x0f0f0f0f << number));
    const pool = new PlanePool(words);
    const made = operate(all, pool);
    expect(made.may).toBe(made.must);
    expect(made.must).toHaveLength(words);
  });

  it.each(operations)("give two where one of them is unsure: %s", (_, count, operate) => {
    for (let place = 0; place < count; place += 1) {
      const all = Array.from({ length: count }, (_, number) => (number === place ? unsure() : sure(0)));
      const made = operate(all, new PlanePool(words));
      expect(made.may).not.toBe(made.must);
    }
  });
});

describe("planes that are given back", () => {
  it("are taken before new ones are made, each once, and one that stands for both is one", () => {
    const pool = new PlanePool(2);
    const [must, may, both] = [new Uint32Array(2), new Uint32Array(2), new Uint32Array(2)];
    pool.give({ must, may });
    pool.give(known(both));
    const taken = new Set([pool.take(), pool.take(), pool.take()]);
    expect(taken).toEqual(new Set([must, may, both]));
    const fresh = pool.take();
    expect([taken.has(fresh), fresh.length]).toEqual([false, 2]);
  });
});
