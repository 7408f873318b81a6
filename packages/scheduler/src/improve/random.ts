/**
 * A repeatable stream of random numbers (xoshiro128**), the same on every machine.
 *
 * Source: Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 2021; seeded by splitmix32.
 */
export class Random {
  private readonly state = new Uint32Array(4);

  constructor(seed: number) {
    let word = seed >>> 0;
    for (let index = 0; index < 4; index++) {
      word = (word + 0x9e37_79b9) >>> 0;
      let mixed = word ^ (word >>> 16);
      mixed = Math.imul(mixed, 0x21f0_aaad);
      mixed ^= mixed >>> 15;
      mixed = Math.imul(mixed, 0x735a_2d97);
      this.state[index] = mixed ^ (mixed >>> 15);
    }
  }

  private word(): number {
    const { state } = this;
    const first = state[0] as number;
    const second = state[1] as number;
    const scrambled = Math.imul(second, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const third = (state[2] as number) ^ first;
    const fourth = (state[3] as number) ^ second;
    state[1] = second ^ third;
    state[0] = first ^ fourth;
    state[2] = third ^ (second << 9);
    state[3] = (fourth << 11) | (fourth >>> 21);
    return result;
  }

  /** A number from 0 up to but not including 1. */
  unit(): number {
    return this.word() / 0x1_0000_0000;
  }

  /** A whole number from 0 to `count` − 1. */
  below(count: number): number {
    return Math.floor(this.unit() * count);
  }
}
