import { Chance } from "../chance.js";

/** What the synthetic policy knows of a person: whole numbers from–to in steps, choices, yes or no. */
export type FactShape =
  | { readonly kind: "integer"; readonly least: number; readonly most: number; readonly step: number }
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "boolean" };

/** The twelve facts of the synthetic policy. */
export const factShapes: Readonly<Record<string, FactShape>> = {
  age: { kind: "integer", least: 50, most: 105, step: 1 },
  incomeFen: { kind: "integer", least: 0, most: 4_000_000, step: 100 },
  assetsFen: { kind: "integer", least: 0, most: 20_000_000, step: 1000 },
  abilityLevel: { kind: "integer", least: 0, most: 4, step: 1 },
  disabilityGrade: { kind: "integer", least: 1, most: 4, step: 1 },
  householdSize: { kind: "integer", least: 1, most: 7, step: 1 },
  yearsResident: { kind: "integer", least: 0, most: 60, step: 1 },
  careForm: { kind: "enum", values: ["concentrated", "dispersed", "family", "self"] },
  registration: { kind: "enum", values: ["rural", "urban"] },
  livesAlone: { kind: "boolean" },
  childrenAway: { kind: "boolean" },
  insured: { kind: "boolean" },
};

/** What is known of a synthetic person; what is absent is unknown. */
export type Facts = Readonly<Record<string, number | string | boolean>>;

/** A value of a fact, drawn evenly. */
export function drawValue(shape: FactShape, chance: Chance): number | string | boolean {
  if (shape.kind === "boolean") return chance.next() < 0.5;
  if (shape.kind === "enum") return chance.pick(shape.values);
  return shape.least + shape.step * chance.below(Math.floor((shape.most - shape.least) / shape.step) + 1);
}

/**
 * Synthetic people.
 *
 * @param missing share of the facts that are not known, 0–1
 */
export function synthesisePeople(people: number, seed: number, missing: number): Facts[] {
  const chance = new Chance(seed);
  return Array.from({ length: people }, () => {
    const facts: Record<string, number | string | boolean> = {};
    for (const [name, shape] of Object.entries(factShapes)) {
      const value = drawValue(shape, chance);
      if (missing === 0 || chance.next() >= missing) facts[name] = value;
    }
    return facts;
  });
}
