import { EldercareError, type Issue } from "@eldercare/core";
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { Context, contextsFor } from "../assess/context.js";
import type { Question } from "../assess/engine.js";
import { readSubject, type Subject } from "../assess/subject.js";
import { reportRules } from "../errors/codes.js";
import { indexOf, Scope } from "../logic/scope.js";
import type { Overlay, Pack } from "../pack/pack.js";
import { type JsonLogic, type PlainLogic, plainLogic } from "./plainLogic.js";

/** What json-logic-js says of one rule, and the expression it was asked. */
export interface SecondOpinion {
  /** Plain JSON-Logic with facts and parameters filled in; absent where something is unknown or not expressible. */
  readonly logic?: JsonLogic;
  /** What json-logic-js gives; absent where there is no expression. */
  readonly holds?: boolean;
}

/**
 * Hands a rule's condition, with facts and parameters filled in, to json-logic-js.
 *
 * @param rule key `<pack>/<rule>`
 * @throws EldercareError RULE_NOT_FOUND where no such rule speaks of the subject on that date
 */
export function secondOpinion(
  policy: { readonly packs: readonly Pack[]; readonly overlays?: readonly Overlay[] },
  subject: Subject,
  rule: string,
  { on, register }: Question,
): SecondOpinion {
  const byId = new Map(policy.packs.map((pack) => [pack.id, pack]));
  const issues = new Map<string, Issue[]>();
  const contexts = policy.packs.map((pack) => new Context(pack, byId, policy.overlays ?? [], issues));
  const { kind, record, problems } = readSubject(subject, "");
  const errors = [...[...issues.values()].flat(), ...problems].filter((issue) => issue.severity === "error");
  if (errors.length > 0) throw new EldercareError(errors);
  const scope = new Scope(kind, record, on, indexOf(register));
  const context = contextsFor(contexts, scope.area)
    .map((each) => each.on(on))
    .find((each) => each.byKey.has(rule));
  const found = context?.byKey.get(rule);
  if (context === undefined || found === undefined)
    throw new EldercareError([reportRules("RULE_NOT_FOUND", "", { seen: rule, values: { "hint.zh": "", "hint.en": "" } })]);
  const { condition } = found.parsed;
  const logic: PlainLogic = condition === undefined ? true : plainLogic(condition, scope, context.parameters.all);
  return logic === undefined ? {} : { logic, holds: jsonLogic.apply(logic as RulesLogic) === true };
}
