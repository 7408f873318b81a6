import { jsonPointer } from "@eldercare/core";
import { checkParts, parseEffect } from "../effects/parseEffect.js";
import { booleanType, type Node } from "../logic/node.js";
import { parseLogic } from "../logic/parseLogic.js";
import type { ChainMeaning } from "../pack/meaning.js";
import type { Pack, Rule } from "../pack/pack.js";
import type { ParsedRule } from "./compiledRule.js";

const offers = new Set(["permitted-or-encouraged", "conditional"]);

/** The condition that the place has adopted one of the clauses that only offer; all of them where none is marked so. */
export function adoptionNode(pack: Pack, clauses: readonly string[]): Node {
  const found = clauses.filter((id) => offers.has(pack.clauses[id]?.modality ?? ""));
  return { op: "adopted", clauses: found.length > 0 ? found : clauses.slice(0, 1), type: booleanType };
}

/** What must hold for a rule to speak: that its clause is adopted, where that is asked, and what is written. */
export function conditionOf(adopted: Node | undefined, when: Node | undefined): Node | undefined {
  return adopted === undefined || when === undefined ? (when ?? adopted) : { op: "and", args: [adopted, when], type: booleanType };
}

/** Reads a rule of a pack; what is wrong with it is reported there. */
export function parseRule(pack: Pack, rule: Rule, index: number, meaning: ChainMeaning): ParsedRule {
  const issues = meaning.issuesOf(pack);
  const pointer = jsonPointer(["rules", index]);
  const when = rule.when === undefined ? undefined : parseLogic(rule.when, booleanType, `${pointer}/when`, meaning.of(rule.subject), issues);
  const adopted = rule.whereAdopted === true ? adoptionNode(pack, rule.clauses) : undefined;
  const values = parseEffect(rule.then, rule.subject, `${pointer}/then`, meaning, issues);
  const targets = pack.rules.filter((other) => other.then.kind === "target").map((other) => other.id);
  checkParts(rule.then, `${pointer}/then`, targets, issues);
  const info = {
    key: `${pack.id}/${rule.id}`,
    pack: pack.id,
    subject: rule.subject,
    title: rule.title,
    kind: rule.then.kind,
    modality: pack.clauses[rule.clauses[0] ?? ""]?.modality ?? "required",
    clauses: rule.clauses,
  } as const;
  const unit = "metric" in rule.then ? meaning.unitOf(rule.subject, rule.then.metric) : undefined;
  return { info, rule, pack, condition: conditionOf(adopted, when), adopted, when, values, unit };
}
