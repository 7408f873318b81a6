import type { Wording } from "@eldercare/core";
import { booleanType, type Node } from "../logic/node.js";
import type { Analysis, RuleAt } from "./analysis.js";
import { type Formula, partsOf } from "./domain/formula.js";
import { compareWithNought, difference, formOf, type Term } from "./domain/linear.js";
import { Twin } from "./domain/twin.js";
import type { Variable } from "./domain/variable.js";
import type { World } from "./domain/world.js";
import { type Finding, finding, undecided } from "./finding.js";
import { loweringOf, opaqueIn, variablesOf } from "./findPerson.js";
import { type GrantGroup, grantGroups } from "./grants.js";
import { type Assignment, type Goal, type Satisfied, satisfy } from "./satisfy.js";
import { confirms, imagine, shownValue, type Witness } from "./witness.js";

/** A person in a gap, with one below and one above who differ from them in one fact. */
interface Gap {
  readonly witness: Witness;
  readonly neighbours: { readonly lower: Witness; readonly higher: Witness };
}

/** Where a neighbour may lie, and what its order then asks. */
interface Side {
  readonly restricted: readonly (readonly [Variable, bigint])[];
  readonly order: readonly Goal[];
}

const spanBits = (variable: Variable): bigint[] => variable.cells().flatMap((cell, index) => (cell.kind === "span" ? [1n << BigInt(index)] : []));

/** Whether a term is higher where its fact is. */
function rises({ variable, reading }: Term): boolean {
  const spans = variable.cells().filter((cell) => cell.kind === "span");
  const [least, most] = [spans[0]?.least, spans.at(-1)?.most];
  return (
    reading === undefined || least === undefined || most === undefined || reading.of(Number(least.numerator)) <= reading.of(Number(most.numerator))
  );
}

const oneOf = (rules: readonly RuleAt[]): Node => {
  const conditions = rules.map(({ condition }) => condition);
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : { op: "or", args: conditions, type: booleanType };
};

/** Looks for a gap along one ordered fact. */
class GapSearch {
  private readonly world: World;
  private readonly granted: Node;
  private readonly formula: Formula;
  private readonly variable: Variable;
  private readonly lower: Twin;
  private readonly higher: Twin;
  readonly obstacles = new Set<string>();

  constructor(world: World, granted: Node, variable: Variable) {
    this.world = world;
    this.granted = granted;
    this.formula = loweringOf(world).of(granted);
    this.variable = variable;
    this.lower = new Twin(variable, "lower");
    this.higher = new Twin(variable, "higher");
  }

  find(): Gap | undefined {
    const goals: Goal[] = [
      { formula: this.formula, wanted: false },
      { formula: this.lower.of(this.formula), wanted: true },
      { formula: this.higher.of(this.formula), wanted: true },
    ];
    for (const bit of spanBits(this.variable))
      for (const low of this.sides(this.lower.variable, bit, true))
        for (const high of this.sides(this.higher.variable, bit, false)) {
          const restricted = new Map([[this.variable, bit], ...low.restricted, ...high.restricted]);
          const all = [...goals, ...low.order, ...high.order];
          const gap = this.gapIn(all, satisfy(all, restricted));
          if (gap !== undefined) return gap;
        }
    return undefined;
  }

  /** Where a neighbour may lie: in the cells beyond, or, where the fact is held against others too, further on in the same one. */
  private sides(neighbour: Variable, bit: bigint, isLower: boolean): Side[] {
    const spans = spanBits(this.variable).reduce((mask, span) => mask | span, 0n);
    const beyond = spans & (isLower ? bit - 1n : ~(bit | (bit - 1n)));
    const within = this.termsOf().map((term): Side => {
      const [near, far] = [formOf({ ...term, variable: neighbour }), formOf(term)];
      const order = compareWithNought(difference(far, near), rises(term) === isLower ? ">" : "<");
      return { restricted: [[neighbour, bit]], order: [{ formula: order, wanted: true }] };
    });
    return beyond === 0n ? within : [{ restricted: [[neighbour, beyond]], order: [] }, ...within];
  }

  /** How the fact is held against other facts: by itself, or by one reading of its day. Two of one reading get the same in one cell. */
  private termsOf(): Term[] {
    const terms = [...partsOf(this.formula).relations].flatMap(({ form }) => form.terms.map(({ term }) => term));
    const own = terms.filter(({ variable }) => variable === this.variable);
    const [first] = own;
    if (first === undefined) return [];
    return [own.every(({ reading }) => reading?.name === first.reading?.name) ? first : { variable: this.variable }];
  }

  private gapIn(goals: readonly Goal[], found: Satisfied): Gap | undefined {
    if (found.kind === "undecided") for (const reason of found.because) this.obstacles.add(reason);
    if (found.kind !== "found") return undefined;
    const [witness, lower, higher] = [this.variable, this.lower.variable, this.higher.variable].map((own) => this.show(goals, own, found.assignment));
    const getsIt = (who: Witness | undefined, wanted: boolean) => who !== undefined && confirms(this.world, who, [{ node: this.granted, wanted }]);
    if (witness !== undefined && lower !== undefined && higher !== undefined && getsIt(witness, false) && getsIt(lower, true) && getsIt(higher, true))
      return { witness, neighbours: { lower, higher } };
    for (const reason of found.sure ? ["arithmetic"] : opaqueIn(goals)) this.obstacles.add(reason);
    return undefined;
  }

  /** One of the three: all facts are those of the person in the gap but the one along which they differ. */
  private show(goals: readonly Goal[], own: Variable, assignment: Assignment): Witness {
    const twins = new Set<Variable>([this.lower.variable, this.higher.variable]);
    const all = new Set([...variablesOf(goals), ...loweringOf(this.world).readBy(this.granted)]);
    const shared = [...all].filter((variable) => !twins.has(variable) && variable !== this.variable);
    const shown = new Map<Variable, unknown>(shared.map((variable) => [variable, shownValue(variable, assignment)]));
    return imagine(this.world, shown.set(this.variable, shownValue(own, assignment)));
  }
}

const isOrderedFact = (variable: Variable): boolean => {
  const { role } = variable;
  return role.kind === "field" && (role.type.kind === "number" || role.type.kind === "date");
};

function titleOf({ role, key }: Variable): Wording {
  const name = role.kind === "field" ? role.path.filter((part) => part !== "facts").join(".") : key;
  return { zh: name, en: name };
}

function gapsOf(analysis: Analysis, { rules, kind }: GrantGroup): Finding[] {
  const [first] = rules;
  if (first === undefined) return [];
  const world = analysis.asSupplied(first.parsed.info.subject);
  const granted = oneOf(rules);
  const variables = [...partsOf(loweringOf(world).of(granted)).variables].filter(isOrderedFact);
  const pointer = rules.find((rule) => rule.pointer !== undefined)?.pointer ?? "";
  const keys = rules.map(({ key }) => key);
  const clauses = [...new Set(rules.flatMap(({ parsed }) => parsed.info.clauses))];
  return variables.flatMap((variable) => {
    const search = new GapSearch(world, granted, variable);
    const gap = search.find();
    const fact = titleOf(variable);
    if (gap !== undefined) {
      const values = { "kind.zh": kind.zh, "kind.en": kind.en, "fact.zh": fact.zh, "fact.en": fact.en };
      return [finding("GAP_BETWEEN_BANDS", pointer, { values }, { rules: keys, clauses, ...gap })];
    }
    const question = { zh: `${kind.zh}沿${fact.zh}是否有空档`, en: `whether there is a gap of ${kind.en} along ${fact.en}` };
    if (search.obstacles.size > 0) analysis.undecided.push(undecided(pointer, question, [...search.obstacles], keys));
    return [];
  });
}

/**
 * Gaps between bands: somebody who is granted nothing, although two others who differ from them in one ordered fact alone,
 * one below and one above, are granted it.
 */
export function gapsBetweenBands(analysis: Analysis): Finding[] {
  return grantGroups(analysis).flatMap((group) => gapsOf(analysis, group));
}
