import type { Missing } from "@eldercare/core";
import type { ParameterValues } from "./closures.js";
import type { Leaf, Node } from "./node.js";
import type { Scope } from "./scope.js";
import { UnknownSearch } from "./unknowns.js";

/** A leaf as a caller reads it: a fact by its pointer, or a parameter by its id. */
export function toMissing(leaf: Leaf): Missing {
  const title = leaf.title === undefined ? {} : { title: leaf.title };
  return leaf.parameter === undefined ? { fact: leaf.pointer ?? leaf.key, ...title } : { parameter: leaf.parameter, ...title };
}

/** Everything unknown that some values are made of. */
export function unknownLeaves(nodes: readonly (Node | undefined)[], scope: Scope, parameters: ParameterValues): Missing[] {
  const search = new UnknownSearch(scope, parameters, new WeakMap());
  for (const node of nodes) if (node !== undefined) search.knowing(node);
  return search.sets.facts.map(toMissing);
}
