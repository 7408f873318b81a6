import { FALSE, TRUE, type Truth, UNKNOWN } from "../../logic/value.js";
import type { Relation } from "./linear.js";
import { Test } from "./test.js";
import type { Variable } from "./variable.js";

/** Something that an analysis cannot look into: it may be true or false as far as the search knows. */
export interface Opaque {
  readonly kind: "opaque";
  /** The operators of the expression that is not understood. */
  readonly operator: string;
}

/** A condition over variables with finitely many cells: what the search decides instead of the typed tree. */
export type Formula =
  | { readonly kind: "constant"; readonly truth: Truth }
  | Test
  | Relation
  | Opaque
  | { readonly kind: "not"; readonly arg: Formula }
  | { readonly kind: "and" | "or"; readonly args: readonly Formula[] };

export const always: Formula = { kind: "constant", truth: TRUE };
export const never: Formula = { kind: "constant", truth: FALSE };
/** What nobody can make true or false: a table of which two rows apply. */
export const unsettled: Formula = { kind: "constant", truth: UNKNOWN };

export const constantly = (truth: boolean): Formula => (truth ? always : never);

const isConstant = (formula: Formula, truth: Truth): boolean => formula.kind === "constant" && formula.truth === truth;

export function not(arg: Formula): Formula {
  if (arg.kind === "not") return arg.arg;
  if (arg.kind !== "constant" || arg.truth === UNKNOWN) return arg.kind === "constant" ? arg : { kind: "not", arg };
  return arg.truth === TRUE ? never : always;
}

export function allOf(args: readonly Formula[]): Formula {
  const kept = args.filter((arg) => !isConstant(arg, TRUE));
  if (kept.some((arg) => isConstant(arg, FALSE))) return never;
  return kept.length === 0 ? always : kept.length === 1 && kept[0] !== undefined ? kept[0] : { kind: "and", args: kept };
}

export function anyOf(args: readonly Formula[]): Formula {
  const kept = args.filter((arg) => !isConstant(arg, FALSE));
  if (kept.some((arg) => isConstant(arg, TRUE))) return always;
  return kept.length === 0 ? never : kept.length === 1 && kept[0] !== undefined ? kept[0] : { kind: "or", args: kept };
}

/** One or the other. */
export const choose = (condition: Formula, then: Formula, otherwise: Formula): Formula =>
  anyOf([allOf([condition, then]), allOf([not(condition), otherwise])]);

/** Both or neither. */
export const alike = (a: Formula, b: Formula): Formula => choose(a, b, not(b));

/** Whether a formula is true or false of everybody: nothing that it reads leaves it open. */
export const isTwoValued = (formula: Formula): boolean => surely(formula, true) === formula;

const sure = [new WeakMap<Formula, Formula>(), new WeakMap<Formula, Formula>()] as const;

/**
 * Whether a formula is surely true, or surely false: what silence leaves open is neither. The result is true or false of
 * everybody.
 */
export function surely(formula: Formula, wanted: boolean): Formula {
  const known = sure[wanted ? 1 : 0];
  const before = known.get(formula);
  if (before !== undefined) return before;
  const made = makeSure(formula, wanted);
  known.set(formula, made);
  return made;
}

/** A coarse area may lie in a smaller one or not, and events may not tell a state. */
const mayStayOpen = ({ role }: Variable): boolean => "type" in role && (role.type.kind === "area" || role.type.kind === "list");

function makeSure(formula: Formula, wanted: boolean): Formula {
  switch (formula.kind) {
    case "constant":
      return constantly(formula.truth === (wanted ? TRUE : FALSE));
    case "test": {
      const isDecided = !mayStayOpen(formula.variable);
      const truth = wanted ? TRUE : FALSE;
      return isDecided ? (wanted ? formula : not(formula)) : new Test(formula.variable, (cell) => (formula.holds(cell) === truth ? TRUE : FALSE));
    }
    case "relation":
    case "opaque":
      return wanted ? formula : not(formula);
    case "not":
      return wanted && isTwoValued(formula.arg) ? formula : surely(formula.arg, !wanted);
    default: {
      const parts = formula.args.map((arg) => surely(arg, wanted));
      if (wanted && parts.every((part, index) => part === formula.args[index])) return formula;
      return (formula.kind === "and") === wanted ? allOf(parts) : anyOf(parts);
    }
  }
}

/** What a formula is made of, each part once. */
export interface Parts {
  readonly variables: ReadonlySet<Variable>;
  readonly relations: ReadonlySet<Relation>;
  readonly opaques: ReadonlySet<Opaque>;
}

const known = new WeakMap<Formula, Parts>();

/** The variables, relations and opaque conditions of a formula. */
export function partsOf(formula: Formula): Parts {
  const before = known.get(formula);
  if (before !== undefined) return before;
  const variables = new Set<Variable>();
  const relations = new Set<Relation>();
  const opaques = new Set<Opaque>();
  if (formula.kind === "test") variables.add(formula.variable);
  else if (formula.kind === "opaque") opaques.add(formula);
  else if (formula.kind === "relation") {
    relations.add(formula);
    for (const { term } of formula.form.terms) variables.add(term.variable);
  } else
    for (const arg of formula.kind === "not" ? [formula.arg] : formula.kind === "constant" ? [] : formula.args) {
      const parts = partsOf(arg);
      for (const each of parts.variables) variables.add(each);
      for (const each of parts.relations) relations.add(each);
      for (const each of parts.opaques) opaques.add(each);
    }
  const made = { variables, relations, opaques };
  known.set(formula, made);
  return made;
}
