import { adoptionOf } from "./adoption.js";
import { compileTruth, compileValue, type ParameterValues } from "./closures.js";
import { joinedKey, type Leaf, type Node, nodesOf, operands } from "./node.js";
import type { Scope } from "./scope.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "./value.js";

/** Sets of leaves (as bit masks over `leaves`) that could force a condition true or false. */
interface Forcing {
  readonly toTrue: readonly number[];
  readonly toFalse: readonly number[];
}

/** A condition prepared for asking which unknown facts matter. */
export interface Questioner {
  /** Unknown leaves that the condition reads on its undecided branches. */
  readonly leaves: readonly Leaf[];
  /** Sets, smallest first; whether a consistent assignment exists is still to be shown. */
  readonly forcing: { readonly toTrue: readonly (readonly Leaf[])[]; readonly toFalse: readonly (readonly Leaf[])[] };
  /** False where sets were dropped to bound the work, or a leaf lies inside a list. */
  readonly complete: boolean;
}

const mostSets = 128;
// bit masks hold 30 leaves; a condition that reads more unknown facts is answered without proof
const mostLeaves = 30;

const ones = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/** Each set once, smallest first. A set that contains another stays: the smaller one may turn out to be inconsistent. */
const bySize = (sets: readonly number[]): number[] => [...new Set(sets)].sort((a, b) => ones(a) - ones(b) || a - b);

/** Whether a value may turn out to be none. */
const canBeNone = (node: Node): boolean =>
  node.op === "fact" ? node.nullable : node.op === "literal" ? node.value === null : operands(node).some(canBeNone);

class ForcingSearch {
  readonly leaves: Leaf[] = [];
  complete = true;
  private readonly bits = new Map<string, number>();
  private readonly scope: Scope;
  private readonly parameters: ParameterValues;
  private readonly truths: WeakMap<Node, (scope: Scope) => Truth>;

  constructor(scope: Scope, parameters: ParameterValues, truths: WeakMap<Node, (scope: Scope) => Truth>) {
    this.scope = scope;
    this.parameters = parameters;
    this.truths = truths;
  }

  truth(node: Node): Truth {
    let compiled = this.truths.get(node);
    if (compiled === undefined) {
      compiled = compileTruth(node, this.parameters);
      this.truths.set(node, compiled);
    }
    return compiled(this.scope);
  }

  private bit(leaf: Leaf): number {
    const known = this.bits.get(leaf.key);
    if (known !== undefined) return known;
    if (this.leaves.length >= mostLeaves) {
      this.complete = false;
      return 0;
    }
    const bit = 1 << this.leaves.length;
    this.leaves.push(leaf);
    this.bits.set(leaf.key, bit);
    return bit;
  }

  /** Unknown leaves below a value or an atom. */
  private unknownBelow(node: Node): number {
    if (node.op === "fact") return node.read(this.scope) === undefined ? this.bit(node.leaf) : 0;
    if (node.op === "param") return this.parameters.get(node.id) === undefined ? this.open(node.leaf) : 0;
    if (node.op === "aggregate") return compileValue(node, this.parameters)(this.scope) === undefined ? this.bit(node.leaf) : 0;
    if (node.op === "if") {
      // only what the branch taken reads matters
      const truth = this.truth(node.condition);
      const condition = truth === UNKNOWN ? this.unknownBelow(node.condition) : 0;
      return condition | (truth === FALSE ? 0 : this.unknownBelow(node.whenTrue)) | (truth === TRUE ? 0 : this.unknownBelow(node.whenFalse));
    }
    if (node.op === "some" || node.op === "all" || node.op === "none" || node.op === "count") {
      // members of a list cannot be supposed one by one: the list as a whole is what is asked for
      this.complete = false;
      return node.list.op === "fact" ? this.bit(node.list.leaf) : 0;
    }
    if (node.op === "defined" && node.join !== undefined) return this.behindJoin(node);
    return operands(node).reduce((mask, operand) => mask | this.unknownBelow(operand), 0);
  }

  /** A parameter that nobody has supplied; what no answer can supply is not asked for, so that nothing is proven of the rest. */
  private open(leaf: Leaf): number {
    if (leaf.parameter !== undefined) return this.bit(leaf);
    this.complete = false;
    return leaf.pointer === undefined ? 0 : this.bit(leaf);
  }

  /** A fact of another record: asked for as a whole, by name. */
  private behindJoin(node: Extract<Node, { op: "defined" }>): number {
    this.complete = false;
    const key = joinedKey(node);
    const known = compileValue(node, this.parameters)(this.scope) !== undefined;
    return known ? 0 : this.bit({ key, pointer: key, title: node.title, type: node.type, nullable: false });
  }

  private bounded(sets: readonly number[]): number[] {
    const sorted = bySize(sets);
    if (sorted.length > mostSets) this.complete = false;
    return sorted.slice(0, mostSets);
  }

  private product(a: readonly number[], b: readonly number[]): number[] {
    return this.bounded(a.flatMap((one) => b.map((other) => one | other)));
  }

  private union(a: readonly number[], b: readonly number[]): number[] {
    return this.bounded([...a, ...b]);
  }

  forcing(node: Node): Forcing {
    const truth = this.truth(node);
    if (truth === TRUE) return { toTrue: [0], toFalse: [] };
    if (truth === FALSE) return { toTrue: [], toFalse: [0] };
    switch (node.op) {
      case "and":
      case "or": {
        const parts = node.args.map((arg) => this.forcing(arg));
        const all = (pick: (part: Forcing) => readonly number[]) =>
          parts.reduce<readonly number[]>((sets, part) => this.product(sets, pick(part)), [0]);
        const any = (pick: (part: Forcing) => readonly number[]) => parts.reduce<readonly number[]>((sets, part) => this.union(sets, pick(part)), []);
        return node.op === "and"
          ? { toTrue: all((part) => part.toTrue), toFalse: any((part) => part.toFalse) }
          : { toTrue: any((part) => part.toTrue), toFalse: all((part) => part.toFalse) };
      }
      case "!": {
        const inner = this.forcing(node.arg);
        return { toTrue: inner.toFalse, toFalse: inner.toTrue };
      }
      case "if": {
        const condition = this.forcing(node.condition);
        const then = this.forcing(node.whenTrue);
        const otherwise = this.forcing(node.whenFalse);
        const combine = (pick: (part: Forcing) => readonly number[]) =>
          this.union(
            this.union(this.product(condition.toTrue, pick(then)), this.product(condition.toFalse, pick(otherwise))),
            this.product(pick(then), pick(otherwise)),
          );
        return { toTrue: combine((part) => part.toTrue), toFalse: combine((part) => part.toFalse) };
      }
      case "adopted": {
        // one area that adopts is enough; that none does takes all of them
        const bits = adoptionOf(node.clauses, this.scope).unknown.map((leaf) => this.bit(leaf));
        return { toTrue: bits, toFalse: [bits.reduce((mask, bit) => mask | bit, 0)] };
      }
      case "==":
      case "!=": {
        if (node.left.type.kind !== "boolean") break;
        const [left, right] = [this.forcing(node.left), this.forcing(node.right)];
        const alike = this.union(this.product(left.toTrue, right.toTrue), this.product(left.toFalse, right.toFalse));
        const unlike = this.union(this.product(left.toTrue, right.toFalse), this.product(left.toFalse, right.toTrue));
        return node.op === "==" ? { toTrue: alike, toFalse: unlike } : { toTrue: unlike, toFalse: alike };
      }
      case "inside": {
        if (compileValue(node.area, this.parameters)(this.scope) === undefined) break;
        // the area is known, but not closely enough: a closer one is asked for, and cannot be supposed
        this.complete = false;
        const closer = [...nodesOf(node.area)].reduce((mask, part) => mask | (part.op === "fact" ? this.bit(part.leaf) : 0), 0);
        return { toTrue: [closer | this.unknownBelow(node.container)], toFalse: [closer | this.unknownBelow(node.container)] };
      }
      case "in": {
        // an empty list holds nothing, whatever is looked for
        const [item, list] = [this.unknownBelow(node.item), this.unknownBelow(node.list)];
        return { toTrue: [item | list], toFalse: list === 0 ? [item] : this.bounded([list, item | list]) };
      }
      case "<":
      case "<=":
      case ">":
      case ">=": {
        const [left, right] = [this.unknownBelow(node.left), this.unknownBelow(node.right)];
        // what may turn out to be none is then neither above nor below
        const none = [canBeNone(node.left) ? left : 0, canBeNone(node.right) ? right : 0].filter((mask) => mask !== 0);
        return { toTrue: [left | right], toFalse: this.bounded([...none, left | right]) };
      }
      case "table":
        return this.forcing(node.body);
      case "defined":
        if (node.join === undefined) return this.forcing(node.body);
        break;
      default:
    }
    const mask = this.unknownBelow(node);
    return { toTrue: [mask], toFalse: [mask] };
  }

  named(sets: readonly number[]): Leaf[][] {
    return sets.map((mask) => this.leaves.filter((_, index) => (mask & (1 << index)) !== 0));
  }
}

/** Finds the unknown leaves of an undetermined condition and the sets of them that could force it. */
export function question(node: Node, scope: Scope, parameters: ParameterValues, truths: WeakMap<Node, (scope: Scope) => Truth>): Questioner {
  const search = new ForcingSearch(scope, parameters, truths);
  const { toTrue, toFalse } = search.truth(node) === UNKNOWN ? search.forcing(node) : { toTrue: [], toFalse: [] };
  return { leaves: search.leaves, forcing: { toTrue: search.named(toTrue), toFalse: search.named(toFalse) }, complete: search.complete };
}
