import { EldercareError } from "@eldercare/core";
import { civilDateOf } from "../logic/columns/dayNumber.js";
import { firstsOf, type Grouping, groupBy, numbersFor, oneGroup, stretchesOf } from "../logic/columns/grouping.js";
import { bitAt, type Plane } from "../logic/columns/planes.js";
import type { Population } from "../logic/columns/population.js";
import { areaSource, householdSource, joinOfKey, type Source } from "../logic/columns/reads.js";
import { type Asked, suppose } from "../logic/columns/suppose.js";
import type { Scope } from "../logic/scope.js";
import type { Value } from "../logic/value.js";
import { checkColumns } from "./checkColumns.js";
import type { CodeColumn, SubjectColumn, SubjectColumns } from "./column.js";
import { type FieldRead, placeOf } from "./fieldsRead.js";

type Measured = Exclude<SubjectColumn, CodeColumn>;

const isMissing = (missing: Plane | undefined, subject: number): boolean => missing !== undefined && bitAt(missing, subject);

function valueAt(column: SubjectColumn, subject: number): Value {
  if (column.kind === "codes") return column.values[column.codes[subject] as number];
  if (isMissing(column.missing, subject)) return undefined;
  const value = column.values[subject] as number;
  return column.kind === "days" ? civilDateOf(value) : value;
}

function byStretch({ values, missing }: Measured, thresholds: readonly number[]): Grouping {
  const groups = thresholds.length + 2;
  const groupOf = numbersFor(values.length, groups);
  const reached = stretchesOf(thresholds);
  for (let subject = 0; subject < values.length; subject += 1)
    if (!isMissing(missing, subject)) groupOf[subject] = 1 + reached(values[subject] as number);
  return { groupOf, firsts: firstsOf(groupOf, groups) };
}

function groupedIn(column: SubjectColumn, thresholds: readonly number[] | undefined): Grouping {
  if (column.kind === "codes") return { groupOf: column.codes, firsts: firstsOf(column.codes, column.values.length) };
  if (thresholds !== undefined) return byStretch(column, thresholds);
  const { values, missing } = column;
  return groupBy(values.length, (subject) => (isMissing(missing, subject) ? undefined : values[subject]));
}

const sliceOf = (column: SubjectColumn, from: number, to: number): SubjectColumn => {
  if (column.kind === "codes") return { ...column, codes: column.codes.subarray(from, to) };
  const missing = column.missing === undefined ? {} : { missing: column.missing.subarray(from >>> 5, (to + 31) >>> 5) };
  return column.kind === "days"
    ? { kind: "days", values: column.values.subarray(from, to), ...missing }
    : { kind: "numbers", values: column.values.subarray(from, to), ...missing };
};

/** Subjects that are given as columns instead of records: five million of them within a gigabyte. */
class ColumnPopulation implements Population {
  readonly size: number;
  private readonly columns: ReadonlyMap<string, SubjectColumn>;
  private readonly asked: Asked;

  constructor(columns: ReadonlyMap<string, SubjectColumn>, size: number, asked: Asked) {
    this.columns = columns;
    this.size = size;
    this.asked = asked;
  }

  scopeOf(subject: number): Scope {
    return suppose(
      this.asked,
      [...this.columns].map(([key, column]) => [key, valueAt(column, subject)] as const),
    );
  }

  /** The column that a source follows from; undefined where no column says anything of it. */
  private columnOf({ key }: Source): SubjectColumn | undefined {
    const own = this.columns.get(key);
    if (own !== undefined) return own;
    const join = key === areaSource.key ? "area" : key === householdSource.key ? "household" : joinOfKey(key);
    const base = join === undefined ? undefined : placeOf(this.asked.subject)[join];
    return base === undefined ? undefined : this.columns.get(base);
  }

  grouped(source: Source, thresholds: readonly number[] | undefined): Grouping | undefined {
    const column = this.columnOf(source);
    return column === undefined ? oneGroup(this.size) : groupedIn(column, thresholds);
  }

  /** @param from a multiple of 32 */
  slice(from: number, to: number): ColumnPopulation {
    return new ColumnPopulation(new Map([...this.columns].map(([key, column]) => [key, sliceOf(column, from, to)])), to - from, this.asked);
  }
}

/**
 * Subjects given as columns, as a population.
 *
 * @param columns by the JSON pointer of a field that the rules read; a field without a column is unknown for everybody
 * @param size how many subjects there are
 * @throws EldercareError with every issue: COLUMN_NOT_FOUND, COLUMN_LENGTH, COLUMN_KIND, COLUMN_VALUE, COLUMN_AND_REGISTER
 */
export function columnPopulation(columns: SubjectColumns, size: number, fields: readonly FieldRead[], asked: Asked): Population {
  const issues = checkColumns(columns, size, fields, asked.index);
  if (issues.length > 0) throw new EldercareError(issues);
  return new ColumnPopulation(new Map(Object.entries(columns)), size, asked);
}
