import { describe, expect, it } from "vitest";
import { twoVisits } from "../../test/twoVisits.js";
import { evaluate } from "../evaluate/evaluate.js";
import type { Link } from "../model/link.js";
import type { Plan } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import { verify } from "../verify/verify.js";
import { dispatch } from "./dispatch.js";
import type { DispatchEvent } from "./event.js";

const date = "2026-11-23";
const shift = { date, from: "08:00", to: "16:00", start: "station", end: "station" };

/** Three caregivers and two linked visits, to one home unless said: the first caregiver makes x-1, the second x-2. */
function linked(
  link: { readonly kind: Link["kind"]; readonly minMinutes?: number; readonly maxMinutes?: number },
  amend: Partial<Problem["visits"][number]> = {},
): { problem: Problem; plan: Plan } {
  const visit = { person: "p-1", place: "home-1", serviceMinutes: 60, when: { daily: [{ from: "09:00", to: "12:00" }] } };
  const problem: Problem = {
    ...twoVisits(),
    caregivers: ["c-1", "c-2", "c-3"].map((id) => ({ id, profile: "walk", shifts: [shift] })),
    visits: [
      { ...visit, id: "x-1", fixed: { caregiver: "c-1", date } },
      { ...visit, id: "x-2", ...amend },
    ],
    links: [{ ...link, visits: ["x-1", "x-2"] } as Link],
  };
  const order = (caregiver: string, id: string) => ({ caregiver, date, stops: [{ kind: "visit" as const, id }] });
  return { problem, plan: evaluate(problem, [order("c-1", "x-1"), order("c-2", "x-2")]) };
}
const told = (plan: Plan): string[] => plan.routes.flatMap(({ caregiver, stops }) => stops.map(({ id, start }) => `${caregiver} ${id} ${start}`));
const after = async ({ problem, plan }: { problem: Problem; plan: Plan }, event: DispatchEvent): Promise<Plan> => {
  const result = await dispatch(problem, plan, event, { seed: 1 });
  expect(verify(result.problem, result.plan)).toEqual([]);
  return result.plan;
};

describe("linked visits of which one has begun", () => {
  it("keep their gap when another makes the second", async () => {
    const day = linked({ kind: "sequence", minMinutes: 30, maxMinutes: 60 });
    expect(told(day.plan)).toEqual(["c-1 x-1 09:00", "c-2 x-2 10:30"]);
    const plan = await after(day, { kind: "caregiverOut", at: `${date}T09:30`, caregiver: "c-2" });
    expect(told(plan)).toContain("c-1 x-1 09:00");
    expect(told(plan).find((line) => line.includes("x-2"))).toMatch(/ (10:[345]\d|11:00)$/);
  });

  it("keep their gap where the first lasts longer, counted from its new end", async () => {
    const day = linked({ kind: "sequence", minMinutes: 30, maxMinutes: 60 });
    const plan = await after(day, { kind: "overrun", at: `${date}T09:30`, visit: "x-1", minutes: 30 });
    expect(told(plan)).toEqual(["c-1 x-1 09:00", "c-1 x-2 11:00"]);
  });

  it("still take different caregivers", async () => {
    const day = linked(
      { kind: "apart" },
      { person: "p-2", place: "home-2", only: ["c-1", "c-2"], when: { daily: [{ from: "13:00", to: "13:00" }] } },
    );
    const plan = await after(day, { kind: "caregiverOut", at: `${date}T09:30`, caregiver: "c-2" });
    expect(plan.unassigned.map(({ visit, reasons }) => [visit, reasons.find(({ caregiver }) => caregiver === "c-1")?.code])).toEqual([
      ["x-2", "BARRED"],
    ]);
  });

  it("are answered for one by one: who helps falls away, the visit goes on", async () => {
    const day = linked({ kind: "together" });
    expect(told(day.plan)).toEqual(["c-1 x-1 09:00", "c-2 x-2 09:00"]);
    const plan = await after(day, { kind: "caregiverOut", at: `${date}T09:30`, caregiver: "c-2", finishesVisit: false });
    expect([told(plan), plan.unassigned.map(({ visit }) => visit)]).toEqual([["c-1 x-1 09:00"], ["x-2"]]);
  });

  it("are both planned anew where neither has begun", async () => {
    const day = linked({ kind: "together" });
    const plan = await after(day, { kind: "caregiverOut", at: `${date}T08:30`, caregiver: "c-2" });
    expect(told(plan)).toEqual(["c-1 x-1 09:00", "c-3 x-2 09:00"]);
  });
});
