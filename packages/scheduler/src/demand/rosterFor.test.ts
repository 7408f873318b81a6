import type { Facility, Caregiver as StaffMember } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { validate } from "../model/validate.js";
import { rosterFor, type Staff } from "./rosterFor.js";

const member = (amend: Partial<StaffMember> = {}): StaffMember => ({
  id: "c-1",
  roles: ["careWorker"],
  area: "500229103",
  facility: "f-1",
  sex: "female",
  skills: { bathing: 2 },
  shifts: [{ weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "17:00", breaks: [{ minutes: 60, from: "11:30", to: "13:00" }] }],
  ...amend,
});
const facility: Facility = { id: "f-1", kind: "townshipCareCentre", area: "500229103", place: { lng: 108.5, lat: 31.9 } };
const roster = (caregivers: StaffMember[], amend: Partial<Staff> = {}) =>
  rosterFor({
    caregivers,
    facilities: [facility],
    areas: [],
    period: { from: "2026-11-23", to: "2026-11-29" },
    profile: "car",
    workMinutes: { perDay: 480, perWeek: 2400 },
    ...amend,
  });

describe("the roster of a period", () => {
  it("has a dated shift for every working day, from and to the facility", () => {
    const { caregivers, places } = roster([member()]);
    expect(caregivers[0]?.shifts.map(({ date }) => date)).toEqual(["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"]);
    expect(caregivers[0]?.shifts[0]).toEqual({
      date: "2026-11-23",
      from: "08:00",
      to: "17:00",
      start: "facility/f-1",
      end: "facility/f-1",
      breaks: [{ minutes: 60, from: "11:30", to: "13:00" }],
    });
    expect(places).toEqual([{ id: "facility/f-1", lng: 108.5, lat: 31.9 }]);
  });

  it("tells of training what the record tells, and nothing where it tells nothing", () => {
    const team = [member({ trainedOn: "2026-01-10" }), member({ id: "c-2", trainedOn: null }), member({ id: "c-3" })];
    expect(roster(team).caregivers.map((caregiver) => caregiver.trainedOn)).toEqual(["2026-01-10", null, undefined]);
  });

  it("limits work as the record says, else as the argument says", () => {
    expect(roster([member({ workMinutes: { perDay: 300 } })]).caregivers[0]?.workMinutes).toEqual({ perDay: 300, perWeek: 2400 });
    expect(roster([member()]).caregivers[0]?.workMinutes).toEqual({ perDay: 480, perWeek: 2400 });
  });

  it("hands on overtime and days of rest, so that the problem is accepted", () => {
    const record = member({ workMinutes: { overtimePerDay: 60, overtimePerMonth: 1200 } });
    const { caregivers, places } = roster([record], { workMinutes: { perDay: 480, overtimePerMonth: 2160 }, restDaysPerWeek: 1 });
    expect([caregivers[0]?.workMinutes, caregivers[0]?.restDaysPerWeek]).toEqual([{ perDay: 480, overtimePerDay: 60, overtimePerMonth: 1200 }, 1]);
    const travel = { profiles: { car: { kind: "straightLine" as const, circuity: 1.4, metresPerSecond: 8 } } };
    const problem = {
      horizon: { from: "2026-11-23", to: "2026-11-29" },
      timeZone: "Asia/Shanghai",
      places: [...places],
      travel,
      caregivers: [...caregivers],
      visits: [],
    };
    expect(validate(problem).map(({ code }) => code)).toEqual(["MONTH_OVERTIME_UNKNOWN"]);
  });

  it("makes one working day of two shifts, the hours between being an unpaid break", () => {
    const split = member({
      shifts: [
        { weekdays: [1], from: "14:00", to: "18:00" },
        { weekdays: [1, 2], from: "08:00", to: "12:00" },
      ],
    });
    const [monday, tuesday] = roster([split]).caregivers[0]?.shifts ?? [];
    expect([monday?.from, monday?.to, monday?.breaks]).toEqual(["08:00", "18:00", [{ minutes: 120, from: "12:00", to: "12:00", paid: false }]]);
    expect([tuesday?.from, tuesday?.to, tuesday?.breaks]).toEqual(["08:00", "12:00", undefined]);
  });

  it("begins at home, else at the township's place, and notes who has neither", () => {
    const areas = [{ code: "500229103", name: "a township", tier: "township" as const, place: { lng: 108.6, lat: 31.8 } }];
    const { facility: _, ...homeless } = member();
    expect(roster([{ ...homeless, homePlace: { lng: 1, lat: 2 } }], { areas }).places[0]).toEqual({ id: "caregiver/c-1/home", lng: 1, lat: 2 });
    expect(roster([homeless], { areas }).places[0]?.id).toBe("area/500229103/station");
    const nowhere = roster([homeless]);
    expect([nowhere.caregivers, nowhere.notes.map(({ code }) => code)]).toEqual([[], ["CAREGIVER_WITHOUT_PLACE"]]);
  });

  it("notes a day whose breaks cannot be taken", () => {
    const impossible = member({ shifts: [{ weekdays: [1, 2], from: "08:00", to: "12:00", breaks: [{ minutes: 60, from: "11:30", to: "13:00" }] }] });
    const { caregivers, notes } = roster([impossible]);
    expect([caregivers, notes.map(({ code, message }) => [code, message.en])]).toEqual([
      [],
      [
        ["BREAK_NOT_POSSIBLE", 'a break of caregiver "c-1" on 2026-11-23 cannot be taken: the day is not planned'],
        ["BREAK_NOT_POSSIBLE", 'a break of caregiver "c-1" on 2026-11-24 cannot be taken: the day is not planned'],
      ],
    ]);
  });

  it("notes a day whose shifts overlap, or have no hours, for what it is", () => {
    const twice = member({
      shifts: [
        { weekdays: [1], from: "08:00", to: "12:00" },
        { weekdays: [1, 2], from: "11:00", to: "15:00" },
        { weekdays: [3], from: "15:00", to: "08:00" },
      ],
    });
    const { caregivers, notes } = roster([twice]);
    expect(caregivers[0]?.shifts.map(({ date }) => date)).toEqual(["2026-11-24"]);
    expect(notes.map(({ code, pointer, message }) => [code, pointer, message.en])).toEqual([
      ["ROSTER_SHIFTS_OVERLAP", "/caregivers/0/shifts", 'shifts of caregiver "c-1" on 2026-11-23 overlap: the day is not planned'],
      [
        "SHIFT_WITHOUT_HOURS",
        "/caregivers/0/shifts",
        'a shift of caregiver "c-1" on 2026-11-25 does not end after it begins: the day is not planned',
      ],
    ]);
  });
});
