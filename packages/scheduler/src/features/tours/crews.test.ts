import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onTour, type TourWanted, tourDates } from "../../../test/onTour.js";
import { randomTours } from "../../../test/randomTours.js";
import { analyse } from "../../advise/analysis/analyse.js";
import { suggest } from "../../advise/desk/adviser.js";
import { evaluate } from "../../evaluate/evaluate.js";
import type { Caregiver } from "../../model/caregiver.js";
import type { Problem } from "../../model/problem.js";
import type { Tour } from "../../model/tour.js";
import { validate } from "../../model/validate.js";
import type { Visit } from "../../model/visit.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

const [first, second] = tourDates;
const stop = (id: string) => ({ kind: "visit" as const, id });
const bothVisits = [{ caregiver: "c-1", date: first, stops: [stop("x-1"), stop("x-2")] }];

/** What the search leaves out and why, and what the checker finds where nothing is left out. */
async function both(problem: Problem, routes: Parameters<typeof evaluate>[1] = bothVisits) {
  const { plan } = await solve(problem, { maxIterations: 100, seed: 1 });
  expect(verify(problem, plan)).toEqual([]);
  const left = plan.unassigned.map(({ visit, reasons }) => [visit, ...new Set(reasons.map(({ code }) => code))].join(" "));
  return { left, found: verify(problem, evaluate(problem, routes)).map(({ code, caregiver }) => `${code} ${caregiver}`) };
}

const either = (has: Partial<Caregiver>, other: Partial<Caregiver> = {}) => [[has, other] as const, [other, has] as const];

describe("everybody in a crew", () => {
  it("has her own limit on the overtime of a day", async () => {
    const fits = { workMinutes: { perDay: 300, overtimePerDay: 40 } };
    for (const crew of either(fits)) expect(await both(onTour({ crew }))).toEqual({ left: [], found: [] });
    const over = { workMinutes: { perDay: 300, overtimePerDay: 39 } };
    for (const [row, crew] of either(over).entries())
      expect(await both(onTour({ crew }))).toEqual({ left: ["x-2 WORK_LIMIT"], found: [`DAY_OVERTIME_TOO_LONG c-${row + 1}`] });
  });

  it("has been trained where a visit asks for it", async () => {
    const visits = [{ needs: { trained: true } }, {}] as const;
    const trained = { trainedOn: "2026-01-01" };
    expect(await both(onTour({ visits, crew: [trained, trained] }))).toEqual({ left: [], found: [] });
    for (const [row, crew] of either({}, trained).entries())
      expect(await both(onTour({ visits, crew }))).toEqual({ left: ["x-1 TRAINING_UNKNOWN"], found: [`TRAINING_UNKNOWN c-${row + 1}`] });
    for (const [row, crew] of either({ trainedOn: null }, trained).entries())
      expect(await both(onTour({ visits, crew }))).toEqual({ left: ["x-1 NOT_TRAINED"], found: [`NOT_TRAINED c-${row + 1}`] });
  });

  it("serves the area in which the crew visits and fetches", async () => {
    const near = { serviceArea: { places: ["home-1"] } };
    for (const [row, crew] of either(near).entries()) {
      expect(await both(onTour({ crew }))).toEqual({ left: ["x-2 OUTSIDE_AREA"], found: [`OUTSIDE_AREA c-${row + 1}`] });
      const transports = [{ id: "t-1", from: "home-2", to: "home-1", boardMinutes: 5, alightMinutes: 5, priority: 1 as const }];
      const { plan } = await solve({ ...onTour({ crew }), transports }, { maxIterations: 50, seed: 1 });
      expect(plan.unassignedTransports?.map(({ reasons }) => reasons[0]?.code)).toEqual(["OUTSIDE_AREA"]);
    }
  });

  it("costs her hours", async () => {
    const wanted: TourWanted = { crew: [{ costPerHourFen: 6000 }, { costPerHourFen: 3000, serviceTimeFactor: 2 }], objective: { caregiverYuan: 1 } };
    const { plan } = await solve(onTour(wanted), { maxIterations: 50, seed: 1 });
    expect([plan.cost.caregiverCost, verify(onTour(wanted), plan)]).toEqual([180, []]);
  });

  it("is rated as the best of her crew", async () => {
    const wanted: TourWanted = { crew: [{ rating: 2 }, { rating: 4 }], objective: { ratingPoint: 1 } };
    const { plan } = await solve(onTour(wanted), { maxIterations: 50, seed: 1 });
    expect([plan.cost.lowerRating, verify(onTour(wanted), plan)]).toEqual([0, []]);
  });

  it("who is a trainee goes with a mentor of hers in the crew, and with nobody else", async () => {
    expect(await both(onTour({ crew: [{}, { mentoredBy: ["c-1"] }] }))).toEqual({ left: [], found: [] });
    const problem = onTour({ crew: [{}, { mentoredBy: ["c-3"] }] });
    const elsewhere = { ...problem, caregivers: [...problem.caregivers, { id: "c-3", profile: "road", shifts: [] }] };
    const { left, found } = await both(elsewhere);
    expect(left.map((each) => each.split(" ")[1])).toEqual(["MENTOR_MISSING", "MENTOR_MISSING"]);
    expect(found).toEqual(["MENTOR_MISSING c-2", "MENTOR_MISSING c-2"]);
  });
});

/** The team on one day of two, and who comes along alone on the other: 160 minutes of the team, 280 of her. */
function onBothDays(caregiver: Partial<Caregiver>, teamOn: string): Problem {
  const alone = teamOn === first ? second : first;
  const visits = [{ when: { dates: [teamOn] } }, { when: { dates: [alone] }, only: ["c-2"] }] as readonly [Partial<Visit>, Partial<Visit>];
  const { tours = [], ...problem } = onTour({ days: 2, crew: [{}, caregiver], visits });
  return { ...problem, tours: tours.map(({ lodgings, restMinutes, ...tour }): Tour => ({ ...tour, dates: [teamOn] })) };
}
const onBothRoutes = (teamOn: string) => [
  { caregiver: "c-1", date: teamOn, stops: [stop("x-1")] },
  { caregiver: "c-2", date: teamOn === first ? second : first, stops: [stop("x-2")] },
];

describe.each([[first], [second]])("who is in a crew on %s and alone on another day", (teamOn) => {
  const cases: readonly [string, Partial<Caregiver>, Partial<Caregiver>, string, string][] = [
    ["the week", { workMinutes: { perWeek: 440 } }, { workMinutes: { perWeek: 439 } }, "WORK_LIMIT", "WEEK_TOO_LONG"],
    [
      "overtime beyond the week",
      { workMinutes: { perWeek: 400, overtimePerDay: 40 } },
      { workMinutes: { perWeek: 400, overtimePerDay: 39 } },
      "WORK_LIMIT",
      "DAY_OVERTIME_TOO_LONG",
    ],
    [
      "the overtime of a month",
      { workMinutes: { perDay: 150, overtimePerDay: 130, overtimePerMonth: 140 } },
      { workMinutes: { perDay: 150, overtimePerDay: 130, overtimePerMonth: 139 } },
      "WORK_LIMIT",
      "MONTH_OVERTIME_TOO_LONG",
    ],
    ["days of rest", { restDaysPerWeek: 5 }, { restDaysPerWeek: 6 }, "REST_DAY", "TOO_FEW_REST_DAYS"],
  ];
  const history = { overtimeMinutes: { "c-2": { "2026-11": 0 } } };
  it.each(cases)("has both counted to %s", async (_, fits, over, reason, code) => {
    const whole = { ...onBothDays(fits, teamOn), history };
    expect(validate(whole).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await both(whole, onBothRoutes(teamOn))).toEqual({ left: [], found: [] });
    const { left, found } = await both({ ...onBothDays(over, teamOn), history }, onBothRoutes(teamOn));
    expect([left.map((each) => each.split(" ")[1]), found]).toEqual([[reason], [`${code} c-2`]]);
  });
});

describe("a tour of several days", () => {
  it("takes each of them from the days that each of its crew may work", async () => {
    for (const [row, crew] of either({ restDaysPerWeek: 6 }).entries()) {
      const problem = onTour({ days: 2, crew });
      const { plan } = await solve(problem, { maxIterations: 100, seed: 1 });
      expect([plan.routes, plan.unassigned.length, verify(problem, plan)]).toEqual([[], 2, []]);
      const routes = [first, second].map((date, at) => ({
        caregiver: "c-1",
        date,
        stops: [stop(`x-${at + 1}`), ...(at === 0 ? [{ kind: "lodging" as const, id: "camp-1" }] : [])],
      }));
      expect(verify(problem, evaluate(problem, routes)).map(({ code, caregiver }) => [code, caregiver])).toEqual([
        ["TOO_FEW_REST_DAYS", `c-${row + 1}`],
      ]);
    }
    const problem = onTour({ days: 2, crew: [{ restDaysPerWeek: 5 }, { restDaysPerWeek: 5 }] });
    expect((await solve(problem, { maxIterations: 100, seed: 1 })).plan.unassigned).toEqual([]);
  });
});

describe("problems with tours and limits on overtime and days of rest", () => {
  it("are solved to plans that keep them for everybody, and analysed to what they cost", async () => {
    const seen = { limited: 0, overtime: 0, resting: 0 };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const drawn = randomTours(seed, { visits: 8 + (seed % 10), caregivers: 3, days: 2 + (seed % 3), rich: false, transports: 0 });
        const caregivers = drawn.caregivers.map((caregiver, row) => ({
          ...caregiver,
          workMinutes: { perDay: 90 + ((seed + row) % 4) * 60, perWeek: 300, overtimePerDay: 30 + ((seed + row) % 3) * 45, overtimePerMonth: 120 },
          restDaysPerWeek: 4 + ((seed + row) % 3),
        }));
        const known = Object.fromEntries(caregivers.map(({ id }) => [id, { [drawn.horizon.from.slice(0, 7)]: 0 }]));
        const problem: Problem = { ...drawn, caregivers, history: { ...drawn.history, overtimeMinutes: known } };
        const { plan } = await solve(problem, { maxIterations: 100, seed });
        expect(verify(problem, plan)).toEqual([]);
        const { cost, prices, violations } = analyse(problem, plan);
        expect([cost, violations]).toEqual([plan.cost, []]);
        const days = prices.find(({ component }) => component === "caregiverDay");
        expect(days?.parts.reduce((sum, { amount }) => sum + amount, 0) ?? 0).toBeCloseTo(days?.amount ?? 0, 6);
        const free = { ...problem, caregivers: drawn.caregivers.map(({ workMinutes, restDaysPerWeek, ...caregiver }) => caregiver) };
        const broken = verify(problem, (await solve(free, { maxIterations: 100, seed })).plan).map(({ code }) => code);
        seen.overtime += broken.filter((code) => code.includes("OVERTIME")).length;
        seen.resting += broken.filter((code) => code === "TOO_FEW_REST_DAYS").length;
        if (plan.routes.some(({ tour }) => tour !== undefined)) seen.limited++;
      }),
      { numRuns: 60 },
    );
    expect([seen.limited > 5, seen.overtime > 5, seen.resting > 5]).toEqual([true, true, true]);
  });
});

describe("advice on a plan with a tour", () => {
  it("tells of everybody's days, and of no single visit yet", async () => {
    const problem = onTour({ objective: { caregiverDay: 7 } });
    const { plan } = await solve(problem, { maxIterations: 50, seed: 1 });
    const { figures, prices } = analyse(problem, plan);
    expect(figures.load.perCaregiver.map(({ caregiver, days, visits }) => [caregiver, days, visits])).toEqual([
      ["c-1", 1, 2],
      ["c-2", 1, 2],
    ]);
    expect(prices.find(({ component }) => component === "caregiverDay")?.parts.map(({ caregiver, amount }) => [caregiver, amount])).toEqual([
      ["c-1", 7],
      ["c-2", 7],
    ]);
    expect(figures.faces.mostCaregivers).toBe(2);
    expect(() => suggest(problem, plan, "x-1")).toThrowError(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "ADVICE_NOT_WITH_TOURS" })] }),
    );
  });
});
