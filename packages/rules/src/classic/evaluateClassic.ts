import { didYouMean, EldercareError, type Issue, jsonPointer } from "@eldercare/core";
import { Budget } from "./budget.js";
import { reportClassic } from "./codes.js";
import { isTruthy } from "./coercion.js";
import { operations } from "./operations.js";

const mostNodes = 10_000;
const mostLevels = 200;

type Rule = Readonly<Record<string, unknown>>;

/** Operators that choose which of their arguments are evaluated, and about what. */
const choosers = ["if", "?:", "and", "or", "filter", "map", "reduce", "all", "none", "some"] as const;
type Chooser = (typeof choosers)[number];
const isChooser = (operator: string): operator is Chooser => choosers.some((known) => known === operator);

const known = [...choosers, ...operations.keys()];

/** An object with one key is an operation; every other value stands for itself. */
function operatorOf(logic: unknown): string | undefined {
  if (typeof logic !== "object" || logic === null || Array.isArray(logic)) return undefined;
  const keys = Object.keys(logic);
  return keys.length === 1 ? keys[0] : undefined;
}

const argumentsOf = (logic: unknown, operator: string): readonly unknown[] => {
  const given = (logic as Rule)[operator];
  return Array.isArray(given) ? given : [given];
};

/** Everything for which a rule is refused before it is evaluated: its size and depth, and operators that there are not. */
function refusals(logic: unknown): Issue[] {
  const issues: Issue[] = [];
  let nodes = 0;
  const visit = (part: unknown, pointer: string, level: number): boolean => {
    nodes += 1;
    if (nodes > mostNodes || level > mostLevels) {
      issues.push(reportClassic("CLASSIC_TOO_LARGE", pointer, { values: { nodes: String(mostNodes), levels: String(mostLevels) } }));
      return false;
    }
    if (Array.isArray(part)) return part.every((inner, index) => visit(inner, `${pointer}/${index}`, level + 1));
    const operator = operatorOf(part);
    if (operator === undefined) return true;
    const at = pointer + jsonPointer([operator]);
    if (!known.includes(operator))
      issues.push(reportClassic("CLASSIC_OPERATOR", at, { seen: operator, values: { known: known.join(" "), ...didYouMean(operator, known) } }));
    const given = (part as Rule)[operator];
    return visit(given, at, level + 1);
  };
  visit(logic, "", 0);
  return issues;
}

class Evaluation {
  private readonly budget: Budget;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  value(logic: unknown, data: unknown): unknown {
    this.budget.spend(1);
    if (Array.isArray(logic)) return logic.map((part: unknown) => this.value(part, data));
    const operator = operatorOf(logic);
    if (operator === undefined) return logic;
    const args = argumentsOf(logic, operator);
    if (isChooser(operator)) return this.chosen(operator, args, data);
    const operation = operations.get(operator);
    const values = args.map((arg) => this.value(arg, data));
    return operation === undefined ? null : operation(values, data, this.budget);
  }

  private chosen(operator: Chooser, args: readonly unknown[], data: unknown): unknown {
    switch (operator) {
      case "if":
      case "?:":
        return this.branch(args, data);
      case "and":
      case "or": {
        let current: unknown;
        for (const arg of args) {
          current = this.value(arg, data);
          if (isTruthy(current) === (operator === "or")) return current;
        }
        return current;
      }
      default:
        return this.overList(operator, args, data);
    }
  }

  /** Pairs of condition and value, then what holds otherwise. */
  private branch(args: readonly unknown[], data: unknown): unknown {
    for (let index = 0; index < args.length - 1; index += 2) if (isTruthy(this.value(args[index], data))) return this.value(args[index + 1], data);
    return args.length % 2 === 1 ? this.value(args.at(-1), data) : null;
  }

  private overList(operator: Exclude<Chooser, "if" | "?:" | "and" | "or">, [over, about, start]: readonly unknown[], data: unknown): unknown {
    const given = this.value(over, data);
    const list: readonly unknown[] = Array.isArray(given) ? given : [];
    this.budget.spend(list.length);
    const holds = (member: unknown): boolean => isTruthy(this.value(about, member));
    switch (operator) {
      case "filter":
        return list.filter(holds);
      case "map":
        return list.map((member) => this.value(about, member));
      case "reduce": {
        const initial = start === undefined ? null : this.value(start, data);
        return list.reduce((accumulator, current) => this.value(about, { current, accumulator }), initial);
      }
      case "all":
        // as json-logic-js has it, all members of an empty list hold nothing
        return list.length > 0 && list.every(holds);
      case "none":
        return !list.some(holds);
      default:
        return list.some(holds);
    }
  }
}

/**
 * Evaluates a rule of plain JSON-Logic, as json-logic-js 2.0.5 does, for those who bring old rules: with its truthiness,
 * its conversions, and a missing value that is `null`. Packs are written in the strict dialect instead, which refuses what
 * betrays policy authors here.
 *
 * Nothing outside can change what an operator means, only own members of the data are read, nothing is written to the
 * console (`log` returns its argument), and a rule that would take too long is stopped.
 *
 * @param logic plain JSON; at most 10,000 nodes and 200 levels
 * @param data plain JSON, what `var` reads
 * @param limits `mostSteps`: evaluations, members and characters together, 1,000,000 unless said
 * @returns the value of the rule
 * @throws EldercareError CLASSIC_OPERATOR, CLASSIC_TOO_LARGE (all at once, before evaluation), CLASSIC_TOO_COSTLY, CLASSIC_ARGUMENT
 * @example
 * evaluateClassic({ "<": [{ var: "temp" }, 110] }, { temp: 100 }) //=> true
 * evaluateClassic({ "<": [{ var: "age" }, 15] }, {}) //=> true
 */
export function evaluateClassic(logic: unknown, data?: unknown, { mostSteps = 1_000_000 }: { readonly mostSteps?: number } = {}): unknown {
  const issues = refusals(logic);
  if (issues.length > 0) throw new EldercareError(issues);
  return new Evaluation(new Budget(mostSteps)).value(logic, data);
}
