import type { CivilDate } from "@eldercare/core";
import type { CompiledRule } from "./compiledRule.js";
import type { Context } from "./context.js";

/** A rule with the context in which it is asked. */
export interface ChosenRule {
  readonly rule: CompiledRule;
  readonly context: Context;
}

/**
 * A rule as it is asked where some contexts speak: as the nearest pack makes it that overrides it, else in the nearest
 * context that has it. Undefined where the nearest that has something to say of it has withdrawn it, or none has it.
 *
 * @param contexts those that speak, the most specific first
 */
export function chooseRule(key: string, contexts: readonly Context[], on: CivilDate): ChosenRule | undefined {
  let nearest: ChosenRule | undefined;
  for (const context of contexts) {
    const { byKey, withdrawn } = context.on(on);
    if (withdrawn.has(key)) return undefined;
    const rule = byKey.get(key);
    if (rule === undefined) continue;
    if (rule.parsed.info.overrides !== undefined) return { rule, context };
    nearest ??= { rule, context };
  }
  return nearest;
}

/** Every rule that is asked where some contexts speak, once, in the order of the most specific context that has it. */
export function chooseRules(contexts: readonly Context[], on: CivilDate): ChosenRule[] {
  const keys = new Set(contexts.flatMap((context) => context.on(on).rules.map(({ parsed }) => parsed.info.key)));
  return [...keys].flatMap((key) => chooseRule(key, contexts, on) ?? []);
}
