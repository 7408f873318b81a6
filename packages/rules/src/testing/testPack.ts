import { type Decision, EldercareError, type Issue } from "@eldercare/core";
import { createEngine, type Engine } from "../assess/engine.js";
import { proverOf } from "../override/overrideReading.js";
import { proveOverrides } from "../override/prove/proveOverrides.js";
import type { Overlay, Pack } from "../pack/pack.js";
import { checkCases } from "./checkCases.js";
import { reportTesting } from "./codes.js";
import { type ConditionCoverage, conditionCoverage } from "./conditionCoverage.js";
import { PackUnderTest, refuse } from "./packUnderTest.js";
import { type PolicyCase, printDecision, printExpectation, statusOf } from "./policyCase.js";

export type { Expectation, PolicyCase } from "./policyCase.js";

/** What the cases of a pack showed. */
export interface CasesReport {
  readonly cases: number;
  readonly expectations: number;
  readonly failures: readonly Issue[];
  /** Rules of the pack with the kinds of answer that no case shows. */
  readonly uncovered: readonly { readonly rule: string; readonly lacks: readonly string[] }[];
  /** How many expectations each rule of the pack met, by the status that they show. */
  readonly answers: readonly { readonly rule: string; readonly shown: Readonly<Record<string, number>> }[];
  /** Which parts of conditions the cases show both true and false. */
  readonly conditions: ConditionCoverage;
}

/** Answers that a rule with a condition must be shown to give. */
const wantedAnswers = [["granted", "met"], ["denied", "notMet", "notApplicable"], ["undetermined"]] as const;

// what the first engine has proven holds for the others, whatever they supply
const alreadyProven = proverOf(() => []);

/** Engines of a pack with open parameters supplied; cases that supply the same share one. */
function enginesByParameters(pack: Pack, parents: readonly Pack[]): (parameters: NonNullable<PolicyCase["parameters"]>) => Engine {
  const engines = new Map<string, Engine>();
  return (parameters) => {
    const values = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(values);
    const known = engines.get(key);
    if (known !== undefined) return known;
    const supplied = Object.fromEntries(values.map(([id, value]) => [id, [{ from: "0001-01-01", value }]]));
    const overlay: Overlay = { id: "case", for: pack.id, illustrative: false, parameters: supplied };
    const prove = engines.size === 0 ? proveOverrides : alreadyProven;
    const made = createEngine({ packs: [...parents, pack], overlays: values.length === 0 ? [] : [overlay], prove });
    engines.set(key, made);
    return made;
  };
}

/** The rules that a situation expects something of, by their keys: the pack's own, and those of its parents. */
const keysExpected = ({ expect }: PolicyCase, { packs }: Engine): string[] =>
  packs.flatMap(({ id, rules }) => rules.flatMap((rule) => (Object.hasOwn(expect, rule.id) ? [`${id}/${rule.id}`] : [])));

/** The decisions of one situation by rule; what does not fit the packs in its subject is reported under the pointer. */
function decisionsOf(engine: Engine, situation: PolicyCase, pointer: string, unfit: Issue[]): ReadonlyMap<string, Decision> {
  const { subject, on, register } = situation;
  try {
    const decisions = engine.assess(subject, { on, rules: keysExpected(situation, engine), ...(register === undefined ? {} : { register }) });
    return new Map(decisions.map((decision) => [decision.rule, decision]));
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    unfit.push(...error.issues.map((issue) => ({ ...issue, pointer: pointer + issue.pointer })));
    return new Map();
  }
}

/**
 * Runs the cases of a pack: each must give what it expects, and each rule with a condition must be shown granted (met),
 * denied (not met, not applicable) and undetermined by some case. Of each part of a condition the report says whether some
 * case shows it true and some case false; what the cases would not notice is found by `mutatePack`.
 *
 * @param cases as read from their file; checked before the first is run
 * @param parents all that the pack stands on
 * @throws EldercareError where the cases are malformed (CASE_UNKNOWN_KEY, RULE_NOT_FOUND, MISSING_FIELD, …) or the packs
 * themselves are wrong
 * @example
 * testPack(national, cases).failures //=> []
 */
export function testPack(pack: Pack, cases: readonly PolicyCase[], parents: readonly Pack[] = []): CasesReport {
  const engineFor = enginesByParameters(pack, parents);
  // packs that are wrong are refused before their cases, which are checked against them
  engineFor({});
  refuse(checkCases(cases, pack, parents));
  const seen = new Map(pack.rules.map(({ id }) => [id, new Map<string, number>()]));
  const unfit: Issue[] = [];
  const failures: Issue[] = [];
  let expectations = 0;
  for (const [index, situation] of cases.entries()) {
    const decisions = decisionsOf(engineFor(situation.parameters ?? {}), situation, `/${index}/subject`, unfit);
    for (const [rule, expected] of Object.entries(situation.expect)) {
      expectations += 1;
      const decision =
        decisions.get(`${pack.id}/${rule}`) ?? parents.map((parent) => decisions.get(`${parent.id}/${rule}`)).find((found) => found !== undefined);
      const [actual, wanted] = [printDecision(decision, expected), printExpectation(expected)];
      if (actual === wanted) count(seen.get(rule), statusOf(expected));
      else
        failures.push(
          reportTesting("CASE_FAILED", `/${index}/expect/${rule}`, { seen: actual, values: { name: situation.name, rule, expected: wanted } }),
        );
    }
  }
  refuse(unfit);
  const uncovered = pack.rules.flatMap(({ id, when, whereAdopted }) => {
    const answers = seen.get(id) ?? new Map();
    const conditional = when !== undefined || whereAdopted === true;
    const lacks = conditional ? wantedAnswers.filter((group) => !group.some((answer) => answers.has(answer))).map((group) => group.join("/")) : [];
    if (!conditional && answers.size === 0) lacks.push("any");
    return lacks.length === 0 ? [] : [{ rule: id, lacks }];
  });
  const answers = [...seen].map(([rule, shown]) => ({ rule, shown: Object.fromEntries(shown) }));
  const conditions = conditionCoverage(new PackUnderTest(pack, cases, parents));
  return { cases: cases.length, expectations, failures, uncovered, answers, conditions };
}

/** Counts an answer of a rule of the pack; those of its parents are shown by their own cases. */
function count(shown: Map<string, number> | undefined, status: string): void {
  shown?.set(status, (shown.get(status) ?? 0) + 1);
}
