/** Repeatable draws: the same seed and stream give the same draws on every machine. */
export interface Random {
  /** A number from 0 (included) to 1 (excluded). */
  fraction(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True with the given probability. */
  chance(share: number): boolean;
  /** One entry of a list that is not empty. */
  pick<Value>(list: readonly Value[]): Value;
  /** One value, each with the weight that stands beside it. */
  weighted<Value>(choices: readonly (readonly [value: Value, weight: number])[]): Value;
}

const rotateLeft = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

type State = readonly [number, number, number, number];

/**
 * The generator xoshiro128** from four words of state, not all zero.
 *
 * @returns a function that gives the next word, 0 to 2³² − 1
 * Source: Blackman and Vigna, Scrambled Linear Pseudorandom Number Generators (2021).
 */
export function xoshiro128(state: State): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result >>> 0;
  };
}

/** Four words of state from a text: FNV-1a, spread by the finaliser of MurmurHash3. */
function stateOf(text: string): State {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const next = (): number => {
    hash = (hash + 0x9e3779b9) | 0;
    let word = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  };
  return [next(), next(), next(), next()];
}

/**
 * A source of repeatable draws. Streams of one seed are independent, so that drawing more people moves no facility.
 *
 * @param seed whole number
 * @param stream what is drawn, `"people"` for instance
 * @example
 * seededRandom(1, "people").whole(1, 6) === seededRandom(1, "people").whole(1, 6) //=> true
 */
export function seededRandom(seed: number, stream: string): Random {
  const word = xoshiro128(stateOf(`${seed}/${stream}`));
  const fraction = (): number => word() / 0x1_0000_0000;
  const whole = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  const pick = <Value>(list: readonly Value[]): Value => {
    const chosen = list[whole(0, list.length - 1)];
    if (chosen === undefined) throw new RangeError("nothing to draw from");
    return chosen;
  };
  const weighted = <Value>(choices: readonly (readonly [value: Value, weight: number])[]): Value => {
    let rest = fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    const chosen = choices.find(([, weight]) => {
      rest -= weight;
      return rest < 0;
    });
    const last = chosen ?? choices.at(-1);
    if (last === undefined) throw new RangeError("nothing to draw from");
    return last[0];
  };
  return { fraction, whole, pick, weighted, chance: (share) => fraction() < share };
}
