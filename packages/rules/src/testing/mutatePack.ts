import type { Issue } from "@eldercare/core";
import type { Pack } from "../pack/pack.js";
import { checkCases } from "./checkCases.js";
import { reportTesting } from "./codes.js";
import { pointerOf } from "./logicPlaces.js";
import { type Mutant, mutantsOf, mutated } from "./mutants.js";
import { type CaseScope, PackUnderTest, type PackVersion, refuse } from "./packUnderTest.js";
import { type Expectation, type PolicyCase, printDecision, printExpectation } from "./policyCase.js";

/** How well the cases of a pack guard its numbers and conditions. */
export interface MutationReport {
  /** Changes that were tried and that some case noticed. */
  readonly noticed: number;
  /** Changes that were tried: the score is `noticed / tried`. */
  readonly tried: number;
  /** The changes that no case noticed, in the order of the pack; pointers lead into the pack. */
  readonly unnoticed: readonly Issue[];
}

/** An expectation that the pack meets as it stands. */
interface Guard {
  readonly asked: CaseScope;
  readonly rule: string;
  readonly expected: Expectation;
}

/** What the pack meets, by rule; what is asked for in detail, and takes longer, comes last. */
function guardsOf(test: PackUnderTest): ReadonlyMap<string, readonly Guard[]> {
  const expected = new Set(test.cases.flatMap(({ situation }) => Object.keys(situation.expect).map((rule) => test.keyOf(rule))));
  const original = test.version(test.pack, [...expected]);
  const guards = new Map<string, Guard[]>();
  for (const asked of test.cases)
    for (const [id, wanted] of Object.entries(asked.situation.expect)) {
      const rule = test.keyOf(id);
      const decision = original?.decide(rule, asked);
      if (decision === undefined || printDecision(decision, wanted) !== printExpectation(wanted)) continue;
      const guard = { asked, rule, expected: wanted };
      const known = guards.get(rule);
      if (known === undefined) guards.set(rule, [guard]);
      else if (decision.status === "undetermined") known.push(guard);
      else known.unshift(guard);
    }
  return guards;
}

const isNoticed = (version: PackVersion, { asked, rule, expected }: Guard): boolean =>
  printDecision(version.decide(rule, asked), expected) !== printExpectation(expected);

const mostRulesNamed = 3;

function unnoticed({ path, place = path, change, rules }: Mutant, pack: Pack): Issue {
  const own = (rule: string): string => (rule.startsWith(`${pack.id}/`) ? rule.slice(pack.id.length + 1) : rule);
  const named = rules.slice(0, mostRulesNamed).map(own).join(", ") + (rules.length > mostRulesNamed ? ", …" : "");
  return reportTesting("MUTANT_UNNOTICED", pointerOf(place), { values: { "change.zh": change.zh, "change.en": change.en, rules: named } });
}

/**
 * Changes a pack in one place after the other, as a slip of the pen would, and finds the changes that none of its cases
 * notices: each is a number or a condition that could be wrong without anybody seeing it.
 *
 * Values are moved a step in their domain (80 to 81 and to 79, a day, a hundredth of a fraction, the next choice), `>=`
 * becomes `>`, `==` becomes `!=`, `and` becomes `or`, and an operand is dropped. A change that the pack's own checks refuse
 * is not counted; expectations that fail on the pack as it stands guard nothing.
 *
 * @param cases as read from their file
 * @param parents all that the pack stands on; they are not changed
 * @throws EldercareError where the packs or the cases are malformed
 * @example
 * const { noticed, tried } = mutatePack(national, cases);
 * noticed / tried > 0.5 //=> true
 */
export function mutatePack(pack: Pack, cases: readonly PolicyCase[], parents: readonly Pack[] = []): MutationReport {
  refuse(checkCases(cases, pack, parents));
  const test = new PackUnderTest(pack, cases, parents);
  const guards = guardsOf(test);
  const found: Issue[] = [];
  let tried = 0;
  for (const mutant of mutantsOf(test)) {
    const version = test.version(mutated(pack, mutant), mutant.rules);
    if (version === undefined) continue;
    tried += 1;
    if (!mutant.rules.some((rule) => (guards.get(rule) ?? []).some((guard) => isNoticed(version, guard)))) found.push(unnoticed(mutant, pack));
  }
  return { noticed: tried - found.length, tried, unnoticed: found };
}
