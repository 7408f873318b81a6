import { type FieldType, isCivilDate, parseRational } from "@eldercare/core";
import type { Table } from "../../pack/pack.js";
import { booleanType, integerType, numberType } from "../node.js";
import { simplify, type Value } from "../value.js";

const declared = {
  boolean: booleanType,
  integer: integerType,
  rational: numberType,
  fen: { ...integerType, fen: true },
  date: { kind: "date" },
} as const satisfies Record<string, FieldType>;

/** What a table gives: as it declares, or else what all the values of its rows are; undefined where they are no one thing. */
export function typeOfTable({ type, rows }: Table): FieldType | undefined {
  const values = rows.map(({ then }) => then).filter((then) => typeof then !== "object");
  const texts = values.filter((value) => typeof value === "string");
  if (type === "enum" || (type === undefined && texts.length > 0 && texts.length === values.length))
    return { kind: "enum", values: [...new Set(texts)] };
  if (type !== undefined) return declared[type];
  if (values.length > 0 && values.every((value) => typeof value === "boolean")) return booleanType;
  return values.every((value) => Number.isSafeInteger(value)) && rows.length > 0 ? integerType : undefined;
}

/** A value written in a row, as one of a type; undefined where it is none. */
export function valueOfType(value: boolean | number | string, type: FieldType): Value {
  switch (type.kind) {
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "number": {
      if (type.integer) return Number.isSafeInteger(value) ? (value as number) : undefined;
      const exact = typeof value === "boolean" ? undefined : parseRational(value);
      return exact === undefined ? undefined : simplify(exact);
    }
    case "date":
      return isCivilDate(value) ? value : undefined;
    case "enum":
      return typeof value === "string" && type.values.includes(value) ? value : undefined;
    default:
      return typeof value === "string" ? value : undefined;
  }
}
