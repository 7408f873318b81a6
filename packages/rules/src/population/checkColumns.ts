import { didYouMean, type FieldType, type Issue, jsonPointer } from "@eldercare/core";
import { firstDayNumber, lastDayNumber } from "../logic/columns/dayNumber.js";
import { bitAt, wordsFor } from "../logic/columns/planes.js";
import { joinOfKey } from "../logic/columns/reads.js";
import type { RegisterIndex } from "../logic/scope.js";
import { fitsType, printType } from "../logic/typeWords.js";
import { reportPopulation } from "./codes.js";
import { lengthOf, type SubjectColumn, type SubjectColumns } from "./column.js";
import type { FieldRead } from "./fieldsRead.js";

const fits = (value: unknown, { type, nullable }: FieldRead): boolean => {
  if (value === null) return nullable;
  if (type.kind !== "list") return fitsType(value, type);
  return value === undefined || (Array.isArray(value) && value.every((each) => each !== undefined && fitsType(each, type.of)));
};

/** The least and the most that a field of a type can hold, in the numbers of a column. */
function rangeOf(type: FieldType): readonly [number, number] {
  if (type.kind === "date") return [firstDayNumber, lastDayNumber];
  return type.kind === "number" ? [type.least ?? Number.MIN_SAFE_INTEGER, type.most ?? Number.MAX_SAFE_INTEGER] : [0, 0];
}

function checkValues(column: Exclude<SubjectColumn, { kind: "codes" }>, { type }: FieldRead, pointer: string): Issue[] {
  const [least, most] = rangeOf(type);
  const whole = column.values instanceof Float64Array && !(type.kind === "number" && !type.integer);
  const { values, missing } = column;
  for (let subject = 0; subject < values.length; subject += 1) {
    const value = values[subject] as number;
    if (value >= least && value <= most && (!whole || Number.isSafeInteger(value))) continue;
    if (missing !== undefined && bitAt(missing, subject)) continue;
    const expected = `${printType(type)} ${least}–${most}`;
    return [reportPopulation("COLUMN_VALUE", `${pointer}/values/${subject}`, { seen: value, values: { expected, subject: String(subject) } })];
  }
  return [];
}

function checkCodes(column: Extract<SubjectColumn, { kind: "codes" }>, field: FieldRead, pointer: string): Issue[] {
  const { codes, values } = column;
  const wrong = values.findIndex((value) => !fits(value, field));
  const expected = printType(field.type);
  if (wrong >= 0) {
    const subject = String(codes.indexOf(wrong));
    return [reportPopulation("COLUMN_VALUE", `${pointer}/values/${wrong}`, { seen: values[wrong], values: { expected, subject } })];
  }
  const beyond = codes.findIndex((code) => code >= values.length);
  if (beyond < 0) return [];
  const details = { seen: codes[beyond], values: { expected: `0–${values.length - 1}`, subject: String(beyond) } };
  return [reportPopulation("COLUMN_VALUE", `${pointer}/codes/${beyond}`, details)];
}

function checkColumn(name: string, column: SubjectColumn, size: number, fields: readonly FieldRead[], index: RegisterIndex): Issue[] {
  const pointer = jsonPointer([name]);
  const field = fields.find((each) => each.pointer === name);
  if (field === undefined) {
    const known = fields.map((each) => each.pointer);
    return [reportPopulation("COLUMN_NOT_FOUND", pointer, { seen: name, values: didYouMean(name, known) })];
  }
  const length = lengthOf(column);
  if (length !== size) return [reportPopulation("COLUMN_LENGTH", pointer, { seen: length, values: { expected: String(size) } })];
  const bits = column.kind === "codes" ? undefined : column.missing?.length;
  if (bits !== undefined && bits !== wordsFor(size))
    return [reportPopulation("COLUMN_LENGTH", `${pointer}/missing`, { seen: bits * 32, values: { expected: String(size) } })];
  const join = joinOfKey(name);
  if ((join === "household" && index.households.size > 0) || (join === "area" && index.areas.size > 0))
    return [reportPopulation("COLUMN_AND_REGISTER", pointer, { seen: name })];
  if (column.kind === "codes") return checkCodes(column, field, pointer);
  const wanted = field.type.kind === "date" ? "days" : field.type.kind === "number" ? "numbers" : "codes";
  if (column.kind !== wanted) return [reportPopulation("COLUMN_KIND", pointer, { seen: column.kind, values: { expected: printType(field.type) } })];
  return checkValues(column, field, pointer);
}

/** Everything that is wrong with the columns of a population, the first wrong value of each. */
export function checkColumns(columns: SubjectColumns, size: number, fields: readonly FieldRead[], index: RegisterIndex): Issue[] {
  return Object.entries(columns).flatMap(([name, column]) => checkColumn(name, column, size, fields, index));
}
