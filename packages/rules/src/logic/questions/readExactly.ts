import { type Node, operands } from "../node.js";

const known = new WeakMap<Node, ReadonlySet<string>>();

/**
 * The keys of the areas of which a condition asks more than whether they lie in another: what it makes of a coarse area is
 * then not settled by a closer one alone.
 */
export function readExactly(root: Node): ReadonlySet<string> {
  const before = known.get(root);
  if (before !== undefined) return before;
  const made = new Set<string>();
  const seen = { within: new Set<Node>(), exactly: new Set<Node>() };
  const visit = (node: Node, how: "within" | "exactly"): void => {
    if (seen[how].has(node)) return;
    seen[how].add(node);
    if (node.op === "fact") {
      if (how === "exactly" && node.type.kind === "area") made.add(node.leaf.key);
    } else if (node.op === "inside") {
      visit(node.area, "within");
      visit(node.container, "exactly");
    } else for (const operand of operands(node)) visit(operand, node.op === "defined" ? how : "exactly");
  };
  visit(root, "exactly");
  known.set(root, made);
  return made;
}
