import { isCivilDate } from "@eldercare/core";
import { dayNumberOf } from "../logic/columns/dayNumber.js";
import { firstsOf, type Grouping, groupBy, keyOf, numbersFor, stretchesOf } from "../logic/columns/grouping.js";
import type { Population } from "../logic/columns/population.js";
import type { Source } from "../logic/columns/reads.js";
import type { Scope } from "../logic/scope.js";
import type { Value } from "../logic/value.js";

/** Where a value lies among some thresholds: 0 unknown, 1 none, above that the stretches; undefined for what is no whole number. */
function stretchOf(value: Value, reached: (value: number) => number): number | undefined {
  if (value === undefined) return 0;
  if (value === null) return 1;
  const number = isCivilDate(value) ? dayNumberOf(value) : value;
  return Number.isSafeInteger(number) ? 2 + reached(number as number) : undefined;
}

/** Records of subjects as a population: each source is read once from every record. */
export class RecordPopulation implements Population {
  private readonly scopes: readonly Scope[];
  private readonly byValue = new Map<string, Grouping>();

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

  grouped(source: Source, thresholds: readonly number[] | undefined): Grouping {
    const known = thresholds === undefined ? this.byValue.get(source.key) : undefined;
    if (known !== undefined) return known;
    const values = this.scopes.map((scope) => source.read(scope));
    const stretches = thresholds === undefined ? undefined : this.byStretch(values, thresholds);
    if (stretches !== undefined) return stretches;
    const grouping = groupBy(values.length, (subject) => keyOf(values[subject]));
    this.byValue.set(source.key, grouping);
    return grouping;
  }

  private byStretch(values: readonly Value[], thresholds: readonly number[]): Grouping | undefined {
    const groups = thresholds.length + 3;
    const groupOf = numbersFor(values.length, groups);
    const reached = stretchesOf(thresholds);
    for (let subject = 0; subject < values.length; subject += 1) {
      const stretch = stretchOf(values[subject], reached);
      if (stretch === undefined) return undefined;
      groupOf[subject] = stretch;
    }
    return { groupOf, firsts: firstsOf(groupOf, groups) };
  }

  slice(from: number, to: number): RecordPopulation {
    return new RecordPopulation(this.scopes.slice(from, to));
  }
}
