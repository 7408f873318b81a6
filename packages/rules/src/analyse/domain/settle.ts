import { compareRational, type Rational } from "@eldercare/core";
import { type Inequality, type Solution, solveInequalities } from "./eliminate.js";
import { dayWith, type Relation, type Term, valueOfTerm } from "./linear.js";
import { negative, type Span, type Variable, wholeNumber } from "./variable.js";

/** A relation that must hold, or must not. */
export interface Asserted {
  readonly relation: Relation;
  readonly wanted: boolean;
}

/** Values of the variables that satisfy relations; `unsure` where neither values nor a proof of none were found. */
export type Settled = ReadonlyMap<Variable, Rational> | "none" | "unsure";

/** Work that may still be done. */
export interface Budget {
  left: number;
}

interface Numbered {
  readonly terms: readonly Term[];
  readonly numberOf: (term: Term) => number;
}

function numberTerms(relations: readonly Asserted[]): Numbered {
  const terms: Term[] = [];
  const same = (a: Term, b: Term): boolean => a.variable === b.variable && a.reading?.name === b.reading?.name;
  for (const { relation } of relations) for (const { term } of relation.form.terms) if (!terms.some((known) => same(known, term))) terms.push(term);
  return { terms, numberOf: (term) => terms.findIndex((known) => same(known, term)) };
}

function inequalitiesOf({ relation: { form, op }, wanted }: Asserted, numberOf: (term: Term) => number): readonly (readonly Inequality[])[] {
  const factors = new Map(form.terms.map(({ term, factor }) => [numberOf(term), factor]));
  const mirrored = new Map([...factors].map(([name, factor]) => [name, negative(factor)]));
  const up = (strict: boolean): Inequality => ({ factors, constant: form.constant, strict });
  const down = (strict: boolean): Inequality => ({ factors: mirrored, constant: negative(form.constant), strict });
  if (op === "==") return wanted ? [[up(false), down(false)]] : [[up(true)], [down(true)]];
  return wanted ? [[up(op === ">")]] : [[down(op === ">=")]];
}

const spansOf = (variable: Variable, domain: bigint): readonly Span[] =>
  variable.cells().filter((cell, index) => cell.kind === "span" && ((domain >> BigInt(index)) & 1n) === 1n) as readonly Span[];

/** What the cells left to a variable say of one of its terms. */
function boundsOf(term: Term, name: number, domain: bigint): Inequality[] {
  const spans = spansOf(term.variable, domain);
  const [least, most] = [spans[0]?.least, spans.at(-1)?.most];
  const isOpen = ({ least, most }: Span): boolean =>
    !term.variable.whole && (least === undefined || most === undefined || compareRational(least, most) !== 0);
  const ends = [least, most].map((end) => (end === undefined ? undefined : valueOfTerm(term, end)));
  const rises = ends[0] === undefined || ends[1] === undefined || compareRational(ends[0], ends[1]) <= 0;
  const [low, high] = rises ? ends : [ends[1], ends[0]];
  const [lowOpen, highOpen] = [spans[0] !== undefined && isOpen(spans[0]), isOpen(spans.at(-1) ?? { kind: "span" })];
  const bounds: Inequality[] = [];
  if (low !== undefined) bounds.push({ factors: new Map([[name, wholeNumber(1)]]), constant: negative(low), strict: lowOpen });
  if (high !== undefined) bounds.push({ factors: new Map([[name, wholeNumber(-1)]]), constant: high, strict: highOpen });
  return bounds;
}

/** The value that a variable must have for its term to have one; undefined where no cell left to it gives that. */
function valueFor(term: Term, wanted: Rational, domain: bigint): Rational | undefined {
  for (const { least, most } of spansOf(term.variable, domain)) {
    const { reading } = term;
    if (reading !== undefined) {
      const day = least === undefined || most === undefined ? undefined : dayWith(reading, wanted, least, most);
      if (day !== undefined) return day;
      continue;
    }
    const order = [least === undefined ? 1 : compareRational(wanted, least), most === undefined ? -1 : compareRational(wanted, most)] as const;
    const isPoint = order[0] === 0 && order[1] === 0;
    if (isPoint || (term.variable.whole ? order[0] >= 0 && order[1] <= 0 : order[0] > 0 && order[1] < 0)) return wanted;
  }
  return undefined;
}

const mostValues = 200;

/** The whole numbers of the only span left to a variable, if they are few. */
function fewValues({ variable, reading }: Term, domain: bigint): readonly Rational[] | undefined {
  const [{ least, most } = { least: undefined, most: undefined }] = spansOf(variable, domain);
  if (reading !== undefined || !variable.whole || least === undefined || most === undefined) return undefined;
  const count = Number(most.numerator - least.numerator) + 1;
  return count > mostValues ? undefined : Array.from({ length: count }, (_, index) => wholeNumber(Number(least.numerator) + index));
}

// small numbers, and round ones between whose shares there is room
const sampledSteps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000, 10_000];

/** Some whole numbers from where the only span left to a variable begins, or back from where it ends. */
function someValues({ variable, reading }: Term, domain: bigint): readonly Rational[] {
  const [{ least, most } = { least: undefined, most: undefined }] = spansOf(variable, domain);
  const from = least ?? most;
  if (reading !== undefined || !variable.whole || from === undefined) return [];
  const sign = least === undefined ? -1 : 1;
  return [0, ...sampledSteps].map((step) => wholeNumber(Number(from.numerator) + sign * step));
}

const fixed = (name: number, value: Rational): readonly Inequality[] => [
  { factors: new Map([[name, wholeNumber(1)]]), constant: negative(value), strict: false },
  { factors: new Map([[name, wholeNumber(-1)]]), constant: value, strict: false },
];

/** Whether an inequality is about one unknown alone: no relation is, only what fixes a value. */
const isFixed = ({ factors }: Inequality, name: number): boolean => factors.size === 1 && factors.has(name);

/**
 * Gives values to the variables of some relations, each from a cell that is left to it.
 *
 * @param domains the cells left to each variable, as bits
 * @param isQuick whether only to look for a proof of none, without going through cells one by one
 */
export function settle(relations: readonly Asserted[], domains: ReadonlyMap<Variable, bigint>, budget: Budget, isQuick = false): Settled {
  const { terms, numberOf } = numberTerms(relations);
  const alternatives = relations.map((asserted) => inequalitiesOf(asserted, numberOf));
  const domainOf = (variable: Variable): bigint => domains.get(variable) ?? (1n << BigInt(variable.cells().length)) - 1n;
  const whole = new Set(terms.flatMap((term, index) => (term.variable.whole ? [index] : [])));
  const order = terms.map((_, index) => index);

  const within = (chosen: readonly Inequality[], allowed: ReadonlyMap<Variable, bigint>): Settled => {
    budget.left -= 1;
    if (budget.left < 0) return "unsure";
    const bounds = terms.flatMap((term, index) => boundsOf(term, index, allowed.get(term.variable) ?? domainOf(term.variable)));
    const solution: Solution = solveInequalities([...chosen, ...bounds], order, whole);
    if (solution === "none") return "none";
    const broken = solution === "unsure" ? undefined : misfit(terms, solution, (variable) => allowed.get(variable) ?? domainOf(variable));
    if (solution !== "unsure" && broken === undefined) return valuesOf(terms, solution, (variable) => allowed.get(variable) ?? domainOf(variable));
    if (isQuick) return "unsure";
    const split =
      broken ?? terms.map(({ variable }) => variable).find((variable) => spansOf(variable, allowed.get(variable) ?? domainOf(variable)).length > 1);
    if (split === undefined) return solution === "unsure" ? valueByValue(chosen, allowed) : "unsure";
    return cellByCell(split, allowed, (narrowed) => within(chosen, narrowed));
  };

  /** Where fractions would do and no whole numbers were found, each value of the number that has the fewest is tried. */
  const valueByValue = (chosen: readonly Inequality[], allowed: ReadonlyMap<Variable, bigint>): Settled => {
    const choices = terms.flatMap((term, name) => {
      const values = chosen.some((inequality) => isFixed(inequality, name))
        ? undefined
        : fewValues(term, allowed.get(term.variable) ?? domainOf(term.variable));
      return values === undefined ? [] : [{ name, values }];
    });
    const [fewest] = choices.sort((a, b) => a.values.length - b.values.length);
    if (fewest === undefined) return sampled(chosen, allowed);
    let unsure = false;
    for (const value of fewest.values) {
      const found = within([...chosen, ...fixed(fewest.name, value)], allowed);
      if (found === "unsure") unsure = true;
      else if (found !== "none") return found;
    }
    return unsure ? "unsure" : "none";
  };

  /** Where there are too many values for that, some are tried: one may be found to do, and none proves that none does. */
  const sampled = (chosen: readonly Inequality[], allowed: ReadonlyMap<Variable, bigint>): Settled => {
    const domain = (variable: Variable): bigint => allowed.get(variable) ?? domainOf(variable);
    const bounds = terms.flatMap((term, index) => boundsOf(term, index, domain(term.variable)));
    for (const [name, term] of terms.entries()) {
      for (const value of someValues(term, domain(term.variable))) {
        budget.left -= 1;
        if (budget.left < 0) return "unsure";
        const solution = solveInequalities([...chosen, ...fixed(name, value), ...bounds], order, whole);
        if (solution === "none" || solution === "unsure" || misfit(terms, solution, domain) !== undefined) continue;
        return valuesOf(terms, solution, domain);
      }
    }
    return "unsure";
  };

  const cellByCell = (
    split: Variable,
    allowed: ReadonlyMap<Variable, bigint>,
    attempt: (narrowed: ReadonlyMap<Variable, bigint>) => Settled,
  ): Settled => {
    const own = allowed.get(split) ?? domainOf(split);
    const cells = split.cells();
    let unsure = spansOf(split, own).length <= 1;
    for (let index = 0; index < cells.length && spansOf(split, own).length > 1; index += 1) {
      if (((own >> BigInt(index)) & 1n) === 0n || cells[index]?.kind !== "span") continue;
      const found = attempt(new Map(allowed).set(split, 1n << BigInt(index)));
      if (found === "unsure") unsure = true;
      else if (found !== "none") return found;
    }
    return unsure ? "unsure" : "none";
  };

  const choosing = (index: number, chosen: readonly Inequality[]): Settled => {
    const next = alternatives[index];
    if (next === undefined) return within(chosen, domains);
    let unsure = false;
    for (const alternative of next) {
      const found = choosing(index + 1, [...chosen, ...alternative]);
      if (found === "unsure") unsure = true;
      else if (found !== "none") return found;
    }
    return unsure ? "unsure" : "none";
  };
  return choosing(0, []);
}

/** The first variable whose cells hold no value that gives what was found. */
function misfit(terms: readonly Term[], solution: ReadonlyMap<number, Rational>, domainOf: (variable: Variable) => bigint): Variable | undefined {
  return terms.find((term, index) => {
    const wanted = solution.get(index);
    return wanted !== undefined && valueFor(term, wanted, domainOf(term.variable)) === undefined;
  })?.variable;
}

function valuesOf(
  terms: readonly Term[],
  solution: ReadonlyMap<number, Rational>,
  domainOf: (variable: Variable) => bigint,
): Map<Variable, Rational> {
  const values = new Map<Variable, Rational>();
  for (const [index, term] of terms.entries()) {
    const wanted = solution.get(index);
    const value = wanted === undefined ? undefined : valueFor(term, wanted, domainOf(term.variable));
    // the value itself goes before a reading of it
    if (value !== undefined && (term.reading === undefined || !values.has(term.variable))) values.set(term.variable, value);
  }
  return values;
}
