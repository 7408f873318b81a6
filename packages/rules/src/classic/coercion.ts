import type { Budget } from "./budget.js";

// JavaScript's conversions, written out: no method of a record is ever called, and a text that grows is paid for

type Primitive = undefined | null | boolean | number | string;

const deepestList = 200;

const isPrimitive = (value: unknown): value is Primitive => typeof value !== "object" || value === null;

/** What JavaScript writes for a value: lists joined by commas, with nothing for none. */
export function textOf(value: unknown, budget: Budget, level = 0): string {
  budget.spend(1);
  if (level > deepestList) budget.refuse();
  if (Array.isArray(value)) return joined(value, ",", budget, level);
  const text = isPrimitive(value) ? String(value) : "[object Object]";
  budget.spend(text.length);
  return text;
}

/** Values written one after another, none as nothing. */
export function joined(values: readonly unknown[], separator: string, budget: Budget, level = 0): string {
  return values.map((value) => (value === null || value === undefined ? "" : textOf(value, budget, level + 1))).join(separator);
}

const primitiveOf = (value: unknown, budget: Budget): Primitive => (isPrimitive(value) ? value : textOf(value, budget));

/** A value as a number: none is zero, a list is the number that its text says. */
export const numberOf = (value: unknown, budget: Budget): number => Number(primitiveOf(value, budget));

/** The number with which a text begins. */
export const parsedNumber = (value: unknown, budget: Budget): number => Number.parseFloat(textOf(value, budget));

/** JavaScript's `==`. */
export function looselyEqual(a: unknown, b: unknown, budget: Budget): boolean {
  const missing = (value: unknown): boolean => value === null || value === undefined;
  if (missing(a) || missing(b)) return missing(a) && missing(b);
  if (!isPrimitive(a) && !isPrimitive(b)) return a === b;
  const [left, right] = [primitiveOf(a, budget), primitiveOf(b, budget)];
  return typeof left === typeof right ? left === right : Number(left) === Number(right);
}

/** JavaScript's `<` and `<=`: texts by code unit, everything else as numbers. */
export function isBelow(a: unknown, b: unknown, orEqual: boolean, budget: Budget): boolean {
  const [left, right] = [primitiveOf(a, budget), primitiveOf(b, budget)];
  if (typeof left === "string" && typeof right === "string") return orEqual ? left <= right : left < right;
  return orEqual ? Number(left) <= Number(right) : Number(left) < Number(right);
}

/** What counts as true: everything but zero, the empty text, the empty list, false and none. */
export const isTruthy = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
