import type { Logic, Pack, Parameter } from "@eldercare/rules";
import { Chance } from "../chance.js";
import { type Condition, drawConditions } from "./condition.js";
import { packOf, parameter } from "./policy.js";

/** A synthetic benefit: fen by ability and age, for each member of the household. */
export interface Benefit {
  readonly condition: Condition;
  readonly levelFrom: number;
  readonly ageFrom: number;
  /** Fen of the three steps, highest first. */
  readonly fen: readonly [number, number, number];
}

/** Random benefits. */
export function drawBenefits(count: number, seed: number): Benefit[] {
  const chance = new Chance(seed);
  return drawConditions(count, seed).map((condition) => {
    const least = 100 * (50 + chance.below(100));
    const step = 100 * (10 + chance.below(50));
    return { condition, levelFrom: 2 + chance.below(3), ageFrom: 70 + chance.below(20), fen: [least + 2 * step, least + step, least] };
  });
}

/** What a benefit pays, in plain JSON-Logic. */
export function benefitInJsonLogic({ levelFrom, ageFrom, fen }: Benefit): unknown {
  const byAge = { if: [{ ">=": [{ var: "age" }, ageFrom] }, fen[1], fen[2]] };
  return { "*": [{ if: [{ ">=": [{ var: "abilityLevel" }, levelFrom] }, fen[0], byAge] }, { var: "householdSize" }] };
}

/** The benefits as a pack. */
export function benefitsPack(benefits: readonly Benefit[]): Pack {
  const parameters: Record<string, Parameter> = {};
  const named = (rule: number, name: string, type: Parameter["type"], value: number): Logic => {
    parameters[`b${rule}.${name}`] = parameter(type, value);
    return { param: `b${rule}.${name}` };
  };
  const amounts = benefits.map(({ levelFrom, ageFrom, fen }, rule): Logic => {
    const [high, middle, low] = fen.map((value, step) => named(rule, `fen${step}`, "fen", value)) as [Logic, Logic, Logic];
    const byAge: Logic = { if: [{ ">=": [{ var: "age" }, named(rule, "age", "integer", ageFrom)] }, middle, low] };
    const byLevel: Logic = { if: [{ ">=": [{ var: "abilityLevel" }, named(rule, "level", "integer", levelFrom)] }, high, byAge] };
    return { "*": [byLevel, { var: "householdSize" }] };
  });
  return packOf(
    benefits.map(({ condition }) => condition),
    (rule) => ({ kind: "benefit", benefit: `b${rule}`, amountFen: amounts[rule] ?? true, per: "month" }),
    parameters,
  );
}
