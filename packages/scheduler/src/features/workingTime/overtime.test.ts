import { describe, expect, it } from "vitest";
import { bothSearches, workDays } from "../../../test/workDays.js";
import { evaluate } from "../../evaluate/evaluate.js";
import { validate } from "../../model/validate.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

type Wanted = Parameters<typeof workDays>[1];
type Days = Parameters<typeof workDays>[0];

const allMade = (problem: ReturnType<typeof workDays>) =>
  evaluate(
    problem,
    problem.visits.map(({ id }) => ({ caregiver: "c-1", date: id, stops: [{ kind: "visit" as const, id }] })),
  );
const overtime = { perDay: 480, overtimePerDay: 60 };

const cases: readonly {
  readonly name: string;
  readonly days: Days;
  readonly wanted: Wanted;
  readonly made: number;
  readonly breaches: readonly string[];
}[] = [
  {
    name: "an ordinary day without overtime is full",
    days: { "2026-11-23": 481 },
    wanted: { caregiver: { workMinutes: { perDay: 480 } } },
    made: 0,
    breaches: ["DAY_TOO_LONG"],
  },
  { name: "overtime adds to the day", days: { "2026-11-23": 540 }, wanted: { caregiver: { workMinutes: overtime } }, made: 1, breaches: [] },
  {
    name: "the overtime of a day has its limit",
    days: { "2026-11-23": 541 },
    wanted: { caregiver: { workMinutes: overtime } },
    made: 0,
    breaches: ["DAY_OVERTIME_TOO_LONG"],
  },
  {
    name: "beyond the week all work of a day is overtime",
    days: { "2026-11-23": 480, "2026-11-24": 80 },
    wanted: { caregiver: { workMinutes: { ...overtime, perWeek: 500 } } },
    made: 2,
    breaches: [],
  },
  {
    name: "beyond the week a day is no longer than its overtime",
    days: { "2026-11-23": 480, "2026-11-24": 81 },
    wanted: { caregiver: { workMinutes: { ...overtime, perWeek: 500 } } },
    made: 1,
    breaches: ["DAY_OVERTIME_TOO_LONG"],
  },
  {
    name: "a new week begins with ordinary work",
    days: { "2026-11-29": 480, "2026-11-30": 480 },
    wanted: { caregiver: { workMinutes: { ...overtime, perWeek: 480 } }, history: { overtimeMinutes: { "c-1": { "2026-11": 0 } } } },
    made: 2,
    breaches: [],
  },
  {
    name: "a month has its overtime",
    days: { "2026-12-01": 540, "2026-12-02": 530 },
    wanted: { caregiver: { workMinutes: { ...overtime, overtimePerMonth: 110 } } },
    made: 2,
    breaches: [],
  },
  {
    name: "a month has no more than its overtime",
    days: { "2026-12-01": 540, "2026-12-02": 531 },
    wanted: { caregiver: { workMinutes: { ...overtime, overtimePerMonth: 110 } } },
    made: 1,
    breaches: ["MONTH_OVERTIME_TOO_LONG"],
  },
  {
    name: "overtime before the horizon counts to its month",
    days: { "2026-11-24": 500 },
    wanted: { caregiver: { workMinutes: { ...overtime, overtimePerMonth: 110 } }, history: { overtimeMinutes: { "c-1": { "2026-11": 91 } } } },
    made: 0,
    breaches: ["MONTH_OVERTIME_TOO_LONG"],
  },
  {
    name: "overtime of a month does not count to the next",
    days: { "2026-11-30": 540, "2026-12-01": 540 },
    wanted: { caregiver: { workMinutes: { ...overtime, overtimePerMonth: 60 } }, history: { overtimeMinutes: { "c-1": { "2026-11": 0 } } } },
    made: 2,
    breaches: [],
  },
  {
    name: "in a month whose earlier overtime is unknown there is none",
    days: { "2026-11-24": 481 },
    wanted: { caregiver: { workMinutes: { ...overtime, overtimePerMonth: 2160 } } },
    made: 0,
    breaches: ["OVERTIME_IN_UNKNOWN_MONTH"],
  },
  {
    name: "work of the week before the horizon counts to the week",
    days: { "2026-11-25": 121 },
    wanted: { caregiver: { workMinutes: { perWeek: 600 } }, history: { workedMinutes: { "c-1": { "2026-11-23": 480, "2026-11-24": 0 } } } },
    made: 0,
    breaches: ["WEEK_TOO_LONG"],
  },
  {
    name: "ordinary work of the week before the horizon fills the week",
    days: { "2026-11-25": 181 },
    wanted: {
      caregiver: { workMinutes: { ...overtime, perWeek: 600 } },
      history: { workedMinutes: { "c-1": { "2026-11-23": 500, "2026-11-22": 480 } } },
    },
    made: 0,
    breaches: ["DAY_OVERTIME_TOO_LONG"],
  },
];

describe.each(bothSearches)("overtime in %s", (_, objective) => {
  it.each(cases)("$name", async ({ days, wanted, made }) => {
    const problem = workDays(days, { ...wanted, objective });
    const { plan } = await solve(problem, { maxIterations: 60, seed: 1 });
    expect(plan.routes).toHaveLength(made);
    expect(verify(problem, plan)).toEqual([]);
    for (const { reasons } of plan.unassigned) expect(reasons.map(({ code }) => code)).toEqual(["WORK_LIMIT"]);
  });
});

describe("overtime in a plan made by hand", () => {
  it.each(cases)("$name", ({ days, wanted, breaches }) => {
    const problem = workDays(days, wanted);
    expect(verify(problem, allMade(problem)).map(({ code }) => code)).toEqual(breaches);
  });
});

describe("limits on working time that are worth a word", () => {
  const found = (wanted: Wanted, days: Days = { "2026-11-25": 60 }) =>
    validate(workDays(days, wanted)).map(({ code, pointer, severity }) => [code, pointer, severity]);

  it("are overtime of no day and no week, and overtime of a month that no day may have", () => {
    expect(found({ caregiver: { workMinutes: { overtimePerDay: 60 } } })).toEqual([
      ["OVERTIME_WITHOUT_EFFECT", "/caregivers/0/workMinutes/overtimePerDay", "warning"],
    ]);
    expect(found({ caregiver: { workMinutes: { perDay: 60, overtimePerMonth: 60 } } })).toEqual([
      ["OVERTIME_WITHOUT_EFFECT", "/caregivers/0/workMinutes/overtimePerMonth", "warning"],
    ]);
  });

  it("are overtime in a month of which nothing is known, unless it begins in the horizon or the history tells", () => {
    const caregiver = { workMinutes: { ...overtime, overtimePerMonth: 2160 } };
    expect(found({ caregiver })).toEqual([["MONTH_OVERTIME_UNKNOWN", "/caregivers/0/workMinutes/overtimePerMonth", "warning"]]);
    expect(found({ caregiver }, { "2026-12-01": 60 })).toEqual([]);
    expect(found({ caregiver, history: { overtimeMinutes: { "c-1": { "2026-11": 0 } } } })).toEqual([]);
  });

  it("are a week cut by the horizon, unless the history tells of its days and nothing comes after", () => {
    const caregiver = { workMinutes: { perWeek: 600 } };
    const days = { "2026-11-25": 60, "2026-11-29": 60 };
    expect(found({ caregiver }, days).map(([code]) => code)).toEqual(["WEEK_CUT_BY_HORIZON"]);
    const workedMinutes = { "c-1": { "2026-11-23": 60, "2026-11-24": 0 } };
    expect(found({ caregiver, history: { workedMinutes } }, days)).toEqual([]);
    expect(found({ caregiver, history: { workedMinutes } }).map(([code]) => code)).toEqual(["WEEK_CUT_BY_HORIZON"]);
  });

  it("are a history of nobody, and one of days and months that are not before the horizon", () => {
    expect(
      found({
        history: {
          workedMinutes: { "c-2": { "2026-11-24": 60 }, "c-1": { "2026-11-24": 60, "2026-11-25": 60 } },
          overtimeMinutes: { "c-1": { "2026-11": 0, "2026-12": 0 } },
        },
      }),
    ).toEqual([
      ["HISTORY_OF_NOBODY", "/history/workedMinutes/c-2", "warning"],
      ["HISTORY_INSIDE_HORIZON", "/history/workedMinutes/c-1/2026-11-25", "warning"],
      ["HISTORY_INSIDE_HORIZON", "/history/overtimeMinutes/c-1/2026-12", "warning"],
    ]);
  });
});
