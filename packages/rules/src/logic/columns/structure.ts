import { type Node, operands } from "../node.js";
import { printedKey } from "./grouping.js";

/** The operators that mean the same wherever their operands do. */
const plain = new Set(
  "and or ! if == != < <= > >= in inside + - * / min max ageOn daysBetween monthsBetween yearsBetween addDays addMonths addYears tierOf".split(" "),
);

/** Gives nodes that mean the same, in whichever rule they stand, the same number. */
export class Structure {
  private readonly known = new Map<Node, number>();
  private readonly numbers = new Map<string, number>();

  numberOf(node: Node): number {
    const before = this.known.get(node);
    if (before !== undefined) return before;
    const word = this.wordOf(node);
    const number = word === undefined ? this.numbers.size : (this.numbers.get(word) ?? this.numbers.size);
    this.numbers.set(word ?? `#${number}`, number);
    this.known.set(node, number);
    return number;
  }

  /** What a node is, in terms of the numbers of its operands; undefined where it is like no other. */
  private wordOf(node: Node): string | undefined {
    switch (node.op) {
      case "literal":
        return `literal ${typeof node.value} ${printedKey(node.value)}`;
      case "fact":
      case "aggregate":
        return `${node.op} ${node.leaf.key}`;
      case "param":
        return `param ${node.leaf.key}`;
      case "defined":
        return node.join === undefined ? `is ${this.numberOf(node.body)}` : `joined ${node.join} ${node.name}`;
      case "adopted":
        return `adopted ${node.clauses.join(" ")}`;
      case "dateAsked":
        return node.op;
      default:
        return plain.has(node.op)
          ? `${node.op} ${operands(node)
              .map((operand) => this.numberOf(operand))
              .join(" ")}`
          : undefined;
    }
  }
}
