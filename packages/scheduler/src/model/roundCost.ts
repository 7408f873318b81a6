import type { PlanCost } from "./plan.js";

const millionths = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Components of a cost to the millionth of an objective unit, by name, and their total. */
export function roundCost(components: Readonly<Record<string, number>>): PlanCost {
  const names = Object.keys(components).sort();
  const rounded = Object.fromEntries(names.map((name) => [name, millionths(components[name] ?? 0)]));
  return { ...rounded, total: millionths(names.reduce((sum, name) => sum + (components[name] ?? 0), 0)) };
}
