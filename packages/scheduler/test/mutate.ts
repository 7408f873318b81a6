import fc from "fast-check";

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const texts = ["08:00", "13:30", "24:00", "2026-11-23", "2026-11-24", "c-1", "c-2", "home-1", "station-2", "car", "walk", "female", "mn", ""];
const numbers = [0, 1, 2, 5, 30, 480, 0.5, -1, 1e9];

/** Another value of the same kind. */
function alike(value: Json, pick: () => number): Json {
  const from = <Value>(values: readonly Value[]): Value => values[Math.floor(pick() * values.length)] as Value;
  if (typeof value === "string") return from(texts);
  if (typeof value === "number") return from(numbers);
  if (typeof value === "boolean") return !value;
  if (Array.isArray(value)) return from([[], [...value].reverse(), value.slice(1), [...value, ...value.slice(0, 1)]]);
  if (value === null) return from(texts);
  const dropped = from(Object.keys(value));
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== dropped));
}

/** A copy of some JSON in which one value, picked by lot, is another: mostly of the same kind, else `other`. */
export function mutate(value: Json, pick: () => number, other: Json): Json {
  if (typeof value !== "object" || value === null || pick() < 0.1) return pick() < 0.8 ? alike(value, pick) : other;
  const keys = Object.keys(value);
  const key = keys[Math.floor(pick() * keys.length)];
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? mutate(item, pick, other) : item));
  return { ...value, [key]: mutate(value[key] ?? null, pick, other) };
}

/** Values of any kind. */
export const replacements = fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json);
