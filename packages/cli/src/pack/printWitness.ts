import type { Witness } from "@eldercare/rules/analyse";
import { printable } from "../terminal/printable.js";

/** Members of a record that its shape requires and that say nothing. */
const dull = new Set(["id", "code"]);

function printMembers(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [`${path} = ${JSON.stringify(value)}`];
  if (Array.isArray(value)) return [`${path} = ${value.every((each) => typeof each !== "object") ? `[${value.join(", ")}]` : JSON.stringify(value)}`];
  const entries = Object.entries(value).filter(([key]) => path !== "" || !dull.has(key));
  return entries.flatMap(([key, inner]) => printMembers(inner, path === "" ? key : `${path}.${key}`));
}

/** A witness on one line: the kind of record, what is known of it, and the values of open parameters with which it holds. */
export function printWitness({ subject, register, parameters }: Witness): string {
  const [[kind, record] = ["", {}]] = Object.entries(subject);
  const around = Object.entries(register).flatMap(([table, rows]) =>
    Array.isArray(rows) && rows.length > 0 ? [`${table}: ${JSON.stringify(rows)}`] : [],
  );
  const supplied = Object.entries(parameters).map(([id, value]) => `${id} = ${JSON.stringify(value)}`);
  return printable([`${kind} { ${printMembers(record, "").join("; ")} }`, ...around, ...supplied].join(" · "));
}
