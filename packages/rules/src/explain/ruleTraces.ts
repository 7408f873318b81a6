import { type AreaCode, type CivilDate, didYouMean, EldercareError, type Register, type SubjectKind } from "@eldercare/core";
import type { Engine, RuleInForce } from "../assess/engine.js";
import type { Subject } from "../assess/subject.js";
import { reportRules } from "../errors/codes.js";
import type { ParameterValues } from "../logic/closures.js";
import type { Node } from "../logic/node.js";
import { indexOf, type Row, Scope } from "../logic/scope.js";
import { type TraceExtent, type TraceRun, traceAll } from "../logic/traced/trace.js";
import { type TracedCondition, tracedCondition } from "./tracedCondition.js";

/** When and among what rules are traced. */
export interface TraceQuestion {
  readonly on: CivilDate;
  /** The households, areas, facilities and staff that rules look up. */
  readonly register?: Partial<Register>;
}

/** What every rule came to about one record, with every value on the way kept. */
export interface RuleTraces {
  /** Keys `<pack>/<rule>` of the rules that speak of the record, parents first. */
  readonly rules: readonly string[];
  /**
   * Whether the condition of a rule holds; undefined where that is not known. A rule without a condition always speaks.
   *
   * @throws EldercareError RULE_NOT_FOUND where the rule does not speak of the record on that date
   */
  value(rule: string): boolean | undefined;
  /**
   * The condition of a rule as a tree, built when it is asked for: what decided, or with `"full"` all of it. Undefined of a
   * rule without a condition.
   *
   * @throws EldercareError RULE_NOT_FOUND where the rule does not speak of the record on that date
   */
  tree(rule: string, extent?: TraceExtent): TracedCondition | undefined;
}

/** Records that were checked once, to be traced as often as wanted. */
export interface PreparedTraces {
  readonly subjects: number;
  /** All rules about one of the records, by its place in the list. */
  trace(subject: number): RuleTraces;
}

/** Conditions that read the same parameters, evaluated in one pass. */
interface Pass {
  readonly parameters: ParameterValues;
  readonly conditions: Node[];
}

/** Where the condition of a rule is found: in which pass, as which node; the node is absent of a rule without a condition. */
interface Place {
  readonly pass: number;
  readonly node: Node | undefined;
}

/** The rules that speak of one kind of record in one place on one date, laid out for tracing. */
interface Layout {
  readonly rules: readonly string[];
  readonly passes: readonly Pass[];
  readonly places: ReadonlyMap<string, Place>;
}

const layouts = new WeakMap<Engine, Map<string, Layout>>();
const mostLayouts = 256;

function layOut(engine: Engine, kind: SubjectKind, on: CivilDate, area: AreaCode | undefined): Layout {
  const passes: Pass[] = [];
  const places = new Map<string, Place>();
  const inForce = engine.rules(on).flatMap(({ key, subject }): [string, RuleInForce][] => {
    const found = subject === kind ? engine.ruleFor(key, on, area) : undefined;
    return found === undefined ? [] : [[key, found]];
  });
  for (const [key, { rule, context }] of inForce) {
    const { all } = context.parameters;
    let pass = passes.findIndex(({ parameters }) => parameters === all);
    if (pass < 0) pass = passes.push({ parameters: all, conditions: [] }) - 1;
    const node = rule.parsed.condition;
    if (node !== undefined) passes[pass]?.conditions.push(node);
    places.set(key, { pass, node });
  }
  return { rules: inForce.map(([key]) => key), passes, places };
}

function layoutOf(engine: Engine, { subject, on, area }: Scope): Layout {
  const known = layouts.get(engine) ?? new Map<string, Layout>();
  layouts.set(engine, known);
  const key = `${subject} ${on} ${area ?? ""}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= mostLayouts) known.clear();
  const made = layOut(engine, subject, on, area);
  known.set(key, made);
  return made;
}

/** All rules of a layout about one record: evaluated when it is made, told when it is asked. */
class EvaluatedRules implements RuleTraces {
  private readonly layout: Layout;
  private readonly runs: readonly TraceRun[];

  constructor(layout: Layout, scope: Scope) {
    this.layout = layout;
    this.runs = layout.passes.map(({ conditions, parameters }) => traceAll(conditions, scope, parameters));
  }

  get rules(): readonly string[] {
    return this.layout.rules;
  }

  private find(rule: string): { readonly run: TraceRun | undefined; readonly node: Node | undefined } {
    const place = this.layout.places.get(rule);
    if (place === undefined)
      throw new EldercareError([reportRules("RULE_NOT_FOUND", "/rule", { seen: rule, values: didYouMean(rule, [...this.layout.rules]) })]);
    return { run: this.runs[place.pass], node: place.node };
  }

  value(rule: string): boolean | undefined {
    const { run, node } = this.find(rule);
    if (node === undefined) return true;
    const value = run?.valueOf(node);
    return typeof value === "boolean" ? value : undefined;
  }

  tree(rule: string, extent: TraceExtent = "deciding"): TracedCondition | undefined {
    const { run, node } = this.find(rule);
    return node === undefined || run === undefined ? undefined : tracedCondition(run.tree(extent, node));
  }
}

/**
 * Checks many records once, so that tracing each costs nothing but its evaluation. The records and the register must stay as
 * they are.
 *
 * @param subjects records under the names of their kinds; what is absent is unknown
 * @throws EldercareError where a record, its facts or the date is not what it must be
 * @example
 * const prepared = prepareTrace(createEngine({ packs: [national] }), [{ person: { birthDate: "1950-05-01" } }], { on: "2026-11-21" });
 * prepared.trace(0).value("cn/service.healthManagement") //=> true
 */
export function prepareTrace(engine: Engine, subjects: readonly Subject[], { on, register }: TraceQuestion): PreparedTraces {
  engine.prepare(subjects, { on, ...(register === undefined ? {} : { register }) });
  const index = indexOf(register);
  const scopes = subjects.map((subject) => {
    const [kind, record] = Object.entries(subject)[0] as [SubjectKind, Row];
    return new Scope(kind, record, on, index);
  });
  const planned = scopes.map((scope) => layoutOf(engine, scope));
  return {
    subjects: scopes.length,
    trace: (subject) => {
      const [scope, layout] = [scopes[subject], planned[subject]];
      if (scope === undefined || layout === undefined) throw new RangeError(`no subject ${subject} among ${scopes.length}`);
      return new EvaluatedRules(layout, scope);
    },
  };
}

/**
 * Evaluates all rules about one record in one pass and keeps what every part of every condition came to; a rule's tree is
 * built only when it is asked for. For a screen that shows many decisions and unfolds the reasons of one.
 *
 * @param subject one record under the name of its kind; what is absent is unknown
 * @throws EldercareError where the record, its facts or the date is not what it must be
 * @example
 * const traced = trace(createEngine({ packs: [national] }), { person: { birthDate: "1968-05-01", died: null } }, { on: "2026-11-21" });
 * traced.value("cn/category.olderPerson") //=> false
 * traced.tree("cn/category.olderPerson").parts.map(({ op, value }) => [op, value]) //=> [["and", false]]
 */
export function trace(engine: Engine, subject: Subject, question: TraceQuestion): RuleTraces {
  return prepareTrace(engine, [subject], question).trace(0);
}
