import { printedKey } from "../logic/columns/grouping.js";
import { type Node, operands } from "../logic/node.js";

/** A condition as one line, fields by their pointers: `>= /household/monthlyIncomeFen param:incomeLimit`. */
export function printNode(node: Node): string {
  switch (node.op) {
    case "literal":
      return printedKey(node.value);
    case "fact":
    case "param":
    case "aggregate":
      return node.leaf.key;
    case "defined":
      return node.join === undefined ? node.name : `/${node.join}/${node.name}`;
    case "adopted":
      return `adopted(${node.clauses.join(", ")})`;
    case "call":
      return `${node.operator}(${node.args.map(printNode).join(", ")})`;
    default:
      return `${node.op}(${operands(node).map(printNode).join(", ")})`;
  }
}
