import { describe, expect, it } from "vitest";
import { good, planted, problem, withFixed } from "../../test/faultyPlans.js";
import type { Violation } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import { verify } from "./verify.js";

const said = ({ code, message, ...about }: Violation): string => `${[code, ...Object.values(about)].join(" ")}\n  ${message.zh}\n  ${message.en}`;

describe("what the checker says", () => {
  it("names what was seen, what was expected, whom and when, and nothing that is right", async () => {
    const text = Object.entries(planted).map(([code, found]) => `# ${code}\n${found().map(said).join("\n")}\n`);
    await expect(text.join("\n")).toMatchFileSnapshot("../../test/data/findings.txt");
  });
});

describe("what has begun", () => {
  const needing = (of: Problem): Problem => ({
    ...of,
    visits: of.visits.map((visit) => (visit.id === "x-2" ? { ...visit, needs: { skills: { nursing: 2 } } } : visit)),
  });
  const codesOf = (of: Problem): string[] => verify(of, good).map(({ code }) => code);

  it("is not held against the plan where it is as it began, whatever it lacks", () => {
    expect(codesOf(needing(problem))).toContain("SKILL_MISSING");
    expect(codesOf(needing(withFixed({ state: "started" })))).not.toContain("SKILL_MISSING");
    expect(codesOf(needing(withFixed({ state: "done" })))).not.toContain("SKILL_MISSING");
  });

  it("is held against it where it is only fixed, or began with another caregiver", () => {
    expect(codesOf(needing(withFixed({})))).toContain("SKILL_MISSING");
    const [caregiver] = problem.caregivers;
    if (caregiver === undefined) throw new Error("a caregiver");
    const two: Problem = { ...problem, caregivers: [caregiver, { ...caregiver, id: "c-2" }] };
    const others = needing(withFixed({ caregiver: "c-2", state: "done" }, two));
    expect(codesOf(others)).toContain("SKILL_MISSING");
  });
});
