import { type CivilDate, isCivilDate, type Rational } from "@eldercare/core";
import { daysAround, type ShiftOperator, type SpanOperator, shiftedBy } from "./calendar.js";
import { compileValue, type ParameterValues } from "./closures.js";
import { type Leaf, type Node, operands } from "./node.js";
import type { Scope } from "./scope.js";
import { calculate, compareValues, simplify, toRational, type Value } from "./value.js";

/** Values worth supposing of a leaf: one on each side of every threshold that the condition holds against it. */
export interface Representatives {
  readonly values: ReadonlyMap<string, readonly Value[]>;
  /** Leaves that were only sampled, because what they are held against is unknown too. */
  readonly sampled: ReadonlySet<string>;
}

const mostSubsets = 5;

function subsets(items: readonly string[]): readonly (readonly string[])[] {
  if (items.length > mostSubsets) return [[], ...items.map((item) => [item]), items];
  return Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, index) => (mask & (2 ** index)) !== 0));
}

// spread over what people can be; only to find out whether some value exists, never to decide
const sampleAges = [0, 30, 59, 60, 65, 70, 75, 80, 85, 90, 100, 120];
const sampleNumbers = [0, 1, 2, 3, 4, 5, 10, 30, 60, 100, 1000, 1_000_000];

/** Dates of birth of people who are so many years old on a date, a year younger and a year older. */
function birthDatesAround(on: CivilDate, years: number): CivilDate[] {
  const [birthday, yearBefore] = [shiftedBy("addYears", on, -years), shiftedBy("addYears", on, -years - 1)];
  // two days, as whoever was born on 29 February may have the same age as who was born the day before
  return [...(birthday === null ? [] : daysAround(birthday, [0, 1, 2])), ...(yearBefore === null ? [] : [yearBefore])];
}

const mostBirthDates = 4096;
const birthDates = new Map<string, readonly CivilDate[]>();

/** The same, remembered: one threshold is asked about for thousands of people on one date. */
function knownBirthDatesAround(on: CivilDate, years: number): readonly CivilDate[] {
  const key = `${on} ${years}`;
  const known = birthDates.get(key);
  if (known !== undefined) return known;
  if (birthDates.size >= mostBirthDates) birthDates.clear();
  const made = birthDatesAround(on, years);
  birthDates.set(key, made);
  return made;
}

/** A threshold and what lies on both sides of it. */
function nearNumbers(threshold: Rational, integer: boolean): Value[] {
  const below = threshold.numerator < 0n && threshold.numerator % threshold.denominator !== 0n ? 1n : 0n;
  const floor = threshold.numerator / threshold.denominator - below;
  const whole = [floor - 1n, floor, floor + 1n].map(Number);
  return integer ? whole : [...whole, simplify(threshold)];
}

/** Values with one between each two neighbours: thresholds may lie closer together than whole numbers. */
function withMiddles(values: readonly Value[]): Value[] {
  const sorted = values.filter((value) => toRational(value) !== undefined).sort(compareValues);
  return [...values, ...sorted.slice(1).map((value, index) => calculate("/", calculate("+", value, sorted[index]), 2))];
}

const shiftOf = { daysBetween: "addDays", monthsBetween: "addMonths", yearsBetween: "addYears" } as const;

/** The days around the one that lies so far from a date, and around those a step before and after it. */
function daysNear(op: ShiftOperator, date: CivilDate, amount: number): CivilDate[] {
  return [-1, 0, 1].flatMap((step) => {
    const day = shiftedBy(op, date, amount + step);
    // months without the day end early: as many as three days before lead to the same one
    return day === null ? [] : daysAround(day, [-3, -2, -1, 0, 1, 2, 3]);
  });
}

/** Whether a leaf can have a value: what is held against a choice between values reaches leaves of other types below it. */
function canBe(value: Value, { type }: Leaf): boolean {
  if (value === null || value === undefined) return true;
  if (type.kind === "date") return isCivilDate(value);
  if (type.kind !== "number") return typeof value === "boolean" ? type.kind === "boolean" : type.kind !== "boolean";
  const { least, most } = type;
  return toRational(value) !== undefined && !(typeof value === "number" && (value < (least ?? value) || value > (most ?? value)));
}

class Collector {
  /** Leaves that hold fractions. */
  readonly continuous = new Set<string>();
  readonly values = new Map<string, Set<Value>>();
  readonly sampled = new Set<string>();
  private readonly scope: Scope;
  private readonly parameters: ParameterValues;

  constructor(scope: Scope, parameters: ParameterValues) {
    this.scope = scope;
    this.parameters = parameters;
  }

  private add(leaf: Leaf, values: readonly Value[]): void {
    const known = this.values.get(leaf.key) ?? new Set();
    for (const value of values) if (canBe(value, leaf)) known.add(value);
    this.values.set(leaf.key, known);
  }

  private around(node: Node, opposite: Value): void {
    const exact = toRational(opposite);
    if (node.op === "ageOn") {
      const years = exact === undefined ? sampleAges : [Number(exact.numerator / exact.denominator)];
      if (exact === undefined) this.markSampled(node.date);
      this.dates(
        node.date,
        years.flatMap((year) => knownBirthDatesAround(this.scope.on, year)),
      );
      return;
    }
    if (node.op === "daysBetween" || node.op === "monthsBetween" || node.op === "yearsBetween") {
      this.aroundSpan(node, exact);
      return;
    }
    if (node.op === "addDays" || node.op === "addMonths" || node.op === "addYears") {
      this.aroundShift(node, opposite);
      return;
    }
    if (node.op === "defined" && node.join === undefined) {
      this.around(node.body, opposite);
      return;
    }
    const leaf = node.op === "fact" || node.op === "param" || node.op === "aggregate" ? node.leaf : undefined;
    if (leaf === undefined) {
      for (const operand of operands(node)) this.around(operand, undefined);
      return;
    }
    if (opposite === undefined && leaf.type.kind !== "boolean" && leaf.type.kind !== "enum") this.sampled.add(leaf.key);
    if (leaf.type.kind === "number") {
      if (!leaf.type.integer) this.continuous.add(leaf.key);
      const near = exact === undefined ? sampleNumbers : nearNumbers(exact, leaf.type.integer);
      this.add(leaf, [
        ...near,
        ...(leaf.type.least === undefined ? [] : [leaf.type.least]),
        ...(leaf.type.most === undefined ? [] : [leaf.type.most]),
      ]);
    } else if (leaf.type.kind === "date") {
      const day = isCivilDate(opposite) ? opposite : this.scope.on;
      this.add(leaf, daysAround(day, [-1, 0, 1]));
    } else if (typeof opposite === "string" && leaf.type.kind !== "enum") this.add(leaf, [opposite, "\u0000"]);
  }

  /** Dates so far apart as the threshold says, a day and a step to both sides. */
  private aroundSpan(node: Extract<Node, { op: SpanOperator }>, threshold: Rational | undefined): void {
    const shift = shiftOf[node.op];
    const [from, to] = [node.from, node.to].map((side) => compileValue(side, this.parameters)(this.scope));
    if (threshold === undefined || (from === undefined && to === undefined)) for (const side of [node.from, node.to]) this.markSampled(side);
    const span = threshold === undefined ? 0 : Number(threshold.numerator / threshold.denominator);
    this.dates(node.from, daysNear(shift, typeof to === "string" ? to : this.scope.on, -span));
    this.dates(node.to, daysNear(shift, typeof from === "string" ? from : this.scope.on, span));
  }

  /** Dates from which the shift leads near the threshold; how far it leads is only sampled. */
  private aroundShift(node: Extract<Node, { op: ShiftOperator }>, opposite: Value): void {
    const amount = compileValue(node.amount, this.parameters)(this.scope);
    if (typeof opposite !== "string" || typeof amount !== "number") this.markSampled(node.date);
    this.dates(node.date, daysNear(node.op, typeof opposite === "string" ? opposite : this.scope.on, typeof amount === "number" ? -amount : 0));
    this.around(node.amount, undefined);
  }

  private markSampled(node: Node): void {
    if (node.op === "fact" || node.op === "param") this.sampled.add(node.leaf.key);
    else for (const operand of operands(node)) this.markSampled(operand);
  }

  private dates(node: Node, days: readonly CivilDate[]): void {
    if (node.op === "fact" || node.op === "param") this.add(node.leaf, days);
    else for (const operand of operands(node)) this.dates(operand, days);
  }

  visit(node: Node): void {
    if (node.op === "fact" || node.op === "param") this.leafItself(node.leaf);
    // where a plug-in changes its answer cannot be seen: what it reads is only sampled
    if (node.op === "call") for (const arg of node.args) this.around(arg, undefined);
    if (node.op === "adopted") return;
    if ("left" in node) {
      this.around(node.left, compileValue(node.right, this.parameters)(this.scope));
      this.around(node.right, compileValue(node.left, this.parameters)(this.scope));
    }
    if (node.op === "in" && node.list.op === "fact") {
      const item = compileValue(node.item, this.parameters)(this.scope);
      // what is looked for is itself unknown: any of its choices may be meant
      const choices = item === undefined && node.item.type.kind === "enum" ? node.item.type.values : [];
      if (item === undefined && choices.length === 0) this.sampled.add(node.list.leaf.key);
      const mentioned = new Set(choices);
      for (const known of [...(this.values.get(node.list.leaf.key) ?? [])].flatMap((value) => (Array.isArray(value) ? (value as string[]) : [])))
        mentioned.add(known);
      if (typeof item === "string") mentioned.add(item);
      this.values.delete(node.list.leaf.key);
      if (mentioned.size > mostSubsets) this.sampled.add(node.list.leaf.key);
      this.add(node.list.leaf, subsets([...mentioned].sort()));
    }
    if (node.op === "in" && node.list.op === "literal" && node.item.op === "fact")
      this.add(node.item.leaf, [...(node.list.value as readonly string[]), "\u0000"]);
    if (node.op === "inside" && node.area.op === "fact")
      this.add(node.area.leaf, [compileValue(node.container, this.parameters)(this.scope), "\u0000"]);
    for (const operand of operands(node)) this.visit(operand);
  }

  private leafItself(leaf: Leaf): void {
    if (leaf.type.kind === "boolean") this.add(leaf, [true, false]);
    if (leaf.type.kind === "enum") this.add(leaf, leaf.type.values);
    if (leaf.nullable) this.add(leaf, [null]);
  }
}

/** Collects the values worth supposing of every leaf of a condition, for one record. */
export function representativesOf(node: Node, scope: Scope, parameters: ParameterValues): Representatives {
  const collector = new Collector(scope, parameters);
  collector.visit(node);
  const values = new Map(
    [...collector.values].map(([key, found]) => {
      const known = [...found].filter((value) => value !== undefined);
      return [key, collector.continuous.has(key) ? withMiddles(known) : known];
    }),
  );
  return { values, sampled: collector.sampled };
}
