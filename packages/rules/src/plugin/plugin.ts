import type { FieldType, Rational, Wording } from "@eldercare/core";
import type { Fact } from "../pack/pack.js";
import type { Plugins } from "./plugins.js";

/** A value that a plug-in is given or gives: whole numbers as numbers, other numbers as exact fractions, dates and areas as text. */
export type PluginValue = boolean | number | Rational | string | readonly string[];

/** Types of arguments and results: everything that a condition can hold but records and maps. */
export type PluginType =
  | Extract<FieldType, { kind: "boolean" | "number" | "date" | "area" | "text" | "enum" }>
  | { readonly kind: "list"; readonly of: Extract<FieldType, { kind: "text" | "enum" }> };

/** What an operator may use while it is evaluated. */
export interface PluginTools {
  /**
   * Counts work, so that a loop cannot run away: to be called with the number of steps about to be taken. Ends the
   * evaluation once the budget of the plug-in is spent.
   */
  spend(steps: number): void;
}

/** An operator of a plug-in. Packs write it as `{ "<plug-in>.<operator>": [arguments] }`. */
export interface PluginOperator {
  /** What it computes, for explanations; `{0}`, `{1}`, … stand for its arguments. */
  readonly title: Wording;
  readonly args: readonly PluginType[];
  readonly result: PluginType;
  /**
   * Computes the result from known arguments, and from nothing else: no clock, no network, no chance. It is never called
   * where an argument is unknown, or known to be none.
   *
   * @param args one value for each declared argument; lists and fractions are frozen
   * @returns a value of the declared type, or `undefined` where it cannot tell
   */
  evaluate(args: readonly PluginValue[], tools: PluginTools): PluginValue | undefined;
}

/** A word that a plug-in defines over fields and its own operators, as a pack would: conditions read it as `<plug-in>.<name>`. */
export type PluginFact = Pick<Fact, "subject" | "type" | "title" | "unit" | "values"> & { readonly is: NonNullable<Fact["is"]> };

/** How much one evaluation may take. */
export interface PluginBudget {
  /** Steps that it may `spend`. */
  readonly steps: number;
  /** Looked at after each evaluation. */
  readonly milliseconds: number;
}

/** Operators and facts that a vendor adds to one engine. */
export interface Plugin {
  /** A word of letters and digits; all its names begin with it. */
  readonly id: string;
  readonly version: string;
  readonly operators: Readonly<Record<string, PluginOperator>>;
  readonly facts?: Readonly<Record<string, PluginFact>>;
  /** One hundred thousand steps and one second, unless it says otherwise. */
  readonly budget?: Partial<PluginBudget>;
}

/**
 * A plug-in that `definePlugin` of `@eldercare/rules/plugin` has checked. It brings along what it takes to ask plug-ins, so
 * that engines without any do without that.
 */
export interface DefinedPlugin extends Plugin {
  /** Makes the plug-ins of one engine, of which this is one, ready to be read by its packs. */
  library(plugins: readonly Plugin[]): Plugins;
}

/** The budget of a plug-in that states none. */
export const usualBudget: PluginBudget = { steps: 100_000, milliseconds: 1000 };
