import { compareRational, type FieldType, type Rational, rational, type SubjectKind } from "@eldercare/core";
import type { CompareOperator } from "../../logic/node.js";
import type { Value } from "../../logic/value.js";

/** Where a variable's value goes in the record that is imagined. */
export type Role =
  | { readonly kind: "field"; readonly place: string; readonly subject: SubjectKind; readonly path: readonly string[]; readonly type: FieldType }
  /** Whether a list holds an item. */
  | { readonly kind: "member"; readonly place: string; readonly path: readonly string[]; readonly item: string }
  /** Whether a whole record within the record is known to be none. */
  | { readonly kind: "absence"; readonly place: string; readonly path: readonly string[] }
  | { readonly kind: "parameter"; readonly id: string; readonly type: FieldType }
  /** Whether the county has decided to apply a clause. */
  | { readonly kind: "adoption"; readonly clause: string };

/** Values that no condition tells apart: one value, or all between two bounds. */
export type Cell = { readonly kind: "value"; readonly value: Value } | Span;

/** Bounds of an ordered cell; of whole numbers and days both are included, of fractions a span of two different bounds excludes them. */
export interface Span {
  readonly kind: "span";
  readonly least?: Rational;
  readonly most?: Rational;
}

/** Something that may differ between the records imagined. */
export interface Variable {
  readonly id: number;
  readonly key: string;
  readonly role: Role;
  /** Grows whenever the cells change. */
  readonly version: number;
  /** True where only some of the values are among the cells, so that nothing is proven by finding none. */
  readonly sampled: boolean;
  /** True of whole numbers and of days. */
  readonly whole: boolean;
  /** A natural value to show where the choice is free. */
  readonly hint: Rational;
  cells(): readonly Cell[];
}

let made = 0;
/** A number for each variable made, so that searches can keep them apart. */
export const nextId = (): number => {
  made += 1;
  return made;
};

export const wholeNumber = (value: number): Rational => rational(BigInt(value), 1n);
const one = wholeNumber(1);
export const floor = ({ numerator, denominator }: Rational): bigint =>
  numerator / denominator - (numerator < 0n && numerator % denominator !== 0n ? 1n : 0n);
export const ceiling = ({ numerator, denominator }: Rational): bigint => -floor({ numerator: -numerator, denominator });
export const add = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const multiply = (a: Rational, b: Rational): Rational => rational(a.numerator * b.numerator, a.denominator * b.denominator);
export const negative = ({ numerator, denominator }: Rational): Rational => ({ numerator: -numerator, denominator });

const mostDigits = 15;

/** A decimal number strictly between two bounds, with as few digits as will do. */
export function decimalBetween(least: Rational | undefined, most: Rational | undefined): Rational | undefined {
  if (least === undefined) return most === undefined ? wholeNumber(0) : rational(ceiling(most) - 1n, 1n);
  if (most === undefined) return rational(floor(least) + 1n, 1n);
  let scale = 1n;
  for (let digits = 0; digits <= mostDigits; digits += 1) {
    const next = rational(floor(multiply(least, rational(scale, 1n))) + 1n, scale);
    if (compareRational(next, most) < 0) return next;
    scale *= 10n;
  }
  return undefined;
}

/** Whether a fraction can be written as a decimal number. */
export function isDecimal({ denominator }: Rational): boolean {
  let rest = denominator;
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
  return rest === 1n;
}

/** A number or a date of the record, or an open parameter: cut into spans at the thresholds that conditions hold against it. */
export class OrderedVariable implements Variable {
  readonly id = nextId();
  readonly key: string;
  readonly role: Role;
  readonly whole: boolean;
  readonly sampled = false;
  readonly hint: Rational;
  readonly least: Rational | undefined;
  readonly most: Rational | undefined;
  /** Whether none is among its values. */
  readonly nullable: boolean;
  version = 0;
  /** Where a span ends: of fractions the thresholds, of whole numbers the last that a span holds. */
  private readonly thresholds = new Map<string, Rational>();
  private made: { readonly version: number; readonly cells: readonly Cell[] } | undefined;

  constructor(
    key: string,
    role: Role,
    { whole, least, most, nullable, hint }: { whole: boolean; least?: Rational; most?: Rational; nullable: boolean; hint: Rational },
  ) {
    this.key = key;
    this.role = role;
    this.whole = whole;
    this.least = least;
    this.most = most;
    this.nullable = nullable;
    this.hint = hint;
  }

  /** Takes note of a threshold: whole numbers are parted below it, above it, or on both sides where it is held equal. */
  cutAt(threshold: Rational, op: CompareOperator): void {
    const isBelow = op !== "<=" && op !== ">";
    const isAbove = op !== "<" && op !== ">=";
    const ends = this.whole
      ? [...(isBelow ? [rational(ceiling(threshold) - 1n, 1n)] : []), ...(isAbove ? [rational(floor(threshold), 1n)] : [])]
      : [threshold];
    for (const end of ends) {
      const key = `${end.numerator}/${end.denominator}`;
      if (this.thresholds.has(key)) continue;
      this.thresholds.set(key, end);
      this.version += 1;
    }
  }

  cells(): readonly Cell[] {
    if (this.made?.version === this.version) return this.made.cells;
    const spans = this.whole ? this.wholeSpans() : this.fractionSpans();
    const cells: readonly Cell[] = this.nullable ? [{ kind: "value", value: null }, ...spans] : spans;
    this.made = { version: this.version, cells };
    return cells;
  }

  /** All values there are, if there are no more than so many; undefined otherwise. */
  values(most: number): readonly Rational[] | undefined {
    if (!this.whole || this.least === undefined || this.most === undefined) return undefined;
    const first = ceiling(this.least);
    const count = Number(floor(this.most) - first) + 1;
    return count > most ? undefined : Array.from({ length: count }, (_, index) => rational(first + BigInt(index), 1n));
  }

  private within(value: Rational): boolean {
    return (
      (this.least === undefined || compareRational(value, this.least) >= 0) && (this.most === undefined || compareRational(value, this.most) <= 0)
    );
  }

  private wholeSpans(): Span[] {
    const sorted = [...this.thresholds.values()].sort(compareRational);
    const inner = sorted.filter((end) => this.within(end) && (this.most === undefined || compareRational(end, this.most) < 0));
    const spans: Span[] = [];
    let least = this.least;
    for (const end of inner) {
      spans.push(bounded(least, end));
      least = add(end, one);
    }
    spans.push(bounded(least, this.most));
    return spans;
  }

  private fractionSpans(): Span[] {
    const isParameter = this.role.kind === "parameter";
    const ends = [...this.thresholds.values(), this.least, this.most].filter((end) => end !== undefined).filter((end) => this.within(end));
    const sorted = ends.sort(compareRational).filter((end, index) => index === 0 || compareRational(end, ends[index - 1] ?? end) !== 0);
    const spans: Span[] = [];
    let below = this.least;
    for (const end of sorted) {
      if (below === undefined || compareRational(below, end) < 0) spans.push(bounded(below, end));
      // a record holds decimal numbers only; a parameter any fraction
      if (isParameter || isDecimal(end)) spans.push(bounded(end, end));
      below = end;
    }
    if (below === undefined || this.most === undefined || compareRational(below, this.most) < 0) spans.push(bounded(below, this.most));
    return spans;
  }
}

const bounded = (least: Rational | undefined, most: Rational | undefined): Span => ({
  kind: "span",
  ...(least === undefined ? {} : { least }),
  ...(most === undefined ? {} : { most }),
});

/** A value of a span, as near to a wanted one as the span allows. */
export function pickFrom({ least, most }: Span, whole: boolean, hint: Rational): Rational | undefined {
  const isPoint = least !== undefined && most !== undefined && compareRational(least, most) === 0;
  if (isPoint) return least;
  const below = least !== undefined && compareRational(hint, least) <= (whole ? -1 : 0);
  const above = most !== undefined && compareRational(hint, most) >= (whole ? 1 : 0);
  if (!below && !above) return hint;
  return whole ? (below ? least : most) : decimalBetween(least, most);
}

/** A field that holds one of some values: yes or no, a choice, an area, a text. */
export class ChoiceVariable implements Variable {
  readonly id = nextId();
  readonly key: string;
  readonly role: Role;
  readonly whole = false;
  readonly sampled = false;
  readonly hint = wholeNumber(0);
  version = 0;
  private readonly values: (constants: ReadonlySet<string>) => readonly Value[];
  private readonly constants = new Set<string>();
  private made: { readonly version: number; readonly cells: readonly Cell[] } | undefined;

  /** @param values the values that may be told apart, those named in conditions included */
  constructor(key: string, role: Role, values: (constants: ReadonlySet<string>) => readonly Value[]) {
    this.key = key;
    this.role = role;
    this.values = values;
  }

  /** Takes note of a value that a condition names. */
  mention(constant: string): void {
    if (this.constants.has(constant)) return;
    this.constants.add(constant);
    this.version += 1;
  }

  cells(): readonly Cell[] {
    if (this.made?.version === this.version) return this.made.cells;
    const cells = this.values(this.constants).map((value): Cell => ({ kind: "value", value }));
    this.made = { version: this.version, cells };
    return cells;
  }
}

/** The same variable of a second person: who differs from the first in it alone. */
export class TwinVariable implements Variable {
  readonly id = nextId();
  readonly of: Variable;
  readonly key: string;
  readonly role: Role;
  readonly whole: boolean;
  readonly sampled: boolean;
  readonly hint: Rational;

  constructor(of: Variable, name: string) {
    this.of = of;
    this.key = `${of.key} ${name}`;
    this.role = of.role;
    this.whole = of.whole;
    this.sampled = of.sampled;
    this.hint = of.hint;
  }

  get version(): number {
    return this.of.version;
  }

  cells(): readonly Cell[] {
    return this.of.cells();
  }
}
