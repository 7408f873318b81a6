import type { FieldType } from "@eldercare/core";
import { daysAround } from "../calendar.js";
import { type Node, nodesOf } from "../node.js";
import type { Value } from "../value.js";
import type { Demand } from "./cell.js";
import { fulfils } from "./demandsMeet.js";

const mostCombinations = 4096;

// what these give may be none though everything they are made of is known
const partial: ReadonlySet<string> = new Set(["/", "addDays", "addMonths", "addYears", "tierOf", "table"]);

const mayBeNone = (input: Node): boolean =>
  [...nodesOf(input)].some((node) => (node.op === "fact" && node.nullable) || (node.op === "literal" && node.value === null) || partial.has(node.op));

/** Values of which one lies in each part into which the cells of a column divide its input; undefined where nobody can list them. */
function valuesOf(input: Node, demands: readonly Demand[]): readonly Value[] | undefined {
  // any value will do for all: one stands for every other
  if (demands.every(({ kind }) => kind === "any")) return [null];
  const listed = listedOf(input.type, demands);
  return listed === undefined || !mayBeNone(input) ? listed : [...listed, null];
}

function listedOf(type: FieldType, demands: readonly Demand[]): readonly Value[] | undefined {
  if (type.kind === "boolean") return [true, false];
  if (type.kind === "enum") return type.values;
  const isNumber = type.kind === "number" && type.integer;
  if (!isNumber && type.kind !== "date") return undefined;
  const limits = demands.flatMap((demand) =>
    demand.kind === "range"
      ? demand.limits.map(({ value }) => value)
      : demand.kind === "oneOf"
        ? demand.values.filter((value) => value !== null)
        : [],
  );
  // between two limits the same cells hold; so do they beyond the last
  const near = limits.flatMap((limit): Value[] =>
    typeof limit === "string" ? daysAround(limit, [-1, 0, 1]) : typeof limit === "number" ? [limit - 1, limit, limit + 1] : [],
  );
  const { least, most } = isNumber ? type : {};
  const within = near.filter((value) => typeof value !== "number" || (value >= (least ?? value) && value <= (most ?? value)));
  return [...new Set([...within, ...[least, most].filter((bound) => bound !== undefined)])];
}

/**
 * Whether some row applies whatever the inputs are, as far as the cells alone show it; false where they do not. A table
 * that covers everything never gives none, so that what is unknown of its inputs leaves only its rows as candidates.
 */
export function coversAll(rows: readonly { readonly demands: readonly Demand[] }[], inputs: readonly Node[]): boolean {
  const columns = inputs.map((input, column) =>
    valuesOf(
      input,
      rows.flatMap(({ demands }) => demands[column] ?? []),
    ),
  );
  const known = columns.filter((values) => values !== undefined);
  const combinations = known.reduce((product, values) => product * values.length, 1);
  if (known.length < columns.length || combinations > mostCombinations || combinations === 0) return false;
  for (let nth = 0; nth < combinations; nth += 1) {
    let rest = nth;
    const inputsNow = known.map((values) => {
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      return value;
    });
    const applies = rows.some(({ demands }) => demands.every((demand, column) => fulfils(inputsNow[column] ?? null, demand)));
    if (!applies) return false;
  }
  return true;
}
