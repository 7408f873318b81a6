import { describe, expect, it } from "vitest";
import { type AssessmentResult, recogniseAssessment, validUntil } from "./recogniseAssessment.js";

const result = (id: string, assessedOn: string, level: number, department?: string): AssessmentResult => ({
  id,
  assessedOn,
  level,
  ...(department === undefined ? {} : { department }),
});
const recognise = (...assessments: AssessmentResult[]) =>
  recogniseAssessment({ assessments, on: "2026-06-01", recognised: ["civilAffairs", "health"], validMonths: 12, clauses: ["CL-2.1.1-b"] }).value;

describe("the validity of an assessment", () => {
  it("ends on the same day of its last month, or on the last of that month", () => {
    expect(validUntil("2025-08-31", 6)).toBe("2026-02-28");
    expect(recognise(result("a", "2025-06-01", 2, "health"))).toMatchObject({ state: "recognised", validUntil: "2026-06-01" });
    expect(recognise(result("a", "2025-05-31", 2, "health"))).toMatchObject({ state: "none", setAside: [{ id: "a", why: "expired" }] });
  });
});

describe("mutual recognition", () => {
  it("takes the newest of recognised departments, and names those that say otherwise", () => {
    const found = recognise(
      result("a", "2026-01-01", 2, "civilAffairs"),
      result("b", "2026-03-01", 3, "health"),
      result("c", "2026-05-01", 1, "insurance"),
      result("d", "2026-07-01", 0, "health"),
    );
    expect(found).toMatchObject({ state: "recognised", assessment: { id: "b", level: 3 }, validUntil: "2027-03-01", conflicts: ["a"], missing: [] });
    expect(found.setAside).toEqual([
      { id: "d", why: "notYet" },
      { id: "c", why: "notRecognised" },
    ]);
  });

  it("does not pass over a newer assessment whose department is unknown", () => {
    const found = recognise(result("a", "2026-01-01", 2, "health"), result("b", "2026-03-01", 3));
    expect(found).toMatchObject({ state: "undetermined", missing: ["department of b"] });
    expect(recognise(result("a", "2026-01-01", 2, "health"), result("b", "2026-03-01", 2))).toMatchObject({
      state: "recognised",
      assessment: { id: "a" },
    });
    expect(recognise(result("a", "2026-03-01", 2, "health"), result("b", "2026-01-01", 3))).toMatchObject({
      state: "recognised",
      assessment: { id: "a" },
    });
  });

  it("does not choose between two of one day that differ", () => {
    expect(recognise(result("a", "2026-01-01", 2, "health"), result("b", "2026-01-01", 3, "civilAffairs"))).toMatchObject({
      state: "undetermined",
      conflicts: ["b"],
    });
  });

  it("is undetermined where the pack does not say how long an assessment is valid", () => {
    const question = { assessments: [result("a", "2020-01-01", 2, "health")], on: "2026-06-01", recognised: ["health"], clauses: [] };
    expect(recogniseAssessment(question).value).toMatchObject({ state: "undetermined", missing: ["validMonths"] });
  });

  it("is the same in whatever order the assessments come", () => {
    const all = [result("a", "2026-01-01", 2, "health"), result("b", "2026-01-01", 2, "health"), result("c", "2025-12-01", 3, "health")];
    expect(recognise(...all.toReversed())).toEqual(recognise(...all));
  });

  it("refuses dates that do not exist and ids that occur twice", () => {
    expect(() => recognise(result("a", "2026-02-30", 2), result("a", "2026-01-01", 1.5))).toThrow(
      /NOT_A_DATE at \/assessments\/0\/assessedOn.*\(\+2 more\)/,
    );
  });
});
