import type { MissingFacts } from "@eldercare/core";
import type { ParameterValues, TruthOf } from "../logic/closures.js";
import type { Leaf, Node } from "../logic/node.js";
import { smallestSets, Trials } from "../logic/questions/smallestSets.js";
import { type Representatives, representativesOf } from "../logic/representatives.js";
import type { Scope } from "../logic/scope.js";
import { toMissing } from "../logic/unknownLeaves.js";
import { UnknownSearch } from "../logic/unknowns.js";
import type { Truth, Value } from "../logic/value.js";

/** Tries values of facts in the place of those that are not known. */
class Trial {
  private readonly truth: TruthOf;
  private readonly scope: Scope;
  private readonly values: Representatives;
  /** Every fact that is missing. */
  private readonly all: readonly Leaf[];
  private readonly trials = new Trials();

  constructor(truth: TruthOf, scope: Scope, values: Representatives, all: readonly Leaf[]) {
    this.truth = truth;
    this.scope = scope;
    this.values = values;
    this.all = all;
  }

  private valuesOf({ key, record }: Leaf): readonly Value[] {
    const found = [...(this.values.values.get(key) ?? []), ...this.values.others(key)];
    // a record that is there is not none
    return record?.isThere(this.scope) === true ? found.filter((value) => value !== null) : found;
  }

  /** A value of each of some facts, and of every other field of a record of which one says that it is none. */
  private supposed(facts: readonly Leaf[], values: readonly Value[]): ReadonlyMap<string, Value> {
    const made = new Map(facts.map(({ key }, index) => [key, values[index]]));
    for (const [index, { record }] of facts.entries())
      if (record !== undefined && values[index] === null)
        for (const other of this.all) if (other.record?.key === record.key) made.set(other.key, null);
    return made;
  }

  /** Whether some values of the facts make the condition what is wanted; undefined where not all that there are could be tried. */
  attainable(facts: readonly Leaf[], wanted: Truth): boolean | undefined {
    const choices = facts.map((fact) => this.valuesOf(fact));
    const { scope, truth } = this;
    const before = scope.supposed;
    try {
      const found = this.trials.each(choices, (values) => {
        scope.supposed = this.supposed(facts, values);
        return truth(scope) === wanted;
      });
      // none of the values tried will do; that proves something only where they stand for all values
      return found === false && facts.some(({ key }) => this.values.sampled.has(key)) ? undefined : found;
    } finally {
      scope.supposed = before;
    }
  }
}

/**
 * Names what would settle an undetermined condition: a smallest set of unknown facts and parameters that could make it
 * true, one that could make it false, and all that matter. Where values could not be tried exhaustively, `proven` is false.
 */
export function missingFor(node: Node, truth: TruthOf, scope: Scope, parameters: ParameterValues, truths: WeakMap<Node, TruthOf>): MissingFacts {
  const search = new UnknownSearch(scope, parameters, truths);
  const forcing = search.question(node);
  const { sets } = search;
  const trial = new Trial(truth, scope, representativesOf(node, scope, parameters), sets.facts);
  const { toGrant, toDeny, proven } = smallestSets(sets, forcing, (facts, wanted) => trial.attainable(facts, wanted));
  return { toGrant: toGrant.map(toMissing), toDeny: toDeny.map(toMissing), relevant: sets.facts.map(toMissing), proven };
}
