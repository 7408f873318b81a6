import { joinedKey, type Leaf, type Node } from "../../logic/node.js";
import type { Value } from "../../logic/value.js";

/** Clauses that a place adopts are one thing that may be otherwise. */
const adoptedLeaf = (node: Extract<Node, { op: "adopted" }>): Leaf => ({
  key: `adopts:${node.clauses.join("+")}`,
  pointer: "/adopts",
  title: { zh: "是否已决定实施该条", en: "has decided to apply the clause" },
  type: node.type,
  nullable: false,
});

/** What a node reads that may be otherwise: a fact, a fact of another record as a whole, a count over the register, an adoption. */
export function leafOf(node: Node): Leaf | undefined {
  if (node.op === "fact" || node.op === "aggregate") return node.leaf;
  if (node.op === "adopted") return adoptedLeaf(node);
  if (node.op !== "defined" || node.join === undefined) return undefined;
  const key = joinedKey(node);
  return { key, pointer: key, title: node.title, type: node.type, nullable: false };
}

/**
 * A condition that reads some leaves from elsewhere, all else as before. Members of lists and other records keep what they
 * are: they are not leaves of this one.
 */
export function substitute(root: Node, keys: ReadonlySet<string>, read: (key: string) => Value): Node {
  const made = new Map<Node, Node>();
  const visit = (node: Node): Node => {
    const known = made.get(node);
    if (known !== undefined) return known;
    const leaf = leafOf(node);
    const next: Node =
      leaf === undefined
        ? within(node, visit)
        : keys.has(leaf.key)
          ? { op: "fact", leaf, read: () => read(leaf.key), type: node.type, nullable: true }
          : node;
    made.set(node, next);
    return next;
  };
  return visit(root);
}

/** A node with its operands replaced. */
function within(node: Node, visit: (node: Node) => Node): Node {
  switch (node.op) {
    case "defined":
    case "table":
      return { ...node, body: visit(node.body) };
    case "and":
    case "or":
    case "+":
    case "-":
    case "*":
    case "/":
    case "min":
    case "max":
    case "call":
      return { ...node, args: node.args.map(visit) };
    case "!":
      return { ...node, arg: visit(node.arg) };
    case "if":
      return { ...node, condition: visit(node.condition), whenTrue: visit(node.whenTrue), whenFalse: visit(node.whenFalse) };
    case "in":
      return { ...node, item: visit(node.item), list: visit(node.list) };
    case "inside":
      return { ...node, area: visit(node.area), container: visit(node.container) };
    case "ageOn":
      return { ...node, date: visit(node.date) };
    case "daysBetween":
    case "monthsBetween":
    case "yearsBetween":
      return { ...node, from: visit(node.from), to: visit(node.to) };
    case "addDays":
    case "addMonths":
    case "addYears":
      return { ...node, date: visit(node.date), amount: visit(node.amount) };
    case "tierOf":
      return { ...node, area: visit(node.area) };
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return { ...node, left: visit(node.left), right: visit(node.right) };
    default:
      return node;
  }
}
