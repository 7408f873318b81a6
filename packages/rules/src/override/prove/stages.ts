import type { CivilDate } from "@eldercare/core";
import type { ParsedRule } from "../../assess/compiledRule.js";
import type { Context } from "../../assess/context.js";
import type { ParameterValues } from "../../logic/closures.js";
import { parametersOn } from "../../pack/parametersOn.js";
import type { ParsedOverride } from "../parsedOverride.js";
import { holdsOn } from "../periodOf.js";
import type { Stage } from "./comparison.js";

/** The rules of a context on a date as its overrides make them, one after the other: parents' first, in the order of each pack. */
export class Stages {
  readonly on: CivilDate;
  /** Those that hold on the date. */
  readonly overrides: readonly ParsedOverride[];
  private readonly context: Context;
  private readonly rulesAt = new Map<number, ReadonlyMap<string, ParsedRule>>();
  private readonly parametersAt = new Map<number, ParameterValues>();

  constructor(context: Context, on: CivilDate) {
    this.context = context;
    this.on = on;
    this.overrides = context.versions.overrides.filter(({ pack, override }) => holdsOn(pack, override, on));
  }

  /** The rules after so many overrides, by key. */
  rules(count: number): ReadonlyMap<string, ParsedRule> {
    const known = this.rulesAt.get(count);
    if (known !== undefined) return known;
    const counted = new Set(this.overrides.slice(0, count));
    const { rules } = this.context.versions.on(this.on, (by) => counted.has(by));
    const made = new Map(rules.map((rule) => [rule.info.key, rule]));
    this.rulesAt.set(count, made);
    return made;
  }

  /** The parameters after so many overrides, as the packs write them: whatever deployers supply for what is open. */
  parameters(count: number): ParameterValues {
    const known = this.parametersAt.get(count);
    if (known !== undefined) return known;
    const counted = new Set(this.overrides.slice(0, count).map(({ override }) => override));
    const { all } = parametersOn(this.context.chain, [], this.on, (override) => counted.has(override));
    this.parametersAt.set(count, all);
    return all;
  }

  /** One rule after so many overrides. */
  stage(key: string, count: number): Stage {
    return { rule: this.rules(count).get(key), parameters: this.parameters(count) };
  }
}
