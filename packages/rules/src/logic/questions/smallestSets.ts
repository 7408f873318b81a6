import { FALSE, TRUE, type Truth } from "../value.js";
import type { FactSets, Forcing, Sets } from "./factSets.js";

const mostTrials = 4096;
const mostTrialsOfAQuestion = 16_384;

/** The trials of one question: there is an end to them, however many sets of facts there are to try. */
export class Trials {
  private left = mostTrialsOfAQuestion;

  /**
   * Tries every combination of some choices until one succeeds.
   *
   * @param attempt is given one of each, in an array that is used again for the next trial
   * @returns undefined where there are too many combinations to try
   */
  each<Choice>(choices: readonly (readonly Choice[])[], attempt: (chosen: readonly Choice[]) => boolean): boolean | undefined {
    const trials = choices.reduce((product, options) => product * options.length, 1);
    if (trials > mostTrials || trials > this.left) return undefined;
    // also where one succeeds early: what is asked must not depend on the order in which values are tried
    this.left -= trials;
    const chosen: Choice[] = [];
    for (let trial = 0; trial < trials; trial += 1) {
      let rest = trial;
      for (const [index, options] of choices.entries()) {
        chosen[index] = options[rest % options.length] as Choice;
        rest = Math.floor(rest / options.length);
      }
      if (attempt(chosen)) return true;
    }
    return false;
  }
}

/** What would settle a condition: smallest sets of facts that could make it true, and false. */
export interface Settling<Fact> {
  readonly toGrant: readonly Fact[];
  readonly toDeny: readonly Fact[];
  /** False where a smaller set, or one where none is named, might do. */
  readonly proven: boolean;
}

/**
 * Finds the smallest sets for which values exist: a smallest set that can force a condition is one of those of which the
 * condition is made, and these are tried smallest first.
 *
 * @param attainable whether some values of the facts make the condition what is wanted; undefined where not all that there
 * are were tried
 */
export function smallestSets<Fact>(
  sets: FactSets<Fact>,
  { toTrue, toFalse }: Forcing,
  attainable: (facts: readonly Fact[], wanted: Truth) => boolean | undefined,
): Settling<Fact> {
  let proven = sets.complete;
  const smallest = (masks: Sets, wanted: Truth): readonly Fact[] => {
    let unsure: readonly Fact[] | undefined;
    for (const mask of masks) {
      const facts = sets.factsIn(mask);
      const found = attainable(facts, wanted);
      if (found === true) {
        if (unsure !== undefined && unsure.length < facts.length) proven = false;
        return facts;
      }
      if (found === undefined) unsure ??= facts;
    }
    if (unsure === undefined) return [];
    proven = false;
    return unsure;
  };
  const [toGrant, toDeny] = [smallest(toTrue, TRUE), smallest(toFalse, FALSE)];
  return { toGrant, toDeny, proven };
}
