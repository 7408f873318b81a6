import { type CivilDate, type Decision, didYouMean, EldercareError, type Locale, type Register, type SubjectKind } from "@eldercare/core";
import type { Engine, RuleInForce } from "../assess/engine.js";
import type { Subject } from "../assess/subject.js";
import { reportRules } from "../errors/codes.js";
import { indexOf, type Row, Scope } from "../logic/scope.js";
import type { TraceExtent } from "../logic/traced/trace.js";
import { type Basis, basisOf } from "./basis.js";
import { clause as englishClause, whoIs } from "./en.js";
import { enExplanation } from "./enSentences.js";
import { type ExplainedCondition, explainTrace } from "./explainedCondition.js";
import { type ExplainedParameter, parametersRead } from "./explainedParameter.js";
import type { Speaking } from "./quantityWords.js";
import type { Said } from "./said.js";
import { type Asked, speakingOf, tellDecision } from "./telling.js";
import { clause as chineseClause } from "./zh.js";
import { zhExplanation } from "./zhSentences.js";

/** When, among what and in which language an explanation is asked for. */
export interface ExplanationQuestion {
  readonly on: CivilDate;
  /** The households, areas and facilities that rules look up; areas are called by the names that it gives. */
  readonly register?: Partial<Register>;
  readonly locale: Locale;
  /** How much of the condition the tree shows; what decided unless said. */
  readonly extent?: TraceExtent;
}

/** Why a rule says what it says of one subject, in words. */
export interface Explanation {
  readonly rule: string;
  readonly on: CivilDate;
  readonly status: Decision["status"];
  readonly title: string;
  /** The whole answer, as one would write it to the person concerned. */
  readonly text: string;
  /** What decided, each in a clause, in the order of the condition; of a refusal only what failed. */
  readonly reasons: readonly string[];
  /** The clauses behind the rule, with document, number, section and quote. */
  readonly basis: readonly Basis[];
  /** The condition with the value of every part shown; absent where the rule has none. */
  readonly condition?: ExplainedCondition;
  /** Every parameter that the rule reads, with its value on the date asked, its clause and its period. */
  readonly parameters: readonly ExplainedParameter[];
  /** How a number came about, line by line. */
  readonly steps: readonly { readonly text: string; readonly value: string }[];
  /** What to ask next; of an undetermined decision only. */
  readonly missing?: readonly Asked[];
  /** True where the answer stands on example values. */
  readonly illustrative: boolean;
  readonly decision: Decision;
}

/** One clause in one language. */
export const wordSaid = (said: Said, subject: SubjectKind, locale: Locale): string =>
  locale === "zh" ? chineseClause(said, subject) : englishClause(said, whoIs(subject, true));

/** The rule of a key, in force where a subject stands. */
export function requireRule(engine: Engine, rule: string, on: CivilDate, area: string | undefined): RuleInForce {
  const found = engine.ruleFor(rule, on, area);
  if (found !== undefined) return found;
  const known = engine.rules(on).map(({ key }) => key);
  throw new EldercareError([reportRules("RULE_NOT_FOUND", "/rule", { seen: rule, values: didYouMean(rule, known) })]);
}

/** A subject with the rule that is asked about it, and what the rule decides. */
export interface AskedAbout {
  readonly found: RuleInForce;
  readonly scope: Scope;
  readonly decision: Decision;
  readonly speaking: Speaking;
}

/** Asks one rule about one subject. */
export function askAbout(engine: Engine, subject: Subject, rule: string, on: CivilDate, register: Partial<Register> | undefined): AskedAbout {
  const [decision] = engine.assess(subject, { on, rules: [rule], ...(register === undefined ? {} : { register }) });
  // what is wrong with the subject has been said by then
  const [kind, record] = Object.entries(subject)[0] as [SubjectKind, Row];
  const scope = new Scope(kind, record, on, indexOf(register));
  const found = requireRule(engine, rule, on, scope.area);
  if (decision === undefined) throw new EldercareError([reportRules("RULE_NOT_FOUND", "/rule", { seen: rule, values: didYouMean(rule, []) })]);
  // a decision says once, at its end, which example values it stands on
  return { found, scope, decision, speaking: { ...speakingOf(found, register), illustrative: new Set() } };
}

/**
 * Explains the decision of one rule about one subject: in sentences that read naturally, with document, number, section and
 * quote; with the condition as a tree of clauses and values; and with every parameter, its clause and its period.
 *
 * @param engine the engine that decides
 * @param subject one record under the name of its kind; what is absent is unknown
 * @param rule key `<pack>/<rule>`
 * @param question date, register and language, and whether the tree shows all of the condition or what decided
 * @throws EldercareError RULE_NOT_FOUND where no such rule speaks of the subject on that date; whatever `assess` refuses
 * @example
 * const engine = createEngine({ packs: [national] });
 * const told = explain(engine, { person: { birthDate: "1968-05-01" } }, "cn/category.olderPerson", { on: "2026-11-21", locale: "zh" });
 * told.reasons //=> ["现年58周岁，未满60周岁"]
 * told.text //=> "依据《中华人民共和国老年人权益保障法》第二条“本法所称老年人是指六十周岁以上的公民”，您不符合“老年人”的条件。原因：您现年58周岁，未满60周岁。"
 */
export function explain(
  engine: Engine,
  subject: Subject,
  rule: string,
  { on, register, locale, extent = "deciding" }: ExplanationQuestion,
): Explanation {
  const { found, scope, decision, speaking } = askAbout(engine, subject, rule, on, register);
  const { telling, run, tree } = tellDecision(engine, found, decision, scope, speaking);
  const { info } = found.rule.parsed;
  const worded = (said: Said): string => wordSaid(said, info.subject, locale);
  const trace = extent === "deciding" ? tree : run?.tree(extent);
  return {
    rule,
    on,
    status: decision.status,
    title: info.title[locale],
    text: locale === "zh" ? zhExplanation(telling) : enExplanation(telling),
    reasons: telling.reasons.map(worded),
    basis: basisOf(engine, info.clauses),
    ...(trace === undefined ? {} : { condition: explainTrace(trace, speaking, locale) }),
    parameters: parametersRead(engine, found, scope, speaking, locale),
    steps: telling.steps.map((step) => ({ text: step[locale], value: step.value })),
    ...(decision.status === "undetermined" ? { missing: telling.missing?.toGrant ?? [] } : {}),
    illustrative: decision.illustrative,
    decision,
  };
}
