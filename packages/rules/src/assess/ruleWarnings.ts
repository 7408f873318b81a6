import type { CivilDate, Issue } from "@eldercare/core";
import { contradictedClauses } from "../pack/contradictions.js";
import { staleClauses } from "../pack/staleClauses.js";
import type { ChosenRule } from "./chooseRule.js";
import type { ParsedRule } from "./compiledRule.js";
import type { Context } from "./context.js";
import { partsWarnings } from "./partsWarnings.js";
import { clausesOfParameters, clausesRead } from "./restsOn.js";

/** What is wrong with the rules of some contexts on a date, whomever they are asked about. */
export class RuleWarnings {
  private readonly on: CivilDate;
  /** Months that a check of a source is good for; undefined where that is not asked. */
  private readonly months: number | undefined;
  private readonly parts = new Map<Context, ReadonlyMap<string, readonly Issue[]>>();
  private readonly contradicted = new Map<Context, ReadonlyMap<string, readonly Issue[]>>();
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
    return [...(this.partsIn(context).get(key) ?? []), ...this.contradictionsOf(parsed, context), ...doubts, ...this.staleOf(parsed, context)];
  }

  private partsIn(context: Context): ReadonlyMap<string, readonly Issue[]> {
    const known = this.parts.get(context) ?? partsWarnings(context.on(this.on), this.on);
    this.parts.set(context, known);
    return known;
  }

  /** The contradictions of the documents that the rule, or anything that it reads, rests on; each once. */
  private contradictionsOf(parsed: ParsedRule, context: Context): Issue[] {
    const contradicted = this.contradicted.get(context) ?? contradictedClauses(context.chain);
    this.contradicted.set(context, contradicted);
    if (contradicted.size === 0) return [];
    const clauses = [...parsed.info.clauses, ...clausesRead(parsed, context, this.on)];
    return [...new Set(clauses.flatMap((clause) => contradicted.get(clause) ?? []))];
  }

  /** The sources of the rule, and of the values of its parameters, that were not checked for too long. */
  private staleOf(parsed: ParsedRule, context: Context): Issue[] {
    const { on, months } = this;
    if (months === undefined) return [];
    const stale = this.stale.get(context) ?? staleClauses(context.chain, on, months);
    this.stale.set(context, stale);
    if (stale.size === 0) return [];
    return [...new Set([...parsed.info.clauses, ...clausesOfParameters(parsed, context, on)].flatMap((clause) => stale.get(clause) ?? []))];
  }
}
