import { EldercareError } from "@eldercare/core";
import { decide } from "../assess/decide.js";
import type { Engine, Question } from "../assess/engine.js";
import { readSubject, type Subject } from "../assess/subject.js";
import { reportRules } from "../errors/codes.js";
import { indexOf } from "../logic/scope.js";
import { type Read, watchedScope } from "./recordReads.js";

/**
 * All that deciding one rule reads: of the subject's own record, and of the register. Where nothing of it changes, neither
 * does the answer.
 *
 * @throws EldercareError RULE_NOT_FOUND where no pack in force that speaks for the subject has the rule; the issues of the subject
 */
export function factsRead(
  engine: Engine,
  subject: Subject,
  rule: string,
  { on, register }: Pick<Question, "on" | "register">,
): { readonly ofSubject: readonly Read[]; readonly ofRegister: readonly Read[] } {
  const { kind, record, problems } = readSubject(subject, "");
  if (problems.length > 0) throw new EldercareError(problems);
  const { scope, ofSubject, ofRegister } = watchedScope(kind, record, on, indexOf(register));
  // which pack speaks depends on where the subject is
  const spoken = engine.ruleFor(rule, on, scope.area);
  if (spoken === undefined)
    throw new EldercareError([reportRules("RULE_NOT_FOUND", "/rule", { seen: rule, values: { "hint.zh": "", "hint.en": "" } })]);
  decide(spoken.rule, scope, spoken.context, []);
  return { ofSubject: ofSubject.all, ofRegister: ofRegister.all };
}
