import { EldercareError } from "@eldercare/core";
import type { Budget } from "./budget.js";
import { reportClassic } from "./codes.js";
import { isBelow, isTruthy, joined, looselyEqual, numberOf, parsedNumber, textOf } from "./coercion.js";

/** An operation on values that have been evaluated. */
export type Operation = (values: readonly unknown[], data: unknown, budget: Budget) => unknown;

const refuse = (operator: string, seen: unknown): never => {
  throw new EldercareError([reportClassic("CLASSIC_ARGUMENT", "", { seen, values: { operator } })]);
};

const whole = (value: unknown, budget: Budget): number => Math.trunc(numberOf(value, budget)) || 0;

function part(values: readonly unknown[], budget: Budget): string {
  const [source, start, length] = values;
  const text = textOf(source, budget);
  const asked = whole(start, budget);
  const from = asked < 0 ? Math.max(text.length + asked, 0) : asked;
  const rest = text.slice(from);
  if (length === undefined) return rest;
  const most = whole(length, budget);
  // a negative length leaves so many characters out at the end, as in PHP
  return most < 0 ? rest.slice(0, Math.max(rest.length + most, 0)) : rest.slice(0, most);
}

/** Reads a path through own members only. */
function read([path, otherwise = null]: readonly unknown[], data: unknown, budget: Budget): unknown {
  if (path === undefined || path === "" || path === null) return data;
  let value = data;
  for (const key of textOf(path, budget).split(".")) {
    budget.spend(1);
    if (value === null || value === undefined || !Object.hasOwn(Object(value), key)) return otherwise;
    value = (value as Readonly<Record<string, unknown>>)[key];
    if (value === undefined) return otherwise;
  }
  return value;
}

const missingOf: Operation = (values, data, budget) => {
  const keys = Array.isArray(values[0]) ? (values[0] as readonly unknown[]) : values;
  return keys.filter((key) => {
    const value = read(Array.isArray(key) ? key : [key], data, budget);
    return value === null || value === "";
  });
};

/** The operations of plain JSON-Logic that take values; those that choose what to evaluate are in `evaluateClassic`. */
export const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["==", ([a, b], _, budget) => looselyEqual(a, b, budget)],
  ["!=", ([a, b], _, budget) => !looselyEqual(a, b, budget)],
  ["===", ([a, b]) => a === b],
  ["!==", ([a, b]) => a !== b],
  [">", ([a, b], _, budget) => isBelow(b, a, false, budget)],
  [">=", ([a, b], _, budget) => isBelow(b, a, true, budget)],
  ["<", ([a, b, c], _, budget) => isBelow(a, b, false, budget) && (c === undefined || isBelow(b, c, false, budget))],
  ["<=", ([a, b, c], _, budget) => isBelow(a, b, true, budget) && (c === undefined || isBelow(b, c, true, budget))],
  ["!", ([a]) => !isTruthy(a)],
  ["!!", ([a]) => isTruthy(a)],
  // writes nothing: rules see personal data
  ["log", ([a]) => a],
  ["%", ([a, b], _, budget) => numberOf(a, budget) % numberOf(b, budget)],
  ["/", ([a, b], _, budget) => numberOf(a, budget) / numberOf(b, budget)],
  ["-", ([a, b], _, budget) => (b === undefined ? -numberOf(a, budget) : numberOf(a, budget) - numberOf(b, budget))],
  ["+", (values, _, budget) => values.reduce<number>((sum, value) => sum + parsedNumber(value, budget), 0)],
  [
    "*",
    (values, _, budget) =>
      values.length === 0
        ? refuse("*", values)
        : values.length === 1
          ? values[0]
          : values.reduce<number>((product, value) => product * parsedNumber(value, budget), 1),
  ],
  ["min", (values, _, budget) => Math.min(...values.map((value) => numberOf(value, budget)))],
  ["max", (values, _, budget) => Math.max(...values.map((value) => numberOf(value, budget)))],
  [
    "in",
    ([item, among], _, budget) => {
      if (typeof among === "string") return among.includes(textOf(item, budget));
      if (!Array.isArray(among)) return false;
      budget.spend(among.length);
      return among.indexOf(item) !== -1;
    },
  ],
  ["cat", (values, _, budget) => joined(values, "", budget)],
  ["substr", (values, _, budget) => part(values, budget)],
  [
    "merge",
    (values, _, budget) => {
      const merged = values.flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : [value]));
      budget.spend(merged.length);
      return merged;
    },
  ],
  ["var", read],
  ["missing", missingOf],
  [
    "missing_some",
    ([need, options], data, budget) => {
      if (!Array.isArray(options)) return refuse("missing_some", options);
      const missing = missingOf([options], data, budget) as readonly unknown[];
      return isBelow(need, options.length - missing.length, true, budget) ? [] : missing;
    },
  ],
]);
