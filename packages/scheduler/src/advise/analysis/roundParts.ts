import type { Price, PricePart } from "./analysis.js";

const millionth = 1e6;

/** Smaller differences come of adding fractions of minutes. */
const tolerance = 1e-7;

/**
 * The parts of a price to the millionth, so that they add up to it exactly: each is rounded together with those before it. What
 * no part explains becomes one for the whole plan.
 */
export function roundParts(component: string, price: number, parts: readonly PricePart[]): Price {
  const explained = parts.reduce((sum, { amount }) => sum + amount, 0);
  const rest = price - explained;
  const all = Math.abs(rest) > tolerance ? [...parts, { amount: rest }] : parts;
  let [upTo, given] = [0, 0];
  const rounded = all.map((part) => {
    upTo += part.amount;
    const whole = Math.round(upTo * millionth);
    const amount = (whole - given) / millionth;
    given = whole;
    return { ...part, amount };
  });
  return { component, amount: Math.round(price * millionth) / millionth, parts: rounded.filter(({ amount }) => amount !== 0) };
}
