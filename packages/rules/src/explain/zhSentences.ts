import type { Decision, Effect, Modality, SubjectKind, Wording } from "@eldercare/core";
import type { EffectDeclaration } from "../pack/pack.js";
import { quoted } from "./quoted.js";
import type { Said } from "./said.js";
import type { Scale } from "./scaleWords.js";
import type { RuleTelling, Telling } from "./telling.js";
import { wordDeadline, wordYuan } from "./valueWords.js";
import { wordBasis } from "./wordBasis.js";
import { wordOrder, wordStanding, wordTerms } from "./words/termWords.js";
import { clause, clauses } from "./zh.js";
import { zhWhom } from "./zhWhom.js";

/** How a subject is addressed in a reply. */
const subjects: Readonly<Record<SubjectKind, string>> = {
  person: "您",
  household: "该家庭",
  village: "该村",
  township: "该乡镇",
  facility: "该设施",
  workforce: "该工作人员",
  provider: "该服务机构",
  area: "该地区",
};

const should: Readonly<Record<Modality, string>> = {
  required: "应当",
  "in-principle": "原则上应当",
  aspirational: "力争",
  "permitted-or-encouraged": "可以",
  conditional: "有条件的，可以",
};

/** The same before what happens to somebody: 列为、列入、由邻近设施提供. */
const happens: Readonly<Record<Modality, string>> = { ...should, required: "", "in-principle": "原则上" };

/** What a requirement that does not bind is, for whoever is told that it is not met. */
const strength: Readonly<Partial<Record<Modality, string>>> = {
  "in-principle": "该项属于原则性要求。",
  aspirational: "该项属于力争实现的目标，不是硬性要求。",
  "permitted-or-encouraged": "该项属于允许或者鼓励的事项，不是硬性要求。",
  conditional: "该项以具备条件为前提，不是硬性要求。",
};

const per = { day: "每日", week: "每周", month: "每月", year: "每年", once: "一次性" } as const;

/** What a rule gives, as a predicate: 应当为您提供…，每年4次. */
export function givesClause({ rule, effect, modality, to }: Pick<Telling, "rule" | "effect" | "modality"> & { readonly to: string }): string {
  const title = rule.title.zh;
  const duty = should[modality];
  switch (rule.then.kind) {
    case "category":
      return `${happens[modality]}列为${quoted(title)}`;
    case "service": {
      const granted = effect?.kind === "service" ? effect : undefined;
      const frequency = granted?.times === undefined || granted.per === undefined ? "" : `，${per[granted.per]}${granted.times}次`;
      return `${duty}为${to}提供${quoted(title)}${frequency === "" ? openTimes(rule.then) : frequency}`;
    }
    case "benefit": {
      const amount = effect?.kind === "benefit" ? effect.amountFen : undefined;
      return `${duty}向${to}${givesBenefit(rule.then)}${quoted(title)}，${per[rule.then.per]}${amount === undefined ? "数额由当地确定" : wordYuan(amount).zh}${wordTerms(rule.then).zh}`;
    }
    case "device":
      return `${duty}为${to}配备${quoted(title)}`;
    case "priority":
      return `${happens[modality]}列入${quoted(title)}的次序${effect?.kind === "priority" ? `，排在第${effect.rank}位${wordStanding(effect).zh}` : ""}`;
    case "pairing":
      return `${duty}对${to}实行${quoted(title)}`;
    case "model":
      return `${duty}采用${quoted(title)}`;
    case "siting":
      return `${happens[modality]}${title}`;
    default:
      return `适用${quoted(title)}`;
  }
}

/** Money is paid out, services are given. */
const givesBenefit = ({ form }: Extract<EffectDeclaration, { kind: "benefit" }>): string => (form === "service" ? "给付" : "发放");

const openTimes = (then: EffectDeclaration): string => (then.kind === "service" && then.times !== undefined ? "，次数由当地确定" : "");

const opWords = { ">=": "不低于", "<=": "不高于", "==": "为" } as const;
const opWordsCounted = { ">=": "不少于", "<=": "不多于", "==": "为" } as const;

/** What is asked of a metric: 不低于80%, 达到100%. */
export const requirement = (op: keyof typeof opWords, bound: Wording, counted: boolean): string =>
  op === ">=" && bound.zh === "100%" ? "达到100%" : `${(counted ? opWordsCounted : opWords)[op]}${bound.zh}`;

/** What is asked of a metric, with the strength that the clause has. */
const asksFor = (metric: string, modality: Modality, asked: string): string => {
  if (modality === "permitted-or-encouraged") return `${metric}可以按${asked}掌握`;
  if (modality === "conditional") return `有条件的，${metric}可以按${asked}掌握`;
  return `${metric}${should[modality]}${asked}`;
};

function measured({ rule, effect, measure, modality }: Telling): string {
  switch (rule.then.kind) {
    case "standard":
    case "target": {
      if (measure === undefined) return "";
      const by = effect?.kind === "target" && effect.by !== undefined ? `，期限为${wordDeadline(effect.by).zh}` : "";
      return `${asksFor(measure.title.zh, modality, requirement(rule.then.op, measure.required, measure.counted))}${by}；现为${measure.observed.zh}`;
    }
    case "staffing":
      return effect?.kind === "staffing" && effect.required !== undefined
        ? `${{ ...happens, required: "" }[modality]}应配${effect.required}人，实配${effect.present ?? "不明"}${effect.present === undefined ? "" : "人"}${(effect.short ?? 0) > 0 ? `，缺${effect.short}人` : ""}`
        : "";
    default:
      return "";
  }
}

const verdicts: Readonly<Partial<Record<NonNullable<Extract<Effect, { kind: "target" }>["state"]>, string>>> = {
  due: "尚未达到，仍在期限内",
  overdue: "逾期未达到",
  undated: "尚未达到",
};

function verdict(status: Decision["status"], effect: Effect | undefined): string {
  if (status === "met") return "达到要求";
  const state = effect?.kind === "target" ? verdicts[effect.state] : undefined;
  return state ?? "未达到要求";
}

const workings = (steps: readonly { readonly zh: string; readonly value: string }[]): string =>
  steps.length === 0 ? "" : `计算过程：${steps.map(({ zh, value }) => `${zh} = ${value}`).join("；")}。`;

const subjectOf = ({ subject }: Telling): string => subjects[subject];

/** A clause after its subject; what begins with the subject's own word does not say it twice. */
const about = (who: string, text: string): string =>
  /^(?:“|当地|已到|未到|已过|未过|正值)/.test(text)
    ? text
    : who === subjects.facility && text.startsWith("设施")
      ? `该${text}`
      : `${who}${text.replace(/^本(?:村|乡镇|县|机构|设施)的?/, "")}`;

function reasonsSentence(label: string, reasons: readonly Said[], telling: Telling): string {
  return reasons.length === 0 ? "" : `${label}：${about(subjectOf(telling), clauses(reasons, telling.subject))}。`;
}

function notes({ illustrative, examples }: Telling): string {
  if (!illustrative) return "";
  const named = examples.map(({ title, value }) => `${title.zh}${value.zh}`).join("、");
  return `其中使用了示例值${named === "" ? "" : `（${named}）`}，仅供演示，不作为认定依据。`;
}

/** What was laid down above, who changed it, and how. */
const changes = ({ overrides }: Pick<Telling, "overrides">): string =>
  overrides.length === 0 ? "" : `${overrides.map(({ zh }) => zh).join("；")}。`;

function undeterminedSentence(telling: Telling): string {
  const { toGrant, toDeny, proven } = telling.missing ?? { toGrant: [], toDeny: [], proven: false };
  const [facts, parameters] = [toGrant.filter((each) => "fact" in each), toGrant.filter((each) => "parameter" in each)];
  const who = subjectOf(telling);
  const open = telling.reasons.length === 0 ? "" : `尚待查明：${clauses(telling.reasons, telling.subject)}。`;
  const ask = facts.length === 0 ? "" : `请提供：${facts.map(({ title }) => title.zh).join("、")}。`;
  const settle =
    parameters.length === 0 ? "" : `下列事项文件没有规定，须由当地先行确定：${parameters.map(({ title }) => quoted(title.zh)).join("、")}。`;
  const hopeless =
    toGrant.length === 0 && toDeny.length > 0 ? `其中${toDeny.map(({ title }) => quoted(title.zh)).join("、")}查明后可以作出结论。` : "";
  const unsure = proven || toGrant.length === 0 ? "" : "（所列材料未必是最少的。）";
  const verb = telling.measures ? `是否达到${quoted(telling.rule.title.zh)}的要求` : `是否符合${quoted(telling.rule.title.zh)}的条件`;
  return `现有情况还不能确定${who}${verb}。${open}${ask}${settle}${hopeless}${unsure}`;
}

/** One decision as an official would write it to the person concerned. */
export function zhExplanation(telling: Telling): string {
  return `${decided(telling)}${changes(telling)}${notes(telling)}`;
}

function decided(telling: Telling): string {
  const { rule, status, reasons, effect, steps } = telling;
  const basis = `依据${wordBasis(telling.basis, "zh")}，`;
  const who = subjectOf(telling);
  const title = quoted(rule.title.zh);
  switch (status) {
    case "granted":
      if (rule.then.kind === "funding")
        return `${basis}${who}应当核定${title}${fundingAmount(effect)}。${reasonsSentence("理由", reasons, telling)}${workings(steps)}`;
      return `${basis}${telling.conditioned ? `${who}符合${title}的条件，` : ""}${givesClause({ ...telling, to: who })}。${reasonsSentence("理由", reasons, telling)}`;
    case "denied":
      return `${basis}${who}不符合${title}的条件。${reasonsSentence("原因", reasons, telling)}`;
    case "notApplicable":
      return telling.senseless
        ? `${basis}${title}在${who}无从计算，不作评判。`
        : `${basis}${title}不适用于${who}。${reasonsSentence("原因", reasons, telling)}`;
    case "undetermined":
      return `${basis}${undeterminedSentence(telling)}`;
    default: {
      const stated = measured(telling);
      const bound = status === "notMet" ? (strength[telling.modality] ?? "") : "";
      if (rule.then.kind === "checklist")
        return `${basis}${who}${status === "met" ? "已达到" : "未达到"}${title}的要求。${status === "met" ? "" : reasonsSentence("原因", reasons, telling)}${bound}`;
      return `${basis}${who}${stated}，${verdict(status, effect)}。${rule.then.kind === "staffing" ? workings(steps) : ""}${bound}`;
    }
  }
}

function fundingAmount(effect: Effect | undefined): string {
  return effect?.kind === "funding" && effect.amountFen !== undefined ? `，每年不低于${wordYuan(effect.amountFen).zh}` : "，数额待有关标准确定后计算";
}

/** Kinds of rule whose sentence does not name the rule by itself. */
const unnamed = new Set(["standard", "target", "staffing"]);

/** What a rule asks and gives, for anybody. */
export function zhRule(telling: RuleTelling): string {
  const { rule } = telling;
  const name = unnamed.has(rule.then.kind) ? `${quoted(rule.title.zh)}：` : "";
  const basis = telling.basis.length === 0 ? "" : `依据${wordBasis(telling.basis, "zh")}。`;
  const { of, adopted } = zhWhom(telling);
  return `${name}${of}${ruleBody(telling, adopted)}。${changes(telling)}${basis}`;
}

function ruleBody(telling: RuleTelling, adopted: boolean): string {
  const { rule, asks, open, scale } = telling;
  const { then } = rule;
  // where the place has decided to apply the clause, the conditions for it are there
  const modality = adopted && telling.modality === "conditional" ? "permitted-or-encouraged" : telling.modality;
  const duty = should[modality];
  const given = (name: string): string => asks.find((each) => each.name === name)?.words.zh ?? "";
  switch (then.kind) {
    case "standard":
    case "target": {
      const by = then.kind === "target" && telling.by !== undefined ? `到${wordDeadline(telling.by).zh}，` : "";
      const asked = requirement(then.op, { zh: given("value"), en: "" }, telling.measure?.counted ?? false);
      return `${by}${asksFor(given("metric"), modality, asked)}`;
    }
    case "staffing": {
      const ratios = (then.ratios ?? []).map((ratio, index) => ratioOf(classes[ratio.class], given(`ratio${index}`)));
      const minimum = then.minimum === undefined ? [] : [`${isNumber(given("minimum")) ? "至少" : "不少于"}${given("minimum")}`];
      const roles = telling.roles.map(({ zh }) => zh).join("、");
      return `${duty}配备${roles}：${[...ratios, ...minimum].join("；")}`;
    }
    case "funding":
      return `${duty}核定${quoted(rule.title.zh)}，每年不低于${given("of")}×${given("persons")}×${given("share")}`;
    case "checklist":
      return modality === "permitted-or-encouraged" || modality === "conditional"
        ? `${duty}按${quoted(rule.title.zh)}的要求实施`
        : `${duty}达到${quoted(rule.title.zh)}的要求`;
    case "service": {
      const times = then.times === undefined ? "" : open ? "，次数由当地确定" : `，${per[then.per ?? "year"]}${given("times")}`;
      return `${duty}提供${quoted(rule.title.zh)}${times}`;
    }
    case "benefit": {
      const named = `${duty}${givesBenefit(then)}${quoted(rule.title.zh)}`;
      const terms = wordTerms(then).zh;
      if (open) return `${named}，${per[then.per]}数额由当地确定${terms}`;
      return scale === undefined
        ? `${named}，${per[then.per]}${given("amountFen")}${terms}`
        : `${named}${terms}，${per[then.per]}${zhScale(scale, telling.subject)}`;
    }
    case "priority":
      return `${givesClause({ rule, effect: undefined, modality, to: "" })}${wordOrder(asks).zh}`;
    case "device":
      return `${duty}配备${quoted(rule.title.zh)}`;
    case "pairing":
      return `${duty}实行${quoted(rule.title.zh)}`;
    default:
      return givesClause({ rule, effect: undefined, modality, to: "" });
  }
}

/** The steps of an amount: 标准为：属于失能人员的，300元；其他的，200元. */
function zhScale({ steps, summed }: Scale, subject: SubjectKind): string {
  const told = steps.map(({ when, gives }) => `${when === undefined ? "其他情形" : `${clause(when, subject).replace(/的$/, "")}的`}，${gives.zh}`);
  return `标准为：${told.join("；")}${summed && steps.length > 1 ? "；同时符合的，合并计算" : ""}`;
}

const isNumber = (text: string): boolean => /^\d/.test(text);

/** How many of a class take one member of staff; a number that is open stands by its name. */
const ratioOf = (residents: string, persons: string): string =>
  isNumber(persons) ? `${residents}每${persons}至少1人` : `${residents}按${persons}配备`;

const classes = { disabled: "失能入住人员", semiDisabled: "半失能入住人员", selfCaring: "自理入住人员", all: "入住人员" } as const;
