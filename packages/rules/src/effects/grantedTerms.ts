import type { Decision, Effect } from "@eldercare/core";

/** What a rule about a benefit gives: how much, how often, and on what terms, as far as the document says. */
export type BenefitEffect = Extract<Effect, { kind: "benefit" }>;

/** Where a rule ranks somebody in a queue, and what decides among those of that rank. */
export type PriorityEffect = Extract<Effect, { kind: "priority" }>;

/**
 * The benefit that a decision grants, with the terms on which it is paid; undefined where it grants none.
 *
 * @param decision as `engine.assess` gives it
 * @returns `amountFen` in fen for each day, month, year or once (`per`); `proration` and `rounding` by the names of
 * `accrueBenefit`
 * @example
 * benefitOf(createEngine({ packs: [national] }).assess({ person: { birthDate: "1950-01-01" } }, { on: "2026-11-21" })[0]) //=> undefined
 */
export const benefitOf = ({ effect }: Decision): BenefitEffect | undefined => (effect?.kind === "benefit" ? effect : undefined);

/**
 * The place in a queue that a decision gives, with what decides among equals; undefined where it gives none.
 *
 * @param decision as `engine.assess` gives it
 * @example
 * priorityOf(createEngine({ packs: [national] }).assess({ person: { birthDate: "1950-01-01" } }, { on: "2026-11-21" })[0]) //=> undefined
 */
export const priorityOf = ({ effect }: Decision): PriorityEffect | undefined => (effect?.kind === "priority" ? effect : undefined);
