import type { CivilDate, Issue } from "@eldercare/core";
import { overriddenValues } from "../override/overriddenValue.js";
import { parametersReadBy } from "../override/versions.js";
import { parameterOn } from "../pack/parametersOn.js";
import { staleClauses } from "../pack/staleClauses.js";
import type { ChosenRule } from "./chooseRule.js";
import type { ParsedRule } from "./compiledRule.js";
import type { Context } from "./context.js";
import { partsWarnings } from "./partsWarnings.js";

/** What is wrong with the rules of some contexts on a date, whomever they are asked about. */
export class RuleWarnings {
  private readonly on: CivilDate;
  /** Months that a check of a source is good for; undefined where that is not asked. */
  private readonly months: number | undefined;
  private readonly parts = new Map<Context, ReadonlyMap<string, readonly Issue[]>>();
  private readonly stale = new Map<Context, ReadonlyMap<string, Issue>>();

  constructor(on: CivilDate, months: number | undefined) {
    this.on = on;
    this.months = months;
  }

  of({ rule: { parsed }, context }: ChosenRule): readonly Issue[] {
    const { key, overrides, overriddenBy = [] } = parsed.info;
    const doubts =
      overrides === undefined
        ? []
        : context.doubts
            .filter(({ rules, at }) => rules.includes(key) && overriddenBy.some(({ pack }) => pack === at?.file))
            .map(({ rules: _, ...issue }) => issue);
    return [...(this.partsIn(context).get(key) ?? []), ...doubts, ...this.staleOf(parsed, context)];
  }

  private partsIn(context: Context): ReadonlyMap<string, readonly Issue[]> {
    const known = this.parts.get(context) ?? partsWarnings(context.on(this.on), this.on);
    this.parts.set(context, known);
    return known;
  }

  /** The sources of the rule, and of the values of its parameters, that were not checked for too long. */
  private staleOf(parsed: ParsedRule, context: Context): Issue[] {
    const { on, months } = this;
    if (months === undefined) return [];
    const stale = this.stale.get(context) ?? staleClauses(context.chain, on, months);
    this.stale.set(context, stale);
    if (stale.size === 0) return [];
    const instead = overriddenValues(context.chain, on);
    const ofValues = [...parametersReadBy(parsed)].flatMap((id) => {
      const declared = context.meaning.parameters.get(id)?.thing;
      return declared === undefined ? [] : [parameterOn(id, declared, context.overlays, on, instead.get(id)).clause];
    });
    return [...new Set([...parsed.info.clauses, ...ofValues].flatMap((clause) => stale.get(clause) ?? []))];
  }
}
