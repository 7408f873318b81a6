import type { TruthOf, ValueOf } from "./closures.js";
import { compareValues, FALSE, TRUE, UNKNOWN } from "./value.js";

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/** Compares two values, either of which may be unknown or none. */
export function compileComparison(op: string, left: ValueOf, right: ValueOf): TruthOf {
  const ordering = comparisons[op];
  return (scope) => {
    const a = left(scope);
    const b = right(scope);
    // nothing is above or below none, whatever the other side turns out to be
    if (ordering !== undefined && (a === null || b === null)) return FALSE;
    if (a === undefined || b === undefined) return UNKNOWN;
    // none is equal to none only
    if (a === null || b === null) return (a === b) === (op === "==") ? TRUE : FALSE;
    const order = compareValues(a, b);
    return (ordering === undefined ? (order === 0) === (op === "==") : ordering(order)) ? TRUE : FALSE;
  };
}

/** Whether a list holds a value. */
export function compileMembership(item: ValueOf, list: ValueOf): TruthOf {
  return (scope) => {
    const members = list(scope);
    if (members === null || (Array.isArray(members) && members.length === 0)) return FALSE;
    const wanted = item(scope);
    if (members === undefined || wanted === undefined) return UNKNOWN;
    return (members as readonly unknown[]).includes(wanted) ? TRUE : FALSE;
  };
}
