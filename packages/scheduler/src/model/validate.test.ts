import { describe, expect, it } from "vitest";
import { randomProblem } from "../../test/randomProblem.js";
import { twoVisits } from "../../test/twoVisits.js";
import { wordedIssues } from "../../test/wordedIssues.js";
import type { Shift } from "./caregiver.js";
import type { Problem, TravelProfile } from "./problem.js";
import { validate } from "./validate.js";
import type { Visit } from "./visit.js";

const found = (problem: Problem): [string, string][] => validate(problem).map(({ code, pointer }) => [code, pointer]);
const base = twoVisits();
const shift: Shift = { date: "2026-11-23", from: "08:00", to: "16:00", start: "station", end: "station" };
const withVisit = (visit: Partial<Visit>): Problem => twoVisits({ visit });
const withShifts = (...shifts: Shift[]): Problem => twoVisits({ caregiver: { shifts } });
const withMatrix = (durationsSeconds: (number | null)[]): Problem => ({
  ...base,
  travel: { profiles: { walk: { kind: "matrix", durationsSeconds } } },
});

describe("a problem without fault", () => {
  it("has no issue", () => {
    expect(found(base)).toEqual([]);
    for (let seed = 1; seed <= 20; seed++)
      expect(validate(randomProblem(seed, { visits: 8, caregivers: 3, days: 3, rich: true })).filter(({ severity }) => severity === "error")).toEqual(
        [],
      );
  });
});

describe("each fault of a problem", () => {
  const cases: readonly (readonly [string, Problem, readonly (readonly [string, string])[]])[] = [
    ["a horizon upside down", { ...base, horizon: { from: "2026-11-29", to: "2026-11-23" } }, [["HORIZON_UPSIDE_DOWN", "/horizon/to"]]],
    ["a horizon of years", { ...base, horizon: { from: "2026-01-01", to: "2030-01-01" } }, [["HORIZON_TOO_LONG", "/horizon"]]],
    ["a time zone that is none", { ...base, timeZone: "Asia/Chengkou" }, [["REFERENCE_NOT_FOUND", "/timeZone"]]],
    ["a visit listed twice", { ...base, visits: [...base.visits, ...base.visits.slice(0, 1)] }, [["DUPLICATE_ID", "/visits/2/id"]]],
    ["an unknown place", withVisit({ place: "nowhere" }), [["REFERENCE_NOT_FOUND", "/visits/0/place"]]],
    [
      "an unknown caregiver preferred, named and barred",
      withVisit({ prefers: ["a"], only: ["b"], bars: ["c"] }),
      [
        ["REFERENCE_NOT_FOUND", "/visits/0/prefers/0"],
        ["REFERENCE_NOT_FOUND", "/visits/0/only/0"],
        ["REFERENCE_NOT_FOUND", "/visits/0/bars/0"],
      ],
    ],
    ["a caregiver both named and barred", withVisit({ only: ["c-1"], bars: ["c-1"] }), [["ONLY_AND_BARRED", "/visits/0/only/0"]]],
    ["dates that miss the horizon", withVisit({ when: { dates: ["2026-12-24"] } }), [["NO_DATE_IN_HORIZON", "/visits/0/when/dates"]]],
    [
      "dates upside down",
      withVisit({ when: { dates: { from: "2026-11-24", to: "2026-11-23" } } }),
      [["DATES_UPSIDE_DOWN", "/visits/0/when/dates/to"]],
    ],
    ["a window upside down", withVisit({ when: { daily: [{ from: "11:00", to: "09:00" }] } }), [["WINDOW_UPSIDE_DOWN", "/visits/0/when/daily/0/to"]]],
    [
      "a visit fixed to nobody known",
      withVisit({ fixed: { caregiver: "c-9", date: "2026-11-23" } }),
      [["REFERENCE_NOT_FOUND", "/visits/0/fixed/caregiver"]],
    ],
    ["a visit fixed to a day off", withVisit({ fixed: { caregiver: "c-1", date: "2026-11-24" } }), [["FIXED_WITHOUT_SHIFT", "/visits/0/fixed/date"]]],
    [
      "a visit fixed outside its hours",
      withVisit({ when: { daily: [{ from: "09:00", to: "10:00" }] }, fixed: { caregiver: "c-1", date: "2026-11-23", start: "11:00" } }),
      [["FIXED_OUTSIDE_WHEN", "/visits/0/fixed/start"]],
    ],
    ["a skill that nobody has", withVisit({ needs: { skills: { bathing: 1 } } }), [["NOBODY_HAS_SKILL", "/visits/0/needs/skills/bathing"]]],
    ["a shift from an unknown place", withShifts({ ...shift, start: "nowhere" }), [["REFERENCE_NOT_FOUND", "/caregivers/0/shifts/0/start"]]],
    ["a shift that ends before it begins", withShifts({ ...shift, to: "07:00" }), [["SHIFT_ENDS_BEFORE_IT_BEGINS", "/caregivers/0/shifts/0/to"]]],
    ["two shifts on a date", withShifts(shift, shift), [["TWO_SHIFTS_ON_A_DATE", "/caregivers/0/shifts/1/date"]]],
    [
      "a week cut by the horizon, where someone's weekly work is limited",
      twoVisits({ caregiver: { workMinutes: { perWeek: 2400 } } }),
      [["WEEK_CUT_BY_HORIZON", "/horizon"]],
    ],
    ["a shift outside the horizon", withShifts(shift, { ...shift, date: "2026-12-01" }), [["SHIFT_OUTSIDE_HORIZON", "/caregivers/0/shifts/1/date"]]],
    ["a caregiver without shifts", withShifts(), [["CAREGIVER_HAS_NO_SHIFT", "/caregivers/0/shifts"]]],
    [
      "a break outside its shift",
      withShifts({ ...shift, breaks: [{ minutes: 30, from: "17:00", to: "18:00" }] }),
      [["BREAK_OUTSIDE_SHIFT", "/caregivers/0/shifts/0/breaks/0"]],
    ],
    [
      "breaks that exclude each other",
      withShifts({
        ...shift,
        breaks: [
          { minutes: 60, from: "12:00", to: "12:00" },
          { minutes: 60, from: "12:30", to: "12:30" },
        ],
      }),
      [["BREAKS_DO_NOT_FIT", "/caregivers/0/shifts/0/breaks"]],
    ],
    ["an unknown travel profile", twoVisits({ caregiver: { profile: "sledge" } }), [["REFERENCE_NOT_FOUND", "/caregivers/0/profile"]]],
    ["a matrix of the wrong size", withMatrix([0, 1, 1, 0]), [["MATRIX_WRONG_SIZE", "/travel/profiles/walk/durationsSeconds"]]],
    [
      "negative entries of a matrix",
      withMatrix([0, 1, 1, 1, 0, -1, 1, Number.NaN, 0]),
      [["MATRIX_ENTRY_INVALID", "/travel/profiles/walk/durationsSeconds/5"]],
    ],
    [
      "a matrix row of zeros between places apart",
      withMatrix([0, 0, 0, 1, 0, 1, 1, 1, 0]),
      [["MATRIX_ROW_ALL_ZERO", "/travel/profiles/walk/durationsSeconds/0"]],
    ],
  ];

  it.each(cases)("is found: %s", (_, problem, issues) => {
    expect(found(problem)).toEqual(issues);
  });

  it("is worded for people, with what was seen", async () => {
    await expect(wordedIssues(cases)).toMatchFileSnapshot("../../test/data/issues-problem.txt");
  });

  it("is found together with all others of the shape, unknown keys among them", () => {
    const written: unknown = {
      ...base,
      pairs: [],
      visits: [{ ...base.visits[0], serviceMinutes: 0, when: { dates: ["2026-02-30"], weekly: true } }, { id: "x-2" }],
      objective: { travelMinutes: 1 },
    };
    expect(found(written as Problem)).toEqual([
      ["UNKNOWN_KEY", "/objective/travelMinutes"],
      ["UNKNOWN_KEY", "/pairs"],
      ["OUT_OF_RANGE", "/visits/0/serviceMinutes"],
      ["NOT_A_DATE", "/visits/0/when/dates/0"],
      ["UNKNOWN_KEY", "/visits/0/when/weekly"],
      ["MISSING_FIELD", "/visits/1/place"],
      ["MISSING_FIELD", "/visits/1/serviceMinutes"],
    ]);
  });

  it("carries a wording in both languages and what to do", () => {
    const [issue] = validate(withVisit({ when: { daily: [{ from: "11:00", to: "09:00" }] } }));
    expect(issue).toMatchObject({ severity: "error", seen: '"09:00"', message: { en: 'the window ends at "09:00", before it begins' } });
    expect(issue?.advice.zh).toBe("核对时段；跨午夜的时段拆成两个");
  });
});

describe("a travel profile", () => {
  it("may say that there is no way", () => {
    const profile: TravelProfile = { kind: "matrix", durationsSeconds: [0, null, 1, 1, 0, Number.POSITIVE_INFINITY, 1, 1, 0] };
    expect(found({ ...base, travel: { profiles: { walk: profile } } })).toEqual([]);
  });
});

describe("a limit of weekly work", () => {
  const limited = (from: string, to: string): string[] =>
    found({ ...twoVisits({ caregiver: { workMinutes: { perWeek: 2400 } } }), horizon: { from, to } }).map(([code]) => code);

  it("goes without a warning where the horizon is made of whole weeks", () => {
    expect(limited("2026-11-23", "2026-11-29")).toEqual([]);
    expect(limited("2026-11-16", "2026-11-29")).toEqual([]);
    expect(limited("2026-11-23", "2026-11-30")).toEqual(["WEEK_CUT_BY_HORIZON"]);
    expect(limited("2026-11-22", "2026-11-29")).toEqual(["WEEK_CUT_BY_HORIZON"]);
  });
});
