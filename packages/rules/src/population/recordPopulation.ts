import { isCivilDate } from "@eldercare/core";
import { dayNumberOf } from "../logic/columns/dayNumber.js";
import { firstsOf, type Grouping, groupBy, keyOf, numbersFor, stretchesOf } from "../logic/columns/grouping.js";
import type { Population } from "../logic/columns/population.js";
import { areaSource, joinOfKey, type Source } from "../logic/columns/reads.js";
import type { Scope } from "../logic/scope.js";
import type { Value } from "../logic/value.js";

/** Values as numbers in a row: `NaN` unknown, infinite for none, dates in days; undefined where one is no whole number. */
function stepsOf(values: readonly Value[]): Float64Array | undefined {
  const steps = new Float64Array(values.length);
  // the same days come again and again
  const days = new Map<string, number>();
  for (let subject = 0; subject < values.length; subject += 1) {
    const value = values[subject];
    if (value === undefined || value === null) {
      steps[subject] = value === undefined ? Number.NaN : Number.POSITIVE_INFINITY;
      continue;
    }
    const step = typeof value === "string" ? (days.get(value) ?? dayOf(value)) : value;
    if (!Number.isSafeInteger(step)) return undefined;
    if (typeof value === "string") days.set(value, step as number);
    steps[subject] = step as number;
  }
  return steps;
}

const dayOf = (text: string): number => (isCivilDate(text) ? dayNumberOf(text) : Number.NaN);

/** Groups of what is unknown, of what is none, and of the stretches between thresholds. */
function byStretch(steps: Float64Array, thresholds: readonly number[]): Grouping {
  const groups = thresholds.length + 3;
  const groupOf = numbersFor(steps.length, groups);
  const reached = stretchesOf(thresholds);
  for (let subject = 0; subject < steps.length; subject += 1) {
    const step = steps[subject] as number;
    if (!Number.isNaN(step)) groupOf[subject] = step === Number.POSITIVE_INFINITY ? 1 : 2 + reached(step);
  }
  return { groupOf, firsts: firstsOf(groupOf, groups) };
}

/** Records of subjects as a population: each source is read once from every record. */
export class RecordPopulation implements Population {
  private readonly scopes: readonly Scope[];
  private readonly byValue = new Map<string, Grouping>();
  // rules ask the same fields again and again: reading records took longer than all that follows
  private readonly values = new Map<string, readonly Value[]>();
  private readonly steps = new Map<string, Float64Array | undefined>();

  constructor(scopes: readonly Scope[]) {
    this.scopes = scopes;
  }

  get size(): number {
    return this.scopes.length;
  }

  scopeOf(subject: number): Scope {
    const scope = this.scopes[subject];
    if (scope === undefined) throw new RangeError(`no such subject: ${subject}`);
    return scope;
  }

  private valuesOf(source: Source): readonly Value[] {
    const known = this.values.get(source.key);
    if (known !== undefined) return known;
    const read = joinOfKey(source.key) === "area" ? this.readByArea(source) : this.scopes.map((scope) => source.read(scope));
    this.values.set(source.key, read);
    return read;
  }

  /** What a village, township or county says: once for all who stand in the same area. */
  private readByArea(source: Source): readonly Value[] {
    const { groupOf, firsts } = this.grouped(areaSource, undefined);
    const said = firsts.map((first) => source.read(this.scopeOf(first)));
    return this.scopes.map((_, subject) => said[groupOf[subject] as number]);
  }

  private stepsOf(source: Source): Float64Array | undefined {
    if (!this.steps.has(source.key)) this.steps.set(source.key, stepsOf(this.valuesOf(source)));
    return this.steps.get(source.key);
  }

  grouped(source: Source, thresholds: readonly number[] | undefined): Grouping {
    const steps = thresholds === undefined ? undefined : this.stepsOf(source);
    if (steps !== undefined && thresholds !== undefined) return byStretch(steps, thresholds);
    const known = this.byValue.get(source.key);
    if (known !== undefined) return known;
    const values = this.valuesOf(source);
    const grouping = groupBy(values.length, (subject) => keyOf(values[subject]));
    this.byValue.set(source.key, grouping);
    return grouping;
  }

  slice(from: number, to: number): RecordPopulation {
    return new RecordPopulation(this.scopes.slice(from, to));
  }
}
