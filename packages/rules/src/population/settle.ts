import type { EffectOf, RuleInfo } from "../assess/compiledRule.js";
import { bitAt, type Plane, type Planes, setBit, wordsFor } from "../logic/columns/planes.js";
import type { Population } from "../logic/columns/population.js";

/** What one rule says of every subject of a piece. */
export interface RuleAnswers {
  /** Granted or met: for sure in `must`, perhaps in `may`. */
  readonly planes: Planes;
  /** To whom the rule applies; absent where to everybody. */
  readonly applies?: Plane;
}

/**
 * Turns whom a condition is true of into what the rule says: a grant is the condition itself; what a standard asks for is
 * looked at in each subject to which it applies.
 */
export function settle(kind: RuleInfo["kind"], effect: EffectOf, condition: Planes, population: Population): RuleAnswers {
  // funding that does not apply is not refused
  if (effect.grants) return kind === "funding" ? { planes: condition, applies: condition.may } : { planes: condition };
  const words = wordsFor(population.size);
  const [must, may, applies] = [new Uint32Array(words), new Uint32Array(words), new Uint32Array(words)];
  for (let subject = 0; subject < population.size; subject += 1) {
    if (!bitAt(condition.may, subject)) continue;
    if (!bitAt(condition.must, subject)) {
      setBit(may, subject);
      setBit(applies, subject);
      continue;
    }
    const { met, senseless } = effect.outcome(population.scopeOf(subject));
    if (senseless === true) continue;
    setBit(applies, subject);
    if (met === true) setBit(must, subject);
    if (met !== false) setBit(may, subject);
  }
  return { planes: { must, may }, applies };
}
