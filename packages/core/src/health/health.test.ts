import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "../money/rational.js";
import { familyDoctorCoverage } from "./familyDoctorCoverage.js";
import { type CheckedPerson, healthChecksDue } from "./healthChecksDue.js";

const on = "2026-11-21";
const checks = (year: "calendar" | "rolling", ...people: CheckedPerson[]) =>
  healthChecksDue({ people, on, fromAge: 65, year, clauses: ["CL-2.4.12-a"] }).value;

describe("demonstration 39", () => {
  const today = { id: "p-1", birthDate: "1961-11-21", lastCheck: null };

  it("a person turning 65 today is due within the year", () => {
    expect(checks("rolling", today).due).toEqual([{ id: "p-1", due: "2027-11-21", state: "due", lastCheckKnown: true }]);
    expect(checks("calendar", today).due).toEqual([{ id: "p-1", due: "2026-12-31", state: "due", lastCheckKnown: true }]);
  });

  it("a person turning 65 tomorrow is not due yet", () => {
    expect(checks("rolling", { ...today, birthDate: "1961-11-22" })).toMatchObject({ due: [], notOfAge: ["p-1"] });
  });
});

describe("yearly health checks", () => {
  it("are done for the calendar year, or begin the next twelve months", () => {
    const checked = { id: "p", birthDate: "1950-01-01", lastCheck: "2026-01-05" };
    expect(checks("calendar", checked)).toMatchObject({ due: [], done: ["p"] });
    expect(checks("calendar", { ...checked, lastCheck: "2025-12-31" }).due).toEqual([
      { id: "p", due: "2026-12-31", state: "due", lastCheckKnown: true },
    ]);
    expect(checks("rolling", checked).due[0]).toMatchObject({ due: "2027-01-05", state: "due" });
    expect(checks("rolling", { ...checked, lastCheck: "2025-11-20" }).due[0]).toMatchObject({ due: "2026-11-20", state: "overdue" });
    expect(checks("rolling", { ...checked, lastCheck: "2025-11-21" }).due[0]).toMatchObject({ due: "2026-11-21", state: "due" });
  });

  it("are not taken for done, nor for never done, where nobody knows", () => {
    expect(checks("rolling", { id: "p", birthDate: "1950-01-01" }).due).toEqual([{ id: "p", due: on, state: "due", lastCheckKnown: false }]);
    expect(checks("rolling", { id: "p", lastCheck: null }).undetermined).toEqual(["p"]);
  });

  it("asked about for a day before the last check are not known: earlier checks may have been", () => {
    const later = { id: "p", birthDate: "1950-01-01", lastCheck: "2026-12-01" };
    expect(checks("rolling", later).due).toEqual([{ id: "p", due: on, state: "due", lastCheckKnown: false }]);
    expect(checks("calendar", later).due).toEqual([{ id: "p", due: "2026-12-31", state: "due", lastCheckKnown: false }]);
  });

  it("leave nobody out: each person is in one list", () => {
    const date = fc
      .date({ min: new Date("1930-01-01"), max: new Date("2026-11-21"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    const person = fc.record({ birthDate: date, lastCheck: fc.option(date) }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 10 }), fc.constantFrom("calendar" as const, "rolling" as const), (people, year) => {
        const found = checks(year, ...people.map((each, index) => ({ id: String(index), ...each })));
        const ids = [...found.due.map(({ id }) => id), ...found.done, ...found.notOfAge, ...found.undetermined].map(Number);
        expect(ids.sort((a, b) => a - b)).toEqual(people.map((_, index) => index));
      }),
    );
  });

  it("refuse dates that do not exist", () => {
    expect(() => checks("rolling", { id: "p", birthDate: "1950-02-29", lastCheck: "x" })).toThrow(
      /NOT_A_DATE at \/people\/0\/birthDate.*\(\+1 more\)/,
    );
  });
});

describe("family doctors", () => {
  it("cover a share that is open where contracts or their ends are unknown", () => {
    const people = [
      { id: "covered", familyDoctor: { from: "2026-01-01", to: on } },
      { id: "ended", familyDoctor: { from: "2025-01-01", to: "2026-11-20" } },
      { id: "none", familyDoctor: null },
      { id: "end-unknown", familyDoctor: { from: "2026-01-01" } },
      { id: "unknown" },
    ];
    expect(familyDoctorCoverage({ people, on, clauses: ["CK-2.11-a"] }).value).toEqual({
      share: { least: rational(1n, 5n), most: rational(3n, 5n) },
      yes: ["covered"],
      no: ["ended", "none"],
      unknown: ["end-unknown", "unknown"],
    });
  });
});
