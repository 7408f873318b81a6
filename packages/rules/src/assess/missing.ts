import type { MissingFacts } from "@eldercare/core";
import type { ParameterValues, TruthOf } from "../logic/closures.js";
import type { Leaf, Node } from "../logic/node.js";
import { type Representatives, representativesOf } from "../logic/representatives.js";
import type { Scope } from "../logic/scope.js";
import { toMissing } from "../logic/unknownLeaves.js";
import { question } from "../logic/unknowns.js";
import { FALSE, TRUE, type Truth, type Value } from "../logic/value.js";

const mostTrials = 4096;

/** Whether some values of the leaves make the condition what is wanted; undefined where too many would have to be tried. */
function attainable(leaves: readonly Leaf[], wanted: Truth, truth: TruthOf, scope: Scope, values: Representatives): boolean | undefined {
  const choices = leaves.map((leaf) => values.values.get(leaf.key) ?? (leaf.type.kind === "boolean" ? [true, false] : []));
  const trials = choices.reduce((product, options) => product * options.length, 1);
  if (trials === 0 || trials > mostTrials) return undefined;
  const supposed = new Map<string, Value>();
  const before = scope.supposed;
  scope.supposed = supposed;
  try {
    for (let trial = 0; trial < trials; trial += 1) {
      let rest = trial;
      for (const [index, options] of choices.entries()) {
        supposed.set(leaves[index]?.key ?? "", options[rest % options.length]);
        rest = Math.floor(rest / options.length);
      }
      if (truth(scope) === wanted) return true;
    }
    // none of the values tried will do; that proves something only where they stand for all values
    return leaves.some((leaf) => values.sampled.has(leaf.key)) ? undefined : false;
  } finally {
    scope.supposed = before;
  }
}

/**
 * Names what would settle an undetermined condition: a smallest set of unknown facts and parameters that could make it
 * true, one that could make it false, and all that matter.
 *
 * Every set that can force a three-valued condition contains one of the structural sets of `question`; the smallest of
 * those for which values exist is therefore a smallest set. Where values could not be tried exhaustively, `proven` is false.
 */
export function missingFor(node: Node, truth: TruthOf, scope: Scope, parameters: ParameterValues, truths: WeakMap<Node, TruthOf>): MissingFacts {
  const { leaves, forcing, complete } = question(node, scope, parameters, truths);
  const values = representativesOf(node, scope, parameters);
  let proven = complete;
  const smallest = (sets: readonly (readonly Leaf[])[], wanted: Truth): readonly Leaf[] => {
    let unsure: readonly Leaf[] | undefined;
    for (const set of sets) {
      const found = attainable(set, wanted, truth, scope, values);
      if (found === true) {
        if (unsure !== undefined && unsure.length < set.length) proven = false;
        return set;
      }
      if (found === undefined) unsure ??= set;
    }
    if (unsure === undefined) return [];
    proven = false;
    return unsure;
  };
  const toGrant = smallest(forcing.toTrue, TRUE);
  const toDeny = smallest(forcing.toFalse, FALSE);
  return { toGrant: toGrant.map(toMissing), toDeny: toDeny.map(toMissing), relevant: leaves.map(toMissing), proven };
}
