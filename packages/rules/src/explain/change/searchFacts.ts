import { compileTruth, type ParameterValues } from "../../logic/closures.js";
import type { Node } from "../../logic/node.js";
import type { Scope } from "../../logic/scope.js";
import { FALSE, TRUE, type Value } from "../../logic/value.js";
import { substitute } from "./substitute.js";
import { atomsReading, type ChangeableFact, distance } from "./variables.js";

/** Facts with the values that make a condition true. */
export interface FoundChange {
  readonly facts: readonly { readonly fact: ChangeableFact; readonly to: Value }[];
  /** How far the values lie from what they are, together. */
  readonly distance: number;
  readonly proven: boolean;
}

const mostChanges = 3;
const mostTrials = 4096;
const mostSets = 4000;

/** Every choice of so many of some things, in order. */
function* choices<Thing>(things: readonly Thing[], size: number, from = 0): Generator<readonly Thing[]> {
  if (size === 0) yield [];
  else
    for (let index = from; index <= things.length - size; index += 1)
      for (const rest of choices(things, size - 1, index + 1)) yield [things[index] as Thing, ...rest];
}

/** What came of a set of facts: values that work, a proof that none do, or neither. */
type Outcome = { readonly found: readonly Value[] } | "none" | "unsure";

/** Places of candidates whose sum is given, in order. */
function* placesOf(sizes: readonly number[], sum: number): Generator<readonly number[]> {
  const [first, ...rest] = sizes;
  if (first === undefined) {
    if (sum === 0) yield [];
    return;
  }
  for (let place = 0; place < first && place <= sum; place += 1) for (const others of placesOf(rest, sum - place)) yield [place, ...others];
}

function attempt(goal: Node, set: readonly ChangeableFact[], scope: Scope, parameters: ParameterValues): Outcome {
  const supposed = new Map<string, Value>();
  const keys = new Set(set.map(({ leaf }) => leaf.key));
  const truth = compileTruth(
    substitute(goal, keys, (key) => supposed.get(key)),
    parameters,
  );
  // what stays refused with these facts unknown is refused whatever they are
  if (truth(scope) === FALSE) return "none";
  const sizes = set.map(({ candidates }) => candidates.length);
  if (sizes.reduce((product, size) => product * size, 1) > mostTrials) return "unsure";
  const farthest = sizes.reduce((sum, size) => sum + Math.max(0, size - 1), 0);
  for (let sum = 0; sum <= farthest; sum += 1)
    for (const places of placesOf(sizes, sum)) {
      const values = set.map(({ candidates }, index) => candidates[places[index] ?? 0]);
      for (const [index, fact] of set.entries()) supposed.set(fact.leaf.key, values[index]);
      if (truth(scope) === TRUE) return { found: values };
    }
  return set.every(({ exact, candidates }) => exact && candidates.length > 0) && !entangled(goal, set) ? "none" : "unsure";
}

/** Whether one comparison reads two of the facts: the values of one then depend on those of the other. */
function entangled(goal: Node, set: readonly ChangeableFact[]): boolean {
  const atoms = set.flatMap(({ leaf }) => [...atomsReading(goal, leaf.key)]);
  return new Set(atoms).size < atoms.length;
}

const contains = (larger: readonly ChangeableFact[], smaller: readonly ChangeableFact[]): boolean => smaller.every((fact) => larger.includes(fact));

/**
 * Finds the sets of facts that would make a condition true if they were otherwise, no smaller part of which would do: fewest
 * facts first, then nearest values.
 */
export function searchFacts(goal: Node, facts: readonly ChangeableFact[], scope: Scope, parameters: ParameterValues, most: number): FoundChange[] {
  const found: { readonly set: readonly ChangeableFact[]; readonly change: FoundChange }[] = [];
  const unsure: (readonly ChangeableFact[])[] = [];
  let tried = 0;
  for (let size = 1; size <= Math.min(mostChanges, facts.length) && found.length < most; size += 1)
    for (const set of choices(facts, size)) {
      tried += 1;
      if (tried > mostSets)
        return sorted(
          found.map(({ change }) => change),
          most,
        );
      if (found.some((before) => contains(set, before.set))) continue;
      const outcome = attempt(goal, set, scope, parameters);
      if (outcome === "unsure") unsure.push(set);
      if (outcome === "none" || outcome === "unsure") continue;
      const proven = set.every(({ exact }) => exact) && !entangled(goal, set) && !unsure.some((smaller) => smaller.length < set.length);
      const changed = set.map((fact, index) => ({ fact, to: outcome.found[index] }));
      const far = changed.reduce((sum, { fact, to }) => sum + distance(fact.current, to), 0);
      found.push({ set, change: { facts: changed, distance: far, proven } });
    }
  return sorted(
    found.map(({ change }) => change),
    most,
  );
}

const sorted = (changes: readonly FoundChange[], most: number): FoundChange[] =>
  [...changes].sort((a, b) => a.facts.length - b.facts.length || a.distance - b.distance).slice(0, most);
