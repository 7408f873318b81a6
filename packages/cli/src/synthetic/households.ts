import { syntheticAssumptions } from "./assumptions.js";
import type { Random } from "./random.js";

/** Who lives together, and what a household as a whole shares. */
export interface HouseholdDraft {
  readonly kind: "destitute" | "alone" | "couple" | "family";
  /** Ages of its older persons, in years: one or two. */
  readonly ages: readonly number[];
  readonly sexes: readonly ("female" | "male")[];
  readonly hasChildren: boolean;
  readonly childrenAwayForWork: boolean;
  readonly specialFamilyPlanning: boolean;
  readonly assistance: "destitute" | "minimumLiving" | "lowIncome" | undefined;
  readonly monitoring: "unstableExit" | "nearPoverty" | null;
}

/** The value of the highest step at or below an age. */
export const fromAge = <Value>(steps: readonly (readonly [from: number, value: Value])[], age: number): Value => {
  const step = steps.findLast(([from]) => from <= age) ?? steps[0];
  if (step === undefined) throw new RangeError("a table of steps needs at least one");
  return step[1];
};

const { ageBands } = syntheticAssumptions;
const youngest = ageBands[0][0][0];
const oldest = Math.max(...ageBands.map(([[, most]]) => most));

const drawAge = (random: Random): number => {
  const [least, most] = random.weighted<readonly [number, number]>(ageBands);
  return random.whole(least, most);
};

function drawAges(random: Random, kind: HouseholdDraft["kind"], seatsLeft: number): number[] {
  const first = drawAge(random);
  const couple = kind === "couple" || (kind === "family" && random.chance(syntheticAssumptions.coupleWithinFamilyShare));
  const [least, most] = syntheticAssumptions.spouseYoungerYears;
  const second = Math.min(oldest, Math.max(youngest, first - random.whole(least, most)));
  return couple && seatsLeft > 1 ? [first, second] : [first];
}

/**
 * Draws one household.
 *
 * @param seatsLeft older persons still wanted; a couple is drawn only where two are
 */
export function drawHousehold(random: Random, seatsLeft: number): HouseholdDraft {
  const { households, femaleShareByAge, specialFamilyPlanningShare, childlessShareOfAlone, leftBehindShare } = syntheticAssumptions;
  const { minimumLivingShare, lowIncomeShare, unstableExitShare, nearPovertyShare } = syntheticAssumptions;
  const kind = random.weighted([
    ["destitute", households.destitute],
    ["alone", households.alone],
    ["couple", seatsLeft > 1 ? households.couple : 0],
    ["family", households.family],
  ] as const);
  const ages = drawAges(random, kind, seatsLeft);
  const firstSex = random.chance(fromAge<number>(femaleShareByAge, ages[0] ?? youngest)) ? "female" : "male";
  const sexes = ages.length === 2 ? ([firstSex, firstSex === "female" ? "male" : "female"] as const) : ([firstSex] as const);
  const specialFamilyPlanning = random.chance(specialFamilyPlanningShare) && kind !== "destitute" && kind !== "family";
  const childless = kind === "destitute" || specialFamilyPlanning || (kind === "alone" && random.chance(childlessShareOfAlone));
  const away = random.chance(leftBehindShare) && !childless && kind !== "family";
  const poverty = random.weighted([
    ["minimumLiving", minimumLivingShare],
    ["lowIncome", lowIncomeShare],
    [undefined, 1 - minimumLivingShare - lowIncomeShare],
  ] as const);
  const monitoring = random.weighted([
    ["unstableExit", unstableExitShare],
    ["nearPoverty", nearPovertyShare],
    [null, 1 - unstableExitShare - nearPovertyShare],
  ] as const);
  return {
    kind,
    ages,
    sexes,
    hasChildren: !childless,
    childrenAwayForWork: away,
    specialFamilyPlanning,
    assistance: kind === "destitute" ? "destitute" : poverty,
    monitoring: kind === "destitute" ? null : monitoring,
  };
}
