import { type AreaCode, isInside, type SubjectKind, tierDigits } from "@eldercare/core";
import { areaBeside } from "../../logic/areaBeside.js";

const digitsOf: Partial<Record<SubjectKind, number>> = { township: tierDigits.township, area: tierDigits.county };

const lengths: readonly number[] = Object.values(tierDigits);

/** Areas that the conditions tell apart: one in each that they name, in none of the smaller ones, and each itself. */
export function areaCodes(named: ReadonlySet<string>, digits: number = tierDigits.village): AreaCode[] {
  const within = ["", ...named].flatMap((area) => (area.length >= digits ? area : (areaBeside(area, digits, named) ?? [])));
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
