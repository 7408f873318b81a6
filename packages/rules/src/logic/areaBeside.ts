import { type AreaCode, isInside, tierDigits } from "@eldercare/core";

const lengths: readonly number[] = Object.values(tierDigits);

/**
 * A code of so many digits that lies in an area and beside all that are named within it: it lies in none of them, and none
 * of them in it.
 *
 * @param area `""` for the whole country
 * @param digits 2, 4, 6, 9 or 12
 * @returns undefined where the area has no such tier below it, or those named leave no room
 * @example
 * areaBeside("500229", 9, ["500229103", "140000"]) //=> "500229999"
 */
export function areaBeside(area: AreaCode, digits: number, named: Iterable<AreaCode>): AreaCode | undefined {
  const next = lengths.find((length) => length > area.length);
  if (next === undefined || next > digits) return undefined;
  const within = [...named].filter((code) => code !== area && isInside(code, area));
  const taken = new Set(within.map((code) => code.slice(0, next)));
  const span = next - area.length;
  // from the top: codes that no statistical office has given
  for (let number = 10 ** span - 1; number >= 0; number -= 1) {
    const code = area + String(number).padStart(span, "0");
    if (!taken.has(code)) return code.padEnd(digits, "9");
  }
  for (const code of [...taken].sort()) {
    const deeper = within.includes(code) ? undefined : areaBeside(code, digits, within);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** Codes of every tier that stand for all others: what lies around the areas named, and beside them in each and outside of all. */
export function otherAreas(named: Iterable<AreaCode>): AreaCode[] {
  const own = new Set(named);
  const around = [...own].flatMap((code) => ["", ...lengths.filter((length) => length < code.length).map((length) => code.slice(0, length))]);
  const beside = ["", ...own].flatMap((area) => lengths.flatMap((digits) => areaBeside(area, digits, own) ?? []));
  return [...new Set([...around, ...beside])].filter((code) => !own.has(code));
}
