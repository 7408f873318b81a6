import { ageOn, compareRational, isInside, type Tier, tierDigits } from "@eldercare/core";
import { adoptionOf } from "./adoption.js";
import { isDay, shiftedBy, spanOf } from "./calendar.js";
import { compileComparison, compileMembership } from "./compileComparison.js";
import { compileBounds, compileInterval, isCounted } from "./interval.js";
import { fromBoolean, negate, toBoolean } from "./kleene.js";
import { joinedKey, type Leaf, type Node } from "./node.js";
import type { Scope } from "./scope.js";
import { calculate, compareValues, FALSE, simplify, TRUE, type Truth, UNKNOWN, type Value } from "./value.js";

/** Answers a condition about one record. */
export type TruthOf = (scope: Scope) => Truth;
/** Computes a value about one record; `undefined` is unknown, `null` none. */
export type ValueOf = (scope: Scope) => Value;

/** What the parameters are on the date asked; `undefined` where nobody has supplied one. */
export type ParameterValues = ReadonlyMap<string, Value>;

function compileParameter({ key, parameter }: Leaf, value: Value): ValueOf {
  // what is no parameter stands for what nobody can ever know
  return value === undefined && parameter !== undefined ? (scope) => scope.supposed?.get(key) : () => value;
}

function compileAll(nodes: readonly Node[], parameters: ParameterValues): TruthOf[] {
  return nodes.map((node) => compileTruth(node, parameters));
}

function compileQuantifier(op: "some" | "all" | "none", list: ValueOf, body: TruthOf): TruthOf {
  return (scope) => {
    const members = list(scope);
    if (members === undefined) return UNKNOWN;
    let some: Truth = FALSE;
    let all: Truth = TRUE;
    for (const member of (members ?? []) as readonly Readonly<Record<string, unknown>>[]) {
      const truth = body(scope.about(scope.subject, member));
      if (truth === TRUE) some = TRUE;
      else if (truth === UNKNOWN && some === FALSE) some = UNKNOWN;
      if (truth === FALSE) all = FALSE;
      else if (truth === UNKNOWN && all === TRUE) all = UNKNOWN;
    }
    return op === "some" ? some : op === "all" ? all : negate(some);
  };
}

const tierOfDigits: ReadonlyMap<number, Tier> = new Map(Object.entries(tierDigits).map(([tier, digits]) => [digits, tier as Tier]));

/** Combines two values of which either may be unknown, which goes first, or none. */
function compilePair(one: ValueOf, other: ValueOf, combine: (a: Value, b: Value) => Value): ValueOf {
  return (scope) => {
    const [a, b] = [one(scope), other(scope)];
    if (a === undefined || b === undefined) return undefined;
    return a === null || b === null ? null : combine(a, b);
  };
}

interface Compiled {
  readonly truths: WeakMap<Node, TruthOf>;
  readonly values: WeakMap<Node, ValueOf>;
}

const compiled = new WeakMap<ParameterValues, Compiled>();

/** What has been compiled for these parameters: a definition that many conditions share is compiled once. */
function compiledFor(parameters: ParameterValues): Compiled {
  const known = compiled.get(parameters);
  if (known !== undefined) return known;
  const made: Compiled = { truths: new WeakMap(), values: new WeakMap() };
  compiled.set(parameters, made);
  return made;
}

/** Makes a condition executable: closures over the record, no eval, three values. */
export function compileTruth(node: Node, parameters: ParameterValues): TruthOf {
  const { truths } = compiledFor(parameters);
  const known = truths.get(node);
  if (known !== undefined) return known;
  const made = makeTruth(node, parameters);
  truths.set(node, made);
  return made;
}

function makeTruth(node: Node, parameters: ParameterValues): TruthOf {
  switch (node.op) {
    case "and": {
      const args = compileAll(node.args, parameters);
      return (scope) => {
        let result: Truth = TRUE;
        for (const arg of args) {
          const truth = arg(scope);
          if (truth === FALSE) return FALSE;
          if (truth === UNKNOWN) result = UNKNOWN;
        }
        return result;
      };
    }
    case "or": {
      const args = compileAll(node.args, parameters);
      return (scope) => {
        let result: Truth = FALSE;
        for (const arg of args) {
          const truth = arg(scope);
          if (truth === TRUE) return TRUE;
          if (truth === UNKNOWN) result = UNKNOWN;
        }
        return result;
      };
    }
    case "!": {
      const arg = compileTruth(node.arg, parameters);
      return (scope) => negate(arg(scope));
    }
    case "if": {
      const condition = compileTruth(node.condition, parameters);
      const then = compileTruth(node.whenTrue, parameters);
      const otherwise = compileTruth(node.whenFalse, parameters);
      return (scope) => {
        const truth = condition(scope);
        if (truth !== UNKNOWN) return (truth === TRUE ? then : otherwise)(scope);
        // whichever branch it is, where both agree the answer is known
        const one = then(scope);
        return one === UNKNOWN || otherwise(scope) !== one ? UNKNOWN : one;
      };
    }
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      if (isCounted(node.left) || isCounted(node.right)) return compileBounds(node.op, node.left, node.right, parameters);
      return compileComparison(node.op, compileValue(node.left, parameters), compileValue(node.right, parameters));
    case "in":
      return compileMembership(compileValue(node.item, parameters), compileValue(node.list, parameters));
    case "inside": {
      const area = compileValue(node.area, parameters);
      const container = compileValue(node.container, parameters);
      return (scope) => {
        const inner = area(scope);
        const outer = container(scope);
        if (inner === undefined || outer === undefined) return UNKNOWN;
        if (typeof inner !== "string" || typeof outer !== "string") return FALSE;
        if (isInside(inner, outer)) return TRUE;
        // a coarser code than asked about neither lies inside nor surely outside
        return isInside(outer, inner) ? UNKNOWN : FALSE;
      };
    }
    case "some":
    case "all":
    case "none":
      return compileQuantifier(node.op, compileValue(node.list, parameters), compileTruth(node.body, parameters));
    case "adopted":
      return (scope) => adoptionOf(node.clauses, scope).truth;
    case "defined": {
      const body = compileTruth(node.body, parameters);
      const { join, subject } = node;
      if (join === undefined) return body;
      return (scope) => {
        const record = scope.joined(join);
        const truth = record === undefined ? UNKNOWN : body(scope.about(subject, record));
        return truth === UNKNOWN ? fromBoolean(scope.supposed?.get(joinedKey(node))) : truth;
      };
    }
    case "table":
      return compileTruth(node.body, parameters);
    default: {
      const value = compileValue(node, parameters);
      return (scope) => fromBoolean(value(scope));
    }
  }
}

function compileArithmetic(op: "+" | "-" | "*" | "/" | "min" | "max", args: readonly ValueOf[]): ValueOf {
  const combine = (a: Value, b: Value): Value =>
    op === "min" ? (compareValues(a, b) <= 0 ? a : b) : op === "max" ? (compareValues(a, b) >= 0 ? a : b) : calculate(op, a, b);
  return (scope) => {
    let result: Value;
    for (const [index, arg] of args.entries()) {
      const value = arg(scope);
      if (value === undefined || value === null) return value;
      result = index === 0 ? value : combine(result, value);
      if (result === null) return null;
    }
    return result;
  };
}

/** Makes a value executable. */
export function compileValue(node: Node, parameters: ParameterValues): ValueOf {
  const { values } = compiledFor(parameters);
  const known = values.get(node);
  if (known !== undefined) return known;
  const made = makeValue(node, parameters);
  values.set(node, made);
  return made;
}

function makeValue(node: Node, parameters: ParameterValues): ValueOf {
  switch (node.op) {
    case "literal": {
      const { value } = node;
      return () => value;
    }
    case "fact":
      return node.read;
    case "param":
      return compileParameter(node.leaf, parameters.get(node.id));
    case "+":
    case "-":
    case "*":
    case "/":
    case "min":
    case "max":
      return compileArithmetic(
        node.op,
        node.args.map((arg) => compileValue(arg, parameters)),
      );
    case "dateAsked":
      return (scope) => scope.on;
    case "ageOn": {
      const date = compileValue(node.date, parameters);
      return (scope) => {
        const value = date(scope);
        return typeof value === "string" ? ageOn(value, scope.on) : (value as undefined | null);
      };
    }
    case "defined": {
      const body = compileValue(node.body, parameters);
      const { join, subject } = node;
      if (join === undefined) return body;
      return (scope) => {
        const record = scope.joined(join);
        const value = record === undefined ? undefined : body(scope.about(subject, record));
        return value === undefined ? scope.supposed?.get(joinedKey(node)) : value;
      };
    }
    case "daysBetween":
    case "monthsBetween":
    case "yearsBetween": {
      const { op } = node;
      return compilePair(compileValue(node.from, parameters), compileValue(node.to, parameters), (from, to) =>
        isDay(from) && isDay(to) ? spanOf(op, from, to) : undefined,
      );
    }
    case "addDays":
    case "addMonths":
    case "addYears": {
      const { op } = node;
      return compilePair(compileValue(node.date, parameters), compileValue(node.amount, parameters), (date, amount) =>
        isDay(date) && typeof amount === "number" ? shiftedBy(op, date, amount) : null,
      );
    }
    case "tierOf": {
      const area = compileValue(node.area, parameters);
      return (scope) => {
        const code = area(scope);
        return typeof code === "string" ? (tierOfDigits.get(code.length) ?? null) : (code as undefined | null);
      };
    }
    case "table":
      return compileValue(node.body, parameters);
    case "call": {
      const { evaluate } = node;
      const args = node.args.map((arg) => compileValue(arg, parameters));
      return (scope) => evaluate(args.map((arg) => arg(scope)));
    }
    case "count":
    case "aggregate": {
      const interval = compileInterval(node, parameters);
      return (scope) => {
        const found = interval(scope);
        return found === undefined || compareRational(found.least, found.most) !== 0 ? undefined : simplify(found.least);
      };
    }
    case "if":
      if (node.type.kind !== "boolean") {
        const condition = compileTruth(node.condition, parameters);
        const then = compileValue(node.whenTrue, parameters);
        const otherwise = compileValue(node.whenFalse, parameters);
        return (scope) => {
          const truth = condition(scope);
          if (truth !== UNKNOWN) return (truth === TRUE ? then : otherwise)(scope);
          const [one, other] = [then(scope), otherwise(scope)];
          if (one === undefined || other === undefined || one === null || other === null) return one === other ? one : undefined;
          return compareValues(one, other) === 0 ? one : undefined;
        };
      }
      break;
    default:
  }
  const truth = compileTruth(node, parameters);
  return (scope) => toBoolean(truth(scope));
}
