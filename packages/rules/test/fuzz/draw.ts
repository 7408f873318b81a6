/** Draws at random from a seed: the same seed, the same draws. */
export class Draw {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number from 0 up to, but not including, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number below a limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  one<Thing>(things: readonly Thing[]): Thing {
    const drawn = things[this.below(things.length)];
    if (drawn === undefined && !(this.below(things.length) in things)) throw new RangeError("nothing to draw from");
    return drawn as Thing;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }
}
