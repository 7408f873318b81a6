import { jsonPointer, type SubjectKind } from "@eldercare/core";
import type { Context } from "../assess/context.js";
import { type Node, operands } from "../logic/node.js";
import type { Fact } from "../pack/pack.js";
import type { Analysis, RuleAt } from "./analysis.js";
import { always, partsOf, surely } from "./domain/formula.js";
import type { World } from "./domain/world.js";
import { type Finding, finding } from "./finding.js";
import { loweringOf } from "./findPerson.js";
import { type Operand, operandsWithin, operatorOf } from "./operands.js";
import type { Goal } from "./satisfy.js";

const comparing = new Set(["==", "!=", "<", "<=", ">", ">=", "in", "inside", "within"]);

/** Whose a condition is. */
interface Stand {
  readonly rules: readonly string[];
  readonly clauses: readonly string[];
}

/** Conditions of one pack that say nothing, or less than they seem to. */
class IdleSearch {
  readonly found: Finding[] = [];
  private readonly analysis: Analysis;
  private readonly world: World;
  private readonly stand: Stand;

  constructor(analysis: Analysis, world: World, stand: Stand) {
    this.analysis = analysis;
    this.world = world;
    this.stand = stand;
  }

  /** Whether somebody meets some goals; where that is not known, it is taken for granted. */
  somebody(goals: readonly Goal[], pointer: string): boolean {
    const question = { zh: "这项条件是否起作用", en: "whether this part of the condition matters" };
    return this.analysis.isPossible(goals, { pointer, question, rules: this.stand.rules });
  }

  private report(code: "CONDITION_IDLE" | "BRANCH_NEVER_TAKEN", pointer: string): void {
    this.found.push(finding(code, pointer, {}, this.stand));
  }

  /** Whether a comparison says the same of everything that is declared possible. */
  threshold(operand: Operand): boolean {
    if (!comparing.has(operatorOf(operand.logic) ?? "")) return false;
    const formula = loweringOf(this.world).of(operand.node);
    const { variables, opaques } = partsOf(formula);
    // a comparison of settled parameters alone is a reading that was chosen
    if (variables.size + opaques.size === 0 && !readsFacts(operand.node)) return false;
    for (const wanted of [true, false]) {
      if (this.somebody([{ formula: surely(formula, !wanted), wanted: false }], operand.pointer)) continue;
      const values = { truth: String(!wanted) };
      this.found.push(finding("THRESHOLD_OUTSIDE_DOMAIN", operand.pointer, { values }, this.stand));
      return true;
    }
    return false;
  }

  private matters({ role, node, observed, pointer }: Operand): boolean {
    if (role !== "and" && role !== "or") return this.somebody([{ formula: observed, wanted: true }], pointer);
    const own = loweringOf(this.world).of(node);
    const neutral = role === "and";
    // somebody to whom the rest leaves the answer, and to whom the part says something else than its absence would
    if (
      this.somebody(
        [
          { formula: observed, wanted: true },
          { formula: surely(own, neutral), wanted: false },
        ],
        pointer,
      )
    )
      return true;
    return this.somebody(
      [
        { formula: surely(observed, false), wanted: false },
        { formula: own, wanted: !neutral },
      ],
      pointer,
    );
  }

  /** Goes into the operands of a condition; what never matters is not looked into further. */
  within(operand: Operand): void {
    for (const part of operandsWithin(operand, loweringOf(this.world))) {
      if (this.threshold(part)) continue;
      if (part.role === "negated" || this.matters(part)) this.within(part);
      else this.report(part.role === "then" || part.role === "else" ? "BRANCH_NEVER_TAKEN" : "CONDITION_IDLE", part.pointer);
    }
  }

  /** Reports the comparisons at odds with their domains, however deep they stand. */
  thresholdsWithin(operand: Operand): void {
    for (const part of operandsWithin(operand, loweringOf(this.world))) if (!this.threshold(part)) this.thresholdsWithin(part);
  }

  /** What the whole condition always is; undefined where it depends. */
  constant(operand: Operand): boolean | undefined {
    const formula = loweringOf(this.world).of(operand.node);
    if (!this.somebody([{ formula, wanted: true }], operand.pointer)) return false;
    return this.somebody([{ formula: surely(formula, true), wanted: false }], operand.pointer) ? undefined : true;
  }
}

const readsFacts = (node: Node): boolean => node.op === "fact" || node.op === "aggregate" || operands(node).some(readsFacts);

const whole = (logic: unknown, node: Node, pointer: string): Operand => ({ role: "whole", pointer, logic, node, observed: always });

/** The condition as the pack states it, without what adoption adds. */
function stated({ parsed: { rule, condition } }: RuleAt): Node | undefined {
  if (rule.when === undefined) return undefined;
  return rule.whereAdopted === true && condition?.op === "and" ? condition.args[1] : condition;
}

function inRule(analysis: Analysis, rule: RuleAt): Finding[] {
  const { parsed, pointer, key } = rule;
  const node = stated(rule);
  if (pointer === undefined || node === undefined) return [];
  const stand = { rules: [key], clauses: parsed.info.clauses };
  const search = new IdleSearch(analysis, analysis.asWritten(parsed.info.subject), stand);
  const operand = whole(parsed.rule.when, node, `${pointer}/when`);
  if (search.threshold(operand)) return search.found;
  const constant = search.constant(operand);
  if (constant === undefined) search.within(operand);
  else {
    search.found.push(finding(constant ? "RULE_ALWAYS_HOLDS" : "RULE_NEVER_HOLDS", `${pointer}/when`, { values: { rule: key } }, stand));
    search.thresholdsWithin(operand);
  }
  return search.found;
}

/** The conditions that a fact is defined by, with the kind of record that they are about. */
function definitionsOf(name: string, fact: Fact, context: Context): { logic: unknown; node: Node; path: string; subject: SubjectKind }[] {
  const node = context.meaning.of(fact.subject).variable(name, "", []);
  if (node?.op === "defined" && fact.is !== undefined && node.body.type.kind === "boolean")
    return [{ logic: fact.is, node: node.body, path: "/is", subject: fact.subject }];
  if (node?.op !== "aggregate") return [];
  const [counted, way] = fact.share === undefined ? [fact.count, "count"] : [fact.share, "share"];
  const where = { logic: counted?.where, node: node.where, path: `/${way}/where`, subject: "facility" as const };
  return node.among === undefined
    ? [where]
    : [where, { logic: fact.share?.among, node: node.among, path: "/share/among", subject: "facility" as const }];
}

function inFact(analysis: Analysis, name: string, fact: Fact): Finding[] {
  return definitionsOf(name, fact, analysis.context).flatMap(({ logic, node, path, subject }) => {
    const pointer = jsonPointer(["facts", name]) + path;
    const stand = { rules: [], clauses: fact.clauses ?? [] };
    const search = new IdleSearch(analysis, analysis.asWritten(subject), stand);
    const operand = whole(logic, node, pointer);
    if (search.threshold(operand)) return search.found;
    const constant = search.constant(operand);
    if (constant === undefined) search.within(operand);
    else {
      search.found.push(finding("FACT_CONSTANT", pointer, { values: { name, truth: String(constant) } }, stand));
      search.thresholdsWithin(operand);
    }
    return search.found;
  });
}

/** Rules that hold for nobody or for everybody, and parts of conditions that never matter, whatever values deployers supply. */
export function idleConditions(analysis: Analysis): Finding[] {
  return [
    ...analysis.rules.flatMap((rule) => inRule(analysis, rule)),
    ...Object.entries(analysis.pack.facts).flatMap(([name, fact]) => inFact(analysis, name, fact)),
  ];
}
