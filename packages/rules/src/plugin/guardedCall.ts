import { type Issue, type Rational, rational } from "@eldercare/core";
import { fitsType, printType } from "../logic/typeWords.js";
import { toRational, type Value } from "../logic/value.js";
import { type PluginCode, reportPlugin } from "./codes.js";
import type { PluginBudget, PluginOperator, PluginType, PluginValue } from "./plugin.js";

/** What went wrong when an operator was evaluated. */
export interface PluginFailure {
  readonly code: Extract<PluginCode, "PLUGIN_THREW" | "PLUGIN_OVER_BUDGET" | "PLUGIN_WRONG_TYPE">;
  readonly seen: unknown;
  readonly values: Readonly<Record<string, string>>;
}

/** A result, or why there is none. */
export type Outcome = { readonly value: Value } | { readonly failure: PluginFailure };

class OverBudget extends Error {}

const isFraction = (value: unknown): value is Rational => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { numerator, denominator } = value as Partial<Rational>;
  return typeof numerator === "bigint" && typeof denominator === "bigint" && denominator > 0n;
};

/** A value as a plug-in is given it: a copy that may be kept, as what a record holds is lent to nobody. */
export function lent(value: Exclude<Value, undefined | null>): PluginValue {
  if (Array.isArray(value)) return [...(value as readonly string[])];
  // the number of a record is decimal, and its double is not
  const exact = typeof value === "number" && !Number.isInteger(value) ? (toRational(value) ?? value) : value;
  return (isFraction(exact) ? { ...exact } : exact) as PluginValue;
}

function within(value: number | Rational, { least, most }: Extract<PluginType, { kind: "number" }>): boolean {
  if (typeof value === "number") return value >= (least ?? value) && value <= (most ?? value);
  const at = (bound: number): bigint => BigInt(bound) * value.denominator;
  return (least === undefined || value.numerator >= at(Math.ceil(least))) && (most === undefined || value.numerator <= at(Math.floor(most)));
}

// as long as a fraction of a pack may be: what is made of it must not take for ever
const longest = 10n ** 25n;
const isShort = ({ numerator, denominator }: Rational): boolean => numerator < longest && -numerator < longest && denominator < longest;

/** A result as the engine holds it; undefined where it is not of the declared type. */
function taken(value: unknown, type: PluginType): Value {
  if (type.kind === "number") {
    if (isFraction(value)) return !type.integer && isShort(value) && within(value, type) ? rational(value.numerator, value.denominator) : undefined;
    return fitsType(value, type) && within(value as number, type) ? (value as number) + 0 : undefined;
  }
  if (value === undefined || !fitsType(value, type)) return undefined;
  return Array.isArray(value) ? Object.freeze([...(value as readonly string[])]) : (value as Value);
}

// what is thrown may be anything, even something that cannot be looked at
function wordsOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : typeof thrown;
  } catch {
    return "…";
  }
}

function shown(value: unknown): string {
  try {
    return value === null
      ? "null"
      : typeof value === "object"
        ? Array.isArray(value)
          ? "list"
          : "object"
        : typeof value === "bigint"
          ? `${value}n`
          : String(value);
  } catch {
    return typeof value;
  }
}

/** Evaluates an operator of a plug-in within its budget, and trusts nothing of it. */
export function callOperator(
  { evaluate, result }: PluginOperator,
  args: readonly Exclude<Value, undefined | null>[],
  { steps, milliseconds }: PluginBudget,
): Outcome {
  let spent = 0;
  const spend = (more: number): void => {
    // a negative or senseless number of steps buys nothing back
    spent += more > 0 ? more : Number.isNaN(more) ? Number.POSITIVE_INFINITY : 0;
    if (spent > steps) throw new OverBudget();
  };
  const overBudget = (seen: string, most: string): Outcome => ({ failure: { code: "PLUGIN_OVER_BUDGET", seen, values: { most } } });
  const began = performance.now();
  let given: unknown;
  let threw: { readonly error: unknown } | undefined;
  try {
    given = evaluate(
      args.map((arg) => Object.freeze(lent(arg))),
      Object.freeze({ spend }),
    );
  } catch (error) {
    threw = { error };
  }
  const elapsed = performance.now() - began;
  // a plug-in that catches the end of its budget has spent it all the same
  if (spent > steps) return overBudget(`${spent} steps`, `${steps} steps`);
  if (threw !== undefined) return { failure: { code: "PLUGIN_THREW", seen: wordsOf(threw.error), values: {} } };
  // how much longer depends on the machine, and the same question gets the same words
  if (elapsed > milliseconds) return overBudget(`> ${milliseconds} ms`, `${milliseconds} ms`);
  if (given === undefined) return { value: undefined };
  const value = taken(given, result);
  return value === undefined ? { failure: { code: "PLUGIN_WRONG_TYPE", seen: shown(given), values: { expected: printType(result) } } } : { value };
}

const areKnown = (args: readonly Value[]): args is readonly Exclude<Value, undefined | null>[] =>
  args.every((arg) => arg !== undefined && arg !== null);

const mostRemembered = 1000;

const keyOf = (args: readonly Value[]): string => JSON.stringify(args, (_key, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));

/** An operator of a plug-in given to one engine. Arguments that it has failed on are remembered: it is not asked again. */
export class GuardedOperator {
  private readonly failures = new Map<string, PluginFailure>();
  private readonly operator: PluginOperator;
  private readonly budget: PluginBudget;

  constructor(operator: PluginOperator, budget: PluginBudget) {
    this.operator = operator;
    this.budget = budget;
  }

  /** The result; unknown where an argument is or the operator failed, none where an argument is known to be none. */
  readonly evaluate = (args: readonly Value[]): Value => {
    if (args.includes(undefined)) return undefined;
    if (!areKnown(args)) return null;
    const key = this.failures.size === 0 ? undefined : keyOf(args);
    if (key !== undefined && this.failures.has(key)) return undefined;
    const outcome = callOperator(this.operator, args, this.budget);
    if ("value" in outcome) return outcome.value;
    if (this.failures.size >= mostRemembered) this.failures.clear();
    this.failures.set(key ?? keyOf(args), outcome.failure);
    return undefined;
  };

  /** Why there is no result for some arguments; undefined where it did not fail on them. */
  failureOn(args: readonly Value[]): PluginFailure | undefined {
    if (!areKnown(args)) return undefined;
    return this.failures.get(keyOf(args));
  }
}

/** A failure as a warning of the decision that it left open. */
export const warnOf = ({ code, seen, values }: PluginFailure, operator: string, pointer: string, rule: string): Issue =>
  reportPlugin(code, pointer, { seen, values: { ...values, operator, rule } });
