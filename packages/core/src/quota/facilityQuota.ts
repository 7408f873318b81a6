import { type Interval, surelySatisfies } from "../counting/comparison.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printDecimal } from "../money/printDecimal.js";
import { addRational, compareRational, type Rational, rational, subtractRational } from "../money/rational.js";
import { type Verdict, verdictOf } from "../progress/verdict.js";

/** A residential area and the care facilities in it. */
export interface QuotaQuestion {
  /** Households, whole, at least 0. */
  readonly households: number;
  /** Square metres for each household, exact. */
  readonly areaM2PerHousehold: Rational;
  /** Square metres that are asked for however few the households; absent where the pack asks for none. */
  readonly atLeastM2?: Rational;
  /** Floor areas, exact; absent where unknown. */
  readonly facilities: readonly { readonly id: string; readonly areaM2?: Rational }[];
  readonly clauses: readonly string[];
}

/** Floor area asked for, there and short, in exact square metres. */
export interface FacilityQuota {
  readonly requiredM2: Rational;
  /** `most` is absent where the area of a facility is unknown: it may be of any size. */
  readonly presentM2: { readonly least: Rational; readonly most?: Rational };
  readonly shortM2: Interval;
  readonly outcome: Verdict;
  /** Ids of facilities of unknown area. */
  readonly undetermined: readonly string[];
}

const zero = rational(0n, 1n);

const over = (a: Rational, b: Rational): Rational => (compareRational(a, b) > 0 ? subtractRational(a, b) : zero);

/**
 * The floor area for care that a residential area must have: square metres × households, against what there is.
 *
 * @returns exact square metres; a facility of unknown area leaves the gap open between none and all that is not covered
 * @throws EldercareError `NOT_A_WHOLE_NUMBER`, `OUT_OF_RANGE`, `DUPLICATE_ID`
 * @example
 * const facilities = [{ id: "centre", areaM2: rational(300n, 1n) }, { id: "stations", areaM2: rational(600n, 1n) }];
 * facilityQuota({ households: 1850, areaM2PerHousehold: rational(1n, 1n), facilities, clauses: ["NY-3.2.2-f"] }).value.shortM2.least //=> rational(950n, 1n)
 * Source: NY-3.2.2-f, CL-2.3.6-b.
 */
export function facilityQuota({ households, areaM2PerHousehold, atLeastM2, facilities, clauses }: QuotaQuestion): Counted<FacilityQuota> {
  const check = new QuestionCheck();
  check.whole("/households", households);
  check.rational("/areaM2PerHousehold", areaM2PerHousehold);
  if (atLeastM2 !== undefined) check.rational("/atLeastM2", atLeastM2);
  check.unique(
    (index) => `/facilities/${index}/id`,
    facilities.map(({ id }) => id),
  );
  for (const [index, { areaM2 }] of facilities.entries()) if (areaM2 !== undefined) check.rational(`/facilities/${index}/areaM2`, areaM2);
  check.done();
  const byHouseholds = rational(BigInt(households) * areaM2PerHousehold.numerator, areaM2PerHousehold.denominator);
  const requiredM2 = atLeastM2 !== undefined && compareRational(atLeastM2, byHouseholds) > 0 ? atLeastM2 : byHouseholds;
  const least = facilities.reduce((sum, { areaM2 = zero }) => addRational(sum, areaM2), zero);
  const undetermined = facilities.filter(({ areaM2 }) => areaM2 === undefined).map(({ id }) => id);
  const isKnown = undetermined.length === 0;
  const shortMost = over(requiredM2, least);
  const shortM2 = { least: isKnown ? shortMost : zero, most: shortMost };
  const most = isKnown || compareRational(least, requiredM2) > 0 ? least : requiredM2;
  const seen = facilities.map(({ areaM2 }) => (areaM2 === undefined ? "?" : printDecimal(areaM2))).join(" + ") || "0";
  return {
    value: {
      requiredM2,
      presentM2: isKnown ? { least, most: least } : { least },
      shortM2,
      outcome: verdictOf(surelySatisfies({ least, most }, ">=", requiredM2)),
      undetermined: undetermined.sort(),
    },
    unit: "m²",
    steps: [
      {
        zh: `${households} 户 × ${printDecimal(areaM2PerHousehold)} 平方米${atLeastM2 === undefined ? "" : `，至少 ${printDecimal(atLeastM2)} 平方米`}`,
        en: `${households} households × ${printDecimal(areaM2PerHousehold)} m²${atLeastM2 === undefined ? "" : `, at least ${printDecimal(atLeastM2)} m²`}`,
        value: printDecimal(requiredM2),
      },
      { zh: `现有 ${seen} 平方米`, en: `there: ${seen} m²`, value: isKnown ? printDecimal(least) : `≥ ${printDecimal(least)}` },
      {
        zh: "缺口（平方米）",
        en: "short (m²)",
        value: isKnown ? printDecimal(shortM2.most) : `${printDecimal(shortM2.least)}–${printDecimal(shortM2.most)}`,
      },
    ],
    clauses,
  };
}
