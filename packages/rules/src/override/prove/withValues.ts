import { type Node, operands } from "../../logic/node.js";
import type { Value } from "../../logic/value.js";

/** An expression with values written in place of some of its parameters. */
export interface Supplied {
  readonly node: Node;
  /**
   * False where one of them is read of each facility that is counted: what is counted then is another thing than before, of
   * which nothing is known but the number.
   */
  readonly comparable: boolean;
}

/** A node with its operands replaced; itself where none changes. */
function rebuilt(node: Node, visit: (operand: Node) => Node): Node {
  const inner = new Set<unknown>(operands(node));
  let changed = false;
  const replaced = (part: unknown): unknown => {
    if (!inner.has(part)) return part;
    const next = visit(part as Node);
    changed ||= next !== part;
    return next;
  };
  const entries = Object.entries(node).map(([name, part]) => [name, Array.isArray(part) ? part.map(replaced) : replaced(part)] as const);
  return changed ? (Object.fromEntries(entries) as Node) : node;
}

/** Writes values in place of parameters, through every definition; parts that read none of them are shared with the original. */
export function withValues(root: Node, values: ReadonlyMap<string, Value>): Supplied {
  const made = new Map<Node, Node>();
  let comparable = true;
  const visit = (node: Node): Node => {
    const known = made.get(node);
    if (known !== undefined) return known;
    const value = node.op === "param" && node.leaf.parameter !== undefined ? values.get(node.id) : undefined;
    const next: Node = value === undefined ? rebuilt(node, visit) : { op: "literal", value, type: node.type };
    if (next !== node && node.op === "aggregate") comparable = false;
    made.set(node, next);
    return next;
  };
  const node = visit(root);
  return { node, comparable };
}
