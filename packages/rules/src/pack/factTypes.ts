import type { FieldType } from "@eldercare/core";
import { booleanType, integerType, numberType } from "../logic/node.js";
import type { Fact, FactField } from "./pack.js";

const simpleTypes: Record<Exclude<FactField["type"], "enum">, FieldType> = {
  boolean: booleanType,
  integer: integerType,
  rational: numberType,
  fen: { kind: "number", integer: true, fen: true },
  date: { kind: "date" },
  area: { kind: "area" },
  id: { kind: "text" },
};

/** The type that a field of a record has in conditions. */
export const typeOfField = ({ type, values }: Pick<FactField, "type" | "values">): FieldType =>
  type === "enum" ? { kind: "enum", values: values ?? [] } : simpleTypes[type];

const recordType = (fields: Fact["fields"]): FieldType => ({
  kind: "record",
  fields: Object.entries(fields ?? {}).map(([path, field]) => ({ path, type: typeOfField(field), nullable: false, title: field.title })),
});

/** The type that a fact has in conditions. */
export function typeOfFact({ type, values, fields }: Fact): FieldType {
  if (type === "record") return recordType(fields);
  if (type === "list") return { kind: "list", of: fields === undefined ? { kind: "enum", values: values ?? [] } : recordType(fields) };
  return typeOfField({ type, ...(values === undefined ? {} : { values }) });
}
