import type { Rational } from "@eldercare/core";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../logic/value.js";
import { type Formula, isTwoValued, type Opaque, partsOf } from "./domain/formula.js";
import type { Relation } from "./domain/linear.js";
import { type Asserted, type Budget, settle } from "./domain/settle.js";
import { everyCell } from "./domain/test.js";
import type { Variable } from "./domain/variable.js";

/** What must come out of a formula. */
export interface Goal {
  readonly formula: Formula;
  readonly wanted: boolean;
}

/** Cells and values under which every goal is met. */
export interface Assignment {
  /** Cells left to each variable, as bits; any of them will do. */
  readonly domains: ReadonlyMap<Variable, bigint>;
  /** Values of the variables that relations tie to one another. */
  readonly values: ReadonlyMap<Variable, Rational>;
}

/** `none` is proven; `undecided` names what stood in the way. */
export type Satisfied =
  | { readonly kind: "found"; readonly assignment: Assignment /** True where no opaque condition had to be supposed. */; readonly sure: boolean }
  | { readonly kind: "none" }
  | { readonly kind: "undecided"; readonly because: readonly string[] };

const mostSteps = 40_000;

interface Choice {
  readonly alternatives: readonly Goal[];
}

/** What has been settled on the way; copied where the search divides. */
class Situation {
  readonly domains: Map<Variable, bigint>;
  readonly relations: Map<Relation, boolean>;
  readonly opaques: Map<Opaque, boolean>;

  constructor(domains: ReadonlyMap<Variable, bigint>, relations: ReadonlyMap<Relation, boolean>, opaques: ReadonlyMap<Opaque, boolean>) {
    this.domains = new Map(domains);
    this.relations = new Map(relations);
    this.opaques = new Map(opaques);
  }

  copy(): Situation {
    return new Situation(this.domains, this.relations, this.opaques);
  }

  cellsOf(variable: Variable): bigint {
    return this.domains.get(variable) ?? everyCell(variable);
  }

  /** What a formula says of everybody who is still possible. */
  truth(formula: Formula, known: Map<Formula, Truth>): Truth {
    switch (formula.kind) {
      case "constant":
        return formula.truth;
      case "test": {
        const cells = this.cellsOf(formula.variable);
        const { yes, no } = formula.masks();
        return (cells & yes) === cells ? TRUE : (cells & no) === cells ? FALSE : UNKNOWN;
      }
      case "relation":
      case "opaque": {
        const set = formula.kind === "relation" ? this.relations.get(formula) : this.opaques.get(formula);
        return set === undefined ? UNKNOWN : set ? TRUE : FALSE;
      }
      case "not": {
        const inner = this.truth(formula.arg, known);
        return inner === UNKNOWN ? UNKNOWN : inner === TRUE ? FALSE : TRUE;
      }
      default: {
        const before = known.get(formula);
        if (before !== undefined) return before;
        const deciding = formula.kind === "and" ? FALSE : TRUE;
        let result: Truth = formula.kind === "and" ? TRUE : FALSE;
        for (const arg of formula.args) {
          const truth = this.truth(arg, known);
          if (truth === deciding) {
            result = deciding;
            break;
          }
          if (truth === UNKNOWN) result = UNKNOWN;
        }
        known.set(formula, result);
        return result;
      }
    }
  }
}

class Search {
  private steps = mostSteps;
  private readonly budget: Budget = { left: 20_000 };
  exhausted = false;
  unsettled = false;

  /** Brings the goals about, or shows that they exclude one another. */
  attempt(situation: Situation, goals: readonly Goal[], open: readonly Choice[]): Assignment | undefined {
    this.steps -= 1;
    if (this.steps < 0) {
      this.exhausted = true;
      return undefined;
    }
    const choices = [...open];
    const relationsBefore = situation.relations.size;
    if (!assert(situation, goals, choices)) return undefined;
    const undecided = propagate(situation, choices);
    if (undecided === undefined) return undefined;
    if (this.isAbsurd(situation, relationsBefore)) return undefined;
    const [next] = undecided.sort((a, b) => a.alternatives.length - b.alternatives.length);
    if (next === undefined) return this.finish(situation);
    const others = undecided.filter((choice) => choice !== next);
    const tried: Goal[] = [];
    for (const goal of next.alternatives) {
      const found = this.attempt(situation.copy(), [goal, ...tried], others);
      if (found !== undefined || this.exhausted) return found;
      // with this alternative nothing was found: what is left lies without it
      if (isTwoValued(goal.formula)) tried.push({ formula: goal.formula, wanted: !goal.wanted });
    }
    return undefined;
  }

  /** Whether the relations asserted so far exclude one another: before choices that have nothing to do with them are gone through. */
  private isAbsurd({ relations, domains }: Situation, before: number): boolean {
    if (relations.size === before || relations.size < 2) return false;
    return settle(assertedIn(relations, domains), domains, this.budget, true) === "none";
  }

  private finish({ relations, domains }: Situation): Assignment | undefined {
    if (relations.size === 0) return { domains, values: new Map() };
    const found = settle(assertedIn(relations, domains), domains, this.budget);
    if (found === "unsure") this.unsettled = true;
    return found === "unsure" || found === "none" ? undefined : { domains, values: found };
  }
}

const assertedIn = (relations: ReadonlyMap<Relation, boolean>, domains: ReadonlyMap<Variable, bigint>): Asserted[] =>
  [...relations]
    .map(([relation, wanted]) => ({ relation, wanted }))
    .filter(({ relation }) => relation.form.terms.every(({ term: { variable } }) => hasSpan(variable, domains.get(variable))));

// a relation about what is none says nothing: whatever is asserted of it is beside the point
const hasSpan = (variable: Variable, cells: bigint | undefined): boolean =>
  variable.cells().some((cell, index) => cell.kind === "span" && (cells === undefined || ((cells >> BigInt(index)) & 1n) === 1n));

/** Takes goals apart until only choices are left; false where one cannot be met. */
function assert(situation: Situation, goals: readonly Goal[], choices: Choice[]): boolean {
  const pending = [...goals];
  for (let goal = pending.pop(); goal !== undefined; goal = pending.pop()) {
    const { formula, wanted } = goal;
    switch (formula.kind) {
      case "constant":
        if (formula.truth !== (wanted ? TRUE : FALSE)) return false;
        break;
      case "test": {
        const { yes, no } = formula.masks();
        const left = situation.cellsOf(formula.variable) & (wanted ? yes : no);
        if (left === 0n) return false;
        situation.domains.set(formula.variable, left);
        break;
      }
      case "relation":
        if ((situation.relations.get(formula) ?? wanted) !== wanted) return false;
        situation.relations.set(formula, wanted);
        break;
      case "opaque":
        if ((situation.opaques.get(formula) ?? wanted) !== wanted) return false;
        situation.opaques.set(formula, wanted);
        break;
      case "not":
        pending.push({ formula: formula.arg, wanted: !wanted });
        break;
      default: {
        const parts = formula.args.map((arg): Goal => ({ formula: arg, wanted }));
        if ((formula.kind === "and") === wanted) pending.push(...parts);
        else choices.push({ alternatives: parts });
      }
    }
  }
  return true;
}

/** Drops the choices that are met, and makes those of which one way is left; undefined where none is left. */
function propagate(situation: Situation, given: readonly Choice[]): Choice[] | undefined {
  let choices = given;
  for (;;) {
    const known = new Map<Formula, Truth>();
    const kept: Choice[] = [];
    const forced: Goal[] = [];
    for (const { alternatives } of choices) {
      const truths = alternatives.map(({ formula }) => situation.truth(formula, known));
      const met = alternatives.some(({ wanted }, index) => truths[index] === (wanted ? TRUE : FALSE));
      if (met) continue;
      const left = alternatives.filter((_, index) => truths[index] === UNKNOWN);
      if (left.length === 0) return undefined;
      if (left.length === 1) forced.push(...left);
      else kept.push({ alternatives: left });
    }
    if (forced.length === 0) return kept;
    if (!assert(situation, forced, kept)) return undefined;
    choices = kept;
  }
}

/**
 * Finds cells of the variables under which all goals are met, or proves that there are none.
 *
 * Conjunctions narrow the cells left to each variable; only disjunctions divide the search, the shortest first.
 *
 * @param restricted cells that are allowed from the start, as bits
 */
export function satisfy(goals: readonly Goal[], restricted: ReadonlyMap<Variable, bigint> = new Map()): Satisfied {
  const search = new Search();
  const start = new Situation(restricted, new Map(), new Map());
  const assignment = search.attempt(start, goals, []);
  const parts = goals.map(({ formula }) => partsOf(formula));
  const operators = parts.flatMap(({ opaques }) => [...opaques].map(({ operator }) => operator));
  if (assignment !== undefined) return { kind: "found", assignment, sure: operators.length === 0 };
  const sampled = parts.flatMap(({ variables }) => [...variables].filter((variable) => variable.sampled).map(({ key }) => key));
  const because = [...(search.exhausted ? ["search"] : []), ...(search.unsettled ? ["arithmetic"] : []), ...sampled];
  return because.length === 0 ? { kind: "none" } : { kind: "undecided", because: [...new Set(because)].sort() };
}
