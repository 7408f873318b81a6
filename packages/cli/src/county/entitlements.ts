import type { Decision, OlderPerson, Wording } from "@eldercare/core";
import type { RuleInfo } from "@eldercare/rules";

/** What one rule came to for everybody. */
export interface RuleTally {
  readonly rule: RuleInfo;
  granted: number;
  denied: number;
  undetermined: number;
  /** Decisions that example values decided. */
  illustrative: number;
}

/** A fact or parameter to ask for, with the decisions that it could settle. */
export interface Question {
  readonly name: string;
  readonly title: Wording;
  readonly decisions: number;
}

/** Every person under every rule. */
export interface Entitlements {
  readonly people: readonly OlderPerson[];
  /** Keys of the rules about people. */
  readonly rules: readonly string[];
  /** Person by person, `[person * rules.length + rule]`: 0 denied, 1 granted, 2 undetermined, 3 not applicable. */
  readonly statuses: Uint8Array;
  /** Granted and undetermined decisions: one for all to whom it is the same but for whom it is about. */
  readonly shared: readonly Decision[];
  /** Person by person, the place of the decision among those shared; -1 where nothing is granted or undetermined. */
  readonly sharedBy: Int32Array;
  readonly tallies: readonly RuleTally[];
  /** What to ask for, most useful first. */
  readonly askNext: readonly Question[];
}

/** The services that people are granted, person by person. */
export function grantedServices({ people, rules, shared, sharedBy }: Entitlements): Decision[] {
  const services: Decision[] = [];
  for (const [at, place] of sharedBy.entries()) {
    const decision = shared[place];
    const person = people[Math.floor(at / rules.length)];
    if (decision?.status === "granted" && decision.effect?.kind === "service" && person !== undefined)
      services.push({ ...decision, subject: person.id });
  }
  return services;
}
