/** What a check comes to; `undetermined` where something that matters is unknown. */
export type Verdict = "met" | "notMet" | "undetermined";

/** The verdict of one answer. */
export const verdictOf = (answer: boolean | undefined): Verdict => (answer === undefined ? "undetermined" : answer ? "met" : "notMet");

/** The verdict of answers of which each must be yes: one no settles it, whatever is unknown. */
export const verdictOfAll = (answers: readonly (boolean | undefined)[]): Verdict =>
  answers.includes(false) ? "notMet" : answers.includes(undefined) ? "undetermined" : "met";

/** How a step prints an answer. */
export const tick = (answer: boolean | undefined): string => (answer === undefined ? "?" : answer ? "✓" : "✗");

/** Orders texts by their code units, so that lists come out alike on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
