import type { RegisterIndex, Scope } from "../logic/scope.js";
import { type PlannedRule, PopulationPlan } from "./plan.js";
import { RecordPopulation } from "./recordPopulation.js";

/** The answers of many rules about many records, as `assessMany` gives them. */
export interface ColumnAnswers {
  /** Subject-major: `[subject * rules.length + rule]`; 0 denied or not met, 1 granted or met, 2 undetermined, 3 not applicable. */
  readonly status: Uint8Array;
  /** Subject-major; fen, `NaN` where there is no amount. */
  readonly amountFen: Float64Array;
  /** Conditions that each subject had to be asked for itself. */
  readonly oneByOne: readonly string[];
}

/** Records of which the same rules speak, under the same parameters. */
interface Jurisdiction {
  readonly rules: readonly PlannedRule[];
  readonly subjects: number[];
}

function jurisdictionsOf(scopes: readonly Scope[], rulesOf: (scope: Scope) => readonly PlannedRule[]): Jurisdiction[] {
  const numbers = new Map<PlannedRule, number>();
  const found = new Map<string, Jurisdiction>();
  const known = new Map<readonly PlannedRule[], string>();
  for (const [subject, scope] of scopes.entries()) {
    const rules = rulesOf(scope);
    let key = known.get(rules);
    if (key === undefined) {
      for (const rule of rules) if (!numbers.has(rule)) numbers.set(rule, numbers.size);
      key = `${scope.subject} ${rules.map((rule) => numbers.get(rule)).join(" ")}`;
      known.set(rules, key);
    }
    const jurisdiction = found.get(key) ?? { rules, subjects: [] };
    jurisdiction.subjects.push(subject);
    found.set(key, jurisdiction);
  }
  return [...found.values()];
}

/**
 * Answers every rule about every record through columns: records of one jurisdiction all at once.
 *
 * @param keys the rules to answer, by key, in the order of the result
 * @param rulesOf the rules that speak of a record, the same list for records of one kind and jurisdiction
 */
export function answerInColumns(
  scopes: readonly Scope[],
  index: RegisterIndex,
  keys: readonly string[],
  rulesOf: (scope: Scope) => readonly PlannedRule[],
): ColumnAnswers {
  const places = new Map(keys.map((key, place) => [key, place]));
  const status = new Uint8Array(scopes.length * keys.length).fill(3);
  const amountFen = new Float64Array(status.length).fill(Number.NaN);
  const oneByOne = new Set<string>();
  for (const { rules, subjects } of jurisdictionsOf(scopes, rulesOf)) {
    const first = scopes[subjects[0] ?? 0];
    const wanted = rules.filter(({ parsed }) => places.has(parsed.info.key));
    if (first === undefined || wanted.length === 0) continue;
    const plan = new PopulationPlan(wanted, { subject: first.subject, on: first.on, index });
    const answers = plan.assess(new RecordPopulation(subjects.map((subject) => scopes[subject] as Scope)));
    for (const condition of answers.oneByOne) oneByOne.add(condition);
    const { statuses } = answers;
    for (const [rule, { parsed }] of wanted.entries()) {
      const place = places.get(parsed.info.key) ?? 0;
      const fen = answers.amountFen(rule);
      for (const [within, subject] of subjects.entries()) {
        status[subject * keys.length + place] = statuses[within * wanted.length + rule] as number;
        amountFen[subject * keys.length + place] = fen[within] as number;
      }
    }
  }
  return { status, amountFen, oneByOne: [...oneByOne].sort() };
}
