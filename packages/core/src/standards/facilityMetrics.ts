import type { Facility } from "../facility/facility.js";
import { parseRational, type Rational, rational } from "../money/rational.js";

/** Observed values by the name of the metric: absent where unknown, null where the metric has no sense for the facility. */
export type Metrics = Readonly<Record<string, Rational | null>>;

/** A number exactly as it is written in decimals, 2.1 being 21/10. */
export function exactly(value: number): Rational | undefined {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const written = parseRational(digits);
  const power = 10n ** BigInt(Math.abs(Number(exponent)));
  if (written === undefined) return undefined;
  return Number(exponent) < 0 ? rational(written.numerator, written.denominator * power) : rational(written.numerator * power, written.denominator);
}

/**
 * What can be measured of a facility: `siteMu`, `floorAreaM2`, `beds`, `nursingBeds`, `nursingShare` (of its beds),
 * `residents`, how many `rooms` and `functions`, and its numeric facts by their names. What the record leaves out is absent;
 * a nursing share of no beds has no sense and is null.
 *
 * @example
 * facilityMetrics({ id: "f", kind: "streetCareCentre", area: "411302001", beds: 52, nursingBeds: 28 }).nursingShare //=> rational(7n, 13n)
 */
export function facilityMetrics(facility: Facility): Metrics {
  const { siteMu, floorAreaM2, beds, nursingBeds, residents, rooms, functions, facts = {} } = facility;
  const { disabled, semiDisabled, selfCaring } = residents ?? {};
  const everyone =
    disabled === undefined || semiDisabled === undefined || selfCaring === undefined ? undefined : disabled + semiDisabled + selfCaring;
  const numbers = {
    ...facts,
    siteMu,
    floorAreaM2,
    beds,
    nursingBeds,
    residents: everyone,
    rooms: rooms && new Set(rooms).size,
    functions: functions && new Set(functions).size,
  };
  const metrics = Object.entries(numbers).flatMap(([name, value]): [string, Rational][] => {
    const exact = typeof value === "number" ? exactly(value) : undefined;
    return exact === undefined ? [] : [[name, exact]];
  });
  const share = beds === 0 ? null : beds === undefined || nursingBeds === undefined ? undefined : rational(BigInt(nursingBeds), BigInt(beds));
  return Object.fromEntries<Rational | null>(share === undefined ? metrics : [...metrics, ["nursingShare", share]]);
}
