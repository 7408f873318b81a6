import { type FieldSpec, type FieldType, isAreaCode, isCivilDate } from "@eldercare/core";
import { toRational } from "./value.js";

/** A type in words, for messages. */
export function printType(type: FieldType): string {
  switch (type.kind) {
    case "enum":
      return `enum(${type.values.join("|")})`;
    case "list":
    case "map":
      return `${type.kind} of ${printType(type.of)}`;
    case "number":
      return type.fen === true ? "fen" : type.integer ? "integer" : "number";
    default:
      return type.kind;
  }
}

/** Whether a value of one type may stand where another is wanted; whole numbers are numbers. */
export function sameKind(given: FieldType, wanted: FieldType): boolean {
  if (given.kind !== wanted.kind) return false;
  if (given.kind === "number" && wanted.kind === "number") return given.integer || !wanted.integer;
  if (given.kind === "list" && wanted.kind === "list") return comparable(given.of, wanted.of);
  return true;
}

/** Whether two types can be compared with one another. */
export function comparable(a: FieldType, b: FieldType): boolean {
  if (a.kind === "enum" && b.kind === "enum") return a.values.some((value) => b.values.includes(value));
  if ((a.kind === "enum" && b.kind === "text") || (a.kind === "text" && b.kind === "enum")) return true;
  return a.kind === b.kind && a.kind !== "list" && a.kind !== "record" && a.kind !== "map";
}

/** Whether a value of a record is of a type; what is not known fits. */
export function fitsType(value: unknown, type: FieldType): boolean {
  if (value === undefined) return true;
  switch (type.kind) {
    case "boolean":
      return typeof value === "boolean";
    case "number":
      // what is too large, or too small, to be counted with exactly is no number
      return type.integer ? Number.isSafeInteger(value) : typeof value === "number" && toRational(value) !== undefined;
    case "date":
      return isCivilDate(value);
    case "area":
      return isAreaCode(value);
    case "enum":
      return typeof value === "string" && type.values.includes(value);
    case "list":
      return Array.isArray(value) && value.every((member: unknown) => member !== undefined && fitsType(member, type.of));
    case "record":
      // a record may be known to be none
      return value === null || (isRow(value) && Object.entries(value).every(([name, inner]) => fieldFits(name, inner, type.fields)));
    default:
      return typeof value === "string";
  }
}

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a field of a record is declared, and of its type. */
const fieldFits = (name: string, value: unknown, fields: readonly FieldSpec[]): boolean => {
  const field = fields.find(({ path }) => path === name);
  return field !== undefined && fitsType(value, field.type);
};
