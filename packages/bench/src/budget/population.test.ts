import { budgetYear } from "@eldercare/core/subsidy";
import { describe, expect, it } from "vitest";
import { syntheticHouseholds } from "./population.js";
import { exampleBenefits, exampleLinkages } from "./rules.js";

const budget = (seed: number) =>
  budgetYear({
    households: syntheticHouseholds(400, seed, 2026),
    benefits: exampleBenefits(30_000),
    linkages: exampleLinkages,
    year: 2026,
    payDelayMonths: 1,
    clauses: [],
  }).value;

describe("the synthetic population of the budget benchmark", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(budget(1)).toEqual(budget(1));
    expect(budget(2).mostFen).not.toBe(budget(1).mostFen);
  });

  it("makes each benefit be paid, some months open, and the nursing subsidies meet", () => {
    const { lines, leastFen, mostFen, holders } = budget(1);
    expect(holders).toBe(400);
    for (const line of lines) expect(line.leastFen).toBeGreaterThan(0);
    expect(lines.some(({ months }) => months.some(({ openHolders }) => openHolders > 0))).toBe(true);
    expect(mostFen - leastFen).toBeLessThan(lines.reduce((sum, line) => sum + line.mostFen - line.leastFen, 0));
  });
});
