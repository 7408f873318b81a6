import type { Row } from "../../logic/scope.js";
import { jsonValueOf, representativeOf } from "./representative.js";
import type { Variable } from "./variable.js";

const mostMembers = 4000;

/** Puts a value at a path of a record. */
export function put(record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head = "", ...rest] = path;
  if (rest.length === 0) {
    record[head] = value;
    return;
  }
  const inner = record[head];
  const next: Record<string, unknown> = typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : {};
  record[head] = next;
  put(next, rest, value);
}

/** Members of a list, one for each combination of cells of what conditions read of them. */
export function memberRecords(variables: readonly Variable[]): { records: readonly Row[]; complete: boolean } {
  let records: Record<string, unknown>[] = [{}];
  let complete = true;
  for (const variable of variables) {
    const { role } = variable;
    if (role.kind === "parameter" || role.kind === "adoption") continue;
    const values = variable.cells().flatMap((cell) => {
      const value = representativeOf(variable, cell);
      return value === undefined ? [] : [jsonValueOf(variable, value)];
    });
    if (records.length * values.length > mostMembers) complete = false;
    const kept = records.length * values.length > mostMembers ? values.slice(0, 1) : values;
    records = records.flatMap((record) =>
      kept.map((value) => {
        const made = structuredClone(record);
        if (role.kind === "field") put(made, role.path, value);
        else if (role.kind === "absence") {
          if (value === true) put(made, role.path, null);
        } else if (value === true) put(made, role.path, [...((made[role.path[0] ?? ""] as readonly unknown[]) ?? []), role.item]);
        return made;
      }),
    );
  }
  return { records, complete };
}
