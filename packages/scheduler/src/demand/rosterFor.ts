import { type Area, areaAtTier, datesBetween, type Facility, type Issue, jsonPointer, type Caregiver as StaffMember } from "@eldercare/core";
import type { Caregiver, Shift } from "../model/caregiver.js";
import { reportSchedulerIssue } from "../model/codes.js";
import type { Place } from "../model/problem.js";
import type { Period } from "./dueDates.js";
import { idSegment } from "./idSegment.js";
import { areaPlaces } from "./placeOf.js";
import { shiftOn } from "./shiftOn.js";

/** What `rosterFor` makes a problem's caregivers of. */
export interface Staff {
  readonly caregivers: readonly StaffMember[];
  readonly facilities: readonly Facility[];
  readonly areas: readonly Area[];
  /** Days to be planned, both ends included. */
  readonly period: Period;
  /** Travel profile by which they travel. */
  readonly profile: string;
  /** Longest paid work, and most overtime, where a caregiver's record states none: minutes a day, a week and a month. */
  readonly workMinutes: {
    readonly perDay?: number;
    readonly perWeek?: number;
    readonly overtimePerDay?: number;
    readonly overtimePerMonth?: number;
  };
  /** Days of rest that everybody has in every week; none where absent. */
  readonly restDaysPerWeek?: number;
}

/** A part of a problem: caregivers with dated shifts and the places where they begin and end, and notes on who is left out. */
export interface Roster {
  readonly caregivers: readonly Caregiver[];
  readonly places: readonly Place[];
  readonly notes: readonly Issue[];
}

function stationOf(member: StaffMember, facilities: ReadonlyMap<string, Facility>, areas: ReturnType<typeof areaPlaces>): Place | undefined {
  const facility = member.facility === undefined ? undefined : facilities.get(member.facility);
  if (facility?.place !== undefined) return { id: `facility/${idSegment(facility.id)}`, lng: facility.place.lng, lat: facility.place.lat };
  if (member.homePlace !== undefined) return { id: `caregiver/${idSegment(member.id)}/home`, lng: member.homePlace.lng, lat: member.homePlace.lat };
  for (const tier of ["village", "township"] as const) {
    const code = areaAtTier(member.area, tier);
    const place = code === undefined ? undefined : areas.get(code);
    if (code !== undefined && place !== undefined) return { id: `area/${code}/station`, ...place };
  }
  return undefined;
}

function caregiverOf(member: StaffMember, shifts: Shift[], { profile, workMinutes, restDaysPerWeek }: Staff): Caregiver {
  const { id, sex, languages, skills, certificates, trainedOn } = member;
  const limits = { ...workMinutes, ...member.workMinutes };
  return {
    id,
    ...(sex === undefined ? {} : { sex }),
    ...(languages === undefined ? {} : { languages: [...languages] }),
    ...(skills === undefined ? {} : { skills }),
    ...(certificates === undefined ? {} : { certificates }),
    ...(trainedOn === undefined ? {} : { trainedOn }),
    ...(Object.keys(limits).length === 0 ? {} : { workMinutes: limits }),
    ...(restDaysPerWeek === undefined ? {} : { restDaysPerWeek }),
    profile,
    shifts,
  };
}

/**
 * The caregivers of a problem, from staff with weekly shifts: every working day of the period, begun and ended at the
 * facility, else at home, else at the place of the village or township served.
 *
 * @returns caregivers in the order given, their places, and notes: `CAREGIVER_WITHOUT_PLACE`, `ROSTER_SHIFTS_OVERLAP`,
 * `SHIFT_WITHOUT_HOURS`, `BREAK_NOT_POSSIBLE`
 * @example
 * rosterFor({ caregivers, facilities, areas, period: { from: "2026-11-23", to: "2026-11-29" }, profile: "car", workMinutes: { perDay: 480 } })
 *   .caregivers[0].shifts.length //=> 5
 */
export function rosterFor(staff: Staff): Roster {
  const facilities = new Map(staff.facilities.map((facility) => [facility.id, facility]));
  const areas = areaPlaces(staff.areas);
  const days = datesBetween(staff.period.from, staff.period.to);
  const places = new Map<string, Place>();
  const notes: Issue[] = [];
  const caregivers = staff.caregivers.flatMap((member, row) => {
    const pointer = jsonPointer(["caregivers", row]);
    const station = stationOf(member, facilities, areas);
    if (station === undefined) {
      notes.push(reportSchedulerIssue("CAREGIVER_WITHOUT_PLACE", pointer, { seen: member.id }));
      return [];
    }
    const shifts = days.flatMap((date): Shift[] => {
      const shift = shiftOn(member.shifts, date, station.id);
      if (typeof shift !== "string") return shift === undefined ? [] : [shift];
      notes.push(reportSchedulerIssue(shift, `${pointer}/shifts`, { seen: member.id, values: { date } }));
      return [];
    });
    if (shifts.length === 0) return [];
    places.set(station.id, station);
    return [caregiverOf(member, shifts, staff)];
  });
  return { caregivers, places: [...places.values()], notes };
}
