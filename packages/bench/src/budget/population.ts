import type { BenefitHolder, BenefitHousehold } from "@eldercare/core/subsidy";

/** A repeatable stream of numbers from 0 up to, not including, 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const classes = ["selfCaring", "semiDisabled", "disabled"] as const;
const benefits = ["nursingSubsidy", "severeDisabilityNursing", "oldAgeAllowance"] as const;

/**
 * Synthetic persons, one to a household, each with claims to three benefits: half of them with a change of ability within the
 * year, one in ten admitted to an institution, one in twenty-five dead within the year, one in fifty never assessed.
 */
export function* syntheticHouseholds(persons: number, seed: number, year: number): Generator<BenefitHousehold> {
  const draw = random(seed);
  const upTo = (most: number): number => Math.floor(draw() * most);
  const dayOfYear = (of: number): string => `${of}-${String(1 + upTo(12)).padStart(2, "0")}-${String(1 + upTo(28)).padStart(2, "0")}`;
  for (let index = 0; index < persons; index++) {
    const ability = upTo(3);
    const changes: BenefitHolder["changes"] = [
      { fact: "setting", from: "2020-01-01", value: "home" },
      ...(draw() < 0.02 ? [] : [{ fact: "ability", from: "2020-01-01", value: classes[ability] ?? null }]),
      ...(draw() < 0.5 ? [{ fact: "ability", from: dayOfYear(year), value: classes[Math.min(2, ability + 1)] ?? null }] : []),
      ...(draw() < 0.1 ? [{ fact: "setting", from: dayOfYear(year), value: "institution" }] : []),
    ];
    const claims = benefits.map((benefit) => ({ benefit, from: dayOfYear(draw() < 0.2 ? year : year - 2) }));
    const died = draw() < 0.04 ? dayOfYear(year) : null;
    yield { id: `h-${index}`, holders: [{ id: `p-${index}`, died, changes, claims }] };
  }
}
