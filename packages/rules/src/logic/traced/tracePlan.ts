import { compileTruth, compileValue, type ParameterValues } from "../closures.js";
import { isCounted } from "../interval.js";
import { type CompareOperator, type Node, operands } from "../node.js";
import type { Scope } from "../scope.js";
import { compareValues, TRUE, UNKNOWN, type Value } from "../value.js";

/** Computes one node from the values of the nodes before it. */
type Step = (scope: Scope, values: readonly Value[]) => Value;

const held: Readonly<Record<CompareOperator, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "==": (order) => order === 0,
  "!=": (order) => order !== 0,
};

const comparison = (op: CompareOperator, left: number, right: number): Step => {
  const holds = held[op];
  const equality = op === "==" || op === "!=";
  return (_scope, values) => {
    const [a, b] = [values[left], values[right]];
    // nothing is above or below none, and none is equal to none only
    if (!equality && (a === null || b === null)) return false;
    if (a === undefined || b === undefined) return undefined;
    if (a === null || b === null) return (a === b) === (op === "==");
    return holds(compareValues(a, b));
  };
};

/** Kleene's conjunction, or disjunction, of values that were all computed. */
const connective = (decisive: boolean, args: readonly number[]): Step => {
  return (_scope, values) => {
    let result: Value = !decisive;
    for (const arg of args) {
      const value = values[arg];
      if (value === decisive) return decisive;
      if (value === undefined) result = undefined;
    }
    return result;
  };
};

const choice = (condition: number, whenTrue: number, whenFalse: number): Step => {
  return (_scope, values) => {
    const [one, other] = [values[whenTrue], values[whenFalse]];
    if (values[condition] !== undefined) return values[condition] === true ? one : other;
    if (one === undefined || other === undefined || one === null || other === null) return one === other ? one : undefined;
    return compareValues(one, other) === 0 ? one : undefined;
  };
};

/**
 * Conditions laid out for tracing: every node once, however often it is shared, operands before what is made of them. A
 * trace is then one pass that leaves a value for each, and builds nothing else.
 */
export class TracePlan {
  /** The last of the conditions. */
  readonly last: Node;
  readonly parameters: ParameterValues;
  private readonly places = new Map<Node, number>();
  /** Facts about the record by what they read: conditions that were written apart read the same. */
  private readonly facts = new Map<string, number>();
  /** What is known beforehand, such as the parameters of the day; the rest is for the steps to find. */
  private readonly constants: Value[] = [];
  private readonly steps: Step[] = [];
  /** Where each step leaves its value. */
  private readonly targets: number[] = [];

  constructor(roots: readonly Node[], parameters: ParameterValues) {
    this.parameters = parameters;
    for (const root of roots) this.lay(root);
    this.last = roots[roots.length - 1] as Node;
  }

  /** Where the value of a node stands. */
  placeOf(node: Node): number | undefined {
    return this.places.get(node);
  }

  /** The value of every node about one record. */
  values(scope: Scope): readonly Value[] {
    const { steps, targets } = this;
    const values = this.constants.slice();
    for (let index = 0; index < steps.length; index += 1) values[targets[index] as number] = (steps[index] as Step)(scope, values);
    return values;
  }

  private lay(node: Node): number {
    const known = this.places.get(node) ?? (node.op === "fact" ? this.facts.get(node.leaf.key) : undefined);
    const place = known ?? this.place(node);
    this.places.set(node, place);
    if (node.op === "fact") this.facts.set(node.leaf.key, place);
    return place;
  }

  private place(node: Node): number {
    const value = node.op === "literal" ? node.value : node.op === "param" ? this.parameters.get(node.id) : undefined;
    const step = value === undefined ? this.step(node) : undefined;
    const place = this.constants.push(value) - 1;
    if (step !== undefined) {
      this.steps.push(step);
      this.targets.push(place);
    }
    return place;
  }

  private step(node: Node): Step {
    switch (node.op) {
      case "fact":
        return node.read;
      case "and":
      case "or":
        return connective(
          node.op === "or",
          node.args.map((arg) => this.lay(arg)),
        );
      case "!": {
        const arg = this.lay(node.arg);
        return (_scope, values) => (values[arg] === undefined ? undefined : values[arg] !== true);
      }
      case "if":
        return choice(this.lay(node.condition), this.lay(node.whenTrue), this.lay(node.whenFalse));
      case "==":
      case "!=":
      case "<":
      case "<=":
      case ">":
      case ">=": {
        const [left, right] = [this.lay(node.left), this.lay(node.right)];
        return isCounted(node.left) || isCounted(node.right) ? this.asked(node) : comparison(node.op, left, right);
      }
      case "defined": {
        if (node.join !== undefined) return this.asked(node);
        const body = this.lay(node.body);
        return (_scope, values) => values[body];
      }
      case "some":
      case "all":
      case "none":
      case "count":
        // a member is a record of its own: its trace is made when it is looked at
        this.lay(node.list);
        return this.asked(node);
      case "table":
        if (node.held !== undefined) {
          this.lay(node.held.left);
          this.lay(node.held.right);
        }
        return this.asked(node);
      case "aggregate":
        return this.asked(node);
      default:
        for (const operand of operands(node)) this.lay(operand);
        return this.asked(node);
    }
  }

  /** A node that its closure answers as a whole. */
  private asked(node: Node): Step {
    if (node.type.kind !== "boolean") return compileValue(node, this.parameters);
    const truth = compileTruth(node, this.parameters);
    return (scope) => {
      const found = truth(scope);
      return found === UNKNOWN ? undefined : found === TRUE;
    };
  }
}

const plans = new WeakMap<ParameterValues, WeakMap<object, TracePlan>>();

/** The plan of some conditions under some parameters, made once for each list, or for a condition alone. */
export function tracePlan(conditions: Node | readonly Node[], parameters: ParameterValues): TracePlan {
  const known = plans.get(parameters) ?? new WeakMap<object, TracePlan>();
  plans.set(parameters, known);
  const before = known.get(conditions);
  if (before !== undefined) return before;
  const made = new TracePlan("op" in conditions ? [conditions] : conditions, parameters);
  known.set(conditions, made);
  return made;
}
