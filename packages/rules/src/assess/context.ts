import { type AreaCode, type CivilDate, type Issue, isInside } from "@eldercare/core";
import { compileEffect } from "../effects/compileEffect.js";
import { compileTruth, type TruthOf } from "../logic/closures.js";
import { type Node, parametersOf, stepsOf } from "../logic/node.js";
import { TRUE } from "../logic/value.js";
import { checkAssumptions } from "../override/checkAssumptions.js";
import type { OverrideIssue, OverrideReading } from "../override/prover.js";
import { chainOf } from "../pack/chain.js";
import { ChainMeaning } from "../pack/meaning.js";
import type { Overlay, Pack } from "../pack/pack.js";
import { costIssues } from "../pack/packSize.js";
import { type ParametersOn, parametersOn } from "../pack/parametersOn.js";
import { noPlugins, type Plugins } from "../plugin/plugins.js";
import { asStated, type ChainVersions } from "./chainVersions.js";
import type { CompiledRule, ParsedRule } from "./compiledRule.js";
import { parseRule } from "./parseRule.js";

/** The rules of a context on one date, executable. */
export interface ContextOn {
  readonly parameters: ParametersOn;
  readonly rules: readonly CompiledRule[];
  readonly byKey: ReadonlyMap<string, CompiledRule>;
  /** Keys of rules that packs of the chain have withdrawn. */
  readonly withdrawn: ReadonlySet<string>;
  readonly plugins: Plugins;
  /** Compiled parts of conditions, kept for the questions asked of undetermined ones. */
  readonly truths: WeakMap<Node, TruthOf>;
}

const mostDates = 256;

/** One jurisdiction: a pack with its parents, parsed once, compiled for each date asked. */
export class Context {
  readonly pack: Pack;
  readonly chain: readonly Pack[];
  readonly meaning: ChainMeaning;
  /** The rules as each pack states them. */
  readonly rules: readonly ParsedRule[];
  /** The rules as the overrides of the chain make them. */
  readonly versions: ChainVersions;
  /** Overlays for the packs of the chain. */
  readonly overlays: readonly Overlay[];
  /** What could not be proven of its overrides. */
  readonly doubts: OverrideIssue[] = [];
  private readonly plugins: Plugins;
  private readonly dates = new Map<CivilDate, ContextOn>();
  private readonly values = new Map<CivilDate, ParametersOn>();

  constructor(
    pack: Pack,
    packs: ReadonlyMap<string, Pack>,
    overlays: readonly Overlay[],
    issues: Map<string, Issue[]>,
    plugins: Plugins = noPlugins,
    reading?: OverrideReading,
  ) {
    this.pack = pack;
    this.plugins = plugins;
    const own: Issue[] = [];
    this.chain = chainOf(pack, packs, own);
    this.meaning = new ChainMeaning(this.chain, issues, plugins);
    this.meaning.issuesOf(pack).push(...own);
    this.overlays = overlays.filter((overlay) => this.chain.some((link) => link.id === overlay.for));
    this.meaning.readAll();
    this.rules = this.chain.flatMap((link) => link.rules.map((rule, index) => parseRule(link, rule, index, this.meaning)));
    const aboveOf = (link: Pack): Pack[] => chainOf(link, packs, []).filter((each) => each !== link);
    const overrides = this.chain.flatMap((link) =>
      link.overrides === undefined || reading === undefined ? [] : reading.parse(link, aboveOf(link), this.rules, this.meaning),
    );
    this.versions = reading?.versions(this.rules, overrides, this.meaning) ?? asStated(this.rules);
    const nodes = this.rules.flatMap(({ condition, values }) => [...(condition === undefined ? [] : [condition]), ...Object.values(values)]);
    this.meaning.issuesOf(pack).push(...costIssues(nodes.map((node) => stepsOf(node))));
    const above = this.chain.filter((link) => link !== pack);
    this.meaning.issuesOf(pack).push(...(reading?.checkMeetings(pack, overrides) ?? []), ...checkAssumptions(pack, above, this.rules));
  }

  /** The parameters on a date. */
  parametersOn(date: CivilDate): ParametersOn {
    const known = this.values.get(date);
    if (known !== undefined) return known;
    if (this.values.size >= mostDates) this.values.clear();
    const made = parametersOn(this.chain, this.overlays, date);
    this.values.set(date, made);
    return made;
  }

  /** The context on a date: packs, overrides and parameters in force then. */
  on(date: CivilDate): ContextOn {
    const known = this.dates.get(date);
    if (known !== undefined) return known;
    const parameters = this.parametersOn(date);
    const versions = this.versions.on(date);
    const rules = versions.rules.map((rule) => compileRule(rule, parameters));
    const byKey = new Map(rules.map((rule) => [rule.parsed.info.key, rule]));
    const made: ContextOn = { parameters, rules, byKey, withdrawn: versions.withdrawn, plugins: this.plugins, truths: new WeakMap() };
    if (this.dates.size >= mostDates) this.dates.clear();
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
