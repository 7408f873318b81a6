import type { Node } from "../logic/node.js";
import { partsOf } from "./domain/formula.js";
import { Lowering } from "./domain/lowering.js";
import type { Variable } from "./domain/variable.js";
import type { World } from "./domain/world.js";
import { type Goal, satisfy } from "./satisfy.js";
import { confirms, imagine, shownValue, type Witness } from "./witness.js";

/** A condition and what it must give. */
export interface Wanted {
  readonly node: Node;
  readonly wanted: boolean;
}

/** A record that was looked for: `none` is a proof that there is none, `undecided` names what could not be reasoned about. */
export type Found =
  | { readonly kind: "found"; readonly witness: Witness }
  | { readonly kind: "none" }
  | { readonly kind: "undecided"; readonly because: readonly string[] };

const spaces = new WeakMap<World, Lowering>();

/** The formulas of a world, made once. */
export function loweringOf(world: World): Lowering {
  const known = spaces.get(world);
  if (known !== undefined) return known;
  const made = new Lowering(world);
  spaces.set(world, made);
  return made;
}

/** Every variable that some goals read. */
export const variablesOf = (goals: readonly Goal[]): ReadonlySet<Variable> =>
  new Set(goals.flatMap(({ formula }) => [...partsOf(formula).variables]));

/** The operators of some goals that the search does not understand. */
export const opaqueIn = (goals: readonly Goal[]): string[] =>
  [...new Set(goals.flatMap(({ formula }) => [...partsOf(formula).opaques].map(({ operator }) => operator)))].sort();

/**
 * Finds a complete record about which conditions say what is wanted, or proves that there is none.
 *
 * Whoever is found has been shown to the engine itself, which said the same. Facts that are unknown are left out of
 * consideration: every field that the conditions read has a value, or is known to be none.
 *
 * @param conditions typed conditions about one kind of record
 * @param world whom to imagine: kind of record, date, jurisdiction, settled parameters
 */
export function findPerson(conditions: readonly Wanted[], world: World): Found {
  const lowering = loweringOf(world);
  const goals = conditions.map(({ node, wanted }): Goal => ({ formula: lowering.of(node), wanted }));
  const found = satisfy(goals);
  if (found.kind !== "found") return found;
  const read = conditions.flatMap(({ node }) => [...lowering.readBy(node)]);
  const imagined = new Set([...variablesOf(goals), ...read]);
  const shown = new Map([...imagined].map((variable) => [variable, shownValue(variable, found.assignment)]));
  const witness = imagine(world, shown);
  if (confirms(world, witness, conditions)) return { kind: "found", witness };
  const operators = opaqueIn(goals);
  return { kind: "undecided", because: operators.length === 0 ? ["arithmetic"] : operators };
}

/**
 * Whether whoever satisfies one condition satisfies another, with somebody who does not where there is one.
 *
 * @returns `none` where nobody satisfies `a` without `b`: `a` implies `b`; `found` with a counter-example; or `undecided`
 */
export function impliesOn(a: Node, b: Node, world: World): Found {
  return findPerson(
    [
      { node: a, wanted: true },
      { node: b, wanted: false },
    ],
    world,
  );
}
