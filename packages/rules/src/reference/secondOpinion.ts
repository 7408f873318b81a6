import { EldercareError, type Issue } from "@eldercare/core";
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { Context, contextsFor } from "../assess/context.js";
import type { Question } from "../assess/engine.js";
import { readSubject, type Subject } from "../assess/subject.js";
import { reportRules } from "../errors/codes.js";
import { indexOf, Scope } from "../logic/scope.js";
import { overrideReading } from "../override/overrideReading.js";
import type { Overlay, Pack } from "../pack/pack.js";
import type { Plugin } from "../plugin/plugin.js";
import { PluginLibrary } from "../plugin/pluginLibrary.js";
import { type JsonLogic, type PlainLogic, plainLogic } from "./plainLogic.js";

/** What json-logic-js says of one rule, and the expression it was asked. */
export interface SecondOpinion {
  /** Plain JSON-Logic with facts and parameters filled in; absent where something is unknown or not expressible. */
  readonly logic?: JsonLogic;
  /** What json-logic-js gives; absent where there is no expression. */
  readonly holds?: boolean;
}

interface Policy {
  readonly packs: readonly Pack[];
  readonly overlays?: readonly Overlay[];
  readonly plugins?: readonly Plugin[];
}

const read = new WeakMap<Policy, { readonly contexts: readonly Context[]; readonly errors: readonly Issue[] }>();

/** The contexts of a policy, read once for each object: a policy that changes is a new object. */
function contextsOnce(policy: Policy): { readonly contexts: readonly Context[]; readonly errors: readonly Issue[] } {
  const known = read.get(policy);
  if (known !== undefined) return known;
  const byId = new Map(policy.packs.map((pack) => [pack.id, pack]));
  const issues = new Map<string, Issue[]>();
  const plugins = new PluginLibrary(policy.plugins ?? []);
  const contexts = policy.packs.map((pack) => new Context(pack, byId, policy.overlays ?? [], issues, plugins, overrideReading));
  const made = { contexts, errors: [...issues.values()].flat().filter((issue) => issue.severity === "error") };
  read.set(policy, made);
  return made;
}

/**
 * Hands a rule's condition, with facts and parameters filled in, to json-logic-js.
 *
 * @param rule key `<pack>/<rule>`
 * @throws EldercareError RULE_NOT_FOUND where no such rule speaks of the subject on that date
 */
export function secondOpinion(policy: Policy, subject: Subject, rule: string, { on, register }: Question): SecondOpinion {
  const { contexts, errors } = contextsOnce(policy);
  const { kind, record, problems } = readSubject(subject, "");
  const wrong = [...errors, ...problems.filter((issue) => issue.severity === "error")];
  if (wrong.length > 0) throw new EldercareError(wrong);
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
