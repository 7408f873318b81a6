import { type Node, operands } from "../logic/node.js";
import { leafOf } from "./change/substitute.js";

/** The nodes of a condition that are asked about the record itself: not those about members of its lists, or other records. */
export function nodesHere(root: Node): ReadonlySet<Node> {
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (leafOf(node) !== undefined) return;
    const quantified = node.op === "some" || node.op === "all" || node.op === "none" || node.op === "count";
    for (const operand of quantified ? [node.list] : operands(node)) visit(operand);
  };
  visit(root);
  return seen;
}
