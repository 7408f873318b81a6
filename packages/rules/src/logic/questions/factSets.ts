import { TRUE, type Truth, UNKNOWN } from "../value.js";

/** Sets of facts: bit masks over the facts of one question, the smallest set first. */
export type Sets = readonly number[];

/** No set at all: nothing that could be known would do. */
export const never: Sets = [];
/** The empty set alone: nothing more need be known. */
export const already: Sets = [0];

/** Sets of unknown facts that could force a condition true, or false. */
export interface Forcing {
  readonly toTrue: Sets;
  readonly toFalse: Sets;
}

const settledTrue: Forcing = { toTrue: already, toFalse: never };
const settledFalse: Forcing = { toTrue: never, toFalse: already };

/** What a settled condition needs: nothing to be what it is, and nothing makes it otherwise; undefined of an open one. */
export const forcingOf = (truth: Truth): Forcing | undefined => (truth === UNKNOWN ? undefined : truth === TRUE ? settledTrue : settledFalse);

/** What forces the opposite of a condition. */
export const opposite = ({ toTrue, toFalse }: Forcing): Forcing => ({ toTrue: toFalse, toFalse: toTrue });

const mostSets = 128;
/** How many unknown facts one question can tell apart. */
export const mostFacts = 30;

const sizeOf = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/**
 * The unknown facts of one question, and sets of them combined as conditions are, whatever the facts are read from. It is
 * remembered whether any set was dropped to bound the work.
 */
export class FactSets<Fact> {
  /** Every fact met, in that order. */
  readonly facts: Fact[] = [];
  complete = true;
  private readonly keys: unknown[] = [];

  /**
   * The set of one fact alone.
   *
   * @param key tells it from the others
   */
  of(key: unknown, fact: Fact): number {
    const known = this.keys.indexOf(key);
    const place = known < 0 ? this.keys.push(key) - 1 : known;
    if (known < 0) this.facts.push(fact);
    if (place < mostFacts) return 1 << place;
    this.complete = false;
    return 0;
  }

  /** The facts of a set. */
  factsIn(mask: number): Fact[] {
    return this.facts.filter((_, index) => index < mostFacts && (mask & (1 << index)) !== 0);
  }

  /** Each set once, smallest first. A set that contains another stays: the smaller one may turn out to be inconsistent. */
  private bounded(sets: Sets): Sets {
    const sorted = [...new Set(sets)].sort((a, b) => sizeOf(a) - sizeOf(b) || a - b);
    if (sorted.length <= mostSets) return sorted;
    this.complete = false;
    return sorted.slice(0, mostSets);
  }

  /** What takes a set of each. */
  both(a: Sets, b: Sets): Sets {
    // most parts of a condition are settled already, and need nothing
    if (a.length === 1 && a[0] === 0) return b;
    if (b.length === 1 && b[0] === 0) return a;
    return this.bounded(a.flatMap((one) => b.map((other) => one | other)));
  }

  /** What takes a set of either. */
  either(a: Sets, b: Sets): Sets {
    if (a.length === 0) return b;
    return b.length === 0 ? a : this.bounded([...a, ...b]);
  }

  /** What forces a conjunction. */
  conjunction(parts: readonly Forcing[]): Forcing {
    let [toTrue, toFalse] = [already, never];
    for (const part of parts) {
      toTrue = this.both(toTrue, part.toTrue);
      toFalse = this.either(toFalse, part.toFalse);
    }
    return { toTrue, toFalse };
  }

  /** What forces a disjunction. */
  disjunction(parts: readonly Forcing[]): Forcing {
    return opposite(this.conjunction(parts.map(opposite)));
  }

  /** What takes a set of the branch that is taken, or of both, whichever that is. */
  chosen(condition: Forcing, whenTrue: Sets, whenFalse: Sets): Sets {
    const taken = this.either(this.both(condition.toTrue, whenTrue), this.both(condition.toFalse, whenFalse));
    return this.either(taken, this.both(whenTrue, whenFalse));
  }

  /** What forces a choice between two conditions. */
  choice(condition: Forcing, whenTrue: Forcing, whenFalse: Forcing): Forcing {
    return {
      toTrue: this.chosen(condition, whenTrue.toTrue, whenFalse.toTrue),
      toFalse: this.chosen(condition, whenTrue.toFalse, whenFalse.toFalse),
    };
  }

  /** What forces that two conditions have the same truth. */
  alike(left: Forcing, right: Forcing): Forcing {
    return {
      toTrue: this.either(this.both(left.toTrue, right.toTrue), this.both(left.toFalse, right.toFalse)),
      toFalse: this.either(this.both(left.toTrue, right.toFalse), this.both(left.toFalse, right.toTrue)),
    };
  }
}
