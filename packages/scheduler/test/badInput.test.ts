import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import type { Caregiver, Shift } from "../src/model/caregiver.js";
import type { Problem } from "../src/model/problem.js";
import type { Transport } from "../src/model/transport.js";
import { validate } from "../src/model/validate.js";
import type { Visit } from "../src/model/visit.js";
import { solve } from "../src/solve.js";
import { verify } from "../src/verify/verify.js";
import { twoVisits } from "./twoVisits.js";
import { wordedIssues } from "./wordedIssues.js";

type Found = readonly (readonly [code: string, pointer: string])[];
type Row = readonly [kind: string, problem: unknown, issues: Found];

const found = (problem: unknown): [string, string][] => validate(problem as Problem).map(({ code, pointer }) => [code, pointer]);

const base = twoVisits();
const shift: Shift = { date: "2026-11-23", from: "08:00", to: "16:00", start: "station", end: "station" };
const ride: Transport = { id: "t-1", from: "home-1", to: "home-2", boardMinutes: 5, alightMinutes: 5 };
const van = { id: "van", seats: 4 };

/** Whatever is written over a part, of whatever kind. */
const visit = (fields: object): Problem => twoVisits({ visit: fields as Partial<Visit> });
const caregiver = (fields: object): Problem => twoVisits({ caregiver: fields as Partial<Caregiver> });
const shifts = (...fields: object[]): Problem => caregiver({ shifts: fields.map((field) => ({ ...shift, ...field })) });
const place = (fields: object) => ({ ...base, places: base.places.map((other, row) => (row === 1 ? { ...other, ...fields } : other)) });
const transport = (fields: object) => ({ ...base, vehicles: [van], transports: [{ ...ride, ...fields }] });
const profile = (fields: object) => ({
  ...base,
  travel: { profiles: { walk: { kind: "matrix", durationsSeconds: [0, 1, 1, 1, 0, 1, 1, 1, 0], ...fields } } },
});
const durations = (durationsSeconds: unknown) => profile({ durationsSeconds });
const without = (value: object, key: string): object => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));

const history = (fields: object) => ({ ...base, history: fields });

const upsideDown = { from: "11:00", to: "09:00" };

const reversed: readonly Row[] = [
  ["the horizon", { ...base, horizon: { from: "2026-11-24", to: "2026-11-23" } }, [["HORIZON_UPSIDE_DOWN", "/horizon/to"]]],
  [
    "the hours of a visit, the second and the third",
    visit({ when: { daily: [{ from: "08:00", to: "09:00" }, upsideDown, upsideDown] } }),
    [
      ["WINDOW_UPSIDE_DOWN", "/visits/0/when/daily/1/to"],
      ["WINDOW_UPSIDE_DOWN", "/visits/0/when/daily/2/to"],
    ],
  ],
  ["the dates of a visit", visit({ when: { dates: { from: "2026-11-24", to: "2026-11-23" } } }), [["DATES_UPSIDE_DOWN", "/visits/0/when/dates/to"]]],
  [
    "the moments of a visit",
    visit({ when: { notBefore: "2026-11-23T12:00", dueBy: "2026-11-23T11:00" } }),
    [["DUE_BEFORE_RELEASE", "/visits/0/when/dueBy"]],
  ],
  [
    "the hours of boarding and of alighting",
    transport({ when: { daily: [upsideDown], alight: [upsideDown] } }),
    [
      ["WINDOW_UPSIDE_DOWN", "/transports/0/when/daily/0/to"],
      ["WINDOW_UPSIDE_DOWN", "/transports/0/when/alight/0/to"],
    ],
  ],
  ["the hours of a break", shifts({ breaks: [{ minutes: 30, ...upsideDown }] }), [["BREAK_OUTSIDE_SHIFT", "/caregivers/0/shifts/0/breaks/0"]]],
  ["a shift across midnight", shifts({ from: "22:00", to: "06:00" }), [["SHIFT_ENDS_BEFORE_IT_BEGINS", "/caregivers/0/shifts/0/to"]]],
  ["a shift that ends as it begins", shifts({ from: "08:00", to: "08:00" }), [["SHIFT_ENDS_BEFORE_IT_BEGINS", "/caregivers/0/shifts/0/to"]]],
];

const numbers: readonly Row[] = [
  [
    "coordinates that are NaN",
    place({ lng: Number.NaN, lat: Number.NaN }),
    [
      ["WRONG_TYPE", "/places/1/lng"],
      ["WRONG_TYPE", "/places/1/lat"],
    ],
  ],
  [
    "coordinates that are infinite",
    place({ lng: Number.POSITIVE_INFINITY, lat: Number.NEGATIVE_INFINITY }),
    [
      ["NOT_A_NUMBER", "/places/1/lng"],
      ["OUT_OF_RANGE", "/places/1/lng"],
      ["NOT_A_NUMBER", "/places/1/lat"],
      ["OUT_OF_RANGE", "/places/1/lat"],
    ],
  ],
  ["coordinates in the wrong order", place({ lng: 31.9, lat: 108.6 }), [["OUT_OF_RANGE", "/places/1/lat"]]],
  ["a visit of no minutes", visit({ serviceMinutes: 0 }), [["OUT_OF_RANGE", "/visits/0/serviceMinutes"]]],
  ["a visit of negative minutes", visit({ serviceMinutes: -30 }), [["OUT_OF_RANGE", "/visits/0/serviceMinutes"]]],
  ["a visit of NaN minutes", visit({ serviceMinutes: Number.NaN }), [["WRONG_TYPE", "/visits/0/serviceMinutes"]]],
  ["a visit of more than a day", visit({ serviceMinutes: 1441 }), [["OUT_OF_RANGE", "/visits/0/serviceMinutes"]]],
  [
    "negative minutes to board and to alight",
    transport({ boardMinutes: -1, alightMinutes: -1 }),
    [
      ["OUT_OF_RANGE", "/transports/0/boardMinutes"],
      ["OUT_OF_RANGE", "/transports/0/alightMinutes"],
    ],
  ],
  [
    "a break of no minutes",
    shifts({ breaks: [{ minutes: 0, from: "11:00", to: "12:00" }] }),
    [["OUT_OF_RANGE", "/caregivers/0/shifts/0/breaks/0/minutes"]],
  ],
  ["a service time factor of zero", caregiver({ serviceTimeFactor: 0 }), [["OUT_OF_RANGE", "/caregivers/0/serviceTimeFactor"]]],
  ["a negative limit of work", caregiver({ workMinutes: { perDay: -1 } }), [["OUT_OF_RANGE", "/caregivers/0/workMinutes/perDay"]]],
  ["more days of rest than a week has", caregiver({ restDaysPerWeek: 8 }), [["OUT_OF_RANGE", "/caregivers/0/restDaysPerWeek"]]],
  [
    "a day of more than 24 hours of work",
    history({ workedMinutes: { "c-1": { "2026-11-20": 1441 } } }),
    [["OUT_OF_RANGE", "/history/workedMinutes/c-1/2026-11-20"]],
  ],
  [
    "work of a month where days are asked for",
    history({ workedMinutes: { "c-1": { "2026-11": 60 } } }),
    [["NOT_A_DATE", "/history/workedMinutes/c-1/2026-11"]],
  ],
  [
    "overtime of a month that is none",
    history({ overtimeMinutes: { "c-1": { "2026-13": 60 } } }),
    [["NOT_A_MONTH", "/history/overtimeMinutes/c-1/2026-13"]],
  ],
  ["a negative weight", { ...base, objective: { travelMinute: -1 } }, [["OUT_OF_RANGE", "/objective/travelMinute"]]],
  ["prices of four priorities", { ...base, objective: { unservedPriority: [1, 2, 3, 4] } }, [["OUT_OF_RANGE", "/objective/unservedPriority"]]],
];

const unknownIds: readonly Row[] = [
  ["the time zone", { ...base, timeZone: "Asia/Chengkou" }, [["REFERENCE_NOT_FOUND", "/timeZone"]]],
  ["the place of a visit", visit({ place: "?" }), [["REFERENCE_NOT_FOUND", "/visits/0/place"]]],
  [
    "the caregivers of a visit",
    visit({ prefers: ["c-1", "?"], only: ["c-1", "?"], bars: ["?"], fixed: { caregiver: "?", date: "2026-11-23" } }),
    [
      ["REFERENCE_NOT_FOUND", "/visits/0/prefers/1"],
      ["REFERENCE_NOT_FOUND", "/visits/0/only/1"],
      ["REFERENCE_NOT_FOUND", "/visits/0/bars/0"],
      ["ONLY_AND_BARRED", "/visits/0/only/1"],
      ["REFERENCE_NOT_FOUND", "/visits/0/fixed/caregiver"],
    ],
  ],
  [
    "the skill and the equipment that a visit needs",
    visit({ needs: { skills: { bathing: 1 }, equipment: ["tub"] } }),
    [
      ["NOBODY_HAS_SKILL", "/visits/0/needs/skills/bathing"],
      ["NOTHING_HAS_EQUIPMENT", "/visits/0/needs/equipment/0"],
    ],
  ],
  ["the profile of a caregiver", caregiver({ profile: "sledge" }), [["REFERENCE_NOT_FOUND", "/caregivers/0/profile"]]],
  ["a profile named like what every object has", caregiver({ profile: "constructor" }), [["REFERENCE_NOT_FOUND", "/caregivers/0/profile"]]],
  [
    "the vehicle and the places of a shift",
    shifts({ start: "?", end: "?", vehicle: "?" }),
    [
      ["REFERENCE_NOT_FOUND", "/caregivers/0/shifts/0/vehicle"],
      ["REFERENCE_NOT_FOUND", "/caregivers/0/shifts/0/start"],
      ["REFERENCE_NOT_FOUND", "/caregivers/0/shifts/0/end"],
    ],
  ],
  [
    "the places of a transport",
    transport({ from: "?", to: "?" }),
    [
      ["REFERENCE_NOT_FOUND", "/transports/0/from"],
      ["REFERENCE_NOT_FOUND", "/transports/0/to"],
    ],
  ],
];

const typo = { typo: 1 };
const unknownKeys: readonly Row[] = [
  ["the problem", { ...base, ...typo }, [["UNKNOWN_KEY", "/typo"]]],
  ["the horizon", { ...base, horizon: { ...base.horizon, ...typo } }, [["UNKNOWN_KEY", "/horizon/typo"]]],
  ["the travel", { ...base, travel: { ...base.travel, ...typo } }, [["UNKNOWN_KEY", "/travel/typo"]]],
  ["a profile", profile(typo), [["UNKNOWN_KEY", "/travel/profiles/walk/typo"]]],
  ["a place", place(typo), [["UNKNOWN_KEY", "/places/1/typo"]]],
  ["a caregiver", caregiver(typo), [["UNKNOWN_KEY", "/caregivers/0/typo"]]],
  ["limits of work", caregiver({ workMinutes: typo }), [["UNKNOWN_KEY", "/caregivers/0/workMinutes/typo"]]],
  ["a certificate held", caregiver({ certificates: [{ kind: "nurse", ...typo }] }), [["UNKNOWN_KEY", "/caregivers/0/certificates/0/typo"]]],
  ["a shift", shifts(typo), [["UNKNOWN_KEY", "/caregivers/0/shifts/0/typo"]]],
  ["a break", shifts({ breaks: [{ minutes: 30, from: "11:00", to: "12:00", ...typo }] }), [["UNKNOWN_KEY", "/caregivers/0/shifts/0/breaks/0/typo"]]],
  ["a vehicle", { ...base, vehicles: [{ ...van, ...typo }] }, [["UNKNOWN_KEY", "/vehicles/0/typo"]]],
  ["the history", history(typo), [["UNKNOWN_KEY", "/history/typo"]]],
  ["a visit", visit(typo), [["UNKNOWN_KEY", "/visits/0/typo"]]],
  ["when", visit({ when: typo }), [["UNKNOWN_KEY", "/visits/0/when/typo"]]],
  ["a range of dates", visit({ when: { dates: { from: "2026-11-23", to: "2026-11-23", ...typo } } }), [["UNKNOWN_KEY", "/visits/0/when/dates/typo"]]],
  ["hours", visit({ when: { daily: [{ from: "09:00", to: "10:00", ...typo }] } }), [["UNKNOWN_KEY", "/visits/0/when/daily/0/typo"]]],
  ["needs", visit({ needs: typo }), [["UNKNOWN_KEY", "/visits/0/needs/typo"]]],
  [
    "a certificate needed",
    visit({ needs: { certificates: [{ kind: "nurse", ...typo }] } }),
    [["UNKNOWN_KEY", "/visits/0/needs/certificates/0/typo"]],
  ],
  ["fixed", visit({ fixed: { caregiver: "c-1", date: "2026-11-23", ...typo } }), [["UNKNOWN_KEY", "/visits/0/fixed/typo"]]],
  ["a transport", transport(typo), [["UNKNOWN_KEY", "/transports/0/typo"]]],
  ["when of a transport", transport({ when: typo }), [["UNKNOWN_KEY", "/transports/0/when/typo"]]],
  ["the objective", { ...base, objective: typo }, [["UNKNOWN_KEY", "/objective/typo"]]],
];

const twice: readonly Row[] = [
  [
    "places, caregivers and visits",
    {
      ...base,
      places: base.places.map((at) => ({ ...at, id: "station" })),
      caregivers: [...base.caregivers, ...base.caregivers],
      visits: base.visits.map((at) => ({ ...at, id: "x", place: "station" })),
    },
    [
      ["DUPLICATE_ID", "/places/1/id"],
      ["DUPLICATE_ID", "/places/2/id"],
      ["DUPLICATE_ID", "/caregivers/1/id"],
      ["DUPLICATE_ID", "/visits/1/id"],
    ],
  ],
  [
    "vehicles and transports",
    { ...transport({}), vehicles: [van, van], transports: [ride, ride] },
    [
      ["DUPLICATE_ID", "/vehicles/1/id"],
      ["DUPLICATE_ID", "/transports/1/id"],
    ],
  ],
  ["two shifts of one caregiver on a date", shifts({ to: "12:00" }, { from: "12:00" }), [["TWO_SHIFTS_ON_A_DATE", "/caregivers/0/shifts/1/date"]]],
];

const at = "/travel/profiles/walk/durationsSeconds";
const holes: unknown[] = [0, 1, 1, 1, 0, 1, 1, 1];
holes.length = 9;
const matrices: readonly Row[] = [
  ["too few entries", durations([0, 1, 1, 0]), [["MATRIX_WRONG_SIZE", at]]],
  ["too many entries", durations([0, 1, 1, 1, 0, 1, 1, 1, 0, 0]), [["MATRIX_WRONG_SIZE", at]]],
  ["no entries", durations([]), [["MATRIX_WRONG_SIZE", at]]],
  [
    "rows in rows",
    durations([
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ]),
    [["MATRIX_WRONG_SIZE", at]],
  ],
  ["NaN", durations([0, 1, Number.NaN, 1, 0, 1, 1, 1, 0]), [["MATRIX_ENTRY_INVALID", `${at}/2`]]],
  ["a negative entry", durations([0, 1, 1, -1, 0, 1, 1, 1, 0]), [["MATRIX_ENTRY_INVALID", `${at}/3`]]],
  ["an entry never written", durations(holes), [["MATRIX_ENTRY_INVALID", `${at}/8`]]],
  ["an undefined entry", durations([0, 1, 1, 1, 0, undefined, 1, 1, 0]), [["MATRIX_ENTRY_INVALID", `${at}/5`]]],
  ["an entry in letters", durations([0, "1", 1, 1, 0, 1, 1, 1, 0]), [["MATRIX_ENTRY_INVALID", `${at}/1`]]],
  ["a row of zeros", durations([0, 0, 0, 1, 0, 1, 1, 1, 0]), [["MATRIX_ROW_ALL_ZERO", `${at}/0`]]],
  ["a place without a way", durations([0, 1, null, 1, 0, null, null, null, 0]), [["PLACE_CUT_OFF", at]]],
  ["an object", durations({ 0: 0 }), [["WRONG_TYPE", at]]],
  ["none", { ...base, travel: { profiles: { walk: { kind: "matrix" } } } }, [["MISSING_FIELD", at]]],
  [
    "distances of the wrong size and durations below zero",
    profile({ durationsSeconds: [0, 1, 1, -1, 0, 1, 1, 1, 0], distancesMetres: [1] }),
    [
      ["MATRIX_ENTRY_INVALID", `${at}/3`],
      ["MATRIX_WRONG_SIZE", "/travel/profiles/walk/distancesMetres"],
    ],
  ],
];

/** The Sunday on which clocks in Berlin go from 02:00 to 03:00, with one shift on it. */
const spring = (hours: object, fields: object = {}): Problem => ({
  ...visit({ when: {}, ...fields }),
  horizon: { from: "2026-03-28", to: "2026-03-29" },
  timeZone: "Europe/Berlin",
  caregivers: [{ id: "c-1", profile: "walk", shifts: [{ ...shift, date: "2026-03-29", ...hours }] }],
});
const clocks: readonly Row[] = [
  [
    "a shift that begins or ends at one",
    {
      ...spring({ from: "02:30" }),
      caregivers: [...spring({ from: "02:30" }).caregivers, { ...spring({ from: "00:00", to: "02:00" }).caregivers[0], id: "c-2" }],
    },
    [
      ["TIME_DOES_NOT_EXIST", "/caregivers/0/shifts/0/from"],
      ["TIME_DOES_NOT_EXIST", "/caregivers/1/shifts/0/to"],
    ],
  ],
  [
    "a break, a moment and a fixed start",
    spring(
      { from: "03:00", breaks: [{ minutes: 30, from: "02:15", to: "04:00" }] },
      { when: { notBefore: "2026-03-29T02:59" }, fixed: { caregiver: "c-1", date: "2026-03-29", start: "02:59:30" } },
    ),
    [
      ["TIME_DOES_NOT_EXIST", "/caregivers/0/shifts/0/breaks/0/from"],
      ["TIME_DOES_NOT_EXIST", "/visits/0/when/notBefore"],
      ["TIME_DOES_NOT_EXIST", "/visits/0/fixed/start"],
    ],
  ],
  ["a shift during which the clocks are put forward", spring({ from: "01:00" }), [["CLOCKS_CHANGE_DURING_SHIFT", "/caregivers/0/shifts/0"]]],
  ["a shift after it", spring({ from: "03:00" }), []],
  ["a shift until the change on the day before", spring({ date: "2026-03-28", from: "16:00", to: "24:00" }), []],
  ["the same shift in a zone that keeps its time", { ...spring({ from: "02:30" }), timeZone: "Asia/Shanghai" }, []],
  [
    "a shift during which the clocks are put back",
    { ...spring({ date: "2026-10-25", from: "01:00" }), horizon: { from: "2026-10-25", to: "2026-10-25" } },
    [["CLOCKS_CHANGE_DURING_SHIFT", "/caregivers/0/shifts/0"]],
  ],
  [
    "midnight itself, where the clocks change then",
    { ...spring({ date: "2026-04-24", from: "00:00" }), horizon: { from: "2026-04-24", to: "2026-04-24" }, timeZone: "Africa/Cairo" },
    [["TIME_DOES_NOT_EXIST", "/caregivers/0/shifts/0/from"]],
  ],
];

const empty: readonly Row[] = [
  ["hours", visit({ when: { daily: [] } }), [["EMPTY_LIST", "/visits/0/when/daily"]]],
  ["hours of alighting", transport({ when: { alight: [] } }), [["EMPTY_LIST", "/transports/0/when/alight"]]],
  ["dates", visit({ when: { dates: [] } }), [["NO_DATE_IN_HORIZON", "/visits/0/when/dates"]]],
  ["shifts", caregiver({ shifts: [] }), [["CAREGIVER_HAS_NO_SHIFT", "/caregivers/0/shifts"]]],
  [
    "places and profiles",
    { ...base, places: [], travel: { profiles: {} } },
    [
      ["REFERENCE_NOT_FOUND", "/caregivers/0/profile"],
      ["REFERENCE_NOT_FOUND", "/caregivers/0/shifts/0/start"],
      ["REFERENCE_NOT_FOUND", "/caregivers/0/shifts/0/end"],
      ["REFERENCE_NOT_FOUND", "/visits/0/place"],
      ["REFERENCE_NOT_FOUND", "/visits/1/place"],
    ],
  ],
  ["an identifier of no letters", visit({ id: "" }), [["NOT_AN_ID", "/visits/0/id"]]],
  [
    "lists of nobody and nothing, which is allowed",
    { ...visit({ only: [], bars: [], prefers: [] }), caregivers: [], vehicles: [], transports: [] },
    [],
  ],
];

const kinds: readonly Row[] = [
  ["no problem at all", null, [["WRONG_TYPE", ""]]],
  ["a list", [], [["WRONG_TYPE", ""]]],
  ["a list of visits that is none", { ...base, visits: {} }, [["WRONG_TYPE", "/visits"]]],
  ["a visit that is a word", { ...base, visits: ["x-1", ...base.visits] }, [["WRONG_TYPE", "/visits/0"]]],
  ["no visits", without(base, "visits"), [["MISSING_FIELD", "/visits"]]],
  ["minutes in letters", visit({ serviceMinutes: "60" }), [["WRONG_TYPE", "/visits/0/serviceMinutes"]]],
  ["a priority between two", visit({ priority: 1.5 }), [["NOT_A_WHOLE_NUMBER", "/visits/0/priority"]]],
  ["required in letters", visit({ required: "yes" }), [["WRONG_TYPE", "/visits/0/required"]]],
  ["a date that is none", visit({ when: { dates: ["2026-02-30"] } }), [["NOT_A_DATE", "/visits/0/when/dates/0"]]],
  ["a time of day that is none", shifts({ from: "25:00" }), [["NOT_A_CLOCK_TIME", "/caregivers/0/shifts/0/from"]]],
  ["a profile of an unknown kind", { ...base, travel: { profiles: { walk: { kind: "teleport" } } } }, [["WRONG_TYPE", "/travel/profiles/walk/kind"]]],
  ["a horizon of words", { ...base, horizon: { from: "Monday", to: "2026-11-23" } }, [["NOT_A_DATE", "/horizon/from"]]],
  [
    "a visit fixed outside the horizon",
    { ...visit({ when: {}, fixed: { caregiver: "c-1", date: "2026-11-24" } }), caregivers: [...shifts({}, { date: "2026-11-24" }).caregivers] },
    [
      ["SHIFT_OUTSIDE_HORIZON", "/caregivers/0/shifts/1/date"],
      ["FIXED_OUTSIDE_HORIZON", "/visits/0/fixed/date"],
    ],
  ],
];

describe("bad input is found by code and pointer", () => {
  const tables: readonly (readonly [string, readonly Row[]])[] = [
    ["upside down", reversed],
    ["a number out of its range", numbers],
    ["an unknown identifier", unknownIds],
    ["an unknown key", unknownKeys],
    ["listed twice", twice],
    ["a matrix", matrices],
    ["a time that does not exist", clocks],
    ["empty", empty],
    ["of the wrong kind", kinds],
  ];
  for (const [title, rows] of tables)
    it.each(rows)(`${title}: %s`, (_, problem, issues) => {
      expect(found(problem)).toEqual(issues);
    });

  it("is worded for people, with what was seen", async () => {
    const named = tables.flatMap(([title, rows]) => rows.map(([name, problem]) => [`${title}: ${name}`, problem] as const));
    await expect(wordedIssues(named)).toMatchFileSnapshot("./data/issues-bad-input.txt");
  });
});

/** Something wrong of every kind, most of it in the same rows. */
const everything = {
  ...base,
  typo: 1,
  horizon: { from: "2026-11-24", to: "2026-11-23" },
  timeZone: "Asia/Chengkou",
  places: [...base.places.slice(0, 2), { ...base.places[2], lng: Number.NaN }, base.places[0]],
  caregivers: [
    {
      ...base.caregivers[0],
      profile: "sledge",
      typo: 1,
      shifts: [
        { ...shift, from: "25:00", start: "?" },
        { ...shift, from: "22:00", to: "06:00" },
      ],
    },
    { ...base.caregivers[0] },
  ],
  vehicles: [van, { ...van, seats: -1 }],
  visits: [
    { ...base.visits[0], serviceMinutes: -5, place: "?", when: { daily: [upsideDown], typo: 1 }, only: ["?"] },
    { ...base.visits[0], when: { notBefore: "2026-11-23T12:00", dueBy: "2026-11-23T11:00", dates: ["2026-02-30"] } },
    { id: "x-3", serviceMinutes: 10 },
  ],
  transports: [{ ...ride, boardMinutes: "5", to: "?" }],
  travel: { profiles: { walk: { kind: "matrix", durationsSeconds: [0, -1] }, car: { kind: "straightLine", circuity: 0, metresPerSecond: 1 } } },
};

describe("bad input of many kinds at once", () => {
  it("has all its issues at once, those of parts that can be read beside those of the shape", () => {
    expect(found(everything)).toEqual([
      ["OUT_OF_RANGE", "/travel/profiles/car/circuity"],
      ["UNKNOWN_KEY", "/typo"],
      ["WRONG_TYPE", "/places/2/lng"],
      ["NOT_A_CLOCK_TIME", "/caregivers/0/shifts/0/from"],
      ["UNKNOWN_KEY", "/caregivers/0/typo"],
      ["OUT_OF_RANGE", "/vehicles/1/seats"],
      ["OUT_OF_RANGE", "/visits/0/serviceMinutes"],
      ["UNKNOWN_KEY", "/visits/0/when/typo"],
      ["NOT_A_DATE", "/visits/1/when/dates/0"],
      ["MISSING_FIELD", "/visits/2/place"],
      ["WRONG_TYPE", "/transports/0/boardMinutes"],
      ["HORIZON_UPSIDE_DOWN", "/horizon/to"],
      ["REFERENCE_NOT_FOUND", "/timeZone"],
      ["DUPLICATE_ID", "/places/3/id"],
      ["DUPLICATE_ID", "/caregivers/1/id"],
      ["DUPLICATE_ID", "/vehicles/1/id"],
      ["DUPLICATE_ID", "/visits/1/id"],
      ["MATRIX_WRONG_SIZE", at],
      ["REFERENCE_NOT_FOUND", "/caregivers/0/profile"],
      ["REFERENCE_NOT_FOUND", "/caregivers/0/shifts/0/start"],
      ["TWO_SHIFTS_ON_A_DATE", "/caregivers/0/shifts/1/date"],
      ["SHIFT_ENDS_BEFORE_IT_BEGINS", "/caregivers/0/shifts/1/to"],
      ["REFERENCE_NOT_FOUND", "/visits/0/place"],
      ["WINDOW_UPSIDE_DOWN", "/visits/0/when/daily/0/to"],
      ["REFERENCE_NOT_FOUND", "/visits/0/only/0"],
      ["DUE_BEFORE_RELEASE", "/visits/1/when/dueBy"],
      ["REFERENCE_NOT_FOUND", "/transports/0/to"],
    ]);
  });

  it("says nothing of what merely refers to a part that cannot be read", () => {
    const fixed = visit({ needs: { skills: { care: 1 } }, fixed: { caregiver: "c-1", date: "2026-11-23" } });
    const [own] = fixed.caregivers;
    expect(found({ ...fixed, caregivers: [{ ...own, skills: "care", shifts: [{ ...shift, date: "Monday" }] }] })).toEqual([
      ["WRONG_TYPE", "/caregivers/0/skills"],
      ["NOT_A_DATE", "/caregivers/0/shifts/0/date"],
    ]);
    expect(found({ ...base, places: base.places.map((other, row) => (row === 1 ? { ...other, lat: "north" } : other)) })).toEqual([
      ["WRONG_TYPE", "/places/1/lat"],
    ]);
    expect(found({ ...visit({ when: { dates: ["2026-12-24"] } }), horizon: { from: "2026-11-24", to: "2026-11-23" } })).toEqual([
      ["HORIZON_UPSIDE_DOWN", "/horizon/to"],
    ]);
  });

  it("is worded in both languages, every place filled in", () => {
    const worded = [everything, ...clocks.map(([, problem]) => problem)].flatMap((problem) => validate(problem as Problem));
    for (const { message, advice } of worded) for (const text of [message.zh, message.en, advice.zh, advice.en]) expect(text).toMatch(/^[^{}]+$/);
  });

  it("is refused by solve with every error", async () => {
    const refused = solve(everything as unknown as Problem, { maxIterations: 1 });
    await expect(refused).rejects.toBeInstanceOf(EldercareError);
    await expect(refused).rejects.toHaveProperty("issues", validate(everything as unknown as Problem));
  });
});

describe("a matrix that is not symmetric", () => {
  it("is planned as given: each way takes its own time", async () => {
    // station → home-1 → home-2 → station is quick, the other way round slow
    const oneWay = durations([0, 300, 3000, 3000, 0, 300, 300, 3000, 0]) as unknown as Problem;
    const problem = { ...oneWay, visits: base.visits.map((each) => ({ ...each, when: {} })) };
    expect(found(problem)).toEqual([]);
    const { plan } = await solve(problem, { maxIterations: 50 });
    expect(plan.routes[0]?.stops.flatMap(({ kind, id }) => (kind === "visit" ? [id] : []))).toEqual(["x-1", "x-2"]);
    expect(plan.cost.travel).toBe(15);
    expect(verify(problem, plan)).toEqual([]);
  });
});
