import { describe, expect, it } from "vitest";
import { twoVisits } from "../../test/twoVisits.js";
import { evaluate } from "../evaluate/evaluate.js";
import { explainUnassigned } from "../explain/explainUnassigned.js";
import type { Caregiver } from "../model/caregiver.js";
import type { Visit } from "../model/visit.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";
import { builtInChecks, type CheckedFeature } from "./checks.js";
import { defaultFeatures } from "./defaultFeatures.js";

interface Case {
  readonly name: string;
  readonly visit: Partial<Visit>;
  readonly fit: Partial<Caregiver>;
  readonly unfit: Partial<Caregiver>;
  readonly reason: string;
  readonly breach: string;
}

const otherDay = { date: "2026-11-24", from: "08:00", to: "16:00", start: "station", end: "station" };

const cases: readonly Case[] = [
  {
    name: "a skill at its level",
    visit: { needs: { skills: { bathing: 2 } } },
    fit: { skills: { bathing: 3 } },
    unfit: { skills: { bathing: 1 } },
    reason: "SKILL_MISSING",
    breach: "SKILL_MISSING",
  },
  {
    name: "a certificate that is valid on the day",
    visit: { needs: { certificates: [{ kind: "nurse", level: 2 }] } },
    fit: { certificates: [{ kind: "nurse", level: 2, validTo: "2026-11-23" }] },
    unfit: { certificates: [{ kind: "nurse", level: 2, validTo: "2026-11-22" }] },
    reason: "CERTIFICATE_MISSING",
    breach: "CERTIFICATE_MISSING",
  },
  {
    name: "training by the day",
    visit: { needs: { trained: true } },
    fit: { trainedOn: "2026-11-23" },
    unfit: { trainedOn: "2026-11-24" },
    reason: "NOT_TRAINED",
    breach: "NOT_TRAINED",
  },
  {
    name: "training that is known to be lacking",
    visit: { needs: { trained: true } },
    fit: { trainedOn: "2020-01-01" },
    unfit: { trainedOn: null },
    reason: "NOT_TRAINED",
    breach: "NOT_TRAINED",
  },
  {
    name: "training of which nobody has told",
    visit: { needs: { trained: true } },
    fit: { trainedOn: "2026-11-22" },
    unfit: {},
    reason: "TRAINING_UNKNOWN",
    breach: "TRAINING_UNKNOWN",
  },
  {
    name: "a wish for a caregiver's sex",
    visit: { needs: { sex: "female" } },
    fit: { sex: "female" },
    unfit: { sex: "male" },
    reason: "SEX_WISH",
    breach: "SEX_WISH",
  },
  {
    name: "a wish for a language",
    visit: { needs: { language: "mn" } },
    fit: { languages: ["zh", "mn"] },
    unfit: { languages: ["zh"] },
    reason: "LANGUAGE_WISH",
    breach: "LANGUAGE_WISH",
  },
  { name: "a tag", visit: { needs: { tags: ["dementia"] } }, fit: { tags: ["dementia"] }, unfit: {}, reason: "TAG_MISSING", breach: "TAG_MISSING" },
  {
    name: "the goods that can be carried",
    visit: { needs: { stock: { meals: 2 } } },
    fit: { stock: { meals: 2 } },
    unfit: { stock: { meals: 1 } },
    reason: "STOCK_SHORT",
    breach: "STOCK_SHORT",
  },
  {
    name: "the longest work of a day",
    visit: {},
    fit: { workMinutes: { perDay: 110 } },
    unfit: { workMinutes: { perDay: 109 } },
    reason: "WORK_LIMIT",
    breach: "DAY_TOO_LONG",
  },
  {
    name: "the longest work of a week",
    visit: {},
    fit: { workMinutes: { perWeek: 110 } },
    unfit: { workMinutes: { perWeek: 109 } },
    reason: "WORK_LIMIT",
    breach: "WEEK_TOO_LONG",
  },
  { name: "the caregivers barred", visit: {}, fit: {}, unfit: {}, reason: "BARRED", breach: "BARRED" },
  { name: "the caregivers named", visit: {}, fit: {}, unfit: {}, reason: "NOT_AMONG_ONLY", breach: "NOT_AMONG_ONLY" },
];

/** One visit, one caregiver: `x-1` with a lunch break after it takes 110 minutes of paid work. */
const lone = (visit: Partial<Visit>, caregiver: Partial<Caregiver>) => {
  const problem = twoVisits({ visit, caregiver });
  const spare: Caregiver = { id: "c-2", profile: "walk", shifts: [otherDay] };
  return { ...problem, caregivers: [...problem.caregivers, spare], visits: problem.visits.slice(0, 1) };
};

const byHand = (problem: ReturnType<typeof lone>) =>
  evaluate(problem, [{ caregiver: "c-1", date: "2026-11-23", stops: [{ kind: "visit", id: "x-1" }] }]);

describe.each(cases)("$name", ({ visit, fit, unfit, reason, breach }) => {
  const named = { BARRED: { bars: ["c-1"] }, NOT_AMONG_ONLY: { only: ["c-2"] } }[reason] ?? {};
  const unnamed = { BARRED: { bars: ["c-2"] }, NOT_AMONG_ONLY: { only: ["c-1"] } }[reason] ?? {};

  it("lets who fits make the visit", async () => {
    const problem = lone({ ...visit, ...unnamed }, fit);
    expect((await solve(problem, { maxIterations: 20 })).plan.unassigned).toEqual([]);
  });

  it("keeps who does not fit from it, with the reason", async () => {
    const { plan } = await solve(lone({ ...visit, ...named }, unfit), { maxIterations: 20 });
    expect(plan.unassigned.map(({ visit: left, kind, reasons }) => [left, kind, reasons.find(({ caregiver }) => caregiver === "c-1")?.code])).toEqual(
      [["x-1", "impossible", reason]],
    );
  });

  it("is kept where appointments are put in order, too", async () => {
    const made = async (problem: ReturnType<typeof lone>) => {
      const { plan } = await solve({ ...problem, objective: { idlestMinute: 0.001 } }, { maxIterations: 20 });
      return plan.routes.length === 1 || plan.unassigned[0]?.reasons.find(({ caregiver }) => caregiver === "c-1")?.code;
    };
    expect(await made(lone({ ...visit, ...unnamed }, fit))).toBe(true);
    expect(await made(lone({ ...visit, ...named }, unfit))).toBe(reason);
  });

  it("is found by the checker in a plan made by hand", () => {
    const problem = lone({ ...visit, ...named }, unfit);
    expect(verify(problem, byHand(problem)).map(({ code }) => code)).toEqual([breach]);
  });
});

describe("a fixed visit", () => {
  const fixed = { caregiver: "c-1", date: "2026-11-23", start: "09:20" };

  it("stays with its caregiver, date and start", async () => {
    const { plan } = await solve(lone({ fixed }, {}), { maxIterations: 20 });
    expect(plan.routes.map(({ caregiver, stops }) => [caregiver, stops[0]?.start])).toEqual([["c-1", "09:20"]]);
  });

  it("is found by the checker where the plan moves it", () => {
    const problem = lone({}, {});
    const plan = byHand(problem);
    const moved = { ...problem, visits: problem.visits.map((visit) => ({ ...visit, fixed: { caregiver: "c-2", date: "2026-11-24" } })) };
    expect(verify(moved, plan).map(({ code }) => code)).toEqual(["FIXED_MOVED"]);
    expect(explainUnassigned(moved, { ...plan, routes: [] })[0]?.reasons[0]).toEqual({
      code: "FIXED_ELSEWHERE",
      caregiver: "c-1",
      relax: { fixed: null },
    });
  });
});

describe("a preferred caregiver", () => {
  it("is chosen where that costs less than the road to another", async () => {
    const problem = lone({ prefers: ["c-2"] }, {});
    const both = { ...problem, caregivers: problem.caregivers.map((caregiver) => ({ ...caregiver, shifts: [{ ...otherDay, date: "2026-11-23" }] })) };
    const { plan } = await solve(both, { maxIterations: 20 });
    expect([plan.routes[0]?.caregiver, plan.cost.notPreferred]).toEqual(["c-2", 0]);
    expect(byHand(both).cost.notPreferred).toBe(2);
  });
});

describe("the list of features", () => {
  it("has a check half for each search half, under the same name", () => {
    const halves = ({ name, check, reasons = {} }: CheckedFeature) => [name, check, reasons];
    expect(builtInChecks.map(halves)).toEqual(defaultFeatures.map(halves));
  });
});
