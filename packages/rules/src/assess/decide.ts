import type { Decision, DecisionStatus, Issue, MissingFacts } from "@eldercare/core";
import type { Scope } from "../logic/scope.js";
import { tableWarnings } from "../logic/table/tableWarnings.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../logic/value.js";
import type { CompiledRule } from "./compiledRule.js";
import type { ContextOn } from "./context.js";
import { missingFor } from "./missing.js";

const grantStatus: Record<Truth, DecisionStatus> = { [FALSE]: "denied", [TRUE]: "granted", [UNKNOWN]: "undetermined" };

/** What is known of an answer before the record is asked. */
export interface Foreknown {
  readonly truth: Truth;
  /** What would settle the condition; undefined where only the record can tell. */
  missing(): MissingFacts | undefined;
}

/** The id of a record, or the code of an area; a text without letters where it has neither. */
function nameOf({ record }: Scope): string {
  const name = Object.hasOwn(record, "id") ? record.id : Object.hasOwn(record, "code") ? record.code : undefined;
  return typeof name === "string" ? name : "";
}

/** What one rule says of one record, with everything behind it. */
export function decide(compiled: CompiledRule, scope: Scope, context: ContextOn, warnings: readonly Issue[], known?: Foreknown): Decision {
  const { info, condition } = compiled.parsed;
  const truth = known?.truth ?? compiled.truth(scope);
  // what the pack itself says is the same for everybody; what its tables say depends on the record
  const open = truth === UNKNOWN ? condition : undefined;
  const given = truth === TRUE ? Object.values(compiled.parsed.values) : [];
  const ownWarnings = [
    ...tableWarnings(open, given, scope, compiled.parameters),
    ...context.plugins.warnings(info.key, [open, ...given], scope, compiled.parameters),
  ];
  const missing = (): MissingFacts | undefined =>
    condition === undefined ? undefined : (known?.missing() ?? missingFor(condition, compiled.truth, scope, context.parameters.all, context.truths));
  const decision = (status: DecisionStatus, more: Partial<Decision> = {}): Decision => ({
    rule: info.key,
    subject: nameOf(scope),
    on: scope.on,
    status,
    modality: info.modality,
    illustrative: isIllustrative(compiled, truth, scope),
    warnings: ownWarnings.length === 0 ? warnings : [...warnings, ...ownWarnings],
    clauses: info.clauses,
    ...more,
  });
  const unsettled = (): Decision => {
    const settle = missing();
    return decision("undetermined", settle === undefined ? {} : { missing: settle });
  };
  const { effect } = compiled;
  if (effect.grants) {
    if (truth === UNKNOWN) return unsettled();
    return truth === TRUE
      ? decision("granted", { effect: effect.effect(scope) })
      : decision(info.kind === "funding" ? "notApplicable" : grantStatus[truth]);
  }
  if (truth === FALSE) return decision("notApplicable");
  if (truth === UNKNOWN) return unsettled();
  const outcome = effect.outcome(scope);
  if (outcome.senseless === true) return decision("notApplicable");
  if (outcome.met !== undefined) return decision(outcome.met ? "met" : "notMet", { effect: outcome.effect });
  const asked = outcome.missing;
  return decision("undetermined", { effect: outcome.effect, missing: { toGrant: asked, toDeny: asked, relevant: asked, proven: false } });
}

/** Whether the answer would not stand without example values. */
function isIllustrative(compiled: CompiledRule, truth: Truth, scope: Scope): boolean {
  if (compiled.effectUsesExamples && truth === TRUE) return true;
  if (compiled.withoutExamples === undefined) return false;
  // what is asked for next also depends on the examples
  return truth === UNKNOWN || compiled.withoutExamples(scope) !== truth;
}
