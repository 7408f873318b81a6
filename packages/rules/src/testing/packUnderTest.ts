import { type CivilDate, type Decision, EldercareError, type Issue } from "@eldercare/core";
import type { ParsedRule } from "../assess/compiledRule.js";
import { Context, contextsFor } from "../assess/context.js";
import { contextsOf } from "../assess/contextsOf.js";
import { decide } from "../assess/decide.js";
import { readSubject } from "../assess/subject.js";
import { definedFactsOf, type Node, nodesOf, parametersOf } from "../logic/node.js";
import { indexOf, Scope } from "../logic/scope.js";
import { overrideReading } from "../override/overrideReading.js";
import { proveOverrides } from "../override/prove/proveOverrides.js";
import type { Overlay, Pack } from "../pack/pack.js";
import type { PolicyCase } from "./policyCase.js";

/** What a rule of a pack reads, by name. */
export interface Reads {
  readonly parameters: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
}

function readsOf({ condition, values }: ParsedRule): Reads {
  const nodes = [condition, ...Object.values(values)].filter((node): node is Node => node !== undefined);
  const all = (namesOf: (node: Node) => Iterable<string>): ReadonlySet<string> => new Set(nodes.flatMap((node) => [...namesOf(node)]));
  return {
    parameters: all(parametersOf),
    facts: all(definedFactsOf),
    tables: all((node) => [...nodesOf(node)].flatMap((part) => (part.op === "table" ? [part.name] : []))),
  };
}

const keep = <Thing>(all: Readonly<Record<string, Thing>>, wanted: (name: string, thing: Thing) => boolean): Readonly<Record<string, Thing>> =>
  Object.fromEntries(Object.entries(all).filter(([name, thing]) => wanted(name, thing)));

/** A pack with what some rules read, and nothing else that would have to be read again. */
function onlyWith(pack: Pack, rules: ReadonlySet<string>, reads: readonly Reads[]): Pack {
  const isRead = (of: keyof Reads, name: string): boolean => reads.some((each) => each[of].has(name));
  const { overrides, tables } = pack;
  return {
    ...pack,
    rules: pack.rules.filter(({ id }) => rules.has(`${pack.id}/${id}`)),
    facts: keep(pack.facts, (name, fact) => (fact.is ?? fact.count ?? fact.share) === undefined || isRead("facts", name)),
    parameters: keep(pack.parameters, (id) => isRead("parameters", id)),
    ...(tables === undefined ? {} : { tables: keep(tables, (name) => isRead("tables", name)) }),
    ...(overrides === undefined
      ? {}
      : { overrides: overrides.filter(({ rule, parameter }) => rules.has(rule ?? "") || isRead("parameters", parameter ?? "")) }),
  };
}

/** The keys of rules that some pack of a chain gives another condition or effect. */
const rewrittenIn = (chain: readonly Pack[]): ReadonlySet<string> =>
  new Set(chain.flatMap(({ overrides = [] }) => overrides.flatMap(({ rule }) => rule ?? [])));

/** Values that a case supplies, as the engine takes them. */
function overlayOf(pack: Pack, { parameters = {} }: PolicyCase): Overlay | undefined {
  const values = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  if (values.length === 0) return undefined;
  const supplied = Object.fromEntries(values.map(([id, value]) => [id, [{ from: "0001-01-01", value }]]));
  return { id: "case", for: pack.id, illustrative: false, parameters: supplied };
}

/** One case, read once: the question it asks, and where it may be asked again of a changed pack. */
export interface CaseScope {
  readonly situation: PolicyCase;
  readonly scope: Scope;
  readonly overlay: Overlay | undefined;
  /** Whether the rules of the pack speak of the subject at all. */
  readonly speaks: boolean;
}

/** The rules of one pack, and of changed versions of it, asked about the situations of its cases. */
export class PackUnderTest {
  readonly pack: Pack;
  readonly context: Context;
  readonly cases: readonly CaseScope[];
  private readonly reads: ReadonlyMap<string, Reads>;
  private readonly rewritten: ReadonlySet<string>;

  /** @throws EldercareError with every issue of the packs */
  constructor(pack: Pack, cases: readonly PolicyCase[], parents: readonly Pack[]) {
    const contexts = contextsOf([...parents, pack], [], undefined, proveOverrides);
    const context = contexts.find((each) => each.pack === pack);
    if (context === undefined) throw new RangeError("the pack under test is among its own parents");
    this.pack = pack;
    this.context = context;
    this.reads = new Map(context.rules.map((rule) => [rule.info.key, readsOf(rule)]));
    this.rewritten = rewrittenIn(context.chain);
    this.cases = cases.map((situation) => {
      const { kind, record } = readSubject(situation.subject, "");
      const scope = new Scope(kind, record, situation.on, indexOf(situation.register));
      return { situation, scope, overlay: overlayOf(pack, situation), speaks: contextsFor(contexts, scope.area).includes(context) };
    });
  }

  /** The key of the rule that a case names by its id: the pack's own, or else its nearest parent's. */
  keyOf(rule: string): string {
    const owner = this.context.chain.findLast((link) => link.rules.some(({ id }) => id === rule)) ?? this.pack;
    return `${owner.id}/${rule}`;
  }

  /** Keys of the rules that read something; a rule that is overridden may come to read anything. */
  rulesReading(wanted: (reads: Reads) => boolean): string[] {
    return [...this.reads].flatMap(([rule, reads]) => (wanted(reads) || this.rewritten.has(rule) ? [rule] : []));
  }

  /** What a rule reads, by its key. */
  readsOf(rule: string): Reads | undefined {
    return this.reads.get(rule);
  }

  /** A version of the pack with only some of the rules, ready to be asked; undefined where it is not sound. */
  version(changed: Pack, rules: readonly string[]): PackVersion | undefined {
    const wanted = new Set(rules);
    const reads = rules.flatMap((rule) => this.reads.get(rule) ?? []);
    // what an overridden rule reads on one date or another is not known beforehand: nothing is left out then
    const whole = rules.some((rule) => this.rewritten.has(rule));
    const chain = this.context.chain.map((link) => (link === this.pack ? changed : link));
    const packs = whole ? chain : chain.map((link) => onlyWith(link, wanted, reads));
    const own = packs.at(-1);
    if (own === undefined) return undefined;
    const version = new PackVersion(own, packs);
    return version.isSound() ? version : undefined;
  }
}

/** A pack in one version, parsed once for each set of values that cases supply. */
export class PackVersion {
  private readonly pack: Pack;
  private readonly byId: ReadonlyMap<string, Pack>;
  private readonly contexts = new Map<string, Context>();
  private readonly issues = new Map<string, Issue[]>();

  constructor(pack: Pack, packs: readonly Pack[]) {
    this.pack = pack;
    this.byId = new Map(packs.map((each) => [each.id, each]));
  }

  private with(overlay: Overlay | undefined): Context {
    const key = JSON.stringify(overlay?.parameters ?? {});
    const known = this.contexts.get(key);
    if (known !== undefined) return known;
    const made = new Context(this.pack, this.byId, overlay === undefined ? [] : [overlay], this.issues, undefined, overrideReading);
    this.contexts.set(key, made);
    return made;
  }

  /** Whether every expression can be read; parts of targets are looked for among rules that were left out, and do not count. */
  isSound(): boolean {
    this.with(undefined);
    return [...this.issues.values()].every((found) => found.every(({ code, severity }) => severity !== "error" || code === "RULE_NOT_FOUND"));
  }

  /** What a rule, by its key, says of a case; undefined where it does not speak of it. */
  decide(rule: string, { scope, overlay, speaks }: CaseScope): Decision | undefined {
    if (!speaks) return undefined;
    const context = this.with(overlay).on(scope.on as CivilDate);
    const compiled = context.byKey.get(rule);
    return compiled === undefined || compiled.parsed.info.subject !== scope.subject ? undefined : decide(compiled, scope, context, []);
  }
}

/** Refuses what was found wrong. */
export function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new EldercareError(issues);
}
