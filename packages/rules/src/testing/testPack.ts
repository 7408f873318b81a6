import { type CivilDate, type Decision, type DecisionStatus, EldercareError, type Issue, type Missing, type Register } from "@eldercare/core";
import { createEngine, type Engine } from "../assess/engine.js";
import type { Subject } from "../assess/subject.js";
import { reportRules } from "../errors/codes.js";
import type { Overlay, Pack } from "../pack/pack.js";
import { checkCases } from "./checkCases.js";

/** What a case expects of one rule; `undetermined` lists a smallest set that could grant. */
export type Expectation = Exclude<DecisionStatus, "undetermined"> | { readonly undetermined: readonly string[] };

/** A named situation and what must come out of it. */
export interface PolicyCase {
  readonly name: string;
  readonly on: CivilDate;
  /** Values of open parameters in this situation. */
  readonly parameters?: Readonly<Record<string, number | boolean | string>>;
  readonly subject: Subject;
  readonly register?: Partial<Register>;
  readonly expect: Readonly<Record<string, Expectation>>;
  /** A remark; nothing reads it. */
  readonly note?: string;
}

/** What the cases of a pack showed. */
export interface CasesReport {
  readonly cases: number;
  readonly expectations: number;
  readonly failures: readonly Issue[];
  /** Rules of the pack with the kinds of answer that no case shows. */
  readonly uncovered: readonly { readonly rule: string; readonly lacks: readonly string[] }[];
}

const nameOf = (missing: Missing): string => ("fact" in missing ? missing.fact : missing.parameter);

const print = (expectation: Expectation | undefined): string =>
  expectation === undefined
    ? "?"
    : typeof expectation === "string"
      ? expectation
      : `undetermined [${[...expectation.undetermined].sort().join(", ")}]`;

/** Answers that a rule with a condition must be shown to give. */
const wantedAnswers = [["granted", "met"], ["denied", "notMet", "notApplicable"], ["undetermined"]] as const;

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
    const made = createEngine({ packs: [...parents, pack], overlays: values.length === 0 ? [] : [overlay] });
    engines.set(key, made);
    return made;
  };
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new EldercareError(issues);
}

/** The decisions of one situation by rule; what does not fit the packs in its subject is reported under the pointer. */
function decisionsOf(engine: Engine, { subject, on, register }: PolicyCase, pointer: string, unfit: Issue[]): ReadonlyMap<string, Decision> {
  try {
    const decisions = engine.assess(subject, { on, ...(register === undefined ? {} : { register }) });
    return new Map(decisions.map((decision) => [decision.rule, decision]));
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    unfit.push(...error.issues.map((issue) => ({ ...issue, pointer: pointer + issue.pointer })));
    return new Map();
  }
}

/**
 * Runs the cases of a pack: each must give what it expects, and each rule with a condition must be shown granted (met),
 * denied (not met, not applicable) and undetermined by some case.
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
  const seen = new Map<string, Set<string>>();
  const unfit: Issue[] = [];
  const failures: Issue[] = [];
  let expectations = 0;
  for (const [index, situation] of cases.entries()) {
    const decisions = decisionsOf(engineFor(situation.parameters ?? {}), situation, `/${index}/subject`, unfit);
    for (const [rule, expected] of Object.entries(situation.expect)) {
      expectations += 1;
      const decision =
        decisions.get(`${pack.id}/${rule}`) ?? parents.map((parent) => decisions.get(`${parent.id}/${rule}`)).find((found) => found !== undefined);
      const actual: Expectation | undefined =
        decision?.status === "undetermined" ? { undetermined: (decision.missing?.toGrant ?? []).map(nameOf) } : decision?.status;
      if (print(actual) !== print(expected)) {
        const values = { name: situation.name, rule, expected: print(expected) };
        failures.push(reportRules("CASE_FAILED", `/${index}/expect/${rule}`, { seen: print(actual), values }));
      } else seen.set(rule, (seen.get(rule) ?? new Set()).add(typeof expected === "string" ? expected : "undetermined"));
    }
  }
  refuse(unfit);
  const uncovered = pack.rules.flatMap(({ id, when, whereAdopted }) => {
    const answers = seen.get(id) ?? new Set();
    const conditional = when !== undefined || whereAdopted === true;
    const lacks = conditional ? wantedAnswers.filter((group) => !group.some((answer) => answers.has(answer))).map((group) => group.join("/")) : [];
    if (!conditional && answers.size === 0) lacks.push("any");
    return lacks.length === 0 ? [] : [{ rule: id, lacks }];
  });
  return { cases: cases.length, expectations, failures, uncovered };
}
