import type { Decision, Missing, OlderPerson, Wording } from "@eldercare/core";
import type { Engine, ManyDecisions, RuleInfo } from "@eldercare/rules";
import type { County } from "./loadRegister.js";
import { ofTable } from "./ofTable.js";
import type { CountyRequest } from "./request.js";

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
  readonly many: ManyDecisions;
  readonly tallies: readonly RuleTally[];
  /** Granted and undetermined decisions, person by person. */
  readonly decisions: readonly Decision[];
  /** What to ask for, most useful first. */
  readonly askNext: readonly Question[];
}

const nameOf = (missing: Missing): string => ("fact" in missing ? missing.fact : missing.parameter);

/** Assesses every person; keeps in full what is granted or undetermined, and counts the rest. */
export function assessPeople(
  engine: Engine,
  { register, known, placed }: Pick<County, "register" | "known" | "placed">,
  { on }: Pick<CountyRequest, "on">,
): Entitlements {
  const { people } = register;
  const many = ofTable(
    (row) => `/people/${row}`,
    placed,
    () =>
      engine.assessMany(
        people.map((person) => ({ person })),
        { on, register: known },
      ),
  );
  const infos = new Map(engine.rules(on).map((rule) => [rule.key, rule]));
  const tallies = many.rules.flatMap((key): RuleTally[] => {
    const rule = infos.get(key);
    return rule === undefined ? [] : [{ rule, granted: 0, denied: 0, undetermined: 0, illustrative: 0 }];
  });
  const decisions: Decision[] = [];
  const questions = new Map<string, { title: Wording; decisions: number }>();
  for (let row = 0; row < people.length; row += 1)
    for (const [column, tally] of tallies.entries()) {
      const status = many.status[row * tallies.length + column];
      if (status === 0) tally.denied += 1;
      if (status !== 1 && status !== 2) continue;
      const decision = many.decision(row, column);
      decisions.push(decision);
      if (status === 1) tally.granted += 1;
      else tally.undetermined += 1;
      if (decision.illustrative) tally.illustrative += 1;
      for (const missing of decision.missing?.toGrant ?? []) count(questions, missing);
    }
  const askNext = [...questions]
    .map(([name, { title, decisions: settled }]) => ({ name, title, decisions: settled }))
    .sort((a, b) => b.decisions - a.decisions || (a.name < b.name ? -1 : 1));
  return { people, many, tallies, decisions, askNext };
}

function count(questions: Map<string, { title: Wording; decisions: number }>, missing: Missing): void {
  const name = nameOf(missing);
  const known = questions.get(name);
  if (known === undefined) questions.set(name, { title: missing.title ?? { zh: name, en: name }, decisions: 1 });
  else known.decisions += 1;
}
