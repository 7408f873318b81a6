import { type AreaCode, isInside, type SubjectKind, tierDigits } from "@eldercare/core";

const digitsOf: Partial<Record<SubjectKind, number>> = { township: tierDigits.township, area: tierDigits.county };

/** A code of so many digits within an area, and within none of the smaller areas named; undefined where they fill it. */
function codeWithin(area: AreaCode, digits: number, named: ReadonlySet<string>): AreaCode | undefined {
  if (area.length >= digits) return area;
  const smaller = [...named].filter((other) => other.length > area.length && isInside(other, area));
  // nines: codes that no statistical office has given
  for (let next = 10 ** (digits - area.length) - 1, tries = 0; next >= 0 && tries <= smaller.length * 1000; next -= 1, tries += 1) {
    const code = area + String(next).padStart(digits - area.length, "0");
    if (!smaller.some((other) => isInside(code, other))) return code;
  }
  return undefined;
}

const lengths: readonly number[] = Object.values(tierDigits);

/** Areas that the conditions tell apart: one in each that they name, in none of the smaller ones, and each itself. */
export function areaCodes(named: ReadonlySet<string>, digits: number = tierDigits.village): AreaCode[] {
  const within = ["", ...named].map((area) => codeWithin(area, digits, named)).filter((code) => code !== undefined);
  return [...new Set([...within, ...[...named].filter((code) => lengths.includes(code.length))])];
}

/** The same for the area where the record stands, which lies in the jurisdiction. */
export function ownAreaCodes(jurisdiction: AreaCode, subject: SubjectKind, named: ReadonlySet<string>): AreaCode[] {
  const digits = Math.max(jurisdiction.length, digitsOf[subject] ?? tierDigits.village);
  const codes = areaCodes(new Set([jurisdiction, ...named]), digits);
  const inside = codes.filter((code) => isInside(code, jurisdiction));
  // the most precise first: a coarse one leaves open where exactly the record stands
  return inside.sort((a, b) => b.length - a.length || (a < b ? 1 : -1));
}
