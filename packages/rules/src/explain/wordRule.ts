import type { AreaCode, CivilDate, Locale, Register } from "@eldercare/core";
import type { Engine } from "../assess/engine.js";
import { enRule } from "./enSentences.js";
import { requireRule } from "./explain.js";
import { speakingOf, tellRule } from "./telling.js";
import { zhRule } from "./zhSentences.js";

/** On which date, among which areas and in which language a rule is put into words. */
export interface WordingQuestion {
  readonly on: CivilDate;
  readonly locale: Locale;
  /** Where: the packs of a place may have changed the rule. Where the rule's own pack speaks, unless said. */
  readonly area?: AreaCode;
  /** Areas are called by the names that it gives. */
  readonly register?: Partial<Register>;
  /** False leaves the clause out, for pages that quote it beside the sentence. */
  readonly basis?: boolean;
}

/**
 * Says in a sentence what a rule asks and what it gives, with its clause: for the pages of a pack. Of a rule that packs
 * nearer to the place have changed, it says what was laid down, who changed it, and how.
 *
 * @param rule key `<pack>/<rule>`
 * @throws EldercareError RULE_NOT_FOUND where no such rule is in force on that date
 * @example
 * wordRule(createEngine({ packs: [national] }), "cn/category.olderPerson", { on: "2026-11-21", locale: "zh" })
 * //=> "凡在世，已满60周岁的，列为“老年人”。依据《中华人民共和国老年人权益保障法》第二条“本法所称老年人是指六十周岁以上的公民”。"
 */
export function wordRule(engine: Engine, rule: string, { on, locale, area, register, basis = true }: WordingQuestion): string {
  const pack = engine.packs.find(({ id }) => rule.startsWith(`${id}/`));
  const home = pack === undefined || pack.area === "" ? undefined : pack.area;
  const found = requireRule(engine, rule, on, area ?? home);
  const told = tellRule(engine, found, speakingOf(found, register), on);
  const telling = basis ? told : { ...told, basis: [] };
  return locale === "zh" ? zhRule(telling) : enRule(telling);
}
