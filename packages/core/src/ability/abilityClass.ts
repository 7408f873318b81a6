import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";

/** Classes in which documents speak of ability: 自理 · 半失能 · 失能. */
export type AbilityClass = "selfCaring" | "semiDisabled" | "disabled";

/** A level of ability, as far as it is known, and a pack's reading of levels. */
export interface AbilityClassQuestion {
  /** Best and worst level that are possible, equal where the level is known; absent where nothing is known of it. */
  readonly leastLevel?: number;
  readonly mostLevel?: number;
  /** Class by level. No national standard gives it: the pack does. */
  readonly mapping: Readonly<Record<number, AbilityClass>>;
  readonly clauses: readonly string[];
}

/** The class, or what leaves it open. */
export interface AbilityClassFinding {
  /** Absent where it is undetermined. */
  readonly class?: AbilityClass;
  readonly possible: readonly AbilityClass[];
  /** Levels that are possible and that the pack does not map. */
  readonly unmapped: readonly number[];
}

/**
 * The class in which a document speaks of a person's ability, by the levels that the pack maps. Open levels of the same
 * class leave no doubt; a level that the pack does not map is named, not guessed.
 *
 * @throws EldercareError where a level is not whole or the bounds are reversed
 * @example
 * classOfAbility({ leastLevel: 2, mostLevel: 3, mapping: { 0: "selfCaring", 1: "semiDisabled", 2: "disabled", 3: "disabled", 4: "disabled" }, clauses: [] }).value.class //=> "disabled"
 * Source: NY-3.3.4-a, NY-3.3.4-b (失能、半失能, which the document does not define).
 */
export function classOfAbility({ leastLevel, mostLevel, mapping, clauses }: AbilityClassQuestion): Counted<AbilityClassFinding> {
  const check = new QuestionCheck();
  const known = leastLevel !== undefined && mostLevel !== undefined;
  if (leastLevel !== undefined) check.whole("/leastLevel", leastLevel, { least: 0, most: 9 });
  if (mostLevel !== undefined) check.whole("/mostLevel", mostLevel, { least: 0, most: 9 });
  if (known && mostLevel < leastLevel)
    check.add(reportIssue("OUT_OF_RANGE", "/mostLevel", { seen: mostLevel, values: { expected: `${leastLevel}–` } }));
  check.done();
  const levels = known ? Array.from({ length: mostLevel - leastLevel + 1 }, (_, index) => leastLevel + index) : [];
  const unmapped = levels.filter((level) => mapping[level] === undefined);
  const mapped = known ? levels.flatMap((level) => mapping[level] ?? []) : Object.values(mapping);
  const possible = [...new Set(mapped)].sort();
  const [only] = possible;
  const decided = known && unmapped.length === 0 && possible.length === 1 ? only : undefined;
  const step = {
    zh: `能力等级 ${known ? levels.join("、") : "未知"}，按政策包归类`,
    en: `level ${known ? levels.join(", ") : "unknown"}, by the pack's classes`,
    value: decided ?? "undetermined",
  };
  return { value: { ...(decided === undefined ? {} : { class: decided }), possible, unmapped }, unit: "class", steps: [step], clauses };
}
