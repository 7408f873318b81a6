import { describe, expect, it } from "vitest";
import { onTour, type TourWanted } from "../../test/onTour.js";
import { wordedIssues } from "../../test/wordedIssues.js";
import type { Caregiver, Shift } from "./caregiver.js";
import type { Problem } from "./problem.js";
import type { Tour } from "./tour.js";
import { validate } from "./validate.js";

const found = (problem: Problem): string[] => validate(problem).map(({ code, pointer }) => `${code} ${pointer}`);
const touring = (tour: Partial<Tour>, wanted: TourWanted = {}): Problem => onTour({ days: 3, tour, ...wanted });

/** Two days of the second of the crew with something else in her shifts. */
function otherShift(amend: Partial<Shift>): Problem {
  const problem = onTour({ days: 2 });
  const [first, second] = problem.caregivers as [Caregiver, Caregiver];
  return { ...problem, caregivers: [first, { ...second, shifts: second.shifts.map((shift) => ({ ...shift, ...amend })) }] };
}

const twoTours = (): Problem => {
  const problem = onTour();
  const [tour] = problem.tours as [Tour];
  return {
    ...problem,
    vehicles: [...(problem.vehicles ?? []), { id: "van-2", seats: 2 }],
    tours: [tour, { ...tour, id: "tour-2", vehicle: "van-2" }],
  };
};

const third: Caregiver = {
  id: "c-3",
  profile: "road",
  shifts: [{ date: "2026-11-24", from: "06:00", to: "07:00", start: "base", vehicle: "van" }],
};

describe("what is wrong with tours", () => {
  const cases: readonly (readonly [string, Problem, readonly string[]])[] = [
    ["nothing", onTour({ days: 3 }), []],
    ["nothing, the dates being listed in another order", touring({ dates: ["2026-11-25", "2026-11-23", "2026-11-24"] }), []],
    ["nothing, where the crew's shifts name the same vehicle", onTour({ shift: { vehicle: "van" } }), []],
    [
      "names that are none",
      touring({ vehicle: "cart", crew: ["c-1", "c-9"], lodgings: ["nowhere"], profile: "sledge" }),
      [
        "REFERENCE_NOT_FOUND /tours/0/vehicle",
        "REFERENCE_NOT_FOUND /tours/0/crew/1",
        "REFERENCE_NOT_FOUND /tours/0/lodgings/0",
        "REFERENCE_NOT_FOUND /tours/0/profile",
      ],
    ],
    [
      "what is listed twice",
      touring({ crew: ["c-1", "c-1"], lodgings: ["camp-1", "camp-1"], dates: ["2026-11-23", "2026-11-23"] }),
      ["TWICE_IN_TOUR /tours/0/crew/1", "TWICE_IN_TOUR /tours/0/dates/1", "TWICE_IN_TOUR /tours/0/lodgings/1"],
    ],
    [
      "nobody in the crew, no dates, no lodgings",
      touring({ crew: [], dates: [], lodgings: [] }),
      ["EMPTY_LIST /tours/0/crew", "EMPTY_LIST /tours/0/dates", "EMPTY_LIST /tours/0/lodgings"],
    ],
    ["dates with a gap", touring({ dates: ["2026-11-23", "2026-11-25"] }), ["TOUR_DATES_APART /tours/0/dates"]],
    [
      "dates outside the horizon, on which nobody has a shift",
      touring({ crew: ["c-1"], dates: ["2026-11-25", "2026-11-26"] }),
      ["TOUR_OUTSIDE_HORIZON /tours/0/dates/1", "CREW_WITHOUT_SHIFT /tours/0/crew/0"],
    ],
    [
      "several dates and no lodging",
      { ...onTour({ days: 2 }), tours: [{ id: "tour-1", vehicle: "van", crew: ["c-1"], dates: ["2026-11-23", "2026-11-24"] }] },
      ["TOUR_WITHOUT_LODGING /tours/0"],
    ],
    ["a rest that the hours do not leave", onTour({ days: 2, tour: { restMinutes: 1081 } }), ["REST_DOES_NOT_FIT /tours/0/restMinutes"]],
    ["nothing, the rest being exactly what the hours leave", onTour({ days: 2, tour: { restMinutes: 1080 } }), []],
    ["a crew of different hours", otherShift({ from: "09:00" }), ["CREW_SHIFTS_DIFFER /tours/0/crew/1", "CREW_SHIFTS_DIFFER /tours/0/crew/1"]],
    [
      "a crew with a break that one of them has",
      otherShift({ breaks: [{ minutes: 30, from: "11:00", to: "12:00" }] }),
      ["CREW_SHIFTS_DIFFER /tours/0/crew/1", "CREW_SHIFTS_DIFFER /tours/0/crew/1"],
    ],
    [
      "a shift that drives something else",
      { ...otherShift({ vehicle: "van-2" }), vehicles: [{ id: "van", seats: 1 }, { id: "van-2" }] },
      ["TOUR_VEHICLE_DIFFERS /tours/0/crew/1", "TOUR_VEHICLE_DIFFERS /tours/0/crew/1"],
    ],
    ["a crew that the vehicle has no seats for", onTour({ seats: 0 }), ["CREW_EXCEEDS_SEATS /tours/0/crew"]],
    ["nothing, the seats being just enough beside the driver's", onTour({ seats: 1 }), []],
    ["caregivers on two tours at once", twoTours(), ["CREW_ON_TWO_TOURS /tours/1/crew/0", "CREW_ON_TWO_TOURS /tours/1/crew/1"]],
    [
      "a vehicle that somebody else drives while the tour sleeps",
      { ...onTour({ days: 3 }), caregivers: [...onTour({ days: 3 }).caregivers, third] },
      ["VEHICLE_TWICE_AT_ONCE /tours/0/vehicle"],
    ],
    [
      "a tour listed twice",
      {
        ...onTour(),
        tours: [...(twoTours().tours ?? [])].map((tour, row) => ({ ...tour, id: "tour-1", crew: [`c-${row + 1}`] })),
        vehicles: twoTours().vehicles ?? [],
      },
      ["DUPLICATE_ID /tours/1/id"],
    ],
    [
      "what only an order of appointments can do",
      {
        ...onTour({ visits: [{ when: { daily: [{ from: "09:00", to: "10:00" }], soft: true } }, {}], objective: { idlestMinute: 1 } }),
        links: [{ kind: "apart", visits: ["x-1", "x-2"] }],
      },
      ["NOT_WITH_TOURS /links", "NOT_WITH_TOURS /visits/0/when/soft", "NOT_WITH_TOURS /objective/idlestMinute"],
    ],
  ];

  it.each(cases)("is found: %s", (_, problem, issues) => {
    expect(found(problem)).toEqual(issues);
  });

  it("is worded for people, with what was seen", async () => {
    await expect(wordedIssues(cases)).toMatchFileSnapshot("../../test/data/issues-tours.txt");
  });

  it("is found with all else of the shape, and nothing is made up about what could not be read", () => {
    const written: unknown = {
      ...onTour({ days: 3 }),
      tours: [{ id: "tour-1", vehicle: "van", crew: ["c-1", 7], dates: ["2026-11-31"], wheels: 4 }],
    };
    expect(found(written as Problem).sort()).toEqual(["NOT_A_DATE /tours/0/dates/0", "UNKNOWN_KEY /tours/0/wheels", "WRONG_TYPE /tours/0/crew/1"]);
  });
});

describe("a night in which the clocks change", () => {
  it("is told of: plans take every day to have 24 hours", () => {
    const problem = onTour({ days: 3 });
    const abroad: Problem = JSON.parse(
      JSON.stringify(problem).replaceAll("2026-11-23", "2026-10-24").replaceAll("2026-11-24", "2026-10-25").replaceAll("2026-11-25", "2026-10-26"),
    );
    expect(found({ ...abroad, timeZone: "Europe/Berlin" })).toEqual(["CLOCKS_CHANGE_DURING_SHIFT /tours/0/dates"]);
    expect(found(abroad)).toEqual([]);
  });
});
