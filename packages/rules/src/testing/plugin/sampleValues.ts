import type { PluginType } from "../../plugin/plugin.js";

/** An argument as a record would hold it. */
export type Sample = boolean | number | string | readonly string[];

const days = ["0001-01-01", "1904-02-29", "1946-11-21", "2000-02-29", "2024-02-29", "2025-12-31", "2026-01-01", "9999-12-31"];
const areas = ["50", "5002", "500229", "500229103", "500229103205"];
const texts = ["a", "b", "养老", "a b", "\u0000", "toString"];
const wholes = [0, 1, -1, 2, 7, 60, 80, 100, 10_000, 2_147_483_648, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER];
const decimals = [0.5, 0.1, -0.25, 3.14, 0.000001];

const lists = (members: readonly string[]): readonly string[][] => [[], ...members.map((member) => [member]), [...members], [...members].reverse()];

/** Values of a type that are likely to be stumbled over: nothing, the bounds, leap days, every choice. */
export function sampleValues(type: PluginType): readonly Sample[] {
  switch (type.kind) {
    case "boolean":
      return [true, false];
    case "number": {
      const { least, most, integer } = type;
      const bounds = [...(least === undefined ? [] : [least]), ...(most === undefined ? [] : [most])];
      const all = [...bounds, ...wholes, ...(integer ? [] : decimals)];
      return [...new Set(all)].filter((value) => value >= (least ?? value) && value <= (most ?? value) && (!integer || Number.isInteger(value)));
    }
    case "date":
      return days;
    case "area":
      return areas;
    case "text":
      return texts;
    case "enum":
      return type.values;
    case "list":
      return lists(type.of.kind === "enum" ? type.of.values : texts);
  }
}

// a step that shares no factor with the number of combinations visits them in an order that mixes all arguments
const coprime = (count: number): number => {
  const divides = (a: number, b: number): number => (b === 0 ? a : divides(b, a % b));
  let step = Math.max(1, Math.floor(count * 0.618));
  while (divides(count, step) !== 1) step += 1;
  return step;
};

/**
 * Arguments for an operator: combinations of likely values, all of them where there are no more than wanted.
 *
 * @param types one for each argument
 * @param most how many combinations at most
 * @returns the same ones every time
 */
export function sampleArguments(types: readonly PluginType[], most: number): readonly (readonly Sample[])[] {
  const choices = types.map(sampleValues);
  const combinations = choices.reduce((product, values) => product * values.length, 1);
  // beyond whole numbers the last arguments would never change
  const count = Math.min(combinations, 2 ** 40);
  const step = coprime(count);
  return Array.from({ length: Math.min(most, count) }, (_, run) => {
    let rest = count <= most ? run : (run * step) % count;
    return choices.map((values) => {
      const value = values[rest % values.length] as Sample;
      rest = Math.floor(rest / values.length);
      return value;
    });
  });
}
