import {
  type CivilDate,
  type Decision,
  deadlineDay,
  type Effect,
  type FieldType,
  type Missing,
  type Modality,
  parseRational,
  type Register,
  type Step,
  type SubjectKind,
  type Wording,
} from "@eldercare/core";
import type { Engine, RuleInForce } from "../assess/engine.js";
import { type Node, parametersOf } from "../logic/node.js";
import { indexOf, type Scope } from "../logic/scope.js";
import { type Trace, type TraceRun, traceOf } from "../logic/traced/trace.js";
import { simplify } from "../logic/value.js";
import type { Rule } from "../pack/pack.js";
import { type Basis, basisQuoted } from "./basis.js";
import { clause as englishClause, whoIs } from "./en.js";
import { parametersIn } from "./explainedParameter.js";
import { wordOverrides } from "./overrideWords.js";
import { bareTitle, leafTitle, type Speaking, unitOf, wordQuantity } from "./quantityWords.js";
import type { Said } from "./said.js";
import { reasonsOfRule, say } from "./saying.js";
import { amountsIn, type Scale, scaleOf } from "./scaleWords.js";
import { countsByTitle, unitWord, wordValue } from "./valueWords.js";
import { choiceTitle } from "./words/choiceWords.js";
import { clause as chineseClause } from "./zh.js";

/** A thing to ask for, with a title to ask by. */
export type Asked = ({ readonly fact: string } | { readonly parameter: string }) & { readonly title: Wording };

/** Everything that a sentence about a rule, or about a decision, is made of. */
export interface Telling {
  readonly rule: Rule;
  readonly subject: SubjectKind;
  readonly modality: Modality;
  readonly status: Decision["status"];
  readonly effect: Effect | undefined;
  readonly basis: readonly Basis[];
  /** What packs nearer to the place have made of the rule, the nearest first. */
  readonly overrides: readonly Wording[];
  /** What decided, about this subject. */
  readonly reasons: readonly Said[];
  /** True where the rule has a condition. */
  readonly conditioned: boolean;
  readonly measure: Measure | undefined;
  /** True of standards, staffing, targets and checklists, which are met rather than granted. */
  readonly measures: boolean;
  readonly senseless: boolean;
  readonly steps: readonly Step[];
  readonly missing: { readonly toGrant: readonly Asked[]; readonly toDeny: readonly Asked[]; readonly proven: boolean } | undefined;
  readonly illustrative: boolean;
  /** Example values that the answer stands on. */
  readonly examples: readonly { readonly title: Wording; readonly value: Wording }[];
}

/** What the sentence of a rule is made of: what it asks of anybody, and what it gives. */
export interface RuleTelling extends Telling {
  /** What the rule asks of anybody; absent where it asks nothing. */
  readonly asked: Said | undefined;
  /** The expressions of the effect in words, by their place. */
  readonly asks: readonly { readonly name: string; readonly words: Wording }[];
  /** The steps of an amount that depends on the case. */
  readonly scale: Scale | undefined;
  /** True where the amount or the frequency is open. */
  readonly open: boolean;
  readonly by: CivilDate | undefined;
  readonly roles: readonly Wording[];
}

/** What a standard or target holds against what. */
export interface Measure {
  readonly title: Wording;
  readonly observed: Wording;
  readonly required: Wording;
  readonly counted: boolean;
}

const measuring = new Set(["standard", "target", "staffing", "checklist"]);

/** Names of areas, of a register and of what the subject itself says. */
const areaNames = (register: Partial<Register> | undefined) => {
  const { areas } = indexOf(register);
  return (code: string): string | undefined => areas.get(code)?.name;
};

/** Around what the words of a rule are found. */
export function speakingOf({ rule, context, jurisdiction }: RuleInForce, register: Partial<Register> | undefined): Speaking {
  return {
    subject: rule.parsed.info.subject,
    meaning: jurisdiction.meaning,
    parameters: context.parameters.all,
    illustrative: context.parameters.illustrative,
    areaName: areaNames(register),
    ...(rule.parsed.info.kind === "checklist" ? { item: rule.parsed.info.title } : {}),
  };
}

const printed = (text: string | undefined, type: FieldType, unit: string | undefined, speaking: Speaking): Wording => {
  if (text === undefined) return { zh: "不明", en: "not known" };
  const parts = text.split("–").map((part) => {
    const exact = parseRational(part);
    return wordValue(exact === undefined ? undefined : simplify(exact), type, unit, speaking.areaName);
  });
  return { zh: parts.map(({ zh }) => zh).join("至"), en: parts.map(({ en }) => en).join(" to ") };
};

function measureOf(found: RuleInForce, effect: Effect | undefined, speaking: Speaking): Measure | undefined {
  const { metric, value } = found.rule.parsed.values;
  if (metric === undefined || value === undefined) return undefined;
  const unit = unitOf(metric, speaking) ?? unitOf(value, speaking);
  const [observed, required] = effect?.kind === "standard" || effect?.kind === "target" ? [effect.observed, effect.required] : [];
  return {
    title: metricTitle(metric, speaking),
    observed: printed(observed, metric.type, unit, speaking),
    required: required === undefined ? wordQuantity(value, unit, speaking) : printed(required, metric.type, unit, speaking),
    counted: unitWord(unit)?.counted ?? (unit === undefined && countsByTitle(metricTitle(metric, speaking))),
  };
}

const metricTitle = (metric: Node, speaking: Speaking): Wording =>
  metric.op === "fact" || metric.op === "aggregate" ? leafTitle(metric.leaf) : wordQuantity(metric, undefined, speaking);

/** Titles for what is missing: a fact that no shape titles is asked for by its last name. */
const askedFor = (missing: Missing, item: Wording | undefined): Asked => {
  if (missing.title !== undefined) return { ...missing, title: bareTitle(missing.title) };
  // an entry of a checklist is called as its rule is
  if (item !== undefined) return { ...missing, title: item };
  const name = ("fact" in missing ? missing.fact : missing.parameter).split("/").at(-1) ?? "";
  return { ...missing, title: choiceTitle(name) };
};

/** What a condition asks of anybody, as a clause. */
function wordCondition(node: Node, speaking: Speaking): Wording {
  const said = say(node, true, speaking);
  return { zh: chineseClause(said, speaking.subject), en: englishClause(said, whoIs(speaking.subject, false)) };
}

/** The numbers of a staffing rule are of people, also where they are exact fractions. */
const isHeadcount = (name: string): boolean => name.startsWith("ratio") || name === "minimum";

/** The expressions of an effect, each in words. */
function asksOf({ rule }: RuleInForce, speaking: Speaking): RuleTelling["asks"] {
  return Object.entries(rule.parsed.values).map(([name, node]) => ({
    name,
    words:
      name === "metric"
        ? metricTitle(node, speaking)
        : node.type.kind === "boolean"
          ? wordCondition(node, speaking)
          : wordQuantity(node, isHeadcount(name) ? "person" : unitOf(node, speaking), speaking),
  }));
}

const openIn = (nodes: readonly Node[], { parameters }: Speaking): boolean =>
  nodes.some((node) => [...parametersOf(node)].some((id) => parameters.get(id) === undefined));

/** What every sentence about a rule has in common. */
function frame(engine: Engine, found: RuleInForce, speaking: Speaking, on: CivilDate): Omit<Telling, "measure"> {
  const { parsed } = found.rule;
  const { rule, info, condition } = parsed;
  return {
    rule,
    subject: info.subject,
    modality: info.modality,
    status: "notApplicable",
    effect: undefined,
    basis: basisQuoted(engine, parsed),
    overrides: wordOverrides(engine, found, speaking, on),
    reasons: [],
    conditioned: condition !== undefined,
    measures: measuring.has(info.kind),
    senseless: false,
    steps: [],
    missing: undefined,
    illustrative: false,
    examples: [],
  };
}

/** A condition that is nothing but one defined word is told by what the word means. */
const meant = (node: Node): Node =>
  node.op === "defined" && node.join === undefined && (node.body.op === "and" || node.body.op === "or" || node.body.op === "defined")
    ? meant(node.body)
    : node;

/** What is to be told of a rule, without any subject. */
export function tellRule(engine: Engine, found: RuleInForce, speaking: Speaking, on: CivilDate): RuleTelling {
  const { condition, values, rule } = found.rule.parsed;
  const { then } = rule;
  return {
    ...frame(engine, found, speaking, on),
    measure: measureOf(found, undefined, speaking),
    asked: condition === undefined ? undefined : say(meant(condition), true, speaking),
    asks: asksOf(found, speaking),
    scale: scaleOf(values.amountFen, speaking, on),
    open: openIn(
      Object.entries(values).flatMap(([name, node]) => (name === "metric" ? [] : name === "amountFen" ? amountsIn(node) : [node])),
      speaking,
    ),
    by: then.kind === "target" && then.by !== undefined ? deadlineDay(then.by) : undefined,
    roles: then.kind === "staffing" ? then.roles.map(choiceTitle) : [],
  };
}

/** A decision with what it rests on. */
export interface Told {
  readonly telling: Telling;
  /** The condition, traced; absent where the rule has none. */
  readonly run: TraceRun | undefined;
  /** What decided it. */
  readonly tree: Trace | undefined;
}

/** What is to be told of a decision. */
export function tellDecision(engine: Engine, found: RuleInForce, decision: Decision, scope: Scope, speaking: Speaking): Told {
  const { parsed } = found.rule;
  const { condition, values } = parsed;
  const run = condition === undefined ? undefined : traceOf(condition, scope, speaking.parameters);
  const { effect, status } = decision;
  const failing = status === "notMet" || status === "met" ? requirementOf(values.is, scope, speaking) : [];
  const tree = run?.tree();
  const deciding = tree === undefined ? [] : reasonsOfRule(tree, speaking);
  const examples = decision.illustrative ? examplesOf(found, speaking) : [];
  const steps = effect !== undefined && "steps" in effect ? effect.steps : [];
  const { missing } = decision;
  const ask = (each: Missing): Asked => askedFor(each, speaking.item);
  return {
    run,
    tree,
    telling: {
      ...frame(engine, found, speaking, scope.on),
      status,
      effect,
      reasons: status === "met" || status === "notMet" ? failing : status === "undetermined" && run?.value === true ? [] : deciding,
      measure: measureOf(found, effect, speaking),
      senseless: status === "notApplicable" && run?.value !== false,
      steps,
      missing: missing === undefined ? undefined : { toGrant: missing.toGrant.map(ask), toDeny: missing.toDeny.map(ask), proven: missing.proven },
      illustrative: decision.illustrative,
      examples,
    },
  };
}

/** What a checklist item failed by, or fulfils. */
const requirementOf = (is: Node | undefined, scope: Scope, speaking: Speaking): readonly Said[] =>
  is === undefined || is.op === "fact" ? [] : reasonsOfRule(traceOf(is, scope, speaking.parameters).tree(), speaking);

function examplesOf({ rule: { parsed }, context }: RuleInForce, speaking: Speaking): Telling["examples"] {
  const plain = { ...speaking, illustrative: new Set<string>() };
  return parametersIn(parsed).flatMap((node) => {
    if (node.type.kind === "enum" || !context.parameters.illustrative.has(node.id)) return [];
    return [{ title: leafTitle(node.leaf), value: wordQuantity(node, unitOf(node, speaking), plain) }];
  });
}
