import type { CivilDate, Wording } from "@eldercare/core";
import type { AppliedOverride, ParsedRule } from "../assess/compiledRule.js";
import type { Engine, RuleInForce } from "../assess/engine.js";
import type { Node } from "../logic/node.js";
import { holdsOn } from "../override/periodOf.js";
import type { Override, OverrideVerb, Parameter, ParameterValue } from "../pack/pack.js";
import { parameterOn } from "../pack/parametersOn.js";
import { clause as englishClause, whoIs } from "./en.js";
import { bareTitle, type Speaking, unitOf, wordQuantity } from "./quantityWords.js";
import { quoted } from "./quoted.js";
import { say } from "./saying.js";
import { zhSection } from "./wordBasis.js";
import { wordParameterValue } from "./wordParameterValue.js";
import { clause as chineseClause } from "./zh.js";

const verbs: Readonly<Record<OverrideVerb, Wording>> = {
  raise: { zh: "提高", en: "raises" },
  widen: { zh: "放宽", en: "widens" },
  narrow: { zh: "收紧", en: "narrows" },
  replace: { zh: "改", en: "changes" },
  withdraw: { zh: "废止", en: "withdraws" },
};

const verbOf = ({ does }: AppliedOverride): Wording => ({
  zh: does.map((verb) => verbs[verb].zh).join("并"),
  en: does.map((verb) => verbs[verb].en).join(" and "),
});

/** Parts of an effect that a number stands for. */
const parts: Readonly<Record<string, Wording>> = {
  amountFen: { zh: "数额", en: "the amount" },
  times: { zh: "次数", en: "how often" },
  value: { zh: "标准", en: "the value asked for" },
  metric: { zh: "指标", en: "what is measured" },
  reservedPlaces: { zh: "预留名额", en: "the places kept" },
  minimum: { zh: "最少人数", en: "the least number of staff" },
  share: { zh: "比例", en: "the share" },
  of: { zh: "计算基数", en: "what the share is of" },
  persons: { zh: "计算人数", en: "the number of persons" },
  is: { zh: "要求", en: "the requirement" },
};

const partOf = (name: string): Wording =>
  parts[name] ?? (name.startsWith("ratio") ? { zh: "配备比例", en: "the ratio" } : { zh: "次序", en: "the order" });

/** Who issued a clause, and where it stands. */
function issuedBy(engine: Engine, clause: string | undefined): { readonly issuer: string; readonly place: Wording } {
  const found = clause === undefined ? undefined : engine.clause(clause);
  if (found === undefined) return { issuer: "", place: { zh: "", en: "" } };
  const { document, section } = found;
  return {
    issuer: document.issuer,
    place: {
      zh: `（《${document.title.replaceAll("《", "〈").replaceAll("》", "〉")}》${zhSection(section)}）`,
      en: ` (${document.title}, ${section})`,
    },
  };
}

/** What a parameter was in the packs above the one that overrides it; undefined where they leave it open. */
function valueAbove(
  { jurisdiction: { chain, overlays } }: RuleInForce,
  id: string,
  parameter: Parameter,
  by: string,
  on: CivilDate,
): ParameterValue["value"] | undefined {
  const place = chain.findIndex((pack) => pack.id === by);
  const above = chain.slice(0, place);
  const earlier = above.flatMap((pack) => (pack.overrides ?? []).filter((each) => each.parameter === id && holdsOn(pack, each, on))).at(-1);
  return earlier?.value ?? parameterOn(id, parameter, overlays, on, undefined).value;
}

function holdsIn({ jurisdiction: { chain } }: RuleInForce, id: string, override: Override, on: CivilDate): boolean {
  const pack = chain.find((each) => each.id === id);
  return pack !== undefined && holdsOn(pack, override, on);
}

function parameterChange(engine: Engine, found: RuleInForce, by: AppliedOverride, on: CivilDate): Wording[] {
  const id = by.parameter ?? "";
  const declared = found.jurisdiction.meaning.parameters.get(id);
  const override = found.jurisdiction.chain
    .find((pack) => pack.id === by.pack)
    ?.overrides?.filter((each) => each.parameter === id && holdsIn(found, by.pack, each, on))
    .at(-1);
  if (declared === undefined || override?.value === undefined) return [];
  const { thing: parameter, pack } = declared;
  const { issuer, place } = issuedBy(engine, by.clauses[0]);
  const title = bareTitle(parameter.title);
  const now = wordParameterValue(parameter, override.value);
  const was = valueAbove(found, id, parameter, by.pack, on);
  const above = issuedBy(engine, parameter.clause).issuer;
  const national = found.jurisdiction.chain.find((each) => each.id === pack.id)?.area === "";
  const [zhAbove, enAbove] = national ? ["国家", "the state"] : [above, above];
  if (was === undefined)
    return [
      {
        zh: `${zhAbove}没有规定${quoted(title.zh)}，${issuer}确定为${reading(now.zh, parameter)}${place.zh}`,
        en: `${enAbove} leaves “${title.en}” open; ${issuer} sets it to ${reading(now.en, parameter)}${place.en}`,
      },
    ];
  const before = wordParameterValue(parameter, was);
  const verb = verbOf(by);
  return [
    {
      zh: `${zhAbove}规定${quoted(title.zh)}为${reading(before.zh, parameter)}，${issuer}${verb.zh}为${reading(now.zh, parameter)}${place.zh}`,
      en: `${enAbove} sets “${title.en}” to ${reading(before.en, parameter)}; ${issuer} ${verb.en} it to ${reading(now.en, parameter)}${place.en}`,
    },
  ];
}

/** A reading of a sentence is quoted, a number is not. */
const reading = (text: string, { type }: Parameter): string => (type === "choice" ? quoted(text) : text);

const conditionWords = (node: Node | undefined, speaking: Speaking): Wording => {
  if (node === undefined) return { zh: "无条件", en: "no condition" };
  const said = say(node, true, speaking);
  return { zh: chineseClause(said, speaking.subject), en: englishClause(said, whoIs(speaking.subject, false)) };
};

const valueWords = (node: Node | undefined, speaking: Speaking): Wording =>
  node === undefined
    ? { zh: "无", en: "nothing" }
    : node.type.kind === "boolean"
      ? conditionWords(node, speaking)
      : wordQuantity(node, unitOf(node, speaking), speaking);

/** What an override made of a rule: its condition, whether the place must adopt it, what it gives. */
function ruleChanges(after: ParsedRule, before: ParsedRule, speaking: Speaking): Wording[] {
  const made: Wording[] = [];
  const change = (what: Wording, was: Wording, now: Wording): void => {
    made.push({ zh: `${what.zh}由${quoted(was.zh)}改为${quoted(now.zh)}`, en: `${what.en} is “${now.en}” instead of “${was.en}”` });
  };
  if (after.when !== before.when)
    change({ zh: "适用条件", en: "the condition" }, conditionWords(before.when, speaking), conditionWords(after.when, speaking));
  if (after.adopted !== before.adopted)
    made.push(
      after.adopted === undefined
        ? { zh: "不再以当地决定实施为前提", en: "the place need no longer have decided to apply it" }
        : { zh: "以当地决定实施为前提", en: "the place must have decided to apply it" },
    );
  for (const name of new Set([...Object.keys(before.values), ...Object.keys(after.values)])) {
    const [was, now] = [valueWords(before.values[name], speaking), valueWords(after.values[name], speaking)];
    if (was.zh !== now.zh) change(partOf(name), was, now);
  }
  return made;
}

/**
 * What packs nearer to the place have made of a rule: what was laid down above, who changed it, and how; the nearest first.
 * Empty where nobody has.
 */
export function wordOverrides(engine: Engine, found: RuleInForce, speaking: Speaking, on: CivilDate): Wording[] {
  const told: Wording[] = [];
  for (let version: ParsedRule | undefined = found.rule.parsed; version?.before !== undefined; version = version.before) {
    const [by] = version.info.overriddenBy ?? [];
    if (by === undefined) continue;
    if (by.parameter !== undefined) {
      told.push(...parameterChange(engine, found, by, on));
      continue;
    }
    const changes = ruleChanges(version, version.before, speaking);
    if (changes.length === 0) continue;
    const { issuer, place } = issuedBy(engine, by.clauses[0]);
    const verb = verbOf(by);
    told.push({
      zh: `${issuer}${by.does.includes("replace") ? "另行规定" : `${verb.zh}了本条`}${place.zh}，${changes.map(({ zh }) => zh).join("，")}`,
      en: `${issuer} ${verb.en} the rule${place.en}: ${changes.map(({ en }) => en).join("; ")}`,
    });
  }
  return told;
}

/** The clauses of a list, those that bind first, otherwise in its order. */
const bindingFirst = (engine: Engine, clauses: readonly string[]): readonly string[] => {
  const binds = (id: string): boolean => engine.clause(id)?.modality === "required";
  return [...clauses.filter(binds), ...clauses.filter((id) => !binds(id))];
};

/** What is compared of a sentence: the mark that ends it differs where a list goes on. */
const sentenceOf = (quote: string): string => quote.replace(/[。；，]$/, "");

/**
 * The clauses that an explanation quotes: those of every override, the nearest first, then those of the rule itself; of each
 * the ones that bind first. A sentence that another of them says already, whole, is not said again.
 */
export function clausesQuoted(engine: Engine, { info, before }: ParsedRule): readonly string[] {
  const above = before === undefined ? [] : clausesQuoted(engine, before);
  const here = before === undefined ? info.clauses : (info.overriddenBy?.[0]?.clauses ?? []);
  const ids = [...new Set([...bindingFirst(engine, here), ...above])];
  const sentences = ids.map((id) => sentenceOf(engine.clause(id)?.quote ?? ""));
  return ids.filter((_, at) => {
    const own = sentences[at] ?? "";
    return !sentences.some((other, place) => place !== at && other.includes(own) && (other.length > own.length || place < at));
  });
}
