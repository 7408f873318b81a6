import { rational } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Inequality, solveInequalities } from "./eliminate.js";

const whole = (value: number) => rational(BigInt(value), 1n);
const box = [-3, -2, -1, 0, 1, 2, 3];

/** An inequality over three unknowns, by its factors and its constant. */
const inequality = (factor: fc.Arbitrary<number>): fc.Arbitrary<Inequality> =>
  fc.tuple(factor, factor, factor, fc.integer({ min: -6, max: 6 }), fc.boolean()).map(([a, b, c, constant, strict]) => ({
    factors: new Map([a, b, c].flatMap((value, name) => (value === 0 ? [] : [[name, whole(value)] as const]))),
    constant: whole(constant),
    strict,
  }));

const bounds: readonly Inequality[] = [0, 1, 2].flatMap((name) =>
  [1, -1].map((sign) => ({ factors: new Map([[name, whole(sign)]]), constant: whole(3), strict: false })),
);

const isMet = ({ factors, constant, strict }: Inequality, values: readonly number[]): boolean => {
  const sum = [...factors].reduce((total, [name, factor]) => total + Number(factor.numerator) * (values[name] ?? 0), Number(constant.numerator));
  return strict ? sum > 0 : sum >= 0;
};

const somewhere = (given: readonly Inequality[]): boolean =>
  box.some((x) => box.some((y) => box.some((z) => given.every((each) => isMet(each, [x, y, z])))));

const three = new Set([0, 1, 2]);

describe("inequalities over whole numbers", () => {
  it("are solved, or shown to exclude one another, as trying every number shows", () => {
    fc.assert(
      fc.property(fc.array(inequality(fc.constantFrom(-2, -1, 0, 1, 2)), { minLength: 1, maxLength: 4 }), (given) => {
        const found = solveInequalities([...given, ...bounds], [0, 1, 2], three);
        if (found === "unsure") return;
        expect(found !== "none").toBe(somewhere(given));
        if (found !== "none")
          for (const each of given)
            expect(
              isMet(
                each,
                [0, 1, 2].map((name) => Number(found.get(name)?.numerator)),
              ),
            ).toBe(true);
      }),
    );
  });

  it("are always decided where two unknowns are compared with one another", () => {
    const order = fc
      .tuple(fc.constantFrom(0, 1, 2), fc.constantFrom(1, 2), fc.integer({ min: -3, max: 3 }), fc.boolean())
      .map(([name, step, constant, strict]): Inequality => {
        const factors = new Map([
          [name, whole(1)],
          [(name + step) % 3, whole(-1)],
        ]);
        return { factors, constant: whole(constant), strict };
      });
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 6 }), (given) => {
        const found = solveInequalities([...given, ...bounds], [0, 1, 2], three);
        expect(found).not.toBe("unsure");
        expect(found !== "none").toBe(somewhere(given));
      }),
    );
  });

  it("that fractions alone satisfy are not said to be solved", () => {
    // twice a whole number is not one
    const twice = [
      { factors: new Map([[0, whole(2)]]), constant: whole(-1), strict: false },
      { factors: new Map([[0, whole(-2)]]), constant: whole(1), strict: false },
    ];
    expect(solveInequalities(twice, [0], new Set([0]))).toBe("none");
    expect(solveInequalities(twice, [0], new Set())).toEqual(new Map([[0, rational(1n, 2n)]]));
  });
});
