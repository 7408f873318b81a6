import type { EffectOf } from "../assess/compiledRule.js";
import { combinations } from "../logic/columns/combinations.js";
import { type GroupNumbers, groupBy } from "../logic/columns/grouping.js";
import type { Plane } from "../logic/columns/planes.js";
import type { Population } from "../logic/columns/population.js";
import type { Reading } from "../logic/columns/reads.js";
import type { Scope } from "../logic/scope.js";
import type { PlannedRule } from "./plan.js";

// above so many distinct amounts, each subject is computed for itself
const mostCombinations = 1 << 16;

const amountKinds: ReadonlySet<string> = new Set(["benefit", "funding"]);

/** Fen by group of subjects, `NaN` where the amount is not known. */
interface AmountGroups {
  readonly groupOf: GroupNumbers;
  readonly fen: Float64Array;
}

/** What rules pay the subjects of a piece, if they grant it: exact arithmetic once a distinct combination of inputs. */
export class Amounts {
  private readonly rules: readonly PlannedRule[];
  private readonly effects: readonly EffectOf[];
  private readonly population: Population;
  private readonly reading: Reading;
  private readonly known = new Map<number, AmountGroups | undefined>();

  constructor(rules: readonly PlannedRule[], effects: readonly EffectOf[], population: Population, reading: Reading) {
    this.rules = rules;
    this.effects = effects;
    this.population = population;
    this.reading = reading;
  }

  /** The amounts of a rule by group; undefined where it pays nothing. */
  of(rule: number): AmountGroups | undefined {
    if (!this.known.has(rule)) this.known.set(rule, this.make(rule));
    return this.known.get(rule);
  }

  private make(rule: number): AmountGroups | undefined {
    const [planned, effect] = [this.rules[rule], this.effects[rule]];
    if (planned === undefined || effect?.grants !== true || !amountKinds.has(planned.parsed.info.kind)) return undefined;
    const { population, reading } = this;
    const amount = (scope: Scope): number => {
      const found = effect.effect(scope);
      return "amountFen" in found && found.amountFen !== undefined ? found.amountFen : Number.NaN;
    };
    const groups = combinations(Object.values(planned.parsed.values), population, planned.parameters, reading, mostCombinations);
    const { groupOf, firsts } = groups ?? groupBy(population.size, (subject) => subject);
    return { groupOf, fen: Float64Array.from(firsts, (first) => (first < 0 ? Number.NaN : amount(population.scopeOf(first)))) };
  }

  /** Writes what a rule pays to those it grants anything. */
  write(rule: number, granted: Plane, into: Float64Array): void {
    const amounts = this.of(rule);
    if (amounts === undefined) return;
    const { groupOf, fen } = amounts;
    for (let word = 0; word < granted.length; word += 1)
      // only the bits that are set are gone through: the lowest one is taken off each time
      for (let rest = granted[word] as number; rest !== 0; rest &= rest - 1) {
        const subject = (word << 5) + (31 - Math.clz32(rest & -rest));
        if (subject < into.length) into[subject] = fen[groupOf[subject] as number] as number;
      }
  }

  /** What a rule pays all those together to whom it grants anything. */
  total(rule: number, granted: Plane): number {
    const amounts = this.of(rule);
    if (amounts === undefined) return 0;
    const { groupOf, fen } = amounts;
    const paid = new Uint32Array(fen.length);
    for (let word = 0; word < granted.length; word += 1)
      for (let rest = granted[word] as number; rest !== 0; rest &= rest - 1) {
        const subject = (word << 5) + (31 - Math.clz32(rest & -rest));
        if (subject < groupOf.length) paid[groupOf[subject] as number] = (paid[groupOf[subject] as number] as number) + 1;
      }
    return fen.reduce((sum, each, group) => (Number.isNaN(each) ? sum : sum + each * (paid[group] as number)), 0);
  }
}
