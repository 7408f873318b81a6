import { EldercareError, type Issue, jsonPointer, type Rational } from "@eldercare/core";
import { createEngine } from "../../assess/engine.js";
import { checkPluginShape } from "../../plugin/checkPluginShape.js";
import { definePlugin } from "../../plugin/definePlugin.js";
import { callOperator, lent, type Outcome, warnOf } from "../../plugin/guardedCall.js";
import { type Plugin, type PluginBudget, type PluginOperator, usualBudget } from "../../plugin/plugin.js";
import { answersOf } from "./answersOf.js";
import { reportPluginTesting } from "./codes.js";
import { argumentName, kitPack, oppositeOf } from "./kitPack.js";
import { type Sample, sampleArguments } from "./sampleValues.js";

const isFraction = (value: unknown): value is Rational => typeof value === "object" && value !== null && "numerator" in value;

const printed = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (isFraction(part) ? `${part.numerator}/${part.denominator}` : part)) ?? "undefined";

const printedOutcome = (outcome: Outcome): string => ("value" in outcome ? printed(outcome.value) : outcome.failure.code);

/** One operator under test, with everything found wrong with it, each kind of fault once. */
class OperatorCheck {
  readonly found = new Map<string, Issue>();
  private readonly plugin: Plugin;
  private readonly name: string;
  private readonly pointer: string;
  private readonly operator: PluginOperator;
  private readonly budget: PluginBudget;

  constructor(plugin: Plugin, key: string, operator: PluginOperator) {
    this.plugin = plugin;
    this.name = `${plugin.id}.${key}`;
    this.pointer = jsonPointer(["operators", key]);
    this.operator = operator;
    this.budget = { ...usualBudget, ...plugin.budget };
  }

  private add(issue: Issue): void {
    if (!this.found.has(issue.code)) this.found.set(issue.code, issue);
  }

  private call(args: readonly Sample[]): Outcome {
    return callOperator(this.operator, args, this.budget);
  }

  /**
   * One combination of arguments on its own: failures, and whether the arguments are left as they were.
   *
   * @returns what came of it, in words
   */
  alone(args: readonly Sample[]): string {
    const outcome = this.call(args);
    if ("failure" in outcome) this.add(warnOf(outcome.failure, this.name, this.pointer, printed(args)));
    const own = args.map(lent);
    const before = printed(own);
    let left = this.budget.steps;
    const spend = (steps: number): void => {
      left -= steps;
      if (!(left >= 0)) throw new RangeError("the budget is spent");
    };
    try {
      this.operator.evaluate(own, { spend });
    } catch {
      // that it throws, or does not end, has been found already
    }
    if (printed(own) !== before)
      this.add(reportPluginTesting("PLUGIN_CHANGES_ARGUMENTS", this.pointer, { seen: before, values: { operator: this.name } }));
    return printedOutcome(outcome);
  }

  /** All of them again, the last first: what is remembered from one to the next would show. */
  repeated(all: readonly (readonly Sample[])[], before: readonly string[]): void {
    const after = [...all].reverse().map((args) => printedOutcome(this.call(args)));
    const place = all.findIndex((_, index) => before[index] !== after[all.length - 1 - index]);
    if (place >= 0) this.add(reportPluginTesting("PLUGIN_NOT_REPEATABLE", this.pointer, { seen: all[place], values: { operator: this.name } }));
  }

  /** The same through every back-end, with all arguments known and with each of them unknown in turn. */
  throughBackEnds(all: readonly (readonly Sample[])[]): void {
    const facts = all.flatMap((args) => {
      const named = args.map((value, index) => [argumentName(index), value] as const);
      const without = named.map((_, gone) => Object.fromEntries(named.filter((_each, index) => index !== gone)));
      return [Object.fromEntries(named), ...without.slice(0, 1)].map((known) => ({ ...known, ...oppositeOf(this.operator.result) }));
    });
    const answers = answersOf(kitPack(this.name, this.operator), this.plugin, facts);
    const rows = Object.entries(answers);
    const place = facts.findIndex((_, index) => new Set(rows.map(([, statuses]) => statuses[index])).size > 1);
    if (place < 0) return;
    const words = rows.map(([backEnd, statuses]) => `${backEnd} ${statuses[place]}`).join(", ");
    this.add(reportPluginTesting("PLUGIN_BACK_ENDS_DIFFER", this.pointer, { seen: facts[place], values: { operator: this.name, answers: words } }));
  }
}

const errorsOf = (work: () => unknown): readonly Issue[] => {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof EldercareError) return error.issues;
    throw error;
  }
};

/**
 * Tries every operator of a plug-in on arguments of its declared types, likely ones and edges first: that it gives the
 * declared type, ends within its budget, gives the same again whatever was asked before, leaves its arguments alone, and is
 * answered alike by every back-end, with an argument unknown too. Its facts are read as a pack would read them.
 *
 * @param plugin as it will be given to `createEngine`
 * @param options `combinations`: how many combinations of arguments to try of each operator, 200 unless said
 * @returns what was found, each kind of fault of an operator once, with the arguments that showed it; empty where there is none
 * @example
 * const operator = (evaluate) => ({ title: { zh: "{0}加一", en: "{0} plus one" }, args: [{ kind: "number", integer: true, least: 0, most: 150 }], result: { kind: "number", integer: true }, evaluate });
 * const plugin = (evaluate) => ({ id: "acme", version: "1.0.0", operators: { next: operator(evaluate) } });
 * checkPlugin(plugin(([number]) => number + 1)) //=> []
 * checkPlugin(plugin(([number]) => number / 2)).map((finding) => finding.code) //=> ["PLUGIN_WRONG_TYPE"]
 */
export function checkPlugin(plugin: Plugin, { combinations = 200 }: { readonly combinations?: number } = {}): readonly Issue[] {
  const shape = checkPluginShape(plugin);
  if (shape.length > 0) return shape;
  return Object.entries(plugin.operators).flatMap(([key, operator]) => {
    const check = new OperatorCheck(plugin, key, operator);
    const unreadable = errorsOf(() => createEngine({ packs: [kitPack(`${plugin.id}.${key}`, operator)], plugins: [definePlugin(plugin)] }));
    if (unreadable.length > 0) return unreadable;
    const all = sampleArguments(operator.args, combinations);
    const first = all.map((args) => check.alone(args));
    check.repeated(all, first);
    check.throughBackEnds(all);
    return [...check.found.values()];
  });
}
