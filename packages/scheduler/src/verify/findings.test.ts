import { describe, expect, it } from "vitest";
import { everyChange } from "../../test/everyChange.js";
import { good, planted, problem, ride, riding, withFixed } from "../../test/faultyPlans.js";
import { onTour } from "../../test/onTour.js";
import { twoVisits } from "../../test/twoVisits.js";
import { evaluate } from "../evaluate/evaluate.js";
import type { Plan, Violation } from "../model/plan.js";
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

describe("a plan with any one of its values changed", () => {
  const shift = { date: "2026-11-23", from: "08:00", to: "13:00", start: "station", end: "station", overtimeMinutes: 45 };
  const pauses = [
    { minutes: 30, from: "11:30", to: "12:00", required: false },
    { minutes: 15, from: "09:00", to: "09:05", required: false },
  ];
  // the second visit begins half an hour late and keeps her after hours, a break is missed
  const soft = twoVisits({
    caregiver: { shifts: [{ ...shift, breaks: pauses }] },
    visit: {
      serviceMinutes: 150,
      when: {
        daily: [
          { from: "09:00", to: "09:00" },
          { from: "09:20", to: "09:30" },
        ],
        soft: true,
      },
    },
    objective: { latestMinute: 1, idlestMinute: 1, waitingMinute: 1, caregiverDay: 3 },
  });
  const inOrder = (...ids: readonly string[]) => ids.map((id) => ({ kind: id.startsWith("break") ? ("break" as const) : ("visit" as const), id }));
  const tour = onTour({ days: 3, objective: { caregiverDay: 7 } });
  const begun: Problem = { ...withFixed({ state: "started" }), now: "2026-11-23T13:10" };
  const plans: Readonly<Record<string, { readonly problem: Problem; readonly plan: Plan }>> = {
    visits: { problem, plan: good },
    ride: { problem: riding(), plan: ride },
    soft: { problem: soft, plan: evaluate(soft, [{ caregiver: "c-1", date: "2026-11-23", stops: inOrder("x-1", "break-1", "x-2") }]) },
    tour: {
      problem: tour,
      plan: evaluate(tour, [
        { caregiver: "c-1", date: "2026-11-23", stops: inOrder("x-1") },
        { caregiver: "c-1", date: "2026-11-25", stops: inOrder("x-2") },
      ]),
    },
    begun: { problem: begun, plan: evaluate(begun, [{ caregiver: "c-1", date: "2026-11-23", stops: inOrder("x-2") }]) },
  };

  it.each(Object.entries(plans))("has the same found in it: %s", async (name, of) => {
    const codesOf = (plan: Plan): string => [...new Set(verify(of.problem, plan).map(({ code }) => code))].join(" ");
    const lines = everyChange(of.plan).map(({ what, plan }) => `${what}: ${codesOf(plan)}`);
    const text = [`as it is: ${codesOf(of.plan)}`, ...lines].join("\n");
    await expect(`${text}\n`).toMatchFileSnapshot(`../../test/data/changed-${name}.txt`);
  });
});
