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
import { noPlugins, type PluginLibrary } from "../plugin/pluginLibrary.js";
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
  /** Overlays for the packs of the chain. */
  readonly overlays: readonly Overlay[];
  private readonly dates = new Map<CivilDate, ContextOn>();

  constructor(
    pack: Pack,
    packs: ReadonlyMap<string, Pack>,
    overlays: readonly Overlay[],
    issues: Map<string, Issue[]>,
    plugins: PluginLibrary = noPlugins,
  ) {
    this.pack = pack;
    const own: Issue[] = [];
    this.chain = chainOf(pack, packs, own);
    this.meaning = new ChainMeaning(this.chain, issues, plugins);
    this.meaning.issuesOf(pack).push(...own);
    this.overlays = overlays.filter((overlay) => this.chain.some((link) => link.id === overlay.for));
    this.meaning.readAll();
    this.rules = this.chain.flatMap((link) => link.rules.map((rule, index) => this.parseRule(link, rule, index)));
  }

  private parseRule(pack: Pack, rule: Rule, index: number): ParsedRule {
    const issues = this.meaning.issuesOf(pack);
    const pointer = jsonPointer(["rules", index]);
    const clause = rule.clauses[0] ?? "";
    const when = rule.when === undefined ? undefined : parseLogic(rule.when, booleanType, `${pointer}/when`, this.meaning.of(rule.subject), issues);
    const adopted: Node | undefined = rule.whereAdopted === true ? { op: "adopted", clauses: offering(pack, rule), type: booleanType } : undefined;
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

const offers = new Set(["permitted-or-encouraged", "conditional"]);

/** The clauses of a rule that only offer; an area that adopts one of them has adopted the rule. */
function offering(pack: Pack, rule: Rule): readonly string[] {
  const found = rule.clauses.filter((id) => offers.has(pack.clauses[id]?.modality ?? ""));
  return found.length > 0 ? found : rule.clauses.slice(0, 1);
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

/** Whether an area is known to lie in a pack's jurisdiction, or may: it is not known, or coarser than that. */
const surelyIn = (area: AreaCode | undefined, { pack }: Context): boolean => (area === undefined ? pack.area === "" : isInside(area, pack.area));
const maybeIn = (area: AreaCode | undefined, { pack }: Context): boolean => area === undefined || isInside(pack.area, area);

/**
 * The contexts that speak for an area, the most specific first: those whose jurisdiction contains it, and, where the area is
 * not known or too coarse, the one that it may be in, if there is just one jurisdiction.
 */
export function contextsFor(contexts: readonly Context[], area: AreaCode | undefined): Context[] {
  const possible = contexts.filter((context) => !surelyIn(area, context) && maybeIn(area, context));
  const parents = new Set(possible.flatMap((context) => context.chain.slice(0, -1)));
  const jurisdictions = new Set(possible.filter((context) => !parents.has(context.pack)).map((context) => context.pack.area));
  const speaking = contexts.filter((context) => surelyIn(area, context) || (jurisdictions.size === 1 && possible.includes(context)));
  return speaking.sort(
    (a, b) =>
      b.pack.area.length - a.pack.area.length ||
      b.chain.length - a.chain.length ||
      (a.pack.inForce.from < b.pack.inForce.from ? 1 : a.pack.inForce.from > b.pack.inForce.from ? -1 : a.pack.id < b.pack.id ? -1 : 1),
  );
}
