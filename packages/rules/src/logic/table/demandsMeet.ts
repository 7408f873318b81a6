import type { FieldType } from "@eldercare/core";
import { shiftedBy } from "../calendar.js";
import type { CompareOperator } from "../node.js";
import { compareValues, type Value } from "../value.js";
import type { Demand } from "./cell.js";

type Limits = Extract<Demand, { kind: "range" }>["limits"];

/** Whether a known value satisfies a comparison with another; nothing is above or below none. */
function satisfies(value: Value, op: CompareOperator, limit: Value): boolean {
  if (value === null) return false;
  const order = compareValues(value, limit);
  if (op === "==") return order === 0;
  return op === "<" ? order < 0 : op === "<=" ? order <= 0 : op === ">" ? order > 0 : order >= 0;
}

const withinLimits = (value: Value, limits: Limits): boolean => limits.every(({ op, value: limit }) => satisfies(value, op, limit));

const isWhole = (type: FieldType): boolean => type.kind === "date" || (type.kind === "number" && type.integer);

/** The next whole number or day, in a direction; none where no such day can be written. */
const next = (value: Value, step: 1 | -1): Value =>
  typeof value === "string" ? shiftedBy("addDays", value, step) : typeof value === "number" ? value + step : value;

/** Limits of whole numbers and days with their ends included; those of fractions stay as they are. */
function closed(limits: Limits, type: FieldType): Limits {
  if (!isWhole(type)) return limits;
  return limits.map(({ op, value }) => {
    const end = op === "<" ? next(value, -1) : op === ">" ? next(value, 1) : null;
    return end === null ? { op, value } : { op: op === "<" ? "<=" : ">=", value: end };
  });
}

/** Whether some value lies within limits. */
function satisfiable(limits: Limits, type: FieldType): boolean {
  const bounds: Limits = type.kind === "number" ? declared(type) : [];
  const all = closed([...limits, ...bounds], type);
  const fixed = all.find(({ op }) => op === "==");
  if (fixed !== undefined) return withinLimits(fixed.value, all);
  const from = all.filter(({ op }) => op === ">" || op === ">=");
  const to = all.filter(({ op }) => op === "<" || op === "<=");
  // between a lower and an upper limit lies a value where they are apart, or meet with both ends included
  return from.every((low) =>
    to.every((high) => {
      const order = compareValues(low.value, high.value);
      return order < 0 || (order === 0 && low.op === ">=" && high.op === "<=");
    }),
  );
}

const declared = ({ least, most }: Extract<FieldType, { kind: "number" }>): Limits => [
  ...(least === undefined ? [] : [{ op: ">=" as const, value: least }]),
  ...(most === undefined ? [] : [{ op: "<=" as const, value: most }]),
];

/** Whether one value can satisfy two cells of a column; undefined where that depends on more than the cells. */
export function demandsMeet(a: Demand, b: Demand, type: FieldType): boolean | undefined {
  if (a.kind === "open" || b.kind === "open") return undefined;
  if (a.kind === "any") return b.kind !== "range" || satisfiable(b.limits, type);
  if (b.kind === "any") return demandsMeet(b, a, type);
  if (a.kind === "member" || b.kind === "member") return true;
  if (a.kind === "inside" && b.kind === "inside") return a.area.startsWith(b.area) || b.area.startsWith(a.area);
  if (a.kind === "inside") return b.kind === "oneOf" && b.values.some((code) => typeof code === "string" && code.startsWith(a.area));
  if (b.kind === "inside") return demandsMeet(b, a, type);
  if (a.kind === "range" && b.kind === "range") return satisfiable([...a.limits, ...b.limits], type);
  if (a.kind === "oneOf" && b.kind === "oneOf") return a.values.some((value) => b.values.some((other) => same(value, other)));
  if (a.kind === "oneOf" && b.kind === "range") return a.values.some((value) => withinLimits(value, b.limits));
  return demandsMeet(b, a, type);
}

const same = (a: Value, b: Value): boolean => (a === null || b === null ? a === b : compareValues(a, b) === 0);

/** Whether a known value surely satisfies a cell; false also where that depends on more than the cell. */
export function fulfils(value: Value, demand: Demand): boolean {
  if (demand.kind === "any") return true;
  if (demand.kind === "oneOf") return demand.values.some((other) => same(value, other));
  return demand.kind === "range" && withinLimits(value, demand.limits);
}
