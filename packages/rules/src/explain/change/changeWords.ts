import type { SubjectKind, Wording } from "@eldercare/core";
import { compareValues, toRational, type Value } from "../../logic/value.js";
import { clause as englishClause, isPlural, whoIs } from "../en.js";
import { choiceNameOf, joined, leafTitle, type Speaking, unitOf, wordSeen } from "../quantityWords.js";
import { quoted } from "../quoted.js";
import { say } from "../saying.js";
import { plainValue } from "../tracedCondition.js";
import type { ChoiceName } from "../valueWords.js";
import { clause as chineseClause } from "../zh.js";
import type { FactChange } from "./counterfactual.js";
import type { ChangeableFact } from "./variables.js";

const joinOf = (pointer: string): string | undefined => /^\/(household|village|township|county)\//.exec(pointer)?.[1];

function words({ leaf, node, current }: ChangeableFact, to: Value, speaking: Speaking): Wording {
  const { subject } = speaking;
  if (leaf.type.kind === "boolean") {
    const said = node.op === "fact" || node.op === "defined" || node.op === "adopted" ? say(node, to === true, speaking) : undefined;
    if (said !== undefined) return { zh: chineseClause(said, subject), en: englishClause(said, whoIs(subject, true)) };
  }
  const title = joined(joinOf(leaf.pointer ?? ""), leafTitle(leaf));
  if (leaf.type.kind === "list") return listWords(title, current, to, choiceNameOf(node, speaking));
  const unit = unitOf(node, speaking);
  const [now, then] = [wordSeen(node, current, speaking, unit), wordSeen(node, to, speaking, unit)];
  const seen = current === undefined ? { zh: "（现不明）", en: " (now not known)" } : { zh: `（现为${now.zh}）`, en: ` (now ${now.en})` };
  const plural = isPlural(title.en);
  const [a, b] = [toRational(current), toRational(to)];
  const verb =
    a === undefined || b === undefined
      ? { zh: "为", en: plural ? "are" : "is" }
      : compareValues(current, to) < 0
        ? { zh: "达到", en: plural ? "reach" : "reaches" }
        : { zh: "降到", en: plural ? "fall to" : "falls to" };
  return { zh: `${title.zh}${verb.zh}${then.zh}${seen.zh}`, en: `the ${title.en} ${verb.en} ${then.en}${seen.en}` };
}

function listWords(title: Wording, from: Value, to: Value, choiceName: ChoiceName): Wording {
  const [before, after] = [from, to].map((value) => (Array.isArray(value) ? (value as readonly unknown[]) : [])) as [
    readonly unknown[],
    readonly unknown[],
  ];
  const named = (items: readonly unknown[]): Wording => {
    const titles = items.map((item) => choiceName(String(item)));
    return { zh: titles.map(({ zh }) => zh).join("、"), en: titles.map(({ en }) => en).join(", ") };
  };
  const [added, removed] = [after.filter((item) => !before.includes(item)), before.filter((item) => !after.includes(item))];
  if (added.length === 0 && removed.length === 0) return { zh: `${title.zh}为无`, en: `the ${title.en} holds nothing` };
  const parts = [
    ...(added.length === 0 ? [] : [{ zh: `包括${named(added).zh}`, en: `${isPlural(title.en) ? "include" : "includes"} ${named(added).en}` }]),
    ...(removed.length === 0
      ? []
      : [{ zh: `不包括${named(removed).zh}`, en: `${isPlural(title.en) ? "do" : "does"} not include ${named(removed).en}` }]),
  ];
  return { zh: `${title.zh}${parts.map(({ zh }) => zh).join("、")}`, en: `the ${title.en} ${parts.map(({ en }) => en).join(" and ")}` };
}

/** One change, with its words. */
export function changeOf(fact: ChangeableFact, to: Value, speaking: Speaking): FactChange {
  const { leaf, current } = fact;
  return {
    fact: leaf.pointer ?? leaf.key,
    title: leaf.title === undefined && speaking.item !== undefined ? speaking.item : leafTitle(leaf),
    ...(current === undefined ? {} : { from: plainValue(current) }),
    to: plainValue(to),
    words: words(fact, to, speaking),
  };
}

/** That some changes would be enough. */
export function changesText(changes: readonly FactChange[], proven: boolean, rule: Wording, subject: SubjectKind, measures: boolean): Wording {
  const zh = `如果${changes.map((change) => change.words.zh).join("，并且")}，其他情况不变，即可${measures ? "达到" : "符合"}${quoted(rule.zh)}的${measures ? "要求" : "条件"}。`;
  const who = whoIs(subject, true);
  const verb = measures ? (who.you ? "meet" : "meets") : who.you ? "qualify for" : "qualifies for";
  const en = `If ${changes.map((change) => change.words.en).join(", and ")}, all else being as it is, ${who.subject} ${verb} “${rule.en}”.`;
  return proven ? { zh, en } : { zh: `${zh}（未能证明这是最小的变动。）`, en: `${en} (Not proven to be the smallest change.)` };
}
