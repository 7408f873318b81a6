const word = 2 ** 32;

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/**
 * A repeatable source of chance: the same seed gives the same numbers on every machine.
 *
 * @example
 * new DrawGenerator([1, 2, 3, 4]).next() //=> 11520
 * Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021 (xoshiro128**),
 * its state filled by the finalizer of MurmurHash3 over a Weyl sequence (splitmix32).
 */
export class DrawGenerator {
  readonly #state: Int32Array;

  /** @param seed whole number from 0 to 2^53 − 1, or the four words of a state that is not all zero */
  constructor(seed: number | readonly [number, number, number, number]) {
    if (typeof seed !== "number") {
      this.#state = Int32Array.from(seed);
      return;
    }
    let weyl = (seed % word) ^ Math.imul(Math.floor(seed / word), 0x85ebca6b);
    const next = (): number => {
      weyl = (weyl + 0x9e3779b9) | 0;
      let z = weyl ^ (weyl >>> 16);
      z = Math.imul(z, 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return z ^ (z >>> 16);
    };
    this.#state = Int32Array.from([next(), next(), next(), next()]);
  }

  /** The next whole number from 0 to 2^32 − 1. */
  next(): number {
    const s = this.#state;
    const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = s;
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    s[2] = s2 ^ s0;
    s[3] = s3 ^ s1;
    s[1] = s1 ^ s[2];
    s[0] = s0 ^ s[3];
    s[2] ^= s1 << 9;
    s[3] = rotate(s[3], 11);
    return result;
  }

  /** A whole number from 0 up to and without `bound`, each equally likely. */
  below(bound: number): number {
    // numbers beyond the last whole multiple would favour the low results, and are drawn again
    const limit = word - (word % bound);
    let drawn = this.next();
    while (drawn >= limit) drawn = this.next();
    return drawn % bound;
  }

  /** So many different members of a list, each choice equally likely, in the order drawn. */
  sample<Member>(members: readonly Member[], count: number): Member[] {
    const rest = [...members];
    return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(this.below(rest.length), 1)).flat();
  }
}
