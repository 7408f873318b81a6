import type { AreaCode, CivilDate, FieldType, Wording } from "@eldercare/core";
import type { Engine } from "../assess/engine.js";
import type { Leaf, Node } from "../logic/node.js";
import { leafOf } from "./change/substitute.js";
import { fixedPointers } from "./change/variables.js";
import { requireRule } from "./explain.js";
import { nodesHere } from "./nodesHere.js";
import { choiceNameOf, leafTitle, type Speaking, unitOf } from "./quantityWords.js";
import { speakingOf } from "./telling.js";
import { unitWord } from "./valueWords.js";

/** A fact that a rule reads, as a form asks for it. */
export interface FactSpec {
  /** JSON pointer into the record; of a fact of another record, the join and the fact's name. */
  readonly fact: string;
  readonly title: Wording;
  readonly type: FieldType;
  /** True where it may be known to be none. */
  readonly nullable: boolean;
  readonly unit?: Wording;
  /** The values of a choice, with their titles. */
  readonly choices?: readonly { readonly value: string; readonly title: Wording }[];
  /** False of what nobody can change, such as a date of birth. */
  readonly changeable: boolean;
}

const choicesOf = (type: FieldType): readonly string[] =>
  type.kind === "enum" ? type.values : type.kind === "list" && type.of.kind === "enum" ? type.of.values : [];

function specOf(leaf: Leaf, node: Node, fixed: ReadonlySet<string>, speaking: Speaking): FactSpec {
  const choiceName = choiceNameOf(node, speaking);
  const choices = choicesOf(leaf.type).map((value) => ({ value, title: choiceName(value) }));
  const unit = unitWord(unitOf(node, speaking));
  return {
    fact: leaf.pointer ?? leaf.key,
    title: leafTitle(leaf),
    type: leaf.type,
    nullable: leaf.nullable,
    ...(unit === undefined ? {} : { unit: { zh: unit.zh, en: unit.en } }),
    ...(choices.length === 0 ? {} : { choices }),
    changeable: !fixed.has(leaf.pointer ?? leaf.key),
  };
}

/**
 * The facts that a rule reads, of its condition and of what it gives, each once in the order in which they are read: what a
 * form has to ask for. Facts of other records are asked for as a whole, by their name.
 *
 * @param rule key `<pack>/<rule>`
 * @param on the date on which the rule is in force
 * @param area where, if the engine knows several jurisdictions; that of the rule's own pack unless said
 * @throws EldercareError RULE_NOT_FOUND where no such rule is in force on that date
 * @example
 * factsOf(createEngine({ packs: [national] }), "cn/category.olderPerson", "2026-11-21").map(({ fact, changeable }) => [fact, changeable])
 * //=> [["/died", false], ["/birthDate", false]]
 */
export function factsOf(engine: Engine, rule: string, on: CivilDate, area?: AreaCode): FactSpec[] {
  const pack = engine.packs.find(({ id }) => rule.startsWith(`${id}/`));
  const found = requireRule(engine, rule, on, area ?? (pack === undefined || pack.area === "" ? undefined : pack.area));
  const { parsed } = found.rule;
  const speaking = speakingOf(found, undefined);
  const fixed = new Set(fixedPointers(parsed.info.subject));
  const specs = new Map<string, FactSpec>();
  for (const root of [parsed.condition, ...Object.values(parsed.values)])
    for (const node of root === undefined ? [] : nodesHere(root)) {
      const leaf = leafOf(node);
      if (leaf !== undefined && !specs.has(leaf.key)) specs.set(leaf.key, specOf(leaf, node, fixed, speaking));
    }
  return [...specs.values()];
}
