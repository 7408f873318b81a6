import { type Comparison, jsonPointer, type SubjectKind } from "@eldercare/core";
import type { CompareOperator, Node } from "../logic/node.js";
import type { EffectDeclaration } from "../pack/pack.js";
import { type Analysis, compared, type RuleAt } from "./analysis.js";
import { type Finding, finding } from "./finding.js";

type Requirement = Extract<EffectDeclaration, { kind: "standard" | "target" }>;

interface Required {
  readonly rule: RuleAt;
  readonly subject: SubjectKind;
  readonly then: Requirement;
  readonly metric: Node;
  readonly value: Node;
}

function requirementsOf({ rules }: Analysis): Required[] {
  return rules.flatMap((rule) => {
    const { then } = rule.parsed.rule;
    const { metric, value } = rule.parsed.values;
    if ((then.kind !== "standard" && then.kind !== "target") || metric === undefined || value === undefined) return [];
    return [{ rule, subject: rule.parsed.info.subject, then, metric, value }];
  });
}

/** How two values must compare for no number to satisfy both requirements; undefined where some number always does. */
function excluding(a: Comparison, b: Comparison): CompareOperator | undefined {
  if (a === "==" && b === "==") return "!=";
  if (a === ">=" && b !== ">=") return ">";
  if (a === "<=" && b !== "<=") return "<";
  if (a === "==") return b === ">=" ? "<" : ">";
  return undefined;
}

const deadline = (then: Requirement): string | undefined => (then.kind === "target" ? then.by : undefined);

/** Two requirements of one metric, by the same date, that somebody can never meet together. */
function contradictions(analysis: Analysis): Finding[] {
  const all = requirementsOf(analysis);
  return all.flatMap((second, index) =>
    all.slice(0, index).flatMap((first) => {
      const { rule, subject, then } = second;
      const same = first.subject === subject && first.then.metric === then.metric && first.then.kind === then.kind;
      const op = excluding(first.then.op, then.op);
      if (!same || deadline(first.then) !== deadline(then) || op === undefined || rule.pointer === undefined) return [];
      const rules = [first.rule.key, rule.key];
      const asked = {
        pointer: rule.pointer,
        question: { zh: `${rules.join(" 与 ")} 能否同时达到`, en: `whether ${rules.join(" and ")} can be met together` },
        rules,
      };
      const conditions = [first.rule.condition, rule.condition, compared(op, first.value, second.value)].map((node) => ({ node, wanted: true }));
      const found = analysis.find(analysis.asSupplied(subject), conditions, asked);
      if (found.kind !== "found") return [];
      const clauses = [...new Set([...first.rule.parsed.info.clauses, ...rule.parsed.info.clauses])];
      const values = { rule: rule.key, other: first.rule.key };
      return [finding("STANDARDS_CONTRADICT", rule.pointer, { values }, { rules, clauses, witness: found.witness })];
    }),
  );
}

/** Requirements that no value of the metric, or every value, satisfies. */
function beyondDomain(analysis: Analysis): Finding[] {
  return requirementsOf(analysis).flatMap(({ rule, subject, then, metric, value }) => {
    if (rule.pointer === undefined) return [];
    const pointer = rule.pointer + jsonPointer(["then", "value"]);
    const question = { zh: "要求的数值是否可能达到", en: "whether what is asked for can be reached" };
    const node = compared(then.op, metric, value);
    for (const wanted of [true, false]) {
      const formula = analysis.formula(analysis.asWritten(subject), node);
      if (analysis.isPossible([{ formula, wanted }], { pointer, question, rules: [rule.key] })) continue;
      const shown = { rules: [rule.key], clauses: rule.parsed.info.clauses };
      return [finding("THRESHOLD_OUTSIDE_DOMAIN", pointer, { values: { truth: String(!wanted) } }, shown)];
    }
    return [];
  });
}

/** What standards and targets ask that cannot be met, or not together. */
export function impossibleRequirements(analysis: Analysis): Finding[] {
  return [...contradictions(analysis), ...beyondDomain(analysis)];
}
