import { type AreaCode, type CivilDate, type Issue, isInside, jsonPointer } from "@eldercare/core";
import { compileEffect } from "../effects/compileEffect.js";
import { checkParts, parseEffect } from "../effects/parseEffect.js";
import { compileTruth, type TruthOf } from "../logic/closures.js";
import { booleanType, type Node, parametersOf } from "../logic/node.js";
import { parseLogic } from "../logic/parseLogic.js";
import { TRUE } from "../logic/value.js";
import { chainOf } from "../pack/chain.js";
import { ChainMeaning } from "../pack/meaning.js";
import type { Overlay, Pack, Rule } from "../pack/pack.js";
import { type ParametersOn, parametersOn } from "../pack/parametersOn.js";
import type { CompiledRule, ParsedRule } from "./compiledRule.js";

/** The rules of a context on one date, executable. */
export interface ContextOn {
  readonly parameters: ParametersOn;
  readonly rules: readonly CompiledRule[];
  readonly byKey: ReadonlyMap<string, CompiledRule>;
  /** Compiled parts of conditions, kept for the questions asked of undetermined ones. */
  readonly truths: WeakMap<Node, TruthOf>;
}

/** One jurisdiction: a pack with its parents, parsed once, compiled for each date asked. */
export class Context {
  readonly pack: Pack;
  readonly chain: readonly Pack[];
  readonly meaning: ChainMeaning;
  readonly rules: readonly ParsedRule[];
  private readonly overlays: readonly Overlay[];
  private readonly dates = new Map<CivilDate, ContextOn>();

  constructor(pack: Pack, packs: ReadonlyMap<string, Pack>, overlays: readonly Overlay[], issues: Map<string, Issue[]>) {
    this.pack = pack;
    const own: Issue[] = [];
    this.chain = chainOf(pack, packs, own);
    this.meaning = new ChainMeaning(this.chain, issues);
    this.meaning.issuesOf(pack).push(...own);
    this.overlays = overlays.filter((overlay) => this.chain.some((link) => link.id === overlay.for));
    this.rules = this.chain.flatMap((link) => link.rules.map((rule, index) => this.parseRule(link, rule, index)));
  }

  private parseRule(pack: Pack, rule: Rule, index: number): ParsedRule {
    const issues = this.meaning.issuesOf(pack);
    const pointer = jsonPointer(["rules", index]);
    const clause = rule.clauses[0] ?? "";
    const when = rule.when === undefined ? undefined : parseLogic(rule.when, booleanType, `${pointer}/when`, this.meaning.of(rule.subject), issues);
    const adopted: Node | undefined = rule.whereAdopted === true ? { op: "adopted", clause, type: booleanType } : undefined;
    const condition: Node | undefined =
      adopted === undefined || when === undefined ? (when ?? adopted) : { op: "and", args: [adopted, when], type: booleanType };
    const values = parseEffect(rule.then, rule.subject, `${pointer}/then`, this.meaning, issues);
    const targets = pack.rules.filter((other) => other.then.kind === "target").map((other) => other.id);
    checkParts(rule.then, `${pointer}/then`, targets, issues);
    const modality = pack.clauses[clause]?.modality ?? "required";
    const info = {
      key: `${pack.id}/${rule.id}`,
      pack: pack.id,
      subject: rule.subject,
      title: rule.title,
      kind: rule.then.kind,
      modality,
      clauses: rule.clauses,
    };
    const unit = "metric" in rule.then ? this.meaning.unitOf(rule.subject, rule.then.metric) : undefined;
    return { info, rule, pack, condition, values, unit };
  }

  /** The context on a date: packs and parameters in force then. */
  on(date: CivilDate): ContextOn {
    const known = this.dates.get(date);
    if (known !== undefined) return known;
    const parameters = parametersOn(this.chain, this.overlays, date);
    const rules = this.rules
      .filter(({ pack }) => pack.inForce.from <= date && (pack.inForce.to === undefined || date <= pack.inForce.to))
      .map((rule) => compileRule(rule, parameters));
    const made: ContextOn = { parameters, rules, byKey: new Map(rules.map((rule) => [rule.parsed.info.key, rule])), truths: new WeakMap() };
    this.dates.set(date, made);
    return made;
  }
}

function compileRule(parsed: ParsedRule, { all, withoutExamples, illustrative }: ParametersOn): CompiledRule {
  const { condition, values } = parsed;
  const usesExamples = (node: Node | undefined): boolean => node !== undefined && [...parametersOf(node)].some((id) => illustrative.has(id));
  const always: TruthOf = () => TRUE;
  return {
    parsed,
    parameters: all,
    truth: condition === undefined ? always : compileTruth(condition, all),
    withoutExamples: condition !== undefined && usesExamples(condition) ? compileTruth(condition, withoutExamples) : undefined,
    effectUsesExamples: Object.values(values).some(usesExamples),
    effect: compileEffect(parsed, all),
  };
}

/**
 * The context that speaks for an area: the pack of the smallest jurisdiction that contains it. Where the area is not
 * known, the one pack that no other stands on, if there is just one.
 */
export function contextFor(contexts: readonly Context[], area: AreaCode | undefined): Context | undefined {
  if (area === undefined) {
    const parents = new Set(contexts.flatMap((context) => context.pack.extends));
    const leaves = contexts.filter((context) => !parents.has(context.pack.id));
    return leaves.length === 1 ? leaves[0] : contexts.find((context) => context.pack.area === "");
  }
  return contexts
    .filter((context) => isInside(area, context.pack.area))
    .sort((a, b) => a.pack.area.length - b.pack.area.length || a.chain.length - b.chain.length)
    .at(-1);
}
